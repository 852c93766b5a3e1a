"""How much a lifter trains a week: sets for each muscle, volume; and what they weigh."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.trend import Point
from workout_tui.model.weeks import week_begin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Load, Unit

BESIDES = 0.5
"""what a set counts to a muscle that it works besides; to the ones it works first it counts whole"""
_WEEK = timedelta(days=7)


class DayWork(NamedTuple):
    """What one day held of one exercise; warm-ups left out."""

    day: date
    exercise: str
    """its uid"""
    sets: int
    volume_kg: float
    """as far as it is known"""


class Weighed(NamedTuple):
    """What the lifter weighed on a day."""

    day: date
    load: Load


class Training(NamedTuple):
    """All there is to say of a lifter's weeks."""

    work: tuple[DayWork, ...]
    """day by day, oldest first"""
    weighed: tuple[Weighed, ...]
    library: Mapping[str, Exercise]
    """by uid"""
    unit: Unit
    """the lifter's"""
    weight_unit: Unit
    """in which they weighed themselves last"""
    week_start: int
    today: date


def muscle_sets(one: Exercise, sets: int) -> dict[str, float]:
    """What sets of an exercise count to each muscle."""
    return dict.fromkeys(one.secondary, sets * BESIDES) | dict.fromkeys(one.muscles, float(sets))


def muscles(work: Iterable[DayWork], library: Mapping[str, Exercise], first: date, last: date) -> dict[str, float]:
    """The sets of each muscle in some days, most first."""
    total: dict[str, float] = defaultdict(float)
    for one in work:
        if first <= one.day <= last:
            for muscle, sets in muscle_sets(library[one.exercise], one.sets).items():
                total[muscle] += sets
    return dict(sorted(total.items(), key=lambda item: (-item[1], item[0])))


def weekly_sets(
    work: Iterable[DayWork], library: Mapping[str, Exercise], muscle: str | None, week_start: int, today: date
) -> tuple[Point, ...]:
    """The sets of each week up to today; of one muscle, or all."""
    part = {uid: 1.0 if muscle is None else muscle_sets(one, 1).get(muscle, 0.0) for uid, one in library.items()}
    return _by_week(((one.day, one.sets * part[one.exercise]) for one in work), week_start, today)


def weekly_volume(work: Iterable[DayWork], per_kg: float, week_start: int, today: date) -> tuple[Point, ...]:
    """The volume of each week up to today, in a unit of which a kilogram has so many."""
    return _by_week(((one.day, one.volume_kg * per_kg) for one in work), week_start, today)


def bodyweight(weighed: Iterable[Weighed], unit: Unit) -> tuple[Point, ...]:
    """What the lifter weighed, in a unit. Neither more nor less of it is a record."""
    return tuple(Point(one.day, one.load.to(unit), one.load) for one in weighed)


def _by_week(amounts: Iterable[tuple[date, float]], week_start: int, today: date) -> tuple[Point, ...]:
    """A point for each week from the first to the one of today; a week without training is one of nothing."""
    total: dict[date, float] = defaultdict(float)
    for day, amount in amounts:
        total[week_begin(day, week_start)] += amount
    if not total:
        return ()
    first, last = min(total), week_begin(today, week_start)
    return tuple(Point(week, total.get(week, 0.0)) for week in _weeks(first, last))


def _weeks(first: date, last: date) -> list[date]:
    return [first + n * _WEEK for n in range((last - first) // _WEEK + 1)]
