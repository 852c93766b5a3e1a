"""Sessions: what was planned for one workout and what was done in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.exercise import Exercise, ExerciseSetting
from workout_tui.model.plan import SetKind, Target

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.model.load import Distance, Load


class Status(StrEnum):
    """Where a session stands. A discarded one is never purged."""

    ACTIVE = "active"
    COMPLETED = "completed"
    DISCARDED = "discarded"


class PlanState(StrEnum):
    """What became of a planned set."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class SetValues:
    """What one set was. Which fields are filled depends on the exercise's measure."""

    load: Load | None = None
    """on bodyweight exercises what was added (+) or taken off (−); None: bodyweight alone"""
    reps: int | None = None
    seconds: int | None = None
    distance: Distance | None = None
    rpe10: int | None = None
    """felt effort in tenths: 85 is RPE 8.5"""
    kind: SetKind = SetKind.WORK
    note: str = ""


@dataclass(frozen=True, slots=True)
class PerformedSet:
    """A set that was done. `uid` alone is its identity: equal sets are all real."""

    uid: str
    n: int
    """its place among the rows of its exercise, from 1; places may have gaps"""
    values: SetValues
    at: int
    """when it was logged, UTC milliseconds"""


@dataclass(frozen=True, slots=True)
class PlannedSet:
    """A set that was meant to be done."""

    uid: str
    n: int
    target: Target
    state: PlanState = PlanState.OPEN
    set_uid: str | None = None
    """the performed set that made it DONE"""


class Row(NamedTuple):
    """One row of the set table: planned, performed, or both. At least one is given."""

    planned: PlannedSet | None
    performed: PerformedSet | None

    @property
    def n(self) -> int:
        """The row's place."""
        part = self.performed or self.planned
        assert part is not None
        return part.n

    @property
    def is_open(self) -> bool:
        """Whether this is a planned set still to be done."""
        return self.performed is None and self.planned is not None and self.planned.state is PlanState.OPEN


@dataclass(frozen=True, slots=True)
class SessionExercise:
    """One block of a session. The same exercise may return later as another block."""

    uid: str
    position: int
    exercise: Exercise
    setting: ExerciseSetting = ExerciseSetting()
    planned: tuple[PlannedSet, ...] = ()
    performed: tuple[PerformedSet, ...] = ()
    superset: str = ""
    rest_s: int | None = None
    step: Load | None = None
    """the progression step it began with; None: no progression"""
    note: str = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """Planned and performed sets as one table, in order of place."""
        done = {one.uid: one for one in self.performed}
        rows = [Row(plan, done.pop(plan.set_uid or "", None)) for plan in self.planned]
        rows += [Row(None, one) for one in done.values()]
        return tuple(sorted(rows, key=lambda row: row.n))

    @property
    def open_rows(self) -> tuple[Row, ...]:
        """The planned sets still to be done."""
        return tuple(row for row in self.rows if row.is_open)


@dataclass(frozen=True, slots=True)
class Slot:
    """Which run of which template a session is, for one lifter: the key of the workout-log id."""

    template_uid: str
    occurrence: int


@dataclass(frozen=True, slots=True)
class Session:
    """One performed workout, whole."""

    uid: str
    slot: Slot
    title: str
    """the template's name on the day"""
    day: date
    """the lifter's date: that of the start minus the day-start hour"""
    started_at: int
    utc_offset_min: int
    ended_at: int | None
    status: Status
    exercises: tuple[SessionExercise, ...] = ()
    note: str = ""
    bodyweight: Load | None = None
    rest_ends_at: int | None = None
    """wall-clock end of the running rest, UTC ms; a crash or a closed lid keeps it"""
    rest_s: int | None = None
    """the length of the running rest"""
    template_revision: int = 1
    revision: int = 1

    @property
    def done(self) -> int:
        """How many sets were performed."""
        return sum(len(block.performed) for block in self.exercises)

    @property
    def last_at(self) -> int | None:
        """When its last set was logged."""
        return max((one.at for block in self.exercises for one in block.performed), default=None)


class PastExercise(NamedTuple):
    """What was done of one exercise in one earlier session."""

    session_uid: str
    title: str
    day: date
    sets: tuple[SetValues, ...]
    planned: tuple[Target, ...] = ()
    """the targets that session had for it, when it had a plan and progression is to judge by it"""
    bodyweight: Load | None = None
    """what the lifter weighed that day, when it is known"""
