"""The values methods: what a range means, what is written, how it is answered."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.loopback.support import BOOK, NOON, Sheet, area


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()


def test_rows_come_without_the_empty_cells_at_their_ends_and_an_empty_range_without_values(sheet: Sheet) -> None:
    sheet.put("A1", ["a", "", "c", ""], ["", "", "", ""], ["d", "", "", ""])
    assert sheet.rows("A1:D4") == [["a", "", "c"], [], ["d"]]
    assert sheet.good("GET", "/values/F1:G9") == {"range": "Sheet1!F1:G9", "majorDimension": "ROWS"}


def test_columns_are_asked_for_by_themselves(sheet: Sheet) -> None:
    sheet.put("A1", ["a", 1], ["", 2], ["c"])
    assert sheet.rows("A1:B3", majorDimension="COLUMNS") == [["a", "", "c"], [1, 2]]
    body = {"majorDimension": "COLUMNS", "values": [["x", "y"], ["z"]]}
    sheet.good("PUT", "/values/D1", ("valueInputOption", "RAW"), body=body)
    assert sheet.rows("D1:E2") == [["x", "z"], ["y"]]


def test_null_leaves_a_cell_alone_and_an_empty_text_clears_it(sheet: Sheet) -> None:
    sheet.put("A1", ["a", "b", "c"])
    found = sheet.put("A1", [None, "", "x"])
    assert sheet.rows() == [["a", "", "x"]]
    assert (found["updatedCells"], found["updatedColumns"]) == (2, 2)


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("0042", 42, "42"),
        ("2,000,000.01", 2000000.01, "2,000,000.01"),
        ("1e3", 1000, "1000"),
        ("12,5", "12,5", "12,5"),
        ("2024-02-29", 45351, "2024-02-29"),
        ("2023-02-29", "2023-02-29", "2023-02-29"),
        ("9/21/2025", 45921, "9/21/2025"),
        ("true", True, "TRUE"),
        ("'=1+1", "=1+1", "=1+1"),
        ("= -(1+2)*3/2", -4.5, "-4.5"),
        ("=1/0", "#DIV/0!", "#DIV/0!"),
        ("=SUM(A1:A3)", "#NAME?", "#NAME?"),
        ("=1/3", 1 / 3, "0.3333333333"),
    ],
)
def test_what_is_typed_is_read_as_the_sheet_reads_it(sheet: Sheet, typed: str, value: Any, shown: str) -> None:
    sheet.put("A1", [typed], option="USER_ENTERED")
    assert sheet.rows("A1") == [[value]]
    assert sheet.rows("A1", valueRenderOption="FORMATTED_VALUE") == [[shown]]


@pytest.mark.parametrize("value", ["=1+1", "+3", "007", "2024-02-29", "TRUE"])
def test_raw_values_are_never_read(sheet: Sheet, value: str) -> None:
    sheet.put("A1", [value])
    assert sheet.rows("A1") == [[value]]


def test_dates_are_numbers_unless_their_text_is_asked_for(sheet: Sheet) -> None:
    sheet.put("A1", ["2024-02-29"], option="USER_ENTERED")
    assert sheet.rows("A1", dateTimeRenderOption="FORMATTED_STRING") == [["2024-02-29"]]
    assert sheet.rows("A1", valueRenderOption="FORMULA") == [[45351]]


@pytest.mark.parametrize(
    ("pattern", "kind", "value", "shown"),
    [
        ("yyyy-mm-dd hh:mm:ss", "DATE_TIME", 45921.75, "2025-09-21 18:00:00"),
        ("ddd, d mmm yy", "DATE", 45921, "Sun, 21 Sep 25"),
        ("h:mm am/pm", "TIME", 0.75, "6:00 PM"),
        ("0.##", "NUMBER", 2.5, "2.5"),
        ("0.##", "NUMBER", 2, "2"),
        ("#,##0.00", "NUMBER", 1234.5, "1,234.50"),
        ("0%", "PERCENT", 0.25, "25%"),
        ("", "DATE", 45921, "9/21/2025"),
    ],
)
def test_numbers_are_shown_by_their_format(sheet: Sheet, pattern: str, kind: str, value: float, shown: str) -> None:
    format_ = {"numberFormat": {"type": kind, "pattern": pattern}}
    cell = {"userEnteredValue": {"numberValue": value}, "userEnteredFormat": format_}
    sheet.batch({"repeatCell": {"range": area(0, 1, 0, 1), "cell": cell, "fields": "*"}})
    assert sheet.rows("A1", valueRenderOption="FORMATTED_VALUE") == [[shown]]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Sheet1", "Sheet1!A1:Z1000"),
        ("'Sheet1'!B2", "Sheet1!B2"),
        ("sheet1!$B$2:C", "Sheet1!B2:C1000"),
        ("D4:A1", "Sheet1!A1:D4"),
        ("2:3", "Sheet1!A2:Z3"),
        ("A1:2", "Sheet1!A1:Z2"),
        ("AA1:AB2", None),
        ("A:ZZ", "Sheet1!A1:Z1000"),
    ],
)
def test_ranges_are_named_as_google_names_them(sheet: Sheet, asked: str, meant: str | None) -> None:
    if meant is None:
        message = sheet.refusal("GET", f"/values/{asked}")
        assert message == f"Range (Sheet1!{asked}) exceeds grid limits. Max rows: 1000, max columns: 26"
    else:
        assert sheet.good("GET", f"/values/{asked}")["range"] == meant


@pytest.mark.parametrize("title", ["It's mine", "Log 2024", "A1", "🏋", "R1C1", "a!b"])
def test_titles_are_quoted_where_they_need_it(sheet: Sheet, title: str) -> None:
    sheet.batch({"addSheet": {"properties": {"title": title}}})
    quoted = "'" + title.replace("'", "''") + "'"
    assert sheet.good("GET", f"/values/{quoted}!B2")["range"] == f"{quoted}!B2"


@pytest.mark.parametrize("wrong", ["Nope!A1", "'Nope'", "A0", "'Sheet1", "Sheet1!", "1A"])
def test_what_names_no_range_is_refused(sheet: Sheet, wrong: str) -> None:
    assert sheet.refusal("GET", f"/values/{wrong}") == f"Unable to parse range: {wrong}"


def test_appended_rows_go_below_the_table_and_only_there(sheet: Sheet) -> None:
    sheet.put("A1", ["h", "i"], ["a", "b"])
    sheet.put("E1", ["own"])
    found = sheet.good(
        "POST", "/values/A1:append", ("valueInputOption", "RAW"), body={"values": [["c", "d"], ["e", "f"]]}
    )
    assert (found["tableRange"], found["updates"]["updatedRange"]) == ("Sheet1!A1:B2", "Sheet1!A3:B4")
    sheet.put("A5", ["below"])
    query = (("valueInputOption", "RAW"), ("insertDataOption", "INSERT_ROWS"))
    sheet.good("POST", "/values/E1:append", *query, body={"values": [["own 2"]]})
    assert sheet.rows("E1:E3") == [["own"], ["own 2"]]
    assert sheet.rows("A1:A6") == [["h"], [], ["a"], ["c"], ["e"], ["below"]], "a whole row was inserted"


def test_ranges_by_grid_survive_the_renaming_of_their_tab(sheet: Sheet) -> None:
    sheet.put("A1", ["a", 1], ["b", 2])
    sheet.batch({"updateSheetProperties": {"properties": {"sheetId": 0, "title": "Other"}, "fields": "title"}})
    columns = {"dataFilters": [{"gridRange": {"sheetId": 0, "startColumnIndex": 1, "endColumnIndex": 2}}]}
    body = {**columns, "majorDimension": "COLUMNS", "valueRenderOption": "UNFORMATTED_VALUE"}
    found = sheet.good("POST", "/values:batchGetByDataFilter", body=body)
    assert found["valueRanges"] == [
        {
            "valueRange": {"range": "Other!B1:B1000", "majorDimension": "COLUMNS", "values": [[1, 2]]},
            "dataFilters": columns["dataFilters"],
        }
    ]


def test_a_refused_write_of_several_ranges_changes_nothing(sheet: Sheet) -> None:
    data = [{"range": "A1", "values": [["a"]]}, {"range": "Nope!A1", "values": [["b"]]}]
    body = {"valueInputOption": "RAW", "data": data}
    assert sheet.refusal("POST", "/values:batchUpdate", body=body) == "Unable to parse range: Nope!A1"
    assert sheet.rows() == []


@pytest.mark.parametrize(
    ("rest", "body", "message"),
    [
        (
            ":batchUpdate",
            {"requests": [{"appendCell": {}}]},
            "Invalid JSON payload received. Unknown name \"appendCell\" at 'requests[0]': Cannot find field.",
        ),
        (
            ":batchUpdate",
            {"requests": [{"insertDimension": {"range": {"dimension": "ROW"}}}]},
            "Invalid value at 'requests[0].insert_dimension.range.dimension'"
            ' (type.googleapis.com/google.apps.sheets.v4.Dimension), "ROW"',
        ),
        (
            ":batchUpdate",
            {"requests": [{"deleteSheet": {"sheetId": "zero"}}]},
            "Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), \"zero\"",
        ),
        (":batchUpdate", {"requests": []}, "Must specify at least one request."),
        (":batchUpdate", {"requests": [{}]}, "Invalid requests[0]: No request set."),
        (
            ":batchUpdate",
            {"requests": [{"copyPaste": {"source": {}}}]},
            "Invalid requests[0].copyPaste: destination is required.",
        ),
        (
            "/values:batchUpdate",
            {"data": [{"range": "A1", "values": [["a"]]}]},
            "'valueInputOption' is required but not specified",
        ),
    ],
)
def test_a_body_that_the_api_does_not_know_is_refused(sheet: Sheet, rest: str, body: Any, message: str) -> None:
    found = sheet.call("POST", rest, body=body)
    assert found.body["error"]["message"] == message
    assert (found.status, found.body["error"]["status"]) == (400, "INVALID_ARGUMENT")


def test_a_mask_answers_only_what_it_names(sheet: Sheet) -> None:
    found = sheet.properties(fields="spreadsheetId,sheets(properties/title,properties.gridProperties(rowCount))")
    properties = {"title": "Sheet1", "gridProperties": {"rowCount": 1000}}
    assert found == {"spreadsheetId": BOOK, "sheets": [{"properties": properties}]}
    assert sheet.good("GET", "/values/A1", ("fields", "range")) == {"range": "Sheet1!A1"}
    assert sheet.properties(fields="*") == sheet.properties(includeGridData="true")


@pytest.mark.parametrize(
    "mask", ["sheets.propertie", "sheets(", "sheets(data.rowData.value)", "properties.title.x", ","]
)
def test_a_mask_for_what_is_not_there_is_refused(sheet: Sheet, mask: str) -> None:
    assert sheet.call("GET", "", ("fields", mask)).status == 400


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v4/spreadsheets/none", 404),
        ("GET", "/v4/spreadsheets/", 404),
        ("DELETE", f"/v4/spreadsheets/{BOOK}", 404),
        ("GET", "/v3/files", 404),
    ],
)
def test_what_is_not_there_is_not_found(sheet: Sheet, method: str, path: str, status: int) -> None:
    assert sheet.api.handle(method, path, now=NOON).status == status


def test_an_unknown_parameter_is_refused(sheet: Sheet) -> None:
    assert "Cannot bind query parameter" in sheet.refusal("GET", "/values/A1", ("valueRender", "FORMULA"))
    assert "Invalid value at 'valueRenderOption'" in sheet.refusal("GET", "/values/A1", ("valueRenderOption", "RAW"))
