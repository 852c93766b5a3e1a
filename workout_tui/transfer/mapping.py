"""From a history as a file has it to workouts as the log knows them.

Exercises are found by their exact name, or by another name they have. What is found nowhere becomes a new
exercise, counted the way its rows look.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Exercise, Measure, name_key
from workout_tui.model.intake import PastBlock, PastSession, PastSet
from workout_tui.model.session import SetValues

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from workout_tui.clock import Clock
    from workout_tui.model.load import Load
    from workout_tui.transfer.readers import ReadSession, ReadSet

_ASSISTED = "(assisted)"
_MOST_SETS = 99
"""of one block; more go into a further block of the same exercise"""


def exercises_of(
    sessions: Sequence[ReadSession], known: Iterable[Exercise], confirmed: Mapping[str, Exercise] | None = None
) -> dict[str, Exercise]:
    """The exercise for each name in the file, by its `name_key`.

    Args:
        sessions: all of the file.
        known: the exercises to look among, the earlier ones first; names before other names.
        confirmed: what the lifter said of names that are not among them, by `name_key`.
    """
    by_name: dict[str, Exercise] = dict(confirmed or {})
    known = tuple(known)
    for one in known:
        by_name.setdefault(name_key(one.name), one)
    for one in known:
        for alias in one.aliases:
            by_name.setdefault(name_key(alias), one)
    rows: dict[str, list[ReadSet]] = {}
    for session in sessions:
        for row in session.sets:
            rows.setdefault(name_key(row.exercise), []).append(row)
    return {key: _find(by_name, its) or Exercise("", its[0].exercise, measure_of(its)) for key, its in rows.items()}


def _find(by_name: Mapping[str, Exercise], rows: Sequence[ReadSet]) -> Exercise | None:
    name = rows[0].exercise
    what, comma, equipment = name.rpartition(", ")
    also = f"{what} ({equipment})" if comma else name  # “Squat, Barbell” is how some write “Squat (Barbell)”
    return by_name.get(name_key(name)) or by_name.get(name_key(also))


def renamed(sessions: Sequence[ReadSession], exercises: dict[str, Exercise]) -> tuple[tuple[str, str], ...]:
    """The exercises that the file calls otherwise, in its order: its name and ours."""
    theirs = {name_key(row.exercise): row.exercise for session in sessions for row in session.sets}
    return tuple((name, exercises[key].name) for key, name in theirs.items() if name_key(exercises[key].name) != key)


def measure_of(rows: Sequence[ReadSet]) -> Measure:
    """How an exercise is counted, by all of its rows."""
    if _ASSISTED in name_key(rows[0].exercise):
        return Measure.BODYWEIGHT
    if any(row.reps for row in rows):
        return Measure.WEIGHT if any(row.load and row.load.milli for row in rows) else Measure.BODYWEIGHT
    if any(row.distance for row in rows):
        return Measure.DISTANCE
    return Measure.TIME if any(row.seconds for row in rows) else Measure.WEIGHT


def past(session: ReadSession, exercises: dict[str, Exercise], clock: Clock) -> PastSession:
    """A session with its exercises; its times by the laptop's zone of that day."""
    started_at, offset = instant(session.started, clock)
    return PastSession(
        key=session.key,
        title=session.title,
        started_at=started_at,
        utc_offset_min=offset,
        blocks=tuple(_blocks(session.sets, exercises, clock)),
        ended_at=_ended_at(session, started_at),
        note=session.note,
        bodyweight=session.bodyweight,
        uid=session.uid,
    )


def _ended_at(session: ReadSession, started_at: int) -> int | None:
    if session.duration_s is None or session.forgotten:
        return None
    return started_at + session.duration_s * 1000


def instant(wall: datetime, clock: Clock) -> tuple[int, int]:
    """What a clock on the wall showed, as UTC milliseconds, and the zone's minutes east of UTC then.

    A time with a zone is that moment; “UTC” says nothing of where the wall was, so the laptop's zone is taken.
    """
    if wall.tzinfo is not None:
        at, offset = round(wall.timestamp() * 1000), round((wall.utcoffset() or timedelta()).total_seconds() / 60)
        return at, offset or clock.utc_offset_min(at)
    shown = round(wall.replace(tzinfo=UTC).timestamp() * 1000)
    offset = clock.utc_offset_min(shown)
    for _ in range(2):  # the offset at the true instant may differ from the one at the shown time: look again
        offset = clock.utc_offset_min(shown - offset * 60_000)
    return shown - offset * 60_000, offset


def _blocks(rows: Sequence[ReadSet], exercises: Mapping[str, Exercise], clock: Clock) -> Iterator[PastBlock]:
    # An exercise that returns later in the workout is a block of its own: nothing is regrouped.
    for (key, _, superset), run in groupby(rows, key=lambda row: (name_key(row.exercise), row.block, row.superset)):
        one, its = exercises[key], list(run)
        note = next((row.block_note for row in its if row.block_note), "")
        for at in range(0, len(its), _MOST_SETS):
            part = its[at : at + _MOST_SETS]
            past = (PastSet(_values(row, one.measure), _at(row, clock)) for row in part)
            yield PastBlock(one, tuple(past), superset, note, named=its[0].exercise)


def _at(row: ReadSet, clock: Clock) -> int | None:
    return None if row.at is None else instant(row.at, clock)[0]


def _values(row: ReadSet, measure: Measure) -> SetValues:
    measured = row.seconds is not None or row.distance is not None
    counted = bool(row.reps) or measure in {Measure.WEIGHT, Measure.BODYWEIGHT} or not measured
    return SetValues(
        load=_load(row, measure),
        reps=row.reps if counted else None,
        seconds=row.seconds,
        distance=row.distance,
        rpe10=row.rpe10,
        kind=row.kind,
        note=row.note,
    )


def _load(row: ReadSet, measure: Measure) -> Load | None:
    if row.load is None or (measure is not Measure.WEIGHT and not row.load.milli):
        return None
    return replace(row.load, milli=-abs(row.load.milli)) if _ASSISTED in name_key(row.exercise) else row.load
