"""What imports remember of all files at once, to be carried to another log."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from workout_tui.model.whole import CarriedImport, CarriedSession, CarriedSet
from workout_tui.store import imports

if TYPE_CHECKING:
    import sqlite3

    from workout_tui.store.connection import Store


def read(store: Store, profile_id: int) -> tuple[CarriedImport, ...]:
    """The imports of a lifter, oldest first."""
    sets: dict[int, list[CarriedSet]] = defaultdict(list)
    for row in store.rows(
        "SELECT i.import_session_id, i.set_uid, i.base, iif(i.batch_id = s.batch_id, '', b.uid) AS added_by"
        " FROM import_session s JOIN import_set i ON i.import_session_id = s.id"
        " JOIN import_batch b ON b.id = i.batch_id WHERE s.profile_id = ? ORDER BY i.import_session_id, i.ordinal",
        (profile_id,),
    ):
        exercise, was = imports.said(row["base"])
        sets[row["import_session_id"]].append(CarriedSet(row["set_uid"], exercise, was, row["added_by"]))
    sessions: dict[int, list[CarriedSession]] = defaultdict(list)
    for row in store.rows(
        "SELECT i.id, i.batch_id, i.source_key, s.uid FROM import_session i JOIN session s ON s.id = i.session_id"
        " WHERE i.profile_id = ? ORDER BY i.id",
        (profile_id,),
    ):
        sessions[row["batch_id"]].append(CarriedSession(row["uid"], row["source_key"], tuple(sets[row["id"]])))
    batches = store.rows("SELECT * FROM import_batch WHERE profile_id = ? ORDER BY at, id", (profile_id,))
    return tuple(_import(row, sessions[row["id"]]) for row in batches)


def is_free(store: Store, profile_id: int, source: str, key: str, session_id: int) -> bool:
    """Whether nothing is remembered yet of a session, nor of what a source knows by this key."""
    return not store.value(
        "SELECT EXISTS (SELECT 1 FROM import_session WHERE session_id = ?1)"
        " OR EXISTS (SELECT 1 FROM import_session WHERE profile_id = ?2 AND source = ?3 AND source_key = ?4)",
        (session_id, profile_id, source, key),
    )


def has_set(store: Store, set_uid: str) -> bool:
    """Whether it is remembered where a set came from."""
    return store.value("SELECT 1 FROM import_set WHERE set_uid = ?", (set_uid,)) is not None


def batch(store: Store, uid: str) -> tuple[int, int] | None:
    """The ids of an import's row and of its lifter's."""
    row = store.row("SELECT id, profile_id FROM import_batch WHERE uid = ?", (uid,))
    return (row["id"], row["profile_id"]) if row else None


def _import(row: sqlite3.Row, sessions: list[CarriedSession]) -> CarriedImport:
    return CarriedImport(row["uid"], row["format"], row["file_name"], row["sha256"], row["at"], tuple(sessions))
