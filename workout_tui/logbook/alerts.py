"""What is counted, and when it deserves a word to the user.

Counters and latencies live in memory and are added to the store when a session is finished and when
the program quits, so that ``workout doctor`` in another process sees them.
"""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING

from workout_tui.store import metrics

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_tui.store.connection import Store

BOUNDS_MS = (0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 125, 250, 500, 1000, 5000)
"""Upper bounds of the classes in which latencies are counted; slower ones fall into a last class."""

CONSTRAINT = "constraint:"
"""Begins the names under which it is counted that the log refused what nobody refused before it."""

_SLOW_MS = 250
_FEW = 20
_FAILURES = 3
_LIMIT = "limit"
_KEPT_MS = 3 * 86_400_000


class Metrics:
    """Counters and a histogram of save latencies. May be used from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[str] = Counter()
        self._kept: Counter[str] = Counter()

    def count(self, name: str, by: int = 1) -> None:
        """Count something: ``cache.hit``, ``error:StoreBusy`` and the like."""
        with self._lock:
            self._counts[name] += by

    def saved(self, milliseconds: float) -> None:
        """Count a save that was committed, by how long it took."""
        bound = next((f"{bound:g}" for bound in BOUNDS_MS if milliseconds <= bound), _LIMIT)
        with self._lock:
            self._counts["saves"] += 1
            self._counts[f"save_ms:{bound}"] += 1

    def failed(self, kind: str) -> None:
        """Count a save that was refused, by the kind of error."""
        self.count(f"error:{kind}")

    def counts(self) -> Mapping[str, int]:
        """Everything counted since the start of the program."""
        with self._lock:
            return dict(self._counts)

    def unkept(self) -> Mapping[str, int]:
        """What was counted since the last `kept`."""
        with self._lock:
            return {name: value - self._kept[name] for name, value in self._counts.items() if value != self._kept[name]}

    def kept(self, written: Mapping[str, int]) -> None:
        """Take note that these are in the store now."""
        with self._lock:
            self._kept.update(written)


def kept(store: Store, now: int) -> Mapping[str, int]:
    """The counters in the store that moved in the last three days, whichever program counted."""
    return metrics.since(store, now - _KEPT_MS)


def percentile_ms(counts: Mapping[str, int], share: float) -> float | None:
    """The latency that `share` of the saves did not exceed, as the bound of its class; None when nothing was saved."""
    classes = [(bound, counts.get(f"save_ms:{bound:g}", 0)) for bound in BOUNDS_MS]
    classes.append((float("inf"), counts.get(f"save_ms:{_LIMIT}", 0)))
    wanted = share * sum(number for _, number in classes)
    seen = 0
    for bound, number in classes:
        seen += number
        if number and seen >= wanted:
            return bound
    return None


def alerts(counts: Mapping[str, int]) -> tuple[str, ...]:
    """What the figures say to the user, worst first; nothing while all is well."""
    saves = counts.get("saves", 0)
    failures = sum(value for name, value in counts.items() if name.startswith("error:Store"))
    refused = sum(value for name, value in counts.items() if name.startswith(CONSTRAINT))
    hits = counts.get("cache.hit", 0)
    stale = sum(value for name, value in counts.items() if name.startswith("cache.cleanup:"))
    slowest = percentile_ms(counts, 0.99)
    found = []
    if failures >= _FAILURES and failures * 20 >= saves:
        found.append(f"{failures} of {saves + failures} saves failed. “workout doctor” says why.")
    if slowest is not None and saves >= _FEW and slowest > _SLOW_MS:
        found.append("Saving is slow: one in a hundred takes over a quarter of a second. Is the disk busy or full?")
    if refused >= _FAILURES:
        found.append(f"The log refused {refused} entries. “workout doctor” names them.")
    if hits >= _FEW and stale * 10 >= hits:
        found.append("The running session often changed elsewhere. Is a second “workout” open?")
    return tuple(found)
