"""What was done of an exercise, session by session and load by load, and what of it was usual or the most."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from statistics import median_low
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.bests import beats

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from workout_tui.model.load import Load

_USUAL_SESSIONS = 12
"""how many of the last sessions say what is usual"""


class Timed(NamedTuple):
    """A set with a distance and its time."""

    metres: float
    seconds: float


class Bout(NamedTuple):
    """The sets that count of one exercise in one session at one load."""

    session: int
    """the same for all of a session"""
    day: date
    load: Load | None
    most: float
    """the most reps, seconds or metres of one set"""
    estimable: int | None
    """the most reps that an estimate can be made from; None: all were more"""
    total: float
    """reps, seconds or metres of them all"""
    bodyweight: Load | None = None
    """what the lifter weighed, when it is known"""
    timed: tuple[Timed, ...] = ()
    """the sets of which both distance and time are known"""

    @property
    def kg(self) -> float:
        """The load in kilograms, to compare; 0 for none."""
        return self.load.kg if self.load else 0.0


def loads(bouts: Iterable[Bout]) -> tuple[Load | None, ...]:
    """Every load ever lifted, lightest first; loads that are one but for a conversion are one."""
    ladder = {round(bout.kg, 7): bout.load for bout in bouts}
    return tuple(ladder[kg] for kg in sorted(ladder))


def usual_load(bouts: Sequence[Bout]) -> Load | None:
    """The load of most of the last sessions, of equals the heaviest: at which one asks for reps."""
    sessions = sorted({bout.session: place for place, bout in enumerate(bouts)}.values())
    recent = bouts[sessions[-_USUAL_SESSIONS - 1] + 1 if len(sessions) > _USUAL_SESSIONS else 0 :]
    often = Counter(round(bout.kg, 7) for bout in recent)
    wanted = max(often, key=lambda kg: (often[kg], kg), default=None)
    return next((bout.load for bout in reversed(recent) if round(bout.kg, 7) == wanted), None)


def usual_distance(bouts: Iterable[Bout]) -> float:
    """The metres over which one asks for a pace: of the last sessions with a time, the middle one's farthest set."""
    sessions = groupby((bout for bout in bouts if bout.timed), key=lambda bout: bout.session)
    farthest = [max(one.metres for bout in some for one in bout.timed) for _, some in sessions]
    return median_low(farthest[-_USUAL_SESSIONS:]) if farthest else 0.0


def best_for(bouts: Iterable[Bout], reps: float) -> Bout | None:
    """The heaviest load with which at least this much was done, and the first time it was."""
    return max((bout for bout in bouts if bout.most >= reps), key=lambda bout: bout.kg, default=None)


def heaviest_at_each(bouts: Iterable[Bout]) -> tuple[Bout, ...]:
    """The heaviest load for each amount that was ever the most, and the first time it was: all that `best_for` needs.

    They are in the order in which they were done.
    """
    heaviest: dict[float, Bout] = {}
    for bout in bouts:
        here = heaviest.get(bout.most)
        if here is None or bout.kg > here.kg:
            heaviest.pop(bout.most, None)  # it comes last again
            heaviest[bout.most] = bout
    return tuple(heaviest.values())


def most_at_loads(bouts: Iterable[Bout]) -> tuple[Bout, ...]:
    """The most that was done at each load, heaviest first, and the first time it was."""
    most: dict[float, Bout] = {}
    for bout in bouts:
        here = most.setdefault(round(bout.kg, 7), bout)
        if beats(bout.most, here.most):
            most[round(bout.kg, 7)] = bout
    return tuple(most[kg] for kg in sorted(most, reverse=True))
