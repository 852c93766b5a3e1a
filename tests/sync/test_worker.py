"""The thread: it sends what is due by itself, tells where it stands, and lets go at once."""

from __future__ import annotations

import json
import queue
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support import Gym, done, make_gym
from tests.sync.memory import Memory
from workout_tui.clock import SystemClock
from workout_tui.config import Config
from workout_tui.logs import Log
from workout_tui.loopback.hands import Hands
from workout_tui.paths import Paths
from workout_tui.store import metrics, sheets
from workout_tui.store.connection import Store
from workout_tui.sync import connecting, key, outcomes, sending, turning, worker
from workout_tui.sync.outcomes import End, Said
from workout_tui.sync.sheet import Sheet
from workout_tui.sync.state import Phase, SyncState
from workout_tui.sync.worker import SyncWorker

KEY = key.parse(
    json.dumps({"type": "service_account", "client_email": "a@b.iam", "private_key": "-----BEGIN PRIVATE KEY-----"})
)
PATIENCE_S = 10
OFFLINE = outcomes.without_answer(End.NO_WAY)
FORBIDDEN = outcomes.answered(Said(403, "The caller does not have permission"), KEY)
BROKEN = outcomes.answered(Said(503, "Unavailable"), KEY)


@dataclass
class Ways:
    """The way to the sheet, which may be barred."""

    memory: Memory
    bars: list[Exception | threading.Event] = field(default_factory=list)
    """what stands in the way of the next openings: an error, or something to wait for"""
    opened: int = 0

    def open(self, one: key.Key, spreadsheet_id: str, root: str) -> Sheet:
        self.opened += 1
        bar = self.bars.pop(0) if self.bars else None
        if isinstance(bar, threading.Event):
            bar.wait(PATIENCE_S)
        elif bar is not None:
            raise bar
        return self.memory.open(one, spreadsheet_id, root)


@dataclass
class Bench:
    """A connected log, a worker beside it, and what the worker tells."""

    gym: Gym
    paths: Paths
    ways: Ways
    told: queue.Queue[SyncState]
    log: Log
    network: bool = True
    one: SyncWorker | None = None

    @property
    def rows(self) -> int:
        """How many rows of sets stand in the sheet."""
        tab = next(one.title for one in Hands(self.ways.memory.api, "training").book.tabs if one.id == 774_101_001)
        return len([row for row in Hands(self.ways.memory.api, "training").rows(tab)[1:] if any(row)])

    def start(self) -> SyncWorker:
        self.one = SyncWorker(
            self.paths, Config(), SystemClock(), random.Random(7), report=self.told.put, log=self.log,
            open_sheet=self.ways.open, network_is_there=lambda: self.network,
        )  # fmt: skip
        self.one.start(self.gym.logbook.lifter.uid)
        return self.one

    def train(self) -> None:
        """A finished workout of two sets."""
        self.gym.trained(self.gym.push(), done(100, 5), done(100, 5))

    def until(self, is_so: Callable[[SyncState], bool]) -> SyncState:
        """The next state that is so."""
        while True:
            state = self.told.get(timeout=PATIENCE_S)
            if is_so(state):
                return state


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr(sending, "_PACE_S", 0.0)
    paths = Paths.of({"WORKOUT_HOME": str(tmp_path)})
    paths.make()
    memory = Memory(now=SystemClock().now())
    memory.api.create("training", "Training log")
    with closing(Log(paths.log, SystemClock())) as log:
        one = Bench(make_gym(paths.database), paths, Ways(memory), queue.Queue(), log)
        desk = connecting.Desk(one.gym.store, paths, Config(), SystemClock(), memory.open)
        assert all(step.done for step in connecting.connect(desk, one.gym.logbook.lifter.uid, KEY, "training"))
        yield one
        if one.one is not None:
            one.one.stop(PATIENCE_S)
        one.gym.close()


def settled(state: SyncState) -> bool:
    return state.phase is Phase.IDLE and not state.waiting


def test_what_is_due_is_sent_at_the_start_and_told_step_by_step(bench: Bench) -> None:
    bench.train()
    bench.start()
    first = bench.told.get(timeout=PATIENCE_S)
    assert (first.phase, first.waiting) == (Phase.SENDING, 1)
    assert first.waiting_since is not None
    assert bench.until(lambda one: bool(one.total)).total == 1
    last = bench.until(settled)
    assert last.last_good is not None
    assert last.problem is None
    assert last.next_try is not None
    assert bench.rows == 2


