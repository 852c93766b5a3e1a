"""A made-up lifter's months up to one evening: Tuesday 24 September 2024, Push A, six work sets done.

Written through the logbook, as a lifter would have; the same every time.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from workout_tui.clock import Uids
from workout_tui.logbook import lifters, starters
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.logbook import Logbook
from workout_tui.logbook.performing import NewSet, Place
from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import ProgramKind, SetKind, Target, Template, TemplateExercise
from workout_tui.model.session import Session, SetValues
from workout_tui.store.connection import Store

if TYPE_CHECKING:
    from pathlib import Path

MINUTE = 60_000
OFFSET_MIN = 120
EVENING = int(datetime(2024, 9, 24, 15, 34, tzinfo=UTC).timestamp() * 1000)
"""when the session of the pictures begins: 17:34 at UTC+2"""


@dataclass
class TurnedClock:
    """A clock that stands where it was put."""

    at: int = EVENING
    mono: float = 1000.0

    def now(self) -> int:
        """UTC milliseconds."""
        return self.at

    def utc_offset_min(self, at: int) -> int:  # noqa: ARG002 - the same all year
        """Two hours east."""
        return OFFSET_MIN

    def monotonic(self) -> float:
        """Seconds."""
        return self.mono

    def pass_ms(self, milliseconds: int) -> None:
        """Time goes by."""
        self.at += milliseconds
        self.mono += milliseconds / 1000


def kg(number: float) -> Load:
    """A load."""
    return Load(round(number * 1000), Unit.KG)


@dataclass(frozen=True)
class Lift:
    """An exercise of a template: its sets, its load on the day of the pictures, and what it gained a month."""

    name: str
    sets: int
    reps: int
    load: float | None
    monthly: float = 0.0
    step: float | None = None
    rest_s: int = 120
    measure: Measure = Measure.WEIGHT
    back_off: tuple[float, int] | None = None
    warm_ups: tuple[tuple[float, int], ...] = ()


PUSH_A = (
    Lift("Back Squat", 4, 5, 140, 2.5, 2.5, 210),
    Lift("Bench Press", 3, 5, 102.5, 2.5, 2.5, 180, back_off=(92.5, 8), warm_ups=((20, 10), (60, 5))),
    Lift("Overhead Press", 3, 6, 62.5, 1.25, 2.5, 180),
    Lift("Incline DB Press", 3, 10, 32.5),
    Lift("Cable Fly", 3, 15, 17.5, 0, None, 75),
    Lift("Dips", 3, 8, 15, 0, 2.5, 120, Measure.BODYWEIGHT),
)
PULL_A = (
    Lift("Deadlift", 3, 5, 180, 5, 5, 240),
    Lift("Barbell Row", 4, 8, 85, 2.5, 2.5),
    Lift("Pull-up", 3, 6, 20, 1.25, None, 150, Measure.BODYWEIGHT),
    Lift("Barbell Curl", 3, 10, 40, 1.25),
    Lift("Face Pull", 3, 15, 25),
)
LEGS = (
    Lift("Back Squat", 4, 5, 140, 2.5, 2.5, 210),
    Lift("Romanian Deadlift", 3, 8, 105, 2.5, 5, 150),
    Lift("Leg Press", 3, 12, 180, 5),
    Lift("Calf Raise", 4, 15, 57.5, 0, 2.5, 60),
)
PUSH_B = (
    Lift("Overhead Press", 4, 5, 65, 1.25, 2.5, 180),
    Lift("Close-grip Bench Press", 3, 8, 82.5, 2.5, 2.5),
    Lift("Incline DB Press", 3, 12, 30),
    Lift("Lateral Raise", 4, 15, 12),
)
CONDITIONING = (
    Lift("Rowing Machine", 1, 0, None, measure=Measure.DISTANCE),
    Lift("Plank", 3, 0, None, measure=Measure.TIME),
)
WORKOUTS = {"Push A": PUSH_A, "Pull A": PULL_A, "Legs": LEGS, "Push B": PUSH_B, "Conditioning": CONDITIONING}

_WEEK = (("Push A", 1), ("Legs", 3), ("Pull A", 5), ("Push B", 0))
"""the workouts of a usual week and their weekday, Monday being 0"""
_FELT_SQUATS: tuple[int | None, ...] = (70, 75, 75, 80)
_FELT_BENCH: tuple[int | None, ...] = (None, None, 80, 85)
_LAST = (("Push A", -7), ("Legs", -5), ("Pull A", -3), ("Conditioning", -2), ("Push B", -1))
"""the days before the pictures, by days from then"""


@dataclass
class Sample:
    """The log with its lifter."""

    store: Store
    clock: TurnedClock
    uids: Uids
    logbook: Logbook
    templates: dict[str, Template] = field(default_factory=dict)
    chance: random.Random = field(default_factory=lambda: random.Random(5))

    def close(self) -> None:
        """Close the file, so that a window can open it."""
        self.store.close()


def make(path: Path, *, weeks: int = 22) -> Sample:
    """A log at `path` with a lifter and their last weeks, nothing open, on the evening of the pictures."""
    clock = TurnedClock()
    uids = Uids(clock, random.Random(7))
    store = Store(path)
    lifter = lifters.add_lifter(store, "Alex", Unit.KG, clock=clock, uids=uids)
    logbook = Logbook(store, lifter.uid, clock=clock, uids=uids, metrics=Metrics())
    logbook.change_lifter(replace(logbook.lifter, week_goal=4))
    logbook.add_exercises(starters.library())
    sample = Sample(store, clock, uids, logbook)
    for title, lifts in WORKOUTS.items():
        sample.templates[title] = logbook.save_template(_template(sample, title, lifts, weeks * 7))
    _train_for(sample, weeks)
    clock.at = EVENING
    return sample


def reopen(path: Path) -> Sample:
    """A log that `make` wrote, or a copy of it, as it was left."""
    clock = TurnedClock()
    uids = Uids(clock, random.Random(8))
    store = Store(path)
    lifter = lifters.first_lifter(store)
    assert lifter is not None
    logbook = Logbook(store, lifter.uid, clock=clock, uids=uids, metrics=Metrics())
    return Sample(store, clock, uids, logbook, {one.name: one for one in logbook.templates()})


def begin_push_a(sample: Sample) -> Session:
    """Tonight's session 34 minutes in: the squats, and half of the bench press with its two warm-ups."""
    logbook, clock = sample.logbook, sample.clock
    session = logbook.start(sample.templates["Push A"].uid, session_uid=sample.uids.new())
    for rpe10 in _FELT_SQUATS:
        session = _log(sample, session, 0, rpe10, minutes=4)
    for rpe10 in _FELT_BENCH:
        session = _log(sample, session, 1, rpe10, minutes=4)
    clock.pass_ms(2 * MINUTE)
    return session


