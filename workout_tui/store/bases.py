"""What was last known to stand in the sheet for each set: the base of every comparison."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from workout_tui.store.connection import Store


class BaseRow(NamedTuple):
    """A set as the sheet was last known to have it."""

    set_uid: str
    session_id: int
    token: str
    cells: dict[str, Any]
    """values by the names of their columns; what is empty is left out"""
    missing_seen_at: int | None = None
    """when its key was first found missing, by the server's clock"""
    gone: bool = False
    """the lifter took the row out of the sheet"""


_COLUMNS = ", ".join(BaseRow._fields)


def of_sessions(store: Store, sheet_id: int, session_ids: Sequence[int]) -> tuple[BaseRow, ...]:
    """The bases of all sets that these sessions have or had."""
    rows = store.rows(
        f"SELECT {_COLUMNS} FROM json_each(?) wanted CROSS JOIN sheet_base ON session_id = wanted.value"
        " WHERE sheet_id = ? ORDER BY set_uid",
        (json.dumps(list(session_ids)), sheet_id),
    )
    return tuple(_base(row) for row in rows)


def of_sets(store: Store, sheet_id: int, set_uids: Collection[str]) -> dict[str, BaseRow]:
    """The bases of sets."""
    rows = store.rows(
        f"SELECT {_COLUMNS} FROM sheet_base WHERE sheet_id = ? AND set_uid IN (SELECT value FROM json_each(?))",
        (sheet_id, json.dumps(list(set_uids))),
    )
    return {row["set_uid"]: _base(row) for row in rows}


def every(store: Store, sheet_id: int) -> dict[str, BaseRow]:
    """All bases of a sheet by their sets."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM sheet_base WHERE sheet_id = ?", (sheet_id,))
    return {row["set_uid"]: _base(row) for row in rows}


def count(store: Store, sheet_id: int) -> int:
    """How many rows of ours stand in the sheet, as far as is known."""
    # The + keeps SQLite off the key, which leads through the cells of all rows: an index has all that is counted.
    return int(store.value("SELECT count(*) FROM sheet_base WHERE +sheet_id = ? AND gone = 0", (sheet_id,)))


def put(store: Store, sheet_id: int, rows: Iterable[BaseRow]) -> None:
    """Write bases, inside `write`; each replaces the one before."""
    store.run_many(
        f"INSERT INTO sheet_base(sheet_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(sheet_id, set_uid) DO UPDATE SET session_id = excluded.session_id, token = excluded.token,"
        " cells = excluded.cells, missing_seen_at = excluded.missing_seen_at, gone = excluded.gone",
        [
            (sheet_id, one.set_uid, one.session_id, one.token, json.dumps(one.cells), one.missing_seen_at, one.gone)
            for one in rows
        ],
    )


def forget(store: Store, sheet_id: int, set_uid: str) -> None:
    """Nothing is known of a set in the sheet any longer: it would be appended again."""
    store.run("DELETE FROM sheet_base WHERE sheet_id = ? AND set_uid = ?", (sheet_id, set_uid))


def note_missing(store: Store, sheet_id: int, set_uid: str, seen_at: int | None) -> None:
    """Note when a set's key was first found missing; None: it is there."""
    store.run(
        "UPDATE sheet_base SET missing_seen_at = ? WHERE sheet_id = ? AND set_uid = ?", (seen_at, sheet_id, set_uid)
    )


def note_gone(store: Store, sheet_id: int, set_uid: str) -> None:
    """The lifter took a row out of the sheet."""
    store.run("UPDATE sheet_base SET gone = 1 WHERE sheet_id = ? AND set_uid = ?", (sheet_id, set_uid))


def _base(row: Any) -> BaseRow:
    uid, session_id, token, cells, missing, gone = row
    return BaseRow(uid, session_id, token, json.loads(cells), missing, bool(gone))


def forget_inherited(store: Store) -> None:
    """The log woke up on another laptop: what that one has yet to send may change what was known of the sheet.

    Of every session with something that was not acknowledged the bases go, in whichever sheet: what differs in
    its rows is asked about from now on, and never written over.
    """
    store.run(
        "DELETE FROM sheet_base WHERE EXISTS (SELECT 1 FROM session s LEFT JOIN sheet_session y"
        "   ON y.session_id = s.id AND y.sheet_id = sheet_base.sheet_id WHERE s.id = sheet_base.session_id"
        "   AND (y.session_id IS NULL OR y.stale OR s.revision <> y.revision OR s.status <> y.status))"
        " OR EXISTS (SELECT 1 FROM sync_batch d, json_each(d.members) m WHERE d.sheet_id = sheet_base.sheet_id"
        "   AND d.state IN ('sent', 'unknown') AND m.value ->> '$.session' = sheet_base.session_id)"
    )
