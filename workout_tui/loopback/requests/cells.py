"""Requests that write cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workout_tui.loopback import entering, masks
from workout_tui.loopback.cells import EMPTY, from_data
from workout_tui.loopback.ranges import Area, Box
from workout_tui.loopback.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.loopback.book import Book
    from workout_tui.loopback.cells import Cell
    from workout_tui.loopback.grid import Tab
    from workout_tui.loopback.masks import Mask
    from workout_tui.loopback.refusal import Body


def append_cells(book: Book, body: Body) -> Body:
    """Rows after the last one with data in the tab, beginning in column A; the tab grows."""
    tab = book.tab(body.get("sheetId") or 0)
    rows = body.get("rows") or []
    mask = masks.parse(body["fields"])
    top = tab.filled
    _fits(rows, tab.column_count)
    tab.grow(top + len(rows), 0)
    book.check_size()
    for row, data in enumerate(rows, start=top):
        _write_row(tab, row, 0, data or {}, mask)
    return {}


def update_cells(book: Book, body: Body) -> Body:
    """Cells from a place on, or those of a range; cells of the range that are not sent are cleared."""
    mask, rows = masks.parse(body["fields"]), body.get("rows") or []
    if body.get("start") is not None:
        start = body["start"]
        tab = book.tab(start.get("sheetId") or 0)
        top, left = start.get("rowIndex") or 0, start.get("columnIndex") or 0
        _inside(tab, top, left, "GridCoordinate.rowIndex", "GridCoordinate.columnIndex")
        box = Box(top, tab.row_count, left, tab.column_count)
    elif body.get("range") is not None:
        tab, box = _box(book, body["range"])
        tab.change(box, lambda cell: from_data(cell, {}, mask))
    else:
        raise Refused("Must specify either start or range.")
    if len(rows) > box.height:
        what = f"row: {box.top + box.height}, beyond the last requested row of: {box.bottom - 1}"
        raise Refused(f"Attempting to write {what}")
    _fits(rows, box.right, box.left)
    for row, data in enumerate(rows, start=box.top):
        _write_row(tab, row, box.left, data or {}, mask)
    return {}


def repeat_cell(book: Book, body: Body) -> Body:
    """One cell's fields in every cell of a range."""
    mask = masks.parse(body["fields"])
    tab, box = _box(book, body["range"])
    tab.change(box, lambda cell: from_data(cell, body["cell"], mask))
    return {}


