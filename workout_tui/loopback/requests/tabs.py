"""Requests about whole tabs and the spreadsheet."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from workout_tui.loopback import answers, masks
from workout_tui.loopback.grid import Tab
from workout_tui.loopback.refusal import Refused

if TYPE_CHECKING:
    from workout_tui.loopback.book import Book
    from workout_tui.loopback.refusal import Body


def add_sheet(book: Book, body: Body) -> Body:
    """A new tab; its id and title may be chosen, but not one that exists."""
    wanted = deepcopy(body.get("properties") or {})
    sheet_id = wanted.pop("sheetId", None)
    tab = Tab(_free_id(book, sheet_id), "")
    book.tabs.insert(_place(book, wanted.pop("index", None)), tab)
    number = len(book.tabs)
    while book.titled(f"Sheet{number}"):
        number += 1
    _set(book, tab, {"title": f"Sheet{number}", **{name: one for name, one in wanted.items() if one is not None}})
    book.check_size()
    return {"addSheet": {"properties": answers.sheet_properties(book, tab)}}


def delete_sheet(book: Book, body: Body) -> Body:
    """A tab is gone, and all that clung to its cells."""
    tab = book.tab(body.get("sheetId") or 0)
    if len(book.tabs) == 1:
        raise Refused("You can't remove all the sheets in a document.")
    book.tabs.remove(tab)
    book.forget(tab)
    if all(one.properties.get("hidden") for one in book.tabs):
        raise Refused("You can't remove all the visible sheets in a document.")
    return {}


def duplicate_sheet(book: Book, body: Body) -> Body:
    """A tab like another, cells and formats."""
    source = book.tab(body.get("sourceSheetId") or 0)
    tab = source.copy()
    tab.id = _free_id(book, body.get("newSheetId"))
    tab.title = ""
    title = body.get("newSheetName") or f"Copy of {source.title}"
    book.tabs.insert(_place(book, body.get("insertSheetIndex") or 0), tab)
    _set(book, tab, {"title": title})
    book.check_size()
    return {"duplicateSheet": {"properties": answers.sheet_properties(book, tab)}}


def update_sheet_properties(book: Book, body: Body) -> Body:
    """Rename, hide, move, freeze, resize."""
    mask = masks.parse(body["fields"])
    wanted = deepcopy(body["properties"])
    tab = book.tab(wanted.get("sheetId") or 0)
    before = answers.sheet_properties(book, tab)
    after = masks.merged(before, wanted, mask)
    if after.get("sheetId") != tab.id and mask.get("sheetId") is not None:
        raise Refused("The sheet ID cannot be changed.")
    index = after.pop("index", 0)
    if index != before["index"]:
        # the place is counted as if the tab still stood where it was
        after_itself = index > before["index"]
        book.tabs.remove(tab)
        book.tabs.insert(_place(book, index - after_itself), tab)
    _set(book, tab, after)
    book.check_size()
    return {}


def update_spreadsheet_properties(book: Book, body: Body) -> Body:
    """Rename the spreadsheet, set its locale or time zone."""
    book.properties = masks.merged(book.properties, deepcopy(body["properties"]), masks.parse(body["fields"]))
    return {}


def _set(book: Book, tab: Tab, properties: Body) -> None:
    """Give a tab all of its properties."""
    title = properties.get("title", "")
    other = book.titled(title)
    if other not in (None, tab):
        raise Refused(f'A sheet with the name "{title}" already exists. Please enter another name.')
    if not title:
        raise Refused("Sheet name cannot be empty.")
    tab.title = title
    grid = {name: one for name, one in (properties.get("gridProperties") or {}).items() if one}
    rows, columns = grid.pop("rowCount", tab.row_count), grid.pop("columnCount", tab.column_count)
    if rows < 1 or columns < 1 or min(grid.get("frozenRowCount", 0), grid.get("frozenColumnCount", 0)) < 0:
        raise Refused("The number of rows and columns must be positive.")
    if grid.get("frozenRowCount", 0) >= rows or grid.get("frozenColumnCount", 0) >= columns:
        raise Refused("You can't freeze all visible rows or columns on the sheet.")
    tab.resize(rows, columns)
    tab.grid_properties = grid
    known = {"sheetId", "title", "index", "sheetType", "gridProperties"}
    tab.properties = {name: one for name, one in properties.items() if name not in known and one}
    if all(one.properties.get("hidden") for one in book.tabs):
        raise Refused("You can't hide all the sheets in a document.")


def _place(book: Book, wanted: int | None) -> int:
    """The place of a new tab; the last one when none is asked for."""
    if wanted is None:
        return len(book.tabs)
    if not 0 <= wanted <= len(book.tabs):
        raise Refused(f"Sheet index {wanted} is out of bounds: there are {len(book.tabs)} sheets.")
    return wanted


def _free_id(book: Book, wanted: int | None) -> int:
    if wanted is None:
        return book.new_id()
    if wanted < 0:
        raise Refused(f"The sheet ID must be non-negative: {wanted}")
    if any(tab.id == wanted for tab in book.tabs):
        raise Refused(f"A sheet with the ID {wanted} already exists.")
    return wanted
