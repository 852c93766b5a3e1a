"""Writing a note, or any short text, on a card over the screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import Vertical

from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.log.paint.signs import keys_row
from workout_tui.ui.presenters.rows import fitted, styled, wrapped
from workout_tui.ui.screens.once import LeftOnce
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.content import Content
    from textual.widgets import Input

    from workout_tui.ui.app import WorkoutApp

    Check = Callable[[tuple[str, ...]], str]

_LONGEST = 2000
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Text:
    """One text to write."""

    label: str
    value: str
    placeholder: str = ""


class WriteScreen(LeftOnce[tuple[str, ...] | None]):
    """A card with a line for each text; the result is what they then read, None for esc."""

    CSS_PATH = "pick.tcss"
    BINDINGS: ClassVar[list[Binding]] = bindings(  # type: ignore[assignment]
        [
            Command("write.up", "up,shift+tab", "app.focus_previous", "↑", "up", palette=False, priority=True),
            Command("write.down", "down,tab", "app.focus_next", "↓", "down", palette=False, priority=True),
            Command("write.cancel", "escape", "cancel", "esc", "leave as it was", palette=False),
        ]
    )

    def __init__(self, title: str, texts: tuple[Text, ...], opened_by: str, check: Check | None = None) -> None:
        """What is written on it.

        Args:
            title: its head.
            texts: a line for each.
            opened_by: the key that opened it, so that its bouncing types nothing.
            check: what is wrong with the texts, in words; while it is not empty, they stay as they are.
        """
        super().__init__()
        self._check = check
        self._title_text = title
        self._texts = texts
        self._opened_by = opened_by

    def compose(self) -> ComposeResult:
        """A title, then a label and a line for each text, then the keys."""
        presses = self._app.presses
        presses.is_repeat(self._opened_by)
        with Vertical(id="write", classes="" if self._app.glyphs.unicode else "-plain"):
            yield self._row(styled(self._title_text, "bold"))
            for text in self._texts:
                yield self._row(styled(text.label, "$dim"))
                yield Field(text.value, text.placeholder, presses, _LONGEST)
            if self._check:
                yield Canvas(id="write-wrong")
            yield Canvas(self._keys, id="write-keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Done, with what stood there when ⏎ was pressed."""
        fields = self.query(Field)
        texts = tuple((event.value if field is event.input else field.value).strip() for field in fields)
        wrong = self._check(texts) if self._check else ""
        if wrong:
            self.query_one("#write-wrong", Canvas).show(partial(self._draw_wrong, wrong))
        else:
            self.dismiss(texts)

    def action_cancel(self) -> None:
        """Leave the texts as they were."""
        self.dismiss(None)

    @property
    def _app(self) -> WorkoutApp:
        return cast("WorkoutApp", self.app)

    def _draw_wrong(self, words: str, width: int, _height: int) -> list[Content]:
        glyphs = self._app.glyphs
        rows = [styled(row, "$bad") for row in wrapped(f"{glyphs.bad} {words}", width, _MOST_WORDS, glyphs.dots)]
        return fitted(rows, width, len(rows), glyphs)

    def _keys(self, width: int, _height: int) -> list[Content]:
        glyphs = self._app.glyphs
        choose = [(glyphs.up_down, "choose")] if len(self._texts) > 1 else []
        return [keys_row([(glyphs.enter, "keep"), *choose, ("esc", "leave as it was")], width)]

    def _row(self, content: Content) -> Canvas:
        row = Canvas(lambda width, _height: fitted([content], width, 1, self._app.glyphs))
        row.add_class("-row")
        return row
