"""A program in a pty whose bytes are only taken, not drawn: so that what is timed is the program."""

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
from pathlib import Path
from typing import TYPE_CHECKING

from tests.terminal.terminal import ENVIRONMENT

if TYPE_CHECKING:
    from types import TracebackType

PATIENCE_S = 60.0
SILENCE_S = 0.05
"""so long nothing is written between two repaints"""


class Program:
    """Python with these arguments, in a terminal of `columns` × `rows`; leaving the context kills it."""

    def __init__(self, *arguments: str, home: Path, columns: int = 80, rows: int = 24) -> None:
        self._fd, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.written = b""
        """what it wrote so far"""
        self._began = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=child,
            stdout=child,
            stderr=child,
            start_new_session=True,
            env={**ENVIRONMENT, "HOME": str(home), "WORKOUT_HOME": str(home)},
            cwd=home,
        )
        os.close(child)

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def __enter__(self) -> Program:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._fd)

    def painted(self, text: str) -> float:
        """Milliseconds from its start until it has written `text`."""
        self._take_until(text.encode())
        return self._since_began()

    def answered(self, keys: str, text: str) -> float:
        """Milliseconds from sending `keys` until `text` is written once more."""
        already = len(self.written)
        began = time.perf_counter()
        os.write(self._fd, keys.encode())
        self._take_until(text.encode(), already)
        return (time.perf_counter() - began) * 1000

    def repainted(self, key: str) -> float:
        """Milliseconds from sending a key until the last of what it made the program write."""
        began = last = time.perf_counter()
        os.write(self._fd, key.encode())
        until = began + PATIENCE_S
        while self._take(until):
            last = time.perf_counter()
            until = last + SILENCE_S
        return (last - began) * 1000

    def ended(self, keys: str) -> float:
        """Milliseconds from sending `keys` until the process is gone."""
        began = time.perf_counter()
        os.write(self._fd, keys.encode())
        while self._take(began + PATIENCE_S):
            pass
        self._process.wait(PATIENCE_S)
        return (time.perf_counter() - began) * 1000

    def rest(self, seconds: float) -> None:
        """Let it be for a while, taking what it writes."""
        until = time.perf_counter() + seconds
        while until > time.perf_counter():
            self._take(until)

    def processor_s(self) -> float:
        """Seconds of processor its threads have used so far: the same however busy the machine is with others."""
        return sum(int(one.read_text().split()[0]) for one in Path(f"/proc/{self.pid}/task").glob("*/schedstat")) / 1e9

    def interface_s(self) -> float:
        """Seconds of processor that its first thread, the interface, has used so far."""
        return int(Path(f"/proc/{self.pid}/task/{self.pid}/schedstat").read_text().split()[0]) / 1e9

    def memory_mib(self) -> float:
        """Memory it holds, in MiB."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    def _since_began(self) -> float:
        return (time.perf_counter() - self._began) * 1000

    def _take_until(self, wanted: bytes, start: int = 0) -> None:
        until = time.perf_counter() + PATIENCE_S
        while wanted not in self.written[start:]:
            if not self._take(until):
                raise AssertionError(f"{wanted!r} was not written:\n{self.written[-2000:].decode(errors='replace')}")

    def _take(self, until: float) -> bool:
        """Take what comes until then; False when the program ended or the time is over."""
        ready, _, _ = select.select([self._fd], [], [], max(0.0, until - time.perf_counter()))
        if not ready:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # Linux's way to say that the other end was closed
            return False
        self.written += data
        return bool(data)
