"""Lifters: the first one, another one on the same laptop, and their settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry, NotFound
from workout_tui.model.exercise import name_key
from workout_tui.model.lifter import Lifter
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import Program, ProgramKind, Template
from workout_tui.store import acts, lifters, plan_writes

if TYPE_CHECKING:
    from workout_tui.clock import Clock, Uids
    from workout_tui.logbook.desk import Desk
    from workout_tui.store.connection import Store

SHELF = "Workouts"
"""the loose program every lifter begins with"""

EMPTY = "Empty workout"
"""the reserved template: exercises are added as one goes"""

_BARS = {Unit.KG: ("20", "15", "10"), Unit.LB: ("45", "35", "25")}
_PLATES = {
    Unit.KG: (("25", 2), ("20", 1), ("15", 1), ("10", 2), ("5", 2), ("2.5", 1), ("1.25", 1)),
    Unit.LB: (("45", 4), ("35", 1), ("25", 1), ("10", 2), ("5", 2), ("2.5", 1)),
}


def first_lifter(store: Store) -> Lifter | None:
    """The lifter who was there first; None in a log that is new."""
    return next(iter(lifters.all_of(store)), None)


def add_lifter(store: Store, name: str, unit: Unit, *, clock: Clock, uids: Uids) -> Lifter:
    """Add a lifter with a shelf for their workouts, the empty workout, and the usual bars and plates.

    Raises:
        InvalidEntry: the name is empty or taken.
    """
    lifter = Lifter(uids.new(), name.strip(), unit)
    at = clock.now()
    with acts.act(store, "add lifter", at=at):
        refuse_name(store, lifter.name)
        profile_id = lifters.put(store, lifter)
        shelf = plan_writes.put_program(store, profile_id, Program(uids.new(), SHELF, ProgramKind.LOOSE), at)
        empty = Template(uids.new(), EMPTY, "", 1, "", SHELF, ProgramKind.LOOSE, 0, 0, reserved=True)
        plan_writes.put_template(store, shelf, empty, {}, at)
        for each in Unit:
            lifters.set_bars(store, profile_id, each, [Load.of(text, each) for text in _BARS[each]])
            lifters.set_plates(store, profile_id, each, [(Load.of(text, each), pairs) for text, pairs in _PLATES[each]])
    return lifter


def change_lifter(store: Store, lifter: Lifter, *, clock: Clock) -> Lifter:
    """Write a lifter's name and settings.

    Raises:
        InvalidEntry: the name is empty or taken.
    """
    with acts.act(store, "change lifter", at=clock.now()):
        refuse_name(store, lifter.name, lifter.uid)
        lifters.put(store, lifter)
    return lifter


def change_own(desk: Desk, lifter: Lifter) -> Lifter:
    """Write the settings of the lifter at this desk; another one's are not theirs to change."""
    if lifter.uid != desk.lifter_uid:
        raise NotFound("This log has no such lifter.", "Choose one from the list.", lifter=lifter.uid)
    with desk.timed("change lifter"):
        return change_lifter(desk.store, lifter, clock=desk.clock)


def refuse_name(store: Store, name: str, lifter_uid: str = "") -> None:
    """Refuse a name that is none, or that is another's than that lifter's.

    Raises:
        InvalidEntry: which of the two it is.
    """
    if not name.strip():
        raise InvalidEntry("A lifter needs a name.", "Type one.", field="name")
    key = name_key(name)
    if any(other.uid != lifter_uid and name_key(other.name) == key for other in lifters.all_of(store)):
        raise InvalidEntry(f"There is a lifter “{name}” already.", "Choose another name.", field="name")
