"""Loads and distances, kept exactly as the lifter typed them.

A load is an integer number of thousandths and its unit. It is converted only to compare or to
show, never to store, so 233 lb stays 233 lb and 37.5 kg never becomes 37.49999.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

KG_PER_LB = 0.45359237
"""The international pound, exact by definition."""

_NUMBER = re.compile(r"([+-]?)(\d{1,7})(?:[.,](\d{1,3}))?$")


class Unit(StrEnum):
    """The unit of a load."""

    KG = "kg"
    LB = "lb"


class DistanceUnit(StrEnum):
    """The unit of a distance."""

    M = "m"
    KM = "km"
    MI = "mi"
    YD = "yd"
    FT = "ft"


METRES_PER: dict[DistanceUnit, float] = {
    DistanceUnit.M: 1.0,
    DistanceUnit.KM: 1000.0,
    DistanceUnit.MI: 1609.344,
    DistanceUnit.YD: 0.9144,
    DistanceUnit.FT: 0.3048,
}
"""Metres in one unit of distance, exact by definition."""


def milli(text: str) -> int:
    """Read a decimal with point or comma as integer thousandths.

    Raises:
        ValueError: the text is no number, or has more than three decimals.
    """
    match = _NUMBER.match(text.strip())
    if not match:
        raise ValueError(f"“{text}” isn't a number")
    sign, whole, fraction = match.groups()
    value = int(whole) * 1000 + int((fraction or "").ljust(3, "0"))
    return -value if sign == "-" else value


def number(thousandths: int) -> str:
    """Print integer thousandths as the shortest decimal: 102500 is ``102.5``."""
    sign = "-" if thousandths < 0 else ""
    whole, rest = divmod(abs(thousandths), 1000)
    return f"{sign}{whole}" + (f".{rest:03d}".rstrip("0") if rest else "")


@dataclass(frozen=True, slots=True)
class Load:
    """A load in thousandths of its unit; negative for assistance on bodyweight exercises."""

    milli: int
    unit: Unit

    @classmethod
    def of(cls, text: str, unit: Unit) -> Load:
        """Read ``"102.5"`` or ``"102,5"`` in `unit`. Raises ValueError for anything else."""
        return cls(milli(text), unit)

    @classmethod
    def written(cls, text: str, usual: Unit) -> Load:
        """Read ``"82.5"`` in the usual unit, ``"182 lb"`` in its own. Raises ValueError for anything else."""
        typed = text.strip().casefold()
        unit = next((one for one in Unit if typed.endswith(one)), None)
        return cls.of(typed.removesuffix(unit) if unit else typed, unit or usual)

    @property
    def number(self) -> str:
        """The load without its unit, as short as it can be written."""
        return number(self.milli)

    @property
    def kg(self) -> float:
        """The load in kilograms, to compare and to add up."""
        return self.milli / 1000 * (1.0 if self.unit is Unit.KG else KG_PER_LB)

    def to(self, unit: Unit) -> float:
        """The load in `unit`, to show beside others."""
        if unit is self.unit:
            return self.milli / 1000
        return self.kg if unit is Unit.KG else self.kg / KG_PER_LB

    def __str__(self) -> str:
        return f"{self.number} {self.unit}"


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance in thousandths of its unit."""

    milli: int
    unit: DistanceUnit

    @property
    def number(self) -> str:
        """The distance without its unit, as short as it can be written."""
        return number(self.milli)

    @property
    def metres(self) -> float:
        """The distance in metres, to compare and to add up."""
        return self.milli / 1000 * METRES_PER[self.unit]

    def __str__(self) -> str:
        return f"{self.number} {self.unit}"
