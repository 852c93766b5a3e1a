"""Bests and records, from the past of one exercise at a time.

Twenty years of an exercise take some thirty milliseconds to fold, so what was folded is remembered
until the past changes, and recent records can be looked for exercise by exercise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_tui.logbook import finding
from workout_tui.model import records as rules
from workout_tui.model.bests import e1rm_kg
from workout_tui.model.overview import RecentRecord
from workout_tui.model.peaks import bests_of
from workout_tui.store import exercises, history, overview, sessions

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.logbook.desk import Desk
    from workout_tui.model.bests import Bests
    from workout_tui.model.exercise import Exercise


class Remembered:
    """What was worked out of the completed sessions while they stood in one state."""

    def __init__(self, state: tuple[int, ...]) -> None:
        self.state = state
        self.bests: dict[tuple[str, int | None], Bests] = {}
        """by exercise and by the last session they are from: its row"""
        self.searches: dict[date, Search] = {}
        """recent records, by the date from which on they were looked for"""


class Search(NamedTuple):
    """The search for recent records."""

    todo: list[str]
    """the exercises not looked at yet, by uid"""
    found: list[RecentRecord]


def bests(desk: Desk, exercise_uid: str, before: int | None) -> Bests:
    """All there is to beat in an exercise, from the sessions before one, or from all.

    Raises:
        NotFound: there is no such exercise.
    """
    profile_id = desk.profile_id
    known = _remembered(desk, profile_id).bests
    key = (exercise_uid, sessions.last_before(desk.store, profile_id, before))
    if key not in known:
        exercise_id, exercise = finding.exercise(desk.store, exercise_uid)
        known[key] = bests_of(exercise.measure, history.peaks(desk.store, profile_id, exercise_id, before=before))
    return known[key]


def recent_records(desk: Desk, profile_id: int, since: date) -> tuple[RecentRecord, ...]:
    """The records made from a date on, newest first; of one exercise in one session only the weightiest."""
    while look_further(desk, profile_id, since):
        pass
    found = _remembered(desk, profile_id).searches[since].found
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def look_further(desk: Desk, profile_id: int, since: date) -> bool:
    """Look for the records of one more exercise; whether there are others to look at."""
    searches = _remembered(desk, profile_id).searches
    if since not in searches:
        searches[since] = Search(list(reversed(overview.exercises_since(desk.store, profile_id, since))), [])
    search = searches[since]
    known = exercises.find(desk.store, search.todo.pop()) if search.todo else None
    if known is not None:
        search.found.extend(_of_exercise(desk, profile_id, known, since))
    return bool(search.todo)


def _remembered(desk: Desk, profile_id: int) -> Remembered:
    state = (profile_id, *overview.past_state(desk.store, profile_id))
    if desk.remembered is None or desk.remembered.state != state:
        desk.remembered = Remembered(state)
    return desk.remembered


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
