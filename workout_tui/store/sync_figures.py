"""What the program's own records and its alerts need to know of the sync."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workout_tui.store.connection import Store


class SentBatch(NamedTuple):
    """A batch by the ids that may be named."""

    uid: str
    state: str
    sessions: tuple[str, ...]
    """the uids of the sessions in it"""


def newest_batch(store: Store, sheet_id: int) -> int:
    """The id of the batch that was begun last; 0 before the first."""
    return int(store.value("SELECT coalesce(max(id), 0) FROM sync_batch WHERE sheet_id = ?", (sheet_id,)))


def batches_after(store: Store, sheet_id: int, batch_id: int) -> tuple[SentBatch, ...]:
    """The batches begun after this one, oldest first."""
    rows = store.rows(
        "SELECT uid, state, (SELECT json_group_array(value ->> '$.uid') FROM json_each(members)) AS sessions"
        " FROM sync_batch WHERE sheet_id = ? AND id > ? ORDER BY id",
        (sheet_id, batch_id),
    )
    return tuple(SentBatch(row["uid"], row["state"], tuple(filter(None, json.loads(row["sessions"])))) for row in rows)


def lifter_uid(store: Store, profile_id: int) -> str:
    """The uid of the lifter whose sheet it is."""
    return str(store.value("SELECT uid FROM profile WHERE id = ?", (profile_id,)))
