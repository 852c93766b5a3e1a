"""What stands beside the marked exercise: what comes next, what was done, how to warm up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import DistanceUnit, Load, Unit
from workout_tui.model.plan import ProgramKind, SetKind
from workout_tui.model.ramp import ramp
from workout_tui.model.written import Frame
from workout_tui.ui.presenters.amounts import top_load

if TYPE_CHECKING:
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.overview import NextExercise
    from workout_tui.model.plan import Target, TemplateExercise
    from workout_tui.model.plates import Rack
    from workout_tui.model.session import PastExercise

_LAST_TIMES = 8
_STEPS = 4
"""how far the outlook reaches"""


@dataclass(frozen=True, slots=True)
class Known:
    """What the log knows of an exercise of a template."""

    frame: Frame
    """what its line is read against"""
    rack: Rack
    history: tuple[PastExercise, ...] = ()
    """oldest first"""
    training_max: Load | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What is shown of it."""

    known: Known
    next: NextExercise | None = None
    ramp: tuple[Target, ...] = ()
    """the warm-up sets: those that are written, else those from the bar up"""
    is_planned: bool = False
    """whether warm-ups are written in the template"""
    outlook: tuple[Load, ...] = ()
    """the loads of the times after the next, if all is made"""


def read(logbook: Logbook, one: TemplateExercise, kind: ProgramKind) -> Known:
    """Read it from the log; `kind` is that of the program it stands in."""
    setting = logbook.exercise_setting(one.exercise.uid)
    unit: Unit = setting.unit or logbook.lifter.unit
    return Known(
        frame=Frame(
            one.exercise.measure, unit, setting.distance_unit or DistanceUnit.KM, kind is not ProgramKind.LOOSE
        ),
        rack=logbook.rack(one.exercise),
        history=logbook.history(one.exercise.uid, limit=_LAST_TIMES),
        training_max=setting.training_max,
    )


def beside(known: Known, one: TemplateExercise, following: NextExercise | None) -> Beside:
    """Put together what is shown."""
    top = top_load(following.targets) if following else None
    steps: tuple[Load, ...] = ()
    is_percent = any(target.percent10 is not None for target in one.targets)
    if top and one.step and one.step.unit is top.unit and not is_percent:
        steps = tuple(Load(top.milli + n * one.step.milli, top.unit) for n in range(1, _STEPS + 1))
    written = tuple(one for one in following.targets if one.kind is SetKind.WARMUP) if following else ()
    is_lifted = one.exercise.measure is Measure.WEIGHT
    climb = ramp(top, known.rack) if top and is_lifted and not written else ()
    return Beside(known, following, written or climb, bool(written), steps)
