"""Reads that lag behind: Google does not promise that a read shows a write that was just acknowledged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workout_tui.loopback.book import Book


@dataclass(slots=True)
class Staleness:
    """How far reads lag behind, and the spreadsheets as they were. A book that is kept is never changed again."""

    lag_ms: int = 0
    _past: dict[str, list[tuple[int, Book]]] = field(default_factory=dict)

    def written(self, before: Book, now: int) -> None:
        """Remember a spreadsheet as it was before a write.

        Args:
            before: the spreadsheet.
            now: the server's time, UTC milliseconds.
        """
        if self.lag_ms:
            kept = [one for one in self._past.get(before.id, ()) if one[0] > now - self.lag_ms]
            self._past[before.id] = [*kept, (now, before)]

    def seen(self, book: Book, now: int) -> Book:
        """The spreadsheet as a read at this moment shows it."""
        return next((before for at, before in self._past.get(book.id, ()) if at > now - self.lag_ms), book)
