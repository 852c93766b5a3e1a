"""Columns to values of the model and back. A value and its unit always lie side by side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import PastExercise, SetValues

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

Columns = tuple[str | int | None, ...]

SET_COLUMNS = ("kind", "load", "unit", "reps", "seconds", "distance", "distance_unit", "rpe10", "note")
"""The columns of a performed set that hold what it was, in the order of `of_values`."""

TARGET_COLUMNS = (
    "kind",
    "reps_lo",
    "reps_hi",
    "load",
    "unit",
    "seconds",
    "distance",
    "distance_unit",
    "rpe10",
)
"""The columns of a planned set or a template's set that hold its target, in the order of `of_target`."""

TEMPLATE_COLUMNS = (*TARGET_COLUMNS, "percent10")
"""The columns of a template's set, in the order of `of_template_target`."""

_UNITS = {unit.value: unit for unit in Unit}
_DISTANCE_UNITS = {unit.value: unit for unit in DistanceUnit}
_KINDS = {kind.value: kind for kind in SetKind}


def load(milli: int | None, unit: str | None) -> Load | None:
    """A load from its two columns."""
    return None if milli is None or unit is None else Load(milli, _UNITS[unit])


def distance(milli: int | None, unit: str | None) -> Distance | None:
    """A distance from its two columns."""
    return None if milli is None or unit is None else Distance(milli, _DISTANCE_UNITS[unit])


def of_load(value: Load | None) -> tuple[int | None, str | None]:
    """The two columns of a load."""
    return (None, None) if value is None else (value.milli, value.unit.value)


def of_distance(value: Distance | None) -> tuple[int | None, str | None]:
    """The two columns of a distance."""
    return (None, None) if value is None else (value.milli, value.unit.value)


def values(row: Mapping[str, Any] | sqlite3.Row) -> SetValues:
    """What a performed set was."""
    return SetValues(
        load=load(row["load"], row["unit"]),
        reps=row["reps"],
        seconds=row["seconds"],
        distance=distance(row["distance"], row["distance_unit"]),
        rpe10=row["rpe10"],
        kind=_KINDS[row["kind"]],
        note=row["note"],
    )


def target(row: sqlite3.Row, percent10: int | None = None) -> Target:
    """What a planned set asks for; only a template's has a percentage."""
    return Target(
        reps_lo=row["reps_lo"],
        reps_hi=row["reps_hi"],
        load=load(row["load"], row["unit"]),
        seconds=row["seconds"],
        distance=distance(row["distance"], row["distance_unit"]),
        rpe10=row["rpe10"],
        kind=_KINDS[row["kind"]],
        percent10=percent10,
    )


def template_target(row: sqlite3.Row) -> Target:
    """What a template's set asks for."""
    return target(row, row["percent10"])


def of_values(one: SetValues) -> Columns:
    """The columns of a performed set, as `SET_COLUMNS` names them."""
    return (
        one.kind.value,
        *of_load(one.load),
        one.reps,
        one.seconds,
        *of_distance(one.distance),
        one.rpe10,
        one.note,
    )


def of_target(one: Target) -> Columns:
    """The columns of a target, as `TARGET_COLUMNS` names them."""
    return (
        one.kind.value,
        one.reps_lo,
        one.reps_hi,
        *of_load(one.load),
        one.seconds,
        *of_distance(one.distance),
        one.rpe10,
    )


def of_template_target(one: Target) -> Columns:
    """The columns of a template's target, as `TEMPLATE_COLUMNS` names them."""
    return (*of_target(one), one.percent10)


def unit_of(text: str | None) -> Unit | None:
    """A unit of loads, or none."""
    return None if text is None else _UNITS[text]


def distance_unit_of(text: str | None) -> DistanceUnit | None:
    """A unit of distances, or none."""
    return None if text is None else _DISTANCE_UNITS[text]


def past(row: sqlite3.Row, sets: tuple[SetValues, ...], planned: tuple[Target, ...] = ()) -> PastExercise:
    """What was done of an exercise in the session of this row."""
    return PastExercise(
        session_uid=row["uid"],
        title=row["title"],
        day=date.fromisoformat(row["local_date"]),
        sets=sets,
        planned=planned,
        bodyweight=load(row["bodyweight"], row["bodyweight_unit"]),
    )
