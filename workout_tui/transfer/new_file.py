"""Writing a file that is not there yet, for its owner's eyes only: it is whole, or not there."""

from __future__ import annotations

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
        private_file.write_first(target, text)
    except FileExistsError as error:
        raise InvalidEntry(f"There is a file {target} already.", "Give another name.", field="file") from error
    except OSError as error:
        raise StoreUnavailable(f"{target} cannot be written: {error.strerror}.", "Choose another place.") from error
