"""Logging sets: the path every Enter takes, and what corrects it.

A set goes to the session of its slot. The remembered id is proven inside the transaction; if it proves
stale, the database is asked; if the session is gone altogether (a backup was restored), it is begun
again, so that nothing typed is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NoReturn

from workout_tui.errors import NotFound, StaleSession
from workout_tui.logbook.log_ids import LogId
from workout_tui.logbook.planning import place_exercise
from workout_tui.logbook.starting import begin, refuse_second
from workout_tui.model.plan import SetKind
from workout_tui.model.session import PerformedSet, PlanState, Session, SessionExercise, SetValues, Slot, Status
from workout_tui.store import blocks, plans, session_reads, sessions, sets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_tui.logbook.desk import Deed, Desk


@dataclass(frozen=True, slots=True)
class Place:
    """Where a set is meant to go."""

    session_exercise_uid: str
    exercise_uid: str
    planned_uid: str | None = None
    """the planned set it fulfils; None: none, it is one more"""


@dataclass(frozen=True, slots=True)
class NewSet:
    """A set about to be logged. Its uid was made when it became the current one; a retry uses the same."""

    uid: str
    values: SetValues


def log_sets(desk: Desk, slot: Slot, place: Place, new: Sequence[NewSet]) -> Session:
    """Log sets, in one transaction.

    The first takes its planned place if that is open, the following ones the next open planned places,
    then the next free ones; a drop set stands right behind the set it drops from. The same uid again
    updates, and never makes a second set.

    Raises:
        StaleSession: the session was finished or discarded elsewhere; `mine` has the sets in it.
        DuplicateSession: the session is gone from the log, and another one runs.
        NotFound: a uid belongs to another lifter.
    """
    with desk.act("log sets") as deed:
        stands = {one.uid: known for one in new if (known := _known_set(deed, one.uid))}
        if len(stands) == len(new):
            _update(deed, new, stands)
        else:
            found = _running_session(deed, slot, place, new)
            deed.concerns(found.id)
            _write(deed, _block(deed, found.id, place), place, new, stands)
        session = deed.session()
    if session.status is Status.ACTIVE:
        desk.log_ids.put(session.slot, LogId(deed.session_id, session.uid))
    return session


def edit_set(desk: Desk, set_uid: str, values: SetValues) -> Session:
    """Correct a set; its place and time stay."""
    with desk.act("edit set") as deed:
        found = deed.find_set(set_uid)
        _put(deed, found.block_id, found.n, NewSet(found.uid, values))
        return deed.session()


def remove_set(desk: Desk, set_uid: str) -> Session:
    """Remove a set; its planned place becomes open again."""
    with desk.act("remove set") as deed:
        found = deed.find_set(set_uid)
        sets.delete(deed.store, found.id, found.uid)
        return deed.session()


def move_sets(desk: Desk, block_uid: str, to_exercise_uid: str) -> Session:
    """The sets done here were of another exercise: move them to it, and leave the plan here open again.

    They go to that exercise's block in this session; if it has none, a new one right after this one.
    """
    with desk.act("move sets") as deed:
        block = deed.find_block(block_uid)
        exercise_id, _ = deed.find_exercise(to_exercise_uid)
        others = [one for one in blocks.in_session(deed.store, block.session_id) if one.exercise_id == exercise_id]
        to_id = next((one.id for one in others if one.id != block.id), None)
        if to_id is None:
            to_id = blocks.insert(deed.store, uid=deed.new_uid(), session_id=block.session_id, exercise_id=exercise_id)
            order = [one.id for one in blocks.in_session(deed.store, block.session_id) if one.id != to_id]
            order.insert(order.index(block.id) + 1, to_id)
            blocks.reorder(deed.store, order)
        sets.move_all(deed.store, block.id, to_id, sets.last_place(deed.store, to_id))
        return deed.session()


def _known_set(deed: Deed, uid: str) -> sets.Performed | None:
    found = sets.performed(deed.store, uid)
    if found is not None and found.profile_id != deed.profile_id:
        raise NotFound("This set belongs to another lifter.", "Log it as a new one.", set=uid)
    return found


def _update(deed: Deed, new: Sequence[NewSet], stands: Mapping[str, sets.Performed]) -> None:
    for one in new:
        _put(deed, stands[one.uid].block_id, stands[one.uid].n, one)
        deed.concerns(stands[one.uid].session_id)


def _put(deed: Deed, block_id: int, n: int, one: NewSet) -> None:
    sets.put(deed.store, block_id, PerformedSet(one.uid, n, one.values, deed.now))


def _running_session(deed: Deed, slot: Slot, place: Place, new: Sequence[NewSet]) -> sessions.Found:
    """The session of a slot: remembered and proven, else found, else begun again."""
    log_ids = deed.desk.log_ids
    kept = log_ids.get(slot)
    block = blocks.of_uid(deed.store, deed.profile_id, place.session_exercise_uid)
    # The slot of a discarded session may be a new one's by now; a set belongs to the exercise it was typed into.
    if kept is not None and (block is None or block.session_id == kept.id):
        if sessions.proven(deed.store, deed.profile_id, slot, *kept):
            return sessions.Found(*kept, Status.ACTIVE)
        log_ids.cleanup(slot, _why_stale(deed, kept))
    found = sessions.of_id(deed.store, block.session_id) if block else _holder(deed, slot, kept)
    if found is None:
        return _begun_again(deed, slot, kept)
    if found.status is not Status.ACTIVE:
        _refuse_closed(deed, found, place, new)
    return found


def _holder(deed: Deed, slot: Slot, kept: LogId | None) -> sessions.Found | None:
    """The session that has a slot; none when it is a closed one, in a file that no longer knows the one remembered."""
    holder = sessions.in_slot(deed.store, deed.profile_id, slot)
    runs = holder is not None and holder.status is Status.ACTIVE
    restored = kept is not None and not sessions.known(deed.store, kept.uid)
    return None if restored and not runs else holder


def _why_stale(deed: Deed, kept: LogId) -> str:
    holder = sessions.of_id(deed.store, kept.id)
    if holder is None:
        return "gone"
    if holder.uid != kept.uid:
        return "another session's id"
    return "moved" if holder.status is Status.ACTIVE else holder.status.value


def _begun_again(deed: Deed, slot: Slot, kept: LogId | None) -> sessions.Found:
    refuse_second(deed)
    found = plans.find(deed.store, deed.profile_id, slot.template_uid)
    if found is None:
        raise NotFound(
            "This workout and its template are no longer in the log.",
            "Was a backup restored? Start an empty workout and log the set there.",
            template=slot.template_uid,
        )
    uid = kept.uid if kept and not sessions.known(deed.store, kept.uid) else deed.new_uid()
    begin(deed, *found, uid, slot.occurrence)
    deed.desk.metrics.count("session.begun_again")
    return sessions.Found(deed.session_id, uid, Status.ACTIVE)


def _refuse_closed(deed: Deed, found: sessions.Found, place: Place, new: Sequence[NewSet]) -> NoReturn:
    theirs = session_reads.whole(deed.store, found.id)
    ended = "finished" if found.status is Status.COMPLETED else "discarded"
    count = "This set was" if len(new) == 1 else f"These {len(new)} sets were"
    raise StaleSession(
        f"“{theirs.title}” was {ended} elsewhere meanwhile. {count} not saved, and not lost.",
        "Open it again to add what you typed.",
        mine=_with_sets(theirs, place, new, deed.now),
        theirs=theirs,
    )


def _with_sets(theirs: Session, place: Place, new: Sequence[NewSet], at: int) -> Session:
    def grown(block: SessionExercise) -> SessionExercise:
        if block.uid != place.session_exercise_uid:
            return block
        last = max((row.n for row in block.rows), default=0)
        more = tuple(PerformedSet(one.uid, last + n, one.values, at) for n, one in enumerate(new, start=1))
        return replace(block, performed=(*block.performed, *more))

    return replace(theirs, exercises=tuple(grown(block) for block in theirs.exercises))


def _block(deed: Deed, session_id: int, place: Place) -> int:
    """The block a set goes to: the one named; else, in a session begun again, that of its exercise; else a new one."""
    stand = blocks.in_session(deed.store, session_id)
    named = next((one.id for one in stand if one.uid == place.session_exercise_uid), None)
    if named is not None:
        return named
    exercise_id, _ = deed.find_exercise(place.exercise_uid)
    same = next((one.id for one in stand if one.exercise_id == exercise_id), None)
    if same is not None:
        return same
    taken = blocks.known(deed.store, place.session_exercise_uid)
    uid = deed.new_uid() if taken else place.session_exercise_uid
    return place_exercise(deed, session_id, place.exercise_uid, uid=uid)


def _write(
    deed: Deed, block_id: int, place: Place, new: Sequence[NewSet], stands: Mapping[str, sets.Performed]
) -> None:
    wanted, previous = place.planned_uid, 0
    for one in new:
        stand = stands.get(one.uid)
        if stand is not None:
            _put(deed, stand.block_id, stand.n, one)
            previous = stand.n
            continue
        n, planned = _place_for(deed, block_id, one, wanted, previous)
        _put(deed, block_id, n, one)
        if planned is not None:
            sets.fulfil(deed.store, planned, one.uid)
        previous = n


def _place_for(deed: Deed, block_id: int, one: NewSet, wanted: str | None, previous: int) -> tuple[int, int | None]:
    """The place of a new set and the planned set it fulfils, if any. `previous`: the place before it in this line."""
    open_sets = (
        []
        if wanted is None
        else [
            plan for plan in sets.planned_in(deed.store, block_id) if plan.state is PlanState.OPEN and plan.n > previous
        ]
    )
    taken = {n for _, _, n in sets.performed_in(deed.store, block_id)}
    plan = next((plan for plan in open_sets if not previous and plan.uid == wanted), None) or next(
        iter(open_sets), None
    )
    if one.values.kind is SetKind.DROP and previous and (plan is None or plan.kind is not SetKind.DROP):
        sets.make_room(deed.store, block_id, previous + 1, 1)
        return previous + 1, None
    if plan is not None and plan.n not in taken:
        return plan.n, plan.id
    return sets.last_place(deed.store, block_id) + 1, plan.id if plan else None
