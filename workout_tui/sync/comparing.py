"""Whether the sheet says what the log says, set by set and cell by cell: pure.

Every set is looked for by its key, every row with a key is accounted for. What the lifter wrote by hand, into
rows without a key or columns of their own, is not the log's to judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from workout_tui.sync import tokens
from workout_tui.sync.cells import at, canonical
from workout_tui.sync.columns import CONTENT, Column
from workout_tui.sync.plan import differing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workout_tui.sync.cells import Value
    from workout_tui.sync.columns import Layout
    from workout_tui.sync.rows import Cells


class Kind(StrEnum):
    """How log and sheet differ in one set."""

    MISSING = "missing"
    """it is not in the sheet"""
    UNKNOWN = "unknown"
    """the sheet has it, the log does not"""
    VALUE = "value"
    """a cell says something else"""
    COPY = "copy"
    """it is in the sheet more than once"""
    TOKEN = "token"  # noqa: S105 - the mark of a row, no secret
    """the hidden mark of its row was changed, so that the program leaves the row alone"""


@dataclass(frozen=True, slots=True)
class Expected:
    """A set as the log has it."""

    cells: Cells
    required: bool
    """whether its row has to be there: not when it was removed here"""
    waiting: bool
    """whether its workout has yet to be sent"""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference."""

    kind: Kind
    key: str
    day: str
    workout: str
    exercise: str
    set: str
    rows: tuple[int, ...] = ()
    """where in the sheet, as the sheet counts"""
    column: str = ""
    here: str = ""
    there: str = ""
    waiting: bool = False
    """whether sending what waits may settle it"""


@dataclass(frozen=True, slots=True)
class Report:
    """What the comparison came to."""

    sets: int
    """the log's sets that have to be in the sheet"""
    rows: int
    """the sheet's rows that have a set's key"""
    by_hand: int
    """rows below the header that have none"""
    differences: tuple[Difference, ...]
    """in the order of the log, then what only the sheet has"""

    @property
    def is_equal(self) -> bool:
        """Whether each set is in the sheet once, as it is here, and nothing else is."""
        return not self.differences


def compare(expected: Mapping[str, Expected], lines: Sequence[Sequence[Any]], layout: Layout) -> Report:
    """Compare sets with the rows of the tab.

    Args:
        expected: the log's sets by their uids.
        lines: the tab, the header first.
        layout: where its columns stand.
    """
    tab = _Tab(lines, layout)
    differences = [one for uid, wish in expected.items() for one in _of_set(tab, uid, wish)]
    for key, rows in tab.index.items():
        if key not in expected:
            differences.append(_difference(Kind.UNKNOWN, key, tab.cells(rows[0]), rows))
    return Report(
        sets=sum(wish.required for wish in expected.values()),
        rows=sum(len(rows) for rows in tab.index.values()),
        by_hand=tab.by_hand,
        differences=tuple(differences),
    )


class _Tab:
    """The tab with its rows by their keys. Rows that were marked as copies are nobody's."""

    def __init__(self, lines: Sequence[Sequence[Any]], layout: Layout) -> None:
        self._lines, self._layout = lines, layout
        self.index: dict[str, list[int]] = {}
        self.by_hand = 0
        for row in range(1, len(lines)):
            key = canonical(at(lines[row], layout[Column.KEY]))
            if not key:
                self.by_hand += any(canonical(value) for value in self.cells(row).values())
            elif not tokens.is_copy(self.token(row)):
                self.index.setdefault(key, []).append(row)

    def token(self, row: int) -> Value:
        """The mark of a row."""
        return at(self._lines[row], self._layout[Column.TOKEN])

    def cells(self, row: int) -> Cells:
        """What a row says."""
        return {column: at(self._lines[row], self._layout[column]) for column in CONTENT}


def _of_set(tab: _Tab, uid: str, wish: Expected) -> Iterator[Difference]:
    """The differences of one set."""
    there = tab.index.get(uid, [])
    fitting = [row for row in there if tokens.fits(uid, tab.token(row))]
    marred = [row for row in there if row not in fitting]
    if not there and wish.required:
        yield _difference(Kind.MISSING, uid, wish.cells, (), waiting=wish.waiting)
    if marred:
        yield _difference(Kind.TOKEN, uid, wish.cells, marred)
    if len(fitting) > 1:
        yield _difference(Kind.COPY, uid, wish.cells, fitting)
    for row in fitting:
        seen = tab.cells(row)
        for column in differing(wish.cells, seen):
            values = (_shown(column, wish.cells.get(column)), _shown(column, seen[column]))
            yield _difference(Kind.VALUE, uid, wish.cells, (row,), column=column, values=values, waiting=wish.waiting)


def _difference(
    kind: Kind,
    key: str,
    cells: Mapping[Column, Value],
    rows: Sequence[int],
    *,
    column: str = "",
    values: tuple[str, str] = ("", ""),
    waiting: bool = False,
) -> Difference:
    here, there = values
    return Difference(
        kind,
        key,
        day=_shown(Column.DATE, cells.get(Column.DATE)),
        workout=canonical(cells.get(Column.WORKOUT)),
        exercise=canonical(cells.get(Column.EXERCISE)),
        set=canonical(cells.get(Column.SET)),
        rows=tuple(row + 1 for row in rows),
        column=str(column),
        here=here,
        there=there,
        waiting=waiting,
    )


def _shown(column: Column, value: Value) -> str:
    """A value as the sheet shows it."""
    if column is Column.DATE and isinstance(value, int | float):
        try:
            return str(date(1899, 12, 30) + timedelta(days=int(value)))
        except OverflowError:
            pass  # a number that is no date is shown as it is
    return canonical(value)
