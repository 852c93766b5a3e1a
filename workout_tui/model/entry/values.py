"""What a set line is read against, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.load import DistanceUnit, Load, Unit
from workout_tui.model.session import SetValues

if TYPE_CHECKING:
    from workout_tui.model.exercise import Measure

_NOTHING = SetValues()
_USUAL_STEP = Load(2500, Unit.KG)


@dataclass(frozen=True, slots=True)
class Context:
    """What a line is read against."""

    measure: Measure
    shown: SetValues = _NOTHING
    """what an empty line logs, and where parts come from that are not typed. A *target* RPE is
    no part of it; an RPE, a mark or a note that stand here are kept unless typed anew"""
    last: SetValues | None = None
    """the last set done here, for ``=``"""
    best: Load | None = None
    """the heaviest load ever done here, for doubts"""
    step: Load = _USUAL_STEP
    """what + and − add and take off"""
    unit: Unit = Unit.KG
    """of loads typed without one"""
    distance_unit: DistanceUnit = DistanceUnit.KM
    """of distances typed without one"""
    open_sets: int | None = None
    """how many planned sets are still open here, for doubts; None: no plan"""
    warmups: int | None = None
    """how many sets in a row, from the shown one on, are expected to be warm-ups: those typed beyond them
    without a mark are work sets; None: all are what the shown one is"""
    beside: SetValues | None = None
    """what a slip is measured by, for doubts; None: what is shown"""
    beside_name: str = "the plan"
    """what that is, in words"""

    @property
    def measure_of_slips(self) -> SetValues:
        """What a set would be near to if it was meant."""
        return self.shown if self.beside is None else self.beside


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a line cannot be logged."""

    at: int
    """the column of the fault, from 0; the length of the text when something is missing at its end"""
    width: int
    message: str
    fix: str = ""
    """what would be right; may be empty"""
    incomplete: bool = False
    """the line is merely unfinished: no error until Enter"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was read."""

    sets: tuple[SetValues, ...] = ()
    """what Enter logs; beside a problem what was understood before the fault, perhaps with gaps"""
    problem: Problem | None = None
    doubts: tuple[str, ...] = ()
    """why this may be a slip: a second Enter logs it all the same"""
    reading: str = ""
    """the sets in words, ``3 sets of 100 kg × 5``; empty beside a problem"""
