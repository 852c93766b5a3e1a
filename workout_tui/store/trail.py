"""What happened to a session: its acts, and every change of its rows, oldest first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workout_tui.store.connection import Store
    from workout_tui.store.effects import Image

_COLUMNS = "seq, at, act_id, entity, entity_id, new"
_PRESENT = {
    "session": "SELECT :session",
    "session_exercise": "SELECT id FROM session_exercise WHERE session_id = :session",
    "performed_set": "SELECT p.id FROM session_exercise b JOIN performed_set p ON p.session_exercise_id = b.id"
    " WHERE b.session_id = :session",
}
"""what stands in the session now: others may have changed it, in acts that are not of this session"""


class ActRow(NamedTuple):
    """An act of the lifter."""

    id: int
    at: int
    kind: str
    undoes: int | None
    redoes: int | None
    is_undone: bool


class Written(NamedTuple):
    """A row as it was written; None: it was removed."""

    at: int
    act_id: int | None
    """None: by another program"""
    table: str
    row_id: int
    image: Image | None


def written(store: Store, session_id: int) -> tuple[Written, ...]:
    """Every change of the session and of what is in it, oldest first."""
    parts = [f"SELECT {_COLUMNS} FROM audit WHERE act_id IN (SELECT id FROM act WHERE session_id = :session)"]
    parts += [
        f"SELECT {_COLUMNS} FROM audit WHERE entity = '{table}' AND entity_id IN ({ids})"
        for table, ids in _PRESENT.items()
    ]
    rows = store.rows(f"{' UNION '.join(parts)} ORDER BY seq", {"session": session_id})
    return tuple(
        Written(
            row["at"],
            row["act_id"],
            row["entity"],
            row["entity_id"],
            None if row["new"] is None else json.loads(row["new"]),
        )
        for row in rows
    )


def acts(store: Store, act_ids: set[int]) -> dict[int, ActRow]:
    """Acts by the ids of their rows."""
    rows = store.rows(
        "SELECT id, at, kind, undoes, redoes, undone_at FROM act WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(act_ids)),),
    )
    return {
        row["id"]: ActRow(row["id"], row["at"], row["kind"], row["undoes"], row["redoes"], row["undone_at"] is not None)
        for row in rows
    }
