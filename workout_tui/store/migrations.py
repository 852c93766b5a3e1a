"""Numbered migrations. Each runs whole or not at all; a file of a newer program is left untouched."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from workout_tui.errors import StoreDamaged, StoreTooNew
from workout_tui.store import schema, views

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

    from workout_tui.store.connection import Store

APPLICATION_ID = 0x574F524B
"""“WORK” in the file's header: what the file is."""

LATEST = 1
"""The number of the newest migration, kept in the file's ``user_version``."""


def refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Check before anything is written that the file is a log this program may touch.

    Raises:
        StoreTooNew: a newer program wrote it.
        StoreDamaged: it is a database of something else.
    """
    version, application, tables = connection.execute(
        "SELECT (SELECT user_version FROM pragma_user_version), (SELECT application_id FROM pragma_application_id),"
        " (SELECT count(*) FROM sqlite_schema)"
    ).fetchone()
    if application not in (0, APPLICATION_ID) or (application == 0 and tables):
        raise StoreDamaged(f"{path} is no workout log.", "Move it away, or choose another folder.")
    if version > LATEST:
        raise StoreTooNew(
            f"The log {path} was written by a newer workout (format {version}, this one knows {LATEST}).",
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
            _steps().apply(store.db)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {LATEST}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise


def _steps() -> Migrations:
    from sqlite_utils import Migrations  # noqa: PLC0415 - needed once in the life of a file

    steps = Migrations("workout")

    @steps(name="1")
    def first(db: Database) -> None:
        for statement in _statements(schema.TABLES):
            db.execute(statement)
        for statement in (*schema.triggers(), *views.VIEWS):
            db.execute(statement)

    return steps


def _statements(script: str) -> list[str]:
    return [statement.strip() for statement in script.split(";\n") if statement.strip()]
