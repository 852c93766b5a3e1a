"""What an exercise is loaded with, by what its lifter settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.load import Unit
from workout_tui.store import exercises

if TYPE_CHECKING:
    from workout_tui.model.exercise import ExerciseSetting
    from workout_tui.store.connection import Store


def settled(store: Store, profile_id: int, exercise_uid: str) -> tuple[ExerciseSetting, Unit]:
    """A lifter's setting for an exercise, and the unit they load it in."""
    row = store.rows(
        f"SELECT p.unit AS usual_unit, {exercises.SETTING_COLUMNS} FROM profile p LEFT JOIN exercise e ON e.uid = ?"
        " LEFT JOIN exercise_setting x ON x.profile_id = p.id AND x.exercise_id = e.id WHERE p.id = ?",
        (exercise_uid, profile_id),
    )[0]
    setting = exercises.setting(row)
    return setting, setting.unit or Unit(row["usual_unit"])
