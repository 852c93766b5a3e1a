"""Strong's exports, in every shape seen since 2016.

Dates are wall-clock times without a zone, the start of the workout on each of its rows. A letter in place of
a set's number says what it was: warm-up, drop set, to failure (with 0 reps: a failed attempt). A row with
anything else there and nothing lifted is the rest after the set above it. The comma shapes name no unit.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.transfer import cells, gathering, units
from workout_tui.transfer.cells import BadCellError
from workout_tui.transfer.gathering import DISTANCES, MOST_DISTANCE, MOST_LOAD, Cells, Nothing, Taken
from workout_tui.transfer.readers import Reading, ReadSession, ReadSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_tui.transfer.table import Row

_NAMES: dict[str, tuple[str, ...]] = {
    "number": ("workout #", "workout no", "workout no."),
    "date": ("date", "datum"),
    "workout": ("workout name", "workout-name", "nom de l'entraînement"),
    "duration": ("duration", "workout duration", "duration (sec)", "dauer", "durée"),
    "exercise": ("exercise name", "name der übung", "nom de l'exercice"),
    "order": ("set order", "reihenfolge festlegen", "ordre de la série"),
    "weight": ("weight", "gewicht", "poids"),
    "kg": ("kg", "weight (kg)"),
    "lb": ("lb", "lbs", "weight (lb)", "weight (lbs)"),
    "weight unit": ("weight unit",),
    "reps": ("reps", "wiederh.", "réps"),
    "distance": ("distance", "entfernung"),
    "km": ("km", "distance (km)"),
    "mi": ("mi", "miles", "distance (miles)"),
    "m": ("distance (meters)",),
    "distance unit": ("distance unit",),
    "seconds": ("seconds", "sekunden", "secondes"),
    "notes": ("notes", "notizen"),
    "workout notes": ("workout notes", "workout-notizen", "notes d'entraînement"),
    "rpe": ("rpe",),
}
_NEEDED = {"date", "workout", "exercise", "order", "reps"}
_WEIGHTS = ("weight", "kg", "lb")
_DISTANCES = ("distance", "km", "mi", "m")
_FIELDS = {"seconds": ("seconds",), "distance": _DISTANCES, "rpe10": ("rpe",), "note": ("notes",)}

_WITH = {Unit.KG: DistanceUnit.KM, Unit.LB: DistanceUnit.MI}
"""the distances of those who lift in a unit, where the file does not say"""

_KINDS = {"w": SetKind.WARMUP, "d": SetKind.DROP, "f": SetKind.FAILURE}

_HEADLESS = (
    "date",
    "workout name",
    "exercise name",
    "set order",
    "weight",
    "weight unit",
    "reps",
    "rpe",
    "distance",
    "distance unit",
    "seconds",
    "notes",
    "workout notes",
    "workout duration",
)
"""what Android's files without a header lack; the last column may be missing too"""


class Strong:
    """Reads what the app Strong exports."""

    name = "Strong"
    source = "strong"
    header = True

    def recognises(self, first: Sequence[str]) -> bool:
        """Whether the columns that every shape has are there, in English, German or French."""
        found = set(gathering.columns(first, _NAMES))
        return found >= _NEEDED and not found.isdisjoint(_WEIGHTS)

    def read(self, first: Sequence[str], rows: Iterable[Row], unit: Unit | None) -> Reading:
        """Read all rows; see `readers.Reader`."""
        columns = gathering.columns(first, _NAMES)
        if unit is None and not {"kg", "lb", "weight unit"} & columns.keys():
            raise units.needed(row.cells[columns["weight"]] for row in rows if len(row.cells) > columns["weight"])
        take = partial(_take, usual=unit)
        return gathering.gather(columns, len(first), rows, take, absent=gathering.absent(columns, _FIELDS))


class StrongHeadless(Strong):
    """Reads those of Strong's Android exports that have no header."""

    header = False

    def recognises(self, first: Sequence[str]) -> bool:
        """Whether the first row has the right number of cells, begins with a date and names a unit where it belongs."""
        if len(first) not in {len(_HEADLESS) - 1, len(_HEADLESS)} or first[5] not in {"kg", "lbs", "lb", ""}:
            return False
        try:
            cells.local_time(first[0])
        except BadCellError:
            return False
        return True

    def read(self, first: Sequence[str], rows: Iterable[Row], unit: Unit | None) -> Reading:
        """Read all rows, the first one too."""
        return super().read(_HEADLESS[: len(first)], rows, unit)


def _take(line: Cells, usual: Unit | None) -> Taken | Nothing:
    if _is_rest(line):
        return Nothing.REST
    date, title = line.text("date"), line.text("workout")
    session = ReadSession(
        key=f"{date} {title}",
        title=cells.name(title, "workout’s name"),
        started=cells.local_time(date),
        duration_s=cells.duration_s(line.text("duration")),
        note=line.text("workout notes"),
        twin=line.text("number"),
    )
    return Taken(session, (_set(line, usual),), tuple(line.left_out))


def _set(line: Cells, usual: Unit | None) -> ReadSet:
    exercise = cells.exercise(line.text("exercise"))
    load, reps, seconds = _load(line, usual), line.reps(), line.seconds()
    distance, kind = _distance(line, usual), _kind(line.text("order"))
    gathering.refuse_nothing(reps, seconds, distance, load and load.milli, kind is SetKind.FAILURE)
    return ReadSet(
        row=line.row,
        exercise=exercise,
        load=load,
        reps=reps,
        seconds=seconds or None,
        distance=distance,
        rpe10=line.rpe10(),
        kind=kind,
        note=line.text("notes"),
    )


def _is_rest(line: Cells) -> bool:
    """Whether this is the rest after the set above; its label is translated, so only its form tells."""
    order = line.text("order")
    if order.isdecimal() or order.casefold() in _KINDS:
        return False
    return not _weight(line) and not line.reps() and line.seconds() > 0


def _weight(line: Cells) -> int:
    return next((line.milli(one, "weight", MOST_LOAD) for one in _WEIGHTS if line.text(one)), 0)


def _kind(order: str) -> SetKind:
    if order.isdecimal():
        return SetKind.WORK
    kind = _KINDS.get(order.casefold())
    if kind is None:
        raise BadCellError(f"“{order}” is no set number and none of W, D, F")
    return kind


def _load(line: Cells, usual: Unit | None) -> Load | None:
    """The weight, 0 where there is none; the unit stands in the header, on the row, or was given."""
    unit = next((unit for unit in Unit if unit.value in line), None) or line.unit("weight unit", usual)
    weight = next((one for one in _WEIGHTS if line.text(one)), "weight")
    return line.load(weight, unit) or (Load(0, unit) if unit else None)


def _distance(line: Cells, usual: Unit | None) -> Distance | None:
    meaning = next((one for one in _DISTANCES if one in line), "distance")
    value = line.milli(meaning, "distance", MOST_DISTANCE)
    if not value:
        return None
    if meaning != "distance":
        return Distance(value, DistanceUnit(meaning))
    written = line.text("distance unit").casefold()
    if written and written not in DISTANCES:
        raise BadCellError(f"“{line.text('distance unit')}” is no unit of distance")
    if not written and usual is None:
        raise BadCellError(f"the distance “{line.text('distance')}” has no unit; --unit kg means km, --unit lb miles")
    return Distance(value, DISTANCES[written] if written else _WITH[usual or Unit.KG])
