"""Picking an exercise: a few letters find it, a digit takes what probably comes next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import Vertical

from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.log.paint.picking import listing
from workout_tui.ui.log.paint.signs import keys_row
from workout_tui.ui.log.picking import Option, options
from workout_tui.ui.presenters.rows import fitted, styled
from workout_tui.ui.screens.once import LeftOnce
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.field import Field

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.content import Content
    from textual.events import Key
    from textual.widgets import Input

    from workout_tui.model.exercise import Exercise
    from workout_tui.ui.app import WorkoutApp

_LONGEST_NAME = 80
_DIGITS = "123"


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to pick from."""

    title: str
    exercises: tuple[Exercise, ...]
    offered: tuple[str, ...] = ()
    """uids of the likeliest, at most three"""
    recent: tuple[str, ...] = ()
    """uids of those done lately, the latest first"""
    new: bool = True
    """whether what is not there can be added"""


class PickScreen(LeftOnce[Option | None]):
    """A card with a line to type in and the exercises that fit."""

    CSS_PATH = "pick.tcss"
    BINDINGS: ClassVar[list[Binding]] = bindings(  # type: ignore[assignment]
        [
            Command("pick.up", "up", "move(-1)", "↑", "up", palette=False, priority=True),
            Command("pick.down", "down", "move(1)", "↓", "down", palette=False, priority=True),
            Command("pick.cancel", "escape", "cancel", "esc", "back", palette=False),
        ]
    )

    def __init__(self, choices: Choices, opened_by: str) -> None:
        """`opened_by`: the key that opened it, so that its bouncing types nothing."""
        super().__init__()
        self._choices = choices
        self._opened_by = opened_by
        self._options: tuple[Option, ...] = ()
        self._now = 0

    def compose(self) -> ComposeResult:
        """Title, line, list, keys."""
        presses = self._app.presses
        presses.is_repeat(self._opened_by)
        with Vertical(id="pick", classes="" if self._app.glyphs.unicode else "-plain"):
            yield Canvas(self._title_row, id="pick-title")
            yield Field("", "type a few letters", presses, _LONGEST_NAME, leaves=_DIGITS)
            yield Canvas(id="pick-list")
            yield Canvas(self._keys, id="pick-keys")

    def on_mount(self) -> None:
        """Show all there is."""
        self._find("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find anew."""
        self._find(event.value)

    def on_input_submitted(self) -> None:
        """Take the marked one."""
        if self._options:
            self.leave(self._options[self._now])

    def on_key(self, event: Key) -> None:
        """A digit on the empty line takes one of the likeliest."""
        if self.query_one(Field).value:
            return
        chosen = next((one for one in self._options if one.number and str(one.number) == event.character), None)
        if chosen is not None:
            self.leave(chosen)

    def action_move(self, by: int) -> None:
        """Move the mark, not beyond the ends."""
        if self._options:
            self._now = min(max(0, self._now + by), len(self._options) - 1)
            self._show()

    def action_cancel(self) -> None:
        """Pick nothing."""
        self.leave(None)

    @property
    def _app(self) -> WorkoutApp:
        return cast("WorkoutApp", self.app)

    def _find(self, query: str) -> None:
        choices = self._choices
        self._options = options(query, choices.exercises, choices.offered, choices.recent, new=choices.new)
        self._now = 0
        self._show()

    def _show(self) -> None:
        draw = partial(_list, tuple(self._options), self._now, self._app)
        self.query_one("#pick-list", Canvas).show(draw)
        self.query_one("#pick-keys", Canvas).show(self._keys)

    def _title_row(self, width: int, _height: int) -> list[Content]:
        return fitted([styled(self._choices.title, "bold $dim")], width, 1, self._app.glyphs)

    def _keys(self, width: int, _height: int) -> list[Content]:
        glyphs = self._app.glyphs
        keys = [(glyphs.enter, "take it"), (glyphs.up_down, "choose"), ("esc", "back")]
        if any(one.number for one in self._options):
            keys.insert(1, ("1–3".replace("–", glyphs.dash), "at once"))
        return [keys_row(keys, width)]


def _list(found: tuple[Option, ...], now: int, app: WorkoutApp, width: int, height: int) -> list[Content]:
    return listing(found, now, width, height, app.glyphs)
