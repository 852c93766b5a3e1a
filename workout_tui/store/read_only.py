"""Reading a log that may not be written: another user's, or one on a backup medium.

SQLite reads a log in use only where it may write beside it. So a copy is read, in a folder that is gone afterwards;
whoever may write the log can be at it meanwhile, and a copy counts only if nothing moved while it was made.
"""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from workout_tui.errors import StoreBusy, StoreUnavailable
from workout_tui.store import query
from workout_tui.store.connection import Store
from workout_tui.store.problems import Doing, on_disk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_tui.store.query import Answer

_TRIES = 5
_FORBIDDEN = ("SQLITE_READONLY", "SQLITE_CANTOPEN")


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """The log; where it may only be read, a copy of it that refuses every write as the log itself would.

    Raises:
        StoreUnavailable: or one of its kinds, when it can be read in neither way.
    """
    with ExitStack() as stack:
        try:
            store = stack.enter_context(closing(Store(path, create=False)))
        except StoreUnavailable as error:
            if not _may_only_be_read(path, error):
                raise
            store = stack.enter_context(closing(Store(stack.enter_context(_copied(path)), create=False)))
            store.connection.execute("PRAGMA query_only = ON")
        yield store


def ask(path: Path, sql: str) -> Answer:
    """Answer one SELECT, wherever the log is (see ``query.ask``).

    Raises:
        InvalidEntry: it is no query, is wrong, or would do more than read.
        StoreUnavailable: there is no log, or it cannot be read.
    """
    try:
        return query.ask(path, sql)
    except StoreUnavailable as error:
        if not _may_only_be_read(path, error):
            raise
    with _copied(path) as copy:
        return query.ask(copy, sql)


def _may_only_be_read(path: Path, error: StoreUnavailable) -> bool:
    """Whether it is for want of the right to write that a log cannot be opened."""
    forbidden = str(error.context.get("code", "")).startswith(_FORBIDDEN)
    return forbidden and not all(os.access(one, os.W_OK) for one in (path, path.parent))


@contextmanager
def _copied(path: Path) -> Iterator[Path]:
    with ExitStack() as stack:
        with on_disk(Doing.READING):
            folder = stack.enter_context(TemporaryDirectory(prefix="workout-", ignore_cleanup_errors=True))
            copy = Path(folder) / path.name
            for _ in range(_TRIES):
                before = _state(path)
                for one in _files(path):
                    shutil.copyfile(one, Path(folder) / one.name)
                if _state(path) == before:
                    break
                for one in _files(copy):
                    one.unlink()
            else:
                raise StoreBusy(f"{Doing.READING}: another program is writing it without a pause.", "Try again.")
        yield copy


def _files(path: Path) -> list[Path]:
    """The log, and what was written last and is not in it yet."""
    return [one for one in (path, path.with_name(f"{path.name}-wal")) if one.exists()]


def _state(path: Path) -> list[tuple[int, int, int]]:
    """What changes with every write."""
    return [(it.st_ino, it.st_size, it.st_mtime_ns) for it in (one.stat() for one in _files(path))]
