"""Every constraint of the schema refuses something. The list of constraints is read from the schema itself."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.unit.store.rows import AT
from workout_tui.errors import InvalidEntry
from workout_tui.store.connection import Store

Row = dict[str, Any]

TARGET: Row = {
    "kind": "work", "reps_lo": 5, "reps_hi": 8, "load": 100_000, "unit": "kg", "seconds": 60, "distance": 400_000,
    "distance_unit": "m", "rpe10": 85,
}  # fmt: skip
BLOCK: Row = {
    "exercise_id": 1, "position": 1, "rest_s": 120, "superset": "A", "step": 2500, "step_unit": "kg", "note": "x",
}  # fmt: skip

ROWS: dict[str, Row] = {
    "profile": {
        "uid": "p", "name": "Ada", "name_key": "ada", "unit": "kg", "day_start": 4, "week_start": 1, "week_goal": 3,
        "rest_s": 120, "rest_auto": 1, "bell": 1, "step": 2500, "step_unit": "kg",
    },
    "bar": {"profile_id": 1, "load": 20_000, "unit": "kg"},
    "plate": {"profile_id": 1, "load": 20_000, "unit": "kg", "pairs": 2},
    "exercise": {
        "uid": "e", "name": "Squat", "name_key": "squat", "measure": "weight", "equipment": "rack", "archived_at": AT,
    },
    "exercise_alias": {"exercise_id": 1, "alias": "Back squat", "alias_key": "back squat"},
    "exercise_muscle": {"exercise_id": 1, "muscle": "quads", "part": "primary"},
    "exercise_setting": {
        "profile_id": 1, "exercise_id": 1, "note": "x", "step": 2500, "step_unit": "kg", "bar": 20_000,
        "bar_unit": "kg", "rest_s": 120, "unit": "kg", "distance_unit": "m", "load_of": "each", "by_side": 1,
        "training_max": 120_000, "training_max_unit": "kg",
    },
    "program": {"uid": "g", "profile_id": 1, "name": "5×5", "name_key": "5×5", "kind": "plan", "archived_at": None},
    "template": {
        "uid": "t", "program_id": 1, "week": 0, "day": 0, "slug": "a", "name": "A", "revision": 1, "reserved": 1,
        "archived_at": None,
    },
    "template_exercise": {"uid": "x", "template_id": 1, **BLOCK, "deload_percent": 10, "deload_after": 3},
    "template_set": {"template_exercise_id": 1, "n": 1, **TARGET, "percent10": 850},
    "program_run": {
        "uid": "r", "profile_id": 1, "program_id": 1, "started_on": "2025-09-21", "began_at": AT, "ended_at": None,
    },
    "program_skip": {"run_id": 1, "template_id": 1, "at": AT},
    "session": {
        "uid": "s", "profile_id": 1, "template_id": 1, "occurrence": 1, "title": "A", "local_date": "2025-09-21",
        "started_at": AT, "utc_offset_min": 120, "ended_at": None, "status": "active", "note": "x",
        "bodyweight": 80_000, "bodyweight_unit": "kg", "rest_ends_at": AT, "rest_s": 120, "template_revision": 1,
        "revision": 1, "modified_at": AT,
    },
    "session_exercise": {"uid": "b", "session_id": 1, **BLOCK},
    "performed_set": {
        "uid": "d", "session_exercise_id": 1, "n": 1, "kind": "work", "load": 100_000, "unit": "kg", "reps": 5,
        "seconds": 60, "distance": 400_000, "distance_unit": "m", "rpe10": 85, "note": "x", "at": AT,
    },
    "planned_set": {"uid": "l", "session_exercise_id": 1, "n": 1, "state": "done", "set_uid": "d", **TARGET},
    "act": {
        "profile_id": 1, "session_id": 1, "at": AT, "kind": "log", "undoes": None, "redoes": None, "undone_at": None,
        "open": 1,
    },
    "audit": {
        "at": AT, "act_id": 1, "entity": "session", "entity_id": 1, "session_id": 1, "op": "D", "old": "{}",
        "new": None,
    },
    "import_batch": {
        "uid": "i", "profile_id": 1, "format": "strong", "file_name": "a.csv", "sha256": "0" * 64, "at": AT,
    },
    "import_session": {"profile_id": 1, "source": "strong", "source_key": "k", "batch_id": 1, "session_id": 1},
    "import_set": {"import_session_id": 1, "ordinal": 1, "batch_id": 1, "set_uid": "d", "base": "{}"},
    "metric": {"name": "saves", "value": 1, "at": AT},
    "device": {"uid": "laptop", "at": AT, "last_set": 1, "others_out_at": AT},
    "sheet": {
        "profile_id": 1, "spreadsheet_id": "1abc", "tab": 10, "journal": 11, "title": "Log", "account": "a@b",
        "key_place": 4, "token_place": 10, "connected_at": AT, "left_at": None, "last_good_at": AT,
    },
    "sheet_session": {
        "sheet_id": 1, "session_id": 1, "revision": 1, "status": "completed", "sent": 1, "stale": 0, "elsewhere": 0,
        "tries": 1,
    },
    "sheet_base": {
        "sheet_id": 1, "set_uid": "d", "session_id": 1, "token": "d:1:h:n", "cells": "{}", "missing_seen_at": AT,
        "gone": 0,
    },
    "sync_batch": {
        "sheet_id": 1, "uid": "y", "kind": "append", "state": "sent", "at": AT, "quarantine_seen_at": AT,
        "members": "[]",
    },
    "sync_job": {
        "sheet_id": 1, "kind": "put back", "set_uid": "d", "session_id": 1, "data": "{}", "at": AT, "state": "open",
    },
    "sync_review": {
        "sheet_id": 1, "kind": "conflict", "session_id": 1, "set_uid": "d", "lines": "[]", "at": AT, "choice": "",
        "done_at": None,
    },
    "sync_event": {"sheet_id": 1, "at": AT, "words": "3 workouts sent"},
}  # fmt: skip
"""One valid row of each table, every column filled where a constraint looks at it; parents first."""

OTHERS: dict[str, Row] = {
    "profile": {"uid": "p2", "name_key": "bob"},
    "bar": {"load": 15_000},
    "plate": {"load": 15_000},
    "exercise": {"uid": "e2", "name_key": "bench"},
    "exercise_alias": {"alias_key": "low bar"},
    "exercise_muscle": {"muscle": "glutes"},
    "exercise_setting": {"profile_id": 2},
    "program": {"uid": "g2", "name_key": "other"},
    "template": {"uid": "t2", "program_id": 2, "day": 1, "slug": "b", "reserved": 0},
    "template_exercise": {"uid": "x2", "position": 2},
    "template_set": {"n": 2},
    "program_run": {"uid": "r2", "ended_at": AT},
    "program_skip": {},
    "session": {"uid": "s2", "profile_id": 2, "occurrence": 2, "status": "completed", "ended_at": AT},
    "session_exercise": {"uid": "b2", "position": 2},
    "performed_set": {"uid": "d2", "n": 2},
    "planned_set": {"uid": "l2", "n": 2, "set_uid": "d2"},
    "act": {"open": None},
    "audit": {},
    "import_batch": {"uid": "i2"},
    "import_session": {"source_key": "k2", "session_id": 2},
    "import_set": {"ordinal": 2, "set_uid": "d2"},
    "metric": {"name": "loads"},
    "device": {},
    "sheet": {"profile_id": 2},
    "sheet_session": {"session_id": 2},
    "sheet_base": {"set_uid": "d2"},
    "sync_batch": {"uid": "y2"},
    "sync_job": {},
    "sync_review": {"set_uid": "d2"},
    "sync_event": {},
}
"""What to change in a row so that it can stand beside the first one."""

INDEXED: dict[str, Row] = {
    "template.program_id": {"reserved": 1},
    "program_run.profile_id": {"ended_at": None},
    "session.profile_id": {"status": "active", "ended_at": None},
}
"""What makes a row one of those a partial index holds."""

FAILING: dict[tuple[str, str], list[Row]] = {
    ("template", "slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'"): [{"slug": ""}, {"slug": "A"}, {"slug": "a b"}],
    ("template_set", "reps_lo <= reps_hi"): [{"reps_lo": 9}],
    ("planned_set", "reps_lo <= reps_hi"): [{"reps_lo": 9}],
    ("planned_set", "(set_uid IS NOT NULL) = (state = 'done')"): [{"set_uid": None}, {"state": "open"}],
    ("session", "local_date GLOB '[0-9][0-9][0-9][0-9]-*' AND local_date IS date(local_date, '+0 days')"): [
        {"local_date": day} for day in ("2025-02-30", "2025-9-21", "now", "", "21.09.2025", "2025-09-21 10:00")
    ],
    ("program_run", "started_on GLOB '[0-9][0-9][0-9][0-9]-*' AND started_on IS date(started_on, '+0 days')"): [
        {"started_on": day} for day in ("2025-02-30", "now", "")
    ],
    ("program_run", "ended_at >= began_at"): [{"ended_at": AT - 1}],
    ("session", "ended_at >= started_at"): [{"ended_at": AT - 1, "status": "completed"}],
    ("session", "(status = 'active') = (ended_at IS NULL)"): [{"ended_at": AT}, {"status": "completed"}],
    ("performed_set", "reps IS NOT NULL OR seconds IS NOT NULL OR distance IS NOT NULL"): [
        {"reps": None, "seconds": None, "distance": None, "distance_unit": None}
    ],
    ("act", "open = 1"): [{"open": 0}, {"open": 2}],
    ("act", "(undoes IS NOT NULL) = (kind = 'undo')"): [{"undoes": 1}, {"kind": "undo"}],
    ("act", "(redoes IS NOT NULL) = (kind = 'redo')"): [{"redoes": 1}, {"kind": "redo"}],
    ("audit", "(op = 'D') = (new IS NULL)"): [{"new": "{}"}],
    ("audit", "(op = 'D') = (old IS NOT NULL)"): [{"old": None}],
    ("import_batch", "length(sha256) = 64"): [{"sha256": "0" * 63}],
}
"""What each constraint refuses that is not of a kind `failing` knows."""


PATTERNS: list[tuple[str, Callable[[re.Match[str]], list[Row]]]] = [
    (r"(\w+) BETWEEN (-?\d+) AND (\d+)", lambda m: [{m[1]: int(m[2]) - 1}, {m[1]: int(m[3]) + 1}]),
    (
        r"(\w+) <> 0 AND \1 BETWEEN (-?\d+) AND (\d+)",
        lambda m: [{m[1]: int(m[2]) - 1}, {m[1]: int(m[3]) + 1}, {m[1]: 0}],
    ),
    (r"(\w+) IN \('.*\)", lambda m: [{m[1]: "none"}, {m[1]: ""}]),
    (r"(\w+) IN \(0, 1\)", lambda m: [{m[1]: 2}, {m[1]: -1}]),
    (r"(\w+) >= (\d+)", lambda m: [{m[1]: int(m[2]) - 1}]),
    (r"(\w+) <> ''", lambda m: [{m[1]: ""}]),
    (r"json_valid\((\w+)\)", lambda m: [{m[1]: text} for text in ("", "{", "not json")]),
    (r"(\w+) <> 0", lambda m: [{m[1]: 0}]),
    (r"(\w+) = trim\(\1\) AND \1 <> ''", lambda m: [{m[1]: text} for text in ("", " a", "a ")]),
    (r"\((\w+) IS NULL\) = \((\w+) IS NULL\)", lambda m: [{m[1]: None}, {m[2]: None}]),
]
"""What constraints of the usual kinds refuse."""


def failing(table: str, check: str) -> list[Row]:
    """Changes to a valid row that only this constraint refuses."""
    if (table, check) in FAILING:
        return FAILING[table, check]
    return [row for pattern, tries in PATTERNS if (match := re.fullmatch(pattern, check)) for row in tries(match)]


class Constraint(NamedTuple):
    """One constraint of the schema: what SQLite says when it refuses, and where it stands."""

    table: str
    kind: str
    told: str
    columns: tuple[str, ...] = ()


@cache
def constraints() -> list[Constraint]:
    """All of them, read from a new file."""
    with tempfile.TemporaryDirectory() as folder, closing(Store(Path(folder) / "workout.db")) as store:
        tables = [
            row[0]
            for row in store.rows(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
                " AND name NOT GLOB '_sqlite_*'"
            )
        ]
        return [one for table in tables for one in of_table(store, table)]


def of_table(store: Store, table: str) -> Iterator[Constraint]:
    for row in store.rows(f"PRAGMA table_info({table})"):
        if row["notnull"]:
            yield Constraint(table, "NOT NULL", f"{table}.{row['name']}", (row["name"],))
    for row in store.rows(f"PRAGMA index_list({table})"):
        if row["unique"]:
            columns = tuple(one["name"] for one in store.rows(f"PRAGMA index_info({row['name']})"))
            yield Constraint(table, "UNIQUE", ", ".join(f"{table}.{one}" for one in columns), columns)
    for row in store.rows(f"PRAGMA foreign_key_list({table})"):
        yield Constraint(table, "FOREIGN KEY", row["from"], (row["from"],))
    for check in store.db[table].checks:  # type: ignore[union-attr]
        yield Constraint(table, "CHECK", check.check)


def name(constraint: Constraint) -> str:
    return f"{constraint.table}: {constraint.kind} {constraint.told}"


def of_kind(kind: str) -> list[Constraint]:
    return [one for one in constraints() if one.kind == kind]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A log with the valid rows of every table, and a second one of each table that others refer to."""
    with closing(Store(tmp_path_factory.mktemp("full") / "workout.db")) as store:
        yield store


