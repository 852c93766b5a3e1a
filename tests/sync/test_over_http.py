"""The whole way to the sheet over real sockets, with bad luck on it: gspread, the judgement of ends, the protocol.

Years of bad luck are tried in virtual time; here every fault really happens to a connection, and what it means is
judged by what the libraries make of it.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.support import Gym, done, make_gym
from tests.sync import here
from workout_tui.clock import SystemClock
from workout_tui.logs import Log
from workout_tui.loopback.faults import Ending, Fault, When
from workout_tui.loopback.server import Server
from workout_tui.model.plan import Template
from workout_tui.model.session import Session
from workout_tui.paths import Paths
from workout_tui.store import sheets
from workout_tui.sync import connecting, connections, sending, turning
from workout_tui.sync.verifying import verify

TURNS = 20
SECOND = 1000
QUARANTINE_MS = 300 * SECOND


@dataclass
class World:
    """A lifter, their sheet, and the server's time."""

    gym: Gym
    push: Template
    server: Server
    desk: turning.Desk
    book: connecting.Desk
    chance: random.Random
    past: list[Session] = field(default_factory=list)

    def live(self) -> None:
        """Train, or change something of the past."""
        logbook, chance = self.gym.logbook, self.chance
        if not self.past or chance.random() < 0.5:
            sets = [done(60 + chance.randrange(40), 5) for _ in range(chance.randrange(1, 4))]
            self.past.append(self.gym.trained(self.push, *sets))
            return
        one = chance.choice(self.past)
        if chance.random() < 0.5:
            logbook.note_session(one.uid, f"note {chance.randrange(100)}")
        else:
            logbook.edit_set(one.exercises[0].performed[0].uid, done(chance.randrange(60, 100), 3))

    def misfortune(self) -> Fault:
        """One of what happens to connections, to a write more often than to a read."""
        chance, late = self.chance, self.chance.randrange(1, 170) * SECOND
        when = chance.choice([When.BEFORE, When.AFTER])
        one = chance.choice([
            Fault(when, status=503),
            Fault(when, status=500, html=True),
            Fault(status=429, retry_after_s=1),
            Fault(when, Ending.RESET),
            Fault(when, Ending.STALL),
            Fault(When.AFTER, Ending.CUT),
            Fault(When.LATE, Ending.RESET, late_ms=late),
            Fault(When.LATE, Ending.STALL, late_ms=late),
        ])  # fmt: skip
        return replace(one, fits=chance.choice(["", ":batchUpdate", ":batchUpdate"]))

    def turn(self) -> bool:
        """A turn of the worker's; whether there was anything to do."""
        row = sheets.every(self.gym.store)[0]
        if not turning.has_work(self.gym.store, row.id):
            return False
        turning.turn(self.desk, self.gym.store, row, lambda _sent, _total: None)
        return True


@pytest.fixture
def world(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    chance = random.Random(request.param)
    monkeypatch.setattr(sending, "_PACE_S", 0.0)
    monkeypatch.setattr(sending, "_READ_WAITS_S", (0.0,))
    monkeypatch.setattr(connections, "READ_S", 0.2)
    paths = Paths(tmp_path, tmp_path, tmp_path)
    paths.make()
    gym = make_gym(paths.database)
    with here.server() as server, closing(Log(paths.log, SystemClock())) as log:
        here.connect(server, gym.store, paths, SystemClock(), gym.logbook.lifter.uid)
        config = here.config_for(server)
        desk = turning.Desk(paths, config, SystemClock(), chance, log, lambda _: False)
        book = connecting.Desk(gym.store, paths, config, SystemClock())
        yield World(gym, gym.push(), server, desk, book, chance)
    gym.close()


@pytest.mark.parametrize("world", range(4), indirect=True)
def test_whatever_happens_to_connections_every_set_is_there_once(world: World) -> None:
    ahead = [0]
    world.server.now = lambda: SystemClock().now() + ahead[0]
    for _ in range(TURNS):
        world.live()
        world.server.service.faults.add(*(world.misfortune() for _ in range(world.chance.randrange(3))))
        world.turn()
        ahead[0] += world.chance.randrange(10, 90) * SECOND
    befell = sum(one.fault is not None for one in world.server.service.log)
    world.server.service.faults.clear()
    for _ in range(12):
        ahead[0] += QUARANTINE_MS
        if not world.turn():
            break
    assert befell > TURNS / 2
    found = verify(world.book, world.gym.logbook.lifter.uid)
    assert found.is_equal, found.differences
    keys = Counter(row[4] for row in here.rows(world.server))
    assert set(keys.values()) == {1}
    assert len(keys) == world.gym.store.value("SELECT count(*) FROM performed_set")
