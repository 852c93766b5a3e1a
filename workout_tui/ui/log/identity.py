"""The identity of the set about to be logged: made when it becomes the current one, not when it is written.

So whatever goes wrong while it is written, trying again writes the same set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workout_tui.clock import Uids
    from workout_tui.ui.log.course import Cursor


class NextUids:
    """The uids of the current set and of those that are typed with it."""

    def __init__(self, uids: Uids) -> None:
        self._uids = uids
        self._ready: list[str] = []
        self._place: Cursor | None = None

    def settle(self, cursor: Cursor) -> None:
        """The set at this place is the current one."""
        if cursor != self._place:
            self._place, self._ready = cursor, [self._uids.new()]

    def take(self, count: int) -> list[str]:
        """Uids for so many sets; the same ones until they are used."""
        while len(self._ready) < count:
            self._ready.append(self._uids.new())
        return self._ready[:count]

    def used(self) -> None:
        """They are in the log: what comes next is another set, even at the same place."""
        self._place = None
