"""Whatever is sent: an answer, never an exception; a refusal changes nothing; and no answer shares what is kept."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.loopback.support import BOOK, NOON, Sheet
from workout_tui.loopback.enums import ENUMS
from workout_tui.loopback.messages import MESSAGES, REQUESTS, REQUIRED

SMALL = st.integers(-1, 12)
SHEETS = st.sampled_from([0, 0, 1, 1, 7])
FIELDS = st.sampled_from(
    ["*", "userEnteredValue", "title", "hiddenByUser", "gridProperties(rowCount)", "name", "note", ""]
)
TEXTS = st.sampled_from(
    ["", "a", "A", "=1/0", "=2*3", "0042", "2024-02-29", "Sheet1", "Log", "(", "A1", "é\x00", "1e999"]
)
VALUES = st.one_of(
    st.none(), TEXTS, st.booleans(), st.integers(-9, 9), st.floats(allow_nan=False, allow_infinity=False)
)
PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "string": TEXTS,
    "mask": FIELDS,
    "int": SMALL,
    "number": st.floats(-1e12, 1e12),
    "bool": st.booleans(),
    "any": st.none(),
    "value": VALUES,
}


def of_type(kind: str, depth: int) -> st.SearchStrategy[Any]:
    """Values of a type of the table of messages."""
    if kind.startswith("["):
        return st.lists(of_type(kind[1:-1], depth), max_size=3)
    if kind in PLAIN:
        return PLAIN[kind]
    if kind in ENUMS:
        return st.sampled_from(ENUMS[kind])
    return message(kind, depth - 1)


def message(name: str, depth: int = 5) -> st.SearchStrategy[Any]:
    """Messages with some of their fields, as the table has them."""
    if not depth:
        return st.just({})
    fields = {one: SHEETS if one == "sheetId" else of_type(kind, depth) for one, kind in MESSAGES[name].items()}
    needed = {one for one in (*REQUIRED.get(name[0].lower() + name[1:], ()), "fields", "dimension") if one in fields}
    return st.fixed_dictionaries(
        {one: fields[one] for one in needed}, optional={one: fields[one] for one in fields.keys() - needed}
    )


ONE = st.sampled_from(REQUESTS).flatmap(lambda name: message(name[0].upper() + name[1:]).map(lambda body: {name: body}))


def filled() -> Sheet:
    """A small spreadsheet with a bit of everything."""
    sheet = Sheet()
    grid = {"rowCount": 8, "columnCount": 5}
    sheet.batch(
        {"updateSheetProperties": {"properties": {"gridProperties": grid}, "fields": "gridProperties"}},
        {"addSheet": {"properties": {"sheetId": 1, "title": "Log", "gridProperties": grid}}},
        {"addNamedRange": {"namedRange": {"namedRangeId": "a", "name": "n", "range": {"endRowIndex": 3}}}},
        {"setBasicFilter": {"filter": {"range": {"sheetId": 1}}}},
    )
    sheet.put("A1", ["b", 2], ["a", 1], ["", True], ["c", 3])
    return sheet


def everything(sheet: Sheet) -> Any:
    found = sheet.good("GET", "", ("includeGridData", "true"))
    return json.loads(json.dumps(found, allow_nan=False))


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.one_of(ONE.map(lambda one: [one]), st.lists(ONE, min_size=2, max_size=4)))
def test_any_batch_is_answered_and_a_refused_one_changes_nothing(requests: list[Any]) -> None:
    sheet = filled()
    before = everything(sheet)
    kept = json.dumps(requests)
    found = sheet.call("POST", ":batchUpdate", body={"requests": requests, "includeSpreadsheetInResponse": True})
    assert json.dumps(requests) == kept, "the body is the caller's"
    after = everything(sheet)
    if found.status == 200:
        assert len(found.body["replies"]) == len(requests)
        _scribble(found.body)
        assert everything(sheet) == after, "the answer is the caller's"
    else:
        assert (found.status, found.body["error"]["status"]) == (400, "INVALID_ARGUMENT")
        assert after == before
    for tab in sheet.api.books[BOOK].tabs:
        assert len(tab.rows) <= tab.row_count
        assert all(len(row) <= tab.column_count for row in tab.rows)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    st.sampled_from(["A1", "B2:C3", "A:A", "2:3", "Log", "Log!C4", "A9", "Z1", "n", "'Log'!E8", "D4:A1"]),
    message("ValueRange"),
    st.sampled_from(["RAW", "USER_ENTERED"]),
    st.sampled_from(["PUT", "append"]),
)
def test_any_values_are_answered_and_refused_ones_change_nothing(where: str, body: Any, option: str, how: str) -> None:
    sheet = filled()
    before = everything(sheet)
    rest = f"/values/{where}:append" if how == "append" else f"/values/{where}"
    query = (("valueInputOption", option), ("includeValuesInResponse", "true"))
    found = sheet.call("POST" if how == "append" else "PUT", rest, *query, body=body)
    json.dumps(found.body, allow_nan=False)
    assert found.status in {200, 400}
    assert everything(sheet) == before or found.status == 200


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text("abcsheets.properties,()/* ", max_size=30), st.text("Log!'$AB:12 né", max_size=12))
def test_any_mask_and_any_range_is_answered(mask: str, where: str) -> None:
    sheet = filled()
    path = f"/v4/spreadsheets/{BOOK}"
    assert sheet.api.handle("GET", path, [("fields", mask)], now=NOON).status in {200, 400}
    assert sheet.api.handle("GET", f"{path}/values/{where}", now=NOON).status in {200, 400, 404}
    assert sheet.api.handle("GET", f"{path}/values:batchGet", [("ranges", where)], now=NOON).status in {200, 400}


def _scribble(value: Any) -> None:
    """Change whatever can be changed."""
    if isinstance(value, dict):
        for one in value.values():
            _scribble(one)
        value.clear()
    elif isinstance(value, list):
        for one in value:
            _scribble(one)
        value.clear()
