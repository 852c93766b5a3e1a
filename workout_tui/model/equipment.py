"""Bars and plates as text: ``20 15 10``, and ``25x2 20 1.25`` for two pairs of 25, one of 20, one of 1.25."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.model.load import Load, Unit
from workout_tui.model.preferences import Preference

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workout_tui.model.plates import Inventory

_HEAVIEST = 100_000
_MOST_PAIRS = 20
_MOST_SIZES = 20
_APART = re.compile(r"[;\s]+|,(?=\s|$)")
_SIZE = re.compile(r"([\d.,]+)(kg|lb)?(?:[x×*](\d{1,2}))?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Equipment:
    """All bars and plates of a lifter, by unit."""

    by_unit: Mapping[Unit, Inventory]

    def with_inventory(self, unit: Unit, inventory: Inventory) -> Equipment:
        """The same with other things in one unit."""
        return Equipment({**self.by_unit, unit: inventory})


def show_bars(inventory: Inventory) -> str:
    """The bars, the heaviest first: ``20 15 10``."""
    return " ".join(bar.number for bar in inventory.bars) or "none"


def show_plates(inventory: Inventory) -> str:
    """The plates with their pairs: ``25×2 20×1``."""
    return " ".join(f"{plate.number}×{pairs}" for plate, pairs in inventory.plates if pairs) or "none"


def read_bars(typed: str, unit: Unit) -> tuple[Load, ...]:
    """The bars that were typed.

    Raises:
        InvalidEntry: naming what is no bar.
    """
    field = f"bars_{unit}"
    sizes = [_size(part, unit, field) for part in _parts(typed)]
    with_pairs = next((load for load, pairs in sizes if pairs is not None), None)
    if with_pairs is not None:
        raise InvalidEntry("Bars have no pairs.", f"Type {with_pairs.number} alone.", field=field)
    return tuple(sorted(_once([load for load, _ in sizes], field), key=_heaviest_first))


def read_plates(typed: str, unit: Unit) -> tuple[tuple[Load, int], ...]:
    """The plates that were typed, each with its pairs; a size without a number is one pair.

    Raises:
        InvalidEntry: naming what is no plate.
    """
    field = f"plates_{unit}"
    sizes = [_size(part, unit, field) for part in _parts(typed)]
    _once([load for load, _ in sizes], field)
    found = {load: 1 if pairs is None else pairs for load, pairs in sizes}
    if any(not load.milli for load in found):
        raise InvalidEntry("A plate weighs something.", "Leave the 0 out.", field=field)
    too_many = next((load for load, pairs in found.items() if pairs > _MOST_PAIRS), None)
    if too_many is not None:
        raise InvalidEntry(f"{found[too_many]} pairs of {too_many}?", f"At most {_MOST_PAIRS}.", field=field)
    return tuple((load, found[load]) for load in sorted(found, key=_heaviest_first) if found[load])


def reach(inventory: Inventory) -> str:
    """What the usual bar can be loaded to: ``with the 20 bar 22.5 to 187.5 kg``; nothing without bar or plates."""
    plates = [(plate, pairs) for plate, pairs in inventory.plates if pairs]
    if not inventory.bars or not plates:
        return ""
    bar = inventory.bars[0]
    least = bar.milli + 2 * min(plate.milli for plate, _ in plates)
    most = bar.milli + 2 * sum(plate.milli * pairs for plate, pairs in plates)
    return f"with the {bar.number} bar {Load(least, bar.unit).number} to {Load(most, bar.unit)}"


def _parts(typed: str) -> list[str]:
    parts = [part for part in _APART.split(typed) if part]
    return [] if [part.casefold() for part in parts] == ["none"] else parts


def _size(part: str, unit: Unit, field: str) -> tuple[Load, int | None]:
    match = _SIZE.match(part)
    try:
        load = Load.of(match.group(1), unit) if match else None
    except ValueError:
        load = None
    if match is None or load is None or (match.group(2) or unit).casefold() != unit:
        raise InvalidEntry(f"“{part}” is no weight in {unit}.", "Type it as 25 or 25x2.", field=field)
    if load.milli > _HEAVIEST:
        raise InvalidEntry(f"{load} is too heavy.", f"At most {Load(_HEAVIEST, unit)}.", field=field)
    return load, None if match.group(3) is None else int(match.group(3))


def _once(loads: list[Load], field: str) -> list[Load]:
    twice = next((load for place, load in enumerate(loads) if load in loads[:place]), None)
    if twice is not None:
        raise InvalidEntry(f"{twice} stands there twice.", "Type it once.", field=field)
    if len(loads) > _MOST_SIZES:
        raise InvalidEntry(f"{len(loads)} of them?", f"At most {_MOST_SIZES}.", field=field)
    return loads


def _heaviest_first(load: Load) -> int:
    return -load.milli


def _bars(unit: Unit) -> Preference[Equipment]:
    def read(there: Equipment, typed: str) -> Equipment:
        return there.with_inventory(unit, there.by_unit[unit]._replace(bars=read_bars(typed, unit)))

    return Preference(
        f"bars_{unit}", f"Bars, {unit}", "the heaviest is the usual one", "weights such as 20 15 10, or none",
        _shown(unit, show_bars), read,
    )  # fmt: skip


def _plates(unit: Unit) -> Preference[Equipment]:
    def read(there: Equipment, typed: str) -> Equipment:
        return there.with_inventory(unit, there.by_unit[unit]._replace(plates=read_plates(typed, unit)))

    return Preference(
        f"plates_{unit}", f"Plates, {unit}", "in pairs: one for each side",
        "weights with their pairs such as 25x2 20 1.25, or none", _shown(unit, show_plates), read,
    )  # fmt: skip


def _shown(unit: Unit, show: Callable[[Inventory], str]) -> Callable[[Equipment], str]:
    return lambda there: show(there.by_unit[unit])


EQUIPMENT = tuple(make(unit) for unit in Unit for make in (_bars, _plates))
"""Bars and plates, in the order in which they are shown."""
