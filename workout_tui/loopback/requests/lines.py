"""Requests about rows and columns: they come, go, move, hide, and are sorted."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from workout_tui.loopback import answers, masks, sorting
from workout_tui.loopback.ranges import Area, Dimension
from workout_tui.loopback.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.loopback.book import Book
    from workout_tui.loopback.grid import Tab
    from workout_tui.loopback.refusal import Body


def insert_dimension(book: Book, body: Body) -> Body:
    """Empty rows or columns before a place."""
    tab, dimension, start, end = _lines(book, body["range"])
    inherit = bool(body.get("inheritFromBefore"))
    extent = tab.extent(dimension)
    if start > extent or (start == extent and not inherit):
        raise Refused(
            f"range.startIndex[{start}] must be less than the grid size ({extent}) if inheritFromBefore is false."
        )
    if inherit and start == 0:
        raise Refused("inheritFromBefore cannot be true if range.startIndex is 0.")
    book.insert(tab, dimension, start, end - start, inherit=inherit)
    book.check_size()
    return {}


def append_dimension(book: Book, body: Body) -> Body:
    """Empty rows or columns at the end."""
    tab = book.tab(body.get("sheetId") or 0)
    dimension, length = Dimension(body["dimension"]), body.get("length") or 0
    if length < 1:
        raise Refused("length must be greater than 0.")
    rows, columns = (length, 0) if dimension is Dimension.ROWS else (0, length)
    tab.resize(tab.row_count + rows, tab.column_count + columns)
    book.check_size()
    return {}


def delete_dimension(book: Book, body: Body) -> Body:
    """Rows or columns are gone, with what stood in them."""
    tab, dimension, start, end = _within(book, body["range"])
    if end - start >= tab.extent(dimension):
        raise Refused(f"You can't delete all the {dimension.lower()} on the sheet.")
    book.delete(tab, dimension, start, end)
    return {}


def move_dimension(book: Book, body: Body) -> Body:
    """Rows or columns go to another place; where to is counted before they leave."""
    tab, dimension, start, end = _within(book, body["source"])
    to = body.get("destinationIndex") or 0
    if start < to < end or to > tab.extent(dimension):
        raise Refused(f"destinationIndex[{to}] is within the range that is moved, or beyond the grid.")
    others = [index for index in range(tab.extent(dimension)) if not start <= index < end]
    place = sum(index < to for index in others)
    tab.reorder(dimension, [*others[:place], *range(start, end), *others[place:]])
    return {}


def update_dimension_properties(book: Book, body: Body) -> Body:
    """Hide rows or columns, or set how wide they are."""
    tab, dimension, start, end = _within(book, body["range"])
    mask, wanted = masks.parse(body["fields"]), deepcopy(body["properties"])
    tab.set_lines(dimension, range(start, end), lambda old: masks.merged(old, wanted, mask))
    return {}


def auto_resize_dimensions(book: Book, body: Body) -> Body:
    """As wide as what stands in them, by a rule of thumb: seven pixels a letter."""
    tab, dimension, start, end = _within(book, body["dimensions"])
    for index in range(start, end):
        lines = (tab.cell(row, index).shown for row in range(len(tab.rows)))
        longest = max((len(text) for text in lines), default=0) if dimension is Dimension.COLUMNS else 0
        tab.set_lines(dimension, [index], _sized(7 * longest + 6 if longest else answers.SIZES[dimension]))
    return {}


def sort_range(book: Book, body: Body) -> Body:
    """The rows of a range in another order; what stands beside the range stays where it is."""
    area = Area.read(body["range"])
    tab = book.tab(area.sheet_id)
    sorting.sort(tab, area.box(tab.row_count, tab.column_count), body["sortSpecs"])
    return {}


def delete_duplicates(book: Book, body: Body) -> Body:
    """Of the rows of a range that are equal in the columns compared, whatever their case, the first one stays.

    The cells below move up, within the range alone.
    """
    area = Area.read(body["range"])
    tab = book.tab(area.sheet_id)
    box = area.box(tab.row_count, tab.column_count)
    if not box.width:
        raise Refused("The range has no columns.")
    compared = [index for one in body.get("comparisonColumns") or () for index in _span(one)] or list(box.columns)
    seen: set[tuple[str, ...]] = set()
    kept = []
    for row in range(box.top, min(box.bottom, tab.filled)):
        key = tuple(tab.cell(row, column).shown.casefold() for column in compared)
        if key not in seen:
            kept.append(tab.part(row, box.left, box.right))
        seen.add(key)
    removed = max(min(box.bottom, tab.filled) - box.top, 0) - len(kept)
    for row, cells in zip(range(box.top, box.top + len(kept)), kept, strict=True):
        tab.put(row, box.left, cells)
    for row in range(box.top + len(kept), box.top + len(kept) + removed):
        tab.clear(row, box.left, box.right)
    return {"deleteDuplicates": {"duplicatesRemovedCount": removed} if removed else {}}


def _sized(pixels: int) -> Callable[[Body], Body]:
    return lambda old: old | {"pixelSize": pixels}


def _lines(book: Book, body: Body) -> tuple[Tab, Dimension, int, int]:
    """Which lines a `DimensionRange` means."""
    tab = book.tab(body.get("sheetId") or 0)
    if not body.get("dimension"):
        raise Refused("No dimension is set.")
    dimension = Dimension(body["dimension"])
    end = body.get("endIndex")
    start = body.get("startIndex") or 0
    end = tab.extent(dimension) if end is None else end
    if start < 0 or end <= start:
        raise Refused(f"range.endIndex[{end}] must be greater than range.startIndex[{start}].")
    return tab, dimension, start, end


def _within(book: Book, body: Body) -> tuple[Tab, Dimension, int, int]:
    """As `_lines`, where all of them have to exist.

    Raises:
        Refused: some do not.
    """
    tab, dimension, start, end = _lines(book, body)
    extent = tab.extent(dimension)
    if end > extent:
        line = "row" if dimension is Dimension.ROWS else "column"
        raise Refused(f"range.endIndex[{end}] is after last {line} in grid[{extent}]")
    return tab, dimension, start, end


def _span(body: Body) -> range:
    return range(body.get("startIndex") or 0, body.get("endIndex") or 0)
