"""Batches: what was sent in one call, written down before it was sent.

``sent`` becomes ``applied``, ``failed`` or ``unknown``; a batch found as ``sent`` later was cut off by a
kill and is unknown too. ``dropped`` ones were inherited with a copy of the log: their laptop settles them.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.store.connection import Store

_KEPT = 200


class Kind(StrEnum):
    """What a batch does to rows."""

    APPEND = "append"
    EDIT = "edit"
    REPAIR = "repair"


class Batch(NamedTuple):
    """A batch that was sent."""

    id: int
    uid: str
    kind: Kind
    state: str
    at: int
    """when it was about to be sent, by this laptop's clock"""
    quarantine_seen_at: int | None
    """the server's clock at the first read after its end became uncertain"""
    members: list[Any]
    """the parts of it, as the protocol wrote them; each has the id of its `session`"""


def intend(store: Store, sheet_id: int, uid: str, kind: Kind, *, members: Sequence[Any], at: int) -> int:
    """Write down what is about to be sent, inside `write`. Returns the id of the row."""
    store.run(
        "INSERT INTO sync_batch(sheet_id, uid, kind, state, at, members) VALUES (?, ?, ?, 'sent', ?, ?)",
        (sheet_id, uid, kind.value, at, json.dumps(members)),
    )
    found = int(store.value("SELECT last_insert_rowid()"))
    store.run(
        "DELETE FROM sync_batch WHERE sheet_id = ? AND id <= ? AND state IN ('applied', 'failed')",
        (sheet_id, found - _KEPT),
    )
    return found


def unsettled(store: Store, sheet_id: int) -> tuple[Batch, ...]:
    """The batches whose end is not known, oldest first."""
    rows = store.rows(
        "SELECT id, uid, kind, state, at, quarantine_seen_at, members FROM sync_batch"
        " WHERE sheet_id = ? AND state IN ('sent', 'unknown') ORDER BY id",
        (sheet_id,),
    )
    return tuple(Batch(row[0], row[1], Kind(row[2]), row[3], row[4], row[5], json.loads(row[6])) for row in rows)


def is_unsettled(store: Store, sheet_id: int) -> bool:
    """Whether the end of a batch is not known."""
    return (
        store.value("SELECT 1 FROM sync_batch WHERE sheet_id = ? AND state IN ('sent', 'unknown') LIMIT 1", (sheet_id,))
        is not None
    )


def settle(store: Store, batch_id: int, *, applied: bool) -> None:
    """The end of a batch is known."""
    store.run("UPDATE sync_batch SET state = ? WHERE id = ?", ("applied" if applied else "failed", batch_id))


def doubt(store: Store, batch_id: int) -> None:
    """The end of a batch is not known: it may have been applied, or be applied yet."""
    store.run("UPDATE sync_batch SET state = 'unknown' WHERE id = ?", (batch_id,))


def begin_quarantine(store: Store, batch_id: int, seen_at: int) -> None:
    """Note the server's clock at the first read after a batch's uncertain end."""
    store.run("UPDATE sync_batch SET state = 'unknown', quarantine_seen_at = ? WHERE id = ?", (seen_at, batch_id))


def drop_inherited(store: Store) -> None:
    """The log woke up on another laptop: what is on its way is the other's to settle, in whichever sheet."""
    store.run("UPDATE sync_batch SET state = 'dropped' WHERE state IN ('sent', 'unknown')")
    store.run("UPDATE sync_job SET state = 'dropped' WHERE state = 'open'")
