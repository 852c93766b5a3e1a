"""The past: completed sessions only, by the time they began. Ids and uids follow no time."""

from __future__ import annotations

import json
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from workout_tui.model.peaks import Peak
from workout_tui.store import values

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from workout_tui.model.session import PastExercise
    from workout_tui.store.connection import Store

_Value = TypeVar("_Value")

_PERFORMED = "performed_set", values.SET_COLUMNS
_PLANNED = "planned_set", values.TARGET_COLUMNS
_SESSIONS = (
    "SELECT DISTINCT s.id, s.uid, s.title, s.local_date, s.bodyweight, s.bodyweight_unit, s.started_at"
    " FROM exercise e JOIN session_exercise b ON b.exercise_id = e.id JOIN session s ON s.id = b.session_id"
    " WHERE e.uid = :exercise AND s.profile_id = :profile AND s.status = 'completed'"
    " AND (:before IS NULL OR (s.started_at, s.id) < (SELECT started_at, id FROM session WHERE id = :before))"
    " AND EXISTS (SELECT 1 FROM performed_set WHERE session_exercise_id = b.id)"
)
_LAST = " ORDER BY s.started_at DESC, s.id DESC LIMIT :limit"
_NTH = (
    " AND :nth = (SELECT count(*) FROM session_exercise o WHERE o.session_id = b.session_id"
    " AND o.exercise_id = b.exercise_id AND o.position < b.position)"
)
"""of the blocks that a session has of the exercise only the one of this number"""
_PEAKS = (
    "SELECT c.session_id, s.local_date, c.load, c.unit, c.kg, max(c.amount) AS most, max(c.e1rm_kg) AS e1rm_kg,"
    " iif(count(c.volume_kg) = count(*), sum(c.volume_kg), NULL) AS volume_kg"
    " FROM counted_sets c JOIN session s ON s.id = c.session_id"
    " WHERE c.exercise_id = :exercise AND c.profile_id = :profile AND c.status = 'completed'"
    " AND (:before IS NULL OR (c.started_at, c.session_id) <"
    " (SELECT started_at, id FROM session WHERE id = :before)) AND (:since IS NULL OR s.local_date < :since)"
    " GROUP BY c.session_id, c.load, c.unit ORDER BY c.started_at, c.session_id"
)


def of_exercise(
    store: Store,
    profile_id: int,
    exercise_uid: str,
    *,
    nth: int | None = None,
    before: int | None = None,
    since: date | None = None,
    limit: int | None = 30,
) -> tuple[PastExercise, ...]:
    """What a lifter did of an exercise in the last sessions in which they did it, oldest first, without its plans.

    Args:
        store: the log.
        profile_id: whose.
        exercise_uid: which exercise.
        nth: only a session's block of this number of the exercise, from 0; None: all of them.
        before: only sessions that began before this one (the id of its row).
        since: only sessions of this day or later.
        limit: how many sessions back; None: all.
    """
    found = store.rows(
        f"{_SESSIONS} AND (:since IS NULL OR s.local_date >= :since){_of_number(nth)}{_LAST}",
        {
            "nth": nth,
            "exercise": exercise_uid,
            "profile": profile_id,
            "before": before,
            "since": since.isoformat() if since else None,
            "limit": -1 if limit is None else limit,
        },
    )
    done = _by_session(store, _PERFORMED, values.values, found, exercise_uid, nth=nth)
    return tuple(values.past(row, done[row["id"]]) for row in reversed(found))


