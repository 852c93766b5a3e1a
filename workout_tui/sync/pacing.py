"""When a sheet is looked at again: pure, in seconds of a clock that never goes back.

Nothing is ever parked or given up. What fails by itself is tried again after a time drawn by chance from a range
that doubles to an hour, so that many laptops do not knock in step; being offline is no failed attempt; what only
the lifter can mend is tried every hour, and at once when they ask.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.sync.state import Phase

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from workout_tui.sync.state import Told

PERIOD_S = 300.0
LONGEST_S = 3600.0
_FIRST_S = 15.0
_LEAST_S = 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a turn at one sheet came to."""

    phase: Phase
    problem: Told | None = None
    failed: bool = False
    """whether it was a failed attempt that may go better by itself"""
    not_before_s: float = 0.0
    """seconds that the server asked to wait"""
    again_in_s: float | None = None
    """when there will be something to do, as far as is known"""


@dataclass(frozen=True, slots=True)
class _Appointment:
    due_at: float
    phase: Phase
    failures: int = 0


class Rota:
    """The appointments with each sheet.

    Args:
        chance: draws the waits.
    """

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._appointments: dict[int, _Appointment] = {}

    def keep(self, sheet_id: int, outcome: Outcome, now: float) -> float:
        """Make the next appointment with a sheet; returns in how many seconds."""
        before = self._appointments.get(sheet_id)
        failures = (before.failures if before else 0) + 1 if outcome.failed else 0
        wait = max(self._wait(outcome, failures), outcome.not_before_s)
        self._appointments[sheet_id] = _Appointment(now + wait, outcome.phase, failures)
        return wait

    def ready(self, sheet_id: int, now: float, *, woken: bool = False) -> bool:
        """Whether a sheet's turn has come; something new to send brings it forward where nothing stands against it."""
        known = self._appointments.get(sheet_id)
        return known is None or known.due_at <= now or (woken and _is_free(known))

    def forget(self) -> None:
        """Every sheet's turn is now."""
        self._appointments.clear()

    def connected_anew(self, sheet_id: int) -> None:
        """It is this sheet's turn: whatever stood against it may be mended."""
        self._appointments.pop(sheet_id, None)

    def network_is_back(self) -> None:
        """It is the turn of those that were offline."""
        for sheet_id, one in self._appointments.items():
            if one.phase is Phase.OFFLINE:
                self._appointments[sheet_id] = replace(one, due_at=0.0)

    @property
    def any_offline(self) -> bool:
        """Whether a sheet waits for the network."""
        return any(one.phase is Phase.OFFLINE for one in self._appointments.values())

    def wait(self, now: float, sheet_ids: Iterable[int]) -> float:
        """Seconds until the next turn of one of these sheets."""
        waits = [one.due_at - now for sheet_id in sheet_ids if (one := self._appointments.get(sheet_id))]
        return max(0.0, min([PERIOD_S, *waits]))

    def _wait(self, outcome: Outcome, failures: int) -> float:
        if outcome.failed:
            longest = min(LONGEST_S, _FIRST_S * 2 ** min(failures, 12))
            return max(_LEAST_S, self._chance.uniform(0, longest))
        if outcome.phase is Phase.NEEDS_USER:
            return LONGEST_S
        return PERIOD_S if outcome.again_in_s is None else min(PERIOD_S, outcome.again_in_s)


def _is_free(one: _Appointment) -> bool:
    return not one.failures and one.phase in {Phase.IDLE, Phase.CHECKING}
