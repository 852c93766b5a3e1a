"""Changing what is planned while a session runs: sets and exercises, added, skipped, swapped, put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry, NotFound
from workout_tui.logbook.upcoming import as_last_time
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import PlanState, Session, Status
from workout_tui.store import blocks, exercises, sets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_tui.logbook.desk import Deed, Desk


def write_targets(deed: Deed, block_id: int, n: int, targets: Sequence[Target]) -> None:
    """Plan sets on the places from `n` on."""
    for place, target in enumerate(targets, start=n):
        sets.plan(deed.store, block_id, deed.new_uid(), place, target)


def refuse_full(deed: Deed, block_id: int, more: int = 1) -> None:
    """Refuse to put more sets behind the last one of an exercise than it has room for.

    Raises:
        InvalidEntry: what to do instead.
    """
    if sets.last_place(deed.store, block_id) + more > sets.MOST:
        raise InvalidEntry(
            f"An exercise has room for {sets.MOST} sets.", "Add it to the workout once more.", field="sets"
        )


def skip(desk: Desk, planned_uid: str) -> Session:
    """A planned set won't be done. One that is done stays done."""
    return _set_state(desk, "skip set", planned_uid, PlanState.OPEN, PlanState.SKIPPED)


def unskip(desk: Desk, planned_uid: str) -> Session:
    """A skipped set is open again."""
    return _set_state(desk, "unskip set", planned_uid, PlanState.SKIPPED, PlanState.OPEN)


def skip_exercise(desk: Desk, block_uid: str) -> Session:
    """None of the open sets of an exercise will be done."""
    return _set_all_states(desk, "skip exercise", block_uid, PlanState.OPEN, PlanState.SKIPPED)


def unskip_exercise(desk: Desk, block_uid: str) -> Session:
    """All skipped sets of an exercise are open again."""
    return _set_all_states(desk, "unskip exercise", block_uid, PlanState.SKIPPED, PlanState.OPEN)


def set_kind(desk: Desk, uid: str, kind: SetKind) -> Session:
    """Make a planned set a warm-up, a work set …."""
    with desk.act("set kind") as deed:
        planned = deed.find_planned(uid)
        sets.set_planned_kind(deed.store, planned.id, kind)
        return deed.session()


def add_set(desk: Desk, block_uid: str, kind: SetKind = SetKind.WORK) -> Session:
    """Plan one more set at the end of an exercise, with nothing asked for."""
    with desk.act("add set") as deed:
        block = deed.find_block(block_uid)
        refuse_full(deed, block.id)
        write_targets(deed, block.id, sets.last_place(deed.store, block.id) + 1, [Target(kind=kind)])
        return deed.session()


def insert_sets(desk: Desk, block_uid: str, before_n: int, targets: Sequence[Target]) -> Session:
    """Plan sets before a place of an exercise; what stands there and after it moves down."""
    with desk.act("insert sets") as deed:
        block = deed.find_block(block_uid)
        refuse_full(deed, block.id, len(targets))
        sets.make_room(deed.store, block.id, before_n, len(targets))
        write_targets(deed, block.id, before_n, targets)
        return deed.session()


def remove_planned(desk: Desk, planned_uid: str) -> Session:
    """Take a planned set that wasn't done out of the session."""
    with desk.act("remove planned set") as deed:
        planned = deed.find_planned(planned_uid)
        if planned.state is PlanState.DONE:
            raise InvalidEntry("This set was done.", "Remove the set itself.", field="set")
        sets.unplan(deed.store, planned.id)
        return deed.session()


def add_exercise(desk: Desk, session_uid: str, exercise_uid: str, after: str | None = None) -> Session:
    """Add an exercise with as many sets as last time; after the block `after`, or at the end.

    To a session that is over it is added without any: nothing is planned in hindsight.
    """
    with desk.act("add exercise") as deed:
        session = deed.find_session(session_uid)
        plans = session.status is Status.ACTIVE
        place_exercise(deed, session.id, exercise_uid, uid=deed.new_uid(), after=after, plans=plans)
        return deed.session()


def place_exercise(
    deed: Deed, session_id: int, exercise_uid: str, *, uid: str, after: str | None = None, plans: bool = True
) -> int:
    """Write a new block, with open sets if it `plans`. Returns the id of its row."""
    exercise_id, _ = deed.find_exercise(exercise_uid)
    setting = exercises.settings(deed.store, deed.profile_id, exercise_id)
    block_id = blocks.insert(
        deed.store,
        uid=uid,
        session_id=session_id,
        exercise_id=exercise_id,
        rest_s=setting.rest_s,
        step=setting.step,
    )
    if plans:
        stands = sum(one.exercise_id == exercise_id for one in blocks.in_session(deed.store, session_id))
        number = stands - 1 or None  # the only one goes by all that was done last time
        write_targets(deed, block_id, 1, as_last_time(deed.store, deed.profile_id, exercise_uid, number))
    if after is not None:
        before = _block_in(deed, session_id, after)
        order = [block.id for block in blocks.in_session(deed.store, session_id) if block.id != block_id]
        order.insert(order.index(before) + 1, block_id)
        blocks.reorder(deed.store, order)
    return block_id


