"""A real terminal for tests: the program runs in a pty, and an emulator reads what it paints."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

import pyte

import workout_tui
from tests.processes import hold_to_rights

PATIENCE_S = 20.0
"""How long a screen may take before a test gives up: generous, for slow machines."""


class Terminal:
    """The installed program in a terminal of its own. Use as a context: leaving it kills what still runs.

    Args:
        arguments: for the program.
        home: the folder that takes all its files.
        columns: the width of the window.
        rows: its height.
        environment: what differs from `ENVIRONMENT`.
        powerless: whether root, on Linux, is held to the rights of files when it runs the tests.
        controlling: whether closing the window, and ctrl+c, reach the program as signals.
    """

    def __init__(
        self,
        *arguments: str,
        home: Path,
        columns: int = 80,
        rows: int = 24,
        environment: dict[str, str] | None = None,
        powerless: bool = False,
        controlling: bool = True,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        """everything the program has written so far"""
        self._fd, child = pty.openpty()
        self._set_size(columns, rows)
        self._modes = self.modes
        self._name = os.ttyname(child)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "workout_tui", *arguments],
            stdin=child,
            stdout=child,
            stderr=child,
            start_new_session=True,
            preexec_fn=partial(_settle_in, powerless, controlling),  # noqa: PLW1509 - no thread of the tests holds a lock meanwhile
            close_fds=True,
            env={**ENVIRONMENT, "HOME": str(home), "WORKOUT_HOME": str(home), **(environment or {})},
            cwd=home,
        )
        os.close(child)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill()
        if self._fd >= 0:
            self.hang_up()

    @property
    def text(self) -> str:
        """What stands on the screen, line ends trimmed."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def send(self, keys: str) -> None:
        """Type `keys`; control characters as they are (``\\r`` is Enter)."""
        os.write(self._fd, keys.encode())

    def wait_until_read(self) -> None:
        """Wait until the program has read everything that was typed."""
        end = os.open(self._name, os.O_RDWR | os.O_NOCTTY)
        try:
            until = time.monotonic() + PATIENCE_S
            while struct.unpack("i", fcntl.ioctl(end, termios.FIONREAD, b"\0" * 4))[0]:
                assert time.monotonic() < until, "nobody reads what is typed"
                self.read(0.02)
        finally:
            os.close(end)
        self.read(0.1)  # from the reader to the one who acts on it

    @property
    def modes(self) -> list[int]:
        """How the terminal treats what is typed and printed: its flags, echo and line editing among them."""
        flags: list[int] = termios.tcgetattr(self._fd)[:4]
        return flags

    @property
    def is_sane(self) -> bool:
        """Whether the terminal is as it was: its modes, the shell's screen and cursor, no reports of the mouse."""
        asked = {code: self.raw.rfind(b"\x1b[?%dh" % code) for code in _TAKEN}
        given_back = {code: self.raw.rfind(b"\x1b[?%dl" % code) for code in _TAKEN}
        cursor = self.raw.rfind(b"\x1b[?25h") >= self.raw.rfind(b"\x1b[?25l")
        return self.modes == self._modes and cursor and all(given_back[code] >= asked[code] for code in _TAKEN)

    def resize(self, columns: int, rows: int) -> None:
        """Drag the window to another size."""
        self._set_size(columns, rows)
        self._screen.resize(rows, columns)
        os.kill(self.process.pid, signal.SIGWINCH)

    def hang_up(self) -> None:
        """Close the window the program runs in."""
        os.close(self._fd)
        self._fd = -1

    def read(self, seconds: float) -> None:
        """Take in what the program writes during the next `seconds`, or until it ends."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and self._take(left):
            pass

    def read_until(self, holds: Callable[[str], bool], seconds: float) -> bool:
        """Take in what the program writes until `holds` of the screen, for at most `seconds`; whether it does."""
        until = time.monotonic() + seconds
        while not holds(self.text):
            left = until - time.monotonic()
            if left <= 0 or not self._take(left):
                return False
        return True

    def wait_for(self, *wanted: str, gone: str = "", patience: float = PATIENCE_S) -> str:
        """Wait until the screen shows all of `wanted` and not `gone`; returns the screen.

        Raises:
            AssertionError: it did not in time, or the program ended before; the screen is in the message.
        """
        return self.wait_until(
            lambda text: all(one in text for one in wanted) and not (gone and gone in text),
            f"{wanted!r}{f' without {gone!r}' if gone else ''}",
            patience,
        )

    def wait_until(self, holds: Callable[[str], bool], what: str, patience: float = PATIENCE_S) -> str:
        """Wait until `holds` of the screen; returns the screen."""
        if not self.read_until(holds, patience):
            raise AssertionError(f"waited for {what}{self._ended}, the screen shows:\n{self.text}")
        return self.text

    def wait_end(self, patience: float = PATIENCE_S) -> int:
        """Wait until the program has ended; returns its exit code."""
        until = time.monotonic() + patience
        while self._take(max(0.0, until - time.monotonic())):
            assert time.monotonic() < until, f"still running, the screen shows:\n{self.text}"
        return self.process.wait(patience)

    def kill(self) -> None:
        """SIGKILL the program and whatever it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    @property
    def _ended(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return f", the program ended with {self.process.wait(0.5)} and {self.raw[-300:]!r}"
        return ""

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _take(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # Linux's way to say that the other end was closed
            return False
        self.raw += data
        self._stream.feed(_understood(data))
        return bool(data)


ENVIRONMENT = {
    "PATH": os.environ.get("PATH", ""),
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
    "TEXTUAL_ANIMATIONS": "none",
    "PYTHONPATH": str(Path(workout_tui.__file__).parents[1]),  # the program that the other tests import
}
"""What the program finds around it: a modern terminal, and nothing of the tester's own settings."""


_TAKEN = (1049, 1000, 1003, 1004, 1006, 1015, 2004)
"""the other screen, reports of mouse and focus, marked pastes"""


def _settle_in(powerless: bool, controlling: bool) -> None:
    if controlling:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    if powerless:
        hold_to_rights()


def _understood(data: bytes) -> bytes:
    # The emulator predates the kitty keyboard protocol and would print its sequences as text.
    for sequence in (b"\x1b[>1u", b"\x1b[<u", b"\x1b[?u", b"\x1b[>4;1m", b"\x1b[>4;0m"):
        data = data.replace(sequence, b"")
    return data
