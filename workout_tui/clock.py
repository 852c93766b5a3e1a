"""Time and chance, passed in at the composition root so that tests can turn them."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Where the program learns what time it is."""

    def now(self) -> int:
        """UTC milliseconds since 1970; may jump when the user sets the clock."""
        ...

    def utc_offset_min(self, at: int) -> int:
        """Minutes east of UTC at `at` (UTC milliseconds) where the laptop is now."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back, to measure durations."""
        ...


class SystemClock:
    """The laptop's own clock."""

    def now(self) -> int:
        """UTC milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def utc_offset_min(self, at: int) -> int:
        """Minutes east of UTC at `at`, by the laptop's time zone."""
        offset = datetime.fromtimestamp(at / 1000, UTC).astimezone().utcoffset()
        assert offset is not None
        return int(offset.total_seconds() // 60)

    def monotonic(self) -> float:
        """Seconds since some fixed moment."""
        return time.monotonic()


class Uids:
    """Makes public identities: UUID version 7 (RFC 9562, 5.7) from a clock and chance."""

    def __init__(self, clock: Clock, chance: random.Random | None = None) -> None:
        self._clock = clock
        self._chance = chance or random.SystemRandom()

    def new(self) -> str:
        """A new uid, 36 characters. Unique, not ordered: never sort by it."""
        value = (self._clock.now() & (1 << 48) - 1) << 80 | self._chance.getrandbits(80)
        value = value & ~(0xF << 76) | 7 << 76
        value = value & ~(0x3 << 62) | 0x2 << 62
        text = f"{value:032x}"
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
