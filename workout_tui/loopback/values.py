"""The `values` methods: rows of plain JSON read from ranges and written to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workout_tui.loopback import display, entering, ranges, schema, tables
from workout_tui.loopback.book import bounded
from workout_tui.loopback.enums import ENUMS
from workout_tui.loopback.ranges import Area, Box
from workout_tui.loopback.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_tui.loopback.book import Book
    from workout_tui.loopback.cells import Cell
    from workout_tui.loopback.grid import Tab
    from workout_tui.loopback.refusal import Body

_ENTERING = {"RAW": entering.raw, "USER_ENTERED": entering.typed}


@dataclass(frozen=True, slots=True)
class Render:
    """How values are answered."""

    dimension: str = "ROWS"
    values: str = "FORMATTED_VALUE"
    dates: str = "SERIAL_NUMBER"

    @classmethod
    def read(cls, options: Mapping[str, Any], prefix: str = "") -> Render:
        """The options of a query or a body; in writing they have the prefix `response`.

        Raises:
            Refused: one has a value that does not exist.
        """
        values, dates = "ValueRenderOption", "DateTimeRenderOption"
        return cls(
            _option(options, "majorDimension", "Dimension") or ranges.Dimension.ROWS.value,
            _option(options, f"{prefix}{values}" if prefix else "valueRenderOption", values) or "FORMATTED_VALUE",
            _option(options, f"{prefix}{dates}" if prefix else "dateTimeRenderOption", dates) or "SERIAL_NUMBER",
        )

    def cell(self, cell: Cell) -> Any:
        """A cell's value; an empty cell is an empty text."""
        if cell.blank:
            return ""
        if self.values == "FORMATTED_VALUE":
            return cell.shown
        if self.values == "FORMULA" and cell.formula is not None:
            return cell.formula
        if isinstance(cell.value, bool | str):
            return cell.value
        if self.dates == "FORMATTED_STRING" and display.is_date(cell.number_format):
            return cell.shown
        return display.tidy(cell.value or 0)


def get(book: Book, text: str, render: Render) -> Body:
    """The values of a range."""
    return value_range(*book.box(text), render)


def by_filters(book: Book, body: Body) -> Body:
    """The values of ranges that are given by a `DataFilter`: a `GridRange` survives the renaming of its tab."""
    schema.check(body, "ValuesByDataFilter")
    render = Render.read(body)
    found = []
    for one in body.get("dataFilters") or ():
        if one.get("gridRange") is not None:
            area = Area.read(one["gridRange"])
            tab = book.tab(area.sheet_id)
            box = bounded(tab, area)
        elif one.get("a1Range"):
            tab, box = book.box(one["a1Range"])
        else:
            raise Refused("Must specify a filter.")
        found.append({"valueRange": value_range(tab, box, render), "dataFilters": [one]})
    return {"spreadsheetId": book.id, **({"valueRanges": found} if found else {})}


def value_range(tab: Tab, box: Box, render: Render) -> Body:
    """Values without the empty ones at the ends; without `values` when all are empty."""
    rows = [
        _trimmed([render.cell(cell) for cell in tab.part(row, box.left, box.right)])
        for row in box.rows[: _depth(tab, box)]
    ]
    if render.dimension == "COLUMNS":
        rows = _turned(rows)
    while rows and not rows[-1]:
        rows.pop()
    found: Body = {"range": ranges.a1(tab.title, box), "majorDimension": render.dimension}
    return found | ({"values": rows} if rows else {})


def update(book: Book, text: str, body: Body, options: Mapping[str, Any]) -> Body:
    """Write values to a range, from its first cell on; null leaves a cell alone, an empty text clears it.

    Raises:
        Refused: the range stands for nothing, or the values do not fit.
    """
    schema.check(body, "ValueRange")
    tab, area = book.find(text)
    box = bounded(tab, area)
    rows = _rows(body)
    if area.bottom is not None and area.right is not None and not _single(area):
        _check_fit(tab, box, rows)
    return _written(book, tab, box, rows, options)


def append(book: Book, text: str, body: Body, options: Mapping[str, Any]) -> Body:
    """Write values below the table found in a range."""
    schema.check(body, "ValueRange")
    tab, box = book.box(text)
    rows = _rows(body)
    table = tables.last(tab, box)
    top, left = (table.bottom, table.left) if table else (box.top, box.left)
    if _option(options, "insertDataOption", "InsertDataOption") == "INSERT_ROWS" and table and top < tab.row_count:
        book.insert(tab, ranges.Dimension.ROWS, top, len(rows), inherit=True)
    updates = _written(book, tab, Box(top, top + 1, left, left + 1), rows, options)
    found: Body = {"spreadsheetId": book.id}
    if table:
        found["tableRange"] = ranges.a1(tab.title, table)
    return found | {"updates": updates}


