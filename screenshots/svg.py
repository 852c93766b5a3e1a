"""A screen as an SVG that needs no font of its own: block characters are drawn, only letters are text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.color import Color
    from rich.style import Style
    from textual.strip import Strip

WIDE, HIGH = 8.4, 18.0
"""of a character cell"""
_BASELINE = 13.4
_PAD = 12.0
_FONTS = "'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace"

_BLOCKS: dict[str, tuple[float, float, float, float]] = {
    "█": (0, 0, 1, 1),
    "▀": (0, 0, 1, 0.5),
    "▄": (0, 0.5, 1, 0.5),
    "▌": (0, 0, 0.5, 1),
    "■": (0.12, 0.3, 0.76, 0.36),
    "━": (0, 0.45, 1, 0.1),
    "╸": (0, 0.45, 0.5, 0.1),
    **{char: (0, 1 - eighths / 8, 1, eighths / 8) for eighths, char in enumerate("▁▂▃▄▅▆▇", 1)},
}
"""left, top, width and height of what a block character fills, in shares of its cell"""


class Look(NamedTuple):
    """How a run of characters looks."""

    ink: str
    ground: str
    bold: bool


@dataclass
class Drawing:
    """The parts of a picture as they are collected."""

    page: str
    shapes: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    """drawn over the shapes: a font may be a little wider than its cells"""
    classes: dict[tuple[str, bool], str] = field(default_factory=dict)

    def rect(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Fill a rectangle, in cells."""
        place = f'x="{x * WIDE:.2f}" y="{y * HIGH:.2f}" width="{width * WIDE:.2f}" height="{height * HIGH:.2f}"'
        self.shapes.append(f'<rect {place} fill="{fill}"/>')

    def text(self, x: int, row: int, text: str, look: Look) -> None:
        """Set letters, each in its cell."""
        name = self.classes.setdefault((look.ink, look.bold), f"c{len(self.classes)}")
        place = f'x="{x * WIDE:.2f}" y="{row * HIGH + _BASELINE:.2f}" textLength="{cell_len(text) * WIDE:.2f}"'
        self.letters.append(f'<text class="{name}" {place}>{escape(text, quote=False)}</text>')


def svg(strips: Sequence[Strip], columns: int, page: str, ink: str) -> str:
    """The picture of a screen.

    Args:
        strips: its rows.
        columns: its width in characters.
        page: the colour of the page, ``#rrggbb``.
        ink: the colour of text that has none.
    """
    drawing = Drawing(page)
    for row, strip in enumerate(strips):
        column = 0
        for look, text in _runs(strip, page, ink):
            _draw(drawing, column, row, text, look)
            column += cell_len(text)
    width, height = columns * WIDE + 2 * _PAD, len(strips) * HIGH + 2 * _PAD
    styles = "".join(
        f".{name}{{fill:{colour};{'font-weight:700' if bold else ''}}}"
        for (colour, bold), name in drawing.classes.items()
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" xml:space="preserve">'
        f"<style>text{{font-family:{_FONTS};font-size:14px;white-space:pre}}{styles}</style>"
        f'<rect width="100%" height="100%" rx="8" fill="{page}"/>'
        f'<g transform="translate({_PAD:.0f} {_PAD:.0f})">'
        f'<g shape-rendering="crispEdges">{"".join(drawing.shapes)}</g>{"".join(drawing.letters)}</g></svg>\n'
    )


def _runs(strip: Strip, page: str, ink: str) -> Iterable[tuple[Look, str]]:
    segments = ((_look(segment.style, page, ink), segment.text) for segment in strip if segment.text)
    for look, same in groupby(segments, key=lambda one: one[0]):
        yield look, "".join(text for _, text in same)


def _look(style: Style | None, page: str, ink: str) -> Look:
    if style is None:
        return Look(ink, page, bold=False)
    colours = _hex(style.color, ink), _hex(style.bgcolor, page)
    front, back = reversed(colours) if style.reverse else colours
    return Look(front, back, bool(style.bold))


def _hex(colour: Color | None, default: str) -> str:
    if colour is None or colour.is_default:
        return default
    return colour.get_truecolor(DEFAULT_TERMINAL_THEME).hex


def _draw(drawing: Drawing, column: int, row: int, text: str, look: Look) -> None:
    if look.ground != drawing.page:
        drawing.rect(column, row, cell_len(text), 1, look.ground)
    for kind, same in groupby(text, key=_kind):
        part = "".join(same)
        if kind in _BLOCKS:
            _draw_blocks(drawing, column, row, part, look.ink)
        elif kind != " ":
            drawing.text(column, row, part, look)
        column += cell_len(part)


def _kind(char: str) -> str:
    """Blocks and spaces by themselves, letters together."""
    return char if char in _BLOCKS or char == " " else "a"


def _draw_blocks(drawing: Drawing, column: int, row: int, blocks: str, ink: str) -> None:
    count = len(blocks)
    left, top, width, height = _BLOCKS[blocks[0]]
    if width == 1:
        drawing.rect(column, row + top, count, height, ink)
    else:
        for place in range(count):
            drawing.rect(column + place + left, row + top, width, height, ink)
