"""The ways to one log, each with a store of its own, and what can go wrong on the way to the disk."""

from __future__ import annotations

import io
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from tests.support import FakeClock
from workout_tui import cli
from workout_tui.clock import Uids
from workout_tui.lock import Lock
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.logbook import Logbook
from workout_tui.model.session import Session
from workout_tui.paths import HOME_VARIABLE, Paths
from workout_tui.store.connection import Store


class Fate(Enum):
    """What becomes of the next commit."""

    FINE = "acknowledged"
    REFUSED = "refused, and not written"
    LOST = "written, but reported as failed"
    KILLED_BEFORE = "the program is killed before it is written"
    KILLED_AFTER = "the program is killed before it can say that it is written"


class Killed(BaseException):
    """The program is gone."""


class Wire:
    """A connection that can fail at the commit, in front of a real one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.fate = Fate.FINE
        self.killed: Callable[[], None] = lambda: None
        """takes the picture of the disk at the moment of death"""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        fate = self.fate
        if sql != "COMMIT" or fate is Fate.FINE:
            return self._connection.execute(sql, parameters)
        self.fate = Fate.FINE
        if fate in {Fate.LOST, Fate.KILLED_AFTER}:
            self._connection.execute(sql)
        if fate in {Fate.KILLED_BEFORE, Fate.KILLED_AFTER}:
            self.killed()
            raise Killed
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
        raise error


class Door:
    """A window or a command: its own connection and remembered ids, and a screen that may be out of date.

    Args:
        paths: the folder of the log.
        lifters: whose logbooks it opens.
        clock: the time.
        uids: the maker of identities.
        window: whether it holds the folder's lock and moves the write-ahead log, as the interface does.
    """

    def __init__(self, paths: Paths, lifters: tuple[str, ...], clock: FakeClock, uids: Uids, *, window: bool) -> None:
        self.lock = Lock(paths.lock, clock)
        if window:
            assert self.lock.acquire()
        self.store = Store(paths.database, checkpoints=window)
        # What a killed program leaves does not hang on syncs, and they are most of the time a life takes.
        self.store.connection.execute("PRAGMA synchronous=OFF")
        self.wire = Wire(self.store.connection)
        vars(self.store)["connection"] = self.wire
        first = Logbook(self.store, lifters[0], clock=clock, uids=uids, metrics=Metrics())
        self.logbooks = {uid: first if uid == lifters[0] else first.of(uid) for uid in lifters}
        self.views: dict[str, Session | None] = dict.fromkeys(lifters)
        """the session each lifter has in front of them here, as it was when it was last read"""

    def close(self) -> None:
        """Go as a program goes that is asked to."""
        self.store.close()
        self.lock.release()


def disk_as_it_is(paths: Paths, to: Path) -> Paths:
    """What a killed program leaves: the file and its write-ahead log as they lie there, without anything in memory."""
    to.mkdir()
    for name in (paths.database.name, f"{paths.database.name}-wal"):
        if (paths.data / name).exists():
            shutil.copyfile(paths.data / name, to / name)
    return Paths(to, to, to)


def run_command(paths: Paths, clock: FakeClock, uids: Uids, *arguments: str) -> int:
    """The command line, in this process: on this folder, at this time. Returns the exit code."""
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        patch.setenv(HOME_VARIABLE, str(paths.data))
        patch.setattr("sys.excepthook", None)  # the command sets its own; this puts the old one back
        patch.setattr("workout_tui.clock.SystemClock", lambda: clock)
        patch.setattr("workout_tui.clock.Uids", lambda _: uids)
        return cli.main(arguments)
