"""What stands in a sheet, counted and listed from what was last known of its rows; and what waits for it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.store.connection import Store


class MonthRow(NamedTuple):
    """A month as the sheet has it."""

    month: str
    """``2024-09``"""
    sessions: int
    sets: int


class SessionRow(NamedTuple):
    """A session in a list."""

    id: int
    uid: str
    day: date
    title: str
    sets: int


class KnownRow(NamedTuple):
    """A row of the sheet."""

    day: date
    cells: dict[str, Any]
    """values by the names of their columns"""


_STANDS = "b.session_id = s.id AND b.sheet_id = :sheet AND b.gone = 0"
"""whether a row `b` of a session `s` is in the sheet; from the session, or all rows of all years would be read"""


def months(store: Store, sheet_id: int, since: date) -> tuple[MonthRow, ...]:
    """The months from the day `since` on that have rows in the sheet, oldest first."""
    rows = store.rows(
        "SELECT substr(s.local_date, 1, 7) AS month, count(DISTINCT s.id), count(*)"
        f" FROM session s CROSS JOIN sheet_base b ON {_STANDS}"
        " WHERE s.profile_id = (SELECT profile_id FROM sheet WHERE id = :sheet)"
        " AND s.status = 'completed' AND s.local_date >= :since GROUP BY month ORDER BY month",
        {"sheet": sheet_id, "since": since.isoformat()},
    )
    return tuple(MonthRow(*row) for row in rows)


def newest(store: Store, sheet_id: int, sessions: int) -> tuple[KnownRow, ...]:
    """The rows of the newest `sessions` workouts in the sheet, the set done last first."""
    rows = store.rows(
        "SELECT s.local_date, b.cells FROM"
        " (SELECT s.id, s.started_at, s.local_date FROM session s"
        "   WHERE s.profile_id = (SELECT profile_id FROM sheet WHERE id = :sheet) AND s.status = 'completed'"
        f"   AND EXISTS (SELECT 1 FROM sheet_base b WHERE {_STANDS}) ORDER BY s.started_at DESC LIMIT :sessions) s"
        f" CROSS JOIN sheet_base b ON {_STANDS} CROSS JOIN performed_set p ON p.uid = b.set_uid"
        " CROSS JOIN session_exercise x ON x.id = p.session_exercise_id"
        " ORDER BY s.started_at DESC, s.id DESC, x.position DESC, p.n DESC",
        {"sheet": sheet_id, "sessions": sessions},
    )
    return tuple(KnownRow(date.fromisoformat(row[0]), json.loads(row[1])) for row in rows)


def sessions(store: Store, session_ids: Sequence[int]) -> tuple[SessionRow, ...]:
    """Sessions by the ids of their rows, in the order asked for."""
    rows = store.rows(
        "SELECT s.id, s.uid, s.local_date, s.title, (SELECT count(*) FROM session_exercise b"
        "   JOIN performed_set p ON p.session_exercise_id = b.id WHERE b.session_id = s.id)"
        " FROM json_each(?) wanted CROSS JOIN session s ON s.id = wanted.value ORDER BY wanted.key",
        (json.dumps(list(session_ids)),),
    )
    return tuple(SessionRow(row[0], row[1], date.fromisoformat(row[2]), row[3], row[4]) for row in rows)
