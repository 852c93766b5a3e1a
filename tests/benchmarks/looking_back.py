"""History on five thousand sessions: until it is painted after the key, and what a key costs in it.

Taken on the program in a pty, in the size in which it shows most.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.benchmarks import big_log
from tests.benchmarks.program import Program
from tests.benchmarks.reading import logbook_of
from tests.benchmarks.report import Figure, median, percentile, timed
from workout_tui.model.search import search
from workout_tui.paths import Paths
from workout_tui.store.connection import Store

SETS = 112_500
SIZE = (120, 40)
OPEN_MS, KEY_MS = 50, 16
KEYS = {"a session": "\x1b[B", "a week": "\x1b[D", "a page": "\x1b[6~"}
ROUNDS = 40


def measure() -> Iterator[Figure]:
    """What is read, then the screen itself."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name, "home")
        home.mkdir()
        paths = Paths.of({"WORKOUT_HOME": str(home)})
        paths.make()
        big_log.make(paths.database, SETS)
        with closing(Store(paths.database, checkpoints=True)) as store:
            yield from _read(store)
        yield from _in_terminal(home)


def _read(store: Store) -> Iterator[Figure]:
    book = logbook_of(store)
    page = book.past_page()
    texts = book.past_texts()
    today = book.today()
    far = book.past_page(limit=len(texts))[-100].uid
    yield Figure("the first page of the past", median(timed(book.past_page, 30)), "ms")
    yield Figure("a page at its other end", median(timed(partial(book.past_page, behind=far), 30)), "ms")
    yield Figure("a session in full", median(timed(partial(book.session, page[0].uid), 30)), "ms")
    yield Figure("what happened to it", median(timed(partial(book.audit_trail, page[0].uid), 10)), "ms")
    yield Figure("totals", median(timed(book.totals, 30)), "ms")
    yield Figure("all that can be searched, read once", median(timed(book.past_texts, 5)), "ms")
    yield Figure("a key of a search", median(timed(lambda: search("upper 2020", texts, today), 20)), "ms", aim=KEY_MS)
    yield Figure("all records ever made, in a thread", median(timed(book.made_records, 3)), "ms")


def _in_terminal(home: Path) -> Iterator[Figure]:
    with Program("-m", "workout_tui", home=home, columns=SIZE[0], rows=SIZE[1]) as program:
        program.painted("UP NEXT")
        program.rest(2)
        yield Figure("History after its key, the first time", program.answered("h", "sessions"), "ms")
        again, used = _again(program)
        yield Figure("History after its key, again", again, "ms")
        yield Figure("History after its key, again, processor", used, "ms", aim=OPEN_MS)
        for name, key in KEYS.items():
            before = program.processor_s()
            times = [program.repainted(key) for _ in range(ROUNDS)]
            used = (program.processor_s() - before) / ROUNDS * 1000
            yield Figure(f"{name} on, median", median(times), "ms")
            yield Figure(f"{name} on, p95", percentile(times, 0.95), "ms")
            yield Figure(f"{name} on, processor", used, "ms", aim=KEY_MS)


def _again(program: Program) -> tuple[float, float]:
    """Milliseconds until it is painted once it was open before, and of processor until then."""
    times, used = [], []
    for _ in range(7):
        program.rest(1.5)
        program.answered("\x1b", "UP NEXT")
        program.rest(1)
        before = program.processor_s()
        times.append(program.answered("h", "sessions"))
        used.append((program.processor_s() - before) * 1000)
    program.rest(1.5)
    return median(times), median(used)
