"""A lifter's log as one value: all there is to carry to another laptop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workout_tui.model.exercise import Exercise, ExerciseSetting
    from workout_tui.model.lifter import Lifter
    from workout_tui.model.load import Load
    from workout_tui.model.plan import Program, Template
    from workout_tui.model.session import Session


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A day that was left out of a run."""

    template_uid: str
    at: int
    """UTC milliseconds"""


@dataclass(frozen=True, slots=True)
class CarriedRun:
    """The run of a program that a lifter is in; what was done in it is told by the sessions."""

    program_uid: str
    started_on: date
    began_at: int
    """UTC milliseconds"""
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class WholeLog:
    """Everything of one lifter, discarded and archived things too.

    Not in it: what undo and imports remember, counts of revisions, and the running rest. A backup keeps those.
    """

    lifter: Lifter
    bars: tuple[Load, ...]
    plates: tuple[tuple[Load, int], ...]
    exercises: tuple[Exercise, ...]
    """the library"""
    settings: Mapping[str, ExerciseSetting]
    """what was settled for exercises, by their uid"""
    programs: tuple[Program, ...]
    """with their templates"""
    empty: Template
    """the reserved template of workouts without a plan"""
    sessions: tuple[Session, ...]
    """oldest first"""
    run: CarriedRun | None = None
    """None: in no run of a program"""


@dataclass(frozen=True, slots=True)
class WholeTaken:
    """What became of a whole log that was taken in: how much was new, and how much was here already."""

    lifter: Lifter
    sessions: int = 0
    sessions_known: int = 0
    sets: int = 0
    exercises: int = 0
    programs: int = 0
    templates: int = 0
