"""The user at the sheet: what a person with a mouse does to it while the program writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workout_tui.loopback import batch, entering, guarded, values
from workout_tui.loopback.book import Marked
from workout_tui.loopback.ranges import Area, Dimension

if TYPE_CHECKING:
    from workout_tui.loopback.api import Api
    from workout_tui.loopback.book import Book
    from workout_tui.loopback.grid import Tab
    from workout_tui.loopback.refusal import Body

_ROWS, _COLUMNS = Dimension.ROWS, Dimension.COLUMNS


class Hands:
    """A person's hands on one spreadsheet. Rows and columns count from 0, ends are exclusive."""

    def __init__(self, api: Api, book_id: str) -> None:
        self._api = api
        self._book_id = book_id

    @property
    def book(self) -> Book:
        """The spreadsheet as it is now."""
        return self._api.books[self._book_id]

    def rows(self, title: str) -> list[list[Any]]:
        """The values of a tab, as they were entered."""
        with self._api.lock:
            render = values.Render("ROWS", "FORMULA", "SERIAL_NUMBER")
            found: list[list[Any]] = values.get(self.book, _quoted(title), render).get("values", [])
            return found

    def sort(
        self, title: str, column: int, *, descending: bool = False, left: int = 0, right: int | None = None
    ) -> None:
        """Sort all rows below the header by a column; `left` and `right` sort only the cells between: rows are torn."""
        sides: Body = {"startRowIndex": 1, "startColumnIndex": left}
        if right is not None:
            sides["endColumnIndex"] = right
        order = "DESCENDING" if descending else "ASCENDING"
        specs = [{"dimensionIndex": column, "sortOrder": order}]
        self._do({"sortRange": {"range": {"sheetId": self._tab(title).id, **sides}, "sortSpecs": specs}})

    def sort_some(self, title: str, top: int, bottom: int, column: int) -> None:
        """Sort only the rows between."""
        area = {"sheetId": self._tab(title).id, "startRowIndex": top, "endRowIndex": bottom}
        self._do({"sortRange": {"range": area, "sortSpecs": [{"dimensionIndex": column}]}})

    def insert_rows(self, title: str, at: int, count: int = 1) -> None:
        """Insert empty rows before a row."""
        self._do({"insertDimension": {"range": self._lines(title, _ROWS, at, at + count)}})

    def delete_rows(self, title: str, start: int, end: int) -> None:
        """Delete rows."""
        self._do({"deleteDimension": {"range": self._lines(title, _ROWS, start, end)}})

    def insert_columns(self, title: str, at: int, count: int = 1) -> None:
        """Insert empty columns before a column."""
        self._do({"insertDimension": {"range": self._lines(title, _COLUMNS, at, at + count)}})

    def delete_columns(self, title: str, start: int, end: int) -> None:
        """Delete columns."""
        self._do({"deleteDimension": {"range": self._lines(title, _COLUMNS, start, end)}})

    def move_columns(self, title: str, start: int, end: int, to: int) -> None:
        """Drag columns before another one, counted before they leave."""
        self._do({"moveDimension": {"source": self._lines(title, _COLUMNS, start, end), "destinationIndex": to}})

    def hide_columns(self, title: str, start: int, end: int, *, hidden: bool = True) -> None:
        """Hide columns or show them again."""
        lines = self._lines(title, _COLUMNS, start, end)
        change = {"range": lines, "properties": {"hiddenByUser": hidden}, "fields": "hiddenByUser"}
        self._do({"updateDimensionProperties": change})

    def copy_rows(self, title: str, start: int, end: int, to: int, *, width: int | None = None) -> None:
        """Copy rows and paste them elsewhere, with all hidden cells; with `width` only so many columns."""
        sheet_id = self._tab(title).id
        across = {} if width is None else {"startColumnIndex": 0, "endColumnIndex": width}
        source = {"sheetId": sheet_id, "startRowIndex": start, "endRowIndex": end, **across}
        there = {"sheetId": sheet_id, "startRowIndex": to, "endRowIndex": to + end - start, **across}
        self._do({"copyPaste": {"source": source, "destination": there}})

    def move_rows(self, title: str, start: int, end: int, to: int) -> None:
        """Cut rows and paste them over others."""
        sheet_id = self._tab(title).id
        source = {"sheetId": sheet_id, "startRowIndex": start, "endRowIndex": end}
        self._do({"cutPaste": {"source": source, "destination": {"sheetId": sheet_id, "rowIndex": to}}})

    def edit(self, title: str, row: int, column: int, value: Any) -> None:
        """Type a value into a cell; an empty text clears it."""
        with self._api.lock:
            book = self.book.copy()
            tab = _titled(book, title)
            cell = tab.cell(row, column)
            tab.grow(row + 1, column + 1)
            tab.put(row, column, [entering.typed(cell, value)])
            self._api.books[book.id] = book

    def colour(self, title: str, top: int, bottom: int, *, red: float = 1, green: float = 1, blue: float = 0) -> None:
        """Mark rows with a colour."""
        area = {"sheetId": self._tab(title).id, "startRowIndex": top, "endRowIndex": bottom}
        colour = {"red": red, "green": green, "blue": blue}
        cell = {"userEnteredFormat": {"backgroundColor": colour}}
        self._do({"repeatCell": {"range": area, "cell": cell, "fields": "userEnteredFormat.backgroundColor"}})

    def rename(self, title: str, to: str) -> None:
        """Give a tab another name."""
        change = {"properties": {"sheetId": self._tab(title).id, "title": to}, "fields": "title"}
        self._do({"updateSheetProperties": change})

    def add_tab(self, title: str) -> None:
        """Make a tab of their own."""
        self._do({"addSheet": {"properties": {"title": title}}})

    def delete_tab(self, title: str) -> None:
        """Delete a tab."""
        self._do({"deleteSheet": {"sheetId": self._tab(title).id}})

    def protect(self, title: str, top: int = 0, bottom: int | None = None) -> None:
        """Keep everybody else from editing rows, all of them if none are named."""
        with self._api.lock:
            book = self.book.copy()
            area = Area(_titled(book, title).id, top, bottom)
            book.protections[book.new_id()] = Marked(area, guarded.KEEPS_OUT)
            self._api.books[book.id] = book

    def share(self, *, shared: bool, edit: bool = True) -> None:
        """Share the spreadsheet with the program, to edit or only to look at, or take that back."""
        with self._api.lock:
            (self._api.closed.discard if shared else self._api.closed.add)(self._book_id)
            (self._api.read_only.discard if edit else self._api.read_only.add)(self._book_id)

    def trash(self) -> None:
        """Throw the whole spreadsheet away."""
        with self._api.lock:
            del self._api.books[self._book_id]

    def _tab(self, title: str) -> Tab:
        return _titled(self.book, title)

    def _lines(self, title: str, dimension: Dimension, start: int, end: int) -> Body:
        sheet_id = self._tab(title).id
        return {"sheetId": sheet_id, "dimension": dimension.value, "startIndex": start, "endIndex": end}

    def _do(self, *requests: Body) -> None:
        """Do what the API could, in one go."""
        with self._api.lock:
            book, _ = batch.update(self.book, {"requests": list(requests)}, by_owner=True)
            self._api.books[book.id] = book


def _quoted(title: str) -> str:
    return "'" + title.replace("'", "''") + "'"


def _titled(book: Book, title: str) -> Tab:
    tab = book.titled(title)
    if tab is None:
        raise KeyError(title)
    return tab
