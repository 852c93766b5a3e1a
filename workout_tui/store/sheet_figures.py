"""What stands in a sheet, counted and listed from what was last known of its rows."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from workout_tui.store.connection import Store


class MonthRow(NamedTuple):
    """A month as the sheet has it."""

    month: str
    """``2024-09``"""
    sessions: int
    sets: int


class KnownRow(NamedTuple):
    """A row of the sheet."""

    day: date
    cells: dict[str, Any]
    """values by the names of their columns"""


_STANDS = " FROM sheet_base b JOIN session s ON s.id = b.session_id WHERE b.sheet_id = :sheet AND b.gone = 0"


def months(store: Store, sheet_id: int, since: date) -> tuple[MonthRow, ...]:
    """The months from the day `since` on that have rows in the sheet, oldest first."""
    rows = store.rows(
        "SELECT substr(s.local_date, 1, 7) AS month, count(DISTINCT s.id), count(*)"
        f" {_STANDS} AND s.status = 'completed' AND s.local_date >= :since GROUP BY month ORDER BY month",
        {"sheet": sheet_id, "since": since.isoformat()},
    )
    return tuple(MonthRow(*row) for row in rows)


def newest(store: Store, sheet_id: int, sessions: int) -> tuple[KnownRow, ...]:
    """The rows of the newest `sessions` workouts in the sheet, the set done last first."""
    rows = store.rows(
        "SELECT s.local_date, b.cells FROM sheet_base b JOIN session s ON s.id = b.session_id"
        " JOIN performed_set p ON p.uid = b.set_uid JOIN session_exercise x ON x.id = p.session_exercise_id"
        " WHERE b.sheet_id = :sheet AND b.gone = 0 AND b.session_id IN"
        f" (SELECT s.id {_STANDS} AND s.status = 'completed' GROUP BY s.id ORDER BY s.started_at DESC LIMIT :sessions)"
        " ORDER BY s.started_at DESC, s.id DESC, x.position DESC, p.n DESC",
        {"sheet": sheet_id, "sessions": sessions},
    )
    return tuple(KnownRow(date.fromisoformat(row[0]), json.loads(row[1])) for row in rows)
