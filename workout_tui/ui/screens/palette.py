"""The command palette: a few letters of what one wants to do find it, and its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui import palette
from workout_tui.ui.log.paint.table import window
from workout_tui.ui.palette import Offer
from workout_tui.ui.presenters.rows import cell, cut, styled, two_ends
from workout_tui.ui.screens.find import FindScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.ui.glyphs import Glyphs


class PaletteScreen(FindScreen[Offer]):
    """A card with a line to type in and the commands that fit."""

    def __init__(self, offers: Sequence[Offer]) -> None:
        super().__init__("COMMANDS", "ctrl+p")
        self._offers = offers

    def find(self, query: str) -> tuple[Offer, ...]:
        """The commands that fit."""
        return palette.found(query, self._offers)

    def rows(self, found: Sequence[Offer], now: int, width: int, height: int) -> list[Content]:
        """The commands around the marked one."""
        if not found:
            return [styled("  no command like it", "$dim")]
        glyphs = self._app.glyphs
        return [_row(found[place], width, glyphs, is_now=place == now) for place in window(len(found), now, height)]


def _row(offer: Offer, width: int, glyphs: Glyphs, *, is_now: bool) -> Content:
    about = cut(styled(f"{offer.about} ", "$dim"), width // 3, glyphs.dots)
    title = cut(styled(offer.title, "bold $ink" if is_now else "$ink"), width - about.cell_length - 3, glyphs.dots)
    mark = (glyphs.bar if is_now else " ", "$now")
    row = cell(two_ends(Content.assemble(mark, " ", title), about, width), width, dots=glyphs.dots)
    return row.stylize_before("on $now-bg") if is_now else row
