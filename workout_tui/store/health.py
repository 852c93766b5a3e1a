"""Whether a file is sound, and what is known about the SQLite that reads it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from workout_tui.errors import StoreUnavailable
from workout_tui.store.problems import Doing, translated
from workout_tui.store.triggers import PLACE

if TYPE_CHECKING:
    from pathlib import Path

OLDEST_SQLITE = (3, 37, 0)
"""The first SQLite with tables that are strict about types."""

_MOST_FAULTS = 20

_KNOWN_FAULTS: tuple[tuple[tuple[int, int, int], str], ...] = (
    (
        (3, 51, 3),
        "Two programs that move the write-ahead log at once can damage the file, very rarely."
        " Here only the interface moves it.",
    ),
    (
        (3, 45, 3),
        "A trigger may see wrong old values when an insert becomes an update, rarely. No trigger here reads them.",
    ),
)
"""The first version without the fault, and what it is."""


def quick_check(path: Path) -> list[str]:
    """The faults of a file, none when it is sound; a connection of its own, so that any thread may ask.

    A check sees damaged pages, rows without their parents and rows without a place. It cannot see a
    single flipped bit inside a value: for that there are backups.

    Raises:
        StoreUnavailable: the file cannot be read at all just now (missing, busy, without rights).
    """
    with translated(Doing.READING), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as one:
        one.execute("PRAGMA wal_autocheckpoint = 0")
        return faults(one)


def faults(connection: sqlite3.Connection) -> list[str]:
    """The faults of an open database, none when it is sound.

    Raises:
        sqlite3.Error: it cannot be read for another reason than damage.
    """
    try:
        pages = [row[0] for row in connection.execute(f"PRAGMA quick_check({_MOST_FAULTS})") if row[0] != "ok"]
        return pages or orphans(connection) + without_place(connection)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return [str(error)]
        raise


def known_faults(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> list[str]:
    """What is known to be wrong with a version of SQLite, and why it does no harm here."""
    return [words for fixed, words in _KNOWN_FAULTS if version < fixed]


def require_sqlite(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> None:
    """Refuse a SQLite that is too old for the schema.

    Raises:
        StoreUnavailable: it is.
    """
    if version < OLDEST_SQLITE:
        has, needs = (".".join(map(str, one)) for one in (version, OLDEST_SQLITE))
        raise StoreUnavailable(
            f"The log cannot be opened: this Python brings SQLite {has}, and {needs} is needed.",
            "Install a newer Python.",
        )


def orphans(connection: sqlite3.Connection) -> list[str]:
    """The rows whose parents are gone, in words, by table."""
    found = connection.execute('SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2')
    return [f"{count} of {table} without their {parent}" for table, parent, count in found]


def without_place(connection: sqlite3.Connection) -> list[str]:
    """The rows that are parked without a place, in words, by table."""
    counts = {
        table: connection.execute(f"SELECT count(*) FROM {table} WHERE {column} < 0").fetchone()[0]
        for table, column in PLACE.items()
    }
    return [f"{count} of {table} without a place" for table, count in counts.items() if count]
