"""A bar on the terminal for what takes longer than a second; what is quicker shows none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self, TextIO

    from workout_tui.clock import Clock

_PATIENCE_S = 1.0
_EVERY_S = 0.1
_WIDTH = 30


class Progress:
    """Counts up to a total on one line, which is gone at the end.

    Args:
        out: where to; only a terminal gets the bar.
        clock: tells when a second is over.
        noun: what it counts.
    """

    def __init__(self, out: TextIO, clock: Clock, noun: str) -> None:
        self._out = out
        self._clock = clock
        self._noun = noun
        self._shows = out.isatty()
        self._next = clock.monotonic() + _PATIENCE_S
        self._last = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._last:
            self._out.write(f"\r{' ' * len(self._last)}\r")
            self._out.flush()

    def __call__(self, number: int, total: int) -> None:
        """So many are done."""
        if not self._shows or self._clock.monotonic() < self._next:
            return
        self._next = self._clock.monotonic() + _EVERY_S
        filled = min(_WIDTH, _WIDTH * number // max(total, 1))
        self._last = f"{'#' * filled}{'.' * (_WIDTH - filled)} {number:,} of {total:,} {self._noun}"
        self._out.write(f"\r{self._last}")
        self._out.flush()
