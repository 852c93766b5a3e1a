"""What a session came to, told on Finish and in the history."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.logbook import templating, upcoming
from workout_tui.logbook.recent import bests
from workout_tui.model import records as rules
from workout_tui.model import strength
from workout_tui.model.bests import KG_PER
from workout_tui.model.load import Unit
from workout_tui.model.overview import ExerciseSummary, NewRecord, NextExercise, Summary
from workout_tui.model.plan import SetKind, nth
from workout_tui.model.session import PastExercise, PlanState
from workout_tui.store import history, overview, plans, session_reads

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.logbook.desk import Desk
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.plan import Template
    from workout_tui.model.session import Row, Session, SessionExercise

IDLE_MS = 30 * 60_000
"""after so long without a set, a session ended with its last one"""

_COMPARED = 60
_WORTH_A_WORD = 2
"""how many sessions must have had less volume for “best since”"""


def summary(desk: Desk, session_id: int) -> Summary:
    """What a session came to; a running one as if it were finished now."""
    store, profile_id = desk.store, desk.profile_id
    session = session_reads.whole(store, session_id)
    template_id, template = plans.of_session(store, profile_id, session_id)
    done = tuple(_exercise(desk, session_id, one) for one in _performances(session))
    rows = [row for one in done for row in one.rows if counted(row)]
    ended_at, idle = _end(desk, session)
    minutes = round((ended_at - session.started_at) / 60_000)
    volume = strength.session_volume(session)
    before = overview.volumes(store, template_id, before=session_id, limit=_COMPARED)
    took = upcoming.last_minutes(store, template_id, before=session_id)
    return Summary(
        session_uid=session.uid,
        title=session.title,
        day=session.day,
        started_at=session.started_at,
        utc_offset_min=session.utc_offset_min,
        ended_at=ended_at,
        idle_end=idle,
        minutes=minutes,
        minutes_change=None if took is None else minutes - took,
        volume_kg=volume,
        volume_change=_change(volume, before[0][1]) if before else None,
        best_since=_best_since(volume, before),
        done=sum(row.performed is not None for row in rows),
        total=len(rows),
        skipped=sum(_is_skipped(row) for row in rows),
        open=sum(row.is_open for row in rows),
        exercises=done,
        records=tuple(chain.from_iterable(one.records for one in done)),
        next_targets=_next_targets(desk, session, template, (template_id, session_id)),
        changes=templating.changes(session, template),
        note=session.note,
    )


def counted(row: Row) -> bool:
    """Whether a row counts to the totals on screen: all but warm-ups."""
    kind = row.performed.values.kind if row.performed else row.planned.target.kind if row.planned else SetKind.WORK
    return kind is not SetKind.WARMUP


class _Performance(NamedTuple):
    """All of one exercise in a session, in whichever blocks."""

    exercise: Exercise
    rows: tuple[Row, ...]
    past: PastExercise
    """as later sessions will look back on it"""


def _performances(session: Session) -> list[_Performance]:
    blocks: dict[str, list[SessionExercise]] = {}
    for block in session.exercises:
        blocks.setdefault(block.exercise.uid, []).append(block)
    return [_performance(session, of_one) for of_one in blocks.values()]


def _performance(session: Session, blocks: list[SessionExercise]) -> _Performance:
    past = _past(session, blocks)
    return _Performance(blocks[0].exercise, tuple(row for block in blocks for row in block.rows), past)


def _past(session: Session, blocks: list[SessionExercise]) -> PastExercise:
    return PastExercise(
        session_uid=session.uid,
        title=session.title,
        day=session.day,
        sets=tuple(one.values for block in blocks for one in block.performed),
        planned=tuple(one.target for block in blocks for one in block.planned),
        bodyweight=session.bodyweight,
    )


def _exercise(desk: Desk, session_id: int, one: _Performance) -> ExerciseSummary:
    exercise, past = one.exercise, one.past
    volume = strength.volume(exercise.measure, past.sets, past.bodyweight)
    last = history.of_exercise(desk.store, desk.profile_id, exercise.uid, before=session_id, limit=1)
    was = strength.volume(exercise.measure, last[0].sets, last[0].bodyweight) if last else None
    rows = [row for row in one.rows if counted(row)]
    return ExerciseSummary(
        exercise=exercise,
        top=strength.top_set(exercise.measure, past.sets),
        done=sum(row.performed is not None for row in rows),
        total=len(rows),
        volume_kg=volume,
        change=None if volume is None or was is None else _change(volume, was),
        rows=one.rows,
        records=_records(desk, session_id, one),
    )


def _records(desk: Desk, session_id: int, one: _Performance) -> tuple[NewRecord, ...]:
    if not one.past.sets:
        return ()
    standing = bests(desk, one.exercise.uid, session_id)
    return tuple(_record(one, placed) for placed in rules.session_records(standing, one.past))


def _record(one: _Performance, placed: rules.PlacedRecord) -> NewRecord:
    record = placed.record
    to_kg = KG_PER[Unit(record.unit)] if record.unit in set(Unit) else 1.0
    return NewRecord(
        exercise=one.exercise,
        kind=record.kind,
        values=one.past.sets[placed.place],
        value=record.value * to_kg,
        was=record.was * to_kg,
        was_day=record.was_day,
    )


def _end(desk: Desk, session: Session) -> tuple[int, bool]:
    """When a session ended, or would end if it were finished now, and whether that is its last set's time."""
    if session.ended_at is not None:
        return session.ended_at, False
    last = session.last_at or session.started_at
    now = max(desk.clock.now(), last, session.started_at)
    idle = session.last_at is not None and now - last > IDLE_MS
    return max(last, session.started_at) if idle else now, idle


def _next_targets(desk: Desk, session: Session, template: Template, found: tuple[int, int]) -> tuple[NextExercise, ...]:
    """What the template will ask for next time, if the session is kept as it is."""
    lines = []
    for one in template.exercises:
        number = nth(template.exercises, one)
        blocks = [block for block in session.exercises if block.exercise.uid == one.exercise.uid]
        past = _past(session, blocks if number is None else blocks[number : number + 1])
        made = past if past.sets else None
        follows = upcoming.next_targets_after(desk.store, desk.profile_id, (*found, number), one, made)
        lines.append(NextExercise(one.exercise, follows.targets, follows.change, follows.reason))
    return tuple(lines)


def _best_since(volume: float, before: tuple[tuple[date, float], ...]) -> date | None:
    """The day of the last session that had as much, when some since had less."""
    place = next((n for n, (_, other) in enumerate(before) if other >= volume), None)
    return before[place][0] if place is not None and place >= _WORTH_A_WORD and volume else None


def _change(new: float, old: float) -> float | None:
    return new / old - 1 if old else None


def _is_skipped(row: Row) -> bool:
    return row.performed is None and row.planned is not None and row.planned.state is PlanState.SKIPPED
