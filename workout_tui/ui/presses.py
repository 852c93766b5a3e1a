"""Keys that bounce and keys that are held: both count once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workout_tui.clock import Clock

BOUNCE_S = 0.15


class Presses:
    """Tells a press from its repeats. Ask for every press of a key, also for those that do nothing."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last: tuple[str, float] | None = None

    def is_repeat(self, key: str) -> bool:
        """Whether this press of `key` follows the one before so fast that no finger meant it."""
        now = self._clock.monotonic()
        before, self._last = self._last, (key, now)
        return before is not None and before[0] == key and now - before[1] < BOUNCE_S

    def forget(self) -> None:
        """Take what comes next for a press, whatever came before it."""
        self._last = None
