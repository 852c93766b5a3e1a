"""On which laptop the sets of this log were made.

A log that wakes up on another laptop was copied or moved. From then on only sets that are made there are
appended to the sheet by that laptop: the other one may still be appending the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workout_tui.store.connection import Store


class Device(NamedTuple):
    """The laptop the log is on."""

    uid: str
    last_set: int
    """the highest id a set had when the log came here: sets above it were made here"""
    others_out: bool
    """whether the lifter said that no other laptop uses this log any longer"""


def current(store: Store) -> Device | None:
    """The laptop that the log believes it is on."""
    row = store.row("SELECT uid, last_set, others_out_at FROM device ORDER BY id DESC LIMIT 1")
    return Device(row["uid"], row["last_set"], row["others_out_at"] is not None) if row else None


def arrive(store: Store, uid: str, at: int) -> Device:
    """The log is on this laptop now, inside `write`. On the first one every set was made here."""
    known = current(store)
    last_set = 0 if known is None else _last_set(store)
    store.run("INSERT INTO device(uid, at, last_set) VALUES (?, ?, ?)", (uid, at, last_set))
    return Device(uid, last_set, others_out=False)


def others_are_out(store: Store, at: int) -> None:
    """The lifter says that no other laptop uses this log: all sets are this one's to append, inside `write`."""
    store.run("UPDATE device SET others_out_at = ? WHERE id = (SELECT max(id) FROM device)", (at,))
    store.run("UPDATE sheet_session SET stale = 1, elsewhere = 0 WHERE elsewhere = 1")


def _last_set(store: Store) -> int:
    return int(store.value("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'performed_set'"))
