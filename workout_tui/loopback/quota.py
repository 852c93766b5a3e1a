"""Google's quota: so many reads and so many writes a minute for one user, refilled every minute."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field

from workout_tui.loopback.refusal import Refused

MINUTE_MS = 60_000


@dataclass(slots=True)
class Quota:
    """Counts the requests of each minute. Any thread may use it."""

    limit: int = 60
    """of each kind a minute; 0 is no limit"""
    _minute: int = 0
    _count: Counter[str] = field(default_factory=Counter)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, method: str, now: int) -> None:
        """Count a request.

        Raises:
            Refused: there were too many of its kind in this minute.
        """
        kind = "Read" if method == "GET" else "Write"
        with self._lock:
            if now // MINUTE_MS != self._minute:
                self._minute = now // MINUTE_MS
                self._count.clear()
            self._count[kind] += 1
            if self.limit and self._count[kind] > self.limit:
                raise Refused(
                    f"Quota exceeded for quota metric '{kind} requests' and limit '{kind} requests per minute per user'"
                    " of service 'sheets.googleapis.com' for consumer 'project_number:100000000000'.",
                    429,
                )
