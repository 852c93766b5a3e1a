"""What the interface is made of: everything that touches the world is passed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.clock import Uids
from workout_tui.lock import Lock
from workout_tui.logs import Log
from workout_tui.ui import glyphs

if TYPE_CHECKING:
    from workout_tui.clock import Clock
    from workout_tui.config import Config
    from workout_tui.paths import Paths


@dataclass(frozen=True, slots=True)
class Parts:
    """Folders, settings, time, chance, marks, the program's own records, and the lock of the folder."""

    paths: Paths
    config: Config
    clock: Clock
    uids: Uids
    glyphs: glyphs.Glyphs
    log: Log
    lock: Lock

    @classmethod
    def of(cls, paths: Paths, config: Config, clock: Clock) -> Parts:
        """The parts for real use: marks by the terminal, records and lock in the folders of `paths`."""
        return cls(
            paths,
            config,
            clock,
            Uids(clock),
            glyphs.choose(config.glyphs),
            Log(paths.log, clock),
            Lock(paths.lock, clock),
        )
