"""How sets are printed, for reading."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, number
from workout_tui.model.plan import SetKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.session import SetValues

MARKS: dict[str, SetKind] = {"w": SetKind.WARMUP, "d": SetKind.DROP, "f": SetKind.FAILURE}
"""The letters that mark a set, as typed after it."""

_KIND_WORD = {SetKind.WARMUP: "warm-up", SetKind.DROP: "drop", SetKind.FAILURE: "to failure"}


def clock(seconds: int) -> str:
    """A duration as ``1:30`` or ``1:05:00``."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def rpe_text(rpe10: int) -> str:
    """An effort in tenths as ``8`` or ``8.5``."""
    return number(rpe10 * 100)


def one_line(text: str) -> str:
    """A note as one line can hold it: control characters become spaces, broken characters go."""
    kinds = ((char, unicodedata.category(char)) for char in text)
    return "".join(" " if kind in {"Cc", "Zl", "Zp"} else char for char, kind in kinds if kind != "Cs").strip()


def load_text(load: Load | None, measure: Measure) -> str:
    """A load as the measure speaks of it: ``100 kg``, ``BW+20 kg``, ``BW−20 kg``, ``BW``."""
    if measure is not Measure.BODYWEIGHT:
        return "–" if load is None else str(load)
    if load is None:
        return "BW"
    return f"BW{'−' if load.milli < 0 else '+'}{number(abs(load.milli))} {load.unit}"


def amount_text(values: SetValues, measure: Measure) -> str:
    """What was done with the load: reps, a time, or a distance and its time."""
    if measure in {Measure.WEIGHT, Measure.BODYWEIGHT}:
        return "–" if values.reps is None else str(values.reps)
    parts = [str(values.distance)] if values.distance is not None else []
    if values.seconds is not None:
        parts.append(clock(values.seconds))
    return " ".join(parts) or "–"


def show(values: SetValues, measure: Measure) -> str:
    """A set for reading: ``102.5 kg × 5 @8 warm-up “note”``, ``20 kg 1:00``, ``5 km 24:30``.

    What is not known is shown as ``–``.
    """
    amount = amount_text(values, measure)
    if measure in {Measure.WEIGHT, Measure.BODYWEIGHT}:
        amount = f"{load_text(values.load, measure)} × {amount}"
    elif values.load is not None:
        amount = f"{values.load} {amount}"
    parts = [amount]
    if values.rpe10 is not None:
        parts.append(f"@{rpe_text(values.rpe10)}")
    if values.kind in _KIND_WORD:
        parts.append(_KIND_WORD[values.kind])
    if values.note:
        parts.append(f"“{one_line(values.note)}”")
    return " ".join(parts)


def show_all(sets: Sequence[SetValues], measure: Measure) -> str:
    """Several sets in one short text; equal neighbours are counted: ``3 sets of 100 kg × 5``."""
    runs: list[tuple[int, SetValues]] = []
    for values in sets:
        if runs and runs[-1][1] == values:
            runs[-1] = (runs[-1][0] + 1, values)
        else:
            runs.append((1, values))
    texts = (
        show(values, measure) if count == 1 else f"{count} sets of {show(values, measure)}" for count, values in runs
    )
    return "; ".join(texts)
