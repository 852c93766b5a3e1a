"""The column at the right of a wide window: the rest, the bar, the trend, the notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.log.paint import rest as rest_paint
from workout_tui.ui.log.paint.barbell import barbell
from workout_tui.ui.log.paint.signs import in_signs
from workout_tui.ui.presenters.rows import EMPTY, styled, two_ends, wrapped

if TYPE_CHECKING:
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.log.loading import BarView
    from workout_tui.ui.log.past import TrendView
    from workout_tui.ui.log.rest import Rest

_EIGHTHS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class SideView:
    """All that stands in the side column."""

    rest: Rest | None
    usual_rest_s: int | None
    """None: there is no rest to speak of"""
    bar: BarView | None
    trend: TrendView | None
    notes: tuple[str, ...]
    large: bool = True


def side(view: SideView, width: int, height: int, glyphs: Glyphs) -> list[Content]:
    """The blocks that fit, each whole, the most useful first."""
    blocks: list[list[Content]] = []
    if view.usual_rest_s is not None:
        blocks.append(rest_paint.aside(view.rest, view.usual_rest_s, width, glyphs, large=view.large))
    if view.bar is not None:
        blocks.append(barbell(view.bar, width, glyphs))
    if view.trend is not None:
        blocks.append(_trend(view.trend, width, glyphs))
    gap = 2 if height >= 30 else 1
    rows: list[Content] = []
    for block in blocks:
        if len(rows) + len(block) <= height:
            rows += [*block, *[EMPTY] * gap]
    if view.notes and height - len(rows) >= 3:
        rows += _notes(view.notes, width, height - len(rows), glyphs)
    return rows[:height]


def _trend(view: TrendView, width: int, glyphs: Glyphs) -> list[Content]:
    many = f"{len(view.values)} sessions" if len(view.values) > 1 else "first time"
    head = two_ends(styled("ESTIMATED 1RM", "bold $dim"), styled(many, "$faint"), width)
    value = Content.assemble((f"{view.values[-1]:.0f}", "bold"), (f" {view.unit}", "$dim"))
    if not glyphs.unicode or len(view.values) < 2:
        return [head, EMPTY, value]
    bars = _bars(view.values)
    last = Content.styled(bars[-1], "$now" if view.has_today else "$heat-3")
    return [head, EMPTY, Content.assemble((bars[:-1], "$heat-3"), last, "  ", value)]


def _bars(values: tuple[float, ...]) -> str:
    low, high = min(values), max(values)
    span = high - low
    return "".join(_EIGHTHS[round((value - low) / span * 7) if span else 4] for value in values)


def _notes(notes: tuple[str, ...], width: int, room: int, glyphs: Glyphs) -> list[Content]:
    rows = [styled("NOTE", "bold $dim"), EMPTY]
    for note in notes:
        left = room - len(rows)
        if left > 0:
            rows += [styled(in_signs(line, glyphs), "$dim") for line in wrapped(note, width, left, glyphs.dots)]
    return rows
