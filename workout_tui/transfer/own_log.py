"""A table of one's own, kept in a spreadsheet: a row a set, its columns in any order and named as people name them."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from workout_tui.model.load import Distance, DistanceUnit
from workout_tui.model.plan import SetKind
from workout_tui.transfer import cells, gathering, units
from workout_tui.transfer.cells import BadCellError
from workout_tui.transfer.gathering import MOST_DISTANCE, MOST_S, Cells, Taken
from workout_tui.transfer.readers import Reading, ReadSession, ReadSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_tui.model.load import Unit
    from workout_tui.transfer.table import Row

_NAMES: dict[str, tuple[str, ...]] = {
    "date": ("date", "day", "datum", "tag", "jour", "fecha", "data"),
    "workout": ("workout", "template", "date_template", "session", "routine", "training", "workout name", "einheit"),
    "exercise": ("exercise", "exercise name", "lift", "movement", "übung", "exercice", "ejercicio", "esercizio"),
    "kg": ("kg", "weight (kg)", "weight_kg", "gewicht (kg)"),
    "lb": ("lb", "lbs", "weight (lb)", "weight (lbs)", "weight_lbs", "weight_lb"),
    "weight": ("weight", "load", "gewicht", "poids", "peso"),
    "unit": ("unit", "units", "weight unit", "einheit (kg/lb)"),
    "reps": ("reps", "repetitions", "wiederholungen", "wdh", "répétitions", "repeticiones", "ripetizioni"),
    "seconds": ("time (s)", "seconds", "sekunden", "secondes"),
    "time": ("time", "duration", "dauer", "zeit", "durée"),
    "metres": ("distance (m)", "metres", "meters", "meter"),
    "kilometres": ("distance (km)", "km", "kilometer"),
    "rpe": ("rpe",),
    "kind": ("kind", "set type", "type"),
    "note": ("note", "notes", "comment", "notiz", "bemerkung"),
    "workout note": ("workout note", "workout notes", "session note"),
}
_LOADS = ("weight", "kg", "lb")
_MEASURED = {"reps": ("reps",), "seconds": ("seconds", "time"), "distance": ("metres", "kilometres")}
_FIELDS = _MEASURED | {
    "load": _LOADS,
    "rpe10": ("rpe",),
    "kind": ("kind",),
    "note": ("note",),
}
_KINDS = {
    "": SetKind.WORK,
    "work": SetKind.WORK,
    "normal": SetKind.WORK,
    "warmup": SetKind.WARMUP,
    "warm-up": SetKind.WARMUP,
    "w": SetKind.WARMUP,
    "drop": SetKind.DROP,
    "d": SetKind.DROP,
    "failure": SetKind.FAILURE,
    "f": SetKind.FAILURE,
}
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})", re.ASCII)
_NOON = time(12)


class OwnLog:
    """Reads a table whose header names a date, an exercise, and something that was measured."""

    name = "a table of your own"
    source = "own"
    header = True

    def recognises(self, first: Sequence[str]) -> bool:
        """Whether there is enough to read it by."""
        found = gathering.columns(first, _NAMES).keys()
        return {"date", "exercise"} <= found and not found.isdisjoint(chain(*_MEASURED.values()))

    def read(self, first: Sequence[str], rows: Iterable[Row], unit: Unit | None) -> Reading:
        """Read all rows; see `readers.Reader`. A column of weights that names no unit leaves it open."""
        columns = gathering.columns(first, _NAMES)
        if unit is None and "weight" in columns and "unit" not in columns:
            at = columns["weight"]
            weights = [row.cells[at] for row in rows if len(row.cells) > at]
            if any(text.strip() for text in weights):
                raise units.needed(weights)
        take = partial(_take, usual=unit)
        return gathering.gather(columns, len(first), rows, take, absent=gathering.absent(columns, _FIELDS))


def _take(line: Cells, usual: Unit | None) -> Taken:
    day, title = _day(line.text("date")), cells.name(line.text("workout"))
    started = datetime.combine(day, _NOON)
    session = ReadSession(f"{day} {title}".strip(), title, started, note=line.text("workout note"))
    return Taken(session, (_set(line, usual),), tuple(line.left_out))


def _day(text: str) -> date:
    """A date in ISO's form, or with dots, where the day is first; with slashes nobody knows which is the month."""
    dotted = _DOTTED.fullmatch(text)
    try:
        return cells.iso_time("-".join(part.zfill(2) for part in reversed(dotted.groups())) if dotted else text).date()
    except BadCellError as error:
        raise BadCellError(f"“{text[:40]}” is no date as in 2026-09-24 or 24.9.2026") from error


def _set(line: Cells, usual: Unit | None) -> ReadSet:
    exercise = cells.exercise(line.text("exercise"))
    reps, seconds, distance = line.reps(), _seconds(line), _distance(line)
    gathering.refuse_nothing(reps, seconds, distance)
    return ReadSet(
        row=line.row,
        exercise=exercise,
        load=next((line.load(one, _unit(line, one, usual)) for one in _LOADS if line.text(one)), None),
        reps=reps or None,
        seconds=seconds or None,
        distance=distance,
        rpe10=line.rpe10(),
        kind=_kind(line.text("kind")),
        note=line.text("note"),
    )


def _unit(line: Cells, column: str, usual: Unit | None) -> Unit | None:
    return line.unit("unit", usual) if column == "weight" else gathering.UNITS[column]


def _kind(text: str) -> SetKind:
    kind = _KINDS.get(text.casefold())
    if kind is None:
        raise BadCellError(f"“{text[:40]}” is no kind of set")
    return kind


def _seconds(line: Cells) -> int:
    if line.text("seconds"):
        return line.seconds()
    return cells.clock_s(line.text("time"), MOST_S)


def _distance(line: Cells) -> Distance | None:
    for column, unit in (("metres", DistanceUnit.M), ("kilometres", DistanceUnit.KM)):
        value = line.milli(column, "distance", MOST_DISTANCE)
        if value:
            return Distance(value, unit)
    return None
