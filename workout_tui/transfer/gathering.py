"""From rows to workouts, the same way for every format: a row opens a workout, adds to it, or says why not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from workout_tui.model.load import DistanceUnit, Load, Unit
from workout_tui.transfer import cells
from workout_tui.transfer.cells import BadCellError
from workout_tui.transfer.readers import Reading, ReadSession, ReadSet, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from workout_tui.transfer.table import Row

MOST_LOAD, MOST_REPS, MOST_S, MOST_DISTANCE = 2000, 999, 7 * 24 * 3600, 1_000_000

UNITS = {"kg": Unit.KG, "kgs": Unit.KG, "lb": Unit.LB, "lbs": Unit.LB}
DISTANCES = {unit.value: unit for unit in DistanceUnit} | {
    "meters": DistanceUnit.M,
    "miles": DistanceUnit.MI,
    "kilometers": DistanceUnit.KM,
}


class Nothing(Enum):
    """A row that is sound, and no set."""

    REST = auto()
    UNDONE = auto()
    """it was planned, and not done"""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a row says: a workout, without its sets, and sets of it."""

    session: ReadSession
    sets: tuple[ReadSet, ...]
    left_out: tuple[str, ...] = ()
    """what was dropped though the sets were kept"""


class Cells:
    """The cells of one row, by what their columns mean. A column the file lacks is empty."""

    def __init__(self, columns: Mapping[str, int], row: Row) -> None:
        self._columns = columns
        self._cells = row.cells
        self.row = row.number
        self.left_out: list[str] = []
        """what is dropped of a set that is kept"""

    def __contains__(self, meaning: str) -> bool:
        return meaning in self._columns

    def text(self, meaning: str) -> str:
        """A cell without the white space around it."""
        at = self._columns.get(meaning)
        return "" if at is None else self._cells[at].strip()

    def milli(self, meaning: str, what: str, most: int) -> int:
        """A decimal in thousandths, or BadCellError."""
        return cells.milli(self.text(meaning), what, most)

    def reps(self, meaning: str = "reps") -> int:
        """A number of repetitions, or BadCellError."""
        return cells.whole(self.text(meaning), "reps", MOST_REPS)

    def seconds(self, meaning: str = "seconds") -> int:
        """Whole seconds, or BadCellError."""
        return round(self.milli(meaning, "seconds", MOST_S) / 1000)

    def load(self, meaning: str, unit: Unit | None) -> Load | None:
        """A load; None for an empty cell, or BadCellError: also where nobody knows the unit of a weight."""
        value = self.milli(meaning, "weight", MOST_LOAD)
        if value and unit is None:
            raise BadCellError(f"the weight “{self.text(meaning)}” has no unit; --unit gives it one")
        return Load(value, unit) if unit and self.text(meaning) else None

    def unit(self, meaning: str, usual: Unit | None) -> Unit | None:
        """A unit of weight, the usual one for an empty cell, or BadCellError."""
        written = self.text(meaning)
        if written and written.casefold() not in UNITS:
            raise BadCellError(f"“{written}” is no unit of weight")
        return UNITS.get(written.casefold(), usual)

    def rpe10(self, meaning: str = "rpe") -> int | None:
        """A felt effort in tenths. One that cannot be is left out, and said so: the set is worth keeping."""
        try:
            return self.milli(meaning, "RPE", 10) // 100 or None
        except BadCellError as problem:
            self.left_out.append(f"{problem}; the set came without it")
            return None


