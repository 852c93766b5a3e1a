"""A thorough look at a log: is it as this program makes it, whole, and what its own records say it is?

`health` is quick and looks at every start; this takes a second for a decade of training. Nothing is written.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.store import health, migrations
from workout_tui.store.problems import Doing, translated
from workout_tui.store.triggers import AUDITED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST = 5
"""so many faults of a kind are named"""


class Compared(NamedTuple):
    """The log beside a backup of it."""

    descends: bool
    """whether the log went on from this backup; else nothing can be compared"""
    rows: int = 0
    """how many rows were compared: those that were not changed since"""
    faults: tuple[str, ...] = ()


class Examination:
    """The open log, to be asked. Every fault is told in words; none found is an empty list."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def format(self) -> int:
        """The number of the newest migration that the file has."""
        return self._number("PRAGMA user_version")

    def integrity(self) -> list[str]:
        """Damaged pages, indexes that contradict their tables, values that the schema forbids."""
        rows = self._connection.execute(f"PRAGMA integrity_check({_MOST})").fetchall()
        return [] if rows == [("ok",)] else [str(row[0]) for row in rows]

    def references(self) -> list[str]:
        """Rows without their parents, and rows without a place."""
        return health.orphans(self._connection) + health.without_place(self._connection)

    def schema(self, kinds: tuple[str, ...]) -> list[str]:
        """What of these kinds (table, index, trigger, view) is missing, changed, or none of ours."""
        with closing(sqlite3.connect(":memory:")) as fresh:
            for statement in migrations.statements():
                fresh.execute(statement)
            wanted, found = _objects(fresh, kinds), _objects(self._connection, kinds)
        names = sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
        return [_difference(name, wanted.get(name), found.get(name)) for name in names]

    def recorded(self) -> list[str]:
        """Rows that are not as their last recorded change left them: changed by damage, or behind the triggers."""
        counts = {table: self._unrecorded(table, columns) for table, columns in self._audited().items()}
        return [f"{count} of {table}" for table, count in counts.items() if count]

    def beside(self, backup: Path) -> Compared:
        """Compare what was not changed since a backup, row by row and value by value."""
        self._connection.execute("ATTACH ? AS old", (f"{backup.absolute().as_uri()}?mode=ro",))
        try:
            return self._beside_old()
        finally:
            self._connection.execute("DETACH old")

    def newest_moment(self) -> int:
        """When the log was last changed by its own word, UTC milliseconds; 0 for an empty one."""
        return self._number("SELECT coalesce(max(at), 0) FROM audit")

    def _number(self, sql: str) -> int:
        return int(self._connection.execute(sql).fetchone()[0])

    def _unrecorded(self, table: str, columns: list[str]) -> int:
        pairs = ", ".join(f"'{name}', r.{name}" for name in ("id", *columns))
        # As the triggers write it: an image without what is NULL.
        return self._number(
            f"SELECT count(*) FROM {table} r WHERE json_patch('{{}}', json_object({pairs})) IS NOT"
            f" (SELECT new FROM audit WHERE entity = '{table}' AND entity_id = r.id ORDER BY seq DESC LIMIT 1)"
        )

    def _beside_old(self) -> Compared:
        seq = self._number("SELECT coalesce(max(seq), 0) FROM old.audit")
        change = "at, entity, entity_id, op, new"
        last = [
            self._connection.execute(f"SELECT {change} FROM {log}.audit WHERE seq = ?", (seq,)).fetchone()
            for log in ("main", "old")
        ]
        if last[0] != last[1]:
            return Compared(descends=False)
        rows, faults = 0, []
        for table, columns in self._audited("old").items():
            compared, differing = self._compare(table, columns, seq)
            rows += compared
            if differing:
                faults.append(f"{differing} of {table}")
        return Compared(True, rows, tuple(faults))

    def _audited(self, log: str = "main") -> dict[str, list[str]]:
        """The audited columns by table, as far as the log has them, or the backup (`old`): older formats lack some."""
        found = {}
        for table, columns in AUDITED.items():
            there = {
                row[0] for row in self._connection.execute("SELECT name FROM pragma_table_info(?, ?)", (table, log))
            }
            if there:
                found[table] = [name for name in columns if name in there]
        return found

    def _compare(self, table: str, columns: list[str], seq: int) -> tuple[int, int]:
        """How many rows of the backup were not changed since, and how many of them are not the same here."""
        mine, theirs = (", ".join(f"{row}.{name}" for name in columns) for row in "mo")
        compared, same = self._connection.execute(
            f"SELECT count(*), count(m.id) FROM old.{table} o LEFT JOIN main.{table} m"
            f" ON m.id = o.id AND ({mine}) IS ({theirs})"
            " WHERE NOT EXISTS (SELECT 1 FROM main.audit a WHERE a.entity = ? AND a.entity_id = o.id AND a.seq > ?)",
            (table, seq),
        ).fetchone()
        return compared, compared - same


@contextmanager
def opened(path: Path) -> Iterator[Examination]:
    """The log to be looked at, as it stands at this moment.

    Raises:
        StoreUnavailable: or one of its kinds: it cannot be read, is none of ours, or too new.
    """
    with translated(Doing.READING):
        migrations.refuse_untouched(path)
        uri = f"{path.absolute().as_uri()}?mode=rw"  # reading a write-ahead log takes the right to write
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
            connection.execute("PRAGMA wal_autocheckpoint = 0")
            yield Examination(connection)


def _objects(connection: sqlite3.Connection, kinds: tuple[str, ...]) -> dict[str, str]:
    marks = ", ".join("?" * len(kinds))
    rows = connection.execute(
        f"SELECT type || ' ' || name, sql FROM sqlite_schema WHERE type IN ({marks}) AND sql IS NOT NULL"
        " AND tbl_name NOT LIKE 'sqlite!_%' ESCAPE '!' AND tbl_name <> '_sqlite_migrations'",
        kinds,
    )
    return {name: " ".join(sql.split()) for name, sql in rows}


def _difference(name: str, wanted: str | None, found: str | None) -> str:
    if found is None:
        return f"{name} is missing"
    return f"{name} is none of this program's" if wanted is None else f"{name} was changed"