def end_push_a(sample: Sample, session: Session) -> Session:
    """The rest of tonight's session, the last fly left out."""
    for block, one in enumerate(session.exercises):
        for _ in one.open_rows:
            left_out = one.exercise.name == "Cable Fly" and len(session.exercises[block].open_rows) == 1
            if left_out:
                row = session.exercises[block].open_rows[0]
                session = sample.logbook.skip(row.planned.uid) if row.planned else session
            else:
                session = _log(sample, session, block, 90 if block == 1 else None, minutes=1)
    sample.logbook.set_bodyweight(session.uid, kg(82))
    return sample.logbook.note_session(
        session.uid, "Bench felt fast; left shoulder fine.\nSkipped last fly set, gym closing."
    )


def another(sample: Sample, title: str) -> Template:
    """One more template, of the exercises of Push B, not yet on the shelf."""
    return _template(sample, title, PUSH_B, 0)


def _template(sample: Sample, title: str, lifts: tuple[Lift, ...], days_ago: int) -> Template:
    """The template as it was written so many days before the pictures."""
    exercises = tuple(
        TemplateExercise(
            uid="",
            exercise=sample.logbook.add_exercises([Exercise("", lift.name, lift.measure)])[0],
            targets=_targets(lift, days_ago),
            rest_s=lift.rest_s,
            step=kg(lift.step) if lift.step else None,
        )
        for lift in lifts
    )
    return Template("", title, "", 1, "", "", ProgramKind.LOOSE, 0, 0, exercises=exercises)


