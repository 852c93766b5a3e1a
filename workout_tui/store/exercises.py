"""The library of exercises, shared by all lifters, and what each lifter settled for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.exercise import Exercise, ExerciseSetting, LoadOf, Measure, name_key
from workout_tui.store import values

if TYPE_CHECKING:
    import sqlite3

    from workout_tui.store.connection import Store

_SEPARATOR = "\x1f"


def _joined(column: str, source: str) -> str:
    return (
        f"(SELECT group_concat({column}, char(31)) FROM (SELECT {column} FROM {source} AND exercise_id = e.id"
        " ORDER BY id))"
    )


COLUMNS = ", ".join(
    (
        "e.id AS exercise_id, e.uid AS exercise_uid, e.name AS exercise_name, e.measure, e.equipment",
        "e.archived_at AS exercise_archived_at",
        _joined("muscle", "exercise_muscle WHERE part = 'primary'") + " AS muscles",
        _joined("muscle", "exercise_muscle WHERE part = 'secondary'") + " AS secondary",
        _joined("alias", "exercise_alias WHERE 1") + " AS aliases",
    )
)
"""What `exercise` needs of a query in which the table exercise is called e."""

SETTING_COLUMNS = (
    "x.note AS setting_note, x.step AS setting_step, x.step_unit AS setting_step_unit, x.bar, x.bar_unit,"
    " x.rest_s AS setting_rest_s, x.unit AS setting_unit, x.distance_unit AS setting_distance_unit,"
    " x.load_of, x.by_side, x.training_max, x.training_max_unit"
)
"""What `setting` needs of a query in which the table exercise_setting, perhaps outer joined, is called x."""

_MEASURES = {measure.value: measure for measure in Measure}


def exercise(row: sqlite3.Row) -> Exercise:
    """An exercise from a row with `COLUMNS`."""
    return Exercise(
        uid=row["exercise_uid"],
        name=row["exercise_name"],
        measure=_MEASURES[row["measure"]],
        equipment=row["equipment"],
        muscles=_split(row["muscles"]),
        secondary=_split(row["secondary"]),
        aliases=_split(row["aliases"]),
        archived=row["exercise_archived_at"] is not None,
    )


def setting(row: sqlite3.Row) -> ExerciseSetting:
    """A lifter's setting from a row with `SETTING_COLUMNS`; nothing settled when there is none."""
    return ExerciseSetting(
        note=row["setting_note"] or "",
        step=values.load(row["setting_step"], row["setting_step_unit"]),
        bar=values.load(row["bar"], row["bar_unit"]),
        rest_s=row["setting_rest_s"],
        unit=values.unit_of(row["setting_unit"]),
        distance_unit=values.distance_unit_of(row["setting_distance_unit"]),
        training_max=values.load(row["training_max"], row["training_max_unit"]),
        load_of=None if row["load_of"] is None else LoadOf(row["load_of"]),
        by_side=None if row["by_side"] is None else bool(row["by_side"]),
    )


def library(store: Store) -> tuple[Exercise, ...]:
    """Every exercise by name, archived ones included."""
    return tuple(exercise(row) for row in store.rows(f"SELECT {COLUMNS} FROM exercise e ORDER BY e.name_key"))


def by_row(store: Store) -> dict[int, Exercise]:
    """All exercises by the ids of their rows."""
    return {row["exercise_id"]: exercise(row) for row in store.rows(f"SELECT {COLUMNS} FROM exercise e")}


def find(store: Store, uid: str) -> tuple[int, Exercise] | None:
    """An exercise and the id of its row."""
    row = store.row(f"SELECT {COLUMNS} FROM exercise e WHERE e.uid = ?", (uid,))
    return (row["exercise_id"], exercise(row)) if row else None


def named(store: Store, name: str) -> tuple[int, Exercise] | None:
    """The exercise of this name or alias; case, width and inner spaces do not matter."""
    row = store.row(
        f"SELECT {COLUMNS} FROM exercise e WHERE e.name_key = :key"
        " OR e.id = (SELECT exercise_id FROM exercise_alias WHERE alias_key = :key) ORDER BY e.name_key = :key DESC",
        {"key": name_key(name)},
    )
    return (row["exercise_id"], exercise(row)) if row else None


