"""The first run, and a new lifter later: who is training, and in which unit."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from workout_tui.errors import WorkoutError
from workout_tui.logbook import lifters
from workout_tui.model.load import Unit
from workout_tui.ui import whoami
from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.presenters import first_run as draw
from workout_tui.ui.screens.offers import OffersScreen
from workout_tui.ui.screens.place import Place
from workout_tui.ui.text import plain
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.field import Harmless
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.content import Content

_LONGEST_NAME = 40

_NEXT = Command("who.next", "enter", "next", "⏎", "go on", "next")
_UNIT = Command("who.unit", "up,down,tab", "unit", "↑ ↓", "kilograms or pounds", "kg or lb", priority=True)
_BACK = Command("who.back", "escape", "back", "esc", "back", "back", priority=True)
_QUIT = Command("who.quit", "ctrl+q", "app.quit", "ctrl+q", "quit", "quit", priority=True)


class FirstRunScreen(Place):
    """A name and a unit, both guessed.

    Args:
        adding: whether there are lifters already, and esc leads back to them.
    """

    CSS_PATH = "first_run.tcss"
    KEYS = (_NEXT, _UNIT, _BACK, _QUIT)
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    RECORDED_AS = "first run"

    def __init__(self, *, adding: bool = False) -> None:
        super().__init__()
        self._adding = adding
        self._unit = whoami.unit(os.environ)

    def compose(self) -> ComposeResult:
        """The name of the game, two fields, a line for what is wrong."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(self._draw_head, id="welcome")
            with Vertical(id="who"):
                yield Label("Who is training?", markup=False)
                with Horizontal(classes="field"):
                    yield Label("name", markup=False, classes="caption")
                    name = "" if self._adding else whoami.name()
                    yield Input(name, max_length=_LONGEST_NAME, id="name", highlighter=Harmless())
                with Horizontal(classes="field"):
                    yield Label("unit", markup=False, classes="caption")
                    yield Canvas(self._draw_unit, id="unit")
                yield Label("", markup=False, id="wrong")
        yield KeyBar([])

    def on_mount(self) -> None:
        """Say where we are; the name has the focus."""
        self.query_one(TopBar).say("new lifter" if self._adding else "welcome", chip=self.workout.chip)
        self.query_one(KeyBar).show(self.shown([_NEXT, _UNIT, _BACK if self._adding else _QUIT]))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """⏎ in the name: it comes through the field, behind the letters that were typed before it."""
        event.stop()
        self.action_next()

    def say(self, error: WorkoutError) -> None:
        """Tell what is wrong with the name below it, or that the log cannot be asked."""
        self.record(error)
        self._tell(plain(str(error)))

    def action_next(self) -> None:
        """On to what to begin with."""
        if self._presses.is_repeat("enter"):
            return
        name = self.query_one(Input).value.strip()
        try:
            lifters.refuse_name(self.workout.file.store, name)
        except WorkoutError as error:
            self.say(error)
        else:
            self._tell("")
            self.app.push_screen(OffersScreen(name, self._unit))

    def action_unit(self) -> None:
        """Take the other unit."""
        self._unit = Unit.LB if self._unit is Unit.KG else Unit.KG
        self.query_one("#unit", Canvas).refresh()

    def action_back(self) -> None:
        """Back to the lifters there are."""
        if self._adding:
            self.app.pop_screen()

    def _tell(self, words: str) -> None:
        self.query_one("#wrong", Label).update(words)

    def _draw_head(self, width: int, _height: int) -> list[Content]:
        return draw.welcome("LIFT", width, self.workout.glyphs, tall=self.tall)

    def _draw_unit(self, _width: int, _height: int) -> list[Content]:
        return [draw.units(self._unit, self.workout.glyphs)]
