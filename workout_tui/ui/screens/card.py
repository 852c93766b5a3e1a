"""A screen that says one thing, with a few keys to answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content

from workout_tui.ui.presenters.rows import EMPTY, barred, styled, wrapped
from workout_tui.ui.screens.place import Place
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from workout_tui.ui.commands import Command

_MOST_ROWS = 6


class CardScreen(Place):
    """A screen that says one thing."""

    CSS_PATH = "card.tcss"
    TONE: ClassVar[str] = "now"

    def compose(self) -> ComposeResult:
        """A bar, the card, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(id="card")
        yield KeyBar([])

    def on_mount(self) -> None:
        """Say it."""
        self.query_one(TopBar).say()
        self.query_one(KeyBar).show(self.shown(self.offered()))
        self.tell(*self.words())

    def words(self) -> Sequence[str]:
        """A title, then paragraphs."""
        return ()

    def offered(self) -> Sequence[Command]:
        """The commands that can be given now."""
        return self.KEYS

    def tell(self, title: str, *paragraphs: str) -> None:
        """Say something else."""
        glyphs = self.workout.glyphs

        def draw(width: int, _height: int) -> list[Content]:
            rows = [EMPTY, *(styled(row, "bold") for row in wrapped(title, width - 6, _MOST_ROWS, glyphs.dots))]
            for text in filter(None, paragraphs):
                rows += [EMPTY, *(styled(row, "$dim") for row in wrapped(text, width - 6, _MOST_ROWS, glyphs.dots))]
            return barred([Content.assemble(" ", row) for row in [*rows, EMPTY]], width, glyphs, self.TONE, "card")

        self.query_one("#card", Canvas).show(draw)
