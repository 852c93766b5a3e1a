"""Acts: what the user did, one transaction each, and the thread that undo follows.

While an act's transaction runs, its row is marked open; the audit triggers write its id beside every
change. Undo reads those changes back.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_tui.store.connection import Store


@dataclass(slots=True)
class Act:
    """The act whose transaction is running. Set `session_id`, or `about`, once it is known."""

    id: int
    session_id: int | None = None
    about: str | None = None
    """the uid of the template, program or lifter it was about; its undo is asked for there"""


@contextmanager
def act(
    store: Store, kind: str, *, at: int, profile_id: int | None = None, session_id: int | None = None
) -> Iterator[Act]:
    """One act of the user in one transaction. An act that changed nothing leaves no trace.

    Args:
        store: the log.
        kind: what the user did, one word; “undo” and “redo” are those of `undo`.
        at: when, UTC milliseconds; the audit takes it too.
        profile_id: whose act.
        session_id: the session it belongs to, whose undo takes it back.

    Raises:
        StoreUnavailable: nothing was acknowledged.
        InvalidEntry: a constraint refused the values.
    """
    with store.write(), part(store, kind, at=at, profile_id=profile_id, session_id=session_id) as running:
        yield running


@contextmanager
def part(
    store: Store, kind: str, *, at: int, profile_id: int | None = None, session_id: int | None = None
) -> Iterator[Act]:
    """The same within a transaction that is already running: with what else is done in it, or not at all."""
    with recorded(store, kind, at=at, profile_id=profile_id, session_id=session_id) as running:
        yield running
        if not store.value("SELECT 1 FROM audit WHERE act_id = ? LIMIT 1", (running.id,)):
            store.run("DELETE FROM act WHERE id = ?", (running.id,))


@contextmanager
def recorded(
    store: Store,
    kind: str,
    *,
    at: int,
    profile_id: int | None = None,
    session_id: int | None = None,
    about: str | None = None,
    undoes: int | None = None,
    redoes: int | None = None,
) -> Iterator[Act]:
    """An act within a transaction that is already running: what is written meanwhile is written in its name.

    Args:
        store: the log.
        kind: what the user did.
        at: when, UTC milliseconds.
        profile_id: whose act.
        session_id: the session it belongs to.
        about: the uid of the template, program or lifter it was about.
        undoes: the act that an undo takes back.
        redoes: the act that a redo does again.
    """
    store.run(
        "INSERT INTO act(profile_id, session_id, at, kind, undoes, redoes, open) VALUES (?, ?, ?, ?, ?, ?, 1)",
        (profile_id, session_id, at, kind, undoes, redoes),
    )
    running = Act(int(store.value("SELECT last_insert_rowid()")), session_id, about)
    yield running
    store.run(
        "UPDATE act SET open = NULL, session_id = ?, about = ? WHERE id = ?",
        (running.session_id, running.about, running.id),
    )