def test_with_nothing_due_nothing_is_asked_for(bench: Bench) -> None:
    before = len(bench.ways.memory.calls)
    bench.start()
    assert settled(bench.told.get(timeout=PATIENCE_S))
    assert bench.ways.opened == 0
    assert len(bench.ways.memory.calls) == before


def test_a_workout_that_was_just_finished_wakes_it(bench: Bench) -> None:
    one = bench.start()
    bench.until(settled)
    bench.train()
    one.wake()
    assert bench.until(lambda state: state.waiting == 1).phase is Phase.SENDING
    bench.until(settled)
    assert bench.rows == 2


def test_without_a_sheet_it_says_so_and_finds_one_that_is_connected_later(bench: Bench) -> None:
    with bench.gym.store.write():
        sheets.leave(bench.gym.store, 1, bench.gym.clock.now())
    one = bench.start()
    assert bench.told.get(timeout=PATIENCE_S) == SyncState()
    bench.train()
    desk = connecting.Desk(bench.gym.store, bench.paths, Config(), SystemClock(), bench.ways.memory.open)
    assert all(step.done for step in connecting.connect(desk, bench.gym.logbook.lifter.uid, KEY, "training"))
    one.wake()
    bench.until(settled)
    assert bench.rows == 2


def test_offline_is_calm_and_ends_when_the_network_is_back(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "LOOK_S", 0.01)
    bench.network = False
    bench.ways.bars.append(OFFLINE)
    bench.train()
    bench.start()
    offline = bench.until(lambda state: state.phase is Phase.OFFLINE)
    assert (offline.waiting, offline.problem) == (1, None)
    bench.network = True
    bench.until(settled)
    assert bench.ways.opened == 2


def test_a_failure_waits_and_asking_does_not(bench: Bench) -> None:
    bench.ways.bars.append(BROKEN)
    bench.train()
    one = bench.start()
    failed = bench.until(lambda state: state.problem is not None)
    assert failed.problem is not None
    assert failed.problem.words == "Google’s server failed (503)."
    assert failed.next_try is not None
    one.wake()
    one.sync_now()
    assert bench.until(settled).problem is None
    assert bench.ways.opened == 2


def test_what_only_the_lifter_can_mend_is_told_with_the_address_to_copy(bench: Bench) -> None:
    bench.ways.bars += [FORBIDDEN]
    bench.train()
    one = bench.start()
    needs = bench.until(lambda state: state.phase is Phase.NEEDS_USER)
    assert needs.problem is not None
    assert needs.problem.copy == "a@b.iam"
    assert "403" in needs.problem.technical
    one.sync_now()
    bench.until(settled)


def test_a_key_that_is_gone_needs_the_user_and_one_that_is_put_there_is_tried_at_once(bench: Bench) -> None:
    lifter = bench.gym.logbook.lifter.uid
    key.forget(bench.paths, lifter)
    bench.train()
    one = bench.start()
    needs = bench.until(lambda state: state.phase is Phase.NEEDS_USER)
    assert needs.problem is not None
    assert "not on this laptop" in needs.problem.words
    desk = connecting.Desk(bench.gym.store, bench.paths, Config(), SystemClock(), bench.ways.memory.open)
    assert all(step.done for step in connecting.connect(desk, lifter, KEY, "training"))
    one.wake()  # as the window does when another program has written
    bench.until(settled)
    assert bench.rows == 2


