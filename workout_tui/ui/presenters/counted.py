"""What a typed load and rep count are of, when that is settled for an exercise, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.exercise import LoadOf

if TYPE_CHECKING:
    from workout_tui.model.exercise import Exercise, ExerciseSetting


def counted(exercise: Exercise, setting: ExerciseSetting) -> str:
    """What is settled: ``load of each dumbbell, reps of each side``; empty while nothing is."""
    hand = "dumbbell" if exercise.equipment == "dumbbell" else "side"
    load = {LoadOf.EACH: f"load of each {hand}", LoadOf.TOTAL: "load of all"}
    parts = [load[setting.load_of]] if setting.load_of else []
    return ", ".join([*parts, "reps of each side"] if setting.by_side else parts)
