"""Putting another file in the place of a log: at every moment the old log is whole, or the new one stands.

A log may be several files: what was written last stands in the write-ahead log beside it, and one that
meets another file than its own spoils that file. No system exchanges two files at once. So the old log is
made one file first, while nobody else can have it open, and then a single rename exchanges it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from workout_tui.errors import StoreBusy, StoreFull, StoreReadOnly, StoreUnavailable
from workout_tui.store import migrations
from workout_tui.store.problems import Doing, problem_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BESIDE = ("-wal", "-shm", "-journal")
"""the endings of what SQLite puts beside a file"""


def exchange(new: Path, path: Path, aside: Path, *, busy_s: float) -> bool:
    """Give `new` the name of a log; what was there keeps the name `aside`.

    Args:
        new: one whole file, synced, without anything beside it, in the folder of the log.
        path: the log; it may be missing.
        aside: a free name in the same folder.
        busy_s: how long to wait, in seconds, for whoever still has the old log open.

    Returns:
        Whether there was an old log.

    Raises:
        OSError, sqlite3.Error: nothing was exchanged, and no file is at another place than before.
    """
    was_there = path.exists()
    with _to_ourselves(path, busy_s):
        try:
            if was_there:
                _second_name(path, aside)
            # There is something beside a log only when it was too damaged to be made one file.
            _move_beside(path, aside)
            sync(path.parent)
            new.replace(path)
        except BaseException:
            _move_beside(aside, path)
            aside.unlink(missing_ok=True)
            raise
    sync(path.parent)
    return was_there


def sync(path: Path) -> None:
    """Have the disk keep a file, or the names in a folder."""
    if os.name == "nt" and path.is_dir():
        return  # Windows syncs names by itself
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _to_ourselves(path: Path, busy_s: float) -> Iterator[None]:
    """Make a log one file and keep everybody else out; a log that nobody can open is left as it is."""
    connection = _only_user(path, busy_s)
    try:
        yield
    finally:
        if connection is not None:
            connection.close()


def _only_user(path: Path, busy_s: float) -> sqlite3.Connection | None:
    connection = None
    try:
        migrations.refuse_untouched(path)  # SQLite throws away what lies beside a file that it cannot read
        if not path.is_file() or not path.stat().st_size:
            return None
        uri = f"{path.absolute().as_uri()}?mode=rw"
        connection = sqlite3.connect(uri, uri=True, timeout=busy_s, isolation_level=None)
        # Out of this mode a program that waits to open the file cannot get back: SQLite sees that it was moved.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
    except StoreUnavailable:
        return None
    except sqlite3.DatabaseError as error:
        if connection is not None:
            connection.close()
        if isinstance(problem_of(error, Doing.RESTORING), StoreBusy | StoreFull | StoreReadOnly):
            raise
        return None
    if os.name == "nt":  # Windows renames nothing over an open file
        connection.close()
        return None
    return connection


def _second_name(path: Path, aside: Path) -> None:
    try:
        aside.hardlink_to(path)
    except OSError:  # a disk without links
        shutil.copy2(path, aside)
        sync(aside)


def _move_beside(path: Path, other: Path) -> None:
    for ending in BESIDE:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(other.with_name(other.name + ending))
