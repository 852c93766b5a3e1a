"""The rest between sets, as a wall-clock end kept in the log: a crash or a closed lid does not stop it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.errors import StoreUnavailable
from workout_tui.model.notation import clock as clock_text

if TYPE_CHECKING:
    from workout_tui.clock import Clock
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.lifter import Lifter
    from workout_tui.model.session import Session, SessionExercise

CALM_AFTER_S = 600
"""after so much overtime nobody is resting any more: no reason to shout"""


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest as it stands now."""

    left_s: int
    """seconds; below zero the overtime"""
    length_s: int

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return self.left_s <= 0

    @property
    def is_calm(self) -> bool:
        """Whether it was over so long ago that it is no news."""
        return self.left_s < -CALM_AFTER_S

    @property
    def text(self) -> str:
        """``1:42``, or the overtime, ``+0:24``."""
        return f"+{clock_text(-self.left_s)}" if self.is_over else clock_text(self.left_s)

    @property
    def share(self) -> float:
        """How much of it has passed, 0 to 1."""
        if self.is_over or self.length_s <= 0:
            return 1.0
        return min(1.0, max(0.0, 1 - self.left_s / self.length_s))


def at(ends_at: int | None, length_s: int | None, now: int) -> Rest | None:
    """The rest that ends at `ends_at`, seen at `now` (both UTC ms); None when none is running."""
    if ends_at is None:
        return None
    # Rounded up, so that 3:00 is shown for the whole first second and 0:00 means over.
    return Rest(-((now - ends_at) // 1000), length_s or 0)


def length(block: SessionExercise, lifter: Lifter) -> int:
    """Seconds to rest after a set of this exercise: the template's word, else the exercise's, else the lifter's."""
    return next(one for one in (block.rest_s, block.setting.rest_s, lifter.rest_s) if one is not None)


def moved(ends_at: int, length_s: int, by_s: int, now: int) -> tuple[int, int]:
    """End and length after [ or ]. An overtime begins anew from now; nothing goes below zero."""
    return max(now, max(ends_at, now) + by_s * 1000), max(0, length_s + by_s)


class Timer:
    """The rest of one session: begun, stopped and moved here, and kept in the log at once."""

    def __init__(self, logbook: Logbook, session: Session, clock: Clock) -> None:
        self._logbook = logbook
        self._clock = clock
        self.trouble = ""
        """why the last change could not be kept, in words; the timer runs all the same"""
        self.follow(session)
        # What ended while nobody looked is no news.
        self._rung_for = self._ends_at if (rest := self.rest) is not None and rest.is_over else None

    def follow(self, session: Session) -> None:
        """Take the rest as the log has it."""
        self._session_uid = session.uid
        self._ends_at, self._length_s = session.rest_ends_at, session.rest_s

    @property
    def rest(self) -> Rest | None:
        """The rest as it stands now; None when none is running."""
        return at(self._ends_at, self._length_s, self._clock.now())

    def begin(self, length_s: int) -> None:
        """Begin a rest; one of no length stops what is running."""
        self._keep(self._clock.now() + length_s * 1000 if length_s > 0 else None, length_s)

    def stop(self) -> None:
        """Stop what is running."""
        if self._ends_at is not None:
            self._keep(None, None)

    def shift(self, by_s: int) -> bool:
        """Make the running rest longer or shorter; False when none is running."""
        if self._ends_at is None:
            return False
        self._keep(*moved(self._ends_at, self._length_s or 0, by_s, self._clock.now()))
        return True

    def rings(self) -> bool:
        """Whether the rest has just come to its end: true once for each."""
        rest = self.rest
        if rest is None or not rest.is_over or self._rung_for == self._ends_at:
            return False
        self._rung_for = self._ends_at
        return True

    def _keep(self, ends_at: int | None, length_s: int | None) -> None:
        self._ends_at, self._length_s, self.trouble = ends_at, length_s, ""
        try:
            self._logbook.rest(self._session_uid, ends_at, length_s)
        except StoreUnavailable as error:
            self.trouble = f"the rest runs, but would not survive a crash: {error.message}"
