"""Every screen's commands by the screen's name: what a user's key map is checked against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.ui.screens.bring import BringScreen
from workout_tui.ui.screens.connect import ConnectScreen
from workout_tui.ui.screens.editor import EditorScreen
from workout_tui.ui.screens.exercise import ExerciseScreen
from workout_tui.ui.screens.exercises import ExercisesScreen
from workout_tui.ui.screens.finish import FinishScreen
from workout_tui.ui.screens.first_run import FirstRunScreen
from workout_tui.ui.screens.history import HistoryScreen
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.keymap import KeymapScreen
from workout_tui.ui.screens.log import LogScreen
from workout_tui.ui.screens.offers import OffersScreen
from workout_tui.ui.screens.past import PastScreen
from workout_tui.ui.screens.programs import ProgramsScreen
from workout_tui.ui.screens.progress import ProgressScreen
from workout_tui.ui.screens.pull import PullScreen
from workout_tui.ui.screens.session import SessionScreen
from workout_tui.ui.screens.settings import SettingsScreen
from workout_tui.ui.screens.sync import SyncScreen
from workout_tui.ui.screens.takeover import SteppedDownScreen, TakeoverScreen
from workout_tui.ui.screens.trouble import TroubleScreen

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from workout_tui.config import Config
    from workout_tui.ui.commands import Command
    from workout_tui.ui.screens.place import Place


PLACES: Mapping[str, type[Place]] = {
    "Home": HomeScreen,
    "Log": LogScreen,
    "Finish": FinishScreen,
    "History": HistoryScreen,
    "a past workout": SessionScreen,
    "the sets of a past workout": PastScreen,
    "Progress": ProgressScreen,
    "Exercises": ExercisesScreen,
    "Sync": SyncScreen,
    "connecting a sheet": ConnectScreen,
    "bringing from the sheet": PullScreen,
    "Settings": SettingsScreen,
    "an exercise": ExerciseScreen,
    "the keys": KeymapScreen,
    "the editor": EditorScreen,
    "the programs": ProgramsScreen,
    "bringing a history": BringScreen,
    "the first run": FirstRunScreen,
    "the starter programs": OffersScreen,
    "the second window": TakeoverScreen,
    "the closed window": SteppedDownScreen,
    "the damaged log": TroubleScreen,
}
"""All screens that have commands, by the name that words for the user give them; the ones one sees most come first."""


def commands_by_place() -> Mapping[str, Sequence[Command]]:
    """The commands of all screens."""
    return {name: place.KEYS for name, place in PLACES.items()}


def typed_by_place(config: Config) -> Mapping[str, Collection[str]]:
    """The characters that begin a line on a screen, and so can be no command's key there."""
    digits = frozenset(config.unshifted_digits)
    return {name: place.TYPES | digits for name, place in PLACES.items() if place.TYPES}
