"""A log of its own for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from workout_tui.store.connection import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workout.db"


@pytest.fixture(scope="session")
def new_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log as the program makes it; copying it is faster than making another."""
    path = tmp_path_factory.mktemp("new") / "workout.db"
    Store(path).connection.close()
    return path


@pytest.fixture
def store(path: Path, new_log: Path) -> Iterator[Store]:
    shutil.copyfile(new_log, path)
    store = Store(path, checkpoints=True)
    yield store
    store.connection.close()
