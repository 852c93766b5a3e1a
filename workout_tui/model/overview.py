"""What a lifter sees before and after a workout: where they stand today, and what a session came to.

Values only; the logbook fills them. Volumes are kilograms, whatever the loads were typed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Load
    from workout_tui.model.plan import Target
    from workout_tui.model.records import RecordKind
    from workout_tui.model.session import Row, SetValues


class OpenSession(NamedTuple):
    """The session that is running."""

    uid: str
    title: str
    done: int
    total: int
    started_at: int
    last_at: int | None
    """when its last set was logged; None: no set yet"""


class NextExercise(NamedTuple):
    """An exercise as it would be started now."""

    exercise: Exercise
    targets: tuple[Target, ...]
    delta: Load | None = None
    """how much the load went up (or down) since last time by the template's own step; None: it did not"""
    why: str = ""
    """the reason in words: “all reps made”"""


class Suggestion(NamedTuple):
    """A workout as it would be started now."""

    template_uid: str
    title: str
    lines: tuple[NextExercise, ...]
    last_done: date | None
    minutes: int | None
    """how long it usually takes; None: not known yet"""
    why: str = ""
    """why this one, when it is more than the longest time since: “next in Starting Strength”"""


class Choice(NamedTuple):
    """A workout in the list."""

    template_uid: str
    number: int
    """its place in the list, from 1; the first nine have a key"""
    title: str
    exercises: tuple[str, ...]
    last_done: date | None


class Day(NamedTuple):
    """A day in the calendar."""

    day: date
    level: int
    """0 none, else 1 to 4 by volume among the lifter's days"""
    volume_kg: float = 0.0


class Week(NamedTuple):
    """The week of today, from the lifter's first day of the week."""

    days: tuple[Day, ...]
    """seven; those to come have level 0"""
    sessions: int
    goal: int | None
    volume_kg: float
    change: float | None
    """volume against the whole last week, 0.06 is 6 % more; None: nothing to compare with"""
    records: int


class RecentRecord(NamedTuple):
    """A record set not long ago."""

    exercise: Exercise
    kind: RecordKind
    values: SetValues
    e1rm_kg: float | None
    day: date


class Home(NamedTuple):
    """Where the lifter stands today."""

    today: date
    open: OpenSession | None
    up_next: Suggestion | None
    workouts: tuple[Choice, ...]
    week: Week
    heat: tuple[Day, ...]
    """whole weeks but the last, oldest first, up to today"""
    records: tuple[RecentRecord, ...]
    """newest first"""
    alerts: tuple[str, ...] = ()


class NewRecord(NamedTuple):
    """A record of the session in hand, with what it beat."""

    exercise: Exercise
    kind: RecordKind
    values: SetValues
    value: float
    """kilograms, or reps for REPS"""
    was: float
    was_day: date | None


class ExerciseSummary(NamedTuple):
    """What one exercise of the session came to. Counts and volume are of work sets, warm-ups left out."""

    exercise: Exercise
    top: SetValues | None
    done: int
    total: int
    volume_kg: float | None
    """None: the bodyweight is not known, or it is not counted in reps"""
    change: float | None
    """volume against the last time; None: nothing to compare with"""
    rows: tuple[Row, ...]
    records: tuple[NewRecord, ...] = ()


class Summary(NamedTuple):
    """What a session came to."""

    session_uid: str
    title: str
    day: date
    started_at: int
    utc_offset_min: int
    ended_at: int
    """when it ends if it is saved now: the last set's time after half an hour without one"""
    idle_end: bool
    """whether that is the last set's time"""
    minutes: int
    minutes_change: int | None
    """against the last time of this workout"""
    volume_kg: float
    volume_change: float | None
    best_since: date | None
    """when this workout last had as much volume; None: not worth a word"""
    done: int
    total: int
    skipped: int
    open: int
    exercises: tuple[ExerciseSummary, ...]
    records: tuple[NewRecord, ...]
    next_targets: tuple[NextExercise, ...]
    changes: tuple[str, ...]
    """what was changed on the way and could be kept in the template, in words: “Dips added”"""
    note: str
