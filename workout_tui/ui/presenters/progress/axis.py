"""The axes of a chart: round numbers up its side, months or years along its foot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from workout_tui.model.span import column_of
from workout_tui.ui.presenters import when

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROUND = (1, 2, 2.5, 4, 5)
_CLOCK = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 36000, 86400, 604800)
_EIGHTHS = 8
_SHORT_DAYS = 62
_MONTH_STEPS = (1, 2, 3, 6, 12)
_YEAR_STEPS = (2, 5, 10, 20, 50)
_LABEL, _SHORT_LABEL = 7, 5
"""columns that a label and the air behind it need; the name of a month needs less"""


@dataclass(frozen=True, slots=True)
class Scale:
    """The side of a chart: `low` at the lower edge of its lowest row, and so much more `every` few rows."""

    low: float
    step: float
    every: int
    from_zero: bool = False
    """whether a column of nothing has no height"""

    def eighths(self, value: float) -> int:
        """How high a value stands, in eighths of a row; whatever there is can be seen."""
        if self.from_zero and value <= 0:
            return 0
        return max(1, round((value - self.low) / self.step * self.every * _EIGHTHS))

    def marks(self, height: int) -> dict[int, float]:
        """The numbers beside the rows, by row from the lowest."""
        return {row: self.low + self.step * row / self.every for row in range(0, height, self.every)}


def scale(
    values: Sequence[float],
    height: int,
    *,
    from_zero: bool,
    of_time: bool = False,
    whole: bool = False,
    least: float = 1.0,
) -> Scale:
    """The finest round scale on which all values fit below the topmost row, which is left to the stars.

    Args:
        values: at least one.
        height: rows of the chart.
        from_zero: whether the height of a column is its amount; else only the differences show.
        of_time: seconds, to be read as minutes and hours.
        whole: what is counted has no parts.
        least: no step is finer than this.
    """
    return min(
        (
            _finest(values, height, every, from_zero, _steps(of_time=of_time, whole=whole, least=least))
            for every in _rhythms(height)
        ),
        key=lambda one: one.step / one.every,
    )


def _rhythms(height: int) -> tuple[int, ...]:
    """Every how many rows there may be a number; there are always two of them above the lowest."""
    wanted = (2, 3) if height < 9 else (3, 4) if height < 13 else (3, 4, 5)
    return tuple(every for every in wanted if every <= (height - 1) // 2) or (1,)


def _finest(values: Sequence[float], height: int, every: int, from_zero: bool, steps: Iterator[float]) -> Scale:
    for step in steps:
        low = 0.0 if from_zero else _below(min(values), step, every)
        if low + step * (height - 1) / every >= max(values):
            return Scale(low, step, every, from_zero)
    raise AssertionError("the steps have no end")


def _steps(*, of_time: bool, whole: bool, least: float) -> Iterator[float]:
    if of_time:
        yield from _CLOCK
        least = _CLOCK[-1]
    for power in count(floor(log10(least))):
        steps = (one * 10**power for one in _ROUND)
        yield from (step for step in steps if step >= least and (not whole or step == round(step)))


def _below(value: float, step: float, every: int) -> float:
    """The round number under a value, with air enough to see the column."""
    low = floor(value / step) * step
    close = value - low < step / every / 2
    return low - step if close and low != 0 else low


def foot(first: date, last: date, width: int) -> str:
    """The labels under the columns: days, months or years, as many as there is room for."""
    row = [" "] * width
    free = 0
    for day, label in _labels(first, last, width):
        place = column_of(day, first, last, width)
        if place >= free and place + len(label) <= width:
            row[place : place + len(label)] = label
            free = place + len(label) + 1
    return "".join(row)


def _labels(first: date, last: date, width: int) -> Iterator[tuple[date, str]]:
    days = (last - first).days + 1
    room = max(1, width // _LABEL)
    if days <= _SHORT_DAYS:
        weeks = ceil(ceil(days / 7) / room)
        yield from ((day, when.short(day)) for day in _every(first, last, 7 * weeks))
        return
    months = days / 30.4
    step = 1 if months <= width / _SHORT_LABEL else next((one for one in _MONTH_STEPS if months / one <= room), 0)
    if step:
        yield from ((day, _month(day, step)) for day in _firsts(first, last) if (day.month - 1) % step == 0)
        return
    years = next((one for one in _YEAR_STEPS if months / 12 / one <= room), _YEAR_STEPS[-1])
    yield from ((day, str(day.year)) for day in _firsts(first, last) if day.month == 1 and day.year % years == 0)


def _month(day: date, step: int) -> str:
    return str(day.year) if day.month == 1 and step > 1 else when.month(day)


def _every(first: date, last: date, days: int) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range(0, (last - first).days + 1, days))


def _firsts(first: date, last: date) -> Iterator[date]:
    """The first days of months in these days."""
    day = first if first.day == 1 else _next_month(first)
    while day <= last:
        yield day
        day = _next_month(day)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
