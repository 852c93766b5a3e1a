"""The requests of a batchUpdate: what they do to the cells, and that all are done or none."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.loopback.support import Sheet, area, lines, text_cells


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()


def append(*rows: Any, sheet: int = 0) -> Any:
    return {"appendCells": {"sheetId": sheet, "rows": [text_cells(*row) for row in rows], "fields": "userEnteredValue"}}


def test_appended_cells_stand_below_the_last_row_with_data_and_in_the_first_column(sheet: Sheet) -> None:
    sheet.put("F7", ["the user's own"])
    sheet.batch(append(("a", 1.5), ("=b", True)))
    assert sheet.rows("A8:B9") == [["a", 1.5], ["=b", True]]


def test_coloured_cells_without_values_are_no_data(sheet: Sheet) -> None:
    red = {"userEnteredFormat": {"backgroundColor": {"red": 1}}}
    sheet.batch({"repeatCell": {"range": area(0, 10, 0, 3), "cell": red, "fields": "userEnteredFormat"}}, append("a"))
    assert sheet.rows("A1") == [["a"]]


def test_appending_makes_room(sheet: Sheet) -> None:
    grid = {"rowCount": 2, "columnCount": 2}
    fields = "gridProperties(rowCount,columnCount)"
    sheet.batch({"updateSheetProperties": {"properties": {"sheetId": 0, "gridProperties": grid}, "fields": fields}})
    sheet.batch(append(("a",), ("b",), ("c",)))
    assert sheet.rows() == [["a"], ["b"], ["c"]]
    assert sheet.properties()["sheets"][0]["properties"]["gridProperties"] == {"rowCount": 3, "columnCount": 2}


def test_a_batch_with_one_bad_request_changes_nothing(sheet: Sheet) -> None:
    sheet.put("A1", ["before"])
    found = sheet.refused(
        append("x"),
        {"insertDimension": {"range": lines(0, 1)}},
        {"updateSheetProperties": {"properties": {"title": "Other"}, "fields": "title"}},
        append("y", sheet=77),
    )
    assert found == "Invalid requests[3].appendCells: No grid with id: 77"
    assert sheet.rows() == [["before"]]
    assert sheet.properties()["sheets"][0]["properties"]["title"] == "Sheet1"


def test_only_the_fields_of_the_mask_are_written(sheet: Sheet) -> None:
    bold = {"userEnteredFormat": {"textFormat": {"bold": True}}, "note": "n"}
    whole = {"rows": [{"values": [bold]}], "start": {"sheetId": 0}, "fields": "userEnteredFormat,note"}
    sheet.batch({"updateCells": whole}, append("kept"))
    date = {"userEnteredValue": {"numberValue": 45921}, "userEnteredFormat": {"numberFormat": {"type": "DATE"}}}
    fields = "userEnteredValue,userEnteredFormat.numberFormat"
    sheet.batch({"updateCells": {"rows": [{"values": [date]}], "start": {"sheetId": 0}, "fields": fields}})
    cell = sheet.properties(includeGridData="true")["sheets"][0]["data"][0]["rowData"][0]["values"][0]
    assert cell["userEnteredFormat"] == {"textFormat": {"bold": True}, "numberFormat": {"type": "DATE"}}
    assert (cell["note"], cell["formattedValue"], cell["effectiveValue"]) == ("n", "9/21/2025", {"numberValue": 45921})


def test_a_range_that_is_updated_is_cleared_where_nothing_is_sent(sheet: Sheet) -> None:
    sheet.put("A1", ["a", "b"], ["c", "d"], ["e", "f"])
    sheet.batch({"updateCells": {"range": area(0, 2, 0, 2), "rows": [text_cells("x")], "fields": "userEnteredValue"}})
    assert sheet.rows() == [["x"], [], ["e", "f"]]


def test_a_cell_left_empty_in_updateCells_is_cleared_when_the_mask_names_its_value(sheet: Sheet) -> None:  # noqa: N802
    sheet.put("A1", ["a", "b"])
    row = {"values": [{}, {"userEnteredValue": {"stringValue": "x"}}]}
    sheet.batch({"updateCells": {"start": {"sheetId": 0}, "rows": [row], "fields": "userEnteredValue"}})
    assert sheet.rows() == [["", "x"]]


def test_inserted_rows_push_down_names_protections_and_the_filter(sheet: Sheet) -> None:
    sheet.put("A1", ["head"], ["one"], ["two"])
    sheet.batch(
        {"addNamedRange": {"namedRange": {"name": "here", "range": area(1, 3, 0, 1)}}},
        {"addProtectedRange": {"protectedRange": {"range": area(2, 3, 0, 1), "warningOnly": True}}},
        {"setBasicFilter": {"filter": {"range": area(0, 3, 0, 2)}}},
        {"insertDimension": {"range": lines(2, 4)}},
    )
    found = sheet.properties()
    assert found["namedRanges"][0]["range"] == {
        "startRowIndex": 1,
        "endRowIndex": 5,
        "startColumnIndex": 0,
        "endColumnIndex": 1,
    }
    assert found["sheets"][0]["protectedRanges"][0]["range"]["startRowIndex"] == 4
    assert found["sheets"][0]["basicFilter"]["range"]["endRowIndex"] == 5
    assert sheet.rows("here") == [["one"], [], [], ["two"]]


def test_deleted_columns_take_what_clung_to_them_alone(sheet: Sheet) -> None:
    sheet.put("A1", ["a", "b", "c"])
    sheet.batch(
        {"addNamedRange": {"namedRange": {"name": "gone", "range": area(0, 1, 1, 2)}}},
        {
            "updateDimensionProperties": {
                "range": lines(2, 3, "COLUMNS"),
                "properties": {"hiddenByUser": True},
                "fields": "*",
            }
        },
        {"deleteDimension": {"range": lines(1, 2, "COLUMNS")}},
    )
    assert sheet.rows() == [["a", "c"]]
    assert "namedRanges" not in sheet.properties()
    columns = sheet.properties(fields="sheets.data.columnMetadata.hiddenByUser")["sheets"][0]["data"][0][
        "columnMetadata"
    ]
    assert columns[:3] == [{}, {"hiddenByUser": True}, {}]


def test_columns_are_moved_with_all_they_hold(sheet: Sheet) -> None:
    sheet.put("A1", ["a", "b", "c", "d"])
    sheet.batch({"moveDimension": {"source": lines(0, 1, "COLUMNS"), "destinationIndex": 3}})
    assert sheet.rows() == [["b", "c", "a", "d"]]
    sheet.batch({"moveDimension": {"source": lines(2, 4, "COLUMNS"), "destinationIndex": 0}})
    assert sheet.rows() == [["a", "d", "b", "c"]]


def test_a_sort_moves_only_the_cells_of_its_range(sheet: Sheet) -> None:
    sheet.put("A1", ["b", 1, "x"], ["", 2, "y"], ["A", 3, "z"], [7, 4, "w"])
    sheet.batch({"sortRange": {"range": area(0, 4, 0, 2), "sortSpecs": [{"dimensionIndex": 0}]}})
    assert sheet.rows() == [[7, 4, "x"], ["A", 3, "y"], ["b", 1, "z"], ["", 2, "w"]]
    down = [{"dimensionIndex": 0, "sortOrder": "DESCENDING"}]
    sheet.batch({"sortRange": {"range": {"sheetId": 0}, "sortSpecs": down}})
    assert sheet.rows() == [["b", 1, "z"], ["A", 3, "y"], [7, 4, "x"], ["", 2, "w"]], "empty cells stay last"


def test_a_filter_with_an_order_sorts_below_its_header(sheet: Sheet) -> None:
    sheet.put("A1", ["head"], [3], [1], [2])
    specs = [{"dimensionIndex": 0, "sortOrder": "ASCENDING"}]
    sheet.batch({"setBasicFilter": {"filter": {"range": {"sheetId": 0}, "sortSpecs": specs}}})
    assert sheet.rows() == [["head"], [1], [2], [3]]


def test_of_duplicates_the_first_stays_and_what_stands_beside_is_not_moved(sheet: Sheet) -> None:
    sheet.put("A1", ["k1", 1, "i"], ["K1", 2, "ii"], ["k2", 3, "iii"], ["k1", 4, "iv"])
    found = sheet.batch(
        {"deleteDuplicates": {"range": area(0, 4, 0, 2), "comparisonColumns": [lines(0, 1, "COLUMNS")]}}
    )
    assert found["replies"] == [{"deleteDuplicates": {"duplicatesRemovedCount": 2}}]
    assert sheet.rows() == [["k1", 1, "i"], ["k2", 3, "ii"], ["", "", "iii"], ["", "", "iv"]]


def test_values_are_pasted_without_formulas_and_formats(sheet: Sheet) -> None:
    sheet.put("A1", ["=1+1", "2024-01-02"], option="USER_ENTERED")
    paste = {"source": area(0, 1, 0, 2), "destination": area(4, 5, 0, 2), "pasteType": "PASTE_VALUES"}
    sheet.batch({"copyPaste": paste})
    assert sheet.rows("A5:B5", valueRenderOption="FORMULA") == [[2, 45293]]
    assert sheet.rows("A5:B5", valueRenderOption="FORMATTED_VALUE") == [["2", "45293"]]


def test_a_paste_of_everything_repeats_to_fill_its_place(sheet: Sheet) -> None:
    sheet.put("A1", ["=1+1", "b"], option="USER_ENTERED")
    sheet.batch({"copyPaste": {"source": area(0, 1, 0, 2), "destination": area(1, 3, 0, 2)}})
    assert sheet.rows(valueRenderOption="FORMULA") == [["=1+1", "b"]] * 3


def test_a_paste_goes_to_another_tab(sheet: Sheet) -> None:
    sheet.put("A1", ["a"])
    sheet.batch(
        {"addSheet": {"properties": {"sheetId": 5, "title": "Journal", "hidden": True}}},
        {"copyPaste": {"source": area(0, 1, 0, 1), "destination": area(0, 1, 2, 3, sheet=5)}},
    )
    assert sheet.rows("Journal!C1") == [["a"]]


def test_rows_that_are_cut_leave_their_place_empty(sheet: Sheet) -> None:
    sheet.put("A1", ["a", 1, "x"], ["b", 2, "y"], ["c", 3, "z"])
    sheet.batch({"cutPaste": {"source": area(0, 2, 0, 2), "destination": {"rowIndex": 1}}})
    assert sheet.rows() == [["", "", "x"], ["a", 1, "y"], ["b", 2, "z"]]


def test_columns_get_as_wide_as_what_they_hold(sheet: Sheet) -> None:
    sheet.put("A1", ["Bench Press"])
    sheet.batch({"autoResizeDimensions": {"dimensions": lines(0, 2, "COLUMNS")}})
    columns = sheet.properties(fields="sheets.data.columnMetadata.pixelSize")["sheets"][0]["data"][0]["columnMetadata"]
    assert [one["pixelSize"] for one in columns[:2]] == [83, 100]


def test_one_tab_at_least_stays_visible(sheet: Sheet) -> None:
    sheet.batch({"addSheet": {"properties": {"sheetId": 5, "title": "Journal", "hidden": True}}})
    hide = {"updateSheetProperties": {"properties": {"hidden": True}, "fields": "hidden"}}
    assert "can't hide all the sheets" in sheet.refused(hide)
    assert "can't remove all the visible sheets" in sheet.refused({"deleteSheet": {"sheetId": 0}})


def test_find_and_replace_tells_what_it_did(sheet: Sheet) -> None:
    sheet.put("A1", ["key-1", "key-10", "KEY-1"], ["other", "key-1"])
    exact = {"find": "key-1", "replacement": "gone", "matchCase": True, "matchEntireCell": True, "sheetId": 0}
    found = sheet.batch({"findReplace": exact})
    assert found["replies"][0]["findReplace"] == {
        "valuesChanged": 2,
        "rowsChanged": 2,
        "sheetsChanged": 1,
        "occurrencesChanged": 2,
    }
    assert sheet.rows() == [["gone", "key-10", "KEY-1"], ["other", "gone"]]
    assert sheet.batch({"findReplace": {"find": "nowhere", "allSheets": True}})["replies"] == [{"findReplace": {}}]


def test_a_tab_with_a_taken_id_or_title_is_refused(sheet: Sheet) -> None:
    sheet.batch({"addSheet": {"properties": {"sheetId": 5, "title": "Log"}}})
    assert "already exists" in sheet.refused({"addSheet": {"properties": {"sheetId": 5, "title": "Log 2"}}})
    found = sheet.refused({"addSheet": {"properties": {"title": "log"}}})
    assert found == (
        'Invalid requests[0].addSheet: A sheet with the name "log" already exists. Please enter another name.'
    )


def test_ids_of_names_protections_and_metadata_are_taken_once(sheet: Sheet) -> None:
    name = {"addNamedRange": {"namedRange": {"namedRangeId": "wt1", "name": "n", "range": area(0, 1, 0, 1)}}}
    meta = {"metadataId": 9, "metadataKey": "k", "location": {"spreadsheet": True}, "visibility": "DOCUMENT"}
    sheet.batch(name, {"createDeveloperMetadata": {"developerMetadata": meta}})
    assert "already exists" in sheet.refused(name)
    assert "already exists" in sheet.refused({"createDeveloperMetadata": {"developerMetadata": meta}})
    sheet.batch({"deleteNamedRange": {"namedRangeId": "wt1"}}, name)
    assert sheet.properties()["developerMetadata"][0]["location"] == {
        "locationType": "SPREADSHEET",
        "spreadsheet": True,
    }


def test_a_tab_is_copied_deleted_and_moved(sheet: Sheet) -> None:
    sheet.put("A1", ["a"])
    copy = {"sourceSheetId": 0, "newSheetId": 8, "newSheetName": "Copy", "insertSheetIndex": 1}
    sheet.batch({"duplicateSheet": copy}, {"addSheet": {"properties": {"sheetId": 9, "title": "Third"}}})
    assert sheet.rows("Copy") == [["a"]]
    sheet.batch({"updateSheetProperties": {"properties": {"sheetId": 9, "index": 0}, "fields": "index"}})
    assert [one["properties"]["sheetId"] for one in sheet.properties()["sheets"]] == [9, 0, 8]
    sheet.batch({"deleteSheet": {"sheetId": 0}})
    assert sheet.refused(append("a")) == "Invalid requests[0].appendCells: No grid with id: 0"


def test_the_answer_holds_the_cells_that_are_asked_for(sheet: Sheet) -> None:
    body = {
        "requests": [append(("k", 1), ("l", 2))],
        "includeSpreadsheetInResponse": True,
        "responseIncludeGridData": True,
        "responseRanges": ["Sheet1!A1:B1", "Sheet1!B2"],
    }
    mask = "updatedSpreadsheet.sheets(properties.sheetId,data(startRow,startColumn,rowData.values.effectiveValue))"
    found = sheet.good("POST", ":batchUpdate", ("fields", mask), body=body)
    value = {"effectiveValue": {"numberValue": 1}}
    assert found == {
        "updatedSpreadsheet": {
            "sheets": [
                {
                    "properties": {"sheetId": 0},
                    "data": [
                        {"rowData": [{"values": [{"effectiveValue": {"stringValue": "k"}}, value]}]},
                        {
                            "startRow": 1,
                            "startColumn": 1,
                            "rowData": [{"values": [{"effectiveValue": {"numberValue": 2}}]}],
                        },
                    ],
                }
            ]
        }
    }


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (
            {"appendCells": {"rows": []}},
            "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
        ),
        (
            {"updateCells": {"start": {"rowIndex": 5000}, "rows": [], "fields": "*"}},
            "GridCoordinate.rowIndex[5000] is after last row in grid[1000]",
        ),
        (
            {"insertDimension": {"range": lines(1000, 1001)}},
            "range.startIndex[1000] must be less than the grid size (1000) if inheritFromBefore is false.",
        ),
        ({"deleteDimension": {"range": lines(0, 1000)}}, "You can't delete all the rows on the sheet."),
        ({"deleteDimension": {"range": lines(3, 1001)}}, "range.endIndex[1001] is after last row in grid[1000]"),
        (
            {"appendCells": {"rows": [text_cells(*"a" * 27)], "fields": "*"}},
            "Attempting to write column: 26, beyond the last requested column of: 25",
        ),
        (
            {"appendCells": {"rows": [text_cells("a" * 50_001)], "fields": "*"}},
            "Your input contains more than the maximum of 50000 characters in a single cell.",
        ),
        (
            {"appendDimension": {"dimension": "ROWS", "length": 400_000}},
            "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
        ),
        ({"deleteSheet": {"sheetId": 0}}, "You can't remove all the sheets in a document."),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(sheet: Sheet, request_: dict[str, Any], message: str) -> None:
    assert sheet.refused(request_) == f"Invalid requests[0].{next(iter(request_))}: {message}"
    assert sheet.rows() == []


def test_ten_thousand_rows_are_appended_to_without_copying_them(sheet: Sheet) -> None:
    sheet.put("A1", *([f"k{n}", n] for n in range(10_000)))
    before = sheet.api.books["a-book"].tabs[0].rows
    sheet.batch(append("new"))
    after = sheet.api.books["a-book"].tabs[0].rows
    assert after is not before
    assert all(one is other for one, other in zip(before, after, strict=False))
