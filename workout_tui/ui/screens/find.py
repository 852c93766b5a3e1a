"""A card with a line to type in and a list of what fits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.containers import Vertical

from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.log.paint.signs import keys_row
from workout_tui.ui.presenters.rows import fitted, styled
from workout_tui.ui.screens.once import LeftOnce
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.content import Content
    from textual.widgets import Input

    from workout_tui.ui.app import WorkoutApp

_LONGEST = 80

Found = TypeVar("Found")


class FindScreen(LeftOnce["Found | None"], Generic[Found]):
    """Finds one thing by a few letters; the result is what was taken, None for esc."""

    CSS_PATH = "pick.tcss"
    LEAVES: ClassVar[str] = ""
    """characters that the line leaves to the screen while it is empty"""
    BINDINGS: ClassVar[list[Binding]] = bindings(  # type: ignore[assignment]
        [
            Command("pick.up", "up", "move(-1)", "↑", "up", palette=False, priority=True),
            Command("pick.down", "down", "move(1)", "↓", "down", palette=False, priority=True),
            Command("pick.cancel", "escape", "cancel", "esc", "back", palette=False),
        ]
    )

    def __init__(self, title: str, opened_by: str) -> None:
        """`opened_by`: the key that opened it, so that its bouncing types nothing."""
        super().__init__()
        self._heading = title
        self._opened_by = opened_by
        self._found: tuple[Found, ...] = ()
        self._now = 0

    # What each such card does in its own way

    def find(self, query: str) -> tuple[Found, ...]:
        """What fits, best first; nothing typed: all there is."""
        raise NotImplementedError

    def rows(self, found: Sequence[Found], now: int, width: int, height: int) -> list[Content]:
        """The list around the marked one."""
        raise NotImplementedError

    def keys(self, found: Sequence[Found]) -> list[tuple[str, str]]:  # noqa: ARG002 - what some cards depend on
        """The keys that work, and what they do."""
        glyphs = self._app.glyphs
        return [(glyphs.enter, "take it"), (glyphs.up_down, "choose"), ("esc", "back")]

    def compose(self) -> ComposeResult:
        """Title, line, list, keys."""
        presses = self._app.presses
        presses.is_repeat(self._opened_by)
        with Vertical(id="pick", classes="" if self._app.glyphs.unicode else "-plain"):
            yield Canvas(self._title_row, id="pick-title")
            yield Field("", "type a few letters", presses, _LONGEST, leaves=self.LEAVES)
            yield Canvas(id="pick-list")
            yield Canvas(self._keys_row, id="pick-keys")

    def on_mount(self) -> None:
        """Show all there is."""
        self._find("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find anew."""
        self._find(event.value)

    def on_input_submitted(self) -> None:
        """Take the marked one."""
        if self._found:
            self.dismiss(self._found[self._now])

    def action_move(self, by: int) -> None:
        """Move the mark, not beyond the ends."""
        if self._found:
            self._now = min(max(0, self._now + by), len(self._found) - 1)
            self._show()

    def action_cancel(self) -> None:
        """Take nothing."""
        self.dismiss(None)

    @property
    def _app(self) -> WorkoutApp:
        return cast("WorkoutApp", self.app)

    def _find(self, query: str) -> None:
        self._found = self.find(query)
        self._now = 0
        self._show()

    def _show(self) -> None:
        self.query_one("#pick-list", Canvas).show(partial(self.rows, self._found, self._now))
        self.query_one("#pick-keys", Canvas).show(self._keys_row)

    def _title_row(self, width: int, _height: int) -> list[Content]:
        return fitted([styled(self._heading, "bold $dim")], width, 1, self._app.glyphs)

    def _keys_row(self, width: int, _height: int) -> list[Content]:
        return [keys_row(self.keys(self._found), width)]
