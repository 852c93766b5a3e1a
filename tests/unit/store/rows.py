"""Plain rows to test the store with, written without the modules that are built on it."""

from __future__ import annotations

from typing import Any

from workout_tui.store.connection import Store
from workout_tui.store.triggers import AUDITED

AT = 1_758_470_400_000
"""2025-09-21 16:00 UTC, milliseconds."""


def insert(store: Store, table: str, **columns: Any) -> int:
    """Insert a row and return its id. Runs inside `write`."""
    names = ", ".join(columns)
    marks = ", ".join(f":{name}" for name in columns)
    store.run(f"INSERT INTO {table}({names}) VALUES ({marks})", columns)
    return int(store.value("SELECT last_insert_rowid()"))


def profile(store: Store, name: str = "Ada", **columns: Any) -> int:
    """A lifter."""
    return insert(
        store, "profile", **{"uid": f"p-{name}", "name": name, "name_key": name.casefold(), "unit": "kg"} | columns
    )


def exercise(store: Store, name: str = "Squat", **columns: Any) -> int:
    """An exercise."""
    given = {"uid": f"e-{name}", "name": name, "name_key": name.casefold(), "measure": "weight"}
    return insert(store, "exercise", **given | columns)


def template(store: Store, profile_id: int, name: str = "lower", **columns: Any) -> int:
    """A template in a program of its own."""
    program = insert(store, "program", uid=f"g-{name}", profile_id=profile_id, name=name, name_key=name, kind="loose")
    given = {"uid": f"t-{name}", "program_id": program, "day": 0, "slug": name, "name": name}
    return insert(store, "template", **given | columns)


def session(store: Store, profile_id: int, template_id: int, n: int = 1, **columns: Any) -> int:
    """An active session, the `n`-th of its template."""
    given = {
        "uid": f"s-{profile_id}-{template_id}-{n}",
        "profile_id": profile_id,
        "template_id": template_id,
        "occurrence": n,
        "title": "Lower",
        "local_date": "2025-09-21",
        "started_at": AT,
        "utc_offset_min": 120,
        "template_revision": 1,
        "modified_at": AT,
    }
    return insert(store, "session", **given | columns)


def block(store: Store, session_id: int, exercise_id: int, position: int = 1, **columns: Any) -> int:
    """A block of a session."""
    given = {
        "uid": f"b-{session_id}-{position}",
        "session_id": session_id,
        "exercise_id": exercise_id,
        "position": position,
    }
    return insert(store, "session_exercise", **given | columns)


def performed(store: Store, block_id: int, n: int = 1, **columns: Any) -> int:
    """A performed set, 100 kg × 5 unless told otherwise."""
    given = {
        "uid": f"d-{block_id}-{n}",
        "session_exercise_id": block_id,
        "n": n,
        "load": 100_000,
        "unit": "kg",
        "reps": 5,
        "at": AT,
    }
    return insert(store, "performed_set", **given | columns)


def planned(store: Store, block_id: int, n: int = 1, **columns: Any) -> int:
    """An open planned set."""
    return insert(
        store, "planned_set", **{"uid": f"l-{block_id}-{n}", "session_exercise_id": block_id, "n": n} | columns
    )


def small_log(store: Store) -> tuple[int, int]:
    """A lifter with an active session of one block without sets: the ids of session and block."""
    with store.write():
        lifter = profile(store)
        workout = session(store, lifter, template(store, lifter))
        return workout, block(store, workout, exercise(store))


def state(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every audited row of the log with its id."""
    return {
        table: [tuple(row) for row in store.rows(f"SELECT id, {', '.join(columns)} FROM {table} ORDER BY id")]
        for table, columns in AUDITED.items()
    }
