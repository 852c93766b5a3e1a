"""A gym of its own for each test: a log in a file, a lifter, a clock to be turned."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import Gym, make_gym


@pytest.fixture
def gym(tmp_path: Path) -> Iterator[Gym]:
    gym = make_gym(tmp_path / "workout.db")
    yield gym
    gym.close()
