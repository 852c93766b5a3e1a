"""The whole service without a network: faults, quota and the API behind them, and a record of every request.

A server puts sockets in front of it; a test in virtual time calls it as it is.
"""

from __future__ import annotations

import threading
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workout_tui.loopback.api import Api, Response, headers_of
from workout_tui.loopback.faults import Ending, Fault, Faults, When
from workout_tui.loopback.quota import Quota
from workout_tui.loopback.refusal import Body, Refused, error_body

if TYPE_CHECKING:
    from workout_tui.loopback.api import Query


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it arrived."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    body: Body | None = None

    @classmethod
    def of(cls, method: str, path: str, query: Query = (), body: Body | None = None) -> Request:
        """A request with copies of what is passed."""
        return cls(method, path, tuple(query), deepcopy(body))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the client sees of a request."""

    response: Response
    """the answer, whole or begun; lost when the connection is reset or stalls"""
    ending: Ending = Ending.ANSWER
    html: bool = False
    """whether the answer is a page in place of JSON"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A request in the record."""

    at: int
    """when it arrived, UTC milliseconds of the server"""
    request: Request
    status: int
    """what it was answered, or would have been"""
    fault: Fault | None
    applied: bool
    """whether it got as far as the spreadsheet at once"""


@dataclass(slots=True)
class Service:
    """The service. Any thread may call it."""

    api: Api = field(default_factory=Api)
    faults: Faults = field(default_factory=Faults)
    quota: Quota = field(default_factory=lambda: Quota(limit=0))
    log: list[Entry] = field(default_factory=list)
    """every request so far, oldest first"""
    _late: list[tuple[int, Request]] = field(default_factory=list)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def take(self, request: Request, now: int) -> Outcome:
        """Answer a request, or have a fault befall it.

        Args:
            request: the request.
            now: the server's time, UTC milliseconds.
        """
        with self._lock:
            self.catch_up(now)
            fault = self.faults.take(request.method, request.path)
            outcome, applied = self._happen(request, fault, now)
            self.log.append(Entry(now, request, outcome.response.status, fault, applied))
            return outcome

    def catch_up(self, now: int) -> int:
        """Apply the late requests whose time has come. Returns how many there were."""
        with self._lock:
            due = sorted((one for one in self._late if one[0] <= now), key=lambda one: one[0])
            self._late = [one for one in self._late if one[0] > now]
            for at, request in due:
                self._apply(request, at)
            return len(due)

    @property
    def late(self) -> int:
        """How many requests are still to be applied."""
        return len(self._late)

    def _happen(self, request: Request, fault: Fault | None, now: int) -> tuple[Outcome, bool]:
        if fault is None:
            return self._counted(request, now)
        error = _error(fault, now)
        if fault.when is When.LATE:
            self._late.append((now + fault.late_ms, request))
            return Outcome(error, fault.ending, fault.html), False
        if fault.when is When.BEFORE:
            return Outcome(error, fault.ending, fault.html), False
        answer = self._apply(request, now)
        return Outcome(answer if fault.ending is Ending.CUT else error, fault.ending, fault.html), True

    def _counted(self, request: Request, now: int) -> tuple[Outcome, bool]:
        try:
            self.quota.take(request.method, now)
        except Refused as refused:
            return Outcome(Response(refused.code, headers_of(now), refused.body())), False
        return Outcome(self._apply(request, now)), True

    def _apply(self, request: Request, now: int) -> Response:
        return self.api.handle(request.method, request.path, request.query, request.body, now=now)


def _error(fault: Fault, now: int) -> Response:
    headers = headers_of(now)
    if fault.retry_after_s is not None:
        headers["Retry-After"] = str(fault.retry_after_s)
    return Response(fault.status, headers, error_body(fault.status, "The service is currently unavailable."))
