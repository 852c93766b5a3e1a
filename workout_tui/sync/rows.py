"""A session as rows of the sheet, one a set, and a row as a set again.

Everything needed to restore a session stands in its rows. Loads are numbers exactly as typed, in the unit
beside them; dates are serial numbers; times are ISO 8601 with the lifter's offset. The session key holds
what has no column of its own: session, block, measure (with the unit of a distance) and when the set was
logged.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from workout_tui.model import load, strength
from workout_tui.model.exercise import Measure
from workout_tui.model.load import METRES_PER, Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.session import SetValues
from workout_tui.sync.cells import Value, canonical
from workout_tui.sync.columns import CONTENT, Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_tui.model.session import PerformedSet, Session, SessionExercise

Cells = dict[Column, Value]
"""What stands in the columns of a row; what is empty may be left out."""

REMOVED = "removed"
"""the status of a row whose set was removed, or whose session was discarded"""

_EPOCH = date(1899, 12, 30)
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


class Unreadable(ValueError):
    """A cell that holds nothing the log could take."""

    def __init__(self, column: Column, value: Value) -> None:
        super().__init__(f"{column}: {canonical(value)!r}")
        self.column = column
        self.value = value


@dataclass(frozen=True, slots=True)
class SheetSet:
    """A set as its row tells it."""

    session_uid: str
    block: int
    """the order of its exercise in the session, from 1"""
    n: int
    exercise: str
    measure: Measure
    values: SetValues
    at: int
    title: str
    day: date
    started_at: int
    utc_offset_min: int
    ended_at: int | None
    session_note: str
    bodyweight: Load | None
    lifter: str
    status: str


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


def read(cells: Mapping[Column, Value]) -> SheetSet:
    """A row as a set.

    Raises:
        Unreadable: a cell that is needed holds nothing the log could take.
    """
    session_uid, block, measure, distance_unit, at = _read_session_key(cells)
    started_at, offset = _read_moment(cells, Column.STARTED)
    ended = canonical(cells.get(Column.ENDED))
    return SheetSet(
        session_uid=session_uid,
        block=block,
        n=_whole_number(cells, Column.SET) or 1,
        exercise=canonical(cells.get(Column.EXERCISE)),
        measure=measure,
        values=read_values(cells, distance_unit),
        at=at,
        title=canonical(cells.get(Column.WORKOUT)),
        day=_read_day(cells),
        started_at=started_at,
        utc_offset_min=offset,
        ended_at=_read_moment(cells, Column.ENDED)[0] if ended else None,
        session_note=canonical(cells.get(Column.WORKOUT_NOTE)),
        bodyweight=read_bodyweight(cells),
        lifter=canonical(cells.get(Column.LIFTER)),
        status=canonical(cells.get(Column.STATUS)),
    )


def read_values(cells: Mapping[Column, Value], distance_unit: DistanceUnit = DistanceUnit.M) -> SetValues:
    """What the columns of a row say the set was.

    Raises:
        Unreadable: one of them holds nothing the log could take.
    """
    metres, rpe = _number(cells, Column.DISTANCE), _number(cells, Column.RPE)
    kind = canonical(cells.get(Column.KIND)).casefold()
    if kind not in set(SetKind):
        raise Unreadable(Column.KIND, cells.get(Column.KIND))
    return SetValues(
        load=_read_load(cells, Column.WEIGHT),
        reps=_whole_number(cells, Column.REPS),
        seconds=_whole_number(cells, Column.TIME),
        distance=None if metres is None else _distance(metres, distance_unit),
        rpe10=None if rpe is None else round(rpe * 10),
        kind=SetKind(kind),
        note=canonical(cells.get(Column.NOTE)),
    )


def distance_unit(cells: Mapping[Column, Value]) -> DistanceUnit:
    """The unit in which a row's distance was typed, by its session key."""
    return _read_session_key(cells)[3]


def to_json(cells: Mapping[Column, Value]) -> dict[str, Value]:
    """The cells that are not empty, by the names of their columns."""
    return {column.value: cells[column] for column in CONTENT if cells.get(column) is not None}


def of_json(held: Mapping[str, Value]) -> Cells:
    """The reverse of `to_json`, with every column."""
    return _whole({Column(name): value for name, value in held.items()})


def _whole(cells: Mapping[Column, Value]) -> Cells:
    return {column: _clean(cells.get(column)) for column in CONTENT}


def _clean(value: Value) -> Value:
    if not isinstance(value, str):
        return value
    if not value.isprintable():
        value = "".join(letter for letter in value if letter in "\n\t" or letter.isprintable())
    return value[:_LONGEST].rstrip() or None


def _shared(session: Session, lifter: str) -> Cells:
    offset = session.utc_offset_min
    return {
        Column.DATE: (session.day - _EPOCH).days,
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


def _read_moment(cells: Mapping[Column, Value], column: Column) -> tuple[int, int]:
    try:
        moment = datetime.fromisoformat(canonical(cells.get(column)))
        offset = moment.utcoffset()
    except ValueError:
        offset = None
    if offset is None:
        raise Unreadable(column, cells.get(column))
    whole = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return whole // timedelta(milliseconds=1), offset // timedelta(minutes=1)


def _read_day(cells: Mapping[Column, Value]) -> date:
    value = cells.get(Column.DATE)
    try:
        if isinstance(value, (int, float)):
            return _EPOCH + timedelta(days=int(value))
        return date.fromisoformat(canonical(value))
    except (ValueError, OverflowError) as error:
        raise Unreadable(Column.DATE, value) from error


def _read_session_key(cells: Mapping[Column, Value]) -> tuple[str, int, Measure, DistanceUnit, int]:
    try:
        uid, block, kind, at = canonical(cells.get(Column.SESSION)).split(":")
        measure, _, unit = kind.partition("-")
        return uid, int(block), Measure(measure), DistanceUnit(unit or "m"), int(at)
    except ValueError as error:
        raise Unreadable(Column.SESSION, cells.get(Column.SESSION)) from error


def _number(cells: Mapping[Column, Value], column: Column) -> float | None:
    text = canonical(cells.get(column))
    if not text:
        return None
    try:
        return float(text)
    except ValueError as error:
        raise Unreadable(column, cells[column]) from error


def _whole_number(cells: Mapping[Column, Value], column: Column) -> int | None:
    number = _number(cells, column)
    if number is None:
        return None
    if not float(number).is_integer():
        raise Unreadable(column, cells[column])
    return int(number)


def _read_load(cells: Mapping[Column, Value], column: Column) -> Load | None:
    number = _number(cells, column)
    if number is None:
        return None
    return Load(round(number * 1000), _unit(cells))


def _unit(cells: Mapping[Column, Value]) -> Unit:
    text = canonical(cells.get(Column.UNIT)).casefold()
    if text not in set(Unit):
        raise Unreadable(Column.UNIT, cells.get(Column.UNIT))
    return Unit(text)


def read_bodyweight(cells: Mapping[Column, Value]) -> Load | None:
    """What a row says the lifter weighed: a number in the unit of the row, or one with a unit of its own.

    Raises:
        Unreadable: it is neither.
    """
    text, _, unit = canonical(cells.get(Column.BODYWEIGHT)).partition(" ")
    if unit in set(Unit):
        try:
            return Load.of(text, Unit(unit))
        except ValueError as error:
            raise Unreadable(Column.BODYWEIGHT, cells[Column.BODYWEIGHT]) from error
    return _read_load(cells, Column.BODYWEIGHT)


def _distance(metres: float, unit: DistanceUnit) -> Distance:
    return Distance(round(metres * 1000 / METRES_PER[unit]), unit)
