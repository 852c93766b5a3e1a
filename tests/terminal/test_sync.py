"""The program in a real terminal beside its sheet: it sends by itself, is killed while it sends, and quits at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.sync import here
from tests.terminal.lifting import finish, log, paths, prepare, run, train
from tests.terminal.terminal import Terminal
from workout_tui.clock import SystemClock
from workout_tui.logbook.lifters import first_lifter
from workout_tui.loopback.faults import Ending, Fault
from workout_tui.loopback.server import Server
from workout_tui.store.connection import Store

MANNERLY_S = 2.0
"""to quit, on a busy machine; it takes about a third of a second more than nothing"""

QUARANTINE_MS = 300_000


@pytest.fixture
def server() -> Iterator[Server]:
    with here.server() as one:
        yield one


@pytest.fixture
def home(tmp_path: Path, server: Server) -> Path:
    """A lifter's log that is connected to the sheet."""
    prepare(tmp_path, sets=2)
    with closing(Store(paths(tmp_path).database)) as store:
        lifter = first_lifter(store)
        assert lifter is not None
        here.connect(server, store, paths(tmp_path), SystemClock(), lifter.uid)
    (tmp_path / "workout.toml").write_text(f'[sheet]\napi_root = "{server.url}"\n')
    return tmp_path


def trained(terminal: Terminal) -> None:
    """A workout of two sets, saved."""
    train(terminal)
    log(terminal, "60x8")
    log(terminal, "60x7")
    finish(terminal)


def loads_and_reps(server: Server) -> list[tuple[object, object]]:
    return [(row[6], row[8]) for row in here.rows(server)]


def test_a_finished_workout_is_in_the_sheet_before_one_has_left_the_gym(home: Path, server: Server) -> None:
    with Terminal(home=home) as terminal:
        trained(terminal)
        terminal.wait_until(lambda text: "all synced" in text and len(here.rows(server)) == 2, "the sheet to have it")
        assert loads_and_reps(server) == [(60, 8), (60, 7)]
    assert run(home, "verify").returncode == 0


def test_killed_while_it_sends_it_goes_on_with_the_next_start(home: Path, server: Server) -> None:
    server.service.faults.add(Fault(ending=Ending.STALL, fits=":batchUpdate"))
    with Terminal(home=home) as terminal:
        trained(terminal)
        terminal.wait_for("sending")
        terminal.wait_until(lambda _: server.service.log[-1].fault is not None, "the write to hang")
        terminal.kill()
    assert loads_and_reps(server) == []
    with Terminal(home=home) as terminal:
        terminal.wait_for("checking")
        assert loads_and_reps(server) == [], "nothing is sent again on suspicion"
    now = server.now
    server.now = lambda: now() + QUARANTINE_MS
    assert run(home, "sync").returncode == 0
    assert loads_and_reps(server) == [(60, 8), (60, 7)]
    assert run(home, "verify").returncode == 0


def test_a_call_that_hangs_does_not_keep_anybody(home: Path, server: Server) -> None:
    server.service.faults.add(Fault(ending=Ending.STALL, fits=":batchUpdate"))
    with Terminal(home=home) as terminal:
        trained(terminal)
        terminal.wait_until(lambda _: server.service.log[-1].fault is not None, "the write to hang")
        began = time.monotonic()
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert time.monotonic() - began < MANNERLY_S
        assert terminal.is_sane


def test_connect_asks_at_the_terminal_and_tells_each_step(tmp_path: Path, server: Server) -> None:
    prepare(tmp_path, sets=2)
    (tmp_path / "my key.json").write_text(here.key_text(server))
    api = {"WORKOUT_SHEET_API": server.url}
    with Terminal("connect", home=tmp_path, environment=api, columns=120, rows=40) as terminal:
        terminal.wait_for("The key file:")
        terminal.send("'my key.json'\r")
        terminal.wait_for("The link of the spreadsheet:")
        terminal.send("nonsense\r")
        terminal.wait_for("neither the link nor the id")
        terminal.send(f"https://docs.google.com/spreadsheets/d/{here.BOOK}/edit\r")
        terminal.wait_for("✓ Connected.")
        assert terminal.wait_end() == 0
