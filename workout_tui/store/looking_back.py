"""The past in pages, newest first, and what all of it comes to.

A page begins behind the session shown last, never at a number of rows: the ten thousandth costs what the first does.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.looking_back import MadeRecord, PastLine
from workout_tui.model.records import RecordKind
from workout_tui.model.search import Entry, fold
from workout_tui.model.session import Status
from workout_tui.store import values

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from workout_tui.store.connection import Store

_LINE = (
    "SELECT s.uid, s.title, s.local_date, s.started_at, s.ended_at, s.status,"
    " (SELECT count(*) FROM session_exercise b JOIN performed_set p ON p.session_exercise_id = b.id"
    "  WHERE b.session_id = s.id AND p.kind <> 'warmup') AS sets,"
    " (SELECT sum(volume_kg) FROM counted_sets WHERE session_id = s.id) AS kg FROM session s"
)
_MOST = {Measure.TIME.value: RecordKind.TIME, Measure.DISTANCE.value: RecordKind.DISTANCE}
_DATES = 200


def page(
    store: Store, profile_id: int, *, discarded: bool, behind: str | None, back_to: date | None, limit: int
) -> tuple[PastLine, ...]:
    """The lifter's completed (or discarded) sessions, newest first.

    Args:
        store: the log.
        profile_id: whose.
        discarded: those that were put aside instead.
        behind: the uid of the session behind which to begin; None: with the newest.
        back_to: at least all of this day and later, however many.
        limit: how many, else.
    """
    # Not “:behind IS NULL OR …”: SQLite would go through all newer ones instead of beginning behind that session.
    begin = " AND (s.started_at, s.id) < (SELECT started_at, id FROM session WHERE uid = :behind)" if behind else ""
    rows = store.rows(
        f"{_LINE} WHERE s.profile_id = :profile AND s.status = :status{begin}"
        " ORDER BY s.started_at DESC, s.id DESC LIMIT max(:limit, (SELECT count(*) + 1 FROM session"
        "  WHERE profile_id = :profile AND local_date >= coalesce(:back_to, '9999') AND status = :status))",
        {
            "profile": profile_id,
            "status": (Status.DISCARDED if discarded else Status.COMPLETED).value,
            "behind": behind,
            "back_to": back_to.isoformat() if back_to else None,
            "limit": limit,
        },
    )
    return tuple(_line(row) for row in rows)


def lines(store: Store, profile_id: int, uids: Sequence[str]) -> tuple[PastLine, ...]:
    """These of the lifter's sessions, in this order; those that are gone are left out."""
    rows = store.rows(
        f"{_LINE} JOIN json_each(?) wanted ON wanted.value = s.uid WHERE s.profile_id = ? AND s.status <> 'active'"
        " ORDER BY wanted.key",
        (json.dumps(list(uids)), profile_id),
    )
    return tuple(_line(row) for row in rows)


def with_exercise(store: Store, profile_id: int, exercise_uid: str) -> tuple[str, ...]:
    """The uids of the lifter's completed sessions in which an exercise was done, newest first."""
    rows = store.rows(
        "SELECT DISTINCT s.uid, s.started_at, s.id FROM exercise e JOIN session_exercise b ON b.exercise_id = e.id"
        " JOIN session s ON s.id = b.session_id WHERE e.uid = ? AND s.profile_id = ? AND s.status = 'completed'"
        " AND EXISTS (SELECT 1 FROM performed_set WHERE session_exercise_id = b.id)"
        " ORDER BY s.started_at DESC, s.id DESC",
        (exercise_uid, profile_id),
    )
    return tuple(row["uid"] for row in rows)


def _line(row: sqlite3.Row) -> PastLine:
    return PastLine(
        uid=row["uid"],
        title=row["title"],
        day=date.fromisoformat(row["local_date"]),
        started_at=row["started_at"],
        minutes=round((row["ended_at"] - row["started_at"]) / 60_000),
        status=Status(row["status"]),
        sets=row["sets"],
        volume_kg=row["kg"],
    )


