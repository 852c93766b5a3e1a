"""How a lifter came on: an exercise over time, and their weeks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.logbook import finding
from workout_tui.logbook.overview import today
from workout_tui.model.bouts import usual_distance, usual_load
from workout_tui.model.exercise import Measure
from workout_tui.model.load import DistanceUnit, Unit
from workout_tui.model.training_week import Training
from workout_tui.model.trend import ExercisePast, Terms
from workout_tui.store import exercises, history, progress, values

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.logbook.desk import Desk
    from workout_tui.model.exercise import Exercise, ExerciseSetting

RECENT = 12
"""how many sessions are read whole"""
_FAR_M = 1000.0


def practised(desk: Desk) -> tuple[Exercise, ...]:
    """Every exercise that was ever done in a completed session: those of late first, then by name."""
    store = desk.store
    with store.read():
        library = {one.uid: one for one in exercises.library(store)}
        return tuple(library[uid] for uid in progress.practised(store, desk.profile_id))


def trend(desk: Desk, exercise_uid: str) -> ExercisePast:
    """All that was done of an exercise in completed sessions, to be told as trends.

    Raises:
        NotFound: there is no such exercise.
    """
    store = desk.store
    with store.read():
        profile_id, lifter = desk.lifter()
        exercise_id, exercise = finding.exercise(store, exercise_uid)
        setting = exercises.settings(store, profile_id, exercise_id)
        bouts = progress.bouts(store, profile_id, exercise_id, paced=exercise.measure is Measure.DISTANCE)
        recent = history.of_exercise(store, profile_id, exercise_uid, limit=RECENT)
        unit, distance_unit = _units(desk, profile_id, exercise_id, setting, lifter.unit)
    terms = Terms(exercise.measure, unit, distance_unit or _fitting(max((one.most for one in bouts), default=0)))
    terms = replace(terms, at=usual_load(bouts), over=usual_distance(bouts))
    return ExercisePast(exercise, setting, terms, bouts, recent, today(desk, lifter))


def training(desk: Desk, since: date) -> Training:
    """What was done in the weeks from a date on, and what the lifter weighed."""
    store = desk.store
    with store.read():
        profile_id, lifter = desk.lifter()
        weighed = progress.weighed(store, profile_id)
        return Training(
            work=progress.work(store, profile_id, since),
            weighed=weighed,
            library={one.uid: one for one in exercises.library(store)},
            unit=lifter.unit,
            weight_unit=weighed[-1].load.unit if weighed else lifter.unit,
            week_start=lifter.week_start,
            today=today(desk, lifter),
        )


def _units(
    desk: Desk, profile_id: int, exercise_id: int, setting: ExerciseSetting, usual: Unit
) -> tuple[Unit, DistanceUnit | None]:
    """The exercise's units: as settled, else as logged last, else the lifter's own."""
    load, distance = progress.units(desk.store, profile_id, exercise_id)
    return (
        setting.unit or values.unit_of(load) or usual,
        setting.distance_unit or values.distance_unit_of(distance),
    )


def _fitting(metres: float) -> DistanceUnit:
    return DistanceUnit.KM if metres >= _FAR_M else DistanceUnit.M
