"""A lifter's settings by name and as text: read, changed, and taken back."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.logbook.lifters import refuse_name
from workout_tui.model.equipment import EQUIPMENT, Equipment, reach
from workout_tui.model.load import Unit
from workout_tui.model.plates import Inventory
from workout_tui.model.preferences import LIFTER, T
from workout_tui.store import lifters, undo

if TYPE_CHECKING:
    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.lifter import Lifter
    from workout_tui.model.preferences import Preference
    from workout_tui.store.connection import Store

_OF_LIFTER = {one.name: one for one in LIFTER}
_OF_EQUIPMENT = {one.name: one for one in EQUIPMENT}
NAMES = (*_OF_LIFTER, *_OF_EQUIPMENT)
"""The names of all settings that belong to a lifter."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as it stands."""

    name: str
    label: str
    about: str
    allowed: str
    value: str
    choices: tuple[str, ...] = ()
    """all values there are, when they are few"""


def settings(desk: Desk) -> tuple[Setting, ...]:
    """All settings of the lifter, in the order in which they are shown."""
    with desk.store.read():
        profile_id, lifter = desk.lifter()
        there = _equipment(desk.store, profile_id)
    reached = {f"plates_{unit}": reach(inventory) for unit, inventory in there.by_unit.items()}
    equipment = (shown(one, there) for one in EQUIPMENT)
    return (
        *(shown(one, lifter) for one in LIFTER),
        *(replace(one, about=reached.get(one.name) or one.about) for one in equipment),
    )


def shown(preference: Preference[T], whole: T) -> Setting:
    """A setting with its value."""
    return Setting(
        preference.name,
        preference.label,
        preference.about,
        preference.allowed,
        preference.show(whole),
        preference.choices,
    )


def read_setting(desk: Desk, name: str, typed: str) -> str:
    """How a value that was typed would be shown; nothing is written.

    Raises:
        InvalidEntry: there is no such setting, or it cannot have this value.
    """
    profile_id, lifter = desk.lifter()
    if name in _OF_LIFTER:
        one = _OF_LIFTER[name]
        return one.show(one.changed(lifter, typed))
    two = _of_equipment(name)
    return two.show(two.changed(_equipment(desk.store, profile_id), typed))


def change_setting(desk: Desk, name: str, typed: str) -> str:
    """Give a setting the value that was typed, and say how it then stands. One act, undone by `undo_setting`.

    Raises:
        InvalidEntry: there is no such setting, or it cannot have this value.
    """
    with desk.act("setting") as deed:
        deed.is_about(desk.lifter_uid)
        deed.told["setting"] = name
        if name in _OF_LIFTER:
            return _change_lifter(deed, _OF_LIFTER[name], typed)
        return _change_equipment(deed, _of_equipment(name), typed)


def undo_setting(desk: Desk) -> None:
    """Take back the last change of a setting.

    Raises:
        CannotUndo: there is none, or the same was changed since in another way.
    """
    with desk.timed("undo"):
        undo.undo_about(desk.store, desk.lifter_uid, at=desk.clock.now())


def redo_setting(desk: Desk) -> None:
    """Do again the change of a setting that was taken back last.

    Raises:
        CannotUndo: there is none, or the same was changed since.
    """
    with desk.timed("redo"):
        undo.redo_about(desk.store, desk.lifter_uid, at=desk.clock.now())


def _of_equipment(name: str) -> Preference[Equipment]:
    if name not in _OF_EQUIPMENT:
        near = difflib.get_close_matches(name, NAMES, n=1)
        fix = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(NAMES)}."
        raise InvalidEntry(f"There is no setting “{name}”.", fix, field="name")
    return _OF_EQUIPMENT[name]


def _equipment(store: Store, profile_id: int) -> Equipment:
    return Equipment(
        {
            unit: Inventory(lifters.bars(store, profile_id, unit), lifters.plates(store, profile_id, unit))
            for unit in Unit
        }
    )


def _change_lifter(deed: Deed, one: Preference[Lifter], typed: str) -> str:
    lifter = one.changed(deed.lifter, typed)
    refuse_name(deed.store, lifter.name, lifter.uid)
    lifters.put(deed.store, lifter)
    return one.show(lifter)


def _change_equipment(deed: Deed, one: Preference[Equipment], typed: str) -> str:
    there = one.changed(_equipment(deed.store, deed.profile_id), typed)
    for unit, inventory in there.by_unit.items():
        lifters.set_bars(deed.store, deed.profile_id, unit, inventory.bars)
        lifters.set_plates(deed.store, deed.profile_id, unit, inventory.plates)
    return one.show(there)
