"""Logging sets: the path every Enter takes, and what corrects it.

A set's uid is made before it is typed, so a retry is harmless; its place is chosen inside the transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_tui.errors import InvalidEntry, NotFound
from workout_tui.logbook import slots
from workout_tui.logbook.log_ids import LogId
from workout_tui.logbook.planning import place_exercise, refuse_full
from workout_tui.model.plan import SetKind
from workout_tui.model.session import PerformedSet, PlanState, Session, SetValues, Slot, Status
from workout_tui.store import blocks, sets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_tui.logbook.desk import Deed, Desk


class Place(NamedTuple):
    """Where a set is meant to go."""

    session_exercise_uid: str
    exercise_uid: str
    planned_uid: str | None = None
    """the planned set it fulfils; None: none, it is one more"""


class NewSet(NamedTuple):
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
        InvalidEntry: there is no set, or the log refused its values.
    """
    if not new:
        raise InvalidEntry("There is no set to log.", "Type one.", field="sets")
    with desk.act("log sets") as deed:
        stands = known_sets(deed, new)
        if len(stands) == len(new):
            _update(deed, new, stands)
        else:
            found = slots.running_session(deed, slot, place, new)
            deed.concerns(found.id)
            write_sets(deed, found.id, place, new)
        session = deed.session()
    if session.status is Status.ACTIVE:
        desk.log_ids.put(session.slot, LogId(deed.session_id, session.uid))
        desk.now_in(session.uid)
    return session


def known_sets(deed: Deed, new: Sequence[NewSet]) -> dict[str, sets.Performed]:
    """Those of the sets that the log has already, by uid.

    Raises:
        NotFound: one belongs to another lifter.
    """
    return {one.uid: known for one in new if (known := _known_set(deed, one.uid))}


def write_sets(deed: Deed, session_id: int, place: Place, new: Sequence[NewSet], at: int | None = None) -> None:
    """Within an act: write sets into a session; `at`: when they were done, if not now."""
    _write(deed, _block(deed, session_id, place), place, new, at)


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
            uid = deed.new_uid()
            to_id = place_exercise(deed, block.session_id, to_exercise_uid, uid=uid, after=block.uid, plans=False)
        refuse_full(deed, to_id, max((n for _, _, n in sets.performed_in(deed.store, block.id)), default=0))
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


def _put(deed: Deed, block_id: int, n: int, one: NewSet, at: int | None = None) -> None:
    sets.put(deed.store, block_id, PerformedSet(one.uid, n, one.values, deed.now if at is None else at))


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


def _write(deed: Deed, block_id: int, place: Place, new: Sequence[NewSet], at: int | None) -> None:
    stands = known_sets(deed, new)
    wanted, previous = place.planned_uid, 0
    for one in new:
        stand = stands.get(one.uid)
        if stand is not None:
            _put(deed, stand.block_id, stand.n, one)
            previous = stand.n
            continue
        n, planned = _place_for(deed, block_id, one, wanted, previous)
        _put(deed, block_id, n, one, at)
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
    warm = one.values.kind is SetKind.WARMUP
    alike = (plan for plan in open_sets if (plan.kind is SetKind.WARMUP) is warm)
    plan = next((plan for plan in open_sets if not previous and plan.uid == wanted), None) or next(alike, None)
    is_drop = one.values.kind is SetKind.DROP and (plan is None or plan.kind is not SetKind.DROP)
    if previous and (is_drop or (plan is None and open_sets)):  # it stands behind its own kind; the plan stays open
        refuse_full(deed, block_id)
        sets.make_room(deed.store, block_id, previous + 1, 1)
        return previous + 1, None
    taken = {n for _, _, n in sets.performed_in(deed.store, block_id)}
    if plan is not None and plan.n not in taken:
        return plan.n, plan.id
    refuse_full(deed, block_id)
    return sets.last_place(deed.store, block_id) + 1, plan.id if plan else None
