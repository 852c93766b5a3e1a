"""Liftosaur's exports: times in UTC, units at each value, planned sets that were not done among the others.

The time of a workout is only its day; each set has the time at which it was done.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workout_tui.model.plan import SetKind
from workout_tui.transfer import cells, gathering
from workout_tui.transfer.gathering import Cells, Nothing, Taken
from workout_tui.transfer.readers import Reading, ReadSession, ReadSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_tui.model.load import Unit
    from workout_tui.transfer.table import Row

_NAMES: dict[str, tuple[str, ...]] = {
    "date": ("workout datetime",),
    "program": ("program",),
    "day": ("day name",),
    "exercise": ("exercise",),
    "warmup": ("is warmup set?",),
    "reps": ("completed reps",),
    "rpe": ("completed rpe",),
    "weight": ("completed weight value",),
    "unit": ("completed weight unit",),
    "planned weight": ("required weight value",),
    "planned unit": ("required weight unit",),
    "at": ("completed reps time",),
    "notes": ("notes",),
}
_NEEDED = {"date", "exercise", "warmup", "reps", "at"}


class Liftosaur:
    """Reads what the app Liftosaur exports."""

    name = "Liftosaur"
    source = "liftosaur"
    header = True

    def recognises(self, first: Sequence[str]) -> bool:
        """Whether the columns of a set are there."""
        return gathering.columns(first, _NAMES).keys() >= _NEEDED

    def read(self, first: Sequence[str], rows: Iterable[Row], unit: Unit | None) -> Reading:
        """Read all rows; see `readers.Reader`."""
        columns = gathering.columns(first, _NAMES)
        absent = gathering.absent(columns, {"rpe10": ("rpe",)}) | {"seconds", "distance", "note"}
        reading = gathering.gather(columns, len(first), rows, partial(_take, usual=unit), absent=absent)
        return replace(reading, sessions=tuple(gathering.timed(one) for one in reading.sessions))


def _take(line: Cells, usual: Unit | None) -> Taken | Nothing:
    date, title = line.text("date"), line.text("day") or line.text("program")
    day = cells.iso_time(date)
    exercise = cells.exercise(line.text("exercise"))
    if not line.text("reps"):
        return Nothing.UNDONE
    at = line.text("at")
    one = ReadSet(
        row=line.row,
        exercise=exercise,
        load=line.load("weight", line.unit("unit", usual)),
        reps=line.reps(),
        rpe10=line.rpe10(),
        kind=SetKind.WARMUP if line.text("warmup") in {"1", "true"} else SetKind.WORK,
        at=cells.iso_time(at) if at else None,
        block_note=line.text("notes"),
    )
    # Without the time of any set, all that is known is the day: noon by the clock on the wall.
    started = day.replace(hour=12, minute=0, second=0, microsecond=0, tzinfo=None)
    session = ReadSession(f"{date} {line.text('program')} {title}", cells.name(title, "workout’s name"), started)
    return Taken(session, (one,), tuple(line.left_out))
