"""Warm-up sets from the empty bar up to the working load.

The share of the working load goes up and the reps go down. Near each share the load is taken that needs
the fewest plates to be put on or taken off, and only loads that the lifter's own bar and plates can make.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.load import Load
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.plates import loadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.plates import Rack

    Rung = tuple[Load, tuple[Load, ...]]
    """a load, and the plates of one side that make it"""

_BAR_REPS = 10
_SHARES = ((45, 5), (65, 3), (85, 2))
"""hundredths of the working load, and reps"""
_WITHOUT_BAR = ((50, 8), (75, 4))
_ABOUT = 5
"""how far from its share a load may lie for the sake of fewer plates, in hundredths of the working load"""
_LEAST_JUMP = 10
"""what lies between two warm-ups, and before the working load, at least"""


def ramp(work: Load, rack: Rack) -> tuple[Target, ...]:
    """The warm-up sets for a working load; none when it is so light that there is nothing to climb."""
    if rack.bar is None or rack.bar.unit is not work.unit:
        return _ramp_in_steps(work, rack)
    rungs = [one for one in loadable(rack.bar, rack.plates) if one[0].milli <= work.milli]
    if not rungs or not _is_jump(rungs[0][0], work, work):
        return ()
    at, sets = rungs[0], [_warm_up(rungs[0][0], _BAR_REPS)]
    for share, reps in _SHARES:
        found = _easiest(rungs, at, work, share)
        if found is not None:
            at = found
            sets.append(_warm_up(found[0], reps))
    return tuple(sets)


def changes(before: Sequence[Load], after: Sequence[Load]) -> int:
    """How many plates of one side are taken off or put on; the outer ones come off first."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    return len(before) + len(after) - 2 * same


def _easiest(rungs: Sequence[Rung], at: Rung, work: Load, share: int) -> Rung | None:
    near = [
        one
        for one in rungs
        if abs(one[0].milli * 100 - share * work.milli) <= _ABOUT * work.milli
        and _is_jump(at[0], one[0], work)
        and _is_jump(one[0], work, work)
    ]
    return min(
        near,
        key=lambda one: (changes(at[1], one[1]), abs(one[0].milli * 100 - share * work.milli)),
        default=None,
    )


def _ramp_in_steps(work: Load, rack: Rack) -> tuple[Target, ...]:
    sets: list[Target] = []
    before = Load(0, work.unit)
    for share, reps in _WITHOUT_BAR:
        load = rack.nearest(Load(work.milli * share // 100, work.unit))
        if load.milli > 0 and _is_jump(before, load, work) and _is_jump(load, work, work):
            sets.append(_warm_up(load, reps))
            before = load
    return tuple(sets)


def _is_jump(low: Load, high: Load, work: Load) -> bool:
    return (high.milli - low.milli) * 100 >= _LEAST_JUMP * work.milli


def _warm_up(load: Load, reps: int) -> Target:
    return Target(reps, reps, load, kind=SetKind.WARMUP)
