"""Everything Finish is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workout_tui.model.load import Unit
    from workout_tui.model.overview import Summary
    from workout_tui.sync.state import SyncState
    from workout_tui.ui.glyphs import Glyphs


@dataclass(frozen=True, slots=True)
class FinishView:
    """Everything Finish is drawn from."""

    summary: Summary
    unit: Unit
    glyphs: Glyphs
    tall: bool = False
    wide: bool = False
    big: bool = True
    targets: bool = False
    """whether the next targets stand in the place of the table"""
    end_now: bool = False
    """whether the session ends now although its last set was long ago"""
    now: int = 0
    sync: SyncState | None = None
    """where the copy in the sheet stands; None: there is no sheet"""
    said: tuple[str, str] | None = None
    """a colour token and a message"""

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to save."""
        return not any(row.performed for one in self.summary.exercises for row in one.rows)
