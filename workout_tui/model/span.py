"""Stretches of time on a chart: which days it shows, and what stands in each of its columns."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.trend import Point

CARRIED = timedelta(days=28)
"""how long a value stands for the days after it; a longer break is a gap"""


class Span(StrEnum):
    """How far back a chart looks."""

    QUARTER = "3m"
    HALF = "6m"
    YEAR = "1y"
    ALL = "all"


_MONTHS = {Span.QUARTER: 3, Span.HALF: 6, Span.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in one column."""

    value: float | None
    """the best of its days, else what the last session before came to; None: a gap"""
    point: Point | None = None
    """the best session of its days"""


def first_day(span: Span, today: date, points: Sequence[Point]) -> date:
    """The first day shown: so many months ago, or that of the first session."""
    if span is Span.ALL:
        return min(points[0].day, today) if points else today
    return months_before(today, _MONTHS[span])


def fitting(today: date, points: Sequence[Point]) -> Span:
    """The shortest span that has all points; a year, when none has."""
    spans = (span for span in _MONTHS if points and first_day(span, today, points) <= points[0].day)
    return next(spans, Span.YEAR)


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last one that month has."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def within(points: Sequence[Point], first: date, last: date) -> tuple[Point, ...]:
    """The points of these days."""
    return tuple(point for point in points if first <= point.day <= last)


def columns(points: Sequence[Point], first: date, last: date, count: int) -> tuple[Column, ...]:
    """The days from `first` to `last` in so many columns; in each its best session, a record before others."""
    best: dict[int, Point] = {}
    for point in within(points, first, last):
        place = column_of(point.day, first, last, count)
        here = best.get(place)
        if here is None or (point.value, point.was is not None) > (here.value, here.was is not None):
            best[place] = point
    before = [point for point in points if point.day < first]
    standing = before[-1] if before else None
    found = []
    for place in range(count):
        standing = best.get(place) or standing
        begins = first + timedelta(days=place * ((last - first).days + 1) // count)
        fresh = standing is not None and begins - standing.day <= CARRIED
        found.append(Column(standing.value if standing and fresh else None, best.get(place)))
    return tuple(found)


def column_of(day: date, first: date, last: date, count: int) -> int:
    """The column in which a day stands."""
    return (day - first).days * count // ((last - first).days + 1)


def level(points: Sequence[Point]) -> Point | None:
    """Where somebody stands at the end of these points: the best of the last four weeks of them."""
    recent = [point for point in points if points[-1].day - point.day <= CARRIED]
    return max(recent, key=lambda point: point.value, default=None)


def gain(points: Sequence[Point]) -> float | None:
    """How much better the last four weeks were than the first four; of a short time, its first and last quarter.

    None when there is nothing to compare.
    """
    if len(points) < 2 or points[0].day == points[-1].day:
        return None
    stretch = min(CARRIED, (points[-1].day - points[0].day) / 4)
    early = max(point.value for point in points if point.day - points[0].day <= stretch)
    late = max(point.value for point in points if points[-1].day - point.day <= stretch)
    return late - early
