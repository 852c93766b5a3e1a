"""What a new lifter begins with is settled at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import kg, make_gym
from workout_tui.errors import NotFound
from workout_tui.model.exercise import ExerciseSetting

if TYPE_CHECKING:
    from pathlib import Path


def test_many_settings_come_in_one_act(tmp_path: Path) -> None:
    gym = make_gym(tmp_path / "log.db")
    bench, squat = gym.exercise("Bench Press"), gym.exercise("Back Squat")
    before = gym.store.value("SELECT count(*) FROM act")
    gym.logbook.set_exercise_settings(
        {bench.uid: ExerciseSetting(step=kg(2.5)), squat.uid: ExerciseSetting(step=kg(5), bar=kg(20))}
    )
    assert gym.logbook.exercise_setting(bench.uid).step == kg(2.5)
    assert gym.logbook.exercise_setting(squat.uid).bar == kg(20)
    assert gym.store.value("SELECT count(*) FROM act") == before + 1


def test_one_unknown_exercise_refuses_all(tmp_path: Path) -> None:
    gym = make_gym(tmp_path / "log.db")
    bench = gym.exercise("Bench Press")
    with pytest.raises(NotFound):
        gym.logbook.set_exercise_settings({bench.uid: ExerciseSetting(step=kg(2.5)), "nobody": ExerciseSetting()})
    assert gym.logbook.exercise_setting(bench.uid).step is None
