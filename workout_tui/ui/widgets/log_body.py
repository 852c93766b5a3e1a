"""Everything between the top bar and the keys of the Log screen. Draws again only what changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content

from workout_tui.ui.log.hint import Bar
from workout_tui.ui.log.paint import blocks as paint_blocks
from workout_tui.ui.log.paint import hero as paint_hero
from workout_tui.ui.log.paint import rest as paint_rest
from workout_tui.ui.log.paint import table as paint_table
from workout_tui.ui.log.paint.hint import hint as paint_hint
from workout_tui.ui.log.paint.side import SideView, side
from workout_tui.ui.log.paint.signs import in_signs
from workout_tui.ui.log.paint.title import empty, title
from workout_tui.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.log.rest import Rest
    from workout_tui.ui.log.view import Around, Live
    from workout_tui.ui.widgets.canvas import Draw
    from workout_tui.ui.widgets.entry import Entry


class LogBody(Horizontal):
    """The exercises, the set with its table and the line, and the column at the side."""

    def __init__(self, entry: Entry, glyphs: Glyphs, *, large: bool) -> None:
        """`large`: whether figures may be large."""
        super().__init__(classes="body" if glyphs.unicode else "body -plain")
        self._entry = entry
        self._glyphs = glyphs
        self._large = large
        self._drawn: dict[str, object] = {}
        """what each canvas shows"""

    def compose(self) -> ComposeResult:
        """Three columns; the outer two only in a wide window."""
        prompt = Content.styled(f"{self._glyphs.prompt} ", "bold $now")
        yield Rows(id="log-list")
        with Vertical(id="log-mid"):
            yield Rows(id="log-strip")
            yield Rows(id="log-title")
            with Horizontal(id="log-now"):
                yield Rows(id="log-hero")
                yield Rows(id="log-rest")
            yield Rows(id="log-table")
            with Vertical(id="log-line"):
                with Horizontal(id="log-type"):
                    yield Rows(lambda _width, _height: [prompt], id="log-prompt")
                    yield self._entry
                yield Rows(id="log-hint")
        yield Rows(id="log-side")

    def forget(self) -> None:
        """Draw everything again: the room has changed."""
        self._drawn.clear()

    def show_around(self, view: Around) -> None:
        """Show what stands around the current set."""
        glyphs, blocks = self._glyphs, view.blocks
        self._draw("log-list", blocks, lambda width, height: paint_blocks.listing(blocks, width, height, glyphs))
        self._draw("log-strip", blocks, lambda width, _: [paint_blocks.strip(blocks, width, glyphs)])
        head = (view.name, view.about, view.plan, view.last_day)
        self._draw("log-title", head, lambda width, _: title(view, width, glyphs))

    def show_live(self, view: Live, beside: Around, lately: tuple[str, ...]) -> None:
        """Show the current set; `lately`: what to name while there is none."""
        self._entry.invite(in_signs(view.invitation, self._glyphs))
        self._draw("log-hero", (view.hero, view.bar), partial(self._hero, view))
        self._draw(
            "log-table", (view.table, beside.past, beside.notes, lately), partial(self._table, view, beside, lately)
        )
        scrolled = self._entry.scrolled
        hint = partial(paint_hint, view.hint, glyphs=self._glyphs, scrolled=scrolled)
        self._draw("log-hint", (view.hint, scrolled), lambda width, _: [hint(width)])
        line = self.query_one("#log-line")
        line.set_class(view.hint.bar is Bar.WARN, "-warn")
        line.set_class(view.hint.bar is Bar.BAD, "-bad")

    def show_times(self, rest: Rest | None, view: Live, beside: Around) -> None:
        """Show the rest, and with it what stands in the same column."""
        glyphs, large, usual = self._glyphs, self._large, beside.usual_rest_s
        self._draw("log-rest", (rest, usual), partial(self._rest, rest, usual))
        column = SideView(rest, usual, view.bar, beside.trend, beside.notes, large)
        self._draw("log-side", column, lambda width, height: side(column, width, height, glyphs))

    def _rest(self, rest: Rest | None, usual_s: int | None, width: int, _height: int) -> list[Content]:
        return [] if usual_s is None else paint_rest.beside(rest, usual_s, width, self._glyphs, large=self._large)

    def _hero(self, view: Live, width: int, height: int) -> list[Content]:
        if view.hero is None:
            return []
        bar = None if self._is_wide else view.bar
        return paint_hero.hero(view.hero, bar, width, height, self._glyphs, large=self._large)

    def _table(self, view: Live, beside: Around, lately: tuple[str, ...], width: int, height: int) -> list[Content]:
        if view.table is None:
            return empty(lately, height, self._glyphs)
        wide = self._is_wide
        notes = () if wide else beside.notes
        return paint_table.table(view.table, beside.past, width, height, self._glyphs, airy=wide, notes=notes)

    @property
    def _is_wide(self) -> bool:
        """Whether the column at the side is there to show the plates."""
        return self.screen.has_class("-wide")

    def _draw(self, canvas_id: str, shown: object, draw: Draw) -> None:
        if canvas_id not in self._drawn or self._drawn[canvas_id] != shown:
            self._drawn[canvas_id] = shown
            self.query_one(f"#{canvas_id}", Rows).show(draw)
