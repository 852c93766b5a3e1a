"""The ? page: the keys of the screen below, and what can be typed on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.presenters.keys import page
from workout_tui.ui.presenters.rows import styled
from workout_tui.ui.screens.place import Place
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import Binding

_CLOSE = Command("keys.close", "escape,question_mark,q", "app.pop_screen", "esc", "close", "close", palette=False)
_FIND = Command(
    "keys.find", "ctrl+p", "app.command_palette", "ctrl+p", "find", "any command by its words", palette=False
)


class KeysScreen(Place):
    """One page, made of the commands as they are declared."""

    KEYS = (_CLOSE, _FIND)
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]

    def __init__(self, below: Place) -> None:
        """`below`: whose keys."""
        super().__init__()
        self._below = below

    def compose(self) -> ComposeResult:
        """A bar, the page, the key that closes it."""
        commands = self.shown(self._below.KEYS)
        yield TopBar(self.workout.glyphs)
        yield Canvas(partial(page, commands, self._below.FORMS, glyphs=self.workout.glyphs)).add_class("body")
        yield KeyBar([])

    def draw(self) -> None:
        """Whose keys they are."""
        where = [self._below.WHERE] if self._below.WHERE else []
        self.query_one(TopBar).say(styled("Keys", "bold"), *where, chip=self.workout.chip)
        self.query_one(KeyBar).show(self.shown(self.KEYS))
