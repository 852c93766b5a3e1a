"""A made-up lifter and the months up to yesterday, for those who want to look before they train.

Written through the logbook as a lifter would have, and the same every time but for the date it ends on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.clock import Uids
from workout_tui.logbook import lifters, starters
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.logbook import Logbook
from workout_tui.logbook.performing import NewSet, Place
from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import ProgramKind, SetKind, Target, Template, TemplateExercise
from workout_tui.model.session import SetValues

if TYPE_CHECKING:
    import random

    from workout_tui.clock import Clock
    from workout_tui.model.lifter import Lifter
    from workout_tui.model.session import SessionExercise
    from workout_tui.store.connection import Store

WEEKS = 14
_DAY_MS = 86_400_000
_MINUTE_MS = 60_000
_AT_MIN = 17 * 60 + 30
"""when they train, minutes after midnight where the laptop is"""
_MISSED = 0.12
"""how many of the workouts were missed"""


@dataclass(frozen=True, slots=True)
class _Lift:
    """An exercise: sets and reps, the load yesterday in kilograms, what it gains a week, and the step of the plates."""

    name: str
    sets: int
    reps: int
    load: float
    weekly: float = 0.0
    step: float = 2.5
    measure: Measure = Measure.WEIGHT


_WORKOUTS = {
    "Push": (
        _Lift("Bench Press", 4, 5, 92.5, 1.1),
        _Lift("Overhead Press", 3, 6, 57.5, 0.6),
        _Lift("Incline DB Press", 3, 10, 30, 0.4, 2),
        _Lift("Lateral Raise", 3, 15, 12),
        _Lift("Dips", 3, 8, 15, 0.5, 2.5, Measure.BODYWEIGHT),
    ),
    "Legs": (
        _Lift("Back Squat", 4, 5, 130, 1.6),
        _Lift("Romanian Deadlift", 3, 8, 100, 1.2, 5),
        _Lift("Leg Press", 3, 12, 180, 2.5, 10),
        _Lift("Calf Raise", 3, 15, 60, 0.5),
    ),
    "Pull": (
        _Lift("Deadlift", 3, 5, 165, 2, 5),
        _Lift("Barbell Row", 4, 8, 80, 0.8),
        _Lift("Pull-up", 3, 6, 15, 0.5, 2.5, Measure.BODYWEIGHT),
        _Lift("Barbell Curl", 3, 10, 37.5, 0.3),
        _Lift("Plank", 2, 0, 60, measure=Measure.TIME),
    ),
}
_WEEK = {0: "Push", 2: "Legs", 4: "Pull", 5: "Push"}
"""the workout of each weekday, Monday being 0"""


class _Then:
    """A clock in the past, turned by hand."""

    def __init__(self, clock: Clock) -> None:
        self.at = clock.now()
        self._clock = clock

    def now(self) -> int:
        return self.at

    def utc_offset_min(self, at: int) -> int:
        return self._clock.utc_offset_min(at)

    def monotonic(self) -> float:
        return self.at / 1000


def fill(store: Store, clock: Clock, chance: random.Random, *, weeks: int = WEEKS) -> Lifter:
    """Write the lifter and their weeks into a log that is new; returns the lifter.

    Args:
        store: the log.
        clock: tells when today is.
        chance: which days were missed, and which sets a rep short.
        weeks: how many of them.
    """
    return _Life(store, clock, chance).lived(weeks)


class _Life:
    """The lifter, while the past is being written."""

    def __init__(self, store: Store, clock: Clock, chance: random.Random) -> None:
        self._then = _Then(clock)
        self._today = clock.now() // _DAY_MS
        self._chance = chance
        self._uids = Uids(self._then, chance)
        lifter = lifters.add_lifter(store, "Alex", Unit.KG, clock=self._then, uids=self._uids)
        self._book = Logbook(store, lifter.uid, clock=self._then, uids=self._uids, metrics=Metrics())
        self._book.change_lifter(replace(self._book.lifter, week_goal=4))
        self._book.add_exercises(starters.library())

    def lived(self, weeks: int) -> Lifter:
        self._then.at -= weeks * 7 * _DAY_MS
        templates = {title: self._template(title, lifts, weeks) for title, lifts in _WORKOUTS.items()}
        for days_ago in range(weeks * 7, 0, -1):
            title = _WEEK.get((self._today - days_ago + 3) % 7)  # 1 January 1970 was a Thursday
            if title is not None and self._chance.random() >= _MISSED:
                self._train(templates[title], _WORKOUTS[title], days_ago)
        return self._book.lifter

    def _template(self, title: str, lifts: tuple[_Lift, ...], weeks: int) -> Template:
        exercises = tuple(self._planned(lift, weeks * 7) for lift in lifts)
        kind = ProgramKind.LOOSE
        return self._book.save_template(Template("", title, "", 1, "", "", kind, 0, 0, exercises=exercises))

    def _planned(self, lift: _Lift, days_ago: int) -> TemplateExercise:
        (exercise,) = self._book.add_exercises([Exercise("", lift.name, lift.measure)])
        step = Load(round(lift.step * 1000), Unit.KG) if lift.weekly else None
        return TemplateExercise("", exercise, (_target(lift, days_ago),) * lift.sets, step=step)

    def _train(self, template: Template, lifts: tuple[_Lift, ...], days_ago: int) -> None:
        then = self._then
        midnight = (self._today - days_ago) * _DAY_MS
        then.at = midnight + (_AT_MIN - then.utc_offset_min(midnight) + self._chance.randrange(40)) * _MINUTE_MS
        session = self._book.start(template.uid, session_uid=self._uids.new())
        self._book.set_bodyweight(session.uid, Load(82_000 + 100 * self._chance.randrange(-8, 9), Unit.KG))
        for block, lift in enumerate(lifts):
            then.at += lift.sets * 3 * _MINUTE_MS
            place = _place(session.exercises[block])
            session = self._book.log_sets(session.slot, place, self._done(lift, days_ago))
        then.at += 2 * _MINUTE_MS
        self._book.finish(session.uid)

    def _done(self, lift: _Lift, days_ago: int) -> list[NewSet]:
        """As planned, but for a last set that is sometimes a rep short."""
        target = _target(lift, days_ago)
        short = lift.reps and self._chance.random() < 0.3
        sets = [SetValues(target.load, target.reps_lo, target.seconds) for _ in range(lift.sets)]
        if lift.reps:
            sets[-1] = replace(sets[-1], reps=lift.reps - bool(short), rpe10=95 if short else 85)
        return [NewSet(self._uids.new(), values) for values in sets]


def _target(lift: _Lift, days_ago: int) -> Target:
    """What was planned so many days ago, on plates."""
    if lift.measure is Measure.TIME:
        return Target(seconds=round(lift.load))
    steps = round((lift.load - lift.weekly * days_ago / 7) / lift.step)
    return Target(lift.reps, lift.reps, Load(round(steps * lift.step * 1000), Unit.KG), kind=SetKind.WORK)


def _place(one: SessionExercise) -> Place:
    planned = one.open_rows[0].planned
    return Place(one.uid, one.exercise.uid, planned.uid if planned else None)
