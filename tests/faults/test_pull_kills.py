"""`workout pull` killed by a real SIGKILL at its statements and between them, on a new laptop.

Whatever was killed, the next pull and the next sync leave the log equal to the sheet: every set once, none sent again.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from copy import deepcopy
from pathlib import Path

import pytest

from tests.faults.killing import NEVER, Death
from tests.faults.test_sync_kills import Deadly, Gallows, _forking
from tests.support import START, FakeClock, Gym, done, make_gym
from tests.sync import here
from workout_tui.clock import SystemClock
from workout_tui.loopback.server import Server
from workout_tui.paths import Paths

SEED = 20261122


@pytest.fixture(scope="module")
def gallows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gallows]:
    """A new laptop beside a sheet that another one filled."""
    service = Deadly()
    folder = tmp_path_factory.mktemp("gallows")
    with Server(service) as server, _forking() as forking:
        one = Gallows(folder / "old", service.api.create(here.BOOK, "Training log"), service, server, forking)
        _trained(one)
        one.home = folder / "new"
        _connected(one, one.home, START + 1).close()
        one.book = deepcopy(service.api.books[here.BOOK])
        yield one


def _connected(one: Gallows, home: Path, born: int) -> Gym:
    paths = Paths(home, home, home)
    paths.make()
    gym = make_gym(paths.database, clock=FakeClock(born))
    here.connect(one.server, gym.store, paths, SystemClock(), gym.logbook.lifter.uid)
    return gym


def _trained(one: Gallows) -> None:
    gym = _connected(one, one.home, START)
    push = gym.push()
    for _ in range(3):
        gym.trained(push, done(100, 5), done(100, 5), done(100, 4))
    gym.close()
    assert one.life(one.home, "sync")
    assert (one.home / "code").read_text() == "0"


def _is_equal(one: Gallows, home: Path) -> None:
    rows = here.rows(one.server)
    for command in (["pull", "--yes"], ["sync"], ["verify"]):
        one.life(home, *command)
        assert (home / "code").read_text() == "0", (home / "said").read_text()
    assert here.rows(one.server) == rows, "nothing that came from the sheet is sent to it"
    with closing(sqlite3.connect(home / "workout.db")) as log:
        assert log.execute("SELECT count(*), count(DISTINCT uid) FROM performed_set").fetchone() == (9, 9)
        assert log.execute("SELECT count(*) FROM session").fetchone() == (3,)
        assert log.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_killed_at_its_statements_and_between_them(gallows: Gallows, pytestconfig: pytest.Config) -> None:
    deaths = max(6, pytestconfig.getoption("--kills") // 4)
    home = gallows.fresh()
    total = gallows.life(home, "pull", "--yes")
    assert (home / "code").read_text() == "0"
    _is_equal(gallows, home)
    chance = random.Random(SEED)
    killed = 0
    for number in range(deaths):
        for death in (Death(1 + total * number // deaths), Death(1 + chance.randrange(total), chance.randint(1, 9000))):
            home = gallows.fresh()
            killed += gallows.life(home, "pull", "--yes", death=death) == NEVER
            _is_equal(gallows, home)
    assert killed >= deaths, "most of them died"
