"""What the screens ask of logs of several sizes, remembered ids, and the file itself."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

from tests.benchmarks import big_log
from tests.benchmarks.report import Figure, median, timed
from workout_tui.clock import SystemClock, Uids
from workout_tui.logbook import lifters
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.log_ids import LogId, LogIds
from workout_tui.logbook.logbook import Logbook
from workout_tui.model.prefill import suggest
from workout_tui.model.records import records
from workout_tui.model.session import Session, Slot
from workout_tui.model.training_week import weekly_sets
from workout_tui.model.trend import Metric, series
from workout_tui.store import backup, health, sessions
from workout_tui.store.connection import Store

SIZES = (1_000, 10_000, 100_000)
LARGEST = 1_000_000
HOT_MS, HOME_MS, OPEN_MS, PROGRESS_MS = 1, 5, 16, 50
"""what a key may wait for; Home's first paint; opening an exercise; a chart"""
MANY = 1000


def measure(sizes: tuple[int, ...] = SIZES) -> Iterator[Figure]:
    """All sizes, small ones first."""
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            path = Path(name, f"{size}.db")
            big_log.make(path, size)
            aimed = size <= SIZES[-1]
            with closing(Store(path, checkpoints=True)) as store:
                for label, times, aim in _asked(store):
                    yield Figure(f"{label}, {size:,} sets", median(times), "ms", aim=aim if aimed else None)
                if size == sizes[0]:
                    yield from _remembered(store)
            yield from _file(path, size)


def measure_largest() -> Iterator[Figure]:
    """A million sets: some centuries of training, told without aims."""
    return measure((LARGEST,))


def logbook_of(store: Store) -> Logbook:
    """The first lifter's logbook, which remembers nothing yet."""
    lifter = lifters.first_lifter(store)
    assert lifter is not None
    clock = SystemClock()
    return Logbook(store, lifter.uid, clock=clock, uids=Uids(clock, Random(1)), metrics=Metrics())


def _asked(store: Store) -> Iterator[tuple[str, list[float], float | None]]:
    book = logbook_of(store)
    yield "start a workout, its plan durable", _starts(book), None
    session = book.start(book.templates()[0].uid, session_uid=book._desk.uids.new())
    exercise = session.exercises[0].exercise
    past, bests = book.history(exercise.uid), book.bests(exercise.uid)
    last = past[-1].sets[-1]
    history = partial(book.history, exercise.uid)
    yield "LAST and prefill read: 30 sessions", timed(history, 50), HOT_MS
    yield "prefill of a set", timed(partial(suggest, past, past[-1].sets[:2], session.title), 50), HOT_MS
    yield "records of a set", timed(partial(records, bests, last), 50), HOT_MS
    yield "the open session", timed(book.active, 50), HOT_MS
    yield "opening an exercise, nothing remembered", _first(store, session), OPEN_MS
    yield "opening an exercise again", timed(lambda: (history(), book.bests(exercise.uid)), 20), OPEN_MS
    yield "home, for the first paint", timed(partial(book.home, records=False), 20), HOME_MS
    yield "home and recent records, nothing remembered", timed(lambda: logbook_of(store).home(), 3), None
    yield "home and recent records, again", timed(book.home, 20), HOME_MS
    yield "progress of an exercise, with all its records", timed(partial(_progress, book), 10), PROGRESS_MS
    year = book.today() - timedelta(days=380)
    yield "sets for each muscle, a year of weeks", timed(partial(_weeks, book, year), 5), PROGRESS_MS
    yield "the same, all years", timed(partial(_weeks, book, date.min), 3), None
    yield "summary of a session", timed(lambda: book.summary(book.past_page(limit=1)[0].uid), 5), None
    yield "a page of the history (60 sessions)", timed(book.past_page, 20), None
    book.discard(session.uid)


def _progress(book: Logbook) -> int:
    """What Progress reads and tells when it is opened."""
    past = book.trend(book.practised()[0].uid)
    return len(series(Metric.E1RM, past.bouts, past.terms))


def _weeks(book: Logbook, since: date) -> int:
    """What it reads and tells of the lifter's weeks."""
    told = book.training(since)
    return len(weekly_sets(told.work, told.library, None, told.week_start, told.today))


def _first(store: Store, session: Session) -> list[float]:
    """Its history and bests, by a logbook that knows nothing yet."""
    uid = session.exercises[0].exercise.uid

    def read() -> None:
        book = logbook_of(store)
        book.history(uid, before=session.uid)
        book.bests(uid, before=session.uid)

    return timed(read, 10)


def _starts(book: Logbook) -> list[float]:
    """Starting, with the plan written and synced; the session is put aside again."""
    times, template = [], book.templates()[0].uid
    for _ in range(15):
        uid = book._desk.uids.new()
        began = time.perf_counter()
        book.start(template, session_uid=uid)
        times.append((time.perf_counter() - began) * 1000)
        book.discard(uid)
    return times


def _remembered(store: Store) -> Iterator[Figure]:
    """What remembering an id costs; it is kept for what it means, not for speed."""
    book = logbook_of(store)
    profile_id = book._desk.profile_id
    session = book.start(None, session_uid=book._desk.uids.new())
    found = sessions.in_slot(store, profile_id, session.slot)
    assert found is not None
    ids = LogIds(Metrics())
    ids.put(session.slot, LogId(found.id, found.uid))
    in_slot = _microseconds(partial(sessions.in_slot, store, profile_id, session.slot))
    proof = partial(sessions.proven, store, profile_id, session.slot, found.id, found.uid)
    yield Figure("remembered id: hit", _microseconds(partial(ids.get, session.slot)), "µs", in_slot)
    yield Figure("remembered id: miss", _microseconds(partial(ids.get, Slot("none", 1))), "µs", in_slot)
    yield Figure("remembered id: proved in the transaction", _microseconds(proof), "µs", in_slot)
    book.discard(session.uid)


def _microseconds(work: Callable[[], object]) -> float:
    def many() -> None:
        for _ in range(MANY):
            work()

    return median(timed(many, 15)) * 1000 / MANY


def _file(path: Path, size: int) -> Iterator[Figure]:
    yield Figure(f"bytes a set, all in all, {size:,} sets", path.stat().st_size / size, "B")
    yield Figure(f"check of the file, {size:,} sets", median(timed(partial(health.quick_check, path), 3)), "ms")
    at = iter(range(0, 1_000_000, 1000))
    copied = timed(lambda: backup.back_up(path, path.parent, at=1_700_000_000_000 + next(at)), 3)
    yield Figure(f"a backup, checked, {size:,} sets", median(copied), "ms")
