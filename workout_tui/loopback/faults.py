"""Faults to come: what goes wrong with a request, before or after it was applied.

A request is applied before its answer is lost, after, or long after its client gave up: the three that a
sync has to tell apart and cannot.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from enum import StrEnum

_API = "/v4/"


class When(StrEnum):
    """Whether the request is applied all the same."""

    BEFORE = "before"
    """never"""
    AFTER = "after"
    """at once, only its answer suffers"""
    LATE = "late"
    """some time later, on the server's clock"""


class Ending(StrEnum):
    """What the client sees."""

    ANSWER = "answer"
    """an answer, be it an error"""
    RESET = "reset"
    """the connection is reset"""
    STALL = "stall"
    """nothing, until the client gives up"""
    CUT = "cut"
    """the beginning of an answer, then the end of the connection"""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that goes wrong with the next requests that it fits."""

    when: When = When.BEFORE
    ending: Ending = Ending.ANSWER
    status: int = 503
    """of the answer; with `Ending.CUT` the true answer is begun"""
    html: bool = False
    """whether the error is a page, as proxies send it, in place of JSON"""
    retry_after_s: int | None = None
    late_ms: int = 0
    """how long after its arrival the request is applied"""
    fits: str = ""
    """what the method and path of the request contain: `POST`, `:batchUpdate`, `/token`. A fault that does not name
    the latter befalls calls of the API only."""
    times: int = 1
    """how many requests it befalls"""

    def befalls(self, method: str, path: str) -> bool:
        """Whether it fits this request."""
        return self.fits in f"{method} {path}" and (path.startswith(_API) or path in self.fits)


class Faults:
    """The faults that are still to come, in order. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._plan: list[Fault] = []

    def add(self, *faults: Fault) -> None:
        """Plan faults behind those that are planned already."""
        with self._lock:
            self._plan.extend(faults)

    def clear(self) -> None:
        """Everything goes well from now on."""
        with self._lock:
            self._plan.clear()

    def take(self, method: str, path: str) -> Fault | None:
        """The fault that befalls this request; it has then happened once."""
        with self._lock:
            for index, fault in enumerate(self._plan):
                if fault.befalls(method, path):
                    left = [replace(fault, times=fault.times - 1)] if fault.times > 1 else []
                    self._plan[index : index + 1] = left
                    return fault
            return None
