"""What bringing a history does to the log, each as a piece of work for a thread beside the interface."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workout_tui.model.whole import WholeLog
from workout_tui.transfer import bringing
from workout_tui.transfer.bringing import Here

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.model.exercise import Exercise
    from workout_tui.transfer.bringing import Found, Outcome
    from workout_tui.transfer.importing import Told
    from workout_tui.ui.app import WorkoutApp
    from workout_tui.ui.bring.state import State


def here(app: WorkoutApp, state: State) -> Here:
    """The log, and whose history it is: that of somebody new, or of the lifter in front."""
    paths, new = app.parts.paths, state.new
    if new is not None:
        return Here(paths.database, paths.backups, app.clock, state.begun, new.name, new.unit)
    lifter = app.logbook.lifter
    return Here(paths.database, paths.backups, app.clock, lifter.uid, lifter.name, lifter.unit)


def reading(app: WorkoutApp, state: State) -> Callable[[Told], tuple[Found, dict[str, Exercise]]]:
    """Read the file, and look which of its names may be exercises that are known."""
    there, path, unit = here(app, state), state.path, state.unit

    def read(told: Told) -> tuple[Found, dict[str, Exercise]]:
        found = bringing.read(path, unit, told)
        return found, bringing.suggestions(found, there)

    return read


def trying(app: WorkoutApp, state: State, found: Found) -> Callable[[Told], Outcome]:
    """Take it in on a copy of the log."""
    return partial(bringing.try_out, found, here(app, state), state.confirmed)


def taking(app: WorkoutApp, state: State, found: Found) -> Callable[[Told], Outcome]:
    """Take it in.

    A lifter who is new comes into the log first; one who comes with a whole log is in that.
    """
    if state.new is not None and state.begun is None and not isinstance(found, WholeLog):
        state.begun = bringing.begin(app.file.store, here(app, state))
    return partial(bringing.take_in, found, here(app, state), state.confirmed)


def taking_back(app: WorkoutApp, state: State, outcome: Outcome, batch_uid: str) -> Callable[[Told], Outcome]:
    """Undo the import, as the command line does."""
    there = replace(here(app, state), lifter_uid=outcome.lifter_uid)
    return lambda _told: bringing.take_back(there, batch_uid)
