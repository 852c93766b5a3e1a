"""A chart as text: columns of eighth blocks in one colour, records starred above them, both axes named.

It is drawn as runs of text with a token each, so that a plain terminal can have it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from workout_tui.model.span import Column, columns
from workout_tui.ui.presenters.progress.axis import Scale, foot, scale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from workout_tui.model.trend import Point
    from workout_tui.ui.glyphs import Glyphs

    Run = tuple[str, str]
    """text, and the token of its colour or nothing"""

AXIS, BAR, STAR, NUMBER = "$line", "$heat-2", "$pr", "$faint"
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_PLAIN_EIGHTHS = " ...:::##"
_APART = 6
"""columns between two stars: of records closer together the last is the best"""
_FULL = 8
_LEAST_ROWS = 2
"""one for the columns, and one above them for the stars"""


@dataclass(frozen=True, slots=True)
class Plot:
    """What is to be drawn."""

    points: tuple[Point, ...]
    """all of them, those before `first` too; at least one in the days shown"""
    first: date
    last: date
    label: Callable[[float], str]
    """how a number of the side is written"""
    from_zero: bool = False
    of_time: bool = False
    whole: bool = False
    """what is counted has no parts: reps, sets"""
    least: float = 1.0
    """the finest step of the side"""


def chart(plot: Plot, width: int, height: int, glyphs: Glyphs) -> list[list[Run]]:
    """So many rows, the lowest with the names of the days, none wider than `width`; none where there is no room."""
    rows = height - 1
    if rows < _LEAST_ROWS:
        return []
    values = [point.value for point in plot.points if plot.first <= point.day <= plot.last]
    side = scale(values, rows, from_zero=plot.from_zero, of_time=plot.of_time, whole=plot.whole, least=plot.least)
    names = {row: plot.label(mark) for row, mark in side.marks(rows).items()}
    across = max(map(len, names.values()))
    room = width - across - 2
    shown = columns(plot.points, plot.first, plot.last, room)
    drawn = _cells(shown, side, rows, glyphs)
    upright, tick = ("│", "┤") if glyphs.unicode else ("|", "+")
    lines = []
    for row in reversed(range(rows)):
        mark = tick if row in names else upright
        lines.append([(names.get(row, "").rjust(across) + " ", NUMBER), (mark, AXIS), *_runs(drawn[row])])
    return [*lines, [(" " * (across + 2) + foot(plot.first, plot.last, room), NUMBER)]]


def starred(shown: Sequence[Column]) -> set[int]:
    """The columns above which a star stands: records, as far apart as they can be told apart."""
    stars: list[int] = []
    for place in reversed(range(len(shown))):
        point = shown[place].point
        if point and point.was is not None and (not stars or stars[-1] - place >= _APART):
            stars.append(place)
    return set(stars)


def _cells(shown: Sequence[Column], side: Scale, rows: int, glyphs: Glyphs) -> list[list[Run]]:
    """Row by row from the lowest: one character and its token for each column."""
    blocks = _EIGHTHS if glyphs.unicode else _PLAIN_EIGHTHS
    stars = starred(shown)
    heights = [0 if column.value is None else side.eighths(column.value) for column in shown]
    cells: list[list[Run]] = []
    for row in range(rows):
        filled = [min(max(0, height - row * _FULL), _FULL) for height in heights]
        cells.append([(blocks[eighths], BAR) for eighths in filled])
    for place in stars:
        cells[min(-(-heights[place] // _FULL), rows - 1)][place] = (glyphs.record, STAR)
    return cells


def _runs(cells: Iterable[Run]) -> list[Run]:
    """Neighbours of one colour as one run."""
    return [("".join(text for text, _ in same), token) for token, same in groupby(cells, key=lambda cell: cell[1])]
