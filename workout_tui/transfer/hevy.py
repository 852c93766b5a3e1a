r"""Hevy's exports: newest workout first, months and exercise names in the language of the app.

The numbers of the sets begin anew with each block, so the same exercise may be there twice in a row. Notes hold
the two characters ``\n`` for a line break. Supersets are numbered within a workout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.transfer import cells, gathering
from workout_tui.transfer.cells import BadCellError
from workout_tui.transfer.gathering import MOST_DISTANCE, Cells, Taken
from workout_tui.transfer.readers import Reading, ReadSession, ReadSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_tui.transfer.table import Row

_COLUMNS = """
title start_time end_time description exercise_title superset_id exercise_notes set_index set_type weight_kg reps
distance_km duration_seconds rpe
"""
_NAMES: dict[str, tuple[str, ...]] = {name: (name,) for name in _COLUMNS.split()} | {
    "weight_lb": ("weight_lbs", "weight_lb"),
    "distance_mi": ("distance_miles", "distance_mi"),
}
_NEEDED = {"title", "start_time", "exercise_title", "set_index", "reps"}
_FIELDS = {
    "seconds": ("duration_seconds",),
    "distance": ("distance_km", "distance_mi"),
    "rpe10": ("rpe",),
    "kind": ("set_type",),
}

_KINDS = {
    "normal": SetKind.WORK,
    "": SetKind.WORK,
    "warmup": SetKind.WARMUP,
    "dropset": SetKind.DROP,
    "failure": SetKind.FAILURE,
}
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Hevy:
    """Reads what the app Hevy exports."""

    name = "Hevy"
    source = "hevy"
    header = True

    def recognises(self, first: Sequence[str]) -> bool:
        """Whether the columns of a set and of its workout are there."""
        return gathering.columns(first, _NAMES).keys() >= _NEEDED

    def read(self, first: Sequence[str], rows: Iterable[Row], unit: Unit | None) -> Reading:  # noqa: ARG002
        """Read all rows; see `readers.Reader`. The file says its unit itself."""
        columns = gathering.columns(first, _NAMES)
        absent = gathering.absent(columns, _FIELDS) | {"note"}
        return gathering.gather(columns, len(first), rows, _Course().take, absent=absent, newest_first=True)


class _Course:
    """Where in a file we are: what a row means depends on those above it."""

    def __init__(self) -> None:
        self._workout = ("", "", "")
        self._runs: dict[tuple[str, str, str], int] = {}
        self._last = ("", -1)
        self._block = 0
        self._supersets: list[str] = []

    def take(self, line: Cells) -> Taken:
        """Read one row."""
        session = self._session(line)
        exercise = cells.exercise(line.text("exercise_title"))
        return Taken(session, (self._set(line, exercise),), tuple(line.left_out))

    def _session(self, line: Cells) -> ReadSession:
        start, end, title = (line.text(one) for one in ("start_time", "end_time", "title"))
        started = cells.written_time(start)
        if (start, end, title) != self._workout:
            self._workout = start, end, title
            self._runs[self._workout] = self._runs.get(self._workout, 0) + 1
            self._last, self._supersets = ("", -1), []
        ended = cells.written_time(end) if end else None
        return ReadSession(
            key=f"{started:%Y-%m-%d %H:%M} {title}",
            title=cells.name(title, "workout’s title"),
            started=started,
            duration_s=cells.seconds_between(started, ended) if ended else None,
            note=_lines(line.text("description")),
            twin=f"{end} {self._runs[self._workout]}",
        )

    def _set(self, line: Cells, exercise: str) -> ReadSet:
        index = cells.whole(line.text("set_index"), "set numbers", 999)
        if exercise != self._last[0] or index <= self._last[1]:
            self._block += 1
        self._last = exercise, index
        load, reps, seconds, distance = _load(line), line.reps(), line.seconds("duration_seconds"), _distance(line)
        kind = _kind(line.text("set_type"))
        gathering.refuse_nothing(reps, seconds, distance, load and load.milli, kind is SetKind.FAILURE)
        return ReadSet(
            row=line.row,
            exercise=exercise,
            load=load,
            reps=reps if line.text("reps") or not (seconds or distance) else None,
            seconds=seconds or None,
            distance=distance,
            rpe10=line.rpe10(),
            kind=kind,
            block=self._block,
            superset=self._letter(line.text("superset_id")),
            block_note=_lines(line.text("exercise_notes")),
        )

    def _letter(self, number: str) -> str:
        """The letter of a superset: the first of a workout is A."""
        if not number:
            return ""
        if number not in self._supersets:
            self._supersets.append(number)
        return _LETTERS[self._supersets.index(number) % len(_LETTERS)]


def _load(line: Cells) -> Load | None:
    return line.load("weight_kg", Unit.KG) or line.load("weight_lb", Unit.LB)


def _distance(line: Cells) -> Distance | None:
    for unit in (DistanceUnit.KM, DistanceUnit.MI):
        value = line.milli(f"distance_{unit}", "distance", MOST_DISTANCE)
        if value:
            return Distance(value, unit)
    return None


def _kind(text: str) -> SetKind:
    kind = _KINDS.get(text.casefold())
    if kind is None:
        raise BadCellError(f"“{text}” is no kind of set")
    return kind


def _lines(text: str) -> str:
    return text.replace("\\n", "\n").strip()
