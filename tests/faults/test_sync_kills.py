"""`workout sync` killed by a real SIGKILL at its statements, between them, and while the server has its requests.

Whatever was killed, the next runs bring every set into the sheet exactly once, cell by cell, and `workout verify`
says so.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.faults.killing import NEVER, Death
from tests.processes import start
from tests.support import done, make_gym
from tests.sync import here
from workout_tui.clock import SystemClock
from workout_tui.loopback.book import Book
from workout_tui.loopback.faults import Ending
from workout_tui.loopback.server import Server
from workout_tui.loopback.service import Outcome, Request, Service
from workout_tui.paths import Paths

SEED = 20261121
QUARANTINE_MS = 300_000

_FORKING = """
import json, os, sys, threading
from pathlib import Path
from tests.faults import killing
from workout_tui import cli
from workout_tui.cli import syncing, verifying
from workout_tui.sync import google, sending, turning, verifying
sending._PACE_S = 0.0
sending._READ_WAITS_S = ()

def work(told):
    os.chdir(told["home"])
    os.environ.update(WORKOUT_HOME=told["home"], WORKOUT_SHEET_API=told["root"])
    Path("pid").write_text(str(os.getpid()))
    sys.stdin, sys.stdout = open(os.devnull), open("said", "w")
    code = cli.main(told["command"])
    sys.stdout.flush()
    Path("code").write_text(str(code))

for line in sys.stdin:
    told = json.loads(line)
    print(killing.live(lambda: work(told), killing.Death(told["moment"], told["after_us"])), flush=True)
"""


@dataclass
class Deadly(Service):
    """The service, which kills its client while it has a request of theirs."""

    victim: Path | None = None
    request: int = 0
    """which write it is that kills, counted from now on; 0 none"""
    how: str = ""
    """``lost`` the request is never applied, ``late`` after the death, ``done`` before it"""
    clock_ahead: int = 0

    def take(self, request: Request, now: int) -> Outcome:
        if self.request and request.path.endswith(":batchUpdate"):
            self.request -= 1
            if not self.request:
                return self._deadly(request, now)
        return super().take(request, now)

    def _deadly(self, request: Request, now: int) -> Outcome:
        outcome = super().take(request, now) if self.how == "done" else None
        assert self.victim is not None
        os.kill(int((self.victim / "pid").read_text()), signal.SIGKILL)
        if self.how == "late":
            super().take(request, now)
        return outcome or Outcome(self.api.handle("GET", "/", now=now), Ending.RESET)


@dataclass
class Gallows:
    """A home with work for the sync, the sheet as it was, and a process that forks lives."""

    home: Path
    book: Book
    service: Deadly
    server: Server
    forking: subprocess.Popen[str]
    lives: int = 0

    def life(self, home: Path, *command: str, death: Death | None = None) -> int:
        """Run a command in a home; how many moments it had, NEVER when it was killed."""
        death = death or Death(NEVER)
        told = {"home": str(home), "root": self.server.url, "command": command}
        self._say(told | {"moment": death.moment, "after_us": death.after_us})
        assert self.forking.stdout is not None
        assert self.forking.stderr is not None
        line = self.forking.stdout.readline()
        assert line, self.forking.stderr.read()
        return int(line)

    def _say(self, told: dict[str, Any]) -> None:
        assert self.forking.stdin is not None
        self.forking.stdin.write(f"{json.dumps(told)}\n")
        self.forking.stdin.flush()

    def fresh(self) -> Path:
        """A copy of the home, with the sheet as it was."""
        self.lives += 1
        home = self.home.with_name(f"life-{self.lives}")
        shutil.copytree(self.home, home)
        self.service.api.books[here.BOOK] = deepcopy(self.book)
        self.service.victim = home
        return home

    def converges(self, home: Path) -> int:
        """Run the command again until it is content, the server's time passing meanwhile; how often it took."""
        for count in range(1, 6):
            self.life(home, "sync")
            if (home / "code").read_text() == "0":
                return count
            self.service.clock_ahead += QUARANTINE_MS
        raise AssertionError(f"it never came to rest: {(home / 'said').read_text()}")

    def is_right(self, home: Path) -> None:
        """Every set stands in the sheet once, as it is in the log."""
        self.life(home, "verify")
        assert (home / "code").read_text() == "0", (home / "said").read_text()
        rows = here.rows(self.server)
        assert Counter(str(row[4]) for row in rows).most_common(1)[0][1] == 1
        assert len(rows) == 8, "six sets of before and two new ones"
        shutil.rmtree(home)


@pytest.fixture(scope="module")
def gallows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gallows]:
    service = Deadly()
    home = tmp_path_factory.mktemp("gallows") / "home"
    paths = Paths(home, home, home)
    paths.make()
    with Server(service, now=lambda: SystemClock().now() + service.clock_ahead) as server, _forking() as forking:
        one = Gallows(home, service.api.create(here.BOOK, "Training log"), service, server, forking)
        _train(one, paths)
        one.book = deepcopy(service.api.books[here.BOOK])
        yield one


@contextmanager
def _forking() -> Iterator[subprocess.Popen[str]]:
    with start(_FORKING) as forking:
        yield forking
        assert forking.stdin is not None
        forking.stdin.close()  # it has read the last of its lines


def _train(gallows: Gallows, paths: Paths) -> None:
    """Two workouts that are in the sheet; then one of them is changed, one set removed, and a third one finished."""
    gym = make_gym(paths.database)
    here.connect(gallows.server, gym.store, paths, SystemClock(), gym.logbook.lifter.uid)
    push = gym.push()
    first, second = (gym.trained(push, done(100, 5), done(100, 5), done(100, 4)) for _ in range(2))
    assert gallows.life(gallows.home, "sync")
    assert (gallows.home / "code").read_text() == "0"
    gym.logbook.note_session(first.uid, "it felt fast")
    gym.logbook.remove_set(second.exercises[0].performed[2].uid)
    gym.trained(push, done(102.5, 5), done(102.5, 5))
    gym.close()


def test_killed_at_its_statements_and_between_them(gallows: Gallows, pytestconfig: pytest.Config) -> None:
    deaths = max(8, pytestconfig.getoption("--kills") // 2)
    home = gallows.fresh()
    total = gallows.life(home, "sync")
    assert (home / "code").read_text() == "0"
    gallows.is_right(home)
    chance = random.Random(SEED)
    killed, runs = 0, Counter[int]()
    for number in range(deaths):
        moment = 1 + total * number // deaths
        for death in (Death(moment), Death(moment, chance.randint(1, 20_000))):
            home = gallows.fresh()
            killed += gallows.life(home, "sync", death=death) == NEVER
            runs[gallows.converges(home)] += 1
            gallows.is_right(home)
    assert killed >= deaths, "most of them died"
    assert runs[1] > deaths, "most of the time nothing has to be waited for"


@pytest.mark.parametrize("how", ["lost", "late", "done"])
@pytest.mark.parametrize("write", [1, 2])
def test_killed_while_the_server_has_its_request(gallows: Gallows, how: str, write: int) -> None:
    home = gallows.fresh()
    gallows.service.request, gallows.service.how = write, how
    assert gallows.life(home, "sync") == NEVER
    assert gallows.service.request == 0
    runs = gallows.converges(home)
    assert (runs > 1) == (how == "lost"), "only what left no receipt has to wait for the end of the quarantine"
    gallows.is_right(home)
