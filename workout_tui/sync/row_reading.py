"""A row of the sheet as a set again: the reverse of ``rows``, strict about what the log can take."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import METRES_PER, Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.session import SetValues
from workout_tui.sync.cells import Value, canonical
from workout_tui.sync.columns import Column
from workout_tui.sync.rows import EPOCH, clean

if TYPE_CHECKING:
    from collections.abc import Mapping

_UID = re.compile(r"[0-9A-Za-z-]{1,64}", re.ASCII)
_LONGEST_NAME = 200
_LATEST = 4_102_444_800_000
"""the year 2100 in UTC milliseconds: a later moment is a mistake"""

# What the log can keep of a set; loads, bodyweights and distances in thousandths.
_LOADS, _BODYWEIGHTS, _DISTANCES = (-1_000_000, 2_000_000), (1, 1_000_000), (0, 1_000_000_000)
_REPS, _SECONDS, _RPE10, _PLACES, _OFFSETS = (0, 999), (0, 604_800), (0, 100), (1, 99), (-1080, 1080)


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


def is_uid(text: str) -> bool:
    """Whether this can be an identity that some laptop made."""
    return _UID.fullmatch(text) is not None


def read(cells: Mapping[Column, Value]) -> SheetSet:
    """A row as a set.

    Raises:
        Unreadable: a cell that is needed holds nothing the log could take.
    """
    session_uid, block, measure, distance_unit, at = _read_session_key(cells)
    started_at, offset = _read_moment(cells, Column.STARTED)
    ended_at = _read_moment(cells, Column.ENDED)[0] if canonical(cells.get(Column.ENDED)) else None
    if ended_at is not None and ended_at < started_at:
        raise Unreadable(Column.ENDED, cells[Column.ENDED])
    return SheetSet(
        session_uid=session_uid,
        block=block,
        n=_whole_number(cells, Column.SET, _PLACES) or 1,
        exercise=read_name(cells, Column.EXERCISE),
        measure=measure,
        values=read_values(cells, distance_unit),
        at=at,
        title=read_name(cells, Column.WORKOUT),
        day=_read_day(cells),
        started_at=started_at,
        utc_offset_min=offset,
        ended_at=ended_at,
        session_note=read_text(cells, Column.WORKOUT_NOTE),
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
        load=_read_load(cells, Column.WEIGHT, _LOADS),
        reps=_whole_number(cells, Column.REPS, _REPS),
        seconds=_whole_number(cells, Column.TIME, _SECONDS),
        distance=None if metres is None else _distance(cells, metres, distance_unit),
        rpe10=None if rpe is None else _within(cells, Column.RPE, rpe * 10, _RPE10),
        kind=SetKind(kind),
        note=read_text(cells, Column.NOTE),
    )


def distance_unit(cells: Mapping[Column, Value]) -> DistanceUnit:
    """The unit in which a row's distance was typed, by its session key."""
    return _read_session_key(cells)[3]


def measure(cells: Mapping[Column, Value]) -> Measure | None:
    """What a row's exercise is measured in, by its session key; None when that cannot be read."""
    try:
        return _read_session_key(cells)[2]
    except Unreadable:
        return None


def _within(cells: Mapping[Column, Value], column: Column, number: float, bounds: tuple[int, int]) -> int:
    """The number, rounded; looked at before, as what is endless cannot be."""
    if not bounds[0] <= number <= bounds[1]:
        raise Unreadable(column, cells.get(column))
    return round(number)


def read_text(cells: Mapping[Column, Value], column: Column) -> str:
    """A text as the log can keep it."""
    return canonical(clean(canonical(cells.get(column))))


def read_name(cells: Mapping[Column, Value], column: Column) -> str:
    """A name on one line.

    Raises:
        Unreadable: it is empty, or too long.
    """
    name = " ".join(read_text(cells, column).split())
    if not name or len(name) > _LONGEST_NAME:
        raise Unreadable(column, cells.get(column))
    return name


def _read_moment(cells: Mapping[Column, Value], column: Column) -> tuple[int, int]:
    try:
        moment = datetime.fromisoformat(canonical(cells.get(column)))
        offset = moment.utcoffset()
    except ValueError:
        offset = None
    if offset is None:
        raise Unreadable(column, cells.get(column))
    whole = moment - datetime(1970, 1, 1, tzinfo=UTC)
    at = _within(cells, column, whole // timedelta(milliseconds=1), (0, _LATEST))
    return at, _within(cells, column, offset // timedelta(minutes=1), _OFFSETS)


def _read_day(cells: Mapping[Column, Value]) -> date:
    value = cells.get(Column.DATE)
    try:
        day = EPOCH + timedelta(days=int(value)) if isinstance(value, int | float) else date.fromisoformat(str(value))
    except (ValueError, OverflowError) as error:
        raise Unreadable(Column.DATE, value) from error
    if not 1970 <= day.year < 2100:
        raise Unreadable(Column.DATE, value)
    return day


def _read_session_key(cells: Mapping[Column, Value]) -> tuple[str, int, Measure, DistanceUnit, int]:
    try:
        uid, block, kind, at = canonical(cells.get(Column.SESSION)).split(":")
        measure, _, unit = kind.partition("-")
        found = uid, int(block), Measure(measure), DistanceUnit(unit or "m"), int(at)
    except ValueError as error:
        raise Unreadable(Column.SESSION, cells.get(Column.SESSION)) from error
    if not (is_uid(uid) and 0 <= found[4] <= _LATEST):
        raise Unreadable(Column.SESSION, cells.get(Column.SESSION))
    return found


def _number(cells: Mapping[Column, Value], column: Column) -> float | None:
    text = canonical(cells.get(column))
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise Unreadable(column, cells[column])
    return number


def _whole_number(cells: Mapping[Column, Value], column: Column, bounds: tuple[int, int]) -> int | None:
    number = _number(cells, column)
    if number is None:
        return None
    if not number.is_integer():
        raise Unreadable(column, cells[column])
    return _within(cells, column, number, bounds)


def _read_load(cells: Mapping[Column, Value], column: Column, bounds: tuple[int, int]) -> Load | None:
    number = _number(cells, column)
    if number is None:
        return None
    return Load(_within(cells, column, number * 1000, bounds), _unit(cells))


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
    if unit not in set(Unit):
        return _read_load(cells, Column.BODYWEIGHT, _BODYWEIGHTS)
    try:
        found = Load.of(text, Unit(unit))
    except ValueError as error:
        raise Unreadable(Column.BODYWEIGHT, cells[Column.BODYWEIGHT]) from error
    _within(cells, Column.BODYWEIGHT, found.milli, _BODYWEIGHTS)
    return found


def _distance(cells: Mapping[Column, Value], metres: float, unit: DistanceUnit) -> Distance:
    return Distance(_within(cells, Column.DISTANCE, metres * 1000 / METRES_PER[unit], _DISTANCES), unit)