def put(store: Store, one: Exercise, at: int) -> int:
    """Write an exercise; the same uid is the same exercise. Returns the id of the row."""
    # What a sheet shows of it is written only where it differs: that makes all its workouts due there.
    store.run(
        "UPDATE exercise SET name = ?2, name_key = ?3, measure = ?4 WHERE uid = ?1 AND (name, measure) IS NOT (?2, ?4)",
        (one.uid, one.name, name_key(one.name), one.measure.value),
    )
    store.run(
        "INSERT INTO exercise(uid, name, name_key, measure, equipment, archived_at) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(uid) DO UPDATE SET equipment = excluded.equipment,"
        " archived_at = CASE WHEN excluded.archived_at IS NULL THEN NULL"
        " ELSE coalesce(archived_at, excluded.archived_at) END"
        " WHERE (equipment, archived_at IS NULL) IS NOT (excluded.equipment, excluded.archived_at IS NULL)",
        (one.uid, one.name, name_key(one.name), one.measure.value, one.equipment, at if one.archived else None),
    )
    exercise_id = int(store.value("SELECT id FROM exercise WHERE uid = ?", (one.uid,)))
    _put_muscles(store, exercise_id, one)
    _put_aliases(store, exercise_id, one)
    return exercise_id


def settings(store: Store, profile_id: int, exercise_id: int) -> ExerciseSetting:
    """What a lifter settled for an exercise."""
    row = store.row(
        f"SELECT {SETTING_COLUMNS} FROM exercise_setting x WHERE profile_id = ? AND exercise_id = ?",
        (profile_id, exercise_id),
    )
    return setting(row) if row else ExerciseSetting()


def put_setting(store: Store, profile_id: int, exercise_id: int, one: ExerciseSetting) -> None:
    """Write what a lifter settled for an exercise."""
    columns = (
        "note", "step", "step_unit", "bar", "bar_unit", "rest_s", "unit", "distance_unit", "load_of", "by_side",
        "training_max", "training_max_unit",
    )  # fmt: skip
    store.run(
        f"INSERT INTO exercise_setting(profile_id, exercise_id, {', '.join(columns)})"
        f" VALUES (?, ?{', ?' * len(columns)}) ON CONFLICT(profile_id, exercise_id) DO UPDATE SET "
        + ", ".join(f"{column} = excluded.{column}" for column in columns)
        + f" WHERE ({', '.join(columns)}) IS NOT ({', '.join(f'excluded.{column}' for column in columns)})",
        (
            profile_id,
            exercise_id,
            one.note,
            *values.of_load(one.step),
            *values.of_load(one.bar),
            one.rest_s,
            one.unit.value if one.unit else None,
            one.distance_unit.value if one.distance_unit else None,
            one.load_of.value if one.load_of else None,
            one.by_side,
            *values.of_load(one.training_max),
        ),
    )


def _put_muscles(store: Store, exercise_id: int, one: Exercise) -> None:
    wanted = dict.fromkeys(map(_inline, one.muscles), "primary")
    for muscle in map(_inline, one.secondary):
        wanted.setdefault(muscle, "secondary")
    known = {
        row["muscle"]: row["part"]
        for row in store.rows("SELECT muscle, part FROM exercise_muscle WHERE exercise_id = ?", (exercise_id,))
    }
    for muscle in known.keys() - wanted.keys():
        store.run("DELETE FROM exercise_muscle WHERE exercise_id = ? AND muscle = ?", (exercise_id, muscle))
    for muscle, part in wanted.items():
        if known.get(muscle) != part:
            store.run(
                "INSERT INTO exercise_muscle(exercise_id, muscle, part) VALUES (?, ?, ?)"
                " ON CONFLICT(exercise_id, muscle) DO UPDATE SET part = excluded.part",
                (exercise_id, muscle, part),
            )


def _put_aliases(store: Store, exercise_id: int, one: Exercise) -> None:
    wanted = {name_key(alias): _inline(alias) for alias in one.aliases}
    known = {
        row["alias_key"]: row["alias"]
        for row in store.rows("SELECT alias_key, alias FROM exercise_alias WHERE exercise_id = ?", (exercise_id,))
    }
    for key in known.keys() - wanted.keys():
        store.run("DELETE FROM exercise_alias WHERE alias_key = ?", (key,))
    for key in [key for key in wanted if key not in known]:
        store.run(
            "INSERT INTO exercise_alias(exercise_id, alias, alias_key) VALUES (?, ?, ?)",
            (exercise_id, wanted[key], key),
        )


def _inline(text: str) -> str:
    """In one line: whatever a file calls an exercise, none of it is taken for the separator."""
    return " ".join(text.split())


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(_SEPARATOR)) if text else ()
