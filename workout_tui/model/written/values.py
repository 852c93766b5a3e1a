"""What the line of a template is read against, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import DistanceUnit, Unit

if TYPE_CHECKING:
    from workout_tui.model.entry import Problem
    from workout_tui.model.load import Load
    from workout_tui.model.plan import Deload, Target, TemplateExercise


@dataclass(frozen=True, slots=True)
class Frame:
    """What a line is read against."""

    measure: Measure = Measure.WEIGHT
    unit: Unit = Unit.KG
    """of loads written without one"""
    distance_unit: DistanceUnit = DistanceUnit.KM
    """of distances written without one"""
    has_runs: bool = True
    """whether it stands in a program, of which a new run may raise the training max"""


@dataclass(frozen=True, slots=True)
class Written:
    """What is written for one exercise of a template."""

    targets: tuple[Target, ...] = ()
    rest_s: int | None = None
    step: Load | None = None
    deload: Deload | None = None
    superset: str = ""
    note: str = ""
    training_max: Load | None = None
    """belongs to the exercise, not to the template; None: nothing said of it"""

    @classmethod
    def of(cls, one: TemplateExercise, training_max: Load | None = None) -> Written:
        """What stands in a template."""
        return cls(one.targets, one.rest_s, one.step, one.deload, one.superset, one.note, training_max)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read."""

    written: Written = Written()
    """beside a problem, what was understood before the fault"""
    problem: Problem | None = None
