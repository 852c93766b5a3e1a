"""The order of rows: numbers before texts before truths, empty cells last whichever way it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.loopback.refusal import Refused

if TYPE_CHECKING:
    from workout_tui.loopback.cells import Cell
    from workout_tui.loopback.grid import Tab
    from workout_tui.loopback.ranges import Box
    from workout_tui.loopback.refusal import Body


def sort(tab: Tab, box: Box, specs: list[Body]) -> None:
    """Sort the rows of a rectangle; what stands beside it stays. Rows that are equal keep their order.

    Raises:
        Refused: a column to sort by is not of the rectangle.
    """
    for spec in specs:
        if (spec.get("dimensionIndex") or 0) not in box.columns:
            raise Refused(f"sortSpecs.dimensionIndex[{spec.get('dimensionIndex') or 0}] is not within the range.")
    bottom = min(box.bottom, len(tab.rows))
    rows = [tab.part(row, box.left, box.right) for row in range(box.top, bottom)]
    for spec in reversed(specs):
        column = (spec.get("dimensionIndex") or 0) - box.left
        rows = _sorted(rows, column, descending=spec.get("sortOrder") == "DESCENDING")
    for row, cells in enumerate(rows, start=box.top):
        tab.put(row, box.left, cells)


def by_filter(tab: Tab) -> None:
    """Sort as the tab's filter says, below its header."""
    if tab.filter is None:
        return
    specs = tab.filter.settings.get("sortSpecs") or []
    box = tab.filter.area.box(tab.row_count, tab.column_count)
    sort(tab, type(box)(box.top + 1, box.bottom, box.left, box.right), specs)


def _sorted(rows: list[list[Cell]], column: int, *, descending: bool) -> list[list[Cell]]:
    filled = [row for row in rows if not row[column].blank]
    blank = [row for row in rows if row[column].blank]
    return sorted(filled, key=lambda row: _key(row[column]), reverse=descending) + blank


def _key(cell: Cell) -> tuple[int, float, str]:
    value = cell.value
    if isinstance(value, bool):
        return 2, float(value), ""
    if isinstance(value, str):
        return 1, 0, value.casefold()
    return 0, value or 0, ""