def of_template(
    store: Store,
    profile_id: int,
    exercise_uid: str,
    template_id: int,
    *,
    nth: int | None = None,
    before: int | None = None,
    limit: int | None = None,
) -> tuple[PastExercise, ...]:
    """What was done of an exercise in the last sessions of a template, and what was planned of it, oldest first.

    Args:
        store: the log.
        profile_id: whose.
        exercise_uid: which exercise.
        template_id: the id of the template's row.
        nth: only a session's block of this number of the exercise, from 0; None: all of them.
        before: only sessions that began before this one (the id of its row).
        limit: how many sessions back; None: all.
    """
    found = store.rows(
        f"{_SESSIONS} AND s.template_id = :template{_of_number(nth)}{_LAST}",
        {
            "nth": nth,
            "exercise": exercise_uid,
            "profile": profile_id,
            "before": before,
            "template": template_id,
            "limit": -1 if limit is None else limit,
        },
    )
    done = _by_session(store, _PERFORMED, values.values, found, exercise_uid, nth=nth)
    planned = _by_session(store, _PLANNED, values.target, found, exercise_uid, nth=nth)
    return tuple(values.past(row, done[row["id"]], planned.get(row["id"], ())) for row in reversed(found))


def peaks(
    store: Store, profile_id: int, exercise_id: int, *, before: int | None = None, since: date | None = None
) -> tuple[Peak, ...]:
    """What a lifter's completed sessions hold of an exercise at each load, oldest first.

    Args:
        store: the log.
        profile_id: whose.
        exercise_id: the id of the exercise's row.
        before: only sessions that began before this one (the id of its row).
        since: none of this day or later.
    """
    rows = store.rows(
        _PEAKS,
        {
            "exercise": exercise_id,
            "profile": profile_id,
            "before": before,
            "since": since.isoformat() if since else None,
        },
    )
    return tuple(
        Peak(
            row["session_id"],
            date.fromisoformat(row["local_date"]),
            values.load(row["load"], row["unit"]),
            row["kg"],
            row["most"],
            row["e1rm_kg"],
            row["volume_kg"],
        )
        for row in rows
    )


def latest_session(store: Store, template_id: int) -> int | None:
    """The id of the newest completed session of a template."""
    found: int | None = store.value(
        "SELECT id FROM session WHERE template_id = ? AND status = 'completed'"
        " ORDER BY started_at DESC, id DESC LIMIT 1",
        (template_id,),
    )
    return found


def began(store: Store, session_uid: str) -> int:
    """When a session began, UTC milliseconds."""
    return int(store.value("SELECT started_at FROM session WHERE uid = ?", (session_uid,)))


def exercise_names(store: Store, session_id: int) -> tuple[str, ...]:
    """The exercises of a session in order, each once."""
    rows = store.rows(
        "SELECT e.name FROM session_exercise b JOIN exercise e ON e.id = b.exercise_id WHERE b.session_id = ?"
        " GROUP BY e.id ORDER BY min(b.position)",
        (session_id,),
    )
    return tuple(row["name"] for row in rows)


def _of_number(nth: int | None) -> str:
    """The condition, where there is one: asked of every row, even “:nth IS NULL OR …” costs a fifth of a reading."""
    return "" if nth is None else _NTH


def _by_session(
    store: Store,
    rows_of: tuple[str, tuple[str, ...]],
    value: Callable[[sqlite3.Row], _Value],
    sessions: Sequence[sqlite3.Row],
    exercise_uid: str,
    *,
    nth: int | None = None,
) -> dict[int, tuple[_Value, ...]]:
    """The sets of an exercise, from a table and its columns, by the id of their session's row."""
    table, columns = rows_of
    rows = store.rows(
        f"SELECT {', '.join(f'p.{name}' for name in columns)}, b.session_id"
        f" FROM session_exercise b JOIN {table} p ON p.session_exercise_id = b.id"
        " WHERE b.session_id IN (SELECT value FROM json_each(:sessions))"
        f" AND b.exercise_id = (SELECT id FROM exercise WHERE uid = :exercise){_of_number(nth)}"
        " ORDER BY b.session_id, b.position, p.n",
        {"sessions": json.dumps([row["id"] for row in sessions]), "exercise": exercise_uid, "nth": nth},
    )
    return {
        session_id: tuple(value(row) for row in found)
        for session_id, found in groupby(rows, key=itemgetter("session_id"))
    }
