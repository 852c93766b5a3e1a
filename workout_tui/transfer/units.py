"""Which unit the weights of a file are in, when it does not say: never assumed, only suggested."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workout_tui.errors import UnitNeeded
from workout_tui.model.load import Unit
from workout_tui.transfer import cells
from workout_tui.transfer.cells import BadCellError

if TYPE_CHECKING:
    from collections.abc import Iterable

_TYPICAL = {
    Unit.KG: {20_000, 40_000, 60_000, 70_000, 80_000, 100_000, 120_000, 140_000, 160_000, 180_000, 200_000},
    Unit.LB: {45_000, 65_000, 95_000, 115_000, 135_000, 155_000, 185_000, 205_000, 225_000, 275_000, 315_000, 405_000},
}
"""what a bar with whole pairs of large plates weighs"""

_MOST = 2000
_SURE = 2


def needed(weights: Iterable[str]) -> UnitNeeded:
    """The question, with a suggestion when the numbers are those of bars and plates in one unit."""
    guess = likely(weights)
    looks = f" The numbers look like {guess}." if guess else ""
    return UnitNeeded(
        f"This file does not say whether its weights are kg or lb.{looks}",
        "Add --unit kg or --unit lb.",
        likely=guess,
    )


def likely(weights: Iterable[str]) -> Unit | None:
    """The unit in which these are what bars with plates weigh; None when that cannot be told."""
    seen: Counter[Unit] = Counter()
    for text in weights:
        try:
            weight = cells.milli(text, "weight", _MOST)
        except BadCellError:
            continue
        seen.update(unit for unit, typical in _TYPICAL.items() if weight in typical)
        seen[Unit.KG] += weight % 5000 != 0 and weight % 1250 == 0  # clean in the steps of small plates in kg
    found = [unit for unit in Unit if seen[unit] > _SURE * seen[_other(unit)]]
    return found[0] if found else None


def _other(unit: Unit) -> Unit:
    return Unit.LB if unit is Unit.KG else Unit.KG
