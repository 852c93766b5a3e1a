"""The spreadsheet as JSON: what `spreadsheets.get` answers, and the parts of it that replies hold."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from workout_tui.loopback import masks
from workout_tui.loopback.cells import to_data
from workout_tui.loopback.ranges import Dimension

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.loopback.book import Book, Marked
    from workout_tui.loopback.grid import Tab
    from workout_tui.loopback.masks import Mask
    from workout_tui.loopback.ranges import Box
    from workout_tui.loopback.refusal import Body

SIZES = {Dimension.ROWS: 21, Dimension.COLUMNS: 100}
"""pixels of a line that nobody touched"""


def spreadsheet(
    book: Book, mask: Mask, ranges: Sequence[str] = (), *, grid_data: bool = False, editor: str = ""
) -> Body:
    """The spreadsheet.

    Args:
        book: the spreadsheet.
        mask: what of it is asked for.
        ranges: only the tabs of these ranges, and of their cells only those; all when empty.
        grid_data: whether cells are answered.
        editor: the address of the one who asks, who may edit what is protected.

    Raises:
        Refused: a range stands for nothing.
    """
    boxes = [book.box(text) for text in ranges] or [(tab, tab.whole) for tab in book.tabs]
    sheets = []
    for tab in book.tabs:
        wanted = [box for of, box in boxes if of is tab]
        if wanted:
            data = masks.below(masks.below(mask, "sheets"), "data")
            sheets.append(_sheet(book, tab, wanted if grid_data else [], data, editor))
    found: Body = {"spreadsheetId": book.id, "properties": deepcopy(book.properties), "sheets": sheets}
    if book.names:
        found["namedRanges"] = [named_range(key, mark) for key, mark in book.names.items()]
    found["spreadsheetUrl"] = f"https://docs.google.com/spreadsheets/d/{book.id}/edit"
    own = [metadata(key, mark) for key, mark in book.metadata.items() if mark.area.sheet_id < 0]
    if own:
        found["developerMetadata"] = own
    return found


def sheet_properties(book: Book, tab: Tab) -> Body:
    """The properties of a tab."""
    size = {"rowCount": tab.row_count, "columnCount": tab.column_count}
    return {
        "sheetId": tab.id,
        "title": tab.title,
        "index": book.tabs.index(tab),
        "sheetType": "GRID",
        "gridProperties": size | deepcopy(tab.grid_properties),
        **deepcopy(tab.properties),
    }


def named_range(key: str, mark: Marked) -> Body:
    """A named range."""
    return {"namedRangeId": key, "name": mark.settings["name"], "range": mark.area.body()}


def protection(key: int, mark: Marked, editor: str = "") -> Body:
    """A protected range."""
    editors = {"users": [editor]} if editor else {}
    return {"protectedRangeId": key, "range": mark.area.body(), **deepcopy(mark.settings), "editors": editors}


def metadata(key: int, mark: Marked) -> Body:
    """A piece of developer metadata."""
    area = mark.area
    location: Body = {"locationType": "SHEET", "sheetId": area.sheet_id}
    for dimension, name in ((Dimension.ROWS, "ROW"), (Dimension.COLUMNS, "COLUMN")):
        start, end = area.ends(dimension)
        if start is not None:
            lines = {"sheetId": area.sheet_id, "dimension": dimension.value, "startIndex": start, "endIndex": end}
            location = {"locationType": name, "dimensionRange": lines}
    if area.sheet_id < 0:
        location = {"locationType": "SPREADSHEET", "spreadsheet": True}
    return {"metadataId": key, **deepcopy(mark.settings), "location": location}


def _sheet(book: Book, tab: Tab, boxes: list[Box], mask: Mask, editor: str) -> Body:
    found: Body = {"properties": sheet_properties(book, tab)}
    if boxes:
        found["data"] = [_data(tab, box, mask) for box in boxes]
    if tab.filter:
        found["basicFilter"] = {"range": tab.filter.area.body(), **deepcopy(tab.filter.settings)}
    protections = [(key, mark) for key, mark in book.protections.items() if mark.area.sheet_id == tab.id]
    if protections:
        found["protectedRanges"] = [protection(key, mark, editor) for key, mark in protections]
    own = [metadata(key, mark) for key, mark in book.metadata.items() if mark.area.sheet_id == tab.id]
    if own:
        found["developerMetadata"] = own
    return found


def _data(tab: Tab, box: Box, mask: Mask) -> Body:
    """The cells of a rectangle; its place is left out where it is 0, empty rows at its end are."""
    found: Body = {}
    if box.top:
        found["startRow"] = box.top
    if box.left:
        found["startColumn"] = box.left
    if masks.covers(mask, "rowData"):
        rows = [_row_data(tab, row, box) for row in range(box.top, min(box.bottom, len(tab.rows)))]
        while rows and not rows[-1]:
            rows.pop()
        if rows:
            found["rowData"] = rows
    for name, dimension, lines in (
        ("rowMetadata", Dimension.ROWS, box.rows),
        ("columnMetadata", Dimension.COLUMNS, box.columns),
    ):
        if masks.covers(mask, name):
            of = tab.lines.get(dimension, {})
            found[name] = [{"pixelSize": SIZES[dimension], **of.get(line, {})} for line in lines]
    return found


def _row_data(tab: Tab, row: int, box: Box) -> Body:
    cells = [to_data(cell) for cell in tab.row(row)[box.left : box.right]]
    return {"values": cells} if cells else {}
