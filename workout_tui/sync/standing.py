"""What stands in a lifter's sheet, for a look at it without a browser: workouts a month, and its newest rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workout_tui.store import sheet_figures, sheets
from workout_tui.sync import rows, wording
from workout_tui.sync.cells import canonical
from workout_tui.sync.columns import Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_tui.store.connection import Store
    from workout_tui.store.sheet_figures import KnownRow

MONTHS = 12
_SESSIONS = 2


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the sheet; one without a workout has no rows."""

    first: date
    sessions: int
    sets: int


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A row of the sheet as it was last known to stand there."""

    day: date
    title: str
    exercise: str
    n: str
    amount: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the sheet."""

    months: tuple[Month, ...] = ()
    """the last ones, oldest first, none left out"""
    newest: tuple[SheetLine, ...] = ()
    """the set done last first"""


def standing(store: Store, lifter_uid: str, today: date) -> Standing:
    """What stands in the sheet that the lifter is connected to; nothing without one."""
    with store.read():
        row = sheets.of_lifter(store, lifter_uid)
        if row is None:
            return Standing()
        firsts = tuple(_firsts(today))
        found = {one.month: one for one in sheet_figures.months(store, row.id, firsts[0])}
        known = sheet_figures.newest(store, row.id, _SESSIONS)
    return Standing(
        months=tuple(_month(first, found.get(f"{first:%Y-%m}")) for first in firsts),
        newest=tuple(_line(one) for one in known),
    )


def _firsts(today: date) -> Iterator[date]:
    """The first days of the last months, this one the last."""
    now = today.year * 12 + today.month - 1
    for month in range(now - MONTHS + 1, now + 1):
        yield date(month // 12, month % 12 + 1, 1)


def _month(first: date, found: sheet_figures.MonthRow | None) -> Month:
    return Month(first, found.sessions, found.sets) if found else Month(first, 0, 0)


def _line(one: KnownRow) -> SheetLine:
    cells = rows.of_json(one.cells)
    return SheetLine(
        day=one.day,
        title=canonical(cells.get(Column.WORKOUT)),
        exercise=canonical(cells.get(Column.EXERCISE)),
        n=canonical(cells.get(Column.SET)),
        amount=wording.amount(cells),
    )
