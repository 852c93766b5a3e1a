"""The cells of a row in words, whatever stands in them: the lifter may have typed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, Unit, number
from workout_tui.model.notation import load_text
from workout_tui.sync import row_reading
from workout_tui.sync.cells import Value, canonical
from workout_tui.sync.columns import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_tui.sync.rows import Cells

AMOUNT = (Column.WEIGHT, Column.UNIT, Column.REPS, Column.RPE, Column.TIME, Column.DISTANCE)
"""the columns that `amount` tells"""

NONE = "–"
"""said of nothing"""


_SHOWN = 300
"""letters of a text; a cell may hold fifty thousand"""

_LONG = 1e9
"""a number of more digits is no load, no time and no distance, and is told in short"""


def label(cells: Cells) -> str:
    """Which set it is."""
    exercise, n = canonical(cells.get(Column.EXERCISE)), canonical(cells.get(Column.SET))
    return f"{exercise}, set {n}" if exercise else "A row"


def amount(cells: Cells) -> str:
    """A set in one line, as “140 kg × 5 @9” or “BW+15 kg × 6”."""
    reps, rpe, seconds, metres = (
        _plain(cells.get(column)) for column in (Column.REPS, Column.RPE, Column.TIME, Column.DISTANCE)
    )
    parts = [_load(cells) if reps or cells.get(Column.WEIGHT) is not None else "", reps and f"× {reps}"]
    parts += [seconds and f"{seconds} s", metres and f"{metres} m", rpe and f"@{rpe}"]
    return " ".join(part for part in parts if part) or NONE


def shown(value: Value) -> str:
    """A single cell; what is text is quoted."""
    text = _plain(value)
    return f"“{text}”" if isinstance(value, str) else text or NONE


def listed(values: Iterable[Value]) -> str:
    """Several cells, one after the other."""
    return ", ".join(map(_plain, values)) or NONE


def _load(cells: Cells) -> str:
    weight, unit = cells.get(Column.WEIGHT), canonical(cells.get(Column.UNIT))
    of_bodyweight = row_reading.measure(cells) is Measure.BODYWEIGHT
    if of_bodyweight and not weight:
        return load_text(None, Measure.BODYWEIGHT)
    if of_bodyweight and isinstance(weight, (int, float)) and abs(weight) < _LONG and unit in set(Unit):
        return load_text(Load(round(weight * 1000), Unit(unit)), Measure.BODYWEIGHT)
    return f"{_plain(weight)} {unit}".strip() if weight is not None else ""


def _plain(value: Value) -> str:
    if not isinstance(value, (int, float)):
        text = canonical(value)
        return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return number(round(value * 1000)) if abs(value) < _LONG else f"{value:g}"
