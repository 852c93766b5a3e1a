"""Questions in SQL that a user asks of the log: they can read and nothing else.

``mode=ro`` alone would not do: ``ATTACH`` and ``VACUUM INTO`` write other files even then. So an authorizer
looks at each statement while it is prepared, and allows only what reads.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry, StoreUnavailable
from workout_tui.store import migrations
from workout_tui.store.problems import Doing, translated

if TYPE_CHECKING:
    from pathlib import Path

Value = str | int | float | bytes | None

_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
_PRAGMAS = {"table_info", "table_xinfo", "table_list", "index_list", "index_info", "foreign_key_list"}
_FUNCTIONS_REFUSED = {"load_extension", "fts3_tokenizer"}
_SCHEMA = {"sqlite_master", "sqlite_schema"}
_WORDS = {
    sqlite3.SQLITE_ATTACH: "ATTACH or VACUUM INTO",
    sqlite3.SQLITE_DETACH: "DETACH",
    sqlite3.SQLITE_INSERT: "INSERT",
    sqlite3.SQLITE_UPDATE: "UPDATE",
    sqlite3.SQLITE_DELETE: "DELETE",
    sqlite3.SQLITE_TRANSACTION: "a transaction",
    sqlite3.SQLITE_SAVEPOINT: "a savepoint",
}
_STEPS_BETWEEN_SIGNALS = 100_000


@dataclass(frozen=True, slots=True)
class Answer:
    """The names of the columns, each once, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def ask(path: Path, sql: str) -> Answer:
    """Answer one SELECT.

    Raises:
        InvalidEntry: it is no query, is wrong, or would do more than read.
        StoreUnavailable: there is no log, or it cannot be read.
    """
    if not path.exists():
        raise StoreUnavailable(f"There is no log yet at {path}.", "“workout” begins one.")
    with translated(Doing.READING):
        migrations.refuse_untouched(path)
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        with closing(connection):
            return _answer(connection, sql)


def _answer(connection: sqlite3.Connection, sql: str) -> Answer:
    refused: list[str] = []
    connection.set_authorizer(lambda *action: _allow(refused, *action))
    # A long query runs in C, where Ctrl-C is not heard: come back to Python now and then.
    connection.set_progress_handler(lambda: 0, _STEPS_BETWEEN_SIGNALS)
    try:
        cursor = connection.execute(sql)
        rows = tuple(cursor.fetchall())
    except (sqlite3.Warning, sqlite3.ProgrammingError, ValueError) as error:
        why = str(error).rstrip(".")
        raise InvalidEntry(f"This cannot be asked: {why}.", "Give one SELECT without placeholders.") from error
    except sqlite3.DatabaseError as error:
        if refused:
            raise InvalidEntry(f"“workout sql” only reads; this holds {refused[0]}.", "Ask with a SELECT.") from error
        if error.sqlite_errorname == "SQLITE_INTERRUPT":
            raise KeyboardInterrupt from error
        if error.sqlite_errorname == "SQLITE_ERROR":
            raise InvalidEntry(
                f"This cannot be asked: {error}.", "“workout sql --help” shows what there is."
            ) from error
        raise
    if cursor.description is None:
        raise InvalidEntry("This is no query.", "Ask with a SELECT.")
    return Answer(_distinct([column[0] for column in cursor.description]), rows)


def _allow(refused: list[str], action: int, first: str | None, second: str | None, *_: object) -> int:
    allowed = (
        action in _READING
        or (action == sqlite3.SQLITE_FUNCTION and second not in _FUNCTIONS_REFUSED)
        or (action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS)
        # SQLite says this while it prepares json_each and its like; it refuses the real thing by itself.
        or (action == sqlite3.SQLITE_UPDATE and first in _SCHEMA)
    )
    if not allowed:
        refused.append(f"PRAGMA {first}" if action == sqlite3.SQLITE_PRAGMA else _WORDS.get(action, "a change"))
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _distinct(names: list[str]) -> tuple[str, ...]:
    count: Counter[str] = Counter()
    found = []
    for name in names:
        count[name] += 1
        found.append(name if count[name] == 1 else f"{name}:{count[name]}")
    return tuple(found)