@contextmanager
def trial(store: Store, table: str) -> Iterator[None]:
    """Rows of every table but the tried one and its children stand; whatever happens is taken back."""
    store.connection.execute("BEGIN IMMEDIATE")
    try:
        for other, row in ROWS.items():
            if other == table:
                break
            put(store, other, row)
            put(store, other, row | OTHERS[other])
        yield
    finally:
        store.connection.rollback()


def put(store: Store, table: str, row: Row) -> None:
    store.run(f"INSERT INTO {table}({', '.join(row)}) VALUES ({', '.join(f':{one}' for one in row)})", row)


def refusal(store: Store, table: str, row: Row) -> str:
    with pytest.raises(InvalidEntry) as caught:
        put(store, table, row)
    return str(caught.value.context["constraint"])


@pytest.mark.parametrize("table", ROWS)
def test_valid_rows_are_taken(full: Store, table: str) -> None:
    with trial(full, table):
        put(full, table, ROWS[table])
        put(full, table, ROWS[table] | OTHERS[table])


def test_every_table_is_tried() -> None:
    assert {one.table for one in constraints()} == ROWS.keys() == OTHERS.keys()


@pytest.mark.parametrize("one", of_kind("NOT NULL"), ids=name)
def test_nothing_is_refused(full: Store, one: Constraint) -> None:
    with trial(full, one.table):
        assert (
            refusal(full, one.table, ROWS[one.table] | {one.columns[0]: None})
            == f"NOT NULL constraint failed: {one.told}"
        )


