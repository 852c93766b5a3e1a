"""A spreadsheet: its tabs, and what belongs to the whole of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from workout_tui.loopback import ranges
from workout_tui.loopback.grid import Tab
from workout_tui.loopback.ranges import Area
from workout_tui.loopback.refusal import Refused

if TYPE_CHECKING:
    from workout_tui.loopback.ranges import Box, Dimension
    from workout_tui.loopback.refusal import Body

_Key = TypeVar("_Key")

MOST_CELLS = 10_000_000
_NEW = {"locale": "en_US", "autoRecalc": "ON_CHANGE", "timeZone": "Etc/GMT"}


@dataclass(frozen=True, slots=True)
class Marked:
    """Something that clings to cells: a named range, a protection, a piece of metadata."""

    area: Area
    settings: Body
    """the rest of it, as it was sent; replaced, never changed"""


@dataclass(slots=True)
class Book:
    """A spreadsheet."""

    id: str
    properties: Body
    """`title`, `locale` …; replaced, never changed"""
    tabs: list[Tab] = field(default_factory=list)
    names: dict[str, Marked] = field(default_factory=dict)
    """the named ranges, by their id"""
    protections: dict[int, Marked] = field(default_factory=dict)
    metadata: dict[int, Marked] = field(default_factory=dict)
    last_id: int = 1_000_000
    """the newest id that the server chose"""

    @classmethod
    def new(cls, book_id: str, title: str) -> Book:
        """A spreadsheet as a user makes it, with one empty tab."""
        return cls(book_id, {"title": title, **_NEW}, [Tab(0, "Sheet1")])

    def copy(self) -> Book:
        """A spreadsheet that can be changed without changing this one; it costs next to nothing."""
        tabs = [tab.copy() for tab in self.tabs]
        marks = (dict(self.names), dict(self.protections), dict(self.metadata))
        return Book(self.id, self.properties, tabs, *marks, self.last_id)

    def new_id(self) -> int:
        """An id that nothing in the spreadsheet has."""
        self.last_id += 1
        return self.last_id

    def tab(self, sheet_id: int) -> Tab:
        """The tab with this id.

        Raises:
            Refused: there is none.
        """
        for tab in self.tabs:
            if tab.id == sheet_id:
                return tab
        raise Refused(f"No grid with id: {sheet_id}")

    def titled(self, title: str) -> Tab | None:
        """The tab with this title, whatever its case."""
        return next((tab for tab in self.tabs if tab.title.casefold() == title.casefold()), None)

    def check_size(self) -> None:
        """Look whether there are too many cells.

        Raises:
            Refused: there are.
        """
        if sum(tab.row_count * tab.column_count for tab in self.tabs) > MOST_CELLS:
            raise Refused(
                f"This action would increase the number of cells in the workbook above the limit of {MOST_CELLS} cells."
            )

    def insert(self, tab: Tab, dimension: Dimension, at: int, count: int, *, inherit: bool = False) -> None:
        """Insert empty rows or columns; what clings to cells moves with them."""
        tab.insert(dimension, at, count, inherit=inherit)
        for marks in self._marks():
            for key, mark in _on(tab, marks):
                marks[key] = replace(mark, area=mark.area.inserted(dimension, at, count))

    def delete(self, tab: Tab, dimension: Dimension, start: int, end: int) -> None:
        """Delete rows or columns; what clung to them alone is gone too."""
        tab.delete(dimension, start, end)
        for marks in self._marks():
            for key, mark in _on(tab, marks):
                area = mark.area.deleted(dimension, start, end)
                if area is None:
                    del marks[key]
                else:
                    marks[key] = replace(mark, area=area)

    def forget(self, tab: Tab) -> None:
        """Drop all that clung to a tab's cells."""
        for marks in self._marks():
            for key, _ in _on(tab, marks):
                del marks[key]

    def _marks(self) -> tuple[dict[Any, Marked], ...]:
        return self.names, self.protections, self.metadata

    def find(self, text: str) -> tuple[Tab, Area]:
        """The tab and the cells that a range in A1 notation, a title or a name stands for.

        Raises:
            Refused: it stands for nothing.
        """
        title, cells, quoted = ranges.split(text)
        named = self._named(text) if title is None else None
        if named:
            return named
        corners = ranges.corners(cells) if cells else None
        if title is None and cells and corners is None:
            title, cells = text, None
        tab = self.tabs[0] if title is None else self.titled(title)
        if tab is None or (cells and corners is None) or (title is None and not cells and not quoted):
            raise ranges.unreadable(text)
        return tab, Area(tab.id, *(corners or ()))

    def box(self, text: str) -> tuple[Tab, Box]:
        """As `find`, with the cells within the tab as it is.

        Raises:
            Refused: it stands for nothing, or begins beyond the tab.
        """
        tab, area = self.find(text)
        return tab, bounded(tab, area)

    def _named(self, text: str) -> tuple[Tab, Area] | None:
        for mark in self.names.values():
            if mark.settings.get("name", "").casefold() == text.casefold():
                return self.tab(mark.area.sheet_id), mark.area
        return None


def bounded(tab: Tab, area: Area) -> Box:
    """The rectangle on the tab as it is.

    Raises:
        Refused: it begins beyond the tab.
    """
    box = area.box(tab.row_count, tab.column_count)
    if box.top >= tab.row_count or box.left >= tab.column_count:
        wanted = area.box(
            max(tab.row_count, area.bottom or box.top + 1), max(tab.column_count, area.right or box.left + 1)
        )
        raise Refused(
            f"Range ({ranges.a1(tab.title, wanted)}) exceeds grid limits."
            f" Max rows: {tab.row_count}, max columns: {tab.column_count}"
        )
    return box


def _on(tab: Tab, marks: dict[_Key, Marked]) -> list[tuple[_Key, Marked]]:
    return [(key, mark) for key, mark in marks.items() if mark.area.sheet_id == tab.id]
