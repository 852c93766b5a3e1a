"""Work that must not hold up the keys: the check of the file, the backup after a workout.

Each job runs in a daemon thread with a connection of its own, so quitting never waits for it. Its only
word to the interface is a message; no widget is touched from a thread.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from textual.message import Message

from workout_tui.errors import WorkoutError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump

    from workout_tui.logs import Log


class Reported(Message):
    """A job came to its end. `words` is empty when all is well, else what the user should know."""

    def __init__(self, job: str, words: str) -> None:
        super().__init__()
        self.job = job
        self.words = words


def start(job: str, work: Callable[[], str], to: MessagePump, log: Log) -> threading.Thread:
    """Run `work` beside the interface; what it returns, or its error in words, is posted as `Reported`."""

    def run() -> None:
        try:
            words = work()
        except WorkoutError as error:
            log.failure(job, error)
            words = str(error)
        to.post_message(Reported(job, words))

    thread = threading.Thread(target=run, name=job, daemon=True)
    thread.start()
    return thread
