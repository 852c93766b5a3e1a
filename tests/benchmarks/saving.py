"""From Enter to durable: one set alone and beside a busy program, syncs a commit, and a session saved whole."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.benchmarks import sync_calls
from tests.benchmarks.report import Figure, median, percentile, timed
from tests.support import FakeClock, done, make_gym, open_place
from tests.unit.store import rows
from workout_tui.logbook.logbook import NewSet
from workout_tui.model.load import Load, Unit
from workout_tui.model.session import PerformedSet, SetValues
from workout_tui.store import sets
from workout_tui.store.acts import act
from workout_tui.store.connection import Store

ROOT = Path(__file__).parents[2]
COMMITS = 1000
SAVES = 200
SETS = 30
PAGES_A_SET = 9
"""that an edited set writes, with what undo and the audit trail need"""
OVER_FSYNC_MS = 1.0

BUSY = """
import sys, time
from pathlib import Path
from workout_tui.store.connection import Store
store = Store(Path(sys.argv[1]))
print("busy", flush=True)
while True:
    with store.write():
        store.run("INSERT INTO metric(name, value, at) VALUES ('busy', 1, 1)"
                  " ON CONFLICT(name) DO UPDATE SET value = value + 1")
    time.sleep(0.005)
"""
"""another program that writes some two hundred times a second"""


def measure() -> Iterator[Figure]:
    """The disk first: everything else stands beside it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        disk = bare_disk(folder)
        yield Figure("fsync of 4 KB by this machine, median", median(disk), "ms")
        yield Figure("fsync of 4 KB by this machine, p99", percentile(disk, 0.99), "ms")
        yield from _enter(folder)
        yield Figure("syncs a commit", sync_calls.each(folder), "", 1, 1)
        yield from _whole_sessions(folder)


def bare_disk(folder: Path, rounds: int = COMMITS) -> list[float]:
    """Milliseconds until the disk holds 4 KB, each time: nothing durable can be faster."""
    with _bare(folder, 1) as sync:
        return timed(sync, rounds)


@contextmanager
def _bare(folder: Path, pages: int) -> Iterator[Callable[[], None]]:
    """What writes so many pages to the end of a file, until the disk holds them."""
    with (folder / "floor").open("wb", buffering=0) as file:
        content = os.urandom(4096 * pages)

        def sync() -> None:
            file.write(content)
            os.fdatasync(file.fileno())

        yield sync


def _in_turn(save: Callable[[], None], sync: Callable[[], None]) -> tuple[list[float], list[float]]:
    """Milliseconds of each of both; a disk swings too much to be measured before or after."""
    took = [(*timed(save, 1), *timed(sync, 1)) for _ in range(COMMITS // 2)]
    return [one for one, _ in took], [one for _, one in took]


def _enter(folder: Path) -> Iterator[Figure]:
    """A set as Enter logs it, with the session of 30 sets read back, in turn with a bare write of as many bytes."""
    clock = FakeClock()
    with closing(make_gym(folder / "log.db", clock=clock, checkpoints=True)) as gym:
        session = gym.logbook.add_exercise(gym.start().uid, gym.exercise("Squat").uid)
        new = [gym.uids.new() for _ in range(SETS)]
        count = 0

        def save() -> None:
            nonlocal count
            count += 1
            values = done(100, count // SETS % 900 + 1)
            gym.logbook.log_sets(session.slot, open_place(session), [NewSet(new[count % SETS], values)])

        for _ in range(SETS):
            save()
        with _bare(folder, PAGES_A_SET) as sync:
            alone = _in_turn(save, sync)
            with _busy(gym.path):
                beside = _in_turn(save, sync)
    for label, (times, disk) in (("alone", alone), ("beside a busy program", beside)):
        yield Figure(f"Enter to durable, {label}, median", median(times), "ms", median(disk))
        floor = percentile(disk, 0.99)
        aim = floor + OVER_FSYNC_MS
        yield Figure(f"Enter to durable, {label}, p99", percentile(times, 0.99), "ms", floor, aim)


@contextmanager
def _busy(path: Path) -> Iterator[None]:
    command = [sys.executable, "-c", BUSY, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        try:
            yield
        finally:
            other.kill()


def _whole_sessions(folder: Path) -> Iterator[Figure]:
    """A session of 30 sets of which one differs: written where it differs, written always, or made anew."""
    floor: dict[str, float] = {}
    for label, save in (("upsert where it differs", _differing), ("upsert", _always), ("delete and recreate", _anew)):
        with closing(Store(folder / f"{save.__name__}.db", checkpoints=True)) as store:
            session, block = rows.small_log(store)
            with store.write():
                for n in range(1, SETS + 1):
                    rows.performed(store, block, n)
            found = _measured(store, session, block, save)
        for what, value in found.items():
            unit = {"time": "ms", "WAL": "KB"}.get(what, "")
            yield Figure(f"{SETS} sets, one changed, {label}: {what}", value, unit, floor.setdefault(what, value))


def _measured(store: Store, session: int, block: int, save: Callable[[Store, int, int], None]) -> dict[str, float]:
    """The rows that a save changes, what it writes, and how long it takes."""
    count = 0

    def saved() -> None:
        nonlocal count
        count += 1
        with act(store, "save", at=rows.AT, session_id=session):
            save(store, block, count)

    saved()
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    before = store.connection.total_changes
    saved()
    changed = store.connection.total_changes - before
    written = store.path.with_name(f"{store.path.name}-wal").stat().st_size
    return {"rows": changed, "WAL": written / 1000, "time": median(timed(saved, SAVES))}


_ALWAYS = (
    "INSERT INTO performed_set(uid, session_exercise_id, n, load, unit, reps, at) VALUES (?, ?, ?, 100000, 'kg', ?, ?)"
    " ON CONFLICT(uid) DO UPDATE SET n = excluded.n, load = excluded.load, unit = excluded.unit, reps = excluded.reps"
)


def _differing(store: Store, block: int, n: int) -> None:
    """What the program does."""
    for place in range(1, SETS + 1):
        values = SetValues(Load(100_000, Unit.KG), 6 + n % 2 if place == 7 else 5)
        sets.put(store, block, PerformedSet(f"d-{block}-{place}", place, values, rows.AT))


def _always(store: Store, block: int, n: int) -> None:
    reps = [6 + n % 2 if place == 7 else 5 for place in range(1, SETS + 1)]
    given = [(f"d-{block}-{place}", block, place, one, rows.AT) for place, one in enumerate(reps, start=1)]
    store.run_many(_ALWAYS, given)


def _anew(store: Store, block: int, n: int) -> None:
    store.run("DELETE FROM performed_set WHERE session_exercise_id = ?", (block,))
    _always(store, block, n)
