"""``workout`` without a command: the interface."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from workout_tui.errors import WorkoutError

if TYPE_CHECKING:
    import argparse

    from workout_tui.paths import Paths


def run(_: argparse.Namespace, paths: Paths) -> int:
    """Open the interface on the log of these paths."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        raise WorkoutError("The interface needs a terminal.", "“workout --help” shows what does not.")
    from workout_tui import config
    from workout_tui.ui import app

    return app.run(paths, config.load(paths.settings))
