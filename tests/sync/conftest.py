"""What the tests of the sync share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sync.virtual import Cloud, Laptop


@pytest.fixture
def cloud() -> Cloud:
    """A spreadsheet's server."""
    return Cloud()


@pytest.fixture
def laptop(cloud: Cloud, tmp_path: Path) -> Laptop:
    """A laptop connected to it."""
    one = Laptop(cloud, "a", tmp_path / "a")
    one.connect()
    return one