def remove_exercise(desk: Desk, block_uid: str) -> Session:
    """Take an exercise of which nothing was done out of the session."""
    with desk.act("remove exercise") as deed:
        block = deed.find_block(block_uid)
        if sets.performed_in(deed.store, block.id):
            raise InvalidEntry("Sets of this exercise were done.", "Remove or move them first.", field="exercise")
        blocks.delete(deed.store, block.id)
        return deed.session()


def swap_exercise(desk: Desk, block_uid: str, exercise_uid: str, *, everything: bool = False) -> Session:
    """Put another exercise in the place of one.

    Sets that were done stay with the exercise they were done of, and the new one takes over what is
    open, right after it; with `everything`, or when nothing was done, the whole block becomes the other
    exercise. Loads written for the old exercise are dropped from what is open: they say nothing about
    the new one.
    """
    with desk.act("swap exercise") as deed:
        block = deed.find_block(block_uid)
        exercise_id, _ = deed.find_exercise(exercise_uid)
        target_block = block.id
        if sets.performed_in(deed.store, block.id) and not everything:
            target_block = _split_off(deed, block, exercise_uid)
        else:
            setting = exercises.settings(deed.store, deed.profile_id, exercise_id)
            blocks.set_exercise(deed.store, block.id, exercise_id, setting.rest_s, setting.step)
        _drop_loads(deed, target_block)
        return deed.session()


def reorder(desk: Desk, session_uid: str, block_uids: Sequence[str]) -> Session:
    """Put the exercises of a session in this order; those not named follow in the order they had."""
    with desk.act("reorder") as deed:
        session = deed.find_session(session_uid)
        named = list(dict.fromkeys(_block_in(deed, session.id, uid) for uid in block_uids))
        others = [block.id for block in blocks.in_session(deed.store, session.id) if block.id not in named]
        blocks.reorder(deed.store, [*named, *others])
        return deed.session()


def set_superset(desk: Desk, session_uid: str, letters: Mapping[str, str]) -> Session:
    """Group exercises: blocks with the same letter are done in turns; an empty letter stands alone."""
    with desk.act("superset") as deed:
        session = deed.find_session(session_uid)
        grouped = {_block_in(deed, session.id, uid): letter for uid, letter in letters.items()}
        blocks.set_supersets(deed.store, grouped)
        return deed.session()


def note_exercise(desk: Desk, block_uid: str, text: str) -> Session:
    """Write the note of an exercise for this session."""
    with desk.act("note exercise") as deed:
        blocks.set_note(deed.store, deed.find_block(block_uid).id, text)
        return deed.session()


def _block_in(deed: Deed, session_id: int, uid: str) -> int:
    """The row of a block of this very session."""
    found = blocks.of_uid(deed.store, deed.profile_id, uid)
    if found is None or found.session_id != session_id:
        raise NotFound("This exercise is no longer in the workout.", "Look at the workout again.", block=uid)
    return found.id


def _set_state(desk: Desk, kind: str, planned_uid: str, only: PlanState, state: PlanState) -> Session:
    with desk.act(kind) as deed:
        planned = deed.find_planned(planned_uid)
        if planned.state is only:
            sets.set_state(deed.store, planned.id, state)
        return deed.session()


def _set_all_states(desk: Desk, kind: str, block_uid: str, only: PlanState, state: PlanState) -> Session:
    with desk.act(kind) as deed:
        for planned in sets.planned_in(deed.store, deed.find_block(block_uid).id):
            if planned.state is only:
                sets.set_state(deed.store, planned.id, state)
        return deed.session()


def _split_off(deed: Deed, block: blocks.Block, exercise_uid: str) -> int:
    """Give what is open of a block to a new one of another exercise, right after it."""
    remaining = [one for one in sets.planned_in(deed.store, block.id) if one.state is not PlanState.DONE]
    targets = sets.targets_of(deed.store, [one.id for one in remaining])
    uid = deed.new_uid()
    new_id = place_exercise(deed, block.session_id, exercise_uid, uid=uid, after=block.uid, plans=False)
    for one in remaining:
        sets.unplan(deed.store, one.id)
    write_targets(deed, new_id, 1, targets)
    return new_id


def _drop_loads(deed: Deed, block_id: int) -> None:
    for planned in sets.planned_in(deed.store, block_id):
        if planned.state is not PlanState.DONE:
            sets.drop_load(deed.store, planned.id)
