"""How an exercise went over time: one value for each session, and which of them were records.

Loads are told in one unit, the exercise's; what was typed in it is never converted. Less help is more
strength: an assisted load is a negative one, and its trend rises towards zero. A pace is less time for the
same way, so it is told below zero too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.bests import beats
from workout_tui.model.exercise import Measure
from workout_tui.model.load import METRES_PER, DistanceUnit, Load, Unit
from workout_tui.model.strength import e1rm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from workout_tui.model.bouts import Bout
    from workout_tui.model.exercise import Exercise, ExerciseSetting
    from workout_tui.model.session import PastExercise

_NEARLY = 0.9
"""what is nearly as far is as far: no two runs of 5 km are measured alike"""


class Metric(StrEnum):
    """What of a session is told."""

    E1RM = "e1rm"
    """the highest estimated one-rep maximum"""
    TOP = "top"
    """the heaviest load"""
    VOLUME = "volume"
    """load × reps of all its sets"""
    REPS = "reps"
    """the most reps with a load, or with anything heavier"""
    LONGEST = "longest"
    """the longest time"""
    FARTHEST = "farthest"
    """the farthest distance"""
    PACE = "pace"
    """the fastest set over the usual distance or farther: seconds for a kilometre, a mile or 500 m, below zero"""
    TOTAL = "total"
    """all its times or distances together"""


_METRICS = {
    Measure.WEIGHT: (Metric.E1RM, Metric.TOP, Metric.VOLUME, Metric.REPS),
    Measure.BODYWEIGHT: (Metric.TOP, Metric.REPS, Metric.VOLUME),
    Measure.TIME: (Metric.LONGEST, Metric.TOTAL, Metric.TOP),
    Measure.DISTANCE: (Metric.FARTHEST, Metric.PACE, Metric.TOTAL, Metric.TOP),
}
_STRETCH = {DistanceUnit.KM: 1, DistanceUnit.MI: 1, DistanceUnit.M: 500, DistanceUnit.YD: 100, DistanceUnit.FT: 100}
"""for how much of a unit a pace is told: as runners, rowers and swimmers do"""


class Point(NamedTuple):
    """What one session came to."""

    day: date
    value: float
    load: Load | None = None
    """the load of the set that made it; None: none, or it is a sum of many"""
    amount: float | None = None
    """reps, seconds or metres of that set; None: it is a sum of many"""
    was: float | None = None
    """the best before, if this was a record"""


@dataclass(frozen=True, slots=True)
class Terms:
    """In which terms an exercise's trend is told."""

    measure: Measure
    unit: Unit
    distance_unit: DistanceUnit = DistanceUnit.KM
    at: Load | None = None
    """the load at which reps are counted"""
    over: float = 0.0
    """the metres over which a pace is told: 400 m are run faster than 10 km, and that is no progress"""

    def load(self, load: Load | None) -> float:
        """A load as a number; 0 for none."""
        return load.to(self.unit) if load else 0.0

    @property
    def stretch(self) -> int:
        """For how much of the unit of distance a pace is told."""
        return _STRETCH[self.distance_unit]

    def pace(self, seconds_per_m: float) -> float:
        """Seconds for that stretch."""
        return seconds_per_m * METRES_PER[self.distance_unit] * self.stretch

    def amount(self, amount: float) -> float:
        """Reps, seconds or metres as a number of what is shown."""
        return amount / METRES_PER[self.distance_unit] if self.measure is Measure.DISTANCE else amount


@dataclass(frozen=True)
class ExercisePast:
    """All that a lifter did of an exercise, and what they settled for it."""

    exercise: Exercise
    setting: ExerciseSetting
    terms: Terms
    bouts: tuple[Bout, ...]
    """oldest first"""
    recent: tuple[PastExercise, ...]
    """the last sessions whole, oldest first"""
    today: date

    @property
    def sessions(self) -> int:
        """In how many sessions something of it counted."""
        return len({bout.session for bout in self.bouts})

    def points(self, metric: Metric, at: Load | None) -> tuple[Point, ...]:
        """The value of each session that has one; reps are counted at a load. Each series is worked out once."""
        if (metric, at) not in self._worked_out:
            self._worked_out[metric, at] = series(metric, self.bouts, replace(self.terms, at=at))
        return self._worked_out[metric, at]

    @cached_property
    def _worked_out(self) -> dict[tuple[Metric, Load | None], tuple[Point, ...]]:
        return {}


