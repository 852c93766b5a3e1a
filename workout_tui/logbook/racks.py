"""The loads a lifter can have for an exercise: from its bar and their plates, or in whole steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.plates import Rack
from workout_tui.store import lifters, loading

if TYPE_CHECKING:
    from workout_tui.model.exercise import Exercise, ExerciseSetting
    from workout_tui.store.connection import Store

BARBELL = "barbell"
"""the equipment of what is lifted with the lifter's usual bar"""

_STEP = {Unit.KG: 2_500, Unit.LB: 5_000}


def rack_of(store: Store, profile_id: int, exercise: Exercise) -> Rack:
    """What a lifter can load an exercise with."""
    setting, unit = loading.settled(store, profile_id, exercise.uid)
    step = setting.step or Load(_STEP[unit], unit)
    if not has_bar(exercise, setting):
        return Rack(step)
    bar = setting.bar or next(iter(lifters.bars(store, profile_id, unit)), None)
    return Rack(step, bar, lifters.plates(store, profile_id, bar.unit) if bar else ())


def has_bar(exercise: Exercise, setting: ExerciseSetting) -> bool:
    """Whether plates go on a bar: a barbell, or whatever has a bar of its own."""
    return exercise.measure is Measure.WEIGHT and (exercise.equipment == BARBELL or setting.bar is not None)
