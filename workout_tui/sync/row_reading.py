"""A row of the sheet as a set again: the reverse of ``rows``, strict about what the log can take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import METRES_PER, Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.session import SetValues
from workout_tui.sync.cells import Value, canonical
from workout_tui.sync.columns import Column
from workout_tui.sync.rows import EPOCH

if TYPE_CHECKING:
    from collections.abc import Mapping


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
            return EPOCH + timedelta(days=int(value))
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
