"""The bests of one exercise: all there is to beat.

A compact value built from the past, session by session, and from the sets of the running one.
"""

from __future__ import annotations

from bisect import bisect_left
from math import isclose
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.load import KG_PER_LB, Unit
from workout_tui.model.strength import amount, counts, load_kg, set_e1rm, volume

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from workout_tui.model.exercise import Measure
    from workout_tui.model.load import Load
    from workout_tui.model.session import PastExercise, SetValues

KG_PER = {Unit.KG: 1.0, Unit.LB: KG_PER_LB}
"""kilograms in one unit of load"""
_NOISE_KG = 1e-5
"""far more than a conversion loses, far less than two loads differ by"""


class Best(NamedTuple):
    """The best so far, in kilograms, and the day it was made."""

    value: float
    day: date
    since: int
    """how many sessions were finished when there first was one; what began today cannot be beaten today"""


class Rung(NamedTuple):
    """The most that was done at one load: reps, seconds or metres."""

    kg: float
    load: Load | None
    most: float
    day: date
    since: int


class Bests(NamedTuple):
    """All there is to beat in one exercise."""

    measure: Measure
    sessions: int = 0
    """the finished sessions in which something counted"""
    weight: Best | None = None
    e1rm: Best | None = None
    volume: Best | None = None
    rungs: tuple[Rung, ...] = ()
    """one for each load ever lifted, lightest first"""
    so_far: float | None = 0.0
    """the volume of the session under way; None: unknown"""

    @classmethod
    def of(cls, measure: Measure, history: Iterable[PastExercise]) -> Bests:
        """The bests of earlier sessions, oldest first."""
        bests = cls(measure)
        for past in history:
            bests = bests.and_session(past)
        return bests

    def and_session(self, past: PastExercise) -> Bests:
        """These bests after one more finished session."""
        counting = [values for values in past.sets if counts(self.measure, values)]
        if not counting:
            return self
        bests = self
        for values in counting:
            bests = bests._raised(values, past.day)
        total = self._better(self.volume, volume(self.measure, counting, past.bodyweight), past.day)
        return bests._replace(sessions=self.sessions + 1, volume=total, so_far=0.0)

    def and_set(self, values: SetValues, day: date, bodyweight: Load | None = None) -> Bests:
        """These bests after one more set of the session under way."""
        if not counts(self.measure, values):
            return self
        so_far = plus(self.so_far, volume(self.measure, [values], bodyweight))
        return self._raised(values, day)._replace(so_far=so_far)

    def most_at(self, kg: float) -> Rung | None:
        """The most ever done at a load or heavier; None for a load not lifted before today."""
        here = self._rung(kg)
        if here is None or here.since >= self.sessions:
            return None
        return max(self.rungs[self.rungs.index(here) :], key=lambda rung: rung.most)

    def beaten(self, best: Best | None, value: float) -> Best | None:
        """The best, if it stood before today and `value` is strictly more."""
        return best if best and best.since < self.sessions and beats(value, best.value) else None

    def _raised(self, values: SetValues, day: date) -> Bests:
        """These bests with a set that counts among them; the very same when it beats nothing."""
        weight = self._better(self.weight, load_kg(values), day)
        estimate = self._better(self.e1rm, e1rm_kg(self.measure, values), day)
        rungs = self._climbed(values, day)
        if weight is self.weight and estimate is self.e1rm and rungs is self.rungs:
            return self
        return self._replace(weight=weight, e1rm=estimate, rungs=rungs)

    def _climbed(self, values: SetValues, day: date) -> tuple[Rung, ...]:
        """The rungs with this set among them."""
        kg, done = load_kg(values), amount(self.measure, values)
        here = self._rung(kg)
        if here is not None and not beats(done, here.most):
            return self.rungs
        since = self.sessions if here is None else here.since
        others = [rung for rung in self.rungs if rung is not here]
        return tuple(sorted([*others, Rung(kg, values.load, done, day, since)], key=lambda rung: rung.kg))

    def _rung(self, kg: float) -> Rung | None:
        """The rung at a load, if it was ever lifted."""
        place = bisect_left(self.rungs, kg - _NOISE_KG, key=lambda rung: rung.kg)
        return next((rung for rung in self.rungs[place : place + 2] if same(rung.kg, kg)), None)

    def _better(self, best: Best | None, value: float | None, day: date) -> Best | None:
        """The better of the best so far and a new value; the older one of equals."""
        if value is None or (best is not None and not beats(value, best.value)):
            return best
        return Best(value, day, self.sessions if best is None else best.since)


def e1rm_kg(measure: Measure, values: SetValues) -> float | None:
    """The estimate from one set in kilograms."""
    estimate = set_e1rm(measure, values)
    return None if estimate is None or values.load is None else estimate * KG_PER[values.load.unit]


def plus(total: float | None, more: float | None) -> float | None:
    """The sum; unknown as soon as a part of it is."""
    return None if total is None or more is None else total + more


def same(one: float, other: float) -> bool:
    """Equal but for the noise of a conversion."""
    return isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def beats(new: float, old: float) -> bool:
    """Strictly greater, by more than the noise of a conversion."""
    return new > old and not same(new, old)
