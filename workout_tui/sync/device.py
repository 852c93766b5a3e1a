"""Which laptop this is: an id beside the settings, outside of the log.

A log that was copied to another laptop finds another id there, and knows that it is a copy.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from workout_tui.errors import StoreUnavailable

if TYPE_CHECKING:
    from pathlib import Path

    from workout_tui.clock import Uids
    from workout_tui.paths import Paths

_NAME = "device"


def this_device(paths: Paths, uids: Uids) -> str:
    """This laptop's id, made at the first call.

    Raises:
        StoreUnavailable: it can neither be read nor be kept.
    """
    path = paths.config / _NAME
    try:
        known = path.read_text("utf-8").strip() if path.exists() else ""
        return known or _made(path, uids.new())
    except (OSError, UnicodeDecodeError) as error:
        raise StoreUnavailable(f"{path} cannot be used.", "Check the folder and the rights there.") from error


def _made(path: Path, uid: str) -> str:
    beside = path.with_name(f"{path.name}.new")
    with beside.open("w", encoding="utf-8") as file:
        file.write(f"{uid}\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    return uid
