"""What the tests share: a clock that they turn, uids they can foresee, and a log to write in."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from workout_tui.clock import Uids
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.lifters import add_lifter
from workout_tui.logbook.logbook import Logbook, NewSet, Place
from workout_tui.model.bests import Bests
from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.facts import Facts
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import ProgramKind, SetKind, Target, Template, TemplateExercise
from workout_tui.model.records import PlacedRecord, session_records
from workout_tui.model.session import PastExercise, Session, SetValues
from workout_tui.store.connection import Store

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR

START = int(datetime(2024, 9, 24, 15, 34, tzinfo=UTC).timestamp() * 1000)
"""Tuesday 24 September 2024, 17:34 where the tests are: UTC+2"""


@dataclass
class FakeClock:
    """A clock that stands still until it is turned."""

    at: int = START
    offset_min: int = 120
    mono: float = 1000.0

    def now(self) -> int:
        return self.at

    def utc_offset_min(self, at: int) -> int:
        return self.offset_min

    def monotonic(self) -> float:
        return self.mono

    def pass_ms(self, milliseconds: int) -> None:
        """Time goes by."""
        self.at += milliseconds
        self.mono += milliseconds / 1000

    def set_wall(self, at: int) -> None:
        """Somebody sets the clock; the monotonic one does not follow."""
        self.at = at


_OPENED: list[sqlite3.Connection] = []
S = TypeVar("S", bound=Store)


def opened(store: S) -> S:
    """A store that stands for a program of its own, which the end of the test ends if nothing else did."""
    _OPENED.append(store.connection)
    return store


def end_programs() -> None:
    """Close what stands for programs, as their end would."""
    while _OPENED:
        _OPENED.pop().close()


@dataclass
class Gym:
    """A log with one lifter in it."""

    path: Path
    store: Store
    clock: FakeClock
    uids: Uids
    logbook: Logbook
    metrics: Metrics
    opened: list[Store] = field(default_factory=list)

    def again(self, lifter_uid: str = "") -> Logbook:
        """The same log opened once more, as another window would."""
        store = opened(Store(self.path))
        self.opened.append(store)
        uid = lifter_uid or self.logbook.lifter.uid
        return Logbook(store, uid, clock=self.clock, uids=self.uids, metrics=Metrics())

    def other_lifter(self, name: str = "Bo") -> Logbook:
        """Another lifter's logbook in the same log, through the same store."""
        other = add_lifter(self.store, name, Unit.KG, clock=self.clock, uids=self.uids)
        return self.logbook.of(other.uid)

    def close(self) -> None:
        """Close every connection that was opened here."""
        for store in (*self.opened, self.store):
            store.close()

    def exercise(self, name: str, measure: Measure = Measure.WEIGHT) -> Exercise:
        """An exercise of the library, added when it is new."""
        return self.logbook.add_exercises([Exercise("", name, measure)])[0]

    def template(self, name: str, *exercises: TemplateExercise) -> Template:
        """A template on the shelf."""
        return self.logbook.save_template(
            Template("", name, "", 1, "", "", ProgramKind.LOOSE, 0, 0, exercises=exercises)
        )

    def planned(self, name: str, *targets: Target, step: Load | None = None) -> TemplateExercise:
        """An exercise for a template; three sets of five at 100 kg unless told otherwise."""
        return TemplateExercise("", self.exercise(name), targets or (Target(5, 5, kg(100)),) * 3, step=step)

    def push(self) -> Template:
        """A template of two exercises with three sets each."""
        return self.template("Push A", self.planned("Bench Press"), self.planned("Overhead Press"))

    def start(self, template: Template | None = None) -> Session:
        """A session begun now."""
        return self.logbook.start(template.uid if template else None, session_uid=self.uids.new())

    def log(self, session: Session, values: SetValues | None = None, *, block: int = 0, count: int = 1) -> Session:
        """Log sets on the next open places of a block, as the screen would."""
        one = session.exercises[block]
        place = open_place(session, block)
        new = [NewSet(self.uids.new(), values or done(100, 5)) for _ in range(count)]
        assert place.session_exercise_uid == one.uid
        return self.logbook.log_sets(session.slot, place, new)

    def trained(self, template: Template | None, *sets: SetValues, minutes: int = 60) -> Session:
        """A whole session of the first exercise, finished."""
        session = self.start(template)
        for values in sets:
            session = self.log(session, values)
        self.clock.pass_ms(minutes * MINUTE)
        return self.logbook.finish(session.uid)


def make_gym(
    path: Path, *, name: str = "Ann", unit: Unit = Unit.KG, clock: FakeClock | None = None, checkpoints: bool = False
) -> Gym:
    """A new log at `path` with a lifter, on a clock to be turned, with chance that repeats."""
    clock = clock or FakeClock()
    uids = Uids(clock, random.Random(7))
    path.write_bytes(new_log())
    store = opened(Store(path, checkpoints=checkpoints))
    lifter = add_lifter(store, name, unit, clock=clock, uids=uids)
    metrics = Metrics()
    return Gym(path, store, clock, uids, Logbook(store, lifter.uid, clock=clock, uids=uids, metrics=metrics), metrics)


@cache
def new_log() -> bytes:
    """A log as the program makes it; copying it takes a fifth of the time, and of the syncs."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workout.db"
        Store(path).close()
        return path.read_bytes()


def open_place(session: Session, block: int = 0) -> Place:
    """The next open place of a block, or a free one."""
    one = session.exercises[block]
    row = next(iter(one.open_rows), None)
    return Place(one.uid, one.exercise.uid, row.planned.uid if row and row.planned else None)


def amend(logbook: Logbook, session_uid: str, **changed: Any) -> Session:
    """Correct name, times or bodyweight of a session, whatever stands there."""
    facts = Facts.of(logbook.session(session_uid))
    return logbook.amend(session_uid, replace(facts, **changed), was=None)


def kg(number: float) -> Load:
    """A load in kilograms."""
    return Load(round(number * 1000), Unit.KG)


def lb(number: float) -> Load:
    """A load in pounds."""
    return Load(round(number * 1000), Unit.LB)


def done(load: float, reps: int, kind: SetKind = SetKind.WORK, *, rpe10: int | None = None) -> SetValues:
    """A set of a weight exercise in kilograms."""
    return SetValues(kg(load), reps, rpe10=rpe10, kind=kind)


def record_history(measure: Measure, history: Iterable[PastExercise]) -> Iterator[tuple[PastExercise, PlacedRecord]]:
    """Every record of an exercise, in the order they were made. `history` is oldest first."""
    bests = Bests(measure)
    for past in history:
        for placed in session_records(bests, past):
            yield past, placed
        bests = bests.and_session(past)
