"""Undo and redo, act by act, within one session."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workout_tui.errors import NotFound
from workout_tui.store import session_reads, sessions, undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.logbook.desk import Desk
    from workout_tui.model.session import Session

_PASSED_OVER = ("finish", "reopen", "discard", "take back")
"""the way a session went: each has a key of its own to go back"""

_REFUSED = {"start": "Nothing left to undo: this began the workout. D on Finish discards it."}


@dataclass(frozen=True, slots=True)
class Undone:
    """The session after an undo or redo, and the kind of act that was taken back or done again."""

    session: Session
    kind: str


def undo_last(desk: Desk, session_uid: str) -> Undone:
    """Take back the last act in a session.

    Raises:
        CannotUndo: there is none, or something it touched was changed since.
    """
    return _moved(desk, "undo", session_uid, partial(undo.undo_last, refused=_REFUSED, passed_over=_PASSED_OVER))


def redo_next(desk: Desk, session_uid: str) -> Undone:
    """Do again the act that was undone last.

    Raises:
        CannotUndo: there is none, or something it touches was changed since.
    """
    return _moved(desk, "redo", session_uid, undo.redo_next)


def _moved(desk: Desk, operation: str, session_uid: str, move: Callable[..., str]) -> Undone:
    with desk.timed(operation) as told:
        told["session"] = session_uid
        found = sessions.of_uid(desk.store, desk.profile_id, session_uid)
        if found is None:
            raise NotFound("This workout isn't in the log.", "Go back and choose again.", session=session_uid)
        kind = move(desk.store, found.id, at=desk.clock.now())
    with desk.store.read():
        return Undone(session_reads.whole(desk.store, found.id), kind)
