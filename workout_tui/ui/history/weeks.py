"""Which weeks the map shows, and the day its cursor is on. Knows no widget."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from workout_tui.errors import WorkoutError
from workout_tui.model.weeks import week_begin

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.overview import Day

_BESIDE = 6
"""weeks that stay in view beside a day that would else be at the edge"""
_WEEK = timedelta(days=7)


class Weeks:
    """A window of weeks over the days, moved so that the marked day stands in it."""

    def __init__(self, logbook: Logbook, today: date) -> None:
        self._logbook = logbook
        self._week_start = logbook.lifter.week_start
        self._last = week_begin(today, self._week_start)
        """the first day of the last week shown"""
        self._read: tuple[date, date] | None = None
        self._days: tuple[Day, ...] = ()
        self.today = today

    def begin(self, day: date) -> date:
        """The first day of a day's week."""
        return week_begin(day, self._week_start)

    def days(self, count: int, marked: date | None) -> tuple[Day, ...]:
        """The days of so many weeks, the marked one among them, up to today.

        It is asked while a frame is drawn, which cannot wait for the log: where that cannot be read just now, those
        read last stand on. What else asks the log says so.
        """
        if marked is not None:
            self._show(self.begin(marked), count)
        first = self._last - _WEEK * (count - 1)
        last = min(self._last + _WEEK - timedelta(days=1), self.today)
        if self._read != (first, last):
            with suppress(WorkoutError):
                self._read, self._days = (first, last), self._logbook.heat_between(first, last)
        return self._days

    def _show(self, week: date, count: int) -> None:
        this_week, room = self.begin(self.today), max(0, min(_BESIDE, count - 1))
        if week < self._last - _WEEK * (count - 1):
            self._last = min(this_week, week + _WEEK * (count - 1 - room))
        elif week > self._last:
            self._last = min(this_week, week + _WEEK * room)
