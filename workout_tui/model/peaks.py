"""A long history folded at once: the peaks of its sessions, one for each load, are all its bests need.

What the store adds up in one query need not become a value for each set: ten times as fast as
`Bests.of`, and the same.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.bests import Best, Bests, Rung, beats, plus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from workout_tui.model.exercise import Measure
    from workout_tui.model.load import Load


class Peak(NamedTuple):
    """The sets that count of one exercise in one session at one load."""

    session: int
    """the same for all of a session"""
    day: date
    load: Load | None
    kg: float
    """the load in kilograms; 0 for none"""
    most: float
    """the most reps, seconds or metres"""
    e1rm_kg: float | None
    """the highest estimate among them"""
    volume_kg: float | None
    """all of them together; None: not known, or there is no such sum"""


def bests_of(measure: Measure, peaks: Iterable[Peak]) -> Bests:
    """The bests of earlier sessions. `peaks` are session by session, oldest first."""
    weight = e1rm = volume = None
    rungs: dict[float, Rung] = {}
    sessions = 0
    for _, of_session in groupby(peaks, key=lambda peak: peak.session):
        total: float | None = 0.0
        for peak in of_session:
            weight = _better(weight, peak.kg, peak.day, sessions)
            e1rm = _better(e1rm, peak.e1rm_kg, peak.day, sessions)
            total = plus(total, peak.volume_kg)
            _climb(rungs, peak, sessions)
        volume = _better(volume, total, peak.day, sessions)
        sessions += 1
    ladder = tuple(sorted(rungs.values(), key=lambda rung: rung.kg))
    return Bests(measure, sessions, weight, e1rm, volume, ladder)


def _better(best: Best | None, value: float | None, day: date, sessions: int) -> Best | None:
    if value is None or (best is not None and not beats(value, best.value)):
        return best
    return Best(value, day, sessions if best is None else best.since)


def _climb(rungs: dict[float, Rung], peak: Peak, sessions: int) -> None:
    key = round(peak.kg, 7)  # the noise of a conversion does not make another load
    here = rungs.get(key)
    if here is None:
        rungs[key] = Rung(peak.kg, peak.load, peak.most, peak.day, sessions)
    elif beats(peak.most, here.most):
        rungs[key] = Rung(here.kg, peak.load, peak.most, peak.day, here.since)
