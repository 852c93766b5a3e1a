"""The terminal in which the program runs, and what becomes of the program when it vanishes.

A terminal that closes says so by a signal (`endings`), but only to the programs it controls: started without a
controlling terminal, or behind a broken connection, a program hears nothing. Then reading gives nothing
for ever and writing fails. Textual's reader would spin, and its loop wait for a writer that is dead.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

_GONE = frozenset({errno.EIO, errno.ENXIO, errno.EBADF, errno.EPIPE})


def is_there() -> bool:
    """Whether what the program was started in still answers as a terminal."""
    return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())


class TerminalDriver(LinuxDriver):
    """Textual's driver, whose writer outlives the terminal: whoever waits for it can go on, and end in order."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self._file is not None:
            self._file = Outlasting(self._file)  # type: ignore[assignment]


class Outlasting:
    """A stream to a terminal; once that is gone, what is written goes nowhere, also what the stream still holds."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write."""
        with self._outlasting():
            self._stream.write(text)

    def flush(self) -> None:
        """Let go of what is held back."""
        with self._outlasting():
            self._stream.flush()

    def fileno(self) -> int:
        """The file beneath."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal, still."""
        return self._stream.isatty()

    @contextmanager
    def _outlasting(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if error.errno not in _GONE:
                raise
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)
