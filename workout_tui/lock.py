"""One running interface for each data folder.

The lock belongs to the kernel: it is gone the moment its process ends, however it ends. What stands in
the file (process and time) is only for people. A newcomer may ask the owner to step down by leaving a
file beside the lock; the owner looks for it at each tick.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.errors import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workout_tui.clock import Clock

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> None:
        # A byte far behind the end, so that others can still read who holds the lock.
        os.lseek(handle, 0x7FFF0000, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_STEP_S = 0.1


class Holder(NamedTuple):
    """Who holds the lock."""

    pid: int
    since: int
    """UTC milliseconds"""


class Lock:
    """The lock of one data folder.

    Args:
        path: the lock file; its folder must exist.
        clock: tells since when it is held, and measures the patience of `take_over`.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._request = path.with_name(f"{path.name}.request")
        self._clock = clock
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._handle is not None

    def acquire(self) -> bool:
        """Take the lock if it is free; False while another process, or another object, has it.

        Raises:
            StoreUnavailable: the file cannot be opened or locked at all.
        """
        if self._handle is not None:
            return True
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            raise self._unusable(error) from error
        try:
            _seize(handle)
        except (BlockingIOError, PermissionError):  # flock says the first, msvcrt.locking the second
            os.close(handle)
            return False
        except OSError as error:
            os.close(handle)
            raise self._unusable(error) from error
        self._handle = handle
        self._sign(handle)
        return True

    def holder(self) -> Holder | None:
        """Who signed the lock last; means something only after `acquire` gave False. None: not signed yet."""
        try:
            record = json.loads(self._path.read_text("utf-8"))
            return Holder(int(record["pid"]), int(record["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def ask(self) -> None:
        """Ask the owner to step down.

        Raises:
            StoreUnavailable: the request cannot be left in the folder.
        """
        try:
            self._request.touch(mode=0o600)
        except OSError as error:
            raise self._unusable(error) from error

    def asked_to_step_down(self) -> bool:
        """Whether somebody asked since the lock was taken. The owner calls it at each tick: one look at the folder."""
        return self._handle is not None and self._request.exists()

    def take_over(self, patience_s: float = 5.0, wait: Callable[[float], None] = time.sleep) -> bool:
        """Ask the owner to step down, then wait for the lock; False if it did not within `patience_s` seconds."""
        self.ask()
        deadline = self._clock.monotonic() + patience_s
        while not self.acquire():
            if self._clock.monotonic() >= deadline:
                self._request.unlink(missing_ok=True)
                return False
            wait(_STEP_S)
        return True

    def release(self) -> None:
        """Give the lock back; does nothing when it is not held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _sign(self, handle: int) -> None:
        # A full disk may keep the signature out; the lock holds without it.
        with suppress(OSError):
            self._request.unlink(missing_ok=True)  # it was meant for the owner before
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, json.dumps({"pid": os.getpid(), "since": self._clock.now()}).encode())

    def _unusable(self, error: OSError) -> StoreUnavailable:
        return StoreUnavailable(
            f"The lock {self._path} cannot be used: {error.strerror}.", "Check the folder and the rights there."
        )
