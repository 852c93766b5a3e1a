"""The current set in large figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui import pixel
from workout_tui.ui.log.hero import Tone
from workout_tui.ui.log.paint.signs import fitting, in_signs, painted
from workout_tui.ui.presenters.rows import EMPTY, cut, styled

if TYPE_CHECKING:
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.log.hero import HeroView
    from workout_tui.ui.log.loading import BarView

_STYLES = {Tone.SHOWN: "$ink", Tone.TYPED: "$now", Tone.DOUBTED: "$warn", Tone.STALE: "$dim"}
_TIMES = "×"
HUGE_FROM = 9
"""rows from which the largest face is used"""


def hero(
    view: HeroView, bar: BarView | None, width: int, height: int, glyphs: Glyphs, *, large: bool = True
) -> list[Content]:
    """Caption, figures, facts.

    Args:
        view: the current set.
        bar: the plates, to be named among the facts; None: they stand elsewhere, or there are none.
        width: columns at hand.
        height: rows at hand: 9 for the largest face with air around it, else 5.
        glyphs: the marks of this terminal.
        large: whether the figures may be large at all.
    """
    head = _head(view, width, glyphs)
    drawn = _figures(view, width, height, glyphs, large=large)
    facts = fitting([painted(fact, glyphs) for fact in view.facts] + _plates(bar, glyphs), width, dots=glyphs.dots)
    if height >= HUGE_FROM:
        pad = (height - 4 - len(drawn)) // 2
        return [head, EMPTY, *[EMPTY] * pad, *drawn, *[EMPTY] * (height - 4 - pad - len(drawn)), EMPTY, facts]
    return [head, *drawn, facts]


def _head(view: HeroView, width: int, glyphs: Glyphs) -> Content:
    style = "bold $now" if view.tone is Tone.TYPED else "bold $dim"
    parts = [styled(view.caption, "bold $dim")]
    parts += [styled(in_signs(extra, glyphs), style) for extra in view.extras]
    return cut(Content("   ").join(parts), width, glyphs.dots)


def _figures(view: HeroView, width: int, height: int, glyphs: Glyphs, *, large: bool) -> list[Content]:
    style = _STYLES[view.tone]
    if not view.figures:
        return [EMPTY, styled(in_signs("–", glyphs), "$faint"), EMPTY]
    if large and glyphs.unicode and pixel.drawable(view.figures):
        faces = [pixel.huge, pixel.big] if height >= HUGE_FROM else [pixel.big]
        for face in faces:
            gap = "  " if face is pixel.huge else " "
            parts = [(char, ["  "] * len(face(char)) if char == " " else face(char)) for char in view.figures]
            rows = _set(parts, gap, style)
            if max(row.cell_length for row in rows) <= width:
                return rows
    return [EMPTY, cut(styled(in_signs(view.figures, glyphs), f"bold {style}"), width, glyphs.dots), EMPTY]


def _set(parts: list[tuple[str, list[str]]], gap: str, style: str) -> list[Content]:
    """Letters side by side, the times sign in the background."""
    rows = []
    for row in range(len(parts[0][1])):
        pieces = [(drawn[row], "$faint" if char == _TIMES else style) for char, drawn in parts]
        rows.append(Content(gap).join([Content.styled(text, token) for text, token in pieces]))
    return rows


def _plates(bar: BarView | None, glyphs: Glyphs) -> list[Content]:
    if bar is None:
        return []
    if bar.wanted is None:
        text = f"{bar.plates} a side" if bar.side else f"bare {bar.bar} bar"
        return [styled(text, "$dim")]
    nearest = " or ".join(load.number for load in bar.nearest)
    words = f"▲ {bar.wanted.number} can't be loaded" + (f": {nearest}" if nearest else "")
    return [styled(in_signs(words, glyphs), "$warn")]
