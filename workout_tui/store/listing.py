"""Lists over the documented views, of one lifter: what exports and the command line print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.store.problems import Doing, translated
from workout_tui.store.query import Answer

if TYPE_CHECKING:
    from workout_tui.store.connection import Parameters, Store


def records(store: Store, profile_id: int, exercise_id: int | None, limit: int) -> Answer:
    """The records of a lifter, newest first; of one exercise, if it is named. Beside each the set that made it."""
    return _answer(
        store,
        "SELECT r.date, r.exercise, r.record, round(r.value, iif(r.record IN ('e1rm', 'volume'), 1, 3)) AS value,"
        " r.unit, p.load / 1000.0 AS load, p.reps FROM v_records r JOIN performed_set p ON p.uid = r.set_uid"
        " WHERE r.profile = (SELECT name FROM profile WHERE id = :profile)"
        " AND (:exercise IS NULL OR r.exercise = (SELECT name FROM exercise WHERE id = :exercise))"
        " ORDER BY r.date DESC, r.exercise, r.record LIMIT :limit",
        {"profile": profile_id, "exercise": exercise_id, "limit": limit},
    )


def sets(store: Store, profile_id: int) -> Answer:
    """Every row of ``v_sets`` of a lifter, in the order of workouts, exercises and sets."""
    return _answer(
        store,
        "SELECT v.* FROM v_sets v JOIN session s ON s.uid = v.session_uid WHERE s.profile_id = :profile"
        " ORDER BY s.started_at, s.id, v.block, v.n",
        {"profile": profile_id},
    )


def _answer(store: Store, sql: str, parameters: Parameters) -> Answer:
    with translated(Doing.READING):
        cursor = store.connection.execute(sql, parameters)
        rows = tuple(tuple(row) for row in cursor.fetchall())
    return Answer(tuple(column[0] for column in cursor.description), rows)
