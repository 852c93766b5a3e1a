"""What is done beside the interface, in threads of its own: looking the file over, and backing it up.

Each job opens the file by itself and returns words for the user, none when all is well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.store import backup, health

if TYPE_CHECKING:
    from workout_tui.paths import Paths

_DAY_MS = 86_400_000


def back_up(paths: Paths, at: int) -> str:
    """Make a backup and prove it; `at` is now, UTC milliseconds."""
    backup.back_up(paths.database, paths.backups, at=at)
    return ""


def look_over(paths: Paths, at: int) -> str:
    """Check the file, and back it up when the last backup is missing or a day old: quitting waits for none."""
    faults = health.quick_check(paths.database)
    if faults:
        return f"The log has faults ({faults[0]}). Quit, and restore the newest backup from {paths.backups}."
    if not any(one.at > at - _DAY_MS for one in backup.backups(paths.backups)):
        return back_up(paths, at)
    return ""
