"""Which plates go on each side, from the lifter's own bar and plates.

The search is exact, in integer thousandths: with a limited number of pairs, taking the largest
plate first can miss a load that can be made.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.load import Load

if TYPE_CHECKING:
    from collections.abc import Iterable


class Inventory(NamedTuple):
    """The bars and plates a lifter has in one unit."""

    bars: tuple[Load, ...] = ()
    """the usual one first"""
    plates: tuple[tuple[Load, int], ...] = ()
    """each size with its pairs; a pair puts one plate on each side"""


class Loading(NamedTuple):
    """How a load goes on the bar, or how near one can come."""

    side: tuple[Load, ...] | None
    """the plates of one side, heaviest first; none for the bare bar; None when it cannot be made"""
    below: Load | None
    """the heaviest load that can be made and is not above the one asked for; None below the bar"""
    above: Load | None
    """the lightest one not below it; None when the plates do not suffice"""


def load_bar(load: Load, bar: Load, plates: Iterable[tuple[Load, int]]) -> Loading | None:
    """The plates for `load` on `bar`: as few as possible, then the heaviest.

    None when the load is in another unit than the bar: nothing is converted. Plates in another
    unit stay on the floor for the same reason.
    """
    if load.unit is not bar.unit:
        return None
    sides = _sides_of(bar, plates)
    totals = [bar.milli + 2 * weight for weight, _ in sides]
    place = bisect_left(totals, load.milli)
    if place < len(totals) and totals[place] == load.milli:
        return Loading(tuple(Load(milli, bar.unit) for milli in sides[place][1]), load, load)
    below = Load(totals[place - 1], bar.unit) if place else None
    return Loading(None, below, Load(totals[place], bar.unit) if place < len(totals) else None)


def loadable(bar: Load, plates: Iterable[tuple[Load, int]]) -> list[tuple[Load, tuple[Load, ...]]]:
    """Every load that can be made on `bar`, the lightest first, with the plates of one side."""
    return [
        (Load(bar.milli + 2 * weight, bar.unit), tuple(Load(one, bar.unit) for one in side))
        for weight, side in _sides_of(bar, plates)
    ]


def _sides_of(bar: Load, plates: Iterable[tuple[Load, int]]) -> list[tuple[int, tuple[int, ...]]]:
    usable = ((plate.milli, pairs) for plate, pairs in plates if plate.unit is bar.unit and plate.milli > 0)
    return _sides(tuple(sorted(usable, reverse=True)))


class Rack(NamedTuple):
    """The loads an exercise can have: what goes on its bar, or else whole steps."""

    step: Load
    bar: Load | None = None
    """None: no bar to put plates on"""
    plates: tuple[tuple[Load, int], ...] = ()

    def nearest(self, load: Load) -> Load:
        """The load nearest to `load` that can be had, the lighter of two; in another unit, `load` itself."""
        if self.bar is not None and load.unit is self.bar.unit:
            found = load_bar(load, self.bar, self.plates)
            near = [one for one in (found.below, found.above) if one] if found else []
            return min(near, key=lambda one: abs(one.milli - load.milli), default=load)
        if self.step.unit is not load.unit:
            return load
        steps = -(-(2 * load.milli - self.step.milli) // (2 * self.step.milli))
        return Load(steps * self.step.milli, load.unit)


@lru_cache(maxsize=16)
def _sides(plates: tuple[tuple[int, int], ...]) -> list[tuple[int, tuple[int, ...]]]:
    """Every weight one side can have, lightest first, with the best plates for it."""
    best: dict[int, tuple[int, ...]] = {0: ()}
    for milli, pairs in plates:
        reached = best.copy()
        for weight, side in best.items():
            for count in range(1, pairs + 1):
                new, more = weight + count * milli, (*side, *(milli,) * count)
                if new not in reached or _is_better(more, reached[new]):
                    reached[new] = more
        best = reached
    return sorted(best.items())


def _is_better(side: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Fewer plates, then the heavier ones first."""
    return len(side) < len(other) or (len(side) == len(other) and side > other)
