"""Against sweaty fingers: what must not happen by a key pressed once too often.

Times are seconds of a monotonic clock.
"""

from __future__ import annotations

BARE_ENTER_S = 3.0
"""two sets cannot be logged as shown faster than this without a second thought"""
EMPTY_S = 0.5
"""how long the line must have been empty before ⌫ may mean a set"""


class SinceEmpty:
    """Knows since when the entry line has been empty."""

    def __init__(self) -> None:
        self._since = float("-inf")
        self._was_empty = True

    def typed(self, text: str, at: float) -> None:
        """The line now reads `text`."""
        if not text and not self._was_empty:
            self._since = at
        self._was_empty = not text

    def long_enough(self, at: float) -> bool:
        """Whether ⌫ can no longer be the end of rubbing out what was typed."""
        return self._was_empty and at - self._since >= EMPTY_S
