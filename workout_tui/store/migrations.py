"""Numbered migrations. Each runs whole or not at all; a file of a newer program is left untouched.

A step changes tables only, and what it once was it stays: files that have it exist. Triggers and views
follow from the newest tables: they are taken away before the first step that a file lacks and made anew
after the last; those that the lifter made come back as they were. A step that adds an audited column gives it
a default, or fills it in: undo reads older images as if the column were NULL.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from workout_tui.errors import StoreDamaged, StoreTooNew, StoreUnavailable
from workout_tui.store import programs_schema, schema, session_schema, sheet_schema, triggers, views

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database, Migrations

    from workout_tui.store.connection import Store

APPLICATION_ID = 0x574F524B
"""“WORK” in the file's header: what the file is."""

LATEST = 5
"""The number of the newest migration, kept in the file's ``user_version``."""


def refuse_untouched(path: Path) -> None:
    """Look at a file without so much as a lock before it is opened.

    Opening a database may write: it makes files beside it, and mends after a crash. What is not ours,
    or of a newer program, is refused before that.

    Raises:
        StoreTooNew: a newer program wrote it.
        StoreDamaged: it is a database of something else, or empty beside a write-ahead log that is not.
        StoreUnavailable: it is a folder.
    """
    if path.is_dir():
        raise StoreUnavailable(f"{path} is a folder, not a log.", "Rename that folder, or choose another place.")
    if not path.is_file():
        return
    beside = path.with_name(f"{path.name}-wal")
    has_wal = beside.is_file() and beside.stat().st_size > 0
    if path.stat().st_size:
        _refuse_unopened(path, has_wal=has_wal)
    elif has_wal:  # SQLite would take it for a new file, and throw the write-ahead log away
        raise StoreDamaged(
            f"The log {path} is empty, though sets stand beside it in {beside.name}.",
            "Keep both files, and restore the newest backup.",
        )


def _refuse_unopened(path: Path, *, has_wal: bool) -> None:
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        try:
            refuse_foreign(connection, path)
        except sqlite3.DatabaseError as error:
            # Killed while the write-ahead log was moved into it, a file may be shorter than its first page says.
            # Both together are whole; whoever opens them judges.
            if not (has_wal and error.sqlite_errorname.startswith("SQLITE_CORRUPT")):
                raise


def refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Check that the file is a log this program may touch.

    Raises:
        StoreTooNew: a newer program wrote it.
        StoreDamaged: it is a database of something else.
    """
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    # Only a file that does not say what it is has its tables counted: the header alone is safe to read unlocked.
    ours = application == APPLICATION_ID or (application == 0 and not _tables(connection))
    if not ours:
        raise StoreDamaged(f"{path} is a database of another program.", "Move it away, or choose another folder.")
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > LATEST:
        raise StoreTooNew(
            f"The log {path} was written by a newer workout (format {version}; this one knows {LATEST}).",
            "Update this program; the file was not touched.",
        )


def pending(connection: sqlite3.Connection) -> bool:
    """Whether the file lacks a migration."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version < LATEST


def migrate(store: Store) -> None:
    """Bring the file up to date. Of several programs that start at once, one does it and the others find it done."""
    connection = store.connection
    connection.execute("BEGIN IMMEDIATE")
    try:
        if pending(connection):
            own = _without_derived(connection)
            _steps().apply(store.db)
            for statement in (*_DERIVED, *own):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {LATEST}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise


def _tables(connection: sqlite3.Connection) -> int:
    count: int = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    return count


STEPS = {
    "1": schema.TABLES,
    "2": sheet_schema.TABLES,
    "3": programs_schema.TABLES,
    "4": session_schema.TABLES,
    "5": sheet_schema.CHANGES,
}
"""What each migration does to the tables, by its name."""

_DERIVED = (*triggers.triggers(), *sheet_schema.TRIGGERS, *views.VIEWS)


def _steps() -> Migrations:
    from sqlite_utils import Migrations  # noqa: PLC0415 - needed once in the life of a format

    steps = Migrations("workout")
    for name, script in STEPS.items():
        steps(name=name)(_runs(script))
    return steps


def _runs(script: str) -> Callable[[Database], None]:
    def run(db: Database) -> None:
        for statement in _statements(script):
            db.execute(statement)

    return run


def _without_derived(connection: sqlite3.Connection) -> list[str]:
    """Take all triggers and views away. Returns what makes those anew that are the lifter's own, in their order.

    A view of theirs may stand on one of ours, and SQLite changes no table while a view stands on nothing.
    """
    ours = {statement.split(maxsplit=3)[2] for statement in _DERIVED}
    found = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY rowid"
    ).fetchall()
    for kind, name, _ in reversed(found):
        quoted = name.replace('"', '""')
        connection.execute(f'DROP {kind} IF EXISTS "{quoted}"')
    return [sql for _, name, sql in found if name not in ours]


def statements() -> tuple[str, ...]:
    """What makes a log of the newest format: tables and indexes step by step, triggers, views."""
    return (*(one for script in STEPS.values() for one in _statements(script)), *_DERIVED)


def _statements(script: str) -> list[str]:
    return [statement.strip() for statement in script.split(";\n") if statement.strip()]
