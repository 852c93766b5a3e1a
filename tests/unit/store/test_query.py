"""Questions in SQL: they can read and nothing else."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from workout_tui.errors import InvalidEntry, StoreDamaged, StoreUnavailable
from workout_tui.store import query
from workout_tui.store.connection import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "workout.db"
    Store(path).close()
    return path


def test_a_select_is_answered(path: Path) -> None:
    answer = query.ask(path, "SELECT 1 AS one, 'two' AS two, NULL AS three UNION SELECT 3, 'four', x'00'")
    assert answer.columns == ("one", "two", "three")
    assert answer.rows == ((1, "two", None), (3, "four", b"\x00"))


def test_columns_of_one_name_are_told_apart(path: Path) -> None:
    assert query.ask(path, "SELECT 1 AS a, 2 AS a, 3 AS a").columns == ("a", "a:2", "a:3")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT name FROM sqlite_schema",
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3) SELECT sum(x) FROM n",
        "VALUES (1)",
        "EXPLAIN QUERY PLAN SELECT * FROM session",
        "PRAGMA table_info(session)",
        "SELECT * FROM pragma_table_info('session')",
        "SELECT value FROM json_each('[1, 2]')",
        "SELECT max(id) FROM session",
    ],
)
def test_whatever_reads_is_allowed(path: Path, sql: str) -> None:
    assert query.ask(path, sql).columns


@pytest.mark.parametrize(
    ("sql", "word"),
    [
        ("ATTACH 'stolen.db' AS other", "ATTACH"),
        ("VACUUM INTO 'stolen.db'", "VACUUM INTO"),
        ("DELETE FROM session", "DELETE"),
        ("INSERT INTO metric(name, value, at) VALUES ('x', 1, 1)", "INSERT"),
        ("UPDATE session SET note = 'x'", "UPDATE"),
        ("UPDATE sqlite_master SET sql = ''", "may not be modified"),
        ("DROP TABLE session", "only reads"),
        ("CREATE TEMP TABLE t(a)", "only reads"),
        ("PRAGMA writable_schema = ON", "PRAGMA writable_schema"),
        ("PRAGMA journal_mode = DELETE", "PRAGMA journal_mode"),
        ("PRAGMA user_version = 9", "PRAGMA user_version"),
        ("BEGIN IMMEDIATE", "a transaction"),
        ("SAVEPOINT s", "a savepoint"),
        ("SELECT load_extension('x')", "a change"),
        ("REINDEX", "only reads"),
        ("EXPLAIN DELETE FROM session", "DELETE"),
        ("SELECT 1; DELETE FROM session", "one statement"),
        ("SELECT ?", "cannot be asked"),
        ("SELECT nowhere FROM session", "no such column: nowhere"),
        ("SELEC 1", "syntax error"),
        ("SELECT \x00", "cannot be asked"),
        ("", "no query"),
        ("-- only words", "no query"),
    ],
)
def test_whatever_else_is_refused_in_words_and_leaves_no_file(
    path: Path, sql: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    before = path.read_bytes()
    with pytest.raises(InvalidEntry) as caught:
        query.ask(path, sql)
    assert word in str(caught.value)
    assert path.read_bytes() == before
    assert not (path.parent / "stolen.db").exists()


def test_a_missing_log_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="no log yet"):
        query.ask(tmp_path / "workout.db", "SELECT 1")
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "workout.db").write_bytes(b"not a database at all, only words" * 100)
    with pytest.raises(StoreDamaged):
        query.ask(tmp_path / "workout.db", "SELECT 1")


def test_it_reads_beside_a_writer(path: Path) -> None:
    store = Store(path)
    with store.write():
        store.run("INSERT INTO metric(name, value, at) VALUES ('x', 1, 1)")
        assert query.ask(path, "SELECT count(*) FROM metric").rows == ((0,),)
    assert query.ask(path, "SELECT count(*) FROM metric").rows == ((1,),)
    store.close()


def test_an_endless_query_can_be_interrupted(path: Path) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    with closing(_Impatient(path)) as connection, pytest.raises(KeyboardInterrupt):
        query._answer(connection, endless)


class _Impatient(sqlite3.Connection):
    """Somebody presses Ctrl-C as soon as the query runs."""

    def set_progress_handler(self, handler: object, n: int) -> None:
        super().set_progress_handler(lambda: threading.active_count() > 0, n)
