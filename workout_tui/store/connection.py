"""Opening the log, and the only way to write to it.

One connection a thread, opened in that thread. A commit is one sync of the write-ahead log
(``synchronous=FULL``), so what was committed survives a kill and a power cut.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from workout_tui.errors import StoreReplaced, StoreUnavailable
from workout_tui.store import health, migrations
from workout_tui.store.problems import Doing, on_disk, translated

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

Parameters = Sequence[Any] | dict[str, Any]

_OPENING_PATIENCE_S = 10.0
_STEP_S = 0.0005
"""between two tries to get at the lock"""


class Store:
    """The log file, open in one thread.

    Args:
        path: the file; its folder must exist.
        busy_ms: how long to wait for another program's write before StoreBusy. Opening waits longer.
        checkpoints: whether this connection moves the write-ahead log into the file. Only the
            interface's does: two checkpointers meet a fault of SQLite before 3.51.3.
        create: whether to make the file when it is missing.

    Raises:
        StoreUnavailable: or one of its kinds, when the file cannot be opened.
    """

    def __init__(self, path: Path, *, busy_ms: int = 5000, checkpoints: bool = False, create: bool = True) -> None:
        self.path = path
        self._busy_ms = busy_ms
        self._writing = False
        health.require_sqlite()
        with translated(Doing.OPENING), on_disk(Doing.OPENING):
            migrations.refuse_untouched(path)
            self.connection = _connect(path, "rwc" if create else "rw")
            try:
                migrations.refuse_foreign(self.connection, path)
                _settle(self.connection, checkpoints=checkpoints)
                if migrations.pending(self.connection):
                    migrations.migrate(self)
                self._wait_at_most(busy_ms)
            except BaseException:
                self.connection.close()
                raise
        self._file = _identity(path)

    @property
    def db(self) -> Database:
        """The same connection as sqlite-utils knows it: for migrations and inspection, not for the hot path."""
        from sqlite_utils import Database  # noqa: PLC0415 - 30 ms that the first paint must not wait for

        return Database(self.connection, execute_plugins=False, recursive_triggers=False)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """All rows of a query: a half-read cursor would pin a snapshot and refuse the next write."""
        with translated(self._doing):
            return self.connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        rows = self.rows(sql, parameters)
        return rows[0] if rows else None

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.row(sql, parameters)
        return row[0] if row else None

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Run one statement inside `write`; returns how many rows it changed."""
        with translated(self._doing):
            return self.connection.execute(sql, parameters).rowcount

    def run_many(self, sql: str, parameters: Iterable[Parameters]) -> int:
        """Run one statement for each of many rows inside `write`; returns how many rows were changed."""
        with translated(self._doing):
            return self.connection.executemany(sql, parameters).rowcount

    @contextmanager
    def read(self) -> Iterator[None]:
        """Several reads of one and the same state."""
        if self.connection.in_transaction:
            yield
            return
        with translated(Doing.READING):
            self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction, the only way to write. The lock is taken first, so it never fails half-way for being late.

        Raises:
            StoreUnavailable: nothing was acknowledged; after an I/O error the row may still be there, so a
                retry must use the same uids.
        """
        self._same_file()
        with translated(Doing.SAVING):
            self._take_the_lock()
        self._writing = True
        try:
            yield
            with translated(Doing.SAVING):
                self.connection.execute("COMMIT")
        finally:
            self._roll_back()
            self._writing = False
        self._same_file()

    @property
    def data_version(self) -> int:
        """Moves whenever another connection changed the file."""
        return int(self.value("PRAGMA data_version"))

    def close(self) -> None:
        """Close the connection; SQLite's planner statistics are brought up to date first, if that can be done."""
        if not self.connection.in_transaction and _identity(self.path) == self._file:
            # Statistics are a convenience: a full disk or a busy file must not keep anyone from quitting.
            with suppress(StoreUnavailable), translated(Doing.SAVING):
                self.connection.execute("PRAGMA analysis_limit = 400")  # a quick look is enough, and quitting is quick
                self.connection.execute("PRAGMA optimize")
        self.connection.close()

    @property
    def _doing(self) -> Doing:
        return Doing.SAVING if self._writing else Doing.READING

    def _take_the_lock(self) -> None:
        # SQLite itself would look again at ever longer intervals, up to 100 ms: beside a program that writes without
        # a pause it missed every gap for seconds.
        until = time.monotonic() + self._busy_ms / 1000
        self._wait_at_most(0)
        try:
            while not self._took_the_lock(last=time.monotonic() >= until):
                time.sleep(_STEP_S)
        finally:
            self._wait_at_most(self._busy_ms)

    def _took_the_lock(self, *, last: bool) -> bool:
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if last or not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
            return False
        return True

    def _wait_at_most(self, milliseconds: int) -> None:
        self.connection.execute(f"PRAGMA busy_timeout = {milliseconds:d}")

    def _roll_back(self) -> None:
        # After a failed COMMIT (disk full) the transaction may still be open; after others SQLite has ended it.
        if self.connection.in_transaction:
            with translated(self._doing):
                self.connection.rollback()

    def _same_file(self) -> None:
        # A deleted file goes on taking writes into nowhere; only its inode tells.
        if _identity(self.path) != self._file:
            raise StoreReplaced(
                f"Not saved: the log {self.path} was moved, deleted or exchanged while it was open.",
                "Quit, look into its folder, and start again.",
            )


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - the hot path: 1 µs instead of 3
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_OPENING_PATIENCE_S, isolation_level=None
    )
    connection.row_factory = sqlite3.Row
    return connection


def _settle(connection: sqlite3.Connection, *, checkpoints: bool) -> None:
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "fullfsync=ON", "checkpoint_fullfsync=ON"):
        connection.execute(f"PRAGMA {pragma}")
    _use_wal(connection)
    if not checkpoints:
        connection.execute("PRAGMA wal_autocheckpoint=0")


def _use_wal(connection: sqlite3.Connection) -> None:
    # This switch ignores the busy timeout: several programs that start at once must wait by themselves.
    deadline = time.monotonic() + _OPENING_PATIENCE_S
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode=WAL").fetchall()
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
