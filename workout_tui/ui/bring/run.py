"""One piece of work beside the interface that can be watched and stopped.

The thread opens the log by itself; its only word to the screen is a message, and what it has done so far.
"""

from __future__ import annotations

import gc
import threading
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.message import Message

from workout_tui.errors import StoreUnavailable, WorkoutError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump

    from workout_tui.transfer.importing import Told

T = TypeVar("T")


class Ended(Message):
    """A run came to its end; `act`, to be called in the thread of the interface, says how."""

    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__()
        self.act = act


class _StoppedError(Exception):
    """The screen does not want it any more; whatever was begun is rolled back."""


class Run:
    """The work, from its start to its end.

    Args:
        to: hears `Ended`.
        failed: is told why it failed.
        stopped: is told that it was given up.
    """

    def __init__(self, to: MessagePump, failed: Callable[[WorkoutError], None], stopped: Callable[[], None]) -> None:
        self._to = to
        self._failed = failed
        self._stopped = stopped
        self.stopping = False
        """whether it is to be given up"""
        self.done = self.of = 0
        """how far it is, for a bar"""

    def start(self, work: Callable[[Told], T], then: Callable[[T], None]) -> None:
        """Begin; what comes out is handed to `then` in the thread of the interface."""
        # A daemon: quitting never waits for it, and what it has not committed is as if it had never been.
        threading.Thread(target=self._run, args=(work, then), name="import", daemon=True).start()

    def stop(self) -> None:
        """Give it up at the next row or workout; when it is past the last one it ends as it would have."""
        self.stopping = True

    def _run(self, work: Callable[[Told], T], then: Callable[[T], None]) -> None:
        act: Callable[[], None]
        collects = gc.isenabled()
        gc.disable()  # one sweep through a long history holds up the keys for a third of a second
        try:
            act = partial(then, work(self._told))
        except _StoppedError:
            act = self._stopped
        except WorkoutError as error:
            act = partial(self._failed, error)
        except OSError as error:
            words = f"The system does not let it be done: {error.strerror}."
            act = partial(self._failed, StoreUnavailable(words, "Look whether the disk is full."))
        finally:
            if collects:
                gc.enable()
        self._to.post_message(Ended(act))

    def _told(self, done: int, of: int) -> None:
        if self.stopping:
            raise _StoppedError
        self.done, self.of = done, of
