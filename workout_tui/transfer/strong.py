"""Strong's exports, in every shape seen since 2016.

Dates are wall-clock times without a zone, the start of the workout on each of its rows. A letter in place of
a set's number says what it was: warm-up, drop set, to failure (with 0 reps: a failed attempt). A row with
anything else there and nothing lifted is the rest after the set above it. The comma shapes name no unit.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workout_tui.errors import ImportProblem
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.transfer import cells
from workout_tui.transfer.cells import BadCellError
from workout_tui.transfer.readers import Reading, ReadSession, ReadSet, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from workout_tui.transfer.table import Row

_NAMES: dict[str, tuple[str, ...]] = {
    "number": ("workout #",),
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
_MEANING = {name: meaning for meaning, names in _NAMES.items() for name in names}
_NEEDED = {"date", "workout", "exercise", "order", "reps"}
_WEIGHTS = ("weight", "kg", "lb")

_KINDS = {"w": SetKind.WARMUP, "d": SetKind.DROP, "f": SetKind.FAILURE}
_UNITS = {"kg": Unit.KG, "kgs": Unit.KG, "lb": Unit.LB, "lbs": Unit.LB}
_DISTANCES = {unit.value: unit for unit in DistanceUnit} | {"meters": DistanceUnit.M, "miles": DistanceUnit.MI}

_WEEK_S = 7 * 24 * 3600
_FORGOTTEN_S = 6 * 3600
"""a longer workout was not finished when it ended"""

_TYPICAL = {
    Unit.KG: {20_000, 40_000, 60_000, 70_000, 80_000, 100_000, 120_000, 140_000, 160_000, 180_000, 200_000},
    Unit.LB: {45_000, 65_000, 95_000, 115_000, 135_000, 155_000, 185_000, 205_000, 225_000, 275_000, 315_000, 405_000},
}
_SURE = 2


class Strong:
    """Reads what the app Strong exports."""

    name = "Strong"
    source = "strong"

    def recognises(self, header: Sequence[str]) -> bool:
        """Whether the columns that every shape has are there, in English, German or French."""
        found = set(_columns(header))
        return found >= _NEEDED and not found.isdisjoint(_WEIGHTS)

    def read(self, header: Sequence[str], rows: Sequence[Row], unit: Unit | None) -> Reading:
        """Read all rows; see `readers.Reader`."""
        columns = _columns(header)
        if unit is None and not {"kg", "lb", "weight unit"} & columns.keys():
            raise _unit_needed(rows, columns["weight"])
        found = _Found(columns, len(header), unit or Unit.KG)
        for row in rows:
            found.take(row)
        return found.reading()


@dataclass(slots=True)
class _Found:
    """What was read so far."""

    columns: Mapping[str, int]
    width: int
    unit: Unit
    sessions: dict[str, ReadSession] = field(default_factory=dict)
    sets: dict[str, list[ReadSet]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    remarks: list[Skipped] = field(default_factory=list)
    rests: int = 0

    def take(self, row: Row) -> None:
        """Read one row."""
        try:
            line = _Line(self._cells(row), self.unit)
            if line.is_rest:
                self.rests += 1
                return
            started, one = line.started, line.set(row.number)
        except BadCellError as problem:
            self.skipped.append(Skipped(row.number, str(problem)))
            return
        self.remarks += [Skipped(row.number, words) for words in line.left_out]
        self._session(line, started)
        self.sets[line.key].append(one)

    def reading(self) -> Reading:
        """All of it; sessions of which no set was left are not among them."""
        whole = [replace(session, sets=tuple(self.sets[key])) for key, session in self.sessions.items()]
        return Reading(tuple(whole), self.rests, tuple(self.skipped), tuple(self.remarks))

    def _cells(self, row: Row) -> dict[str, str]:
        if len(row.cells) < self.width or any(cell.strip() for cell in row.cells[self.width :]):
            raise BadCellError(f"{len(row.cells)} cells under {self.width} columns")
        return {meaning: row.cells[at] for meaning, at in self.columns.items()}

    def _session(self, line: _Line, started: datetime) -> None:
        known = self.sessions.get(line.key)
        if known is None:
            self.sets[line.key] = []
            self.sessions[line.key] = ReadSession(
                line.key, line.text("workout"), started, (), line.duration_s, line.text("workout notes")
            )
        elif not known.note and line.text("workout notes"):
            self.sessions[line.key] = replace(known, note=line.text("workout notes"))


class _Line:
    """One row, by what its cells mean."""

    def __init__(self, row: Mapping[str, str], unit: Unit) -> None:
        self._row = row
        self._unit = unit
        self.left_out: list[str] = []
        """what was dropped though the set was kept"""

    def text(self, meaning: str) -> str:
        """A cell without the white space around it; a column the file lacks is empty."""
        return self._row.get(meaning, "").strip()

    @property
    def key(self) -> str:
        """What Strong knows the workout by."""
        return f"{self.text('number') or self.text('date')} {self.text('workout')}"

    @property
    def started(self) -> datetime:
        """When the workout began."""
        return cells.local_time(self.text("date"))

    @property
    def duration_s(self) -> int | None:
        """How long the workout took; None when it is unknown or was forgotten to be finished."""
        seconds = cells.duration_s(self.text("duration"))
        return None if seconds is None or seconds > _FORGOTTEN_S else seconds

    @property
    def is_rest(self) -> bool:
        """Whether this is the rest after the set above; its label is translated, so only its form tells."""
        order = self.text("order")
        if order.isdecimal() or order.casefold() in _KINDS:
            return False
        return not self._weight and not cells.whole(self.text("reps"), "reps", 999) and self._seconds > 0

    @property
    def _weight(self) -> int:
        return next((cells.milli(self.text(one), "weight", 2000) for one in _WEIGHTS if self.text(one)), 0)

    @property
    def _seconds(self) -> int:
        return round(cells.milli(self.text("seconds"), "seconds", _WEEK_S) / 1000)

    def set(self, row: int) -> ReadSet:
        """The set of this row.

        Raises:
            BadCellError: it holds no set.
        """
        exercise = cells.name(self.text("exercise"))
        if not exercise:
            raise BadCellError("no exercise is named")
        reps, seconds, distance = cells.whole(self.text("reps"), "reps", 999), self._seconds, self._distance
        kind = self._kind
        if not (reps or seconds or distance or self._weight or kind is SetKind.FAILURE):
            raise BadCellError("no reps, weight, time or distance")
        return ReadSet(
            row=row,
            exercise=exercise,
            load=Load(self._weight, self._load_unit),
            reps=reps,
            seconds=seconds or None,
            distance=distance,
            rpe10=self._rpe10(),
            kind=kind,
            note=self.text("notes"),
        )

    @property
    def _kind(self) -> SetKind:
        order = self.text("order")
        if order.isdecimal():
            return SetKind.WORK
        kind = _KINDS.get(order.casefold())
        if kind is None:
            raise BadCellError(f"“{order}” is no set number and none of W, D, F")
        return kind

    @property
    def _load_unit(self) -> Unit:
        for unit in Unit:
            if unit.value in self._row:
                return unit
        written = self.text("weight unit").casefold()
        if written and written not in _UNITS:
            raise BadCellError(f"“{self.text('weight unit')}” is no unit of weight")
        return _UNITS.get(written, self._unit)

    @property
    def _distance(self) -> Distance | None:
        meaning = next((one for one in ("distance", "km", "mi", "m") if one in self._row), "distance")
        value = cells.milli(self.text(meaning), "distance", 1_000_000)
        if not value:
            return None
        if meaning != "distance":
            return Distance(value, DistanceUnit(meaning))
        written = self.text("distance unit").casefold()
        if written and written not in _DISTANCES:
            raise BadCellError(f"“{self.text('distance unit')}” is no unit of distance")
        usual = DistanceUnit.KM if self._unit is Unit.KG else DistanceUnit.MI
        return Distance(value, _DISTANCES.get(written, usual))

    def _rpe10(self) -> int | None:
        try:
            return cells.milli(self.text("rpe"), "RPE", 10) // 100 or None
        except BadCellError as problem:
            self.left_out.append(f"{problem}; the set came without it")
            return None


def _columns(header: Sequence[str]) -> dict[str, int]:
    names = [_MEANING.get(name.casefold().replace("’", "'"), "") for name in header]
    return {meaning: at for at, meaning in enumerate(names) if meaning}


def _unit_needed(rows: Iterable[Row], column: int) -> ImportProblem:
    seen: Counter[Unit] = Counter()
    for row in rows:
        try:
            weight = cells.milli(row.cells[column], "weight", 2000)
        except (BadCellError, IndexError):
            continue
        seen.update(unit for unit, typical in _TYPICAL.items() if weight in typical)
        seen[Unit.KG] += weight % 5000 != 0 and weight % 1250 == 0
    likely = [unit for unit in Unit if seen[unit] > _SURE * sum(seen[other] for other in Unit if other is not unit)]
    guess = f" The numbers look like {likely[0]}." if likely else ""
    return ImportProblem(
        f"This file does not say whether its weights are kg or lb.{guess}", "Add --unit kg or --unit lb."
    )
