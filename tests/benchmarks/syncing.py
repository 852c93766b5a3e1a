"""What the interface notices of the sync beside it: the longest time it did not turn, and what a cycle costs.

The look-alike runs in a process of its own, as Google does; the window – the real one, without a terminal – and the
thread that sends share one, as they do in the program. The floor is the same window, for as long, once all is sent.
Of a pause is taken off what threads of the program waited for a processor, that other programs had; both are told.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks import cycles
from tests.benchmarks.report import Figure, median
from tests.processes import ROOT

ROUNDS = 5
ONCE_MS, AFTER_MS = 35, 16
CALLS = 2

_SERVER = """
import sys
from pathlib import Path
from workout_tui.cli import demo
from workout_tui.loopback.server import Server
from workout_tui.paths import Paths
with Server() as server:
    demo.prepare(Paths(*[Path(sys.argv[1])] * 3), server)
    print(len(server.service.log), flush=True)
    sys.stdin.readline()
    print(len(server.service.log), flush=True)
"""

_WINDOW = """
import asyncio, gc, json, sys, time
from pathlib import Path
from tests.benchmarks.pauses import Pauses
from workout_tui import config
from workout_tui.clock import SystemClock
from workout_tui.paths import Paths
from workout_tui.ui.app import WorkoutApp
from workout_tui.ui.parts import Parts

paths = Paths(*[Path(sys.argv[1])] * 3)
app = WorkoutApp(Parts.of(paths, config.load(paths.settings), SystemClock()))
begin, app.sync.begin = app.sync.begin, lambda: None  # it is begun when Home has come to rest
gc.freeze()  # as the program does once it has started

async def gaps(over):
    found = Pauses()
    while not over():
        await asyncio.sleep(0.001)
        found.tick()
    return found.own_ms, found.whole_ms

def began_to_send():
    return app.sync.state.total

def done():
    return app.sync.state.last_good is not None and not app.sync.state.waiting

async def main():
    async with app.run_test(size=(80, 24)) as pilot:
        await asyncio.sleep(1.5)
        await pilot.pause()
        began = time.perf_counter()
        begin()
        loading = await gaps(began_to_send)
        sending = await gaps(done)
        spent = time.perf_counter() - began
        await asyncio.sleep(0.3)
        until = time.perf_counter() + spent
        floor = await gaps(lambda: time.perf_counter() > until)
        print(json.dumps([*loading, *sending, *floor, spent * 1000]))
        app.exit()

asyncio.run(main())
"""


def measure() -> Iterator[Figure]:
    """A first sync of a few hundred sets, several times; then cycles of many sizes."""
    with tempfile.TemporaryDirectory() as name:
        took = [_first_sync(Path(name, str(number))) for number in range(ROUNDS)]
    loading, with_others, sending, sending_with, floor, floor_with, spent, calls = (
        median(column) for column in zip(*took, strict=True)
    )
    yield Figure("the window’s longest pause while what speaks to Google loads", loading, "ms", floor, ONCE_MS)
    yield Figure("… with what other programs took of the machine", with_others, "ms", floor_with)
    yield Figure("the window’s longest pause while 700 sets are written", sending, "ms", floor, AFTER_MS)
    yield Figure("… with what other programs took of the machine", sending_with, "ms", floor_with)
    yield Figure("a first sync of 700 sets, everything loaded meanwhile", spent, "ms")
    yield Figure("… its calls", calls, "", CALLS, CALLS)
    yield from cycles.measure()


def _first_sync(home: Path) -> tuple[float, ...]:
    home.mkdir()
    with _server(home) as server:
        assert server.stdout is not None
        assert server.stdin is not None
        before = int(server.stdout.readline())
        told = subprocess.run(
            [sys.executable, "-c", _WINDOW, str(home)], cwd=ROOT, check=True, capture_output=True, text=True
        )
        server.stdin.write("\n")
        server.stdin.flush()
        calls = int(server.stdout.readline()) - before
    return (*json.loads(told.stdout), calls)


@contextmanager
def _server(home: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", _SERVER, str(home)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=dict(os.environ),
    ) as server:  # fmt: skip
        try:
            yield server
        finally:
            server.kill()
