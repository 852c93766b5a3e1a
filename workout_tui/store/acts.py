"""Acts: what the user did, one transaction each, and the thread that undo follows.

While an act's transaction runs, its row is marked open; the audit triggers write its id beside every
change. Undo reads those changes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workout_tui.store.connection import Store


@dataclass(slots=True)
class Act:
    """The act whose transaction is running. Set `session_id` once it is known."""

    id: int
    session_id: int | None = None


@contextmanager
def act(
    store: Store, kind: str, *, at: int, profile_id: int | None = None, session_id: int | None = None
) -> Iterator[Act]:
    """One act of the user in one transaction. An act that changed nothing leaves no trace."""
    with store.write():
        store.run(
            "INSERT INTO act(profile_id, session_id, at, kind, open) VALUES (?, ?, ?, ?, 1)",
            (profile_id, session_id, at, kind),
        )
        running = Act(int(store.value("SELECT last_insert_rowid()")), session_id)
        yield running
        if store.value("SELECT 1 FROM audit WHERE act_id = ?", (running.id,)):
            store.run("UPDATE act SET open = NULL, session_id = ? WHERE id = ?", (running.session_id, running.id))
        else:
            store.run("DELETE FROM act WHERE id = ?", (running.id,))
