"""Whose log a command is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry

if TYPE_CHECKING:
    from workout_tui.model.lifter import Lifter
    from workout_tui.store.connection import Store


def whose(store: Store, name: str | None) -> Lifter | None:
    """The lifter of this name, or the only one; None in a log that has none yet."""
    from workout_tui.model.exercise import name_key
    from workout_tui.store import lifters

    there = lifters.all_of(store)
    if not there:
        return None
    found = [one for one in there if name is None or name_key(one.name) == name_key(name)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(one.name for one in there)
    if found:
        raise InvalidEntry(f"Several lifters share this log: {names}.", "Add --lifter and a name.")
    raise InvalidEntry(f"This log has no lifter “{name}”.", f"There is: {names}.")
