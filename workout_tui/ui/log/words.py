"""How sets are written on the Log screen: short, in the units of the column they stand in.

All signs are those of the rich set; widgets put plain ones in their place where a terminal needs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import Unit, number
from workout_tui.model.notation import clock, rpe_text
from workout_tui.model.plan import SetKind
from workout_tui.model.records import RecordKind
from workout_tui.ui.presenters import when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.load import Load
    from workout_tui.model.plan import Target
    from workout_tui.model.records import Record
    from workout_tui.model.session import SetValues

Span = tuple[str, str]
"""a text and the colour token it is set in, with Textual's style words before it; “” for plain ink"""
Spans = tuple[Span, ...]

DOT = "·"
_DAY_S = 86_400
COUNTED = {Measure.WEIGHT, Measure.BODYWEIGHT}
"""the measures whose sets have reps"""


RECORD_NAMES = {
    RecordKind.E1RM: "e1RM",
    RecordKind.WEIGHT: "weight",
    RecordKind.REPS: "reps",
    RecordKind.TIME: "time",
    RecordKind.DISTANCE: "distance",
    RecordKind.VOLUME: "volume",
}
"""the kinds of records in words, what says most first"""


def load_cell(load: Load | None, measure: Measure, unit: Unit) -> str:
    """A load for a column headed by `unit`; another unit is said."""
    if load is None:
        return "BW" if measure is Measure.BODYWEIGHT else DOT
    suffix = "" if load.unit is unit else f" {load.unit}"
    if measure is not Measure.BODYWEIGHT:
        return load.number + suffix
    if load.milli == 0:
        return "BW"
    return f"BW{'−' if load.milli < 0 else '+'}{number(abs(load.milli))}{suffix}"


def amount_cell(values: SetValues, measure: Measure) -> str:
    """Reps, a time, or a distance."""
    if measure in COUNTED:
        return DOT if values.reps is None else str(values.reps)
    if measure is Measure.TIME:
        return DOT if values.seconds is None else clock(values.seconds)
    return DOT if values.distance is None else str(values.distance)


def short(values: SetValues, measure: Measure, unit: Unit, *, effort: bool = True) -> str:
    """A set as ``100 × 5 @8``, ``BW+20 × 6``, ``1:00``, ``20 × 1:00`` or ``5 km 24:30``."""
    parts = []
    if measure in COUNTED or values.load is not None:
        parts.append(f"{load_cell(values.load, measure, unit)} × {amount_cell(values, measure)}")
    else:
        parts.append(amount_cell(values, measure))
    if measure is Measure.DISTANCE and values.seconds is not None:
        parts.append(clock(values.seconds))
    if effort and values.rpe10 is not None:
        parts.append(f"@{rpe_text(values.rpe10)}")
    return " ".join(parts)


def reps_range(target: Target) -> str:
    """The reps a target asks for: ``5``, ``8–10``, nothing when left open."""
    low, high = target.reps_lo, target.reps_hi
    if low is None and high is None:
        return ""
    if low is None or high is None or low == high:
        return str(high if low is None else low)
    return f"{low}–{high}"


def plan_text(targets: tuple[Target, ...]) -> str:
    """Work sets as ``3 × 5 @8, then 1 × 8``; nothing when nothing is asked for."""
    runs: list[tuple[int, str]] = []
    for target in targets:
        if target.kind is SetKind.WARMUP:
            continue
        asked = _asked(target)
        if runs and runs[-1][1] == asked:
            runs[-1] = (runs[-1][0] + 1, asked)
        else:
            runs.append((1, asked))
    if not runs or not any(asked for _, asked in runs):
        return ""
    return ", then ".join(f"{count} × {asked}" if asked else f"{count} more" for count, asked in runs)


def _asked(target: Target) -> str:
    amount = reps_range(target)
    if target.seconds is not None:
        amount = clock(target.seconds)
    if target.distance is not None:
        amount = str(target.distance)
    return f"{amount} @{rpe_text(target.rpe10)}" if amount and target.rpe10 is not None else amount


def set_name(values: SetValues, measure: Measure, unit: Unit) -> str:
    """A set in a sentence: ``102.5 kg × 5``."""
    if measure is Measure.WEIGHT and values.load is not None:
        return f"{values.load} × {amount_cell(values, measure)}"
    return short(values, measure, unit, effort=False)


def elapsed(seconds: int) -> str:
    """How long the session has been going: ``38:12``; days, once it was forgotten."""
    return clock(seconds) if seconds < _DAY_S else f"{seconds // _DAY_S} d"


def boast(found: Sequence[Record]) -> str:
    """Records in a sentence: ``e1RM 120 kg, was 116.7 on 17 Sep · 10 reps at 32.5 kg, was 9 on 10 Sep``."""
    last = {record.kind: record for record in found}
    return " · ".join(_boast_one(last[kind]) for kind in RECORD_NAMES if kind in last)


def _boast_one(record: Record) -> str:
    value, was = _value(record.value, record.unit), _value(record.was, record.unit)
    if record.kind in {RecordKind.REPS, RecordKind.TIME, RecordKind.DISTANCE}:
        at = f" at {record.load}" if record.load else ""
        said = f"{value}{'' if record.kind is RecordKind.TIME else f' {record.unit}'}{at}"
    else:
        said = f"{RECORD_NAMES[record.kind]} {value} {record.unit}"
    return f"{said}, was {was} on {when.short(record.was_day)}"


def _value(value: float, unit: str) -> str:
    return clock(round(value)) if unit == "s" else f"{value:.1f}".removesuffix(".0")
