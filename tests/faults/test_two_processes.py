"""Two programs log on one file at the same time: every acknowledged set stands once, and none is refused."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.processes import outcomes, start
from tests.support import make_gym
from workout_tui.clock import SystemClock, Uids
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.lifters import add_lifter
from workout_tui.logbook.logbook import Logbook
from workout_tui.model.load import Unit
from workout_tui.store.connection import Store

SETS = 300
PATIENCE_MS = 2000
BLOCKS = 12
"""places end at 99, so the sets go to several exercises"""

# Waits for the word, logs its sets one by one, and prints the uid of each that was acknowledged.
LOGGER = """
import sys
from pathlib import Path
from workout_tui.clock import SystemClock, Uids
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.logbook import Logbook, NewSet, Place
from workout_tui.model.load import Load, Unit
from workout_tui.model.session import SetValues
from workout_tui.store.connection import Store
path, lifter, sets, load = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
clock = SystemClock()
uids = Uids(clock)
store = Store(path)
book = Logbook(store, lifter, clock=clock, uids=uids, metrics=Metrics())
session = book.active()
print("ready", flush=True)
sys.stdin.readline()
for number in range(sets):
    block = session.exercises[number % len(session.exercises)]
    new = NewSet(uids.new(), SetValues(Load(load, Unit.KG), number % 20))
    book.log_sets(session.slot, Place(block.uid, block.exercise.uid), [new])
    print(new.uid, flush=True)
store.close()
"""


# Writes again and again, each time with the lock in its hands for longer than it is free, until it is told to stop.
GREEDY = """
import sys, threading, time
from pathlib import Path
from workout_tui.store.connection import Store
store = Store(Path(sys.argv[1]))
told = threading.Thread(target=sys.stdin.readline)
told.start()
print("writing", flush=True)
while told.is_alive():
    with store.write():
        store.run("UPDATE profile SET name = name || 'x' WHERE id = (SELECT max(id) FROM profile)")
        time.sleep(0.008)
store.close()
"""

PLACES = "SELECT count(DISTINCT n), min(n), max(n) FROM performed_set GROUP BY session_exercise_id"


def make_log(path: Path, *, lifters: int) -> list[str]:
    """A log in which each lifter has a workout running; returns their uids."""
    gym = make_gym(path)
    others = [add_lifter(gym.store, f"Bob {n}", Unit.KG, clock=gym.clock, uids=gym.uids) for n in range(1, lifters)]
    uids = [gym.logbook.lifter.uid, *(one.uid for one in others)]
    exercises = [gym.exercise(f"Lift {n}") for n in range(BLOCKS)]
    for uid in uids:
        book = gym.logbook.of(uid)
        session = book.start(None, session_uid=gym.uids.new())
        for one in exercises:
            session = book.add_exercise(session.uid, one.uid)
    gym.store.close()
    return uids


def log_at_once(path: Path, lifters: Sequence[str]) -> list[list[str]]:
    """Two programs, let go at the same moment; returns the uids that were acknowledged to each."""
    loggers = [start(LOGGER, path, lifter, SETS, 1000 * n) for n, lifter in enumerate(lifters, start=1)]
    for one in loggers:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n", one.communicate()
    for one in loggers:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    ended = outcomes(loggers)
    assert [(code, complaint) for code, _, complaint in ended] == [(0, "")] * 2, "refused"
    return [told.split() for _, told, _ in ended]


def standing(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(Store(path)) as store:
        return [tuple(row) for row in store.rows(sql)]


def test_both_log_into_one_workout(path: Path) -> None:
    (lifter,) = make_log(path, lifters=1)
    acknowledged = log_at_once(path, [lifter, lifter])
    stands = standing(path, "SELECT load, uid FROM performed_set ORDER BY id")
    for load, uids in zip((1000, 2000), acknowledged, strict=True):
        assert len(uids) == SETS
        assert [uid for milli, uid in stands if milli == load] == uids
    assert len(stands) == 2 * SETS
    for sets, first, last in standing(path, PLACES):
        assert last - first + 1 == sets, "a place was left out or taken twice"


def test_one_logs_while_the_other_renames_its_exercises_and_makes_two_of_them_one(path: Path) -> None:
    (lifter,) = make_log(path, lifters=1)
    logger = start(LOGGER, path, lifter, sets := 100, 1000)
    assert logger.stdout is not None
    assert logger.stdout.readline() == "ready\n", logger.communicate()
    assert logger.stdin is not None
    logger.stdin.write("go\n")
    logger.stdin.flush()
    clock = SystemClock()
    with closing(Store(path)) as store:
        book = Logbook(store, lifter, clock=clock, uids=Uids(clock), metrics=Metrics())
        first, second, third = book.exercises()[:3]
        turns = 0
        while logger.poll() is None or not turns:
            book.merge_exercises(first.uid, second.uid)
            book.change_exercise_field(third.uid, "name", f"Turn {turns}")
            book.undo_exercises()
            book.undo_exercises()
            turns += 1
        book.merge_exercises(first.uid, second.uid)
        session = book.active()
    ((code, told, complaint),) = outcomes([logger])
    assert (code, complaint) == (0, "")
    assert standing(path, "SELECT uid FROM performed_set ORDER BY id") == [(uid,) for uid in told.split()]
    assert len(told.split()) == sets
    assert session is not None
    assert session.done == sets
    assert [one.exercise.uid for one in session.exercises].count(second.uid) == 2


def test_two_lifters_log_each_their_own_workout(path: Path) -> None:
    lifters = make_log(path, lifters=2)
    acknowledged = log_at_once(path, lifters)
    stands = standing(
        path,
        "SELECT l.uid, p.uid FROM performed_set p JOIN session_exercise b ON b.id = p.session_exercise_id"
        " JOIN session s ON s.id = b.session_id JOIN profile l ON l.id = s.profile_id ORDER BY p.id",
    )
    for lifter, uids in zip(lifters, acknowledged, strict=True):
        assert len(uids) == SETS
        assert [uid for owner, uid in stands if owner == lifter] == uids
    assert len(stands) == 2 * SETS


def test_a_program_that_writes_without_a_pause_shuts_nobody_out(path: Path) -> None:
    """Who looks for the lock at ever longer intervals misses every gap, for seconds."""
    (lifter, _) = make_log(path, lifters=2)
    greedy = start(GREEDY, path)
    assert greedy.stdout is not None
    assert greedy.stdout.readline() == "writing\n", greedy.communicate()
    with closing(Store(path, busy_ms=PATIENCE_MS)) as store:
        for n in range(60):
            with store.write():
                store.run("UPDATE profile SET name = ? WHERE uid = ?", (f"Ann {n}", lifter))
    ((code, _, complaint),) = outcomes([greedy])
    assert (code, complaint) == (0, "")
    assert standing(path, "SELECT name FROM profile ORDER BY id LIMIT 1") == [("Ann 59",)]
