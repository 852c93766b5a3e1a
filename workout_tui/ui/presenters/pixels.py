"""Large figures and names, with what stands in for them where they cannot be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui import pixel
from workout_tui.ui.presenters.rows import styled

if TYPE_CHECKING:
    from workout_tui.ui.glyphs import Glyphs


def big(text: str, style: str, width: int, glyphs: Glyphs) -> list[Content]:
    """`text` in three rows of at most `width` columns; bold in the middle one when that cannot be."""
    if glyphs.unicode and pixel.drawable(text):
        rows = [row.rstrip() for row in pixel.big(text)]
        if max(map(len, rows)) <= width:
            return [Content.styled(row, style) for row in rows]
    return [Content(), styled(text, f"bold {style}"), Content()]


def big_number(figure: str, style: str, width: int, glyphs: Glyphs) -> list[Content]:
    """A number as `big` draws it, with as many of its decimals as there is room for."""
    for decimals in range(len(figure.partition(".")[2]), -1, -1):
        rows = big(f"{float(figure):.{decimals}f}", style, width, glyphs)
        if rows[0].cell_length:
            return rows
    return big(figure, style, width, glyphs)
