"""What a key costs in the logbook: a logged set beside the bare disk, remembered ids, and reading at three sizes.

Run with ``python -m tests.benchmarks.logbook [SETS …]`` from the root of the project; the sizes are 1,000,
10,000 and 100,000 sets unless told otherwise.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import tracemalloc
from contextlib import closing
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.support import DAY, HOUR, START, Gym, done, make_gym, open_place
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.log_ids import LogId, LogIds
from workout_tui.logbook.logbook import NewSet
from workout_tui.model.exercise import Exercise
from workout_tui.model.intake import ImportSource, PastBlock, PastSession, PastSet
from workout_tui.model.session import Slot
from workout_tui.store import sessions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 300
EXERCISES = 40
BLOCKS, SETS = 6, 5


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each call, shortest first."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)


def line(name: str, times: list[float]) -> None:
    """One line of the table."""
    p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
    sys.stdout.write(f"{name:<56}{p50:10.4f}{p99:10.4f}{times[-1]:10.4f}\n")


def head(title: str) -> None:
    """The head of a table."""
    sys.stdout.write(f"\n{title:<56}{'p50 ms':>10}{'p99 ms':>10}{'max ms':>10}\n")


def history(sets: int) -> Iterator[PastSession]:
    """Sessions of six exercises with five sets each, four a week, up to yesterday."""
    chance = Random(1)
    count = sets // (BLOCKS * SETS)
    exercises = [Exercise("", f"Exercise {n}") for n in range(EXERCISES)]
    for n in range(count):
        began = START - (count - n) * 7 * DAY // 4
        blocks = []
        for exercise in chance.sample(exercises, BLOCKS):
            load = 60 + 60 * n / count + chance.randrange(4) * 2.5
            blocks.append(
                PastBlock(exercise, tuple(PastSet(done(load // 2.5 * 2.5, chance.randint(3, 12))) for _ in range(SETS)))
            )
        yield PastSession(str(n), f"Workout {n % 5}", began, 120, tuple(blocks), ended_at=began + HOUR)


def floor(folder: Path) -> None:
    """Four kilobytes that the disk must keep: nothing durable can be faster."""
    with (folder / "floor").open("wb", buffering=0) as file:
        page = os.urandom(4096)

        def sync() -> None:
            file.write(page)
            os.fdatasync(file.fileno())

        line("4 KB and fdatasync, no database", timed(sync, 1000))


def logging_sets(gym: Gym) -> None:
    """Enter: a set onto its planned place, in a session of six exercises, with the session read back."""
    targets = gym.planned("Exercise 0").targets
    template = gym.template("Bench", *[gym.planned(f"Exercise {n}", *targets[:1] * SETS) for n in range(BLOCKS)])
    session = gym.start(template)
    todo = [block for block in range(BLOCKS) for _ in range(SETS)]

    def enter() -> None:
        nonlocal session
        if not todo:
            gym.logbook.discard(session.uid)
            session = gym.start(template)
            todo.extend(block for block in range(BLOCKS) for _ in range(SETS))
        place = open_place(session, todo.pop())
        began = time.perf_counter()
        session = gym.logbook.log_sets(session.slot, place, [NewSet(gym.uids.new(), done(100, 5))])
        taken.append((time.perf_counter() - began) * 1000)

    taken: list[float] = []
    chance = Random(2)
    timed(enter)
    line("log_sets: one set, with the session read back", sorted(taken))
    one = session.exercises[0].performed[0] if session.exercises[0].performed else session.exercises[-1].performed[0]
    line("edit_set", timed(lambda: gym.logbook.edit_set(one.uid, done(chance.randrange(200), 5))))
    line("the same set again (a retry that changes nothing)", timed(lambda: gym.logbook.edit_set(one.uid, done(1, 1))))


def reading(gym: Gym) -> None:
    """What the screens ask for."""
    book = gym.logbook
    exercise = next(one for one in book.exercises() if one.name == "Exercise 1")
    line("home, for the first paint (no records)", timed(lambda: book.home(records=False), 50))
    line("home, with recent records", timed(book.home, 20))
    line("history of an exercise, 30 sessions", timed(lambda: book.history(exercise.uid), 100))
    line("bests of an exercise, its whole past", timed(lambda: book.bests(exercise.uid), 20))
    line("active session", timed(book.active, 100))
    line("summary of a session", timed(lambda: book.summary(book.past(limit=1)[0].uid), 20))
    line("a page of the history (50 sessions)", timed(book.past, 50))
    line("orders of the last 30 sessions", timed(book.orders, 50))


def remembered_ids(gym: Gym) -> None:
    """What remembering an id saves, and what it costs: it is kept for what it means, not for speed."""
    store, profile_id = gym.store, gym.logbook._desk.profile_id
    session = gym.logbook.active() or gym.start()
    found = sessions.in_slot(store, profile_id, session.slot)
    assert found
    ids = LogIds(Metrics())
    ids.put(session.slot, LogId(found.id, found.uid))
    many = 1000

    def repeated(work: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            for _ in range(many):
                work()

        return run

    for name, work in (
        ("hit", lambda: ids.get(session.slot)),
        ("miss", lambda: ids.get(Slot("none", 1))),
        (
            "proof of a hit, in the transaction",
            lambda: sessions.proven(store, profile_id, session.slot, found.id, found.uid),
        ),
        ("asking the database instead", lambda: sessions.in_slot(store, profile_id, session.slot)),
    ):
        line(name, [ms / many for ms in timed(repeated(work), 30)])
    tracemalloc.start()
    full = LogIds(Metrics())
    for n in range(1000):
        full.put(Slot(f"{n:036}", n), LogId(n, f"{n:036}"))
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    sys.stdout.write(f"memory of a full map ({len(full)} entries): {size / 1024:.1f} KiB\n")


def main() -> None:
    """Print the tables."""
    sizes = [int(one) for one in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        head("the disk")
        floor(folder)
        for size in sizes:
            with closing(make_gym(folder / f"{size}.db", checkpoints=True)) as gym:
                began = time.perf_counter()
                gym.logbook.take_in(ImportSource("benchmark", "made up", "0" * 64), history(size))
                head(f"{size:,} sets (taken in within {time.perf_counter() - began:.1f} s)")
                logging_sets(gym)
                reading(gym)
                if size == sizes[0]:
                    head("remembered ids")
                    remembered_ids(gym)


if __name__ == "__main__":
    main()
