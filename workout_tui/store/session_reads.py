"""Sessions read whole: four queries, however many sessions there are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from workout_tui.model.session import (
    PerformedSet,
    PlannedSet,
    PlanState,
    Session,
    SessionExercise,
    Slot,
    Status,
)
from workout_tui.store import exercises, values

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from workout_tui.store.connection import Store

_STATES = {state.value: state for state in PlanState}

One = TypeVar("One")


def whole(store: Store, session_id: int) -> Session:
    """One session."""
    return several(store, (session_id,))[0]


def several(store: Store, session_ids: Sequence[int]) -> tuple[Session, ...]:
    """Sessions by the ids of their rows, in the order asked for. Ids that are gone are left out."""
    marks = ", ".join("?" * len(session_ids))
    sessions = {
        row["id"]: row
        for row in store.rows(
            "SELECT s.*, t.uid AS template_uid FROM session s JOIN template t ON t.id = s.template_id"
            f" WHERE s.id IN ({marks})",
            session_ids,
        )
    }
    blocks = store.rows(
        f"SELECT b.*, {exercises.COLUMNS}, {exercises.SETTING_COLUMNS} FROM session_exercise b"
        " JOIN session s ON s.id = b.session_id JOIN exercise e ON e.id = b.exercise_id"
        " LEFT JOIN exercise_setting x ON x.profile_id = s.profile_id AND x.exercise_id = b.exercise_id"
        f" WHERE b.session_id IN ({marks}) ORDER BY b.session_id, b.position",
        session_ids,
    )
    planned = _by_block((row["session_exercise_id"], _planned(row)) for row in _sets(store, "planned_set", session_ids))
    performed = _by_block(
        (row["session_exercise_id"], _performed(row)) for row in _sets(store, "performed_set", session_ids)
    )
    built = _by_block(
        (row["session_id"], _block(row, planned.get(row["id"], ()), performed.get(row["id"], ()))) for row in blocks
    )
    return tuple(_session(sessions[one], built.get(one, ())) for one in session_ids if one in sessions)


def _sets(store: Store, table: str, session_ids: Sequence[int]) -> list[sqlite3.Row]:
    marks = ", ".join("?" * len(session_ids))
    return store.rows(
        f"SELECT p.* FROM session_exercise b JOIN {table} p ON p.session_exercise_id = b.id"
        f" WHERE b.session_id IN ({marks}) ORDER BY p.session_exercise_id, p.n",
        session_ids,
    )


def _by_block(pairs: Iterable[tuple[int, One]]) -> dict[int, tuple[One, ...]]:
    lists: dict[int, list[One]] = {}
    for key, one in pairs:
        lists.setdefault(key, []).append(one)
    return {key: tuple(several) for key, several in lists.items()}


def _planned(row: sqlite3.Row) -> PlannedSet:
    return PlannedSet(
        uid=row["uid"],
        n=row["n"],
        target=values.target(row),
        state=_STATES[row["state"]],
        set_uid=row["set_uid"],
    )


def _performed(row: sqlite3.Row) -> PerformedSet:
    return PerformedSet(uid=row["uid"], n=row["n"], values=values.values(row), at=row["at"])


def _block(row: sqlite3.Row, planned: tuple[PlannedSet, ...], performed: tuple[PerformedSet, ...]) -> SessionExercise:
    return SessionExercise(
        uid=row["uid"],
        position=row["position"],
        exercise=exercises.exercise(row),
        setting=exercises.setting(row),
        planned=planned,
        performed=performed,
        superset=row["superset"],
        rest_s=row["rest_s"],
        step=values.load(row["step"], row["step_unit"]),
        note=row["note"],
    )


def _session(row: sqlite3.Row, blocks: tuple[SessionExercise, ...]) -> Session:
    return Session(
        uid=row["uid"],
        slot=Slot(row["template_uid"], row["occurrence"]),
        title=row["title"],
        day=date.fromisoformat(row["local_date"]),
        started_at=row["started_at"],
        utc_offset_min=row["utc_offset_min"],
        ended_at=row["ended_at"],
        status=Status(row["status"]),
        exercises=blocks,
        note=row["note"],
        bodyweight=values.load(row["bodyweight"], row["bodyweight_unit"]),
        rest_ends_at=row["rest_ends_at"],
        rest_s=row["rest_s"],
        template_revision=row["template_revision"],
        revision=row["revision"],
    )
