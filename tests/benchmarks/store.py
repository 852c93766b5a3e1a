"""What saving costs: a durable commit beside the bare disk, and the three ways to save a whole session.

Run with ``python -m tests.benchmarks.store [FOLDER]`` from the root of the project; the folder says which
disk is measured. With ``--large`` it also builds a log of 100,000 sets and times what reads all of it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.support import FakeClock, done, open_place
from tests.unit.store import rows
from workout_tui.clock import Uids
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.lifters import add_lifter
from workout_tui.logbook.logbook import Logbook, NewSet
from workout_tui.model.exercise import Exercise
from workout_tui.model.load import Load, Unit
from workout_tui.model.session import PerformedSet, SetValues
from workout_tui.store import backup, health, sets
from workout_tui.store.acts import act
from workout_tui.store.connection import Store

if TYPE_CHECKING:
    from collections.abc import Callable

COMMITS = 2000
SAVES = 200
SETS = 30
AT = rows.AT


def timed(work: Callable[[int], object], count: int) -> list[float]:
    """Milliseconds of each call, shortest first."""
    times = []
    for n in range(count):
        began = time.perf_counter()
        work(n)
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)


def line(name: str, times: list[float], *more: str) -> None:
    """One line of the table."""
    p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
    sys.stdout.write(f"{name:<44}{p50:9.3f}{p99:9.3f}{times[-1]:9.3f}  {'  '.join(more)}\n")


def head(title: str, *more: str) -> None:
    """The head of a table."""
    sys.stdout.write(f"\n{title:<44}{'p50 ms':>9}{'p99 ms':>9}{'max ms':>9}  {'  '.join(more)}\n")


def bare_disk(folder: Path) -> None:
    """Write 4 KB and have the disk keep it: nothing durable can be faster."""
    with (folder / "floor").open("wb", buffering=0) as file:
        page = os.urandom(4096)

        def sync(_: int) -> None:
            file.write(page)
            os.fdatasync(file.fileno())

        line("4 KB and fdatasync, no database", timed(sync, COMMITS))


def one_set(folder: Path) -> None:
    """One set by the store alone: the row, its audit, the session's revision, the act."""
    with closing(Store(folder / "commit.db", checkpoints=True)) as store:
        session, block = rows.small_log(store)

        def save(n: int) -> None:
            values = SetValues(Load(100_000, Unit.KG), n % 12)
            with act(store, "log", at=AT, session_id=session):
                sets.put(store, block, PerformedSet(f"set-{n % 99}", n % 99 + 1, values, AT))

        line("one set, store", timed(save, COMMITS))


