"""Bests and records, from the past of one exercise at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model import records as rules
from workout_tui.model.bests import e1rm_kg
from workout_tui.model.overview import RecentRecord
from workout_tui.model.peaks import bests_of
from workout_tui.store import exercises, history, overview

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.logbook.desk import Desk
    from workout_tui.model.bests import Bests
    from workout_tui.model.exercise import Exercise


def bests(desk: Desk, exercise_uid: str, before: int | None) -> Bests | None:
    """All there is to beat in an exercise, from the sessions before one; None: no such exercise."""
    found = exercises.find(desk.store, exercise_uid)
    if found is None:
        return None
    peaks = history.peaks(desk.store, desk.profile_id, found[0], before=before)
    return bests_of(found[1].measure, peaks)


def recent_records(desk: Desk, profile_id: int, since: date) -> tuple[RecentRecord, ...]:
    """The records made from a date on, newest first; of one exercise in one session only the weightiest.

    They are worked out anew only when something of the past was changed.
    """
    state = (profile_id, since, *overview.past_state(desk.store, profile_id))
    if desk.records is None or desk.records[0] != state:
        desk.records = state, _all_since(desk, profile_id, since)
    return desk.records[1]


def _all_since(desk: Desk, profile_id: int, since: date) -> tuple[RecentRecord, ...]:
    found = []
    for uid in overview.exercises_since(desk.store, profile_id, since):
        known = exercises.find(desk.store, uid)
        if known is not None:
            found += _of_exercise(desk, profile_id, known, since)
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def _of_exercise(desk: Desk, profile_id: int, known: tuple[int, Exercise], since: date) -> list[RecentRecord]:
    exercise_id, exercise = known
    past = history.of_exercise(desk.store, profile_id, exercise.uid, since=since, limit=None)
    standing = bests_of(exercise.measure, history.peaks(desk.store, profile_id, exercise_id, since=since))
    found = []
    for one in past:
        placed = rules.session_records(standing, one)
        if placed:
            values = one.sets[placed[0].place]
            estimate = e1rm_kg(exercise.measure, values)
            found.append(RecentRecord(exercise, placed[0].record.kind, values, estimate, one.day))
        standing = standing.and_session(one)
    return found