def test_a_fault_of_our_own_is_shown_and_the_thread_goes_on(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bool:
        monkeypatch.undo()
        raise ZeroDivisionError("my secret note")

    monkeypatch.setattr(turning, "has_work", broken)
    bench.train()
    one = bench.start()
    shown = bench.until(lambda state: state.problem is not None)
    assert shown.problem is not None
    assert "fault of its own (ZeroDivisionError)" in shown.problem.words
    records = bench.log.path.read_text()
    assert "ZeroDivisionError" in records
    assert "secret" not in records
    one.sync_now()
    bench.until(settled)
    assert bench.rows == 2


def test_a_call_that_hangs_does_not_hold_up_the_end(bench: Bench) -> None:
    hanging = threading.Event()
    bench.ways.bars.append(hanging)
    bench.train()
    one = bench.start()
    bench.until(lambda state: state.phase is Phase.SENDING)
    before = time.monotonic()
    one.stop()
    assert time.monotonic() - before < 2, "0.2 seconds, and what a busy machine adds"
    hanging.set()


def test_the_end_interrupts_a_wait_at_once(bench: Bench) -> None:
    one = bench.start()
    bench.until(settled)
    one.stop(PATIENCE_S)
    assert not one._thread.is_alive()


def test_another_program_that_is_sending_is_left_to_it(bench: Bench) -> None:
    from workout_tui.lock import Lock

    other = Lock(bench.paths.sync_lock, SystemClock())
    assert other.acquire()
    bench.train()
    bench.start()
    assert bench.until(lambda state: state.next_try is not None).phase is Phase.SENDING
    assert bench.ways.opened == 0
    other.release()


def test_only_the_lifter_in_front_is_told_of(bench: Bench) -> None:
    one = bench.start()
    bench.until(settled)
    other = bench.gym.other_lifter()
    one.show(other.lifter.uid)
    assert bench.until(lambda state: state.phase is Phase.NO_SHEET) == SyncState()
    one.show(bench.gym.logbook.lifter.uid)
    bench.until(settled)


def test_the_records_name_batches_and_sessions_and_nothing_else(bench: Bench) -> None:
    bench.train()
    bench.start()
    bench.until(settled)
    session = bench.gym.store.value("SELECT uid FROM session")
    lines = [json.loads(line) for line in bench.log.path.read_text().splitlines()]
    (batch,) = [line for line in lines if line["operation"] == "batch"]
    assert (batch["reason"], batch["count"]) == ("applied", 1)
    assert [line["session"] for line in lines if line["operation"] == "batch session"] == [session]
    assert "Bench" not in bench.log.path.read_text()
    assert "BEGIN" not in bench.log.path.read_text()


def test_what_was_done_is_counted_for_other_programs(bench: Bench) -> None:
    bench.ways.bars.append(BROKEN)
    bench.train()
    one = bench.start()
    bench.until(lambda state: state.problem is not None)
    one.sync_now()
    bench.until(settled)
    one.stop(PATIENCE_S)
    counted = metrics.since(bench.gym.store, 0)
    assert (counted["sync.rows"], counted["sync.calls"], counted["sync.failed"]) == (2, 2, 1)


def test_a_log_that_is_busy_is_tried_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    from workout_tui.errors import StoreBusy

    monkeypatch.setattr(worker, "LOOK_S", 0.01)
    name, opened = "workout_tui.sync.worker.Store", Store

    def busy_once(*arguments: object, **options: object) -> object:
        monkeypatch.setattr(name, opened)
        raise StoreBusy("Another program writes.")

    monkeypatch.setattr(name, busy_once)
    bench.train()
    bench.start()
    bench.until(settled)


def test_a_lost_answer_is_checked_before_anything_is_sent_again(bench: Bench) -> None:
    class Losing:
        """Sends the first write, and loses its answer."""

        def __init__(self, sheet: Sheet) -> None:
            self._sheet = sheet
            self.metadata, self.values, self.close = sheet.metadata, sheet.values, sheet.close

        def batch_update(self, body: dict, fields: str = "") -> object:  # type: ignore[type-arg]
            self._sheet.batch_update(body, fields)
            raise outcomes.without_answer(End.CUT)

    there = bench.ways.open
    losing = [True]

    def open_sheet(one: key.Key, spreadsheet_id: str, root: str) -> Sheet:
        sheet = there(one, spreadsheet_id, root)
        return Losing(sheet) if losing and losing.pop() else sheet  # type: ignore[return-value]

    bench.ways.open = open_sheet  # type: ignore[method-assign]
    bench.train()
    one = bench.start()
    checking = bench.until(lambda state: state.phase is Phase.CHECKING)
    assert checking.waiting == 1
    assert bench.rows == 2
    one.sync_now()
    bench.until(settled)
    assert bench.rows == 2, "the receipt was found; nothing was sent twice"


def test_being_woken_without_news_asks_nobody(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.ways.bars.append(BROKEN)
    bench.train()
    one = bench.start()
    bench.until(lambda state: state.problem is not None)
    one.sync_now()
    bench.until(settled)
    opened = bench.ways.opened
    rounds = threading.Semaphore(0)
    monkeypatch.setattr(one._rounds, "_tell_of", lambda *_: rounds.release())
    for _ in range(3):
        one.wake()
        assert rounds.acquire(timeout=PATIENCE_S)
    assert bench.ways.opened == opened
