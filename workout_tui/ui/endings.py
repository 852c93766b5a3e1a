"""Being told to end from outside: the terminal was closed, or the system shuts down."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_BY_SIGNAL = 128
"""added to a signal's number, as shells do, it makes the exit code"""


def when_told(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit code when the system asks the program to end. Runs in the interface's loop.

    Unheard, these signals would end the program on the spot, with the terminal in its hands. Windows has none
    that a program could hear.
    """
    if sys.platform != "win32":
        loop = asyncio.get_running_loop()
        for one in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(one, leave, _BY_SIGNAL + one)
