"""Doubts: sets that may be a slip of the fingers. They are asked once; a second Enter logs them.

Each rule compares with the plan or, where there is none, with what the screen showed before anything was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.notation import amount_text, clock, load_text
from workout_tui.model.plan import SetKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_tui.model.entry.values import Context
    from workout_tui.model.load import Load
    from workout_tui.model.session import SetValues

_LIGHT_KINDS = {SetKind.WARMUP, SetKind.DROP}
_SETS_IN_FRONT = 10
"""The most sets that somebody would type in front of ×, as in 3x5."""
_HEAVY_KG = 500
"""More than anybody begins an exercise with."""


def doubts_about(values: SetValues, context: Context, front: int | None = None) -> Iterator[str]:
    """Why one set may be a slip.

    Args:
        values: the set.
        context: what its line was read against.
        front: the whole number that stood in front of × and was read as its load, if so. It may
            have been meant as a number of sets.
    """
    yield from _about_load(values, context, front)
    yield from _about_amount(values, context)


def doubts_about_count(count: int, open_sets: int | None) -> Iterator[str]:
    """Why a number of sets in one line may be a slip; `open_sets` None: there is no plan."""
    if open_sets is not None and count > open_sets + 2:
        yield f"{count} sets at once, {open_sets or 'none'} open"


def _about_load(values: SetValues, context: Context, front: int | None) -> Iterator[str]:
    load, plan = values.load, context.measure_of_slips.load
    if load is None or load.milli <= 0:
        return
    text = load_text(load, context.measure)
    sets = _sets_meant(values, context, front)
    if plan is not None and plan.milli > 0:
        if load.kg < 0.4 * plan.kg and values.kind not in _LIGHT_KINDS:
            yield f"{text} is far under {context.beside_name} ({_beside(plan, load, context)}){sets}"
    elif sets:
        yield f"{text}{sets}"
    yield from _over_best(load, text, context)


def _sets_meant(values: SetValues, context: Context, front: int | None) -> str:
    """The other reading of 3x5, as a question."""
    if front is None or not 2 <= front <= _SETS_IN_FRONT:
        return ""
    amount = amount_text(values, context.measure).replace(" ", "")
    if context.measure is Measure.WEIGHT and context.shown.load is None:
        return f" — {front} sets? {front}x{amount}@weight"
    return f" — {front} sets? x{amount}x{front}"


def _over_best(load: Load, text: str, context: Context) -> Iterator[str]:
    best, name = context.best, "your best"
    if best is None:
        best, name = context.measure_of_slips.load, context.beside_name
    if best is None or best.milli <= 0:
        if load.kg > _HEAVY_KG:
            yield f"{text} is a lot for a first time"
        return
    if load.kg > 1.3 * best.kg and load.to(load.unit) > best.to(load.unit) + 20:
        times = load.kg / best.kg
        yield f"{text} is {times:.{0 if times >= 10 else 1}f}× {name} ({_beside(best, load, context)})"


def _about_amount(values: SetValues, context: Context) -> Iterator[str]:
    reps, plan, name = values.reps, context.measure_of_slips, context.beside_name
    if reps is not None and plan.reps is not None and reps > 2 * plan.reps + 3:
        yield f"{reps} reps is far over {name} ({plan.reps})"
    if reps == 0:
        yield "0 reps logs a failed attempt"
    elif values.seconds == 0 or (values.distance is not None and values.distance.milli == 0):
        yield f"{amount_text(values, context.measure)} logs a failed attempt"
    elif context.measure is Measure.TIME and values.seconds and plan.seconds and values.seconds * 10 < plan.seconds:
        minutes = _minutes_meant(values.seconds, plan.seconds)
        yield f"{clock(values.seconds)} is far under {name} ({clock(plan.seconds)}){minutes}"


def _minutes_meant(seconds: int, plan: int) -> str:
    """The other reading of 5 where the plan is minutes long, as a question."""
    return f" — minutes? {seconds}min" if abs(seconds * 60 - plan) < plan - seconds else ""


def _beside(reference: Load, load: Load, context: Context) -> str:
    """A load to compare with, as short as it can be said beside the other."""
    if context.measure is Measure.BODYWEIGHT or reference.unit is not load.unit:
        return load_text(reference, context.measure)
    return reference.number
