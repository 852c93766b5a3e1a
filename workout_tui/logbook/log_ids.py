"""From a slot to its workout-log id, remembered.

What is remembered is never believed: each use is proven inside the transaction that writes, so a
session that was finished elsewhere, or a restored file in which the id means another session, costs
one more query and nothing else. Entries come in only after their COMMIT.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workout_tui.logbook.alerts import Metrics
    from workout_tui.model.session import Slot

_log = logging.getLogger("workout_tui.logbook")


class LogId(NamedTuple):
    """A session's row and its uid. Both are needed: a restored file may have given the id to another session."""

    id: int
    uid: str


class LogIds:
    """The least recently used entry goes when there are more than `limit`."""

    def __init__(self, metrics: Metrics, limit: int = 64) -> None:
        self._metrics = metrics
        self._limit = limit
        self._ids: OrderedDict[Slot, LogId] = OrderedDict()

    def __len__(self) -> int:
        return len(self._ids)

    def get(self, slot: Slot) -> LogId | None:
        """The id remembered for a slot, to be proven before use."""
        found = self._ids.get(slot)
        self._metrics.count("cache.miss" if found is None else "cache.hit")
        if found is not None:
            self._ids.move_to_end(slot)
        return found

    def put(self, slot: Slot, found: LogId) -> None:
        """Remember an id. Only for what is committed: a rolled-back id would be given out again."""
        self._ids[slot] = found
        self._ids.move_to_end(slot)
        if len(self._ids) > self._limit:
            self._ids.popitem(last=False)
            self._metrics.count("cache.evicted")

    def forget(self, slot: Slot) -> None:
        """The session of a slot came to its end here."""
        self._ids.pop(slot, None)

    def cleanup(self, slot: Slot, reason: str) -> None:
        """Forget an id that proved stale: what it stood for was changed elsewhere."""
        forgotten = self._ids.pop(slot, None)
        self._metrics.count(f"cache.cleanup:{reason}")
        _log.info(
            "a remembered id was stale",
            extra={"operation": "log_ids", "reason": reason, "session": forgotten.uid if forgotten else None},
        )

    def clear(self) -> None:
        """Forget everything: another program wrote to the file."""
        self._ids.clear()
