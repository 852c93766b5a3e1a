"""Every screen's commands by the screen's name: what a user's key map is checked against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.ui.log.typing import STARTERS
from workout_tui.ui.screens.bring import BringScreen
from workout_tui.ui.screens.editor import EditorScreen
from workout_tui.ui.screens.finish import FinishScreen
from workout_tui.ui.screens.first_run import FirstRunScreen
from workout_tui.ui.screens.history import HistoryScreen
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.keymap import KeymapScreen
from workout_tui.ui.screens.log import LogScreen
from workout_tui.ui.screens.offers import OffersScreen
from workout_tui.ui.screens.settings import SettingsScreen
from workout_tui.ui.screens.progress import ProgressScreen
from workout_tui.ui.screens.takeover import SteppedDownScreen, TakeoverScreen
from workout_tui.ui.screens.trouble import TroubleScreen

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from workout_tui.config import Config
    from workout_tui.ui.commands import Command


def commands_by_place() -> Mapping[str, Sequence[Command]]:
    """The commands of all screens."""
    return {
        "Home": HomeScreen.KEYS,
        "History": HistoryScreen.KEYS,
        "Log": LogScreen.KEYS,
        "Finish": FinishScreen.KEYS,
        "the editor": EditorScreen.KEYS,
        "the first run": FirstRunScreen.KEYS,
        "the starter programs": OffersScreen.KEYS,
        "Progress": ProgressScreen.KEYS,
        "bringing a history": BringScreen.KEYS,
        "Settings": SettingsScreen.KEYS,
        "the keys": KeymapScreen.KEYS,
        "the second window": TakeoverScreen.KEYS,
        "the closed window": SteppedDownScreen.KEYS,
        "the damaged log": TroubleScreen.KEYS,
    }


def typed_by_place(config: Config) -> Mapping[str, Collection[str]]:
    """The characters that begin a line where there is one, and so are no commands there."""
    return {"Log": STARTERS | frozenset(config.unshifted_digits)}
