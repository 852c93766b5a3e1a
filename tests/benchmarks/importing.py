"""Rows imported a second: read, taken into a new log, and brought a second time."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from tests.benchmarks.report import Figure
from tests.support import make_gym
from tests.unit.transfer.files import accounted
from workout_tui.logbook import starters
from workout_tui.model.load import Unit
from workout_tui.transfer import importing

ROWS = 24_000
AIM = 2_000
"""rows a second, all in all"""

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
EXERCISES = ("Squat (Barbell)", "Bench Press (Barbell)", "Bent Over Row (Barbell)", "Lunge (Dumbbell)", "Plank")
SETS_A_WORKOUT = 20


def history(rows: int) -> str:
    """A history as Strong exports it, of workouts on every other day."""
    chance = random.Random(7)
    lines = [HEADER]
    start = datetime(2015, 1, 1, 18)  # noqa: DTZ001 - as on the wall
    for n in range(rows):
        workout = n // SETS_A_WORKOUT
        day = start + timedelta(days=2 * workout)
        exercise = EXERCISES[n % SETS_A_WORKOUT // 4]
        load, reps = chance.randrange(20, 180) * 2.5, chance.randrange(1, 13)
        rpe = chance.choice(("", 8))
        lines.append(f'{day},"Day {workout % 3}",1h 2m,"{exercise}",{n % 4 + 1},{load},{reps},0,0,"","",{rpe}')
    return "\n".join(lines) + "\n"


def measure(rows: int = ROWS) -> Iterator[Figure]:
    """A new log, and the same file a second time."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "strong.csv"
        file.write_text(history(rows), "utf-8")
        with closing(make_gym(Path(name) / "workout.db")) as gym:
            gym.logbook.add_exercises(starters.library())
            began = time.perf_counter()
            read = importing.read(file, Unit.KG)
            after_reading = time.perf_counter()
            first = importing.take_in(read, gym.logbook, gym.clock)
            after_first = time.perf_counter()
            again = importing.take_in(read, gym.logbook, gym.clock)
            after_again = time.perf_counter()
    assert accounted(first) == accounted(again) == rows
    assert again.taken.sets_added == 0
    speed = rows / (after_first - began)
    yield Figure(f"rows imported a second, of {rows:,}", speed, "", aim=AIM, more_is_better=True)
    yield Figure("of that, rows read a second", rows / (after_reading - began), "")
    yield Figure("the same file again, rows a second", rows / (after_again - after_first), "")
