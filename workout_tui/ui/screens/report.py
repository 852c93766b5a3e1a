"""A text to hand on: shown, and copied as far as the terminal lets programs copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content

from workout_tui.ui.presenters.rows import EMPTY, fitted, styled, wrapped
from workout_tui.ui.screens.once import LeftOnce
from workout_tui.ui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

    from workout_tui.ui.app import WorkoutApp

_AROUND = 10
"""rows that the card needs beside the text"""


class ReportScreen(LeftOnce[None]):
    """A card with a text. The text is copied when the card opens, and again by `c`."""

    CSS_PATH = "sync.tcss"

    def __init__(self, title: str, report: str) -> None:
        super().__init__()
        self._title_text = title
        self._report = report

    def compose(self) -> ComposeResult:
        """The card."""
        yield Canvas(self._draw)

    def on_mount(self) -> None:
        """Copy it."""
        self.app.copy_to_clipboard(self._report)

    def on_key(self, event: Key) -> None:
        """Copy it again, or leave; everything else is held back from what lies below."""
        event.stop()
        event.prevent_default()
        if event.key == "c":
            self.app.copy_to_clipboard(self._report)
        elif event.key in {"escape", "q", "enter"}:
            self.dismiss()

    def _draw(self, width: int, _height: int) -> list[Content]:
        glyphs = cast("WorkoutApp", self.app).glyphs
        keys = Content.assemble(
            ("c", "bold $now"), (" copies it, as it just was", "$dim"), ("   esc", "bold $now"), (" back", "$dim")
        )
        text = [
            styled(row) for row in wrapped(self._report, width, max(1, self.app.size.height - _AROUND), glyphs.dots)
        ]
        rows = [styled(self._title_text, "bold"), EMPTY, *text, EMPTY, keys]
        return fitted(rows, width, len(rows), glyphs)
