"""The best at each rep count, and what stands in its place where there are no reps to count."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.bouts import best_for, heaviest_at_each, most_at_loads
from workout_tui.model.exercise import Measure
from workout_tui.model.load import number
from workout_tui.model.notation import clock
from workout_tui.ui.presenters import amounts
from workout_tui.ui.text import count

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.model.bouts import Bout
    from workout_tui.ui.presenters.progress.told import Told

_FOREMOST = (1, 5, 3, 8, 10)
"""the rep counts to name first where there is no room for all"""
_MOST_REPS = 30


class BestRow(NamedTuple):
    """What was achieved, how much, and when first."""

    what: str
    amount: str
    day: date


def title(told: Told) -> str:
    """The head over the rows."""
    if told.terms.measure in {Measure.WEIGHT, Measure.BODYWEIGHT}:
        return "BEST AT EACH REP COUNT"
    return "LONGEST AT EACH LOAD" if told.terms.measure is Measure.TIME else "FARTHEST AT EACH LOAD"


def rows(told: Told, most: int) -> list[BestRow]:
    """At most so many of them."""
    if told.terms.measure in {Measure.WEIGHT, Measure.BODYWEIGHT}:
        return _by_reps(told, most)
    return [_at_load(told, bout) for bout in most_at_loads(told.past.bouts)[:most]]


def _by_reps(told: Told, most: int) -> list[BestRow]:
    """Each rep count at which there is a heaviest load, but where more reps were done with the same set."""
    heaviest = heaviest_at_each(told.past.bouts)
    best = {reps: bout for reps in range(1, _MOST_REPS + 1) if (bout := best_for(heaviest, reps))}
    own = [reps for reps, bout in best.items() if best.get(reps + 1) is not bout]
    kept = sorted(own, key=lambda reps: _FOREMOST.index(reps) if reps in _FOREMOST else _MOST_REPS + reps)[:most]
    return [BestRow(count(reps, "rep"), _load(told, best[reps]), best[reps].day) for reps in sorted(kept)]


def _load(told: Told, bout: Bout) -> str:
    load = amounts.load_number(bout.load, told.terms.measure, told.glyphs)
    return f"{load} {bout.load.unit}" if bout.load and bout.load.milli else load


def _at_load(told: Told, bout: Bout) -> BestRow:
    if told.terms.measure is Measure.TIME:
        done = clock(round(bout.most))
    else:
        done = f"{number(round(told.terms.amount(bout.most) * 1000))} {told.terms.distance_unit}"
    return BestRow(_load(told, bout) or "no load", done, bout.day)