def clear(book: Book, text: str) -> str:
    """Empty a range, but for its formats. Returns the range as Google names it."""
    tab, box = book.box(text)
    tab.change(Box(box.top, min(box.bottom, len(tab.rows)), box.left, box.right), lambda cell: cell.holding(None))
    return ranges.a1(tab.title, box)


def batch_update(book: Book, body: Body) -> Body:
    """Write values to several ranges."""
    schema.check(body, "ValuesBatchUpdate")
    found = [update(book, one.get("range") or "", one, body) for one in body.get("data") or ()]
    names = ("Rows", "Columns", "Cells")
    totals = {f"totalUpdated{name}": sum(one[f"updated{name}"] for one in found) for name in names}
    columns = {column for one in found for column in book.box(one["updatedRange"])[1].columns}
    totals["totalUpdatedColumns"] = len(columns)
    sheets = {one["updatedRange"].rpartition("!")[0] for one in found}
    return {"spreadsheetId": book.id, **totals, "totalUpdatedSheets": len(sheets), "responses": found}


def _written(book: Book, tab: Tab, box: Box, rows: list[list[Any]], options: Mapping[str, Any]) -> Body:
    """Write rows from the first cell of a rectangle on; the tab grows."""
    enter = _ENTERING.get(options.get("valueInputOption") or "")
    if enter is None:
        raise Refused("'valueInputOption' is required but not specified")
    width = max((len(row) for row in rows), default=0)
    tab.grow(box.top + len(rows), box.left + width)
    book.check_size()
    for row, values in enumerate(rows, start=box.top):
        old = tab.part(row, box.left, box.left + len(values))
        new = [cell if value is None else enter(cell, value) for cell, value in zip(old, values, strict=True)]
        tab.put(row, box.left, new)
    target = Box(box.top, box.top + max(len(rows), 1), box.left, box.left + max(width, 1))
    found = {"spreadsheetId": book.id, "updatedRange": ranges.a1(tab.title, target), **_counted(rows)}
    if str(options.get("includeValuesInResponse")).lower() == "true":
        found["updatedData"] = value_range(tab, target, Render.read(options, "response"))
    return found


def _counted(rows: list[list[Any]]) -> Body:
    """How much was written; what is null was not."""
    written = [(row, column) for row, values in enumerate(rows) for column, one in enumerate(values) if one is not None]
    return {
        "updatedRows": len({row for row, _ in written}),
        "updatedColumns": len({column for _, column in written}),
        "updatedCells": len(written),
    }


def _check_fit(tab: Tab, box: Box, rows: list[list[Any]]) -> None:
    width = max((len(row) for row in rows), default=0)
    name = ranges.a1(tab.title, box)
    if len(rows) > box.height:
        raise Refused(f"Requested writing within range [{name}], but tried writing to row [{box.bottom + 1}]")
    if width > box.width:
        raise Refused(
            f"Requested writing within range [{name}], but tried writing to column [{ranges.letters(box.right)}]"
        )


def _single(area: Area) -> bool:
    return area.bottom == (area.top or 0) + 1 and area.right == (area.left or 0) + 1


def _rows(body: Body) -> list[list[Any]]:
    rows: list[list[Any]] = [one or [] for one in body.get("values") or []]
    if body.get("majorDimension") != "COLUMNS":
        return rows
    depth = max((len(column) for column in rows), default=0)
    return [[column[row] if row < len(column) else None for column in rows] for row in range(depth)]


def _turned(rows: list[list[Any]]) -> list[list[Any]]:
    width = max((len(row) for row in rows), default=0)
    return [_trimmed([row[column] if column < len(row) else "" for row in rows]) for column in range(width)]


def _trimmed(values: list[Any]) -> list[Any]:
    while values and values[-1] == "":
        values.pop()
    return values


def _depth(tab: Tab, box: Box) -> int:
    """How many rows of a rectangle may hold something."""
    return max(min(box.bottom, len(tab.rows)) - box.top, 0)


def _option(options: Mapping[str, Any], name: str, kind: str) -> str | None:
    value: str | None = options.get(name) or None
    if value is not None and value not in ENUMS[kind]:
        raise Refused(f"Invalid value at '{name}' (type.googleapis.com/google.apps.sheets.v4.{kind}), \"{value}\"")
    return value