@dataclass(slots=True)
class _Gathered:
    """What was read so far."""

    sessions: dict[tuple[str, str], ReadSession] = field(default_factory=dict)
    sets: dict[tuple[str, str], list[ReadSet]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    remarks: list[Skipped] = field(default_factory=list)
    nothing: Counter[Nothing] = field(default_factory=Counter)

    def add(self, row: int, taken: Taken) -> None:
        """Add what a row says; of the notes on a workout's rows the first that is there counts."""
        key = taken.session.key, taken.session.twin
        known = self.sessions.setdefault(key, taken.session)
        if not known.note and taken.session.note:
            self.sessions[key] = replace(known, note=taken.session.note)
        self.sets.setdefault(key, []).extend(taken.sets)
        self.remarks += [Skipped(row, words) for words in taken.left_out]

    def whole(self, *, newest_first: bool) -> tuple[ReadSession, ...]:
        """The workouts, oldest first as the file tells; of those with one key the later ones get a number."""
        found = [replace(one, sets=tuple(self.sets[key])) for key, one in self.sessions.items()]
        seen: Counter[str] = Counter()
        named = []
        for one in reversed(found) if newest_first else found:
            seen[one.key] += 1
            named.append(replace(one, key=f"{one.key} #{seen[one.key]}") if seen[one.key] > 1 else one)
        return tuple(named)


def gather(
    columns: Mapping[str, int],
    width: int,
    rows: Iterable[Row],
    read: Callable[[Cells], Taken | Nothing],
    *,
    absent: Iterable[str] = (),
    newest_first: bool = False,
) -> Reading:
    """Read every row.

    Args:
        columns: where each meaning stands.
        width: how many cells a row has; empty ones too many do no harm.
        rows: those to read.
        read: what a row says; BadCellError: why it is skipped.
        absent: the fields of a set for which the file has no column.
        newest_first: how the file orders its workouts.
    """
    found = _Gathered()
    for row in rows:
        try:
            taken = read(_cells(columns, width, row))
        except BadCellError as problem:
            found.skipped.append(Skipped(row.number, str(problem)))
            continue
        if isinstance(taken, Nothing):
            found.nothing[taken] += 1
        else:
            found.add(row.number, taken)
    return Reading(
        found.whole(newest_first=newest_first),
        found.nothing[Nothing.REST],
        tuple(found.skipped),
        tuple(found.remarks),
        found.nothing[Nothing.UNDONE],
        frozenset(absent),
    )


def columns(header: Sequence[str], names: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Where each meaning stands in a header, by the names it may have, in small letters; the first one counts."""
    meanings = {name: meaning for meaning, its in names.items() for name in its}
    found: dict[str, int] = {}
    for at, name in enumerate(header):
        meaning = meanings.get(name.strip().casefold().replace("’", "'"))
        if meaning is not None:
            found.setdefault(meaning, at)
    return found


def absent(columns: Mapping[str, int], fields: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The fields of a set none of whose columns the file has."""
    return frozenset(name for name, its in fields.items() if columns.keys().isdisjoint(its))


def timed(session: ReadSession) -> ReadSession:
    """A workout whose sets have times: in their order, from the first to the last."""
    zone = next((one.at.tzinfo for one in session.sets if one.at and one.at.tzinfo), None)
    sets = [replace(one, at=cells.in_zone(one.at, zone)) if one.at else one for one in session.sets]
    times = [one.at for one in sets if one.at is not None]
    if not times:
        return session
    start = min(times)
    ordered = sorted(sets, key=lambda one: one.at or start)
    return replace(session, started=start, duration_s=cells.seconds_between(start, max(times)), sets=tuple(ordered))


def refuse_nothing(*measured: object) -> None:
    """Raise BadCellError for a row in which nothing was measured."""
    if not any(measured):
        raise BadCellError("no reps, weight, time or distance")


def _cells(columns: Mapping[str, int], width: int, row: Row) -> Cells:
    if row.swallowed:
        rows = "row that follows" if row.swallowed == 1 else f"{row.swallowed} rows that follow"
        raise BadCellError(f"a quote is opened here and swallows the {rows}")
    if len(row.cells) < width or any(cell.strip() for cell in row.cells[width:]):
        raise BadCellError(f"{len(row.cells)} cells under {width} columns")
    return Cells(columns, row)
