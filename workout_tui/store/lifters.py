"""Lifters, their bars and their plates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.exercise import name_key
from workout_tui.model.lifter import Lifter
from workout_tui.model.load import Load, Unit
from workout_tui.store import values

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from workout_tui.store.connection import Store

_COLUMNS = (
    "name",
    "name_key",
    "unit",
    "day_start",
    "week_start",
    "week_goal",
    "rest_s",
    "rest_auto",
    "bell",
    "step",
    "step_unit",
)


def all_of(store: Store) -> tuple[Lifter, ...]:
    """Every lifter of this log, the first one first."""
    return tuple(_lifter(row) for row in store.rows("SELECT * FROM profile ORDER BY id"))


def find(store: Store, uid: str) -> tuple[int, Lifter] | None:
    """A lifter and the id of their row."""
    row = store.row("SELECT * FROM profile WHERE uid = ?", (uid,))
    return (row["id"], _lifter(row)) if row else None


def name(store: Store, profile_id: int) -> str:
    """How a lifter is called."""
    return str(store.value("SELECT name FROM profile WHERE id = ?", (profile_id,)))


def put(store: Store, lifter: Lifter) -> int:
    """Write a lifter; the same uid is the same lifter. Returns the id of the row."""
    updates = ", ".join(f"{column} = excluded.{column}" for column in _COLUMNS)
    store.run(
        f"INSERT INTO profile(uid, {', '.join(_COLUMNS)}) VALUES (?{', ?' * len(_COLUMNS)})"
        f" ON CONFLICT(uid) DO UPDATE SET {updates}"
        f" WHERE ({', '.join(_COLUMNS)}) IS NOT ({', '.join(f'excluded.{column}' for column in _COLUMNS)})",
        (lifter.uid, *_columns(lifter)),
    )
    return int(store.value("SELECT id FROM profile WHERE uid = ?", (lifter.uid,)))


def bars(store: Store, profile_id: int, unit: Unit) -> tuple[Load, ...]:
    """The lifter's bars in a unit, heaviest first."""
    rows = store.rows(
        "SELECT load FROM bar WHERE profile_id = ? AND unit = ? ORDER BY load DESC", (profile_id, unit.value)
    )
    return tuple(Load(row["load"], unit) for row in rows)


def plates(store: Store, profile_id: int, unit: Unit) -> tuple[tuple[Load, int], ...]:
    """The lifter's plates in a unit with the pairs there are of each, heaviest first."""
    rows = store.rows(
        "SELECT load, pairs FROM plate WHERE profile_id = ? AND unit = ? ORDER BY load DESC", (profile_id, unit.value)
    )
    return tuple((Load(row["load"], unit), row["pairs"]) for row in rows)


def set_bars(store: Store, profile_id: int, unit: Unit, loads: Iterable[Load]) -> None:
    """Make these the lifter's bars in a unit."""
    wanted = {load.milli for load in loads}
    for (one,) in store.rows("SELECT load FROM bar WHERE profile_id = ? AND unit = ?", (profile_id, unit.value)):
        if one not in wanted:
            store.run("DELETE FROM bar WHERE profile_id = ? AND unit = ? AND load = ?", (profile_id, unit.value, one))
    for milli in sorted(wanted):
        store.run(
            "INSERT INTO bar(profile_id, load, unit) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (profile_id, milli, unit.value),
        )


def set_plates(store: Store, profile_id: int, unit: Unit, plates: Iterable[tuple[Load, int]]) -> None:
    """Make these the lifter's plates in a unit, each with its pairs."""
    wanted = {load.milli: pairs for load, pairs in plates}
    for (one,) in store.rows("SELECT load FROM plate WHERE profile_id = ? AND unit = ?", (profile_id, unit.value)):
        if one not in wanted:
            store.run("DELETE FROM plate WHERE profile_id = ? AND unit = ? AND load = ?", (profile_id, unit.value, one))
    for milli, pairs in wanted.items():
        store.run(
            "INSERT INTO plate(profile_id, load, unit, pairs) VALUES (?, ?, ?, ?)"
            " ON CONFLICT(profile_id, unit, load) DO UPDATE SET pairs = excluded.pairs"
            " WHERE pairs IS NOT excluded.pairs",
            (profile_id, milli, unit.value, pairs),
        )


def _lifter(row: sqlite3.Row) -> Lifter:
    return Lifter(
        uid=row["uid"],
        name=row["name"],
        unit=Unit(row["unit"]),
        day_start=row["day_start"],
        week_start=row["week_start"],
        week_goal=row["week_goal"],
        rest_s=row["rest_s"],
        rest_auto=bool(row["rest_auto"]),
        bell=bool(row["bell"]),
        step=values.load(row["step"], row["step_unit"]),
    )


def _columns(lifter: Lifter) -> tuple[str | int | None, ...]:
    return (
        lifter.name,
        name_key(lifter.name),
        lifter.unit.value,
        lifter.day_start,
        lifter.week_start,
        lifter.week_goal,
        lifter.rest_s,
        int(lifter.rest_auto),
        int(lifter.bell),
        *values.of_load(lifter.step),
    )