@pytest.mark.parametrize("one", of_kind("UNIQUE"), ids=name)
def test_the_same_twice_is_refused(full: Store, one: Constraint) -> None:
    with trial(full, one.table):
        put(full, one.table, ROWS[one.table])
        same = {column: ROWS[one.table][column] for column in one.columns}
        second = ROWS[one.table] | OTHERS[one.table] | same | INDEXED.get(one.told, {})
        assert refusal(full, one.table, second) == f"UNIQUE constraint failed: {one.told}"


@pytest.mark.parametrize("one", of_kind("CHECK"), ids=name)
def test_what_cannot_be_is_refused(full: Store, one: Constraint) -> None:
    tries = failing(one.table, one.told)
    assert tries, "this constraint has no failing insert yet"
    with trial(full, one.table):
        for changes in tries:
            assert refusal(full, one.table, ROWS[one.table] | changes) == f"CHECK constraint failed: {one.told}"


@pytest.mark.parametrize("one", of_kind("FOREIGN KEY"), ids=name)
def test_a_parent_that_is_not_there_is_refused(full: Store, one: Constraint) -> None:
    deferred = (one.table, one.told) == ("planned_set", "set_uid")
    with trial(full, one.table):
        row = ROWS[one.table] | {one.told: "nobody" if deferred else 999_999}
        if one.told in {"undoes", "redoes"}:
            row["kind"] = one.told.removesuffix("es")
        if deferred:
            put(full, one.table, row)
            with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
                full.connection.execute("COMMIT")
        else:
            assert refusal(full, one.table, row) == "FOREIGN KEY constraint failed"


@pytest.mark.parametrize("table", ROWS)
def test_every_table_is_strict_about_types(full: Store, table: str) -> None:
    numbers = [
        row["name"] for row in full.rows(f"PRAGMA table_info({table})") if row["type"] == "INTEGER" and not row["pk"]
    ]
    with trial(full, table):
        for column in numbers:
            assert "cannot store TEXT value in INTEGER column" in refusal(full, table, ROWS[table] | {column: "many"})


@pytest.mark.parametrize(
    ("table", "changes"),
    [
        ("program", {"archived_at": AT}),
        ("template", {"archived_at": AT, "reserved": 0, "slug": "b"}),
        ("session", {"status": "discarded", "ended_at": AT}),
        ("sheet", {"left_at": AT}),
        ("sync_review", {"done_at": AT}),
    ],
)
def test_what_is_put_away_gives_its_place_free(full: Store, table: str, changes: Row) -> None:
    with trial(full, table):
        put(full, table, ROWS[table])
        again = {"uid": "again"} if "uid" in ROWS[table] else {}
        put(full, table, ROWS[table] | again | changes)
