"""The list of sessions, read as far as it was looked at, and the one that is marked. Knows no widget."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from workout_tui.ui.marking import within

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.looking_back import PastLine

_PAGE = 60
_WEEK = timedelta(days=7)


class Shelf:
    """Past sessions, newest first.

    Args:
        logbook: the lifter's.
        discarded: those that were put aside, not those that were completed.
        found: uids of what a search found, newest first; None: all there are.
    """

    def __init__(self, logbook: Logbook, *, discarded: bool = False, found: Sequence[str] | None = None) -> None:
        self._logbook = logbook
        self._discarded = discarded
        self._found = found
        self._is_whole = False
        self.lines: list[PastLine] = []
        self.at = 0
        self._read(_PAGE)

    @property
    def marked(self) -> PastLine | None:
        """The marked session; None while there is none at all."""
        return self.lines[self.at] if self.lines else None

    def move(self, by: int) -> None:
        """Move the mark, not beyond the ends."""
        self._reach(self.at + by + 1)
        self.at = within(self.at + by, len(self.lines))

    def to_end(self) -> None:
        """Mark the oldest."""
        while not self._is_whole:
            self._read(_PAGE * 50)
        self.at = max(0, len(self.lines) - 1)

    def to_day(self, day: date) -> None:
        """Mark the newest session that is not later than a day; the oldest of all when none is."""
        while not self._is_whole and self.lines[-1].day > day:
            self._read(_PAGE, back_to=day)
        place = next((place for place, one in enumerate(self.lines) if one.day <= day), len(self.lines) - 1)
        self.at = max(0, place)

    def to_uid(self, uid: str) -> None:
        """Mark this session, as far as it is in the list."""
        while True:
            place = next((place for place, one in enumerate(self.lines) if one.uid == uid), None)
            if place is not None:
                self.at = place
                return
            if self._is_whole:
                return
            self._read(_PAGE)

    def to_week(self, step: int, begin: date) -> None:
        """Mark the newest session of the next week that has one, later (+1) or earlier (−1).

        `begin`: the first day of the week of the marked one.
        """
        if step < 0:
            self.to_day(begin - timedelta(days=1))
            return
        later = [place for place, one in enumerate(self.lines[: self.at]) if one.day >= begin + _WEEK]
        if later:
            day = self.lines[later[-1]].day
            weeks = (day - begin).days // 7
            self.to_day(begin + _WEEK * (weeks + 1) - timedelta(days=1))

    def _reach(self, count: int) -> None:
        while len(self.lines) < count and not self._is_whole:
            self._read(max(_PAGE, count - len(self.lines)))

    def _read(self, count: int, back_to: date | None = None) -> None:
        if self._found is None:
            behind = self.lines[-1].uid if self.lines else None
            more = self._logbook.past_page(discarded=self._discarded, behind=behind, back_to=back_to, limit=count)
            self._is_whole = len(more) < count
        else:
            uids = self._found[len(self.lines) : len(self.lines) + count]
            more = self._logbook.past_lines(uids)
            self._is_whole = len(self.lines) + count >= len(self._found)
        self.lines.extend(more)
