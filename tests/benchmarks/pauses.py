"""Pauses of a thread beside work: how long it did not come to its turn, with and without what other programs had."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path


def held_up() -> float:
    """Seconds that threads of this process were ready to run and had no processor."""
    waited = 0
    for one in Path("/proc/self/task").glob("*/schedstat"):
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread that has just ended
            waited += int(one.read_text().split()[1])
    return waited / 1e9


@dataclass
class Pauses:
    """The longest of the pauses between two ticks."""

    own_ms: float = 0.0
    """without what threads of this process waited for a processor"""
    whole_ms: float = 0.0
    _last: float = field(default_factory=time.perf_counter)
    _held_up: float = field(default_factory=held_up)

    def tick(self) -> None:
        """The thread has its turn."""
        now, others = time.perf_counter(), held_up()
        self.whole_ms = max(self.whole_ms, (now - self._last) * 1000)
        self.own_ms = max(self.own_ms, (now - self._last - (others - self._held_up)) * 1000)
        # To ask the system takes as long as a pause: each of its answers has to wait for the other threads.
        self._last, self._held_up = time.perf_counter(), others


def beside(work: Callable[[], object]) -> Pauses:
    """The pauses of a thread that ticks every millisecond while another one works."""
    worker = threading.Thread(target=work)
    found = Pauses()
    worker.start()
    while worker.is_alive():
        time.sleep(0.001)
        found.tick()
    worker.join()
    return found
