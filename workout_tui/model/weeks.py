"""Where a week begins, by the day a lifter lets it begin on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def week_begin(day: date, week_start: int) -> date:
    """The first day of the week that `day` lies in, by the lifter's first weekday (1 is Monday)."""
    return day - timedelta(days=(day.isoweekday() - week_start) % 7)
