"""Connecting: each step told, none kept unless all are done, and doing it again finds what is there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.sync.memory import Memory
from workout_tui.clock import SystemClock, Uids
from workout_tui.config import Config
from workout_tui.lock import Lock
from workout_tui.logbook.lifters import add_lifter
from workout_tui.model.load import Unit
from workout_tui.paths import Paths
from workout_tui.store import sheets
from workout_tui.store.connection import Store
from workout_tui.sync import connecting, key, setting_up
from workout_tui.sync.columns import FIRST, HIDDEN, Column
from workout_tui.sync.connecting import Desk, Step

KEY = key.parse(
    json.dumps({"type": "service_account", "client_email": "a@b.iam", "private_key": "-----BEGIN PRIVATE KEY-----"})
)


@pytest.fixture
def memory() -> Memory:
    here = Memory()
    here.api.create("training", "Training log 2024")
    return here


@pytest.fixture
def desk(tmp_path: Path, memory: Memory) -> Iterator[Desk]:
    paths = Paths.of({"WORKOUT_HOME": str(tmp_path)})
    paths.make()
    with closing(Store(paths.database)) as store:
        yield Desk(store, paths, Config(), SystemClock(), memory.open)


@pytest.fixture
def ada(desk: Desk) -> str:
    return add_lifter(desk.store, "Ada", Unit.KG, clock=desk.clock, uids=Uids(desk.clock)).uid


def words(steps: Iterator[Step]) -> list[str]:
    return [f"{'✓' if one.done else '✗'} {one.words}" for one in steps]


def test_a_key_that_cannot_be_kept_is_told_and_nothing_is_connected(desk: Desk, ada: str) -> None:
    (desk.paths.config / "sheet").write_text("where the folder of keys belongs")
    *_, last = connecting.connect(desk, ada, KEY, "training")
    assert not last.done
    assert last.words.startswith("The key cannot be kept in")
    assert sheets.of_lifter(desk.store, ada) is None


def test_a_hostile_title_is_text(desk: Desk, ada: str, memory: Memory) -> None:
    memory.api.create("other", "=A1 [red]\x1b[2J\x00\ud800" + "x" * 1_000_000)
    assert all(step.done for step in connecting.connect(desk, ada, KEY, "other"))
    row = sheets.of_lifter(desk.store, ada)
    assert row is not None
    assert row.title.startswith("=A1 [red][2Jxxx")
    assert len(row.title) < 30_000


PROOFS = ["✓ Every column was found by its header.", "✓ The account may edit."]


def test_connecting_tells_each_step_and_keeps_the_key(desk: Desk, ada: str, memory: Memory) -> None:
    assert words(connecting.connect(desk, ada, KEY, "training")) == [
        "✓ The key of a@b.iam is whole.",
        "✓ The account can open “Training log 2024”.",
        "✓ The log’s tab was made.",
        *PROOFS,
        "✓ Connected. Finished workouts go there by themselves, each set once.",
    ]
    assert key.kept(desk.paths, ada) == KEY
    row = sheets.of_lifter(desk.store, ada)
    assert row is not None
    assert (row.spreadsheet_id, row.title, row.account) == ("training", "Training log 2024", "a@b.iam")
    assert (row.tab, row.journal) == (setting_up.LOG_TAB, setting_up.JOURNAL_TAB)
    assert memory.calls[-1] == "close"
    assert words(connecting.check(desk, ada)) == [
        "✓ The key of a@b.iam is whole.",
        "✓ The account can open “Training log 2024”.",
        "✓ The log’s tab “Log” is there.",
        *PROOFS,
    ]


def test_the_tab_is_as_the_log_needs_it(desk: Desk, ada: str, memory: Memory) -> None:
    list(connecting.connect(desk, ada, KEY, "training"))
    tabs = {one["properties"]["sheetId"]: one for one in _described(memory)}
    log = tabs[setting_up.LOG_TAB]
    header = [cell.get("formattedValue") for cell in log["data"][0]["rowData"][0]["values"]]
    assert header == [column.value for column in Column]
    assert log["properties"]["gridProperties"]["frozenRowCount"] == 1
    hidden = [place for place, one in enumerate(log["data"][0]["columnMetadata"]) if one.get("hiddenByUser")]
    assert hidden == sorted(FIRST[column] for column in HIDDEN)
    assert 0 < FIRST[Column.KEY] < FIRST[Column.TOKEN] < FIRST.width - 1, "hidden between visible columns"
    assert log["basicFilter"]["range"].get("startColumnIndex", 0) == 0
    assert log["basicFilter"]["range"]["endColumnIndex"] == FIRST.width
    assert log["protectedRanges"], "a hand is warned"
    assert all(one["warningOnly"] for one in log["protectedRanges"]), "and nobody is kept out"
    assert tabs[setting_up.JOURNAL_TAB]["properties"]["hidden"] is True
    assert len(tabs) == 3, "what was in the spreadsheet is still there"


def _described(memory: Memory) -> list[dict]:  # type: ignore[type-arg]
    said = memory.api.handle("GET", "/v4/spreadsheets/training", [("includeGridData", "true")], now=memory.now)
    found: list[dict] = said.body["sheets"]  # type: ignore[type-arg]
    return found


def test_a_second_laptop_finds_the_tab_under_any_name(desk: Desk, ada: str, memory: Memory) -> None:
    list(connecting.connect(desk, ada, KEY, "training"))
    rename = {"properties": {"sheetId": setting_up.LOG_TAB, "title": "Krafttraining"}, "fields": "title"}
    memory.open(KEY, "training", "").batch_update({"requests": [{"updateSheetProperties": rename}]})
    with desk.store.write():
        assert sheets.leave(desk.store, 1, desk.clock.now())
    steps = words(connecting.connect(desk, ada, KEY, "training"))
    assert "✓ The log’s tab “Krafttraining” is there." in steps
    assert steps[-1].startswith("✓ Connected")
    assert len(_described(memory)) == 3, "nothing was made twice"


def test_a_taken_name_gets_a_number(desk: Desk, ada: str, memory: Memory) -> None:
    add = {"addSheet": {"properties": {"title": "log"}}}
    memory.open(KEY, "training", "").batch_update({"requests": [add]})
    assert words(connecting.connect(desk, ada, KEY, "training"))[-1].startswith("✓ Connected")
    assert {one["properties"]["title"] for one in _described(memory)} >= {"log", "Log 2"}


def test_a_deleted_journal_is_made_again_and_what_was_sent_stays_known(desk: Desk, ada: str, memory: Memory) -> None:
    list(connecting.connect(desk, ada, KEY, "training"))
    before = sheets.of_lifter(desk.store, ada)
    delete = {"deleteSheet": {"sheetId": setting_up.JOURNAL_TAB}}
    memory.open(KEY, "training", "").batch_update({"requests": [delete]})
    assert words(connecting.check(desk, ada))[-1] == "✗ The tab of the receipts is gone."
    assert words(connecting.connect(desk, ada, KEY, "training"))[-1].startswith("✓ Connected")
    after = sheets.of_lifter(desk.store, ada)
    assert before is not None
    assert after is not None
    assert after.id == before.id


def test_a_log_tab_made_anew_begins_with_nothing_sent(desk: Desk, ada: str, memory: Memory) -> None:
    list(connecting.connect(desk, ada, KEY, "training"))
    before = sheets.of_lifter(desk.store, ada)
    delete = {"deleteSheet": {"sheetId": setting_up.LOG_TAB}}
    memory.open(KEY, "training", "").batch_update({"requests": [delete]})
    assert words(connecting.check(desk, ada))[-1] == "✗ The tab of the log is gone."
    list(connecting.connect(desk, ada, KEY, "training"))
    after = sheets.of_lifter(desk.store, ada)
    assert before is not None
    assert after is not None
    assert after.id != before.id


@pytest.mark.parametrize(
    ("closed", "may_edit", "spreadsheet", "expected"),
    [
        (False, True, "another", "✗ Google knows no such spreadsheet."),
        (True, True, "training", "✗ Google says this account may not edit the sheet."),
        (False, False, "training", "✗ Google says this account may not edit the sheet."),
    ],
)
def test_what_fails_is_the_last_step_and_nothing_is_kept(  # noqa: PLR0917 - the columns of the table
    desk: Desk, ada: str, memory: Memory, closed: bool, may_edit: bool, spreadsheet: str, expected: str
) -> None:
    memory.api.closed |= {"training"} if closed else set()
    memory.may_edit = may_edit
    steps = list(connecting.connect(desk, ada, KEY, spreadsheet))
    assert words(iter(steps))[-1] == expected
    assert steps[-1].copy == "a@b.iam", "the address to share with"
    assert key.kept(desk.paths, ada) is None
    assert sheets.of_lifter(desk.store, ada) is None
    assert Lock(desk.paths.sync_lock, desk.clock).acquire(), "the way is free for the next try"


def test_a_header_that_lost_a_column_is_no_sheet_of_ours(desk: Desk, ada: str, memory: Memory) -> None:
    list(connecting.connect(desk, ada, KEY, "training"))
    area = {"sheetId": setting_up.LOG_TAB, "rowIndex": 0, "columnIndex": FIRST[Column.REPS]}
    change = {"start": area, "rows": [{"values": [{}]}], "fields": "userEnteredValue"}
    memory.open(KEY, "training", "").batch_update({"requests": [{"updateCells": change}]})
    assert words(connecting.check(desk, ada))[-1] == "✗ The sheet has no column “Reps”."


def test_two_lifters_have_two_spreadsheets(desk: Desk, ada: str) -> None:
    list(connecting.connect(desk, ada, KEY, "training"))
    bob = add_lifter(desk.store, "Bob", Unit.KG, clock=desk.clock, uids=Uids(desk.clock)).uid
    assert words(connecting.connect(desk, bob, KEY, "training"))[-1] == (
        "✗ Another lifter of this log uses that spreadsheet."
    )


def test_while_a_cycle_writes_nothing_is_connected(desk: Desk, ada: str, memory: Memory) -> None:
    other = Lock(desk.paths.sync_lock, desk.clock)
    assert other.acquire()
    assert words(connecting.connect(desk, ada, KEY, "training"))[-1] == "✗ A sheet is being written just now."
    other.release()
    assert memory.calls == []


def test_disconnecting_forgets_the_key_and_remembers_what_was_sent(desk: Desk, ada: str) -> None:
    list(connecting.connect(desk, ada, KEY, "training"))
    before = sheets.of_lifter(desk.store, ada)
    assert before is not None
    assert connecting.disconnect(desk, ada)
    assert key.kept(desk.paths, ada) is None
    assert sheets.of_lifter(desk.store, ada) is None
    assert words(connecting.check(desk, ada)) == ["✗ No sheet is connected."]
    assert not connecting.disconnect(desk, ada)
    list(connecting.connect(desk, ada, KEY, "training"))
    after = sheets.of_lifter(desk.store, ada)
    assert after is not None
    assert after.connected_at >= before.connected_at
    assert after == before._replace(connected_at=after.connected_at)


def test_a_lost_key_is_told(desk: Desk, ada: str) -> None:
    list(connecting.connect(desk, ada, KEY, "training"))
    key.forget(desk.paths, ada)
    assert words(connecting.check(desk, ada)) == ["✗ The key is not here."]
