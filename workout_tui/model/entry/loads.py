"""Loads as they are typed: ``100``, ``225lb``, ``+2.5``, ``++``, ``bw``, ``bw+20``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.model.entry.scanner import (
    BODYWEIGHT,
    DIGIT,
    FRONT_WORD,
    LOAD_UNIT,
    SIGNS,
    Scanner,
    read_number,
    refuse_letters,
)
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, Unit, number

if TYPE_CHECKING:
    from workout_tui.model.entry.values import Context

LOAD_MAX = 2_000_000
"""The heaviest load, in thousandths."""
ASSISTANCE_MAX = 1_000_000
"""The most that may be taken off, in thousandths."""


@dataclass(frozen=True, slots=True)
class TypedLoad:
    """A load and how it was typed."""

    load: Load | None
    """None: bodyweight alone"""
    plain: int | None = None
    """the bare number in thousandths, when it had neither sign nor unit"""
    takes_unit: bool = False
    """whether a unit typed later in the set may still be its own"""
    at: int = 0
    width: int = 0

    @property
    def whole(self) -> int | None:
        """The bare number, when it is whole."""
        return None if self.plain is None or self.plain % 1000 else self.plain // 1000


def read_load(line: Scanner, context: Context, base: Load | None) -> TypedLoad:
    """A load: ``100``, ``225lb``, ``+2.5``, ``++``, ``bw``, ``bw+20``. `base` is the one shown."""
    since = line.at
    if line.take(BODYWEIGHT):
        typed = _after_bw(line, context, since)
    elif signs := line.take(SIGNS):
        typed = _signed(line, context, base, signs.group())
    else:
        typed = _unsigned(line, context)
    load = typed.load
    if load is not None:
        _check_range(line, since, load, context)
    if load is not None and load.milli == 0 and context.measure is not Measure.WEIGHT:
        load = None  # nothing added is bodyweight alone
    return replace(typed, load=load, at=since, width=line.at - since)


def _unsigned(line: Scanner, context: Context) -> TypedLoad:
    since = line.at
    milli = read_number(line)
    if milli is None:
        raise line.unknown(FRONT_WORD, "{} isn't a number")
    unit = _unit(line)
    refuse_letters(line, since)
    return TypedLoad(Load(milli, unit or context.unit), None if unit else milli, takes_unit=not unit)


def _unit(line: Scanner) -> Unit | None:
    match = line.take(LOAD_UNIT)
    return Unit(match.group(1).lower()) if match else None


def _check_range(line: Scanner, since: int, load: Load, context: Context) -> None:
    if load.milli < 0 and context.measure is not Measure.BODYWEIGHT:
        raise line.fault(since, "only bodyweight exercises are assisted")
    if load.milli > LOAD_MAX:
        raise line.fault(since, f"a weight goes up to {number(LOAD_MAX)} {load.unit}")
    if load.milli < -ASSISTANCE_MAX:
        raise line.fault(since, f"assistance goes up to {number(ASSISTANCE_MAX)} {load.unit}")


def _after_bw(line: Scanner, context: Context, since: int) -> TypedLoad:
    """What may follow bw: nothing, or a sign and a number."""
    if context.measure is Measure.WEIGHT:
        raise line.fault(since, "this exercise needs a weight, not bodyweight", "weight × reps: 60x8")
    signs = line.take(SIGNS)
    if not signs:
        return TypedLoad(None)
    milli, unit = _after_sign(line, signs.group())
    return TypedLoad(Load(milli, unit or context.unit), takes_unit=not unit)


def _after_sign(line: Scanner, sign: str) -> tuple[int, Unit | None]:
    """The number after a sign, with that sign, and its unit."""
    since = line.at
    milli = read_number(line)
    if milli is None:
        raise line.missing(f"weight missing after {sign}", "bw+20")
    if len(sign) > 1:
        raise line.fault(since - len(sign), "one sign before a number")
    return milli if sign == "+" else -milli, _unit(line)


def _signed(line: Scanner, context: Context, base: Load | None, signs: str) -> TypedLoad:
    """Behind a sign: its number, or nothing: then each sign is a step.

    On bodyweight exercises a number is what is added or taken off; everywhere else, as with
    steps, it is a change of the load shown.
    """
    since = line.at - len(signs)
    if line.sees(DIGIT):
        milli, unit = _after_sign(line, signs)
        if context.measure is Measure.BODYWEIGHT:
            return TypedLoad(Load(milli, unit or context.unit), takes_unit=not unit)
    else:
        steps = 2 * signs.count("+") - len(signs)
        milli, unit = steps * context.step.milli, context.step.unit
    if base is None and context.measure is Measure.WEIGHT:
        raise line.fault(since, "no weight shown to start from", "weight × reps: 60x8")
    start = base or Load(0, unit or context.unit)
    if unit not in {None, start.unit} and milli:
        by = Load(abs(milli), unit or context.unit)
        raise line.fault(since, f"{by} is no step from {start}", f"the weight itself: {start.number}{start.unit}")
    if start.milli + milli < 0 and context.measure is not Measure.BODYWEIGHT:
        raise line.fault(since, f"{start} − {number(-milli)} is below zero")
    return TypedLoad(Load(start.milli + milli, start.unit))
