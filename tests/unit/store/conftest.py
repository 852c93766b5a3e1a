"""A log of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workout_tui.store.connection import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workout.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store(path, checkpoints=True)
    yield store
    store.connection.close()
