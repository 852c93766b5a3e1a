"""Opening the log, and the only way to write to it.

One connection a thread, opened in that thread. A commit is one sync of the write-ahead log
(``synchronous=FULL``), so what was committed survives a kill and a power cut.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workout_tui.errors import StoreReplaced
from workout_tui.store import migrations
from workout_tui.store.problems import translated

if TYPE_CHECKING:
    from sqlite_utils import Database

Parameters = Sequence[Any] | dict[str, Any]

_WAL_PATIENCE_S = 5.0


class Store:
    """The log file, open in one thread.

    Args:
        path: the file; its folder must exist.
        busy_ms: how long to wait for another program's write before StoreBusy.
        checkpoints: whether this connection moves the write-ahead log into the file. Only the
            interface's does: two checkpointers meet a fault of SQLite before 3.51.3.
        create: whether to make the file when it is missing.

    Raises:
        StoreUnavailable: or one of its kinds, when the file cannot be opened.
    """

    def __init__(self, path: Path, *, busy_ms: int = 5000, checkpoints: bool = False, create: bool = True) -> None:
        self.path = path
        with translated():
            mode = "rwc" if create else "rw"
            self.connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=busy_ms / 1000, isolation_level=None
            )
            self.connection.row_factory = sqlite3.Row
            try:
                migrations.refuse_foreign(self.connection, path)
                self._settle(checkpoints=checkpoints)
                if migrations.pending(self.connection):
                    migrations.migrate(self)
            except BaseException:
                self.connection.close()
                raise
        self._file = _identity(path)

    def _settle(self, *, checkpoints: bool) -> None:
        for pragma in ("foreign_keys=ON", "synchronous=FULL", "fullfsync=ON", "checkpoint_fullfsync=ON"):
            self.connection.execute(f"PRAGMA {pragma}")
        _use_wal(self.connection)
        if not checkpoints:
            self.connection.execute("PRAGMA wal_autocheckpoint=0")

    @property
    def db(self) -> Database:
        """The same connection as sqlite-utils knows it: for migrations and inspection, not for the hot path."""
        from sqlite_utils import Database  # noqa: PLC0415 - 30 ms that the first paint must not wait for

        return Database(self.connection, execute_plugins=False, recursive_triggers=False)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """All rows of a query: a half-read cursor would pin a snapshot and refuse the next write."""
        with translated():
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
        with translated():
            return self.connection.execute(sql, parameters).rowcount

    @contextmanager
    def read(self) -> Iterator[None]:
        """Several reads of one and the same state."""
        if self.connection.in_transaction:
            yield
            return
        with translated():
            self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.rollback()

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction, the only way to write. The lock is taken first, so it never fails half-way for being late.

        Raises:
            StoreUnavailable: nothing was acknowledged; after an I/O error the row may still be there, so a
                retry must use the same uids.
        """
        self._same_file()
        with translated():
            self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with translated():
                self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.rollback()
            raise
        self._same_file()

    @property
    def data_version(self) -> int:
        """Moves whenever another connection changed the file."""
        return int(self.value("PRAGMA data_version"))

    def close(self) -> None:
        """Close the connection; SQLite's planner statistics are brought up to date first."""
        if not self.connection.in_transaction and _identity(self.path) == self._file:
            with translated():
                self.connection.execute("PRAGMA optimize")
        self.connection.close()

    def _same_file(self) -> None:
        # A deleted file goes on taking writes into nowhere; only its inode tells.
        if _identity(self.path) != self._file:
            raise StoreReplaced(
                f"The log {self.path} was deleted or exchanged while it was open.",
                "Quit, look into that folder, and start again; the newest backup is in the folder “backups”.",
            )


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - the hot path: 1 µs instead of 3
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _use_wal(connection: sqlite3.Connection) -> None:
    # This switch ignores the busy timeout: several programs that start at once must wait by themselves.
    deadline = time.monotonic() + _WAL_PATIENCE_S
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode=WAL").fetchall()
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
