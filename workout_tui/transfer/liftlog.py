"""LiftLog's exports: a row a set with its time; workouts have an identity and no name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workout_tui.transfer import cells, gathering
from workout_tui.transfer.cells import BadCellError
from workout_tui.transfer.gathering import Cells, Taken
from workout_tui.transfer.readers import Reading, ReadSession, ReadSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_tui.model.load import Unit
    from workout_tui.transfer.table import Row

_NAMES: dict[str, tuple[str, ...]] = {
    "session": ("sessionid",),
    "at": ("timestamp",),
    "exercise": ("exercise",),
    "weight": ("weight",),
    "unit": ("weightunit",),
    "reps": ("reps",),
    "notes": ("notes",),
}


class LiftLog:
    """Reads what the app LiftLog exports as plain text."""

    name = "LiftLog"
    source = "liftlog"
    header = True

    def recognises(self, first: Sequence[str]) -> bool:
        """Whether all its columns are there but the notes, which older files lack."""
        return gathering.columns(first, _NAMES).keys() >= _NAMES.keys() - {"notes"}

    def read(self, first: Sequence[str], rows: Iterable[Row], unit: Unit | None) -> Reading:
        """Read all rows; see `readers.Reader`."""
        columns = gathering.columns(first, _NAMES)
        take = partial(_take, usual=unit)
        absent = gathering.absent(columns, {"note": ("notes",)}) | {"seconds", "distance", "rpe10", "kind"}
        reading = gathering.gather(columns, len(first), rows, take, absent=absent, newest_first=True)
        return replace(reading, sessions=tuple(gathering.timed(one) for one in reading.sessions))


def _take(line: Cells, usual: Unit | None) -> Taken:
    key, at = line.text("session"), cells.iso_time(line.text("at"))
    if not key:
        raise BadCellError("no workout is named")
    one = ReadSet(
        row=line.row,
        exercise=cells.exercise(line.text("exercise")),
        load=line.load("weight", line.unit("unit", usual)),
        reps=line.reps(),
        note=line.text("notes"),
        at=at,
    )
    gathering.refuse_nothing(one.reps, one.load and one.load.milli)
    return Taken(ReadSession(key, "", at), (one,))
