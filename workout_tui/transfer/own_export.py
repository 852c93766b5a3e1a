"""What ``workout export`` writes: the columns of ``v_sets``. A workout keeps its identity, so it never comes twice."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from workout_tui.model.load import Distance, DistanceUnit, Load
from workout_tui.model.plan import SetKind
from workout_tui.transfer import cells, gathering
from workout_tui.transfer.cells import BadCellError
from workout_tui.transfer.gathering import MOST_DISTANCE, MOST_LOAD, Cells, Taken
from workout_tui.transfer.readers import Reading, ReadSession, ReadSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_tui.model.load import Unit
    from workout_tui.transfer.table import Row

_COLUMNS = (
    "session_uid", "set_uid", "date", "workout", "exercise", "block", "kind", "load", "unit", "reps", "seconds",
    "metres", "rpe", "note", "at",
)  # fmt: skip
_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_NOON = time(12)
_KILOMETRE = 1_000_000
"""thousandths of a metre"""


class OwnExport:
    """Reads the sets that this program wrote as CSV, here or on another laptop."""

    name = "workout"
    source = "export"
    header = True

    def recognises(self, first: Sequence[str]) -> bool:
        """Whether all of its columns are there."""
        return set(_COLUMNS) <= set(first)

    def read(self, first: Sequence[str], rows: Iterable[Row], unit: Unit | None) -> Reading:  # noqa: ARG002 - it says so
        """Read all rows; see `readers.Reader`. Every load has its unit beside it."""
        columns = gathering.columns(first, {name: (name,) for name in _COLUMNS})
        found = gathering.gather(columns, len(first), rows, _take)
        return replace(found, sessions=tuple(map(_timed, found.sessions)))


def _timed(session: ReadSession) -> ReadSession:
    """From its first set to its last; the order stays that of the exercises, also of a superset's."""
    times = [one.at for one in session.sets if one.at is not None]
    if not times:
        return session
    return replace(session, started=min(times), duration_s=cells.seconds_between(min(times), max(times)) or None)


def _take(line: Cells) -> Taken:
    uid = line.text("session_uid")
    if not _UID.fullmatch(uid):
        raise BadCellError(f"“{uid[:40]}” is no identity of a workout")
    started = datetime.combine(cells.iso_time(line.text("date")).date(), _NOON)
    session = ReadSession(uid, _unguarded(line.text("workout")), started, uid=uid)
    return Taken(session, (_set(line),), tuple(line.left_out))


def _set(line: Cells) -> ReadSet:
    reps, seconds = line.text("reps"), line.text("seconds")
    gathering.refuse_nothing(reps, seconds, line.text("metres"))
    try:
        kind = SetKind(line.text("kind"))
    except ValueError as error:
        raise BadCellError(f"“{line.text('kind')[:40]}” is no kind of set") from error
    return ReadSet(
        row=line.row,
        exercise=cells.exercise(_unguarded(line.text("exercise"))),
        load=_load(line),
        reps=line.reps() if reps else None,
        seconds=line.seconds() if seconds else None,
        distance=_distance(line.milli("metres", "distance", MOST_DISTANCE)) if line.text("metres") else None,
        rpe10=line.rpe10(),
        kind=kind,
        note=_unguarded(line.text("note")),
        at=_at(line.text("at")),
        block=cells.whole(line.text("block"), "block", 999),
    )


def _at(text: str) -> datetime | None:
    found = cells.iso_time(text) if text else None
    if found is not None and found.tzinfo is None:
        raise BadCellError(f"the time “{text[:40]}” has no zone")
    return found


def _load(line: Cells) -> Load | None:
    """The load, below zero where it helped."""
    written = line.text("load")
    if not written:
        return None
    unit = line.unit("unit", None)
    if unit is None:
        raise BadCellError(f"the weight “{written[:40]}” has no unit")
    helped = written.startswith("-")
    milli = cells.milli(written.removeprefix("-"), "weight", MOST_LOAD)
    return Load(-milli if helped else milli, unit)


def _distance(milli: int) -> Distance:
    if milli < _KILOMETRE:
        return Distance(milli, DistanceUnit.M)
    return Distance(round(milli / 1000), DistanceUnit.KM)


def _unguarded(text: str) -> str:
    """Without the ' that ``--spreadsheet`` puts before what might be a formula."""
    return text[1:] if re.match(r"'[=+\-@]", text) else text
