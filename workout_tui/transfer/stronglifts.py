"""StrongLifts' exports: a row an exercise, its sets side by side, with the lifter's bodyweight.

A set of 0 reps was either not done or failed. The short form beside it tells: ``5/5/-/0/5`` has a set that was
not done, and one that failed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.transfer import cells, gathering
from workout_tui.transfer.cells import BadCellError
from workout_tui.transfer.gathering import MOST_LOAD, MOST_REPS, UNITS, Cells, Nothing, Taken
from workout_tui.transfer.readers import Reading, ReadSession, ReadSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_tui.transfer.table import Row

_NAMES: dict[str, tuple[str, ...]] = {
    "date": ("date (yyyy/mm/dd)",),
    "number": ("workout",),
    "title": ("workout name",),
    "body kg": ("body weight (kg)",),
    "body lb": ("body weight (lb)",),
    "exercise": ("exercise",),
    "short": ("sets×reps",),
    "times": ("sets×time",),
    "start": ("start time (h:mm)",),
    "end": ("end time (h:mm)",),
    "notes": ("notes",),
}
_NEEDED = {"date", "number", "exercise"}
_SET = re.compile(r"set (\d{1,3}) \((reps|kg|lb)s?\)")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one of the sets stands."""

    reps: int
    weight: int
    unit: Unit


class StrongLifts:
    """Reads what the app StrongLifts exports."""

    name = "StrongLifts"
    source = "stronglifts"
    header = True

    def recognises(self, first: Sequence[str]) -> bool:
        """Whether there are dates, exercises, and at least one set with its weight."""
        return gathering.columns(first, _NAMES).keys() >= _NEEDED and bool(_places(first))

    def read(self, first: Sequence[str], rows: Iterable[Row], unit: Unit | None) -> Reading:  # noqa: ARG002
        """Read all rows; see `readers.Reader`. The file says its unit itself."""
        columns, places = gathering.columns(first, _NAMES), _places(first)
        for n, place in enumerate(places):
            columns |= {f"reps {n}": place.reps, f"weight {n}": place.weight}
        take = partial(_take, units=[place.unit for place in places])
        absent = gathering.absent(columns, {"kind": ("short",)}) | {"seconds", "distance", "rpe10", "note"}
        return gathering.gather(columns, len(first), rows, take, absent=absent)


def _places(header: Sequence[str]) -> list[_Place]:
    found: dict[int, dict[str, int]] = {}
    for at, name in enumerate(header):
        if match := _SET.fullmatch(name.strip().casefold()):
            found.setdefault(int(match[1]), {})[match[2]] = at
    return [
        _Place(one["reps"], one[unit.value], unit)
        for _, one in sorted(found.items())
        for unit in Unit
        if "reps" in one and unit.value in one
    ]


def _take(line: Cells, units: Sequence[Unit]) -> Taken | Nothing:
    exercise, session = cells.exercise(line.text("exercise")), _session(line)
    sets = tuple(_sets(line, exercise, units))
    if not sets and line.text("times"):
        raise BadCellError(f"sets by time are not read: “{line.text('times')}”")
    return Taken(session, sets) if sets else Nothing.UNDONE


def _sets(line: Cells, exercise: str, units: Sequence[Unit]) -> Iterable[ReadSet]:
    short = line.text("short").split("/")
    for n, unit in enumerate(units):
        reps = cells.whole(line.text(f"reps {n}"), "reps", MOST_REPS)
        failed = not reps and n < len(short) and short[n].strip() == "0"
        if reps or failed:
            yield ReadSet(
                row=line.row,
                exercise=exercise,
                load=Load(line.milli(f"weight {n}", "weight", MOST_LOAD), unit),
                reps=reps,
                kind=SetKind.FAILURE if failed else SetKind.WORK,
                block_note=line.text("notes"),
            )


def _session(line: Cells) -> ReadSession:
    date, number = line.text("date"), line.text("number")
    try:
        day = datetime.strptime(date, "%Y/%m/%d")  # noqa: DTZ007 - a date on the wall's calendar
    except ValueError as error:
        raise BadCellError(f"“{date}” is no date") from error
    start = _at(day, line.text("start"))
    end = _at(day, line.text("end"))
    return ReadSession(
        key=f"{date} {number}",
        title=cells.name(line.text("title"), "workout’s name"),
        started=start or day.replace(hour=12),
        duration_s=round(((end - start) % timedelta(days=1)).total_seconds()) if start and end else None,
        bodyweight=_bodyweight(line),
    )


def _at(day: datetime, text: str) -> datetime | None:
    if not text:
        return None
    hour, minute = cells.time_of_day(text)
    return cells.local_time(f"{day:%Y-%m-%d} {hour:02}:{minute:02}")


def _bodyweight(line: Cells) -> Load | None:
    for unit in ("kg", "lb"):
        load = line.load(f"body {unit}", UNITS[unit])
        if load is not None and 0 < load.milli <= 1_000_000:
            return load
    return None
