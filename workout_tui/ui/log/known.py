"""What is read from the log once an exercise, so that no key has to wait for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model import prefill
from workout_tui.model.exercise import Measure
from workout_tui.model.load import DistanceUnit, Load, Unit
from workout_tui.model.plan import nth
from workout_tui.model.sequence import lately

if TYPE_CHECKING:
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.bests import Bests
    from workout_tui.model.lifter import Lifter
    from workout_tui.model.session import PastExercise, Session, SessionExercise, SetValues

BARBELL = "barbell"
_LATELY = 8
"""how many exercises to name in a session that has none yet"""


@dataclass(frozen=True, slots=True)
class Known:
    """The past of an exercise, and how this lifter loads it."""

    bests: Bests
    """from all sessions before this one"""
    history: tuple[PastExercise, ...] = ()
    """oldest first"""
    listing: tuple[PastExercise, ...] = ()
    """the same, but for their blocks of this number of it alone; empty: today's session has it once, or they have
    not so many"""
    unit: Unit = Unit.KG
    distance_unit: DistanceUnit | None = None
    """None: that of the newest distance known"""
    step: Load = Load(2500, Unit.KG)  # noqa: RUF009 - frozen
    """what + and − add and take off"""
    bar: Load | None = None
    """the bar it is lifted with; None: no plates to put on"""
    plates: tuple[tuple[Load, int], ...] = ()
    """the sizes of plates there are, each with its pairs"""

    @property
    def alike(self) -> tuple[PastExercise, ...]:
        """What was done in the place of this block, oldest first."""
        return self.listing or self.history

    @property
    def last(self) -> tuple[SetValues, ...]:
        """The sets of the last session in the place of this block."""
        return self.alike[-1].sets if self.alike else ()

    @property
    def distances(self) -> DistanceUnit:
        """The unit of distances typed without one."""
        before = (one.distance.unit for past in reversed(self.history) for one in past.sets if one.distance)
        return self.distance_unit or next(before, DistanceUnit.KM)


def read(logbook: Logbook, lifter: Lifter, session: Session, block: SessionExercise) -> Known:
    """Read all there is to know about the exercise of a block."""
    exercise, setting = block.exercise, block.setting
    history = logbook.history(exercise.uid, before=session.uid)
    number = nth(session.exercises, block)
    unit = setting.unit or lifter.unit
    bar, plates = _bar_and_plates(logbook, block, unit)
    return Known(
        bests=logbook.bests(exercise.uid, before=session.uid),
        history=history,
        listing=() if number is None else logbook.history(exercise.uid, nth=number, before=session.uid),
        unit=unit,
        distance_unit=setting.distance_unit,
        step=prefill.step(history, unit=unit, own=block.step or setting.step or lifter.step),
        bar=bar,
        plates=plates,
    )


def done_lately(logbook: Logbook, session: Session) -> tuple[str, ...]:
    """Names of the exercises done lately, for a session that has none."""
    if session.exercises:
        return ()
    names = {exercise.uid: exercise.name for exercise in logbook.exercises()}
    return tuple(names[uid] for uid in lately(logbook.orders()) if uid in names)[:_LATELY]


def _bar_and_plates(
    logbook: Logbook, block: SessionExercise, unit: Unit
) -> tuple[Load | None, tuple[tuple[Load, int], ...]]:
    own = block.setting.bar
    if block.exercise.measure is not Measure.WEIGHT or (block.exercise.equipment != BARBELL and own is None):
        return None, ()
    inventory = logbook.plates(own.unit if own else unit)
    return own or next(iter(inventory.bars), None), inventory.plates
