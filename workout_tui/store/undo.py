"""Undo and redo: an act is taken back, or done again, from what the audit recorded of it.

An act is read as its net effect: each row it touched, before and after. Undo proves that every one
of those rows still stands as the act left it, then puts back what was before; redo the other way
round. Both are acts themselves, so they survive a kill, count revisions and leave a trace, and they
bring rows back under their old id and uid.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, TypedDict

from workout_tui.errors import CannotUndo, InvalidEntry
from workout_tui.store.acts import recorded
from workout_tui.store.places import park
from workout_tui.store.triggers import AUDITED, PLACE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from workout_tui.store.connection import Store

Image = dict[str, str | int]
"""A row's id and audited columns; what is NULL is left out."""

_BY_HAND = "Change it by hand."

_NAMES = {
    "session": "The workout",
    "session_exercise": "An exercise of this workout",
    "planned_set": "A planned set",
    "performed_set": "A set",
    "exercise_setting": "The setting of an exercise",
    "template": "The template",
    "template_exercise": "An exercise of the template",
    "template_set": "A set of the template",
    "program": "The program",
    "program_run": "The run of the program",
}


_NONE: Mapping[str, str] = MappingProxyType({})


class _Thread(NamedTuple):
    """The acts that undo follows back: those of a session, or those about a template or program."""

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


class _Change(NamedTuple):
    """What one act made of one row. None: there is no such row."""

    table: str
    id: int
    before: Image | None
    after: Image | None

    def turned(self) -> _Change:
        return _Change(self.table, self.id, self.after, self.before)


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
    """Take back the newest act about a template or program, by its uid, as `undo_last` does in a session."""
    return _undone(store, _Thread("about", about), at)


def redo_about(store: Store, about: str, *, at: int) -> str:
    """Do again the act about a template or program that was undone last, as `redo_next` does in a session."""
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
        changes = _changes(store, past.id)
        _refuse_making(thread, changes)
        with recorded(store, "undo", at=at, profile_id=past.profile_id, undoes=past.id, **thread.of_act()):
            _apply(store, [change.turned() for change in changes])
        store.run("UPDATE act SET undone_at = ? WHERE id = ?", (at, past.id))
        return past.kind


def _refuse_making(thread: _Thread, changes: Sequence[_Change]) -> None:
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
        changes = _changes(store, past.id)
        with recorded(store, "redo", at=at, profile_id=past.profile_id, redoes=past.id, **thread.of_act()):
            _apply(store, changes)
        store.run("UPDATE act SET undone_at = NULL WHERE id = ?", (past.id,))
        return past.kind


@contextmanager
def _whole() -> Iterator[None]:
    # A place or a name that was taken since, or a set that was logged into a block since: constraints know.
    try:
        yield
    except InvalidEntry as error:
        raise CannotUndo("Something that was done since stands in the way.", _BY_HAND, **error.context) from error


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


def _changes(store: Store, act_id: int) -> list[_Change]:
    """The net effect of an act, parents before their children."""
    first: dict[tuple[str, int], tuple[int, str]] = {}
    after: dict[tuple[str, int], Image | None] = {}
    for row in store.rows("SELECT seq, entity, entity_id, op, new FROM audit WHERE act_id = ? ORDER BY seq", (act_id,)):
        key = (row["entity"], row["entity_id"])
        first.setdefault(key, (row["seq"], row["op"]))
        after[key] = _image(row["new"])
    changes = [
        _Change(table, one, None if op == "I" else _image_before(store, table, one, seq), after[table, one])
        for (table, one), (seq, op) in first.items()
    ]
    order = list(AUDITED)
    return sorted(changes, key=lambda change: order.index(change.table))


def _image_before(store: Store, table: str, row_id: int, seq: int) -> Image:
    image = _image(
        store.value(
            "SELECT new FROM audit WHERE entity = ? AND entity_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
            (table, row_id, seq),
        )
    )
    if image is None:
        raise CannotUndo("What stood there before is not known.", _BY_HAND, table=table)
    return image


def _image(text: str | None) -> Image | None:
    return None if text is None else json.loads(text)


def _apply(store: Store, changes: Sequence[_Change]) -> None:
    """Bring every row from `before` to `after`, once all of them are proved to stand as `before` says."""
    for change in changes:
        _prove(store, change)
    updated = [one for one in changes if one.before and one.after and one.before != one.after]
    store.run("PRAGMA defer_foreign_keys = ON")  # until the commit: a set may move off a block that goes
    _vacate(store, updated)
    for change in reversed(changes):
        if change.after is None:
            store.run(f"DELETE FROM {change.table} WHERE id = ?", (change.id,))
    for change in changes:
        if change.before is None and change.after is not None:
            _insert(store, change.table, change.after)
    for change in updated:
        _update(store, change.table, change.id, change.after or {})


def _prove(store: Store, change: _Change) -> None:
    if change.table == "session" and (change.before is None or change.after is None):
        raise CannotUndo("This began the workout.", "Discard the workout instead.")
    columns = ", ".join(("id", *AUDITED[change.table]))
    row = store.row(f"SELECT {columns} FROM {change.table} WHERE id = ?", (change.id,))
    stands = {name: row[name] for name in row.keys() if row[name] is not None} if row else None  # noqa: SIM118 - a Row
    if stands != change.before:
        raise CannotUndo(f"{_NAMES.get(change.table, 'Something')} was changed since.", _BY_HAND, table=change.table)


def _vacate(store: Store, updated: Sequence[_Change]) -> None:
    """Give up the places, and what else is unique, of rows that are about to change: some may swap."""
    for table in PLACE:
        park(store, table, [one.id for one in updated if one.table == table])
    store.run_many(
        "UPDATE planned_set SET state = 'open', set_uid = NULL WHERE id = ?",
        [(one.id,) for one in updated if one.table == "planned_set"],
    )


def _insert(store: Store, table: str, image: Image) -> None:
    columns = [name for name in ("id", *AUDITED[table]) if name in image]
    marks = ", ".join("?" * len(columns))
    store.run(f"INSERT INTO {table}({', '.join(columns)}) VALUES ({marks})", tuple(image[name] for name in columns))


def _update(store: Store, table: str, row_id: int, image: Image) -> None:
    updates = ", ".join(f"{name} = ?" for name in AUDITED[table])
    store.run(f"UPDATE {table} SET {updates} WHERE id = ?", (*(image.get(name) for name in AUDITED[table]), row_id))
