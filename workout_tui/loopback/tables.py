"""The tables that `values.append` looks for: blocks of filled cells that touch each other.

This is why the program never uses that method: a row with an empty cell is two tables, and the next one is
appended in the wrong column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.loopback.ranges import Box

if TYPE_CHECKING:
    from workout_tui.loopback.grid import Tab


def last(tab: Tab, box: Box) -> Box | None:
    """The last table in a range: a block of cells that touch each other, found from the cells of the range."""
    bottom = min(box.bottom, tab.filled)
    for row in reversed(range(box.top, bottom)):
        for column in reversed(range(box.left, min(box.right, len(tab.row(row))))):
            if not tab.cell(row, column).blank:
                return _block(tab, Box(row, row + 1, column, column + 1))
    return None


def _block(tab: Tab, box: Box) -> Box:
    """A rectangle grown until nothing filled touches it."""
    while True:
        around = Box(
            max(box.top - 1, 0),
            min(box.bottom + 1, tab.row_count),
            max(box.left - 1, 0),
            min(box.right + 1, tab.column_count),
        )
        filled = [place for place in around if not tab.cell(*place).blank]
        rows, columns = [row for row, _ in filled], [column for _, column in filled]
        grown = Box(
            min(box.top, *rows),
            max(box.bottom, max(rows) + 1),
            min(box.left, *columns),
            max(box.right, max(columns) + 1),
        )
        if grown == box:
            return box
        box = grown