def metrics(measure: Measure, bouts: Iterable[Bout]) -> tuple[Metric, ...]:
    """What can be told of an exercise, foremost first. Loads and paces say something once there was one."""
    missing = {Metric.TOP, Metric.PACE}
    for bout in bouts:
        missing -= {Metric.TOP} if bout.load is not None and bout.load.milli else set()
        missing -= {Metric.PACE} if bout.timed else set()
    return tuple(one for one in _METRICS[measure] if measure is Measure.WEIGHT or one not in missing)


def series(metric: Metric, bouts: Iterable[Bout], terms: Terms) -> tuple[Point, ...]:
    """The value of each session that has one. `bouts` are session by session, oldest first."""
    rule = _RULES[metric]
    found = (rule(tuple(of_session), terms) for _, of_session in groupby(bouts, key=lambda bout: bout.session))
    return _with_records(point for point in found if point is not None)


def fitting_metric(past: ExercisePast, wanted: Metric | None = None) -> Metric:
    """The metric that is wanted, while it makes a line; else the foremost that does."""
    offered = metrics(past.terms.measure, past.bouts)
    order = [wanted, *offered] if wanted in offered else offered
    lines = (one for one in order if one and len(past.points(one, past.terms.at)) > 1)
    return next(lines, offered[0])


def _with_records(points: Iterable[Point]) -> tuple[Point, ...]:
    """The points; those strictly better than all before know what they beat."""
    found: list[Point] = []
    best: float | None = None
    for point in points:
        better = best is not None and beats(point.value, best)
        found.append(point._replace(was=best) if better else point)
        best = point.value if best is None or better else best
    return tuple(found)


def _e1rm(bouts: Sequence[Bout], terms: Terms) -> Point | None:
    estimates = [
        (value, bout) for bout in bouts if bout.load and (value := e1rm(terms.load(bout.load), bout.estimable))
    ]
    if not estimates:
        return None
    value, bout = max(estimates, key=lambda one: one[0])
    return Point(bout.day, value, bout.load, bout.estimable)


def _top(bouts: Sequence[Bout], terms: Terms) -> Point:
    bout = max(bouts, key=lambda one: (one.kg, one.most))
    return Point(bout.day, terms.load(bout.load), bout.load, bout.most)


def _volume(bouts: Sequence[Bout], terms: Terms) -> Point | None:
    if terms.measure is Measure.WEIGHT:
        return Point(bouts[0].day, sum(max(0.0, terms.load(one.load)) * one.total for one in bouts))
    weight = bouts[0].bodyweight
    if weight is None:
        return None
    return Point(bouts[0].day, sum(max(0.0, terms.load(weight) + terms.load(one.load)) * one.total for one in bouts))


def _reps(bouts: Sequence[Bout], terms: Terms) -> Point | None:
    least = terms.at.kg if terms.at else 0.0
    heavy = [bout for bout in bouts if not beats(least, bout.kg)]
    return _most(heavy, terms) if heavy else None


def _most(bouts: Sequence[Bout], terms: Terms) -> Point:
    bout = max(bouts, key=lambda one: (one.most, one.kg))
    return Point(bout.day, terms.amount(bout.most), bout.load, bout.most)


def _pace(bouts: Sequence[Bout], terms: Terms) -> Point | None:
    far = [(one, bout) for bout in bouts for one in bout.timed if one.metres >= _NEARLY * terms.over]
    if not far:
        return None
    fastest, bout = min(far, key=lambda pair: pair[0].seconds / pair[0].metres)
    return Point(bout.day, -terms.pace(fastest.seconds / fastest.metres), bout.load, fastest.metres)


def _total(bouts: Sequence[Bout], terms: Terms) -> Point:
    return Point(bouts[0].day, terms.amount(sum(bout.total for bout in bouts)))


_RULES: dict[Metric, Callable[[Sequence[Bout], Terms], Point | None]] = {
    Metric.E1RM: _e1rm,
    Metric.TOP: _top,
    Metric.VOLUME: _volume,
    Metric.REPS: _reps,
    Metric.LONGEST: _most,
    Metric.FARTHEST: _most,
    Metric.PACE: _pace,
    Metric.TOTAL: _total,
}
