"""The sets of a template's line: a number of them, or an amount for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.model.entry.amounts import REPS_MAX, read_amount, refuse_measure, sees_time
from workout_tui.model.entry.scanner import (
    BODYWEIGHT,
    DIGIT,
    DISTANCE,
    EFFORT,
    LOAD_UNIT,
    TIMES,
    WORD,
    Scanner,
    ascii_pattern,
    thousandths,
)
from workout_tui.model.entry.values import Context
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.notation import MARKS
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import SetValues

if TYPE_CHECKING:
    import re

    from workout_tui.model.written.values import Frame

COUNT_MAX = 20
"""The most sets of one block."""
LOAD_MAX = 2_000_000
"""The heaviest load, in thousandths."""
HELP_MAX = 1_000_000
"""The most help on a bodyweight exercise, in thousandths."""
PERCENT_MAX = 2000
"""The highest percentage of a training max, in tenths."""

_COUNT = ascii_pattern(r"(\d+)\s*[x×*]\s*")
_RANGE = ascii_pattern(r"(\d+)(?:[-–](\d+))?(?![.\d])")
_OR_MORE = ascii_pattern(r"\+(?!\s*\d)")
_EACH = ascii_pattern(r"\s*/\s*(?=\d)")
_AT = ascii_pattern(r"\s*@\s*")
_MARK = ascii_pattern(r"\s*([wdf])(?![a-z])")
# A comma with digits behind it is a decimal one, unless they begin the next block: 3x5@100,1x8@90.
_NUMBER = ascii_pattern(r"(\d+)(?:\.(\d+)|,(\d{1,3})(?!\d*\s*[x×*]))?")
_ATTRIBUTE = ascii_pattern(r"r\s*\d|tm|g")
_PERCENT = ascii_pattern(r"\s*%")
_SIGN = ascii_pattern(r"[+\-−]")

_COUNTED = {Measure.WEIGHT, Measure.BODYWEIGHT}
_EXAMPLE = {
    Measure.WEIGHT: "sets x reps @ load: 3x5@100",
    Measure.BODYWEIGHT: "sets x reps: 3x8, 3x8@+15",
    Measure.TIME: "sets x time: 3x1:00",
    Measure.DISTANCE: "sets x distance: 4x400m",
}


class BlockReader:
    """Reads blocks of sets from a line."""

    def __init__(self, line: Scanner, frame: Frame) -> None:
        self._line = line
        self._frame = frame
        self._context = Context(frame.measure, unit=frame.unit, distance_unit=frame.distance_unit)

    def read(self) -> tuple[Target, ...]:
        """The targets of the block that stands here, one a set."""
        amounts = self._amounts()
        tail = self._effort(self._load(Target()))
        if mark := self._line.take(_MARK):
            tail = replace(tail, kind=MARKS[mark[1].lower()])
        return tuple(_joined(amount, tail) for amount in amounts)

    def late_load(self, block: tuple[Target, ...]) -> tuple[Target, ...] | None:
        """A block with the load that stands here, behind the attributes; None: there is none, or the block has one."""
        if any(one.load is not None or one.percent10 is not None for one in block):
            return None
        tail = self._load(Target())
        if tail == Target():
            return None
        return tuple(replace(one, load=tail.load, percent10=tail.percent10) for one in block)

    # How often, and how much

    def _amounts(self) -> list[Target]:
        since = self._line.at
        if count := self._line.take(_COUNT):
            number = int(count[1])
            if not 1 <= number <= COUNT_MAX:
                raise self._line.fault(since, f"sets must be a whole number from 1 to {COUNT_MAX}", self._example)
            return [self._amount() if self._line.sees(DIGIT) else Target()] * number
        if not self._line.sees(DIGIT):
            raise self._line.unknown(WORD, "{} isn't a number of sets", self._example)
        found = [self._amount()]
        while self._line.take(_EACH):
            found.append(self._amount())
        if len(found) == 1 and self._frame.measure in _COUNTED:
            raise self._line.missing("how many sets?", self._example)
        if len(found) > COUNT_MAX:
            raise self._line.fault(since, f"at most {COUNT_MAX} sets in a row", self._example)
        return found

    def _amount(self) -> Target:
        if self._frame.measure in _COUNTED:
            return self._reps()
        values = read_amount(self._line, self._context, SetValues())
        return Target(seconds=values.seconds, distance=values.distance)

    def _reps(self) -> Target:
        line, since = self._line, self._line.at
        if sees_time(line) or line.sees(DISTANCE):
            raise refuse_measure(line, "reps", self._example)
        match = line.take(_RANGE)
        if not match:
            raise line.unknown(WORD, "{}: reps are whole numbers", self._example)
        low, high = int(match[1]), int(match[2] or match[1])
        if high > REPS_MAX:
            raise line.fault(since, f"reps go up to {REPS_MAX}")
        if low > high:
            raise line.fault(since, f"from {low} to {high} is no range", f"{high}-{low}")
        self._refuse_letters(since)
        return Target(low, high, kind=SetKind.FAILURE if line.take(_OR_MORE) else SetKind.WORK)

    def _refuse_letters(self, since: int) -> None:
        line = self._line
        if line.text[line.at : line.at + 1].isalpha() and not any(
            line.sees(one) for one in (_MARK, EFFORT, _ATTRIBUTE)
        ):
            line.at = line.at if line.sees(TIMES) or line.is_begun else since
            raise line.unknown(WORD, "{} isn't a number of reps", self._example)

    @property
    def _example(self) -> str:
        return _EXAMPLE[self._frame.measure]

    # How heavy, and how hard

    def _load(self, tail: Target) -> Target:
        """`tail` with the load behind @; small numbers without a unit are an RPE, as when sets are logged."""
        start = self._line.at
        at = self._line.take(_AT)
        if not at:
            return tail
        since = self._line.at
        sign = self._line.take(_SIGN)
        if self._line.take(BODYWEIGHT):
            self._refuse_bodyweight(since)
            sign = self._line.take(_SIGN)
            if not sign:
                return replace(tail, load=Load(0, self._frame.unit))
        milli = self._number()
        if milli is None:
            raise self._line.missing("load missing", self._example)
        if self._line.take(_PERCENT):
            return replace(tail, percent10=self._percent(since, milli))
        unit = self._line.take(LOAD_UNIT)
        if not sign and not unit and milli <= 10_000:
            self._line.at = start
            return tail
        load = Load(milli, Unit(unit[1].lower()) if unit else self._frame.unit)
        return replace(tail, load=self._signed(since, sign, load))

    def _number(self) -> int | None:
        since = self._line.at
        match = self._line.take(_NUMBER)
        if not match:
            return None
        fraction = match[2] or match[3]
        if fraction is not None and len(fraction) > 3:
            raise self._line.fault(since, "a number has at most three decimals")
        return thousandths(match[1], fraction)

    def _percent(self, since: int, milli: int) -> int:
        if milli % 100 or not 0 < milli // 100 <= PERCENT_MAX:
            raise self._line.fault(since, "a percentage goes from 0.1 to 200 in tenths", "3x5@85%")
        return milli // 100

    def _signed(self, since: int, sign: re.Match[str] | None, load: Load) -> Load:
        if sign:
            self._refuse_bodyweight(since)
        helps = bool(sign) and sign is not None and sign[0] != "+"
        if load.milli > (HELP_MAX if helps else LOAD_MAX):
            raise self._line.fault(since, f"a load goes up to {LOAD_MAX // 1000}")
        return Load(-load.milli, load.unit) if helps else load

    def _refuse_bodyweight(self, since: int) -> None:
        if self._frame.measure is not Measure.BODYWEIGHT:
            raise self._line.fault(since, "this exercise has a load of its own", self._example)

    def _effort(self, tail: Target) -> Target:
        """`tail` with the RPE that stands here; its number ends before the comma of the next block."""
        match = self._line.take_spaced(EFFORT)
        if not match:
            return tail
        sign = match[0].lower()
        self._line.skip_spaces()
        value = self._number()
        if value is None:
            raise self._line.missing("RIR missing" if sign == "rir" else "RPE missing", "rpe8, or rir2")
        rpe = 10_000 - value if sign == "rir" else value
        if not 1000 <= rpe <= 10_000 or rpe % 500:
            raise self._line.fault(match.start(), "RPE goes from 1 to 10 in halves", "rpe8, or rir2")
        return replace(tail, rpe10=rpe // 100)


def _joined(amount: Target, tail: Target) -> Target:
    kind = amount.kind if amount.kind is SetKind.FAILURE else tail.kind
    return replace(amount, load=tail.load, percent10=tail.percent10, rpe10=tail.rpe10, kind=kind)
