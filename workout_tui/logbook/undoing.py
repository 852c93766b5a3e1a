"""Undo and redo, act by act, within one session."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_tui.logbook import finding
from workout_tui.model.session import Status
from workout_tui.store import session_reads, sessions, undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.logbook.desk import Desk
    from workout_tui.model.session import Session
    from workout_tui.store.connection import Store

_PASSED_OVER = ("finish", "reopen", "discard", "take back")
"""the way a session went: each has a key of its own to go back"""

_REFUSED = {
    "start": "Nothing left to undo: this began the workout. Finish can discard it.",
    "add past workout": "Nothing left to undo: this added the workout. D in History puts it aside.",
}
_OVER = {"finish": "Nothing was changed since it was finished. To go on with it, open it again."}
"""the same for a session that is over: what was done while it ran is not a key away"""


class Undone(NamedTuple):
    """The session after an undo or redo, and the kind of act that was taken back or done again."""

    session: Session
    kind: str


def undo_last(desk: Desk, session_uid: str) -> Undone:
    """Take back the last act in a session.

    Raises:
        CannotUndo: there is none, or something it touched was changed since.
    """

    def move(store: Store, found: sessions.Found, at: int) -> str:
        over = {} if found.status is Status.ACTIVE else _OVER
        passed = [kind for kind in _PASSED_OVER if kind not in over]
        return undo.undo_last(store, found.id, at=at, refused=_REFUSED | over, passed_over=passed)

    return _moved(desk, "undo", session_uid, move)


def redo_next(desk: Desk, session_uid: str) -> Undone:
    """Do again the act that was undone last.

    Raises:
        CannotUndo: there is none, or something it touches was changed since.
    """
    return _moved(desk, "redo", session_uid, lambda store, found, at: undo.redo_next(store, found.id, at=at))


def _moved(desk: Desk, operation: str, session_uid: str, move: Callable[[Store, sessions.Found, int], str]) -> Undone:
    with desk.timed(operation) as told:
        told["session"] = session_uid
        found = finding.session(desk.store, desk.profile_id, session_uid)
        kind = move(desk.store, found, desk.clock.now())
    with desk.store.read():
        return Undone(session_reads.whole(desk.store, found.id), kind)
