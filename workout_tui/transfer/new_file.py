"""Writing a file that is not there yet, for its owner's eyes only: it is whole, or empty, or not there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from workout_tui import private_file
from workout_tui.errors import InvalidEntry, StoreUnavailable

if TYPE_CHECKING:
    from pathlib import Path


def write_new(target: Path, text: str) -> None:
    """Write a new file.

    Raises:
        InvalidEntry: there is a file of this name; it is left as it is.
        StoreUnavailable: it cannot be written there.
    """
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # the name is ours
    except FileExistsError as error:
        raise InvalidEntry(f"There is a file {target} already.", "Give another name.", field="file") from error
    except OSError as error:
        raise _cannot(target, error) from error
    try:
        private_file.write(target, text)  # half of it, under that name, would pass for all
    except OSError as error:
        target.unlink(missing_ok=True)
        raise _cannot(target, error) from error


def _cannot(target: Path, error: OSError) -> StoreUnavailable:
    return StoreUnavailable(f"{target} cannot be written: {error.strerror}.", "Choose another place.")
