"""FitNotes' exports (Android): one workout a day, its sets in the order of the file, equal rows all real.

A comma in the name of an exercise is not quoted: cells too many belong to it, or to the comment at the end.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from workout_tui.model.load import Distance, DistanceUnit, Unit
from workout_tui.transfer import cells, gathering
from workout_tui.transfer.cells import BadCellError
from workout_tui.transfer.gathering import DISTANCES, MOST_DISTANCE, MOST_LOAD, MOST_S, Cells, Taken
from workout_tui.transfer.readers import Reading, ReadSession, ReadSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from workout_tui.transfer.table import Row

_NAMES: dict[str, tuple[str, ...]] = {
    "date": ("date",),
    "exercise": ("exercise",),
    "category": ("category",),
    "kg": ("weight (kgs)", "weight (kg)"),
    "lb": ("weight (lbs)", "weight (lb)"),
    "weight": ("weight",),
    "weight unit": ("weight unit",),
    "reps": ("reps",),
    "distance": ("distance",),
    "distance unit": ("distance unit",),
    "time": ("time",),
    "comment": ("comment", "notes"),
}
_NEEDED = {"date", "exercise", "category", "reps"}
_WEIGHTS = ("kg", "lb", "weight")
_FIELDS = {"seconds": ("time",), "distance": ("distance",), "note": ("comment",)}
_NOON = 12
"""the hour of workouts that have only a date: far from midnight, so that no start of the day moves them"""


class FitNotes:
    """Reads what the app FitNotes exports."""

    name = "FitNotes"
    source = "fitnotes"
    header = True

    def recognises(self, first: Sequence[str]) -> bool:
        """Whether the columns of a set are there; a weight needs a unit, in its name or beside it."""
        found = gathering.columns(first, _NAMES).keys()
        return found >= _NEEDED and bool({"kg", "lb", "weight unit"} & found)

    def read(self, first: Sequence[str], rows: Iterable[Row], unit: Unit | None) -> Reading:
        """Read all rows; see `readers.Reader`."""
        columns = gathering.columns(first, _NAMES)
        mended = (_mended(row, columns, len(first)) for row in rows)
        take = partial(_take, usual=unit)
        absent = gathering.absent(columns, _FIELDS) | {"rpe10", "kind"}
        return gathering.gather(columns, len(first), mended, take, absent=absent)


def _mended(row: Row, columns: Mapping[str, int], width: int) -> Row:
    """The row with its cells where they belong; as it is when that cannot be told."""
    surplus = len(row.cells) - width
    if surplus <= 0 or (not any(cell.strip() for cell in row.cells[width:]) and _fits(Cells(columns, row))):
        return row  # commas too many at the end of a row do no harm
    for one in _ways(row, columns, width, surplus):
        if _fits(Cells(columns, one)):
            return one
    return row


def _ways(row: Row, columns: Mapping[str, int], width: int, surplus: int) -> Iterator[Row]:
    """The row with the cells too many joined to the name, then fewer of them, the others to the comment."""
    at, has_comment = columns["exercise"], columns.get("comment") == width - 1
    for inside in range(surplus, -1 if has_comment else surplus - 1, -1):
        end = at + inside + 1
        cut = (*row.cells[:at], ",".join(row.cells[at:end]), *row.cells[end:])
        yield replace(row, cells=(*cut[: width - 1], ",".join(cut[width - 1 :])))


def _fits(line: Cells) -> bool:
    """Whether numbers stand where numbers belong."""
    try:
        for name in _WEIGHTS:
            line.milli(name, "weight", MOST_LOAD)
        line.reps()
        line.milli("distance", "distance", MOST_DISTANCE)
        cells.clock_s(line.text("time"), MOST_S)
        line.unit("weight unit", Unit.KG)
    except BadCellError:
        return False
    return True


def _take(line: Cells, usual: Unit | None) -> Taken:
    written = line.text("date")
    try:
        day = datetime.strptime(written, "%Y-%m-%d")  # noqa: DTZ007 - a date on the wall's calendar
    except ValueError as error:
        raise BadCellError(f"“{written}” is no date") from error
    started = cells.local_time(f"{day:%Y-%m-%d} {_NOON}:00")
    return Taken(ReadSession(written, "", started), (_set(line, usual),), tuple(line.left_out))


def _set(line: Cells, usual: Unit | None) -> ReadSet:
    exercise = cells.exercise(line.text("exercise"))
    unit = next((unit for unit in Unit if line.text(unit.value)), None) or line.unit("weight unit", usual)
    load = next((line.load(one, unit) for one in _WEIGHTS if line.text(one)), None)
    reps, seconds, distance = line.reps(), cells.clock_s(line.text("time"), MOST_S), _distance(line)
    gathering.refuse_nothing(reps, seconds, distance, load and load.milli)
    return ReadSet(
        row=line.row,
        exercise=exercise,
        load=load,
        reps=reps if reps or not (seconds or distance) else None,
        seconds=seconds or None,
        distance=distance,
        note=line.text("comment"),
    )


def _distance(line: Cells) -> Distance | None:
    value, written = line.milli("distance", "distance", MOST_DISTANCE), line.text("distance unit").casefold()
    if not value:  # the unit beside no distance may be anything: planks were seen with “kg”
        return None
    if written and written not in DISTANCES:
        raise BadCellError(f"“{written}” is no unit of distance")
    return Distance(value, DISTANCES.get(written, DistanceUnit.M))
