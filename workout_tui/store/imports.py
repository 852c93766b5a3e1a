"""What came from other programs' files: which session and set each row became, and what it was when it came."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.alignment import Row
from workout_tui.model.intake import ImportBatch, ImportSource
from workout_tui.store import values

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from workout_tui.model.session import SetValues
    from workout_tui.store.connection import Store


_PARKED = 1_000_000

_COLUMNS = {
    "load": ("load", "unit"),
    "reps": ("reps",),
    "seconds": ("seconds",),
    "distance": ("distance", "distance_unit"),
    "rpe10": ("rpe10",),
    "kind": ("kind",),
    "note": ("note",),
}
"""the columns of those fields of a set for which a file may have none"""

_NOTHING = {"kind": "work", "note": ""}
"""what stands there then; NULL in the others"""


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
    return _text(values.of_values(one))


def said(base: str) -> tuple[str, SetValues]:
    """What a row of the source said: the exercise as it is called there, and the set."""
    row = _base(base)
    return row.exercise, values.values(_columns(row.values))


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


def same_start(store: Store, profile_id: int, source: str, started_at: int) -> tuple[tuple[int, int, str], ...]:
    """The sessions of a source that began at a moment: id of the import's row, id of the session, key."""
    rows = store.rows(
        # CROSS keeps the order: the planner would read every session that was ever imported.
        "SELECT i.id, i.session_id, i.source_key FROM session s CROSS JOIN import_session i ON i.session_id = s.id"
        " WHERE s.profile_id = ? AND s.started_at = ? AND i.source = ?",
        (profile_id, started_at, source),
    )
    return tuple((row["id"], row["session_id"], row["source_key"]) for row in rows)


def rename(store: Store, import_session_id: int, key: str) -> None:
    """Note that the source knows a session by another key now."""
    store.run("UPDATE import_session SET source_key = ? WHERE id = ?", (key, import_session_id))


def filled(one: SetValues, base: str, fields: Collection[str]) -> SetValues:
    """A set with those fields as they were when it came."""
    came, new = _columns(base), dict(zip(values.SET_COLUMNS, values.of_values(one), strict=True))
    return values.values(new | {column: came[column] for field in fields for column in _COLUMNS[field]})


def without(base: str, fields: Collection[str]) -> str:
    """What a set was when it came, had the file said nothing about those fields."""
    nothing = {column: _NOTHING.get(column) for field in fields for column in _COLUMNS[field]}
    return _text((_columns(base) | nothing).values())


def sessions_of(store: Store, batch_id: int) -> tuple[int, ...]:
    """The ids of the sessions that an import brought."""
    rows = store.rows("SELECT session_id FROM import_session WHERE batch_id = ? ORDER BY id", (batch_id,))
    return tuple(row["session_id"] for row in rows)


def changed_since(store: Store, batch_id: int) -> frozenset[int]:
    """Those of an import's sessions in which anything was written since by anything but an import."""
    rows = store.rows(
        "SELECT DISTINCT a.session_id FROM audit a LEFT JOIN act ON act.id = a.act_id"
        " WHERE a.session_id IN (SELECT session_id FROM import_session WHERE batch_id = ?)"
        " AND coalesce(act.kind, '') NOT IN ('import', 'undo import')",
        (batch_id,),
    )
    return frozenset(row["session_id"] for row in rows)


def forget_session(store: Store, session_id: int) -> None:
    """Forget where a session came from: its file brings it anew."""
    store.run(
        "DELETE FROM import_set WHERE import_session_id IN (SELECT id FROM import_session WHERE session_id = ?)",
        (session_id,),
    )
    store.run("DELETE FROM import_session WHERE session_id = ?", (session_id,))


def sets_elsewhere(store: Store, batch_id: int) -> tuple[Imported, ...]:
    """The sets that an import added to sessions of earlier ones."""
    rows = store.rows(
        "SELECT i.id AS import_id, i.ordinal, i.set_uid, i.base, p.* FROM import_set i"
        " JOIN import_session s ON s.id = i.import_session_id LEFT JOIN performed_set p ON p.uid = i.set_uid"
        " WHERE i.batch_id = ?1 AND s.batch_id <> ?1 ORDER BY i.id",
        (batch_id,),
    )
    return tuple(
        Imported(row["import_id"], row["ordinal"], row["set_uid"], *_base(row["base"]), _now(row)) for row in rows
    )


def forget_set(store: Store, import_set_id: int) -> None:
    """Forget where a set came from: its file brings it anew."""
    store.run("DELETE FROM import_set WHERE id = ?", (import_set_id,))


def is_empty(store: Store, batch_id: int) -> bool:
    """Whether nothing in the log comes from an import any more."""
    return not store.value(
        "SELECT EXISTS (SELECT 1 FROM import_session WHERE batch_id = ?1)"
        " OR EXISTS (SELECT 1 FROM import_set WHERE batch_id = ?1)",
        (batch_id,),
    )


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


def _text(columns: Iterable[str | int | None]) -> str:
    return json.dumps(list(columns), separators=(",", ":"), ensure_ascii=False)


def _columns(base: str) -> dict[str, str | int | None]:
    return dict(zip(values.SET_COLUMNS, json.loads(base), strict=True))
