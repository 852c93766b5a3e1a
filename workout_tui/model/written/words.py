"""What is written for an exercise of a template, in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import number
from workout_tui.model.notation import clock, load_text, rpe_text
from workout_tui.model.plan import SetKind

if TYPE_CHECKING:
    from workout_tui.model.load import Load
    from workout_tui.model.plan import Target
    from workout_tui.model.written.values import Frame, Written

_KIND = {SetKind.WARMUP: " warm-up", SetKind.DROP: " drop"}


def describe(written: Written, frame: Frame) -> str:
    """The whole line: “3 sets of 5 at 102.5 kg, rest 3:00, +2.5 kg after all reps made”."""
    parts = [text for _, run in groupby(written.targets, _without_amount) for text in _blocks(list(run), frame)]
    parts = parts or ["sets as last time"]
    if written.rest_s is not None:
        parts.append(f"rest {clock(written.rest_s)}")
    if written.step is not None:
        parts.append(f"+{written.step} {_when_earned(written.targets, frame)}")
    if written.deload is not None:
        times = "1 miss" if written.deload.after == 1 else f"{written.deload.after} misses in a row"
        parts.append(f"−{written.deload.percent} % after {times}")
    if written.training_max is not None:
        parts.append(f"training max {written.training_max}")
    if written.superset:
        parts.append(f"superset {written.superset}")
    if written.note:
        parts.append(f"“{written.note}”")
    return ", ".join(parts)


def _when_earned(targets: tuple[Target, ...], frame: Frame) -> str:
    """When the step is added: “after all reps made”, “at the top of the range”, “in a new run”."""
    if any(target.percent10 is not None for target in targets):
        return "on the training max in a new run" if frame.has_runs else "in programs only, here by tm"
    if any(target.reps_lo != target.reps_hi for target in targets):
        return "at the top of the range"
    return "after all reps made" if frame.measure in {Measure.WEIGHT, Measure.BODYWEIGHT} else "when all was made"


def _blocks(run: list[Target], frame: Frame) -> list[str]:
    """Sets that differ in their amounts alone: one of each is told in one breath."""
    counted = [(len(list(same)), amount) for amount, same in groupby(_amount(target) for target in run)]
    tail = _tail(run[0], frame)
    kind = _KIND.get(run[0].kind, "")
    if len(counted) > 1 and all(count == 1 for count, _ in counted):
        return [f"{len(counted)}{kind} sets of {', '.join(amount or 'any' for _, amount in counted)}{tail}"]
    return [
        f"{count}{kind} {'set' if count == 1 else 'sets'}{f' of {amount}' if amount else ''}{tail}"
        for count, amount in counted
    ]


def _tail(target: Target, frame: Frame) -> str:
    text = ""
    if target.kind is SetKind.FAILURE:
        text = " or more" if target.reps_lo is not None else " to failure"
    if target.percent10 is not None:
        text += f" at {number(target.percent10 * 100)} %"
    elif target.load is not None:
        text += f" at {_load(target.load, frame)}"
    return text + (f" @{rpe_text(target.rpe10)}" if target.rpe10 is not None else "")


def _without_amount(target: Target) -> Target:
    return replace(target, reps_lo=None, reps_hi=None, seconds=None, distance=None)


def _amount(target: Target) -> str:
    if target.reps_lo is not None:
        ranged = target.reps_hi != target.reps_lo
        return f"{target.reps_lo}–{target.reps_hi}" if ranged else str(target.reps_lo)
    parts = [str(target.distance)] if target.distance is not None else []
    return " ".join([*parts, *([clock(target.seconds)] if target.seconds is not None else [])])


def _load(load: Load, frame: Frame) -> str:
    return load_text(load, frame.measure) if load.milli or frame.measure is not Measure.BODYWEIGHT else "bodyweight"
