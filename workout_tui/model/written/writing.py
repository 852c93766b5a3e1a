"""What is written for an exercise of a template, as the line that says it."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, number
from workout_tui.model.notation import MARKS, clock, one_line, rpe_text
from workout_tui.model.plan import SetKind, Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.plan import Deload
    from workout_tui.model.written.values import Frame, Written

_REPPED = {Measure.WEIGHT, Measure.BODYWEIGHT}
_LETTER = {kind: letter for letter, kind in MARKS.items()}
_RPE_TOP = 10_000
"""up to here a number behind @ would be read as an RPE"""


def write(written: Written, frame: Frame) -> str:
    """The line that `read`, with the same frame, reads back."""
    parts = [sets(written.targets, frame)]
    if written.rest_s is not None:
        parts.append(f"r{clock(written.rest_s)}" if written.rest_s % 60 == 0 else f"r{written.rest_s}")
    if written.step is not None:
        parts.append(f"+{_load(written.step, frame)}")
    if written.deload is not None:
        parts.append(_deload(written.deload))
    if written.training_max is not None:
        parts.append(f"tm{_load(written.training_max, frame)}")
    if written.superset:
        parts.append(f"g{written.superset}")
    if written.note:
        parts.append(f"#{one_line(written.note)}")
    return " ".join(part for part in parts if part)


def sets(targets: Sequence[Target], frame: Frame) -> str:
    """The sets alone: ``3x5@100, 1x8@90``."""
    return ", ".join(
        f"{amounts}{_tail(tail, frame)}"
        for tail, run in groupby(targets, lambda one: _without_amount(one, frame))
        for amounts in _amounts(list(run), frame)
    )


def _without_amount(target: Target, frame: Frame) -> Target:
    """What stands behind the amounts; “5+” says by itself that it goes to failure."""
    kind = SetKind.WORK if _is_or_more(target, frame) else target.kind
    return replace(target, reps_lo=None, reps_hi=None, seconds=None, distance=None, kind=kind)


def _is_or_more(target: Target, frame: Frame) -> bool:
    return target.kind is SetKind.FAILURE and frame.measure in _REPPED and target.reps_lo is not None


def _amounts(run: Sequence[Target], frame: Frame) -> list[str]:
    """Sets that differ in their amounts alone: ``3x5``, or ``12/10/8``, or several such."""
    counted = [(len(list(same)), amount) for amount, same in groupby(_amount(target, frame) for target in run)]
    if len(counted) > 1 and all(count == 1 and amount for count, amount in counted) and len(counted) <= 20:
        return ["/".join(amount for _, amount in counted)]
    return [f"{part}x{amount}" for count, amount in counted for part in [20] * (count // 20) + [count % 20] if part]


def _amount(target: Target, frame: Frame) -> str:
    if frame.measure in _REPPED:
        if target.reps_lo is None:
            return ""
        ranged = target.reps_hi is not None and target.reps_hi != target.reps_lo
        reps = f"{target.reps_lo}-{target.reps_hi}" if ranged else str(target.reps_lo)
        return f"{reps}+" if _is_or_more(target, frame) else reps
    parts = []
    if target.distance is not None:
        far = target.distance
        parts.append(far.number + str(far.unit))
    if target.seconds is not None:
        parts.append(clock(target.seconds))
    return " ".join(parts)


def _tail(target: Target, frame: Frame) -> str:
    text = f"@{number(target.percent10 * 100)}%" if target.percent10 is not None else ""
    if target.load is not None:
        text = f"@{_signed(target.load, frame)}"
    if target.rpe10 is not None:
        text += f" rpe{rpe_text(target.rpe10)}"
    return text + (f" {_LETTER[target.kind]}" if target.kind is not SetKind.WORK else "")


def _signed(load: Load, frame: Frame) -> str:
    if frame.measure is Measure.BODYWEIGHT:
        if not load.milli and load.unit is frame.unit:
            return "bw"
        return f"{'-' if load.milli < 0 else '+'}{_load(Load(abs(load.milli), load.unit), frame)}"
    plain = _load(load, frame)
    return plain if load.milli > _RPE_TOP or plain != load.number else f"{plain}{load.unit}"


def _load(load: Load, frame: Frame) -> str:
    return load.number + ("" if load.unit is frame.unit else str(load.unit))


def _deload(deload: Deload) -> str:
    return f"-{deload.percent}%" + (f"x{deload.after}" if deload.after != 3 else "")
