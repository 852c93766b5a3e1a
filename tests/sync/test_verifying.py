"""Verify: log and sheet compared set by set and cell by cell, after real pushes, through the command line too."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support import Gym, done, make_gym, open_place
from tests.sync.memory import Memory
from workout_tui import cli
from workout_tui.config import Config
from workout_tui.errors import NeedsUser, NotFound, SyncProblem
from workout_tui.lock import Lock
from workout_tui.logbook.logbook import NewSet
from workout_tui.loopback.faults import Fault
from workout_tui.loopback.hands import Hands
from workout_tui.loopback.server import Server
from workout_tui.model.session import Session
from workout_tui.paths import Paths
from workout_tui.store import sheets
from workout_tui.store.connection import Store
from workout_tui.sync import connecting, key
from workout_tui.sync.columns import FIRST, Column
from workout_tui.sync.comparing import Kind, Report
from workout_tui.sync.connecting import Desk
from workout_tui.sync.cycle import CycleDesk, run_cycle
from workout_tui.sync.device import this_device
from workout_tui.sync.verifying import verify

BOOK = "training"
CHANCE = random.Random(1)
KEY = key.parse(
    json.dumps({"type": "service_account", "client_email": "a@b.iam", "private_key": "-----BEGIN PRIVATE KEY-----"})
)


@pytest.fixture
def gym(tmp_path: Path) -> Iterator[Gym]:
    paths = Paths.of({"WORKOUT_HOME": str(tmp_path)})
    paths.make()
    one = make_gym(paths.database)
    yield one
    one.close()


@pytest.fixture
def memory() -> Memory:
    here = Memory()
    here.api.create(BOOK, "Training log")
    return here


@pytest.fixture
def desk(tmp_path: Path, gym: Gym, memory: Memory) -> Desk:
    one = Desk(gym.store, Paths.of({"WORKOUT_HOME": str(tmp_path)}), Config(), gym.clock, memory.open)
    assert all(step.done for step in connecting.connect(one, gym.logbook.lifter.uid, KEY, BOOK))
    return one


@pytest.fixture
def hands(memory: Memory) -> Hands:
    return Hands(memory.api, BOOK)


def train(gym: Gym) -> Session:
    """A finished workout of three sets."""
    return gym.trained(gym.template("Push A", gym.planned("Bench Press")), *(done(100, 5 + n) for n in range(3)))


def push(gym: Gym, desk: Desk) -> None:
    """Bring everything that is due into the sheet."""
    row = sheets.of_lifter(gym.store, gym.logbook.lifter.uid)
    assert row is not None
    way = lambda: desk.open_sheet(KEY, BOOK, "")  # noqa: E731
    device = this_device(desk.paths, gym.uids)
    run_cycle(CycleDesk(gym.store, row.id, device, way, gym.clock, CHANCE, lambda _seconds: False))


def told(gym: Gym, desk: Desk) -> list[tuple[Kind, str, bool]]:
    """The differences: what kind, which set of its exercise, whether it waits."""
    return [(one.kind, one.set, one.waiting) for one in looked(gym, desk).differences]


def looked(gym: Gym, desk: Desk) -> Report:
    return verify(desk, gym.logbook.lifter.uid)


def test_what_was_pushed_is_equal_and_what_was_not_is_missing(gym: Gym, desk: Desk, memory: Memory) -> None:
    train(gym)
    assert told(gym, desk) == [(Kind.MISSING, str(n), True) for n in (1, 2, 3)]
    push(gym, desk)
    memory.calls.clear()
    report = looked(gym, desk)
    assert (report.is_equal, report.sets, report.rows) == (True, 3, 3)
    assert memory.calls == ["values:batchGetByDataFilter", "close"], "one read, nothing written"


def test_edits_on_either_side_are_told_cell_by_cell(gym: Gym, desk: Desk, hands: Hands) -> None:
    session = train(gym)
    push(gym, desk)
    hands.edit("Log", 2, FIRST[Column.REPS], 12)
    one = looked(gym, desk).differences[0]
    assert (one.rows, one.column, one.here, one.there, one.waiting) == ((3,), "Reps", "6", "12", False)
    hands.edit("Log", 2, FIRST[Column.REPS], 6)
    gym.logbook.reopen(session.uid)
    gym.logbook.remove_set(session.exercises[0].performed[2].uid)
    gym.logbook.finish(session.uid)
    assert {(one.kind, one.column) for one in looked(gym, desk).differences} >= {(Kind.VALUE, "Status")}
    assert all(one.waiting for one in looked(gym, desk).differences)
    push(gym, desk)
    assert looked(gym, desk).is_equal, "a removed set says so in the sheet"


def test_sorted_rows_moved_columns_and_the_lifters_own_rows_make_no_difference(
    gym: Gym, desk: Desk, hands: Hands
) -> None:
    train(gym)
    push(gym, desk)
    hands.sort("Log", FIRST[Column.SET], descending=True)
    hands.move_columns("Log", 0, 2, 9)
    hands.insert_columns("Log", 3)
    hands.insert_rows("Log", 2)
    hands.edit("Log", 2, 0, "a line of my own")
    report = looked(gym, desk)
    assert (report.is_equal, report.by_hand) == (True, 1)


def test_copies_deleted_and_foreign_rows_are_told(gym: Gym, desk: Desk, hands: Hands) -> None:
    train(gym)
    push(gym, desk)
    hands.copy_rows("Log", 1, 2, 6)
    hands.delete_rows("Log", 3, 4)
    hands.edit("Log", 7, FIRST[Column.KEY], "k-of-somebody")
    assert [one[:2] for one in told(gym, desk)] == [(Kind.COPY, "1"), (Kind.MISSING, "3"), (Kind.UNKNOWN, "")]


def test_a_running_workout_and_one_discarded_before_it_was_sent_are_not_expected(gym: Gym, desk: Desk) -> None:
    gym.logbook.discard(train(gym).uid)
    gym.log(gym.start(gym.push()))
    push(gym, desk)
    report = looked(gym, desk)
    assert (report.is_equal, report.sets) == (True, 0)


def test_a_discarded_workout_that_was_sent_waits_and_then_says_so(gym: Gym, desk: Desk) -> None:
    session = train(gym)
    push(gym, desk)
    gym.logbook.discard(session.uid)
    assert {one.waiting for one in looked(gym, desk).differences} == {True}
    push(gym, desk)
    assert looked(gym, desk).is_equal


def test_another_lifters_workouts_are_not_looked_for(gym: Gym, desk: Desk) -> None:
    other = gym.other_lifter()
    session = other.start(None, session_uid=gym.uids.new())
    session = other.add_exercise(session.uid, gym.exercise("Row").uid)
    other.log_sets(session.slot, open_place(session), [NewSet(gym.uids.new(), done(60, 8))])
    other.finish(session.uid)
    train(gym)
    push(gym, desk)
    assert looked(gym, desk).is_equal


def test_while_the_sheet_is_written_or_cannot_be_read_it_says_so(gym: Gym, desk: Desk, hands: Hands) -> None:
    lock = Lock(desk.paths.sync_lock, desk.clock)
    assert lock.acquire()
    with pytest.raises(SyncProblem, match="being written just now"):
        looked(gym, desk)
    lock.release()
    hands.edit("Log", 0, FIRST[Column.REPS], "Wdh.")
    with pytest.raises(NeedsUser, match="no column “Reps”"):
        looked(gym, desk)
    hands.share(shared=False)
    with pytest.raises(NeedsUser):
        looked(gym, desk)
    key.forget(desk.paths, gym.logbook.lifter.uid)
    with pytest.raises(NeedsUser, match="key is not here"):
        looked(gym, desk)
    connecting.disconnect(desk, gym.logbook.lifter.uid)
    with pytest.raises(NotFound, match="No sheet is connected"):
        looked(gym, desk)
    assert lock.acquire(), "the lock was given back each time"
    lock.release()


def test_the_command_tells_it_over_the_network(
    gym: Gym, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Server() as server:
        server.service.api.create(BOOK, "Training log")
        fields = {"type": "authorized_user", "client_id": "c", "client_secret": "s", "refresh_token": "r"}
        own = key.parse(json.dumps({**fields, "token_uri": f"{server.url}/token"}))
        monkeypatch.setenv("WORKOUT_HOME", str(tmp_path))
        monkeypatch.setenv("WORKOUT_SHEET_API", server.url)
        paths = Paths.of()
        desk = Desk(gym.store, paths, Config(), gym.clock)
        assert all(step.done for step in connecting.connect(desk, gym.logbook.lifter.uid, own, BOOK))
        train(gym)

        def ran(*arguments: str) -> tuple[int, str]:
            code = cli.main(["verify", *arguments])
            return code, capsys.readouterr().out

        code, out = ran()
        assert code == 1
        assert out.splitlines()[0] == "Different: 3 sets here, 0 rows in the sheet, 3 differences."
        assert out.splitlines()[1] == (
            "  2024-09-24 · Push A · Bench Press · set 1: not in the sheet (waits to be sent)"
        )
        assert out.splitlines()[-1] == "What waits goes out with “workout sync”."
        with closing(Store(paths.database)) as store:
            row = sheets.of_lifter(store, gym.logbook.lifter.uid)
            assert row is not None
            way = lambda: desk.open_sheet(own, BOOK, server.url)  # noqa: E731
            device = this_device(paths, gym.uids)
            run_cycle(CycleDesk(store, row.id, device, way, gym.clock, CHANCE, lambda _seconds: False))
        assert ran() == (0, "Equal: 3 sets here, 3 rows in the sheet, each cell as it is here.\n")
        Hands(server.service.api, BOOK).edit("Log", 1, FIRST[Column.WEIGHT], "\x1b[31m")
        code, out = ran("--json")
        found = json.loads(out)
        assert (code, found["equal"], [one["column"] for one in found["differences"]]) == (1, False, ["Weight"])
        assert "\x1b" not in out
        server.service.faults.add(Fault(status=403))
        assert ran() == (1, "")
