"""The sheets that lifters connected; what was sent belongs to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3

    from workout_tui.store.connection import Store


class Destination(NamedTuple):
    """Where a lifter's sets go: a spreadsheet, and two tabs in it."""

    spreadsheet_id: str
    tab: int
    """the id of the log's tab, which survives renaming"""
    journal: int
    """the id of the hidden tab of receipts"""
    title: str
    """how the spreadsheet is called"""
    account: str
    """the address it is shared with"""


class SheetRow(NamedTuple):
    """A lifter's sheet as the log knows it; what `Destination` has means the same."""

    id: int
    profile_id: int
    spreadsheet_id: str
    tab: int
    journal: int
    title: str
    account: str
    key_place: int
    token_place: int
    """where the columns of keys and of tokens were when they were last looked for, from 0"""
    connected_at: int
    """when the lifter connected it last, be it with another key"""
    left_at: int | None
    """when the lifter disconnected it"""
    last_good_at: int | None


_COLUMNS = ", ".join(SheetRow._fields)


def _row(row: sqlite3.Row | None) -> SheetRow | None:
    return SheetRow(*row) if row else None


def current(store: Store, profile_id: int) -> SheetRow | None:
    """The sheet the lifter is connected to."""
    return _row(store.row(f"SELECT {_COLUMNS} FROM sheet WHERE profile_id = ? AND left_at IS NULL", (profile_id,)))


def of_lifter(store: Store, lifter_uid: str) -> SheetRow | None:
    """The sheet the lifter with this uid is connected to."""
    profile_id = store.value("SELECT id FROM profile WHERE uid = ?", (lifter_uid,))
    return None if profile_id is None else current(store, profile_id)


def of_id(store: Store, sheet_id: int) -> SheetRow | None:
    """A sheet by its row, connected or not."""
    return _row(store.row(f"SELECT {_COLUMNS} FROM sheet WHERE id = ?", (sheet_id,)))


def every(store: Store) -> tuple[SheetRow, ...]:
    """The sheets of all lifters who are connected."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM sheet WHERE left_at IS NULL ORDER BY id")
    return tuple(SheetRow(*row) for row in rows)


def connect(store: Store, profile_id: int, to: Destination, *, at: int, anew: bool) -> int:
    """Connect a lifter, inside `write`; the sheet before is left. Returns the id of the row.

    Args:
        store: the log.
        profile_id: whose sheet.
        to: where their sets go from now on.
        at: when, UTC milliseconds.
        anew: the tab was just made: nothing that was sent stands in it. Otherwise what is remembered of
            this very tab counts again.
    """
    leave(store, profile_id, at)
    known = None if anew else _remembered(store, profile_id, to)
    if known is None:
        store.run(
            "INSERT INTO sheet(profile_id, spreadsheet_id, tab, journal, connected_at) VALUES (?, ?, ?, ?, ?)",
            (profile_id, to.spreadsheet_id, to.tab, to.journal, at),
        )
        known = int(store.value("SELECT last_insert_rowid()"))
    store.run(
        "UPDATE sheet SET left_at = NULL, connected_at = ?, journal = ?, title = ?, account = ? WHERE id = ?",
        (at, to.journal, to.title, to.account, known),
    )
    return known


def _remembered(store: Store, profile_id: int, to: Destination) -> int | None:
    found = store.value(
        "SELECT id FROM sheet WHERE profile_id = ? AND spreadsheet_id = ? AND tab = ? ORDER BY id DESC",
        (profile_id, to.spreadsheet_id, to.tab),
    )
    return None if found is None else int(found)


def leave(store: Store, profile_id: int, at: int) -> bool:
    """Disconnect a lifter, inside `write`; what was sent stays known. Whether there was a sheet."""
    return store.run("UPDATE sheet SET left_at = ? WHERE profile_id = ? AND left_at IS NULL", (at, profile_id)) > 0


def was_good(store: Store, sheet_id: int, at: int) -> None:
    """Note that all there was to send stands in the sheet."""
    store.run("UPDATE sheet SET last_good_at = ? WHERE id = ?", (at, sheet_id))


def note_places(store: Store, sheet_id: int, key_place: int, token_place: int) -> None:
    """Note where the columns of keys and of tokens were found."""
    store.run(
        "UPDATE sheet SET key_place = :key, token_place = :token"
        " WHERE id = :id AND (key_place, token_place) IS NOT (:key, :token)",
        {"id": sheet_id, "key": key_place, "token": token_place},
    )
