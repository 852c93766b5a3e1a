"""The command palette: every command of the screen in front, by its words, and the themes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from workout_tui.ui import keymap
from workout_tui.ui.screens.place import Place
from workout_tui.ui.theme import PALETTES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from workout_tui.ui.app import WorkoutApp


def commands(app: WorkoutApp, screen: Screen[object]) -> Iterable[SystemCommand]:
    """What the palette offers while `screen` is in front."""
    if isinstance(screen, Place):
        for command in keymap.applied(screen.KEYS, app.parts.config.keys):
            if command.palette:
                help_text = f"{command.shown}   {command.id}"
                yield SystemCommand(command.help, help_text, partial(screen.run_action, command.action))
    for name in PALETTES:
        if name != app.theme:
            yield SystemCommand(f"theme {name}", "kept in the settings", partial(app.change_theme, name))
