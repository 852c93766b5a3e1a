"""Figures over the whole past, for charts: what sessions hold of an exercise, and what weeks hold of all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workout_tui.model.bouts import Bout, Timed
from workout_tui.model.strength import MOST_REPS
from workout_tui.model.training_week import DayWork, Weighed
from workout_tui.store import values

if TYPE_CHECKING:
    from workout_tui.store.connection import Store

_LATE = 60
"""how many sessions say what is done these days"""


def bouts(store: Store, profile_id: int, exercise_id: int, *, paced: bool = False) -> tuple[Bout, ...]:
    """What a lifter's completed sessions hold of an exercise at each load, oldest first; warm-ups left out.

    `paced`: whether its amounts are distances, which may have times.
    """
    timed = _timed(store, profile_id, exercise_id) if paced else {}
    rows = store.rows(
        "SELECT c.session_id, s.local_date, s.bodyweight, s.bodyweight_unit, c.load, c.unit, max(c.amount) AS most,"
        " max(iif(c.amount <= ?, c.amount, NULL)) AS estimable, sum(c.amount) AS total"
        " FROM counted_sets c JOIN session s ON s.id = c.session_id"
        " WHERE c.exercise_id = ? AND c.profile_id = ? AND c.status = 'completed'"
        " GROUP BY c.session_id, c.load, c.unit ORDER BY c.started_at, c.session_id",
        (MOST_REPS, exercise_id, profile_id),
    )
    return tuple(
        Bout(
            row["session_id"],
            date.fromisoformat(row["local_date"]),
            values.load(row["load"], row["unit"]),
            row["most"],
            row["estimable"],
            row["total"],
            values.load(row["bodyweight"], row["bodyweight_unit"]),
            tuple(timed.get((row["session_id"], row["load"], row["unit"]), ())),
        )
        for row in rows
    )


def _timed(store: Store, profile_id: int, exercise_id: int) -> dict[tuple[int, int | None, str | None], list[Timed]]:
    """The sets with a distance and its time, at each load in each session."""
    rows = store.rows(
        "SELECT c.session_id, c.load, c.unit, c.amount AS metres, p.seconds"
        " FROM counted_sets c JOIN performed_set p ON p.id = c.id"
        " WHERE c.exercise_id = ? AND c.profile_id = ? AND c.status = 'completed' AND p.seconds > 0 AND c.amount > 0",
        (exercise_id, profile_id),
    )
    found: dict[tuple[int, int | None, str | None], list[Timed]] = {}
    for row in rows:
        found.setdefault((row["session_id"], row["load"], row["unit"]), []).append(Timed(row["metres"], row["seconds"]))
    return found


def practised(store: Store, profile_id: int) -> tuple[str, ...]:
    """The uids of all exercises that were done in completed sessions: those of late, the latest first, then by name."""
    # Which ones there are is asked of each exercise until the first yes; only a few sessions are put in order.
    rows = store.rows(
        "WITH late AS MATERIALIZED (SELECT id, started_at FROM session"
        "  WHERE profile_id = :profile AND status = 'completed' ORDER BY started_at DESC, id DESC LIMIT :late)"
        " SELECT e.uid FROM exercise e LEFT JOIN (SELECT b.exercise_id, max(l.started_at) AS at FROM late l"
        "  JOIN session_exercise b ON b.session_id = l.id GROUP BY b.exercise_id) r ON r.exercise_id = e.id"
        " WHERE EXISTS (SELECT 1 FROM session_exercise b JOIN session s ON s.id = b.session_id"
        "  JOIN performed_set p ON p.session_exercise_id = b.id WHERE b.exercise_id = e.id"
        "  AND s.profile_id = :profile AND s.status = 'completed' AND p.kind <> 'warmup')"
        " ORDER BY r.at DESC NULLS LAST, e.name_key",
        {"profile": profile_id, "late": _LATE},
    )
    return tuple(row["uid"] for row in rows)


def units(store: Store, profile_id: int, exercise_id: int) -> tuple[str | None, str | None]:
    """The units of load and of distance in which an exercise was logged last."""
    return (
        _last_unit(store, profile_id, exercise_id, "unit"),
        _last_unit(store, profile_id, exercise_id, "distance_unit"),
    )


def _last_unit(store: Store, profile_id: int, exercise_id: int, column: str) -> str | None:
    found: str | None = store.value(
        f"SELECT p.{column} FROM session_exercise b JOIN session s ON s.id = b.session_id"
        " JOIN performed_set p ON p.session_exercise_id = b.id"
        f" WHERE b.exercise_id = ? AND s.profile_id = ? AND s.status <> 'discarded' AND p.{column} IS NOT NULL"
        " ORDER BY b.session_id DESC LIMIT 1",
        (exercise_id, profile_id),
    )
    return found


def work(store: Store, profile_id: int, since: date) -> tuple[DayWork, ...]:
    """How many work sets of each exercise were done on each day from a date on, and their volume."""
    rows = store.rows(
        "SELECT s.local_date, e.uid, count(*) AS sets, sum(c.volume_kg) AS volume_kg"
        " FROM session s JOIN counted_sets c ON c.session_id = s.id JOIN exercise e ON e.id = c.exercise_id"
        " WHERE s.profile_id = ? AND s.status = 'completed' AND s.local_date >= ?"
        " GROUP BY s.local_date, c.exercise_id ORDER BY s.local_date",
        (profile_id, since.isoformat()),
    )
    return tuple(
        DayWork(date.fromisoformat(row["local_date"]), row["uid"], row["sets"], row["volume_kg"] or 0.0) for row in rows
    )


def weighed(store: Store, profile_id: int) -> tuple[Weighed, ...]:
    """What the lifter weighed on the days it was written down, oldest first."""
    rows = store.rows(
        "SELECT local_date, bodyweight, bodyweight_unit FROM session WHERE profile_id = ? AND status <> 'discarded'"
        " AND bodyweight IS NOT NULL ORDER BY started_at, id",
        (profile_id,),
    )
    return tuple(
        Weighed(date.fromisoformat(row["local_date"]), load)
        for row in rows
        if (load := values.load(row["bodyweight"], row["bodyweight_unit"])) is not None
    )
