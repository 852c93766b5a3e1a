"""From SQLite's error codes to errors in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from workout_tui.errors import (
    InvalidEntry,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreReadOnly,
    StoreReplaced,
    StoreUnavailable,
)

_AGAIN = "What you typed is kept; ⏎ tries again."

_WORDS: tuple[tuple[tuple[str, ...], type[StoreUnavailable], str, str], ...] = (
    (("SQLITE_BUSY", "SQLITE_LOCKED"), StoreBusy, "another program is writing to the log.", _AGAIN),
    (("SQLITE_FULL",), StoreFull, "the disk is full.", f"Free some space. {_AGAIN}"),
    (("SQLITE_READONLY_DBMOVED",), StoreReplaced, "the log was moved or deleted.", "Quit and start again."),
    (("SQLITE_READONLY",), StoreReadOnly, "the log cannot be written.", f"Check the rights of its folder. {_AGAIN}"),
    (
        ("SQLITE_CORRUPT", "SQLITE_NOTADB"),
        StoreDamaged,
        "the log is damaged.",
        "Quit, keep the file, and restore the newest backup.",
    ),
    (("SQLITE_CANTOPEN",), StoreUnavailable, "the log cannot be opened.", "Check the folder and its rights."),
    (("SQLITE_IOERR",), StoreUnavailable, "the disk reported an error.", _AGAIN),
)


@contextmanager
def translated() -> Iterator[None]:
    """Turn what SQLite raises into the error tree.

    Raises:
        StoreUnavailable: or the kind of it that fits.
        InvalidEntry: a constraint refused the values; the constraint's name is in the context.
    """
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise InvalidEntry(
            "The log refused these values.", "Check the numbers and try again.", constraint=str(error)
        ) from error
    except sqlite3.DatabaseError as error:
        raise _typed(error) from error


def _typed(error: sqlite3.DatabaseError) -> Exception:
    name = getattr(error, "sqlite_errorname", "")
    for codes, kind, message, fix in _WORDS:
        if name.startswith(codes):
            return kind(f"Not saved: {message}", fix, code=name)
    return error