def copy_paste(book: Book, body: Body) -> Body:
    """A range copied to another; a larger destination takes it several times, a smaller one all of it."""
    source_tab, source = _box(book, body["source"])
    area = Area.read(body["destination"])
    tab = book.tab(area.sheet_id)
    wanted = area.box(tab.row_count, tab.column_count)
    _inside(tab, wanted.top, wanted.left, "destination.startRowIndex", "destination.startColumnIndex")
    cells = source_tab.cells(source)
    if body.get("pasteOrientation") == "TRANSPOSE":
        cells = [list(column) for column in zip(*cells, strict=True)]
    height, width = len(cells), len(cells[0]) if cells else 0
    if not height or not width:
        return {}
    down, across = max(wanted.height // height, 1), max(wanted.width // width, 1)
    tab.grow(wanted.top + down * height, wanted.left + across * width)
    book.check_size()
    paste = _PASTES[body.get("pasteType") or "PASTE_NORMAL"]
    for offset in range(down * height):
        left, row = wanted.left, wanted.top + offset
        old = tab.part(row, left, left + across * width)
        new = cells[offset % height] * across
        tab.put(row, left, [paste(before, copied) for before, copied in zip(old, new, strict=True)])
    return {}


def cut_paste(book: Book, body: Body) -> Body:
    """A range moved to another place; where it was is empty afterwards, formats and all."""
    source_tab, source = _box(book, body["source"])
    start = body["destination"]
    tab = book.tab(start.get("sheetId") or 0)
    top, left = start.get("rowIndex") or 0, start.get("columnIndex") or 0
    _inside(tab, top, left, "destination.rowIndex", "destination.columnIndex")
    taken = source_tab.cells(source)
    for row in source.rows:
        source_tab.clear(row, source.left, source.right)
    tab.grow(top + source.height, left + source.width)
    book.check_size()
    paste = _PASTES[body.get("pasteType") or "PASTE_NORMAL"]
    for row, new in enumerate(taken, start=top):
        old = tab.part(row, left, left + source.width)
        tab.put(row, left, [paste(before, moved) for before, moved in zip(old, new, strict=True)])
    return {}


def find_replace(book: Book, body: Body) -> Body:
    """A text replaced wherever it stands: in a range, a tab or all tabs. Tells how often."""
    if not body["find"]:
        raise Refused("find cannot be empty.")
    try:
        text = body["find"] if body.get("searchByRegex") else re.escape(body["find"])
        pattern = re.compile(text, 0 if body.get("matchCase") else re.IGNORECASE)
    except re.error as error:
        raise Refused(f"Invalid regular expression: {error}.") from error
    replacement = (body.get("replacement") or "").replace("\\", r"\\")
    counts = dict.fromkeys(
        ("valuesChanged", "formulasChanged", "rowsChanged", "sheetsChanged", "occurrencesChanged"), 0
    )
    for tab, box in _searched(book, body):
        _replace_in(tab, box, _Search(pattern, replacement, body), counts)
    return {"findReplace": {name: count for name, count in counts.items() if count}}


class _Search:
    """What is replaced by what."""

    def __init__(self, pattern: re.Pattern[str], replacement: str, body: Body) -> None:
        self._pattern = pattern
        self._replacement = replacement
        self._entire = bool(body.get("matchEntireCell"))
        self._formulas = bool(body.get("includeFormulas"))

    def replaced(self, cell: Cell) -> tuple[Cell, int]:
        """The cell afterwards, and how often the text stood in it."""
        if cell.formula is not None and not self._formulas:
            return cell, 0
        text = cell.formula if cell.formula is not None else cell.shown
        if self._entire and not self._pattern.fullmatch(text):
            return cell, 0
        new, count = self._pattern.subn(self._replacement, text)
        if not count:
            return cell, 0
        return entering.typed(cell, new), count


def _searched(book: Book, body: Body) -> list[tuple[Tab, Box]]:
    if body.get("allSheets"):
        return [(tab, tab.whole) for tab in book.tabs]
    if body.get("range") is not None:
        return [_box(book, body["range"])]
    tab = book.tab(body.get("sheetId") or 0)
    return [(tab, tab.whole)]


def _replace_in(tab: Tab, box: Box, search: _Search, counts: dict[str, int]) -> None:
    before = counts["occurrencesChanged"]
    for row in range(box.top, min(box.bottom, len(tab.rows))):
        old = tab.part(row, box.left, box.right)
        found = [search.replaced(cell) for cell in old]
        if any(count for _, count in found):
            tab.put(row, box.left, [cell for cell, _ in found])
            counts["rowsChanged"] += 1
        for cell, (_, count) in zip(old, found, strict=True):
            counts["occurrencesChanged"] += count
            counts["valuesChanged" if cell.formula is None else "formulasChanged"] += bool(count)
    counts["sheetsChanged"] += counts["occurrencesChanged"] > before


def _write_row(tab: Tab, row: int, left: int, data: Body, mask: Mask) -> None:
    values = data.get("values") or []
    old = tab.part(row, left, left + len(values))
    tab.put(row, left, [from_data(cell, one or {}, mask) for cell, one in zip(old, values, strict=True)])


def _box(book: Book, body: Body) -> tuple[Tab, Box]:
    """The cells of a `GridRange`.

    Raises:
        Refused: it ends beyond the tab.
    """
    area = Area.read(body)
    tab = book.tab(area.sheet_id)
    if (area.bottom or 0) > tab.row_count:
        raise Refused(f"range.endRowIndex[{area.bottom}] is after last row in grid[{tab.row_count}]")
    if (area.right or 0) > tab.column_count:
        raise Refused(f"range.endColumnIndex[{area.right}] is after last column in grid[{tab.column_count}]")
    return tab, area.box(tab.row_count, tab.column_count)


def _inside(tab: Tab, row: int, column: int, row_name: str, column_name: str) -> None:
    if row < 0 or column < 0:
        raise Refused(f"{row_name}[{row}] and {column_name}[{column}] must be at least 0.")
    if row >= tab.row_count:
        raise Refused(f"{row_name}[{row}] is after last row in grid[{tab.row_count}]")
    if column >= tab.column_count:
        raise Refused(f"{column_name}[{column}] is after last column in grid[{tab.column_count}]")


def _fits(rows: list[Body], right: int, left: int = 0) -> None:
    widest = left + max((len((row or {}).get("values") or ()) for row in rows), default=0)
    if widest > right:
        raise Refused(f"Attempting to write column: {right}, beyond the last requested column of: {right - 1}")


def _value_only(old: Cell, copied: Cell) -> Cell:
    return old.holding(copied.value)


def _formula_too(old: Cell, copied: Cell) -> Cell:
    return old.holding(copied.value, copied.formula)


def _everything(_old: Cell, copied: Cell) -> Cell:
    return copied


def _format_only(old: Cell, copied: Cell) -> Cell:
    return type(EMPTY)(old.value, old.formula, copied.format, old.note)


def _nothing(old: Cell, _copied: Cell) -> Cell:
    return old


_PASTES: dict[str, Callable[[Cell, Cell], Cell]] = {
    "PASTE_NORMAL": _everything,
    "PASTE_NO_BORDERS": _everything,
    "PASTE_VALUES": _value_only,
    "PASTE_FORMULA": _formula_too,
    "PASTE_FORMAT": _format_only,
    "PASTE_DATA_VALIDATION": _nothing,
    "PASTE_CONDITIONAL_FORMATTING": _nothing,
}
