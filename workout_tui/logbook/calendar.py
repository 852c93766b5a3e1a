"""Days, weeks and how much was lifted in them."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING

from workout_tui.model.overview import Day, Week
from workout_tui.model.weeks import week_begin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from workout_tui.store.overview import DayFigures

LEVELS = 4


def weeks_back(today: date, week_start: int, weeks: int) -> date:
    """The first day of so many weeks, the one of today among them."""
    return week_begin(today, week_start) - timedelta(weeks=weeks - 1)


def days(figures: Mapping[date, DayFigures], first: date, last: date) -> tuple[Day, ...]:
    """Every day from `first` to `last` with its level among those on which something was done."""
    marks = _marks(one.volume_kg for one in figures.values())
    count = (last - first).days + 1
    return tuple(_day(first + timedelta(days=n), figures, marks) for n in range(count))


def week(figures: Mapping[date, DayFigures], today: date, week_start: int, *, goal: int | None, records: int) -> Week:
    """The week of today. `figures` must reach back over the week before, too."""
    first = week_begin(today, week_start)
    these = [one for day, one in figures.items() if first <= day <= first + timedelta(days=6)]
    before = sum(one.volume_kg for day, one in figures.items() if first - timedelta(days=7) <= day < first)
    volume = sum(one.volume_kg for one in these)
    return Week(
        days=days(figures, first, first + timedelta(days=6)),
        sessions=sum(one.sessions for one in these),
        goal=goal,
        volume_kg=volume,
        change=volume / before - 1 if before else None,
        records=records,
    )


def _marks(volumes: Iterable[float]) -> list[float]:
    """The volumes at which the levels 2, 3 and 4 begin: the quartiles of the days on which something was lifted."""
    lifted = sorted(volume for volume in volumes if volume > 0)
    return [lifted[len(lifted) * n // LEVELS] for n in range(1, LEVELS)] if len(lifted) >= LEVELS else []


def _day(day: date, figures: Mapping[date, DayFigures], marks: list[float]) -> Day:
    done = figures.get(day)
    if done is None:
        return Day(day, 0)
    # While there are too few days to compare, each is an ordinary one.
    level = 1 + bisect_right(marks, done.volume_kg) if marks else 2
    return Day(day, level if done.volume_kg else 1, done.volume_kg)
