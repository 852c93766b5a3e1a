"""What the interface notices of the sync beside it: the longest time its loop did not turn, and what a call costs.

The look-alike runs in a process of its own, as Google does; the loop and the worker share one, as they do in the
program. The floor is the same loop, for as long, with nothing beside it.
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

_LOOP = """
import asyncio, gc, json, random, sys, time
from pathlib import Path
from workout_tui import config
from workout_tui.clock import SystemClock
from workout_tui.logs import Log
from workout_tui.paths import Paths
from workout_tui.store.connection import Store
from workout_tui.sync.state import Phase
from workout_tui.sync.worker import SyncWorker

paths = Paths(*[Path(sys.argv[1])] * 3)
settings, clock = config.load(paths.settings), SystemClock()
states = []
worker = SyncWorker(paths, settings, clock, random.Random(1), report=states.append, log=Log(paths.log, clock))
lifter = Store(paths.database).value("SELECT uid FROM profile")

gc.freeze()  # as the program does once it has started

async def gaps(over):
    worst, last = 0.0, time.perf_counter()
    while not over():
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        worst, last = max(worst, now - last), now
    return worst * 1000

def began_to_send():
    return any(one.total for one in states)

def done():
    return bool(states) and states[-1].phase is Phase.IDLE and not states[-1].waiting

async def main():
    began = time.perf_counter()
    worker.start(lifter)
    loading = await gaps(began_to_send)
    sending = await gaps(done)
    spent = time.perf_counter() - began
    until = time.perf_counter() + spent
    floor = await gaps(lambda: time.perf_counter() > until)
    print(json.dumps([loading, sending, floor, spent * 1000]))

asyncio.run(main())
"""


def measure() -> Iterator[Figure]:
    """A first sync of a few hundred sets, several times."""
    with tempfile.TemporaryDirectory() as name:
        took = [_first_sync(Path(name, str(number))) for number in range(ROUNDS)]
    loading, sending, floor, spent, calls = (median(column) for column in zip(*took, strict=True))
    yield Figure("longest pause while what speaks to Google is loaded", loading, "ms", floor, ONCE_MS)
    yield Figure("longest pause while 700 sets are written", sending, "ms", floor, AFTER_MS)
    yield Figure("a first sync of 700 sets, everything loaded meanwhile", spent, "ms")
    yield Figure("… its calls", calls, "", CALLS, CALLS)


def _first_sync(home: Path) -> tuple[float, ...]:
    home.mkdir()
    with _server(home) as server:
        assert server.stdout is not None
        assert server.stdin is not None
        before = int(server.stdout.readline())
        told = subprocess.run(
            [sys.executable, "-c", _LOOP, str(home)], cwd=ROOT, check=True, capture_output=True, text=True
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
