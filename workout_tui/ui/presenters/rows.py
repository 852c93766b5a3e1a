"""Rows of text that keep their width: cells, cuts and bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.text import plain
from workout_tui.ui.widgets.line import two_ends

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_tui.ui.glyphs import Glyphs

__all__ = ["EMPTY", "HEAD", "barred", "cell", "cut", "fitted", "join", "styled", "two_ends", "wrapped"]

EMPTY = Content()
HEAD = "bold $dim"
"""the style of section heads"""

_PLAIN_SIGNS = str.maketrans("·–−×…“”’▲▼", '.--x.""\'^v')
"""signs that slip through in words of our own, each for one character"""


def styled(text: str, style: str = "") -> Content:
    """Text from outside or of our own, never markup, in one style."""
    return Content.styled(plain(text), style) if style else Content(plain(text))


def cut(content: Content, width: int, dots: str = "…") -> Content:
    """`content` in at most `width` cells, with `dots` at the end when something is missing."""
    if content.cell_length <= width:
        return content
    if width <= len(dots):
        return content.truncate(max(0, width))
    kept = content.truncate(width - len(dots)).rstrip()
    last = next((span.style for span in reversed(kept.spans) if span.end >= len(kept)), "")
    return Content.assemble(kept, (dots, last))


def cell(content: Content | str, width: int, *, right: bool = False, dots: str = "…") -> Content:
    """`content` in exactly `width` cells."""
    content = cut(content if isinstance(content, Content) else styled(content), width, dots)
    space = " " * (width - content.cell_length)
    return Content.assemble(space, content) if right else Content.assemble(content, space)


def join(parts: Iterable[Content | str], gap: str = "   ") -> Content:
    """The parts that are not empty, side by side."""
    contents = [part if isinstance(part, Content) else styled(part) for part in parts]
    return Content(gap).join([part for part in contents if part.cell_length])


def barred(rows: Iterable[Content], width: int, glyphs: Glyphs, bar: str, ground: str) -> list[Content]:
    """`rows` on a ground of their own with a bar at the left: a card without a box.

    Args:
        rows: of any width; cut to fit.
        width: of the whole card.
        glyphs: the marks of this terminal.
        bar: the token of the bar's colour.
        ground: the token of the ground.
    """
    edge = Content.styled("█" if glyphs.unicode else "|", f"${bar} on ${ground}")
    return [
        Content.assemble(
            edge, cell(Content.assemble(" ", row), width - 1, dots=glyphs.dots).stylize_before(f"on ${ground}")
        )
        for row in rows
    ]


def fitted(rows: Iterable[Content], width: int, height: int, glyphs: Glyphs) -> list[Content]:
    """The rows as the terminal can take them: none too wide, none too many, no sign it lacks."""
    kept = [cut(row, width, glyphs.dots) for row in list(rows)[: max(0, height)]]
    return (
        kept if glyphs.unicode else [Content(row.plain.translate(_PLAIN_SIGNS), spans=list(row.spans)) for row in kept]
    )


def wrapped(text: str, width: int, most: int, dots: str = "…") -> list[str]:
    """`text` broken at spaces into at most `most` rows; what does not fit ends in `dots`."""
    rows: list[str] = []
    for line in text.splitlines() or [""]:
        rows += _broken(plain(line), width)
        if len(rows) > most:
            break
    else:
        return rows
    kept = rows[:most]
    kept[-1] = cut(Content(kept[-1] + dots), width, dots).plain
    return kept


def _broken(line: str, width: int) -> list[str]:
    return [row.plain for row in Content(line).wrap(width)] or [""]
