"""The schema as a file has it: nothing missing, nothing left over, and every edit recorded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.store import rows
from tests.unit.store.test_constraints import ROWS, put
from workout_tui.store.connection import Store
from workout_tui.store.triggers import AUDITED

GOLDEN = Path(__file__).with_name("schema_golden.txt")
NOT_AUDITED = {
    "session": {"rest_ends_at", "rest_s", "revision", "modified_at"},
    "template": {"revision"},
}
"""The timer is no edit of the workout; the rest counts the edits."""
TABLES_NOT_AUDITED = {
    "act", "audit", "metric",
    "device", "sheet", "sheet_session", "sheet_base", "sync_batch", "sync_job", "sync_review", "sync_event",
}  # fmt: skip
"""What keeps account of the log, or of what stands in a sheet, is not what the lifter wrote."""
OTHER_VALUES = {
    "unit": "lb", "step_unit": "lb", "bar_unit": "lb", "bodyweight_unit": "lb", "distance_unit": "km",
    "measure": "time", "part": "secondary", "kind": "warmup", "local_date": "2025-09-22",
    "started_on": "2025-09-22", "training_max_unit": "lb", "load_of": "total",
}  # fmt: skip
"""A second valid value of columns that take no text and no number at all."""


def test_tables_indexes_triggers_and_views_are_those_of_the_golden_list(store: Store) -> None:
    found = [
        f"{row['type']} {row['tbl_name']} {row['name']}" + (f": {columns}" if columns else "")
        for row in store.rows(
            "SELECT type, name, tbl_name FROM sqlite_schema WHERE tbl_name <> '_sqlite_migrations'"  # sqlite-utils' own
            " ORDER BY type, tbl_name, name"
        )
        for columns in [" ".join(one["name"] for one in store.rows(f"PRAGMA table_info({row['name']})"))]
    ]
    assert found == GOLDEN.read_text().splitlines(), "\n".join(found)


def test_every_table_of_the_program_is_strict(store: Store) -> None:
    loose = store.rows("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND NOT strict")
    assert {row["name"] for row in loose} == {"sqlite_schema", "sqlite_sequence", "_sqlite_migrations"}


def test_every_column_is_audited_or_said_not_to_be(store: Store) -> None:
    for table in ROWS.keys() - TABLES_NOT_AUDITED:
        columns = {row["name"] for row in store.rows(f"PRAGMA table_info({table})")}
        assert columns - NOT_AUDITED.get(table, set()) == {"id", *AUDITED[table]}


@pytest.fixture
def full(store: Store) -> Store:
    """A log with one row in every table."""
    with store.write():
        for table, row in ROWS.items():
            put(store, table, row)
        store.run("UPDATE act SET open = NULL, at = at + 1000")
        store.run("DELETE FROM audit")
    return store


def image(store: Store, table: str) -> dict[str, object]:
    row = store.rows(f"SELECT id, {', '.join(AUDITED[table])} FROM {table}")[0]
    return {name: row[name] for name in row.keys() if row[name] is not None}  # noqa: SIM118 - a Row


@pytest.mark.parametrize(("table", "column"), [(table, one) for table, columns in AUDITED.items() for one in columns])
def test_an_edit_of_any_column_is_recorded_and_counted(full: Store, table: str, column: str) -> None:
    store = full
    before = store.row("SELECT s.revision, t.revision FROM session s, template t")
    store.connection.execute("PRAGMA ignore_check_constraints = ON")
    store.connection.execute("PRAGMA foreign_keys = OFF")
    kind = store.value("SELECT type FROM pragma_table_info(?) WHERE name = ?", (table, column))
    other = OTHER_VALUES.get(column, 7 if kind == "INTEGER" else "other")
    assert image(store, table).get(column) != other
    with store.write():
        store.run("UPDATE act SET open = 1")
        store.run(f"UPDATE {table} SET {column} = ?", (other,))
        store.run("UPDATE act SET open = NULL")
    recorded = store.rows("SELECT * FROM audit")
    assert [(row["entity"], row["op"], row["act_id"], row["at"]) for row in recorded] == [
        (table, "U", 1, rows.AT + 1000)
    ]
    assert json.loads(recorded[0]["new"]) == image(store, table)
    after = store.row("SELECT s.revision, t.revision FROM session s, template t")
    assert before
    assert after
    in_session = table in {"session", "session_exercise", "planned_set", "performed_set"}
    in_template = table in {"template", "template_exercise", "template_set"}
    moved_away = column in {"session_id", "session_exercise_id", "template_id", "template_exercise_id"}
    if not moved_away:
        assert tuple(after) == (before[0] + in_session, before[1] + in_template)
    if in_session and not moved_away:
        assert recorded[0]["session_id"] == 1
        assert store.value("SELECT modified_at FROM session") == rows.AT + 1000


@pytest.mark.parametrize("table", AUDITED)
def test_an_insert_and_a_delete_are_recorded_whole(store: Store, table: str) -> None:
    with store.write():
        for other, row in ROWS.items():
            if other != "act":
                put(store, other, row)
            if other == table:
                break
    told = image(store, table)
    last = store.rows("SELECT * FROM audit WHERE entity = ? ORDER BY seq", (table,))[-1]
    assert (last["op"], json.loads(last["new"])) == ("I", told)
    with store.write():
        store.run(f"DELETE FROM {table}")
    last = store.rows("SELECT * FROM audit ORDER BY seq DESC LIMIT 1")[0]
    assert (last["entity"], last["op"], json.loads(last["old"])) == (table, "D", told)
    assert last["act_id"] is None


def test_the_rest_timer_is_no_edit(full: Store) -> None:
    before = full.value("SELECT revision FROM session")
    with full.write():
        full.run("UPDATE session SET rest_ends_at = rest_ends_at + 1, rest_s = 90")
    assert full.value("SELECT revision FROM session") == before
    assert full.value("SELECT count(*) FROM audit") == 0


def test_an_edit_from_outside_is_recorded_with_the_time_of_the_laptop(full: Store) -> None:
    with full.write():
        full.run("UPDATE performed_set SET reps = 9")
    row = full.rows("SELECT act_id, at FROM audit")[0]
    assert row["act_id"] is None
    assert row["at"] == full.value("SELECT modified_at FROM session")
    assert abs(row["at"] / 1000 - full.value("SELECT unixepoch()")) < 60


def test_texts_of_all_kinds_come_back_from_the_audit(full: Store) -> None:
    for text in (
        '"quoted" \\ back',
        "näher 😀 \u202e",
        "line\nbreak\ttab\x1b[31m",
        "nul\x00inside",
        '{"json": null}',
        "",
    ):
        with full.write():
            full.run("UPDATE performed_set SET note = ?", (text,))
        assert json.loads(full.value("SELECT new FROM audit ORDER BY seq DESC LIMIT 1"))["note"] == text
