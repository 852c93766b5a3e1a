"""sql: whatever is asked, the log and the folder stay as they are."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.support import Gym, done
from tests.unit.cli.conftest import RUN


def contents(folder: Path) -> dict[str, bytes]:
    """Every file that holds something of the log."""
    return {one.name: one.read_bytes() for one in folder.iterdir() if not one.name.endswith("-shm")}


@pytest.mark.parametrize(
    "sql",
    [
        "ATTACH 'stolen.db' AS other",
        "ATTACH ':memory:' AS other",
        "DETACH main",
        "VACUUM",
        "VACUUM INTO 'stolen.db'",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA journal_mode",
        "PRAGMA wal_checkpoint(TRUNCATE)",
        "PRAGMA wal_autocheckpoint = 1",
        "PRAGMA writable_schema = ON",
        "PRAGMA user_version = 9",
        "PRAGMA application_id = 9",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA optimize",
        "PRAGMA incremental_vacuum",
        "PRAGMA temp_store_directory = '/tmp'",
        "SELECT load_extension('x')",
        "SELECT fts3_tokenizer('simple', x'00')",
        "SELECT writefile('stolen.db', 'x')",
        "SELECT readfile('/etc/passwd')",
        "SELECT edit('x')",
        "CREATE TABLE t(a)",
        "CREATE TEMP TABLE t(a)",
        "CREATE VIRTUAL TABLE t USING fts5(a)",
        "CREATE TRIGGER t AFTER INSERT ON session BEGIN SELECT 1; END",
        "ALTER TABLE session RENAME TO other",
        "DROP TABLE session",
        "ANALYZE",
        "REINDEX",
        "INSERT INTO exercise(uid) VALUES ('x')",
        "WITH x AS (SELECT 1) DELETE FROM session",
        "UPDATE session SET note = 'x' RETURNING id",
        "REPLACE INTO metric VALUES ('a', 1, 1)",
        "BEGIN",
        "COMMIT",
        "SELECT 1; DROP TABLE session",
    ],
)
def test_nothing_that_is_asked_can_write(
    gym: Gym, run: RUN, sql: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gym.trained(gym.push(), done(100, 5))
    monkeypatch.chdir(tmp_path)
    before, outside = contents(gym.path.parent), sorted(tmp_path.iterdir())
    ran = run("sql", sql)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.startswith("workout: ")
    assert ran.err.count("\n") == 1
    assert contents(gym.path.parent) == before
    assert sorted(tmp_path.iterdir()) == outside


def test_json_and_csv_hold_the_same(gym: Gym, run: RUN) -> None:
    gym.trained(gym.push(), done(100, 5), done(102.5, 4))
    question = "SELECT exercise, load, reps FROM v_sets"
    as_json = json.loads(run("sql", question, "--json").out)
    as_csv = list(csv.DictReader(io.StringIO(run("sql", question, "--csv").out)))
    assert [{name: str(value) for name, value in row.items()} for row in as_json] == as_csv
    assert len(as_json) == 2


def test_a_table_is_no_wider_than_the_terminal(gym: Gym, run: RUN, monkeypatch: pytest.MonkeyPatch) -> None:
    from workout_tui.cli import asking

    monkeypatch.setattr(asking, "width", lambda: 40)
    ran = run("sql", f"SELECT '{'long ' * 30}' AS a, '{'日本' * 30}' AS b, 12345 AS c")
    from workout_tui.transfer.answers import _cells

    assert max(_cells(line) for line in ran.out.splitlines()) <= 40
    assert "12345" in ran.out