def counts(store: Store, profile_id: int) -> dict[Status, int]:
    """How many sessions there are in each state."""
    rows = store.rows(
        "SELECT status, count(*) AS many FROM session WHERE profile_id = ? GROUP BY status", (profile_id,)
    )
    return {Status(row["status"]): row["many"] for row in rows}


def days_back(store: Store, profile_id: int) -> Iterator[date]:
    """The days on which something was completed, newest first, read as far as they are asked for."""
    before = "9999"
    while before:
        rows = store.rows(
            "SELECT DISTINCT local_date FROM session WHERE profile_id = ? AND status = 'completed' AND local_date < ?"
            " ORDER BY local_date DESC LIMIT ?",
            (profile_id, before, _DATES),
        )
        yield from (date.fromisoformat(row["local_date"]) for row in rows)
        before = rows[-1]["local_date"] if len(rows) == _DATES else ""


def made(store: Store, profile_id: int) -> tuple[MadeRecord, ...]:
    """All records the lifter ever made, in no order. It folds the whole past: not between two keys."""
    rows = store.rows(
        "SELECT s.uid AS session_uid, e.uid AS exercise_uid, e.measure, r.record, p.*,"
        " iif(r.record = 'e1rm', (SELECT e1rm_kg FROM counted_sets WHERE id = p.id), NULL) AS e1rm_kg"
        " FROM made_records r JOIN performed_set p ON p.id = r.set_id"
        " JOIN session_exercise b ON b.id = p.session_exercise_id JOIN session s ON s.id = b.session_id"
        " JOIN exercise e ON e.id = b.exercise_id WHERE s.profile_id = ?",
        (profile_id,),
    )
    return tuple(
        MadeRecord(
            session_uid=row["session_uid"],
            exercise_uid=row["exercise_uid"],
            kind=_kind(row["record"], row["measure"]),
            set_uid=row["uid"],
            values=values.values(row),
            e1rm_kg=row["e1rm_kg"],
        )
        for row in rows
    )


def _kind(record: str, measure: str) -> RecordKind:
    return RecordKind(record) if record != "most" else _MOST.get(measure, RecordKind.REPS)


def texts(store: Store, profile_id: int, *, discarded: bool) -> tuple[Entry, ...]:
    """The lifter's completed (or discarded) sessions with all that is written in them, newest first."""
    names = {
        row["id"]: f"{row['name']}\n{row['aliases'] or ''}"
        for row in store.rows(
            "SELECT id, name, (SELECT group_concat(alias, char(10)) FROM exercise_alias WHERE exercise_id = e.id)"
            " AS aliases FROM exercise e"
        )
    }
    notes: dict[int, list[str]] = {}
    for row in store.rows(
        "SELECT b.session_id, p.note FROM performed_set p JOIN session_exercise b ON b.id = p.session_exercise_id"
        " WHERE p.note <> ''"
    ):
        notes.setdefault(row["session_id"], []).append(row["note"])
    rows = store.rows(
        "SELECT s.id, s.uid, s.local_date, s.title, s.note,"
        " (SELECT group_concat(b.exercise_id) FROM session_exercise b WHERE b.session_id = s.id) AS exercises,"
        " (SELECT group_concat(b.note, char(10)) FROM session_exercise b WHERE b.session_id = s.id AND b.note <> '')"
        " AS block_notes FROM session s WHERE s.profile_id = ? AND s.status = ?"
        " ORDER BY s.started_at DESC, s.id DESC",
        (profile_id, (Status.DISCARDED if discarded else Status.COMPLETED).value),
    )
    return tuple(_entry(row, names, notes.get(row["id"], ())) for row in rows)


def _entry(row: sqlite3.Row, names: dict[int, str], notes: Sequence[str]) -> Entry:
    exercises = (names[int(one)] for one in (row["exercises"] or "").split(",") if one)
    parts = (row["title"], row["note"], row["block_notes"] or "", *notes, *exercises)
    return Entry(row["uid"], date.fromisoformat(row["local_date"]), fold("\n".join(part for part in parts if part)))
