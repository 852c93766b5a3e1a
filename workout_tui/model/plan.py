"""Programs and templates: what a lifter means to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Distance, Load
    from workout_tui.model.session import SetValues


class SetKind(StrEnum):
    """What a set is for. Warm-ups count neither to volume nor to records."""

    WORK = "work"
    WARMUP = "warmup"
    DROP = "drop"
    FAILURE = "failure"


class ProgramKind(StrEnum):
    """How the templates of a program follow each other."""

    PLAN = "plan"
    """weeks × days"""
    CYCLE = "cycle"
    """A, B, A, B …"""
    LOOSE = "loose"
    """in no order: a shelf of templates"""


@dataclass(frozen=True, slots=True)
class Target:
    """What one planned set asks for. None: left open."""

    reps_lo: int | None = None
    reps_hi: int | None = None
    """the top of a range; equal to `reps_lo` when there is none"""
    load: Load | None = None
    seconds: int | None = None
    distance: Distance | None = None
    rpe10: int | None = None
    """the RPE aimed at, in tenths; shown, never logged as a felt one"""
    kind: SetKind = SetKind.WORK
    percent10: int | None = None
    """in a template, instead of a load: tenths of a percent of the training max"""

    @classmethod
    def of(cls, done: SetValues) -> Target:
        """What asks for a set as it was done once."""
        return cls(done.reps, done.reps, done.load, done.seconds, done.distance, kind=done.kind)

    @property
    def is_open(self) -> bool:
        """Whether it asks for nothing but a set of its kind."""
        return replace(self, kind=SetKind.WORK) == Target()


@dataclass(frozen=True, slots=True)
class Deload:
    """What is taken off a load that was missed again and again."""

    percent: int
    after: int = 3
    """how many times in a row it must have been missed"""


@dataclass(frozen=True, slots=True)
class TemplateExercise:
    """An exercise of a template with a target for each set."""

    uid: str
    exercise: Exercise
    targets: tuple[Target, ...] = ()
    rest_s: int | None = None
    superset: str = ""
    """exercises that stand together share a letter: A1, A2 are both "A" """
    step: Load | None = None
    """goes onto the load once all reps were made (at the top of a range); None: no progression"""
    note: str = ""
    deload: Deload | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """What a session is started from. `week` and `day` count from 0 within its program."""

    uid: str
    name: str
    slug: str
    revision: int
    program_uid: str
    program: str
    program_kind: ProgramKind
    week: int
    day: int
    exercises: tuple[TemplateExercise, ...] = ()
    reserved: bool = False
    """the empty workout"""
    archived: bool = False


class Listed(Protocol):
    """What stands for an exercise in a template or in a session."""

    @property
    def uid(self) -> str:
        """Its own identity."""
        ...

    @property
    def exercise(self) -> Exercise:
        """Which exercise."""
        ...


def nth(exercises: Sequence[Listed], one: Listed) -> int | None:
    """Which it is, from 0, of the times that its exercise is listed; None: once only.

    The first one of a template is done in a session's first block of that exercise, the second one in the second.
    """
    same = [other.uid for other in exercises if other.exercise.uid == one.exercise.uid]
    return same.index(one.uid) if len(same) > 1 else None


@dataclass(frozen=True, slots=True)
class Program:
    """Templates laid out over weeks and days, in a cycle, or in no order. Belongs to a lifter."""

    uid: str
    name: str
    kind: ProgramKind
    templates: tuple[Template, ...] = ()
    archived: bool = False
