"""A tab: its cells, its size, which lines are hidden, and how all of it moves when lines come and go.

Rows are tuples of cells that are never changed, so that the copy of a tab, made before every change to be
able to take it back, costs one list.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workout_tui.loopback.cells import EMPTY, trimmed
from workout_tui.loopback.ranges import Box, Dimension

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workout_tui.loopback.cells import Cell, Row
    from workout_tui.loopback.ranges import Area
    from workout_tui.loopback.refusal import Body


@dataclass(frozen=True, slots=True)
class Filter:
    """A basic filter; sort order and criteria are kept as they were sent."""

    area: Area
    settings: Body = field(default_factory=dict)


@dataclass(slots=True)
class Tab:
    """A tab of a spreadsheet."""

    id: int
    title: str
    row_count: int = 1000
    column_count: int = 26
    properties: Body = field(default_factory=dict)
    """what else is set: `hidden`, `tabColor` …; replaced, never changed"""
    grid_properties: Body = field(default_factory=dict)
    """what else is set of the grid: `frozenRowCount` …; replaced, never changed"""
    rows: list[Row] = field(default_factory=list)
    """the rows from the top; those below the last one that holds anything may be missing"""
    lines: dict[Dimension, dict[int, Body]] = field(default_factory=dict)
    """what is set of single rows and columns: `hiddenByUser`, `pixelSize`"""
    filter: Filter | None = None

    def copy(self) -> Tab:
        """A tab that can be changed without changing this one."""
        lines = {dimension: dict(of) for dimension, of in self.lines.items()}
        grid, properties = self.grid_properties, self.properties
        size = (self.row_count, self.column_count)
        return Tab(self.id, self.title, *size, properties, grid, list(self.rows), lines, self.filter)

    @property
    def whole(self) -> Box:
        """All of its cells."""
        return Box(0, self.row_count, 0, self.column_count)

    @property
    def filled(self) -> int:
        """How many rows there are down to the last one with a value."""
        end = len(self.rows)
        while end and all(cell.blank for cell in self.rows[end - 1]):
            end -= 1
        return end

    def row(self, index: int) -> Row:
        """The cells of a row, without the empty ones at its end."""
        return self.rows[index] if index < len(self.rows) else ()

    def cell(self, row: int, column: int) -> Cell:
        """A cell."""
        cells = self.row(row)
        return cells[column] if column < len(cells) else EMPTY

    def cells(self, box: Box) -> list[list[Cell]]:
        """The cells of a rectangle, all of them."""
        return [self.part(row, box.left, box.right) for row in box.rows]

    def part(self, row: int, left: int, right: int) -> list[Cell]:
        """Some cells of a row, all of them."""
        found = list(self.row(row)[left:right])
        return found + [EMPTY] * (right - left - len(found))

    def put(self, row: int, left: int, cells: Sequence[Cell]) -> None:
        """Write cells into a row, side by side."""
        while len(self.rows) <= row:
            self.rows.append(())
        old = list(self.rows[row])
        old += [EMPTY] * (left + len(cells) - len(old))
        old[left : left + len(cells)] = cells
        self.rows[row] = trimmed(old)

    def clear(self, row: int, left: int, right: int) -> None:
        """Empty some cells of a row."""
        self.put(row, left, [EMPTY] * (right - left))

    def change(self, box: Box, change: Callable[[Cell], Cell]) -> None:
        """Change every cell of a rectangle."""
        for row in box.rows:
            self.put(row, box.left, [change(cell) for cell in self.part(row, box.left, box.right)])

    def extent(self, dimension: Dimension) -> int:
        """How many rows or columns there are."""
        return self.row_count if dimension is Dimension.ROWS else self.column_count

    def resize(self, rows: int, columns: int) -> None:
        """Make it so large; what lies beyond is gone."""
        for dimension, old, new in (
            (Dimension.ROWS, self.row_count, rows),
            (Dimension.COLUMNS, self.column_count, columns),
        ):
            if new < old:
                self.delete(dimension, new, old)
        self.row_count, self.column_count = rows, columns

    def grow(self, rows: int, columns: int) -> None:
        """Make it at least so large."""
        self.resize(max(rows, self.row_count), max(columns, self.column_count))

    def insert(self, dimension: Dimension, at: int, count: int, *, inherit: bool = False) -> None:
        """Insert empty rows or columns; `inherit` takes the formats of the line before, else of the one after."""
        like = at - 1 if inherit else at
        if dimension is Dimension.ROWS:
            model = tuple(_format_only(cell) for cell in self.row(like))
            self.rows[at:at] = [trimmed(list(model))] * count if at < len(self.rows) else []
            self.row_count += count
        else:
            self.rows = [_inserted(cells, at, count, like) for cells in self.rows]
            self.column_count += count
        of = self.lines.get(dimension, {})
        self.lines[dimension] = {index + count if index >= at else index: one for index, one in of.items()}
        if self.filter:
            self.filter = Filter(self.filter.area.inserted(dimension, at, count), self.filter.settings)

    def delete(self, dimension: Dimension, start: int, end: int) -> None:
        """Delete rows or columns."""
        if dimension is Dimension.ROWS:
            del self.rows[start:end]
            self.row_count -= end - start
        else:
            self.rows = [trimmed([*cells[:start], *cells[end:]]) for cells in self.rows]
            self.column_count -= end - start
        of = self.lines.get(dimension, {})
        kept = {index: one for index, one in of.items() if not start <= index < end}
        self.lines[dimension] = {index - (end - start) * (index >= end): one for index, one in kept.items()}
        area = self.filter and self.filter.area.deleted(dimension, start, end)
        self.filter = Filter(area, self.filter.settings) if self.filter and area else None

    def reorder(self, dimension: Dimension, order: Sequence[int]) -> None:
        """Put whole rows or columns into another order: the line that is to come first, first."""
        if dimension is Dimension.ROWS:
            self.rows = [self.row(old) for old in order]
        else:
            self.rows = [trimmed(_picked(cells, order)) for cells in self.rows]
        of = self.lines.get(dimension, {})
        self.lines[dimension] = {new: of[old] for new, old in enumerate(order) if old in of}

    def set_lines(self, dimension: Dimension, indexes: Iterable[int], change: Callable[[Body], Body]) -> None:
        """Change what is set of single rows or columns."""
        of = self.lines.setdefault(dimension, {})
        for index in indexes:
            of[index] = change(of.get(index, {}))

    def hidden(self, dimension: Dimension, index: int) -> bool:
        """Whether the user does not see this row or column."""
        return bool(self.lines.get(dimension, {}).get(index, {}).get("hiddenByUser"))


def _format_only(cell: Cell) -> Cell:
    return replace(EMPTY, format=cell.format)


def _inserted(cells: Row, at: int, count: int, like: int) -> Row:
    if at >= len(cells):
        return cells
    model = _format_only(cells[like]) if like < len(cells) else EMPTY
    return (*cells[:at], *[model] * count, *cells[at:])


def _picked(cells: Row, order: Sequence[int]) -> list[Cell]:
    return [cells[old] if old < len(cells) else EMPTY for old in order]
