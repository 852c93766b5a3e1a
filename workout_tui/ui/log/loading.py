"""What goes on the bar for the set that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.plates import load_bar

if TYPE_CHECKING:
    from workout_tui.model.load import Load
    from workout_tui.ui.log.look import Look


@dataclass(frozen=True, slots=True)
class BarView:
    """One side of the bar."""

    bar: Load
    side: tuple[Load, ...] = ()
    """the plates, heaviest first"""
    wanted: Load | None = None
    """the load that cannot be made; None when it can"""
    nearest: tuple[Load, ...] = ()
    """what can be made instead, the lighter one first"""

    @property
    def plates(self) -> str:
        """The plates in figures, ``25+15+1.25``; nothing for the bare bar."""
        return "+".join(plate.number for plate in self.side)


def loading(look: Look) -> BarView | None:
    """How the shown load goes on the bar; None when it is lifted with no bar, or in another unit than the bar."""
    shown, bar = look.shown, look.known.bar
    if shown is None or shown.load is None or bar is None:
        return None
    found = load_bar(shown.load, bar, look.known.plates)
    if found is None:
        return None
    if found.side is not None:
        return BarView(bar, found.side)
    nearest = tuple(load for load in (found.below, found.above) if load is not None)
    return BarView(bar, wanted=shown.load, nearest=nearest)
