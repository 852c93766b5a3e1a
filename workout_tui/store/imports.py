"""What came from other programs' files: which session and set each row became, and what it was when it came."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.alignment import Row
from workout_tui.model.intake import ImportBatch, ImportSource
from workout_tui.store import values

if TYPE_CHECKING:
    import sqlite3

    from workout_tui.model.session import SetValues
    from workout_tui.store.connection import Store


_PARKED = 1_000_000


class Imported(NamedTuple):
    """A set that came before: where and what it was then, and what it is now (None: removed since)."""

    id: int
    ordinal: int
    set_uid: str
    exercise: str
    base: str
    now: str | None


def image(one: SetValues) -> str:
    """A set's values in one text, to compare."""
    return json.dumps(values.of_values(one), separators=(",", ":"), ensure_ascii=False)


def add_batch(store: Store, profile_id: int, uid: str, source: ImportSource, at: int) -> int:
    """Note that a file is being imported. Returns the id of the row."""
    store.run(
        "INSERT INTO import_batch(uid, profile_id, format, file_name, sha256, at) VALUES (?, ?, ?, ?, ?, ?)",
        (uid, profile_id, source.format, source.file_name, source.sha256, at),
    )
    return int(store.value("SELECT last_insert_rowid()"))


def drop_batch(store: Store, batch_id: int) -> None:
    """Forget an import that brought nothing."""
    store.run("DELETE FROM import_batch WHERE id = ?", (batch_id,))


def session_of(store: Store, profile_id: int, source: str, key: str) -> tuple[int, int] | None:
    """The ids of the import's row and of the session that this key became."""
    row = store.row(
        "SELECT id, session_id FROM import_session WHERE profile_id = ? AND source = ? AND source_key = ?",
        (profile_id, source, key),
    )
    return (row["id"], row["session_id"]) if row else None


def add_session(store: Store, profile_id: int, source: str, key: str, *, batch_id: int, session_id: int) -> int:
    """Note which session a key became. Returns the id of the row."""
    store.run(
        "INSERT INTO import_session(profile_id, source, source_key, batch_id, session_id) VALUES (?, ?, ?, ?, ?)",
        (profile_id, source, key, batch_id, session_id),
    )
    return int(store.value("SELECT last_insert_rowid()"))


def sets_of(store: Store, import_session_id: int) -> tuple[Imported, ...]:
    """The sets a session brought, in the order of the source."""
    rows = store.rows(
        "SELECT i.id AS import_id, i.ordinal, i.set_uid, i.base, p.* FROM import_set i"
        " LEFT JOIN performed_set p ON p.uid = i.set_uid WHERE i.import_session_id = ? ORDER BY i.ordinal",
        (import_session_id,),
    )
    return tuple(
        Imported(row["import_id"], row["ordinal"], row["set_uid"], *_base(row["base"]), _now(row)) for row in rows
    )


def add_set(store: Store, import_session_id: int, ordinal: int, *, batch_id: int, set_uid: str, row: Row) -> None:
    """Note which set a row of the source became, and what the source said."""
    store.run(
        "INSERT INTO import_set(import_session_id, ordinal, batch_id, set_uid, base) VALUES (?, ?, ?, ?, ?)",
        (import_session_id, ordinal, batch_id, set_uid, json.dumps(row, ensure_ascii=False)),
    )


def rebase(store: Store, import_set_id: int, row: Row) -> None:
    """Note what the source says of a set now, if that is something else."""
    store.run(
        "UPDATE import_set SET base = ?1 WHERE id = ?2 AND base <> ?1",
        (json.dumps(row, ensure_ascii=False), import_set_id),
    )


def renumber(store: Store, ordinals: dict[int, int]) -> None:
    """Give rows of one session, by id, their new places in the source."""
    for parked in (_PARKED, 0):  # by way of places nobody has, since no two may share one on the way
        for import_set_id, ordinal in ordinals.items():
            store.run("UPDATE import_set SET ordinal = ? WHERE id = ?", (parked + ordinal, import_set_id))


def batches(store: Store, profile_id: int) -> tuple[ImportBatch, ...]:
    """The lifter's imports, newest first."""
    rows = store.rows("SELECT * FROM import_batch WHERE profile_id = ? ORDER BY at DESC, id DESC", (profile_id,))
    return tuple(_batch(store, row) for row in rows)


def find_batch(store: Store, profile_id: int, uid: str) -> tuple[int, ImportBatch] | None:
    """An import of the lifter and the id of its row."""
    row = store.row("SELECT * FROM import_batch WHERE profile_id = ? AND uid = ?", (profile_id, uid))
    return (row["id"], _batch(store, row)) if row else None


def remove(store: Store, batch_id: int) -> None:
    """Take back an import: its sets, and its sessions with all that was added to them since."""
    mine = "(SELECT session_id FROM import_session WHERE batch_id = :batch)"
    blocks = f"(SELECT id FROM session_exercise WHERE session_id IN {mine})"
    notes = "(SELECT id FROM import_session WHERE batch_id = :batch)"
    for statement in (
        "DELETE FROM performed_set WHERE uid IN (SELECT set_uid FROM import_set WHERE batch_id = :batch)"
        f" OR session_exercise_id IN {blocks}",
        f"DELETE FROM planned_set WHERE session_exercise_id IN {blocks}",
        f"DELETE FROM import_set WHERE batch_id = :batch OR import_session_id IN {notes}",
        f"DELETE FROM session_exercise WHERE session_id IN {mine}",
        "CREATE TEMP TABLE going AS SELECT session_id AS id FROM import_session WHERE batch_id = :batch",
        "DELETE FROM import_session WHERE batch_id = :batch",
        "DELETE FROM session WHERE id IN (SELECT id FROM going)",
        "DROP TABLE going",
        "DELETE FROM import_batch WHERE id = :batch",
    ):
        store.run(statement, {"batch": batch_id} if ":batch" in statement else ())


def _batch(store: Store, row: sqlite3.Row) -> ImportBatch:
    came = store.rows(
        "SELECT i.base, p.* FROM import_set i LEFT JOIN performed_set p ON p.uid = i.set_uid WHERE i.batch_id = ?",
        (row["id"],),
    )
    return ImportBatch(
        uid=row["uid"],
        format=row["format"],
        file_name=row["file_name"],
        at=row["at"],
        sessions=store.value("SELECT count(*) FROM import_session WHERE batch_id = ?", (row["id"],)),
        sets=len(came),
        edited=sum(_now(one) != _base(one["base"]).values for one in came),
    )


def _now(row: sqlite3.Row) -> str | None:
    return None if row["kind"] is None else image(values.values(row))


def _base(text: str) -> Row:
    return Row(*json.loads(text))