def _targets(lift: Lift, days_ago: int) -> tuple[Target, ...]:
    if lift.measure is Measure.DISTANCE:
        return (Target(distance=Distance(5000, DistanceUnit.KM)),)
    if lift.measure is Measure.TIME:
        return (Target(seconds=60),) * lift.sets
    warm_ups = tuple(Target(reps, reps, kg(load), kind=SetKind.WARMUP) for load, reps in lift.warm_ups)
    work = (Target(lift.reps, lift.reps, _then(lift.load or 0, lift, days_ago)),) * lift.sets
    if lift.back_off is None:
        return (*warm_ups, *work)
    load, reps = lift.back_off
    return (*warm_ups, *work, Target(reps, reps, _then(load, lift, days_ago)))


def _train_for(sample: Sample, weeks: int) -> None:
    evening = datetime.fromtimestamp(EVENING / 1000, UTC)
    monday = evening - timedelta(days=evening.weekday(), weeks=weeks)
    days = [
        (monday + timedelta(weeks=week, days=weekday), title)
        for week in range(weeks - 1)
        for title, weekday in _WEEK
        if sample.chance.random() < 0.85
    ]
    days += [(monday + timedelta(weeks=week, days=2), "Conditioning") for week in range(0, weeks - 2, 2)]
    days = [one for one in days if one[0] < evening - timedelta(days=8)]
    days += [(evening + timedelta(days=offset), title) for title, offset in _LAST]
    for day, title in sorted(days):
        sample.clock.at = int(day.timestamp() * 1000)
        _train(sample, title, (evening - day).days)


def _train(sample: Sample, title: str, days_ago: int) -> None:
    logbook = sample.logbook
    session = logbook.start(sample.templates[title].uid, session_uid=sample.uids.new())
    logbook.set_bodyweight(session.uid, kg(82))
    for block, lift in enumerate(WORKOUTS[title]):
        one = session.exercises[block]
        planned = [row.planned.target for row in one.open_rows if row.planned]
        sets = [NewSet(sample.uids.new(), values) for values in _performed(lift, planned, days_ago)]
        first = one.open_rows[0].planned
        place = Place(one.uid, one.exercise.uid, first.uid if first else None)
        session = logbook.log_sets(session.slot, place, sets)
    sample.clock.pass_ms((44 + 3 * len(session.exercises) + sample.chance.randrange(5)) * MINUTE)
    logbook.finish(session.uid)


def _performed(lift: Lift, planned: list[Target], days_ago: int) -> list[SetValues]:
    """As planned, but for the last set while the lifter is not strong enough for more."""
    if lift.measure is Measure.DISTANCE:
        return [SetValues(seconds=1490 + days_ago // 2, distance=Distance(5000, DistanceUnit.KM))]
    done = [SetValues(one.load, one.reps_lo, one.seconds, one.distance, None, one.kind) for one in planned]
    work = [place for place, one in enumerate(done) if one.kind is SetKind.WORK]
    for place, rpe10 in zip(work, (80, 80, 90, 90), strict=False):
        done[place] = replace(done[place], rpe10=rpe10)
    first = done[work[0]].load
    strong = first and lift.step and first.milli + lift.step * 1000 <= _then(lift.load or 0, lift, days_ago - 7).milli
    if lift.step and not strong:
        last = done[work[-1]]
        done[work[-1]] = replace(last, reps=(last.reps or 1) - 1)
    return done


def _then(load: float, lift: Lift, days_ago: int) -> Load:
    """What the lifter was good for so many days before the pictures, on plates."""
    step = lift.step or 2.5
    lost = round((lift.monthly * max(0, days_ago) / 30 + (step / 2 if days_ago > 2 else 0)) / step) * step
    return kg(max(step, load - lost)) if lift.monthly else kg(load)


def _log(sample: Sample, session: Session, block: int, rpe10: int | None, *, minutes: int) -> Session:
    """The next set of a block as it was planned."""
    sample.clock.pass_ms(minutes * MINUTE)
    one = session.exercises[block]
    planned = one.open_rows[0].planned
    if planned is None:
        return session
    target = planned.target
    values = SetValues(target.load, target.reps_lo, target.seconds, target.distance, rpe10, target.kind)
    place = Place(one.uid, one.exercise.uid, planned.uid)
    return sample.logbook.log_sets(session.slot, place, [NewSet(sample.uids.new(), values)])
