"""Sets, loads and volumes as they stand in tables: short, right for every way of counting."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import KG_PER_LB, Load, Unit
from workout_tui.model.notation import clock, rpe_text
from workout_tui.model.plan import SetKind
from workout_tui.model.records import RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_tui.model.plan import Target
    from workout_tui.model.session import SetValues
    from workout_tui.ui.glyphs import Glyphs

RECORD_WORDS = {
    RecordKind.WEIGHT: "heaviest",
    RecordKind.E1RM: "best e1RM",
    RecordKind.REPS: "most reps",
    RecordKind.TIME: "longest",
    RecordKind.DISTANCE: "farthest",
    RecordKind.VOLUME: "most volume",
}
"""what each kind of record is, in two words"""

_REPS = {Measure.WEIGHT, Measure.BODYWEIGHT}


def work(targets: Sequence[Target]) -> tuple[Target, ...]:
    """The targets that are no warm-ups; all of them when there is nothing else."""
    return tuple(target for target in targets if target.kind is not SetKind.WARMUP) or tuple(targets)


def top_load(targets: Sequence[Target]) -> Load | None:
    """The heaviest load of the work sets: a history from elsewhere has its warm-ups unmarked."""
    return max((target.load for target in work(targets) if target.load), key=lambda load: load.kg, default=None)


def without_effort(values: SetValues) -> SetValues:
    """The same set, its felt effort not shown."""
    return replace(values, rpe10=None)


def sets_text(targets: Sequence[Target], glyphs: Glyphs) -> str:
    """What is planned, without loads: ``4 × 5``, ``3 × 5, 1 × 8``, ``3 × 8–10``, ``3 × 1:00``, ``5/3/1+``."""
    runs = [
        (amount, sum(1 for _ in same)) for amount, same in groupby(_amount(target, glyphs) for target in work(targets))
    ]
    if len(runs) > 1 and all(count == 1 and amount for amount, count in runs):
        return (", " if any(" " in amount for amount, _ in runs) else "/").join(amount for amount, _ in runs)
    return ", ".join(_times(count, amount, glyphs) for amount, count in runs)


def load_number(load: Load | None, measure: Measure, glyphs: Glyphs) -> str:
    """A load without its unit: ``102.5``, ``BW+15``, ``BW``; empty when there is none."""
    if measure is not Measure.BODYWEIGHT:
        return load.number if load else ""
    if load is None or not load.milli:
        return "BW"
    return f"BW{'+' if load.milli > 0 else glyphs.minus}{Load(abs(load.milli), load.unit).number}"


def set_text(values: SetValues, measure: Measure, glyphs: Glyphs, *, tight: bool = False) -> str:
    """A set without units: ``102.5 × 5 @8``, tight ``102.5×5@8``; ``5 km 24:30``; ``20 × 1:00``."""
    times = glyphs.times if tight else f" {glyphs.times} "
    load = load_number(values.load, measure, glyphs)
    text = f"{load}{times}{_done(values, measure)}" if load else _done(values, measure)
    if values.rpe10 is not None:
        text += f"{'' if tight else ' '}@{rpe_text(values.rpe10)}"
    return text


def in_runs(sets: Iterable[str], glyphs: Glyphs) -> list[str]:
    """Tight sets, those of one load together: ``100×5 100×5 90×8`` becomes ``100×5,5 90×8``."""
    found = []
    for load, run in groupby((text.rpartition(glyphs.times) for text in sets), lambda parts: parts[0]):
        amounts = ",".join(amount for _, _, amount in run)
        found.append(f"{load}{glyphs.times}{amounts}" if load else amounts)
    return found


def volume(kg: float, unit: Unit) -> tuple[str, str]:
    """A volume as number and unit, three figures: ``8.24 t``, ``540 kg``, ``18.2 k lb``."""
    amount = kg if unit is Unit.KG else kg / KG_PER_LB
    if amount < 1000:
        return f"{amount:.0f}", str(unit)
    thousands = amount / 1000
    return f"{thousands:.{2 if thousands < 10 else 1 if thousands < 100 else 0}f}", "t" if unit is Unit.KG else "k lb"


def volume_number(kg: float | None, unit: Unit, glyphs: Glyphs) -> str:
    """A volume in full: ``2 278``; a dash when it is not known."""
    if kg is None:
        return glyphs.dash
    return f"{kg if unit is Unit.KG else kg / KG_PER_LB:,.0f}".replace(",", " ")


def in_unit(kg: float, unit: Unit) -> str:
    """A figure in kilograms, such as an e1RM, in the lifter's unit: whole from 100 on, else to a half."""
    amount = kg if unit is Unit.KG else kg / KG_PER_LB
    return f"{amount:.0f}" if amount >= 100 else f"{round(amount * 2) / 2:g}"


def _amount(target: Target, glyphs: Glyphs) -> str:
    parts = []
    if target.reps_lo is not None:
        ranged = target.reps_hi is not None and target.reps_hi != target.reps_lo
        reps = f"{target.reps_lo}{glyphs.dash}{target.reps_hi}" if ranged else str(target.reps_lo)
        parts.append(f"{reps}+" if target.kind is SetKind.FAILURE else reps)
    if target.distance is not None:
        parts.append(str(target.distance))
    if target.seconds is not None:
        parts.append(clock(target.seconds))
    return " ".join(parts)


def _times(count: int, amount: str, glyphs: Glyphs) -> str:
    if not amount:
        return f"{count} set" if count == 1 else f"{count} sets"
    return f"{count} {glyphs.times} {amount}"


def _done(values: SetValues, measure: Measure) -> str:
    if measure in _REPS:
        return "–" if values.reps is None else str(values.reps)
    parts = [str(values.distance)] if values.distance is not None else []
    parts += [clock(values.seconds)] if values.seconds is not None else []
    return " ".join(parts) or "–"
