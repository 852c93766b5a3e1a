"""Being told to end from outside: the terminal was closed, or vanished without a word, or the system shuts down."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

_BY_SIGNAL = 128
"""added to a signal's number, as shells do, it makes the exit code"""
_HUNG_UP = _BY_SIGNAL + 1
"""as if SIGHUP had been heard"""


def when_told(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit code when the system asks the program to end. Runs in the interface's loop.

    Unheard, these signals would end the program on the spot, with the terminal in its hands. Windows has none
    that a program could hear.
    """
    if sys.platform != "win32":
        loop = asyncio.get_running_loop()
        for one in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(one, leave, _BY_SIGNAL + one)


def outliving(driver: type[Driver]) -> type[Driver]:
    """The driver that does not fail nor block when its terminal is gone, in place of Textual's own for POSIX."""
    if sys.platform == "win32" or driver.__name__ != "LinuxDriver":
        return driver
    from workout_tui.ui.terminal import TerminalDriver  # noqa: PLC0415 - of POSIX only

    return TerminalDriver


def when_gone(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit code if the terminal is not there any more; to be asked again and again.

    Started without a controlling terminal, as some launchers do, a program is told nothing when its window closes.
    """
    if sys.platform != "win32":
        from workout_tui.ui import terminal  # noqa: PLC0415 - of POSIX only

        if not terminal.is_there():
            leave(_HUNG_UP)
