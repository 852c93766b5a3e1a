"""A log of any size, made quickly, in the shape of a real one: ``python -m tests.benchmarks.big_log FILE SETS``.

Four workouts in turn with five exercises each, four times a week up to yesterday; a warm-up and three or
four work sets, loads that creep up over the years with weaker days between. Plans are kept beside what was done, and
the triggers record every row, as if it had been typed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.support import DAY, HOUR, MINUTE
from workout_tui.clock import SystemClock, Uids
from workout_tui.logbook import starters
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.lifters import add_lifter
from workout_tui.logbook.logbook import Logbook
from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import Program, ProgramKind, Target, Template, TemplateExercise
from workout_tui.store.connection import Store

WORKOUTS, EXERCISES = 4, 5
SETS_A_SESSION = 22.5
YEARS = 40
"""no log begins earlier: the largest ones are of somebody who trains several times a day"""


class Row(NamedTuple):
    """A set to be written."""

    block: int
    n: int
    kind: str
    load: int
    reps: int
    at: int


def make(path: Path, sets: int, *, until: int | None = None) -> None:
    """A new log of about so many sets at `path`; the last session was on the day before `until` (now)."""
    clock = SystemClock()
    uids = Uids(clock, Random(1))
    with closing(Store(path, checkpoints=True)) as store:
        lifter = add_lifter(store, "Ann", Unit.KG, clock=clock, uids=uids)
        logbook = Logbook(store, lifter.uid, clock=clock, uids=uids, metrics=Metrics())
        starters.fill_library(logbook, Unit.KG)
        program = logbook.add_program(_program(logbook))
        _fill(store, program, round(sets / SETS_A_SESSION), (until or clock.now()) - DAY)


def _program(logbook: Logbook) -> Program:
    library = [one for one in logbook.exercises() if one.measure is Measure.WEIGHT]
    chosen = Random(2).sample(library, WORKOUTS * EXERCISES)
    templates = tuple(
        Template("", name, "", 1, "", "", ProgramKind.CYCLE, 0, day, exercises=_exercises(chosen[day::WORKOUTS]))
        for day, name in enumerate(("Upper A", "Lower A", "Upper B", "Lower B"))
    )
    return Program("", "Four days", ProgramKind.CYCLE, templates=templates)


def _exercises(chosen: list[Exercise]) -> tuple[TemplateExercise, ...]:
    return tuple(TemplateExercise("", one, (Target(5, 8, Load(60_000, Unit.KG)),) * 4) for one in chosen)


def _fill(store: Store, program: Program, count: int, last: int) -> None:
    chance = Random(3)
    rows = store.rows("SELECT id, uid FROM template UNION SELECT id, uid FROM exercise")
    ids = {row["uid"]: row["id"] for row in rows}
    pause = min(42 * HOUR, YEARS * 365 * DAY // max(1, count))
    with store.write():
        blocks = 0
        for n in range(1, count + 1):
            template = program.templates[n % WORKOUTS]
            began = last - (count - n) * pause
            _session(store, n, ids[template.uid], template.name, began)
            begins = [began + (2 + 12 * k) * MINUTE for k in range(EXERCISES)]
            store.run_many(
                "INSERT INTO session_exercise(id, uid, session_id, position, exercise_id) VALUES (?, ?, ?, ?, ?)",
                [
                    (blocks + k, f"block-{blocks + k}", n, k, ids[one.exercise.uid])
                    for k, one in enumerate(template.exercises, start=1)
                ],
            )
            sets = [one for k in range(EXERCISES) for one in _sets(chance, blocks + k + 1, n / count, begins[k])]
            _write(store, sets)
            blocks += EXERCISES


def _session(store: Store, n: int, template_id: int, title: str, began: int) -> None:
    day = datetime.fromtimestamp(began / 1000, UTC).date().isoformat()
    store.run(
        "INSERT INTO session(id, uid, profile_id, template_id, occurrence, title, local_date, started_at,"
        " utc_offset_min, ended_at, status, template_revision, modified_at)"
        " VALUES (?, ?, 1, ?, ?, ?, ?, ?, 0, ?, 'completed', 1, ?)",
        (n, f"session-{n}", template_id, n, title, day, began, began + HOUR, began + HOUR),
    )


def _sets(chance: Random, block: int, progress: float, at: int) -> Iterator[Row]:
    top = 40_000 + 2_500 * (block % EXERCISES * 8 + round(24 * progress) + chance.choice((-1, 0, 0, 0, 1)))
    yield Row(block, 1, "warmup", top // 5_000 * 2_500, 8, at)
    reps = chance.randint(5, 8)
    for n in range(2, chance.choice((5, 6))):
        yield Row(block, n, "work", top, reps, at + n * 2 * MINUTE)
        reps = max(3, reps - chance.choice((0, 0, 1)))


def _write(store: Store, rows: list[Row]) -> None:
    store.run_many(
        "INSERT INTO performed_set(uid, session_exercise_id, n, kind, load, unit, reps, at)"
        " VALUES (?, ?, ?, ?, ?, 'kg', ?, ?)",
        [(f"set-{row.block}-{row.n}", *row) for row in rows],
    )
    store.run_many(
        "INSERT INTO planned_set(uid, session_exercise_id, n, kind, state, set_uid, reps_lo, reps_hi, load, unit)"
        " VALUES (?, ?, ?, ?, 'done', ?, 5, 8, ?, 'kg')",
        [
            (f"plan-{row.block}-{row.n}", row.block, row.n, row.kind, f"set-{row.block}-{row.n}", row.load)
            for row in rows
        ],
    )


if __name__ == "__main__":
    started = time.perf_counter()
    make(Path(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write(f"made in {time.perf_counter() - started:.1f} s\n")
