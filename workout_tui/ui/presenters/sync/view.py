"""Everything the Sync screen is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.sync.state import Phase, SyncState
from workout_tui.ui.presenters import when

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from workout_tui.sync.overview import Review, SyncPage
    from workout_tui.sync.standing import Standing
    from workout_tui.ui.glyphs import Glyphs

_WEEK = 6
"""days back that are named by their weekday"""


@dataclass(frozen=True, slots=True)
class SyncView:
    """Everything the Sync screen is drawn from."""

    page: SyncPage
    told: SyncState
    """as the thread told it last"""
    standing: Standing
    marked: int
    """the place of the marked review"""
    now: int
    """UTC milliseconds"""
    today: date
    offset: Callable[[int], int]
    """minutes east of UTC at a moment"""
    glyphs: Glyphs
    wide: bool = False
    tall: bool = False
    read_only: bool = False

    @property
    def state(self) -> SyncState:
        """Where it stands; until the thread has told, what the log knows of it."""
        if self.page.sheet is None:  # the thread has perhaps yet to hear that it was left
            return SyncState()
        if self.told.phase is not Phase.NO_SHEET:
            return self.told
        undecided = sum(not one.choice for one in self.page.reviews)
        return self.told._replace(phase=Phase.IDLE, waiting=self.page.waiting_count, reviews=undecided)

    @property
    def review(self) -> Review | None:
        """The marked one."""
        return self.page.reviews[self.marked] if self.marked < len(self.page.reviews) else None

    def key(self, name: str, comes_with: str) -> str:
        """How the key of one of the screen's commands is written."""
        return self.glyphs.key(f"sync.{name}", comes_with)

    def stamp(self, at: int) -> str:
        """When something was: ``18:34``, ``Sat 12:04``, ``3 Sep 12:04``."""
        offset = self.offset(at)
        day, time = when.day_of(at, offset), when.clock(at, offset)
        if day == self.today:
            return time
        is_near = 0 < (self.today - day).days <= _WEEK
        return f"{when.weekday(day) if is_near else when.short(day, self.today)} {time}"
