"""A session as rows of the sheet, one a set (``row_reading`` is the way back).

Everything needed to restore a session stands in its rows. Loads are numbers exactly as typed, in the unit
beside them; dates are serial numbers; times are ISO 8601 with the lifter's offset. The session key holds
what has no column of its own: session, block, measure (with the unit of a distance) and when the set was
logged.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from workout_tui.model import load, strength
from workout_tui.model.load import Load, Unit
from workout_tui.sync.cells import Value
from workout_tui.sync.columns import CONTENT, Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_tui.model.exercise import Measure
    from workout_tui.model.session import PerformedSet, Session, SessionExercise, SetValues

Cells = dict[Column, Value]
"""What stands in the columns of a row; what is empty may be left out."""

REMOVED = "removed"
"""the status of a row whose set was removed, or whose session was discarded"""

EPOCH = date(1899, 12, 30)
"""day 0 of a sheet’s dates"""

_LONGEST = 20_000
"""characters of a text; Google takes 50,000 units in a cell"""

_SUMMED = (
    Column.WEIGHT,
    Column.REPS,
    Column.RPE,
    Column.TIME,
    Column.DISTANCE,
    Column.E1RM,
    Column.VOLUME,
    Column.BODYWEIGHT,
)
"""the numbers that a lifter may sum"""


def of_session(session: Session, lifter: str) -> dict[str, Cells]:
    """The rows of a session's sets by their uids, in the order of the workout."""
    shared = _shared(session, lifter)
    return {
        one.uid: _whole({**shared, **_of_set(session, block, position, one, n)})
        for position, block in enumerate(session.exercises, 1)
        for n, one in enumerate(block.performed, 1)
    }


def removed(cells: Mapping[Column, Value]) -> Cells:
    """A row whose set is gone: it says so, and its numbers no longer count to the lifter's sums."""
    return _whole({**cells, **dict.fromkeys(_SUMMED), Column.STATUS: REMOVED})


def with_status(cells: Mapping[Column, Value], status: str) -> Cells:
    """The row with another status."""
    return _whole({**cells, Column.STATUS: status})


def to_json(cells: Mapping[Column, Value]) -> dict[str, Value]:
    """The cells that are not empty, by the names of their columns."""
    return {column.value: cells[column] for column in CONTENT if cells.get(column) is not None}


def of_json(held: Mapping[str, Value]) -> Cells:
    """The reverse of `to_json`, with every column."""
    return _whole({Column(name): value for name, value in held.items()})


def _whole(cells: Mapping[Column, Value]) -> Cells:
    return {column: clean(cells.get(column)) for column in CONTENT}


def clean(value: Value) -> Value:
    """A value as a sheet and a log can both keep it: no control characters, no blanks at its end, not endless."""
    if not isinstance(value, str):
        return value
    if not value.isprintable():
        value = "".join(letter for letter in value if letter in "\n\t" or letter.isprintable())
    return value[:_LONGEST].rstrip() or None


def _shared(session: Session, lifter: str) -> Cells:
    offset = session.utc_offset_min
    return {
        Column.DATE: (session.day - EPOCH).days,
        Column.WORKOUT: session.title,
        Column.WORKOUT_NOTE: session.note,
        Column.STARTED: _moment(session.started_at, offset),
        Column.ENDED: None if session.ended_at is None else _moment(session.ended_at, offset),
        Column.LIFTER: lifter,
        Column.STATUS: session.status.value,
    }


def _of_set(session: Session, block: SessionExercise, position: int, one: PerformedSet, n: int) -> Cells:
    values, body = one.values, session.bodyweight
    unit = values.load.unit if values.load else body.unit if body else None
    return {
        Column.EXERCISE: block.exercise.name,
        Column.SET: n,
        Column.KIND: values.kind.value,
        Column.WEIGHT: _thousandths(values.load.milli) if values.load else None,
        Column.UNIT: unit.value if unit else None,
        Column.REPS: values.reps,
        Column.RPE: None if values.rpe10 is None else _thousandths(values.rpe10 * 100),
        Column.TIME: values.seconds,
        Column.DISTANCE: _rounded(values.distance.metres, 6) if values.distance else None,
        Column.E1RM: _rounded(strength.set_e1rm(block.exercise.measure, values), 2),
        Column.VOLUME: _volume(block.exercise.measure, values, body, unit),
        Column.NOTE: values.note,
        Column.BODYWEIGHT: _bodyweight(body, unit),
        Column.SESSION: _session_key(session.uid, position, block.exercise.measure, one),
    }


def _thousandths(milli: int) -> int | float:
    whole, rest = divmod(milli, 1000)
    return milli / 1000 if rest else whole


def _rounded(number: float | None, decimals: int) -> int | float | None:
    if number is None:
        return None
    rounded = round(number, decimals)
    return int(rounded) if rounded.is_integer() else rounded


def _volume(measure: Measure, values: SetValues, body: Load | None, unit: Unit | None) -> int | float | None:
    kilograms = strength.volume(measure, [values], body) if strength.counts(measure, values) else None
    if kilograms is None or unit is None:
        return None
    return _rounded(kilograms if unit is Unit.KG else kilograms / load.KG_PER_LB, 2)


def _bodyweight(body: Load | None, unit: Unit | None) -> Value:
    if body is None:
        return None
    return _thousandths(body.milli) if body.unit is unit else str(body)


def _session_key(session_uid: str, position: int, measure: Measure, one: PerformedSet) -> str:
    unit = f"-{one.values.distance.unit}" if one.values.distance else ""
    return f"{session_uid}:{position}:{measure}{unit}:{one.at}"


def _moment(at: int, offset_min: int) -> str:
    zone = timezone(timedelta(minutes=offset_min))
    moment = datetime.fromtimestamp(at // 1000, UTC).replace(microsecond=at % 1000 * 1000)
    return moment.astimezone(zone).isoformat(timespec="milliseconds")