def one_set_of_the_logbook(folder: Path) -> None:
    """One set as Enter logs it, with the session read back: in a session of 30 sets."""
    clock = FakeClock()
    uids = Uids(clock, Random(1))
    with closing(Store(folder / "logbook.db", checkpoints=True)) as store:
        lifter = add_lifter(store, "Ada", Unit.KG, clock=clock, uids=uids)
        logbook = Logbook(store, lifter.uid, clock=clock, uids=uids, metrics=Metrics())
        squat = logbook.add_exercises([Exercise("", "Squat")])[0]
        session = logbook.start(None, session_uid=uids.new())
        session = logbook.add_exercise(session.uid, squat.uid)
        new = [uids.new() for _ in range(SETS)]

        def save(n: int) -> None:
            place = open_place(session, 0)
            logbook.log_sets(session.slot, place, [NewSet(new[n % SETS], done(100, n // SETS + 1))])

        line("one set, logbook, with the session read back", timed(save, COMMITS // 4))


def whole_sessions(folder: Path) -> None:
    """Save a session of 30 sets of which one differs: what is written where it differs, always, or all anew."""
    head(f"a session of {SETS} sets, one changed", "rows  WAL bytes")
    for name, save in (("upsert where it differs", differing), ("upsert", always), ("delete and recreate", anew)):
        with closing(Store(folder / f"{save.__name__}.db", checkpoints=True)) as store:
            session, block = rows.small_log(store)
            with store.write():
                for n in range(1, SETS + 1):
                    rows.performed(store, block, n)
            line(name, *measured(store, session, block, save))


def measured(
    store: Store, session: int, block: int, save: Callable[[Store, int, int], None]
) -> tuple[list[float], str]:
    """How long a save takes, how many rows it changes, and how much it writes."""

    def saved(n: int) -> None:
        with act(store, "save", at=AT, session_id=session):
            save(store, block, n)

    saved(0)
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    before = store.connection.total_changes
    saved(1)
    changed = store.connection.total_changes - before
    written = store.path.with_name(f"{store.path.name}-wal").stat().st_size
    return timed(saved, SAVES), f"{changed:4}  {written:9,}"


_ALWAYS = (
    "INSERT INTO performed_set(uid, session_exercise_id, n, load, unit, reps, at) VALUES (?, ?, ?, 100000, 'kg', ?, ?)"
    " ON CONFLICT(uid) DO UPDATE SET n = excluded.n, load = excluded.load, unit = excluded.unit, reps = excluded.reps"
)


def differing(store: Store, block: int, n: int) -> None:
    """What the program does."""
    for place in range(1, SETS + 1):
        values = SetValues(Load(100_000, Unit.KG), 6 + n % 2 if place == 7 else 5)
        sets.put(store, block, PerformedSet(f"d-{block}-{place}", place, values, AT))


def always(store: Store, block: int, n: int) -> None:
    """Every row is written again."""
    reps = [6 + n % 2 if place == 7 else 5 for place in range(1, SETS + 1)]
    store.run_many(_ALWAYS, [(f"d-{block}-{place}", block, place, one, AT) for place, one in enumerate(reps, start=1)])


def anew(store: Store, block: int, n: int) -> None:
    """Every row is deleted and made again."""
    store.run("DELETE FROM performed_set WHERE session_exercise_id = ?", (block,))
    always(store, block, n)


def large(folder: Path) -> None:
    """A log of 100,000 sets, and what reads all of it."""
    path = folder / "large.db"
    with closing(Store(path, checkpoints=True)) as store:
        sets_written = fill(store)
        size = store.value("PRAGMA page_count") * 4096
        head(f"{sets_written:,} sets, {size / sets_written:.0f} bytes each")
        for view in ("v_sets", "v_sessions", "v_records", "v_weekly_volume"):
            line(f"SELECT * FROM {view}", timed(partial(reading, store, view), 3))
        line("quick_check", timed(lambda _: health.quick_check(path), 3))
        line("backup, checked", timed(lambda n: backup.back_up(path, folder, at=AT + n * 1000), 3))


def reading(store: Store, view: str, _: int) -> None:
    """Read a whole view."""
    store.rows(f"SELECT * FROM {view}")


def fill(store: Store) -> int:
    """Ten years: 3,334 sessions of 6 exercises and 5 sets, planned and done."""
    chance = Random(1)
    with store.write():
        lifter = rows.profile(store)
        template = rows.template(store, lifter)
        exercises = [rows.exercise(store, f"Exercise {n}") for n in range(40)]
        for n in range(1, 3335):
            began = AT + n * 90_000_000
            day = time.strftime("%Y-%m-%d", time.gmtime(began / 1000))
            times = {"local_date": day, "started_at": began, "ended_at": began + 3_600_000}
            session = rows.session(store, lifter, template, n, status="completed", **times)
            for position, exercise in enumerate(chance.sample(exercises, 6), start=1):
                block = rows.block(store, session, exercise, position)
                for place in range(1, 6):
                    load = 60_000 + 2_500 * (n // 100 + chance.randrange(4))
                    rows.performed(store, block, place, load=load, reps=chance.randint(3, 12))
                    rows.planned(store, block, place, state="done", set_uid=f"d-{block}-{place}")
    return int(store.value("SELECT count(*) FROM performed_set"))


def main() -> None:
    """Print the tables."""
    where = [one for one in sys.argv[1:] if one != "--large"]
    with tempfile.TemporaryDirectory(dir=where[0] if where else None) as name:
        folder = Path(name)
        head("a durable commit")
        bare_disk(folder)
        one_set(folder)
        one_set_of_the_logbook(folder)
        whole_sessions(folder)
        if "--large" in sys.argv:
            large(folder)


if __name__ == "__main__":
    main()
