"""The interface beside the sync: begun only with a sheet, woken by what is written, told by messages, left at once."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from screenshots import sample
from tests.screens.support import app_of, evening, folders, parts, text, until, window
from tests.sync import here
from workout_tui.clock import SystemClock
from workout_tui.loopback.faults import Ending, Fault
from workout_tui.sync import network, sending
from workout_tui.sync.state import Phase, SyncState
from workout_tui.ui import syncing
from workout_tui.ui.syncing import Synced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_tui.loopback.server import Server
    from workout_tui.ui.app import WorkoutApp

DAY = 86_400_000


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(sending, "_PACE_S", 0.0)
    monkeypatch.setattr(network, "_leads_out", lambda *_: True)
    with here.server() as one:
        yield one


def connected(tmp_path: Path, one: Server) -> sample.Sample:
    """The sample lifter's log, connected to the sheet, nothing sent yet."""
    made = evening(tmp_path, weeks=2)
    here.connect(one, made.store, folders(tmp_path), SystemClock(), made.logbook.lifter.uid)
    return made


def _sets(app: WorkoutApp) -> int:
    return int(app.file.store.value("SELECT count(*) FROM performed_set"))


def syncs() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "sync"]


async def test_without_a_sheet_there_is_no_thread(tmp_path: Path) -> None:
    evening(tmp_path, weeks=2).close()
    async with window(parts(tmp_path)) as pilot:
        app_of(pilot).sync.begin()
        app_of(pilot).tick()
        assert syncs() == []
        assert "no sheet yet" in text(pilot)


async def test_what_is_due_goes_out_by_itself_and_the_chip_says_so(tmp_path: Path, server: Server) -> None:
    made = connected(tmp_path, server)
    made.close()
    async with window(parts(tmp_path, config=here.config_for(server))) as pilot:
        app_of(pilot).sync.begin()
        await until(pilot, lambda: "✓ all synced" in text(pilot), 1000)
        assert len(here.rows(server)) == _sets(app_of(pilot))
    assert syncs() == [], "it ended with the window"


async def test_a_workout_finished_here_goes_out_within_a_tick(tmp_path: Path, server: Server) -> None:
    made = connected(tmp_path, server)
    sample.begin_push_a(made)
    made.close()
    async with window(parts(tmp_path, made.clock, config=here.config_for(server))) as pilot:
        app = app_of(pilot)
        app.sync.begin()
        await until(pilot, lambda: "✓ all synced" in text(pilot), 1000)
        session = app.logbook.active()
        assert session is not None
        assert len(here.rows(server)) < _sets(app), "an open workout is not sent"
        app.logbook.finish(session.uid)
        app.tick()
        await until(pilot, lambda: len(here.rows(server)) == _sets(app), 1000)
        await until(pilot, lambda: "✓ all synced" in text(pilot), 1000)


async def test_a_call_that_hangs_does_not_hold_up_quitting(tmp_path: Path, server: Server) -> None:
    connected(tmp_path, server).close()
    server.service.faults.add(Fault(ending=Ending.STALL))
    before = len(server.service.log)
    async with window(parts(tmp_path, config=here.config_for(server))) as pilot:
        app = app_of(pilot)
        app.sync.begin()
        await until(pilot, lambda: len(server.service.log) > before, 1000)
        await until(pilot, lambda: "↻ sending" in text(pilot))
        began = time.monotonic()
        app.sync.end()
        assert time.monotonic() - began < 1, "a tenth of a second, and what a busy machine adds"


async def test_a_window_that_only_reads_sends_nothing(tmp_path: Path, server: Server) -> None:
    made = connected(tmp_path, server)
    made.close()
    other = parts(tmp_path, made.clock).lock
    assert other.acquire()
    async with window(parts(tmp_path, made.clock, config=here.config_for(server))) as pilot:
        app_of(pilot).enter(read_only=True)
        await pilot.pause()
        app_of(pilot).sync.begin()
        app_of(pilot).sync.now()
        assert syncs() == []
        assert "read-only" in text(pilot)
    other.release()


async def test_three_days_without_the_sheet_are_told_on_home(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        app = app_of(pilot)
        now = app.clock.now()
        app.post_message(Synced(SyncState(Phase.OFFLINE, waiting=2, waiting_since=now - 3 * DAY + 1)))
        await until(pilot, lambda: "offline" in text(pilot))
        assert syncing.NOTICE not in app.notices
        app.post_message(Synced(SyncState(Phase.OFFLINE, waiting=2, waiting_since=now - 4 * DAY)))
        await until(pilot, lambda: "for 4 days. y says why." in text(pilot))
        app.post_message(Synced(SyncState(Phase.IDLE)))
        await until(pilot, lambda: "for 4 days" not in text(pilot))
        assert "✓ all synced" in text(pilot)
