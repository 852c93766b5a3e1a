"""Runs of programs: which one a lifter is in, since when, and what was done or left out in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.program import Taken

if TYPE_CHECKING:
    import sqlite3

    from workout_tui.store.connection import Store


class Run(NamedTuple):
    """A run and the ids of its row and its program's."""

    id: int
    program_id: int
    program_uid: str
    started_on: date
    began_at: int
    ended_at: int | None


_RUN = (
    "SELECT r.id, r.program_id, p.uid, r.started_on, r.began_at, r.ended_at FROM program_run r"
    " JOIN program p ON p.id = r.program_id"
)


def current(store: Store, profile_id: int) -> Run | None:
    """The run a lifter is in; None also when its program was put away."""
    rows = store.rows(f"{_RUN} WHERE r.profile_id = ? AND r.ended_at IS NULL AND p.archived_at IS NULL", (profile_id,))
    return _run(rows[0]) if rows else None


def latest(store: Store, program_id: int) -> Run | None:
    """The newest run of a program, over or not."""
    rows = store.rows(f"{_RUN} WHERE r.program_id = ? ORDER BY r.began_at DESC, r.id DESC LIMIT 1", (program_id,))
    return _run(rows[0]) if rows else None


def every(store: Store, profile_id: int) -> tuple[Run, ...]:
    """All runs of a lifter, oldest first."""
    return tuple(map(_run, store.rows(f"{_RUN} WHERE r.profile_id = ? ORDER BY r.began_at, r.id", (profile_id,))))


def taken(store: Store, run: Run) -> tuple[Taken, ...]:
    """What was done and what was left out in a run, in order. A session that runs counts as well."""
    rows = store.rows(
        "SELECT t.uid, s.started_at AS at, 0 AS left_out FROM session s JOIN template t ON t.id = s.template_id"
        " WHERE t.program_id = :program AND s.status <> 'discarded' AND s.started_at >= :began"
        " AND (:ended IS NULL OR s.started_at < :ended)"
        " UNION ALL SELECT t.uid, k.at, 1 FROM program_skip k JOIN template t ON t.id = k.template_id"
        " WHERE k.run_id = :run ORDER BY at, left_out DESC",
        {"program": run.program_id, "began": run.began_at, "ended": run.ended_at, "run": run.id},
    )
    return tuple(Taken(row["uid"], row["at"], is_skipped=bool(row["left_out"])) for row in rows)


def known(store: Store, program_id: int, began_at: int) -> bool:
    """Whether a program has a run that began at this moment, over or not."""
    return (
        store.value("SELECT 1 FROM program_run WHERE program_id = ? AND began_at = ?", (program_id, began_at))
        is not None
    )


def begin(store: Store, profile_id: int, program_id: int, *, uid: str, started_on: date, at: int) -> None:
    """Begin a run; the one the lifter is in ends."""
    end(store, profile_id, at)
    put(store, profile_id, program_id, uid=uid, started_on=started_on, began_at=at)


def put(
    store: Store,
    profile_id: int,
    program_id: int,
    *,
    uid: str,
    started_on: date,
    began_at: int,
    ended_at: int | None = None,
) -> int:
    """Add a run, over or not. Returns the id of the row."""
    store.run(
        "INSERT INTO program_run(uid, profile_id, program_id, started_on, began_at, ended_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (uid, profile_id, program_id, started_on.isoformat(), began_at, ended_at),
    )
    return int(store.value("SELECT last_insert_rowid()"))


def end(store: Store, profile_id: int, at: int) -> None:
    """End the run the lifter is in, if any."""
    store.run(
        "UPDATE program_run SET ended_at = max(?, began_at) WHERE profile_id = ? AND ended_at IS NULL",
        (at, profile_id),
    )


def skip(store: Store, run_id: int, template_id: int, at: int) -> None:
    """Leave a day of a run out."""
    store.run("INSERT INTO program_skip(run_id, template_id, at) VALUES (?, ?, ?)", (run_id, template_id, at))


def _run(row: sqlite3.Row) -> Run:
    started_on = date.fromisoformat(row["started_on"])
    return Run(row["id"], row["program_id"], row["uid"], started_on, row["began_at"], row["ended_at"])
