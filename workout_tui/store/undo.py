"""Undo and redo: an act is taken back, or done again, from what the audit recorded of it.

Undo proves that every row the act touched still stands as the act left it, then puts back what was
before; redo the other way round. Both are acts themselves, so they survive a kill, count revisions and
leave a trace. Which act it is follows from a thread: that of a session, or of what acts are about.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, TypedDict

from workout_tui.errors import CannotUndo, InvalidEntry
from workout_tui.store import effects
from workout_tui.store.acts import recorded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from workout_tui.store.connection import Store

_NONE: Mapping[str, str] = MappingProxyType({})


class _Thread(NamedTuple):
    """The acts that undo follows back: those of a session, or those about a template, a program or a lifter."""

    column: Literal["session_id", "about"]
    value: int | str

    def of_act(self) -> _ActOf:
        """How an act of this thread is written."""
        return {"session_id": int(self.value)} if self.column == "session_id" else {"about": str(self.value)}


class _ActOf(TypedDict, total=False):
    session_id: int
    about: str


class _Past(NamedTuple):
    """An act to be undone or redone."""

    id: int
    kind: str
    profile_id: int | None


def undo_last(
    store: Store,
    session_id: int,
    *,
    at: int,
    refused: Mapping[str, str] | None = None,
    passed_over: Collection[str] = (),
) -> str:
    """Take back the newest act of a session that is not undone yet.

    Args:
        store: the log.
        session_id: whose acts.
        at: when the user asked, UTC milliseconds.
        refused: kinds of acts that cannot be undone, each with the words that say so.
        passed_over: kinds that undo looks past, at what was done before them.

    Returns:
        The kind of the act that was taken back.

    Raises:
        CannotUndo: there is none, its kind is refused, or something it touched was changed since.
        StoreUnavailable: nothing was taken back.
    """
    return _undone(store, _Thread("session_id", session_id), at, refused or {}, passed_over)


def redo_next(store: Store, session_id: int, *, at: int) -> str:
    """Do again the act that was undone last, unless something new was done since.

    Args:
        store: the log.
        session_id: whose acts.
        at: when the user asked, UTC milliseconds.

    Returns:
        The kind of the act that was done again.

    Raises:
        CannotUndo: there is none, or something it touches was changed since.
        StoreUnavailable: nothing was done again.
    """
    return _redone(store, _Thread("session_id", session_id), at)


def undo_about(store: Store, about: str, *, at: int) -> str:
    """Take back the newest act about a template, a program or a lifter, by its uid, as `undo_last` of a session."""
    return _undone(store, _Thread("about", about), at)


def redo_about(store: Store, about: str, *, at: int) -> str:
    """Do again the act about such a one that was undone last, as `redo_next` does in a session."""
    return _redone(store, _Thread("about", about), at)


def acted_about(store: Store, profile_id: int, about: str) -> bool:
    """Whether a lifter ever acted about it: what they made and took back is theirs to make again."""
    return store.value("SELECT 1 FROM act WHERE about = ? AND profile_id = ?", (about, profile_id)) is not None


def _undone(
    store: Store, thread: _Thread, at: int, refused: Mapping[str, str] = _NONE, passed_over: Collection[str] = ()
) -> str:
    with _whole(), store.write():
        past = _last(store, thread, passed_over)
        if past is None:
            raise CannotUndo("Nothing to undo.")
        if past.kind in refused:
            raise CannotUndo(refused[past.kind])
        changes = effects.of_act(store, past.id)
        _refuse_making(thread, changes)
        with recorded(store, "undo", at=at, profile_id=past.profile_id, undoes=past.id, **thread.of_act()):
            effects.apply(store, [change.turned() for change in changes])
        store.run("UPDATE act SET undone_at = ? WHERE id = ?", (at, past.id))
        return past.kind


def _refuse_making(thread: _Thread, changes: Sequence[effects.Change]) -> None:
    """What made the template that the acts are about is not taken back: nothing would be left to look at."""
    for change in changes:
        made = change.after if change.table == "template" and change.before is None else None
        if made is not None and made["uid"] == thread.value:
            raise CannotUndo("This made the workout.", "Put it away instead.")


def _redone(store: Store, thread: _Thread, at: int) -> str:
    with _whole(), store.write():
        past = _next(store, thread)
        if past is None:
            raise CannotUndo("Nothing to redo.")
        changes = effects.of_act(store, past.id)
        with recorded(store, "redo", at=at, profile_id=past.profile_id, redoes=past.id, **thread.of_act()):
            effects.apply(store, changes)
        store.run("UPDATE act SET undone_at = NULL WHERE id = ?", (past.id,))
        return past.kind


@contextmanager
def _whole() -> Iterator[None]:
    # A place or a name that was taken since, or a set that was logged into a block since: constraints know.
    try:
        yield
    except InvalidEntry as error:
        raise CannotUndo(
            "Something that was done since stands in the way.", effects.BY_HAND, **error.context
        ) from error


def _last(store: Store, thread: _Thread, passed_over: Collection[str]) -> _Past | None:
    row = store.row(
        f"SELECT id, kind, profile_id FROM act WHERE {thread.column} = ? AND undoes IS NULL AND redoes IS NULL"
        " AND undone_at IS NULL AND kind NOT IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT 1",
        (thread.value, json.dumps(list(passed_over))),
    )
    return _Past(*row) if row else None


def _next(store: Store, thread: _Thread) -> _Past | None:
    """The first of the acts undone since the newest act: an act that is new gives up all redo before it."""
    row = store.row(
        f"SELECT id, kind, profile_id FROM act WHERE {thread.column} = :it AND undone_at IS NOT NULL"
        f" AND (SELECT max(u.id) FROM act u WHERE u.{thread.column} = :it AND u.undoes = act.id)"
        f" > (SELECT max(id) FROM act WHERE {thread.column} = :it AND undoes IS NULL AND redoes IS NULL)"
        " ORDER BY id LIMIT 1",
        {"it": thread.value},
    )
    return _Past(*row) if row else None
