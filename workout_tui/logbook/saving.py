"""Saving a whole session at once, as an editor or another program's copy of it has it.

Only differences are written, found by uid: nothing is deleted to be made anew. Who read the session
before it was changed elsewhere is told so, with both sides, and decides.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from workout_tui.errors import InvalidEntry, NotFound, StaleSession
from workout_tui.logbook.running import write_times
from workout_tui.model.changes import compare
from workout_tui.model.session import PlanState
from workout_tui.store import blocks, places, sessions, sets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.session import PerformedSet, PlannedSet, Session, SessionExercise

OnConflict = Literal["refuse", "keep", "replace"]


def save_session(
    desk: Desk, session: Session, *, expected_revision: int | None, on_conflict: OnConflict = "refuse"
) -> Session:
    """Write a session whole: title, times, note, bodyweight, and every exercise and set. Its state stays.

    Args:
        desk: the lifter's.
        session: as it shall be.
        expected_revision: the revision it was read at; None: whatever stands is replaced.
        on_conflict: what to do when it was changed since: ``refuse``, ``keep`` what stands, or
            ``replace`` it.

    Raises:
        StaleSession: it was changed since, and `on_conflict` is ``refuse``.
        NotFound: it is not this lifter's, or something in it belongs to another session.
        InvalidEntry: a uid or a place stands in it twice, or its times contradict each other.
    """
    with desk.act("save session") as deed:
        deed.find_session(session.uid)
        stands = deed.session()
        if expected_revision is not None and stands.revision != expected_revision:
            if on_conflict == "refuse":
                raise StaleSession(
                    f"“{stands.title}” was changed elsewhere since you opened it. Nothing was saved.",
                    "Keep what stands there, or replace it.",
                    mine=session,
                    theirs=stands,
                )
            if on_conflict == "keep":
                return stands
        write(deed, stands, session)
        return deed.session()


def write(deed: Deed, stands: Session, wanted: Session) -> None:
    """Within an act that concerns the session: make what stands what is wanted.

    Raises:
        NotFound: something in it belongs to another session.
        InvalidEntry: a uid or a place stands in it twice, or its times contradict each other.
    """
    _refuse_doubles(wanted)
    store = deed.store
    sessions.set_title(store, deed.session_id, wanted.title)
    sessions.set_note(store, deed.session_id, wanted.note)
    sessions.set_bodyweight(store, deed.session_id, wanted.bodyweight)
    write_times(deed, wanted.started_at, wanted.ended_at, wanted.utc_offset_min)
    changes = compare(stands.exercises, wanted.exercises)
    before = {block.uid: block for block in stands.exercises}
    _drop_sets(deed, stands.exercises, wanted.exercises)
    for uid in changes.to_delete:
        blocks.delete(store, deed.find_block(uid).id)
    for block in changes.to_insert:
        _insert(deed, block)
        _write_rows(deed, None, block)
    for block in changes.to_update:
        _update(deed, before[block.uid], block)
        _write_rows(deed, before[block.uid], block)
    blocks.reorder(store, [deed.find_block(uid).id for uid in changes.order])


def _drop_sets(deed: Deed, old: Iterable[SessionExercise], new: Iterable[SessionExercise]) -> None:
    """Take out the sets that are gone, or that another block has now, before anything is put in."""
    homes = {(block.uid, performed.uid) for block in new for performed in block.performed}
    homes |= {(block.uid, planned.uid) for block in new for planned in block.planned}
    for block in old:
        for performed in block.performed:
            if (block.uid, performed.uid) not in homes:
                found = deed.find_set(performed.uid)
                sets.delete(deed.store, found.id, found.uid)
        for planned in block.planned:
            if (block.uid, planned.uid) not in homes:
                sets.unplan(deed.store, deed.find_planned(planned.uid).id)


def _insert(deed: Deed, block: SessionExercise) -> None:
    if blocks.known(deed.store, block.uid):
        raise NotFound("An exercise in it belongs to another workout.", "Add it as a new one.", block=block.uid)
    blocks.insert(
        deed.store,
        uid=block.uid,
        session_id=deed.session_id,
        exercise_id=deed.find_exercise(block.exercise.uid)[0],
        rest_s=block.rest_s,
        superset=block.superset,
        step=block.step,
        note=block.note,
    )


def _update(deed: Deed, old: SessionExercise, new: SessionExercise) -> None:
    block_id = deed.find_block(new.uid).id
    if (old.exercise.uid, old.rest_s, old.step) != (new.exercise.uid, new.rest_s, new.step):
        blocks.set_exercise(deed.store, block_id, deed.find_exercise(new.exercise.uid)[0], new.rest_s, new.step)
    blocks.set_note(deed.store, block_id, new.note)
    blocks.set_supersets(deed.store, {block_id: new.superset})


def _write_rows(deed: Deed, old: SessionExercise | None, new: SessionExercise) -> None:
    block_id = deed.find_block(new.uid).id
    kept = {one.uid for one in old.performed} if old else set()
    planned = {one.uid: one for one in old.planned} if old else {}
    for done in new.performed:
        _write_set(deed, block_id, done, is_new=done.uid not in kept)
    for plan in new.planned:
        _write_planned(deed, block_id, plan, planned.get(plan.uid))
    for plan in new.planned:
        if plan.state is PlanState.DONE and plan != planned.get(plan.uid):
            _fulfil(deed, new, plan)
    done_places = {uid: set_id for set_id, uid, _ in sets.performed_in(deed.store, block_id)}
    plan_places = {one.uid: one.id for one in sets.planned_in(deed.store, block_id)}
    places.rearrange(deed.store, "performed_set", {done_places[one.uid]: one.n for one in new.performed})
    places.rearrange(deed.store, "planned_set", {plan_places[one.uid]: one.n for one in new.planned})


def _write_set(deed: Deed, block_id: int, one: PerformedSet, *, is_new: bool) -> None:
    if is_new and sets.performed(deed.store, one.uid) is not None:
        raise NotFound("A set in it belongs to another workout.", "Add it as a new one.", set=one.uid)
    sets.put(deed.store, block_id, replace(one, n=sets.last_place(deed.store, block_id) + 1) if is_new else one)


def _write_planned(deed: Deed, block_id: int, one: PlannedSet, old: PlannedSet | None) -> None:
    if old is None:
        if sets.planned_known(deed.store, one.uid):
            raise NotFound("A planned set in it belongs to another workout.", "Add it as a new one.", planned=one.uid)
        sets.plan(deed.store, block_id, one.uid, sets.last_place(deed.store, block_id) + 1, one.target)
        old_state = PlanState.OPEN
    else:
        sets.retarget(deed.store, deed.find_planned(one.uid).id, one.target)
        old_state = old.state
    wanted = PlanState.OPEN if one.state is PlanState.DONE else one.state
    if one != old and old_state is not wanted:
        sets.set_state(deed.store, deed.find_planned(one.uid).id, wanted)


def _fulfil(deed: Deed, block: SessionExercise, one: PlannedSet) -> None:
    if one.set_uid not in {done.uid for done in block.performed}:
        raise InvalidEntry("A set that is done is missing from its exercise.", "Mark it as open.", field="planned")
    sets.fulfil(deed.store, deed.find_planned(one.uid).id, one.set_uid or "")


def _refuse_doubles(session: Session) -> None:
    done = [one for block in session.exercises for one in block.performed]
    planned = [one for block in session.exercises for one in block.planned]
    lists: list[list[str] | list[int]] = [
        [block.uid for block in session.exercises],
        [one.uid for one in done],
        [one.uid for one in planned],
    ]
    for block in session.exercises:
        lists += [[one.n for one in block.performed], [one.n for one in block.planned]]
    if any(len(set(one)) != len(one) for one in lists):
        raise InvalidEntry("Something stands in this workout twice.", "Look at its sets and places.", field="uid")
