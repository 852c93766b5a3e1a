"""A sound copy of a log. Copying the file alone would leave out what still stands in its write-ahead log."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from workout_tui.store.problems import Doing, translated

if TYPE_CHECKING:
    from pathlib import Path


def copy(path: Path, target: Path) -> None:
    """Copy a log as it stands, whoever else has it open.

    Raises:
        StoreUnavailable: it cannot be read, or the copy cannot be written.
    """
    with translated(Doing.READING):
        source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        with closing(source), closing(sqlite3.connect(target)) as copied:
            source.backup(copied)
