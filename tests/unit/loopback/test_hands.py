"""The user at the sheet, and several clients at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.unit.loopback.support import BOOK, NOON, Sheet, lines, text_cells
from workout_tui.loopback.api import Api
from workout_tui.loopback.faults import Ending, Fault, When
from workout_tui.loopback.hands import Hands
from workout_tui.loopback.service import Request, Service

TAB = "Sheet1"


def write(row: int) -> dict[str, Any]:
    """A request that writes into the first cell of a row."""
    start = {"sheetId": 0, "rowIndex": row}
    return {"updateCells": {"start": start, "rows": [text_cells("x")], "fields": "userEnteredValue"}}


@pytest.fixture
def sheet() -> Sheet:
    one = Sheet()
    one.put("A1", ["head", "n"], ["b", 2], ["a", 1], ["c", 3])
    return one


@pytest.fixture
def hands(sheet: Sheet) -> Hands:
    return Hands(sheet.api, BOOK)


def test_a_sort_leaves_the_header_and_may_tear_rows(hands: Hands) -> None:
    hands.sort(TAB, 0)
    assert hands.rows(TAB) == [["head", "n"], ["a", 1], ["b", 2], ["c", 3]]
    hands.sort(TAB, 0, descending=True, right=1)
    assert hands.rows(TAB) == [["head", "n"], ["c", 1], ["b", 2], ["a", 3]]
    hands.sort_some(TAB, 2, 4, 1)
    assert hands.rows(TAB)[1:] == [["c", 1], ["b", 2], ["a", 3]]


def test_rows_and_columns_come_and_go(hands: Hands) -> None:
    hands.insert_rows(TAB, 1)
    hands.insert_columns(TAB, 1)
    assert hands.rows(TAB)[:3] == [["head", "", "n"], [], ["b", "", 2]]
    hands.delete_rows(TAB, 1, 3)
    hands.delete_columns(TAB, 0, 1)
    assert hands.rows(TAB) == [["", "n"], ["", 1], ["", 3]]
    hands.move_columns(TAB, 0, 1, 2)
    assert hands.rows(TAB) == [["n"], [1], [3]]


def test_rows_are_copied_with_all_they_hold_and_cells_typed_over(hands: Hands, sheet: Sheet) -> None:
    hands.hide_columns(TAB, 0, 1)
    hands.colour(TAB, 1, 2)
    hands.copy_rows(TAB, 1, 2, 4)
    hands.edit(TAB, 4, 1, "=2*21")
    assert hands.rows(TAB)[4] == ["b", "=2*21"]
    cells = sheet.properties(ranges="A5:B5", includeGridData="true")["sheets"][0]["data"][0]["rowData"][0]["values"]
    assert cells[0]["userEnteredFormat"] == {"backgroundColor": {"red": 1, "green": 1, "blue": 0}}
    assert cells[1]["effectiveValue"] == {"numberValue": 42}
    hands.copy_rows(TAB, 2, 3, 5, width=1)
    assert hands.rows(TAB)[5] == ["a"]
    hands.move_rows(TAB, 4, 6, 6)
    assert hands.rows(TAB)[4:] == [[], [], ["b", "=2*21"], ["a"]]


def test_tabs_are_renamed_and_deleted(hands: Hands, sheet: Sheet) -> None:
    sheet.batch({"addSheet": {"properties": {"title": "Second"}}})
    hands.rename(TAB, "Renamed")
    hands.delete_tab("Second")
    assert [tab.title for tab in hands.book.tabs] == ["Renamed"]
    with pytest.raises(KeyError):
        hands.sort(TAB, 0)


def test_what_the_user_protected_is_refused_and_what_stands_beside_is_not(hands: Hands, sheet: Sheet) -> None:
    hands.protect(TAB, 0, 3)
    cell = {"rows": [text_cells("x")], "fields": "userEnteredValue"}
    refused = sheet.refused({"updateCells": {**cell, "start": {"sheetId": 0, "rowIndex": 3}}}, head := write(0))
    assert refused.startswith("Invalid requests[1].updateCells: You are trying to edit a protected cell")
    assert hands.rows(TAB)[3] == ["c", 3]
    sheet.batch({"insertDimension": {"range": {"dimension": "ROWS", "startIndex": 0, "endIndex": 2}}}, head)
    assert hands.rows(TAB)[:3] == [["x"], [], ["head", "n"]], "the protection moved down with its rows"
    assert "protected cell" in sheet.refused(write(2))
    assert "protected cell" in sheet.refused({"deleteDimension": {"range": lines(2, 5)}})
    assert "protected cell" in sheet.refused({"sortRange": {"range": {}, "sortSpecs": [{"dimensionIndex": 0}]}})
    assert "protected cell" in sheet.refusal("POST", "/values/A1:B4:clear")
    hands.sort(TAB, 0)  # one's own protection keeps nobody out but the others
    hands.protect(TAB)
    assert "protected cell" in sheet.refused({"appendCells": {**cell}})


def test_a_spreadsheet_may_be_shared_to_be_looked_at_only(hands: Hands, sheet: Sheet) -> None:
    hands.share(shared=True, edit=False)
    assert sheet.call("POST", ":batchUpdate", body={"requests": [write(0)]}).status == 403
    assert sheet.call("PUT", "/values/A1", ("valueInputOption", "RAW"), body={"values": [["x"]]}).status == 403
    assert sheet.rows("A1") == [["head"]]
    by_grid = {"dataFilters": [{"gridRange": {"sheetId": 0}}]}
    assert sheet.call("POST", "/values:batchGetByDataFilter", body=by_grid).status == 200
    hands.share(shared=True)
    sheet.batch(write(0))


def test_many_clients_lose_no_row() -> None:
    service = Service()
    service.api.create(BOOK)
    hands = Hands(service.api, BOOK)

    def append(n: int) -> int:
        rows = [text_cells(f"{n}-{row}") for row in range(3)]
        body = {"requests": [{"appendCells": {"sheetId": 0, "rows": rows, "fields": "*"}}]}
        request = Request.of("POST", f"/v4/spreadsheets/{BOOK}:batchUpdate", (), body)
        hands.insert_rows(TAB, 0)
        return service.take(request, NOON).response.status

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(append, range(80))) == {200}
    found = [row[0] for row in hands.rows(TAB) if row]
    assert sorted(found) == sorted(f"{n}-{row}" for n in range(80) for row in range(3))
    starts = [found.index(f"{n}-0") for n in range(80)]
    assert all(found[at + 2].endswith("-2") for at in starts), "the rows of a batch stand together"


def test_late_writes_are_applied_in_the_order_of_their_time() -> None:
    service = Service()
    service.api.create(BOOK)
    for name, late in (("second", 2000), ("first", 1000), ("third", 3000)):
        body = {"requests": [{"appendCells": {"rows": [text_cells(name)], "fields": "*"}}]}
        service.faults.add(Fault(When.LATE, Ending.STALL, late_ms=late))
        service.take(Request.of("POST", f"/v4/spreadsheets/{BOOK}:batchUpdate", (), body), NOON)
    hands = Hands(service.api, BOOK)
    assert service.catch_up(NOON + 999) == 0
    assert service.catch_up(NOON + 2000) == 2
    assert hands.rows(TAB) == [["first"], ["second"]]
    assert (service.late, [entry.applied for entry in service.log]) == (1, [False] * 3)


def test_reads_may_lag_behind_writes_but_the_answer_of_a_write_never_does() -> None:
    api = Api()
    api.create(BOOK)
    api.staleness.lag_ms = 1000

    def ask(method: str, rest: str, body: Any, now: int) -> Any:
        found = api.handle(method, f"/v4/spreadsheets/{BOOK}{rest}", (), body, now=now)
        assert found.status == 200
        return found.body

    def append(name: str, now: int) -> Any:
        body = {"requests": [{"appendCells": {"rows": [text_cells(name)], "fields": "*"}}]}
        return ask("POST", ":batchUpdate", body | {"includeSpreadsheetInResponse": True}, now)

    def seen(now: int) -> Any:
        return ask("GET", "/values/Sheet1", None, now).get("values", [])

    append("a", NOON)
    append("b", NOON + 400)
    assert [seen(NOON + after) for after in (0, 999, 1000, 1399, 1400)] == [[], [], [["a"]], [["a"]], [["a"], ["b"]]]
    append("c", NOON + 5000)
    assert Hands(api, BOOK).rows(TAB) == [["a"], ["b"], ["c"]]
    assert seen(NOON + 5999) == [["a"], ["b"]]
    api.staleness.lag_ms = 0
    assert seen(NOON + 5999) == [["a"], ["b"], ["c"]]


def test_a_request_that_is_kept_is_not_changed_by_its_sender() -> None:
    service = Service()
    service.api.create(BOOK)
    body = {"requests": [{"appendCells": {"rows": [text_cells("kept")], "fields": "*"}}]}
    service.faults.add(Fault(When.LATE))
    service.take(Request.of("POST", f"/v4/spreadsheets/{BOOK}:batchUpdate", (), body), NOON)
    body["requests"].clear()
    service.catch_up(NOON)
    assert Hands(service.api, BOOK).rows(TAB) == [["kept"]]
