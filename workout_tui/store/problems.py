"""From SQLite's error codes to errors in words.

Only what the lifter's situation explains is translated. An error of ours (bad SQL, a connection used
in the wrong thread) stays what it is, so that it is seen and mended.
"""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from workout_tui.errors import (
    InvalidEntry,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreReadOnly,
    StoreReplaced,
    StoreUnavailable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


class Doing(StrEnum):
    """What failed, as the message begins."""

    OPENING = "The log cannot be opened"
    READING = "The log cannot be read"
    SAVING = "Not saved"
    BACKING_UP = "No backup was made"
    LOOKING_FOR_BACKUPS = "The backups cannot be read"
    RESTORING = "Nothing was restored"
    TRYING_OUT = "It cannot be tried out on a copy of the log"


_AGAIN = "Try again."
_UNSURE = "Try again: nothing is ever written twice."
"""After an I/O error what was refused may have been kept after all."""
_RESTORE = "Keep the file, and restore the newest backup."

_WORDS: tuple[tuple[tuple[str, ...], type[StoreUnavailable], str, str], ...] = (
    (("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL"), StoreBusy, "another program is using it.", _AGAIN),
    (("SQLITE_FULL",), StoreFull, "the disk is full.", f"Free some space. {_AGAIN}"),
    (
        ("SQLITE_READONLY_DBMOVED",),
        StoreReplaced,
        "it was moved or deleted while it was open.",
        "Quit, look into its folder, and start again.",
    ),
    (
        ("SQLITE_READONLY", "SQLITE_PERM"),
        StoreReadOnly,
        "the file or its folder is read-only.",
        "Allow writing to both. Then try again.",
    ),
    (("SQLITE_CORRUPT", "SQLITE_NOTADB"), StoreDamaged, "the file is damaged, or no log at all.", _RESTORE),
    (
        ("SQLITE_CANTOPEN",),
        StoreUnavailable,
        "the file is missing or may not be opened.",
        "Check that its folder is there and can be written to.",
    ),
    (
        ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_SHMOPEN", "SQLITE_IOERR_TRUNCATE"),
        StoreUnavailable,
        "the disk refused to write; it may be full, over a quota, or failing.",
        _UNSURE,
    ),
    (("SQLITE_IOERR",), StoreUnavailable, "the disk reported an error.", _UNSURE),
)


@contextmanager
def translated(doing: Doing) -> Iterator[None]:
    """Turn what SQLite raises into the error tree.

    Raises:
        StoreUnavailable: or the kind of it that fits.
        InvalidEntry: a constraint refused the values; the constraint's name is in the context.
    """
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise InvalidEntry(
            "The log refused these values.", "Check them and try again.", constraint=str(error)
        ) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise InvalidEntry(
            "This holds characters or numbers that no log can keep.", "Take them out and try again."
        ) from error
    except sqlite3.DatabaseError as error:
        problem = problem_of(error, doing)
        if problem is None:
            raise
        raise problem from error


def problem_of(error: sqlite3.DatabaseError, doing: Doing) -> StoreUnavailable | None:
    """What an error of SQLite means for the lifter; None when it is a fault of this program."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_ERROR" and str(error) == "unsupported file format":  # a damaged header has no code of its own
        name = "SQLITE_NOTADB"
    for codes, kind, message, fix in _WORDS:
        if name.startswith(codes):
            return kind(f"{doing}: {message}", _true_fix(fix, doing), code=name)
    return None


def _true_fix(fix: str, doing: Doing) -> str:
    """A fix in words that are true of what failed."""
    if fix == _UNSURE and doing is not Doing.SAVING:
        return _AGAIN
    if fix == _RESTORE and doing is Doing.RESTORING:
        return "Choose another backup."
    return fix


@contextmanager
def on_disk(doing: Doing) -> Iterator[None]:
    """Turn what the system says about files into the error tree.

    Raises:
        StoreUnavailable: or the kind of it that fits.
    """
    try:
        yield
    except OSError as error:
        code = errno.errorcode.get(error.errno or 0, "")
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise StoreFull(f"{doing}: the disk is full.", f"Free some space. {_AGAIN}", code=code) from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise StoreReadOnly(
                f"{doing}: the rights of the file or its folder forbid it.", "Change them. Then try again.", code=code
            ) from error
        raise StoreUnavailable(f"{doing}: {error.strerror}.", "Check the disk and the folder.", code=code) from error
