"""``workout`` without a command: the interface."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workout_tui.errors import WorkoutError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_tui.paths import Paths


def run(_: object, paths: Paths) -> int:
    """Open the interface on the log of these paths; it has no options."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WorkoutError("The interface needs a terminal.", "“workout --help” shows what does not.")
    with _for_good():
        from workout_tui import config
        from workout_tui.ui import app
    return app.run(paths, config.load(paths.settings))


@contextmanager
def _for_good() -> Iterator[None]:
    """What is imported meanwhile stays: it is not searched for garbage, neither now nor while keys wait."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
