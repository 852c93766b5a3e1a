"""A file that only its owner can read, written whole: a crash leaves the old one or the new one, never half."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def write(path: Path, text: str) -> None:
    """Write a text in the place of what stands there; missing folders are made.

    Raises:
        OSError: it could not be written; what stood there stands there still.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _whole(path.parent, text) as written:
        written.replace(path)


def write_first(path: Path, text: str) -> None:
    """Write a text where nothing stands yet: of several programs that try at once, one does.

    Raises:
        FileExistsError: something stands there; it is left as it is.
        OSError: it could not be written.
    """
    with _whole(path.parent, text) as written:
        try:
            path.hardlink_to(written)
        except FileExistsError:
            raise
        except OSError:  # a disk without links: for a moment the file is there and empty
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            written.replace(path)


@contextmanager
def _whole(folder: Path, text: str) -> Iterator[Path]:
    """The text in a file with a name of its own, which is gone afterwards if it still has that name."""
    handle, name = tempfile.mkstemp(prefix=".workout-", dir=folder)  # 0600 from its first moment
    written = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        yield written
    finally:
        written.unlink(missing_ok=True)
