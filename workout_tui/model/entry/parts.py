"""The parts of a set line: numbers, loads, reps, times and distances, read off one after another.

Digits are those of ASCII alone: “²” and “٣” are no numbers here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit, number

if TYPE_CHECKING:
    from workout_tui.model.entry.values import Context
    from workout_tui.model.session import SetValues

REPS_MAX = 999
LOAD_MAX = 2_000_000
ASSISTANCE_MAX = 1_000_000
SECONDS_MAX = 7 * 86_400
DISTANCE_MAX = 1_000_000_000
"""The largest values a set may have, in the units of `SetValues`."""

Pattern = re.Pattern[str]


def ascii_pattern(pattern: str) -> Pattern:
    """A pattern in which case does not matter and digits and letters are those of ASCII."""
    return re.compile(pattern, re.ASCII | re.IGNORECASE)


WORD = re.compile(r"[^\s;>#]+")
FRONT_WORD = ascii_pattern(r"\d(?:(?![x×*])[^\s;>#@/])*|[^\s;>#@/]+")
TIMES = ascii_pattern(r"[x×*]")
DIGIT = ascii_pattern(r"\d")
NUMBER = ascii_pattern(r"(\d+)(?:[.,](\d+))?")
BODYWEIGHT = ascii_pattern(r"bw")
SIGNS = ascii_pattern(r"[+\-−]+")
LOAD_UNIT = ascii_pattern(r"\s*(kg|lb)s?")
COUNT = ascii_pattern(r"\d+")
REPS = ascii_pattern(r"(\d+)(\.\d*)?")
CLOCK = ascii_pattern(r"(\d+):(\d\d)(?::(\d\d))?")
CLOCK_BEGUN = ascii_pattern(r"\d+:(?:\d?|\d\d:\d?)")
TIME = ascii_pattern(r"(?P<clock>\d+:[\d:]*)|(?P<span>\d+)\s*(?P<unit>sec|s(?!e)|min)")
DISTANCE = ascii_pattern(r"(\d+)(?:[.,](\d{1,3}))?\s*(km|mi(?!n)|m(?!i)|yd|ft)")
MARK = ascii_pattern(r"[wdf]+(?=\Z|[^a-z]|r(?:\Z|p|i)|k(?:\Z|g)|l(?:\Z|b))")
EFFORT = ascii_pattern(r"@|/|rpe|rir")

_WORDS = ("rpe", "rir", "kg", "lb", "km", "mi", "min", "sec", "ft", "yd", "bw")
"""What a lifter may be in the middle of typing."""


class Fault(Exception):
    """A line that cannot be read on, and where. It never leaves `entry.read`."""

    def __init__(self, at: int, width: int, message: str, fix: str = "", *, incomplete: bool = False) -> None:
        super().__init__(message)
        self.at = at
        self.width = width
        self.message = message
        self.fix = fix
        self.incomplete = incomplete


class Scanner:
    """The text of a line and how far it was read."""

    __slots__ = ("at", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    @property
    def over(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.text)

    def skip_spaces(self) -> bool:
        """Step over spaces; whether there were any."""
        start = self.at
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1
        return self.at > start

    def sees(self, pattern: Pattern) -> re.Match[str] | None:
        """What matches here, without taking it."""
        return pattern.match(self.text, self.at)

    def take(self, pattern: Pattern) -> re.Match[str] | None:
        """What matches here, and step over it."""
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match

    def take_spaced(self, pattern: Pattern) -> re.Match[str] | None:
        """The same with spaces before it; they stay when nothing matches."""
        start = self.at
        self.skip_spaces()
        match = self.take(pattern)
        if not match:
            self.at = start
        return match

    def missing(self, message: str, fix: str = "") -> Fault:
        """Something has to follow here. Calm when the line ends here."""
        return Fault(self.at, 1, message, fix, incomplete=not self.text[self.at :].strip())

    def fault(self, since: int, message: str, fix: str = "") -> Fault:
        """What stands between `since` and here is wrong."""
        return Fault(since, max(1, self.at - since), message, fix)

    def unknown(self, pattern: Pattern, message: str, fix: str = "") -> Fault:
        """The word that stands here is wrong; calm when it may be the beginning of a known one.

        `message` has {} where the word goes.
        """
        rest = self.text[self.at :]
        if self.is_begun:
            known = " or ".join(one for one in _WORDS if one.startswith(rest.lower()))
            return Fault(self.at, len(rest), f"“{rest}” isn't finished", known, incomplete=True)
        match = self.sees(pattern) or self.sees(WORD)
        word = match.group() if match else rest[:1]
        return Fault(self.at, max(1, len(word)), message.format(f"“{word}”"), fix)

    @property
    def is_begun(self) -> bool:
        """Whether the line ends in the middle of a known word."""
        rest = self.text[self.at :].lower()
        return bool(rest) and any(one.startswith(rest) for one in _WORDS)


def read_number(line: Scanner) -> int | None:
    """A decimal with point or comma as thousandths; None when there is none here."""
    since = line.at
    match = line.take(NUMBER)
    if not match:
        return None
    whole, fraction = match.groups()
    if fraction is None and line.text[line.at : line.at + 1] in {".", ","}:
        line.at += 1
        raise line.missing(f"digits missing after “{line.text[line.at - 1]}”")
    if fraction is not None and len(fraction) > 3:
        raise line.fault(since, "a number has at most three decimals")
    return _thousandths(whole, fraction)


def _thousandths(whole: str, fraction: str | None) -> int:
    return int(whole) * 1000 + int((fraction or "").ljust(3, "0"))


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
        _check_range(line, since, load)
    if load is not None and load.milli == 0 and context.measure is not Measure.WEIGHT:
        load = None  # nothing added is bodyweight alone
    return replace(typed, load=load, at=since, width=line.at - since)


def _unsigned(line: Scanner, context: Context) -> TypedLoad:
    since = line.at
    thousandths = read_number(line)
    if thousandths is None:
        raise line.unknown(FRONT_WORD, "{} isn't a number", "weight x reps: 100x5")
    unit = _unit(line)
    if line.text[line.at : line.at + 1].isalpha() and not (line.sees(TIMES) or line.sees(MARK) or line.sees(EFFORT)):
        if not line.is_begun:
            line.at = since  # letters in a number make the whole word no number
        raise line.unknown(FRONT_WORD, "{} isn't a number")
    return TypedLoad(Load(thousandths, unit or context.unit), None if unit else thousandths, takes_unit=not unit)


def _unit(line: Scanner) -> Unit | None:
    match = line.take(LOAD_UNIT)
    return Unit(match.group(1).lower()) if match else None


def _check_range(line: Scanner, since: int, load: Load) -> None:
    if load.milli > LOAD_MAX:
        raise line.fault(since, f"a weight goes up to {number(LOAD_MAX)} {load.unit}")
    if load.milli < -ASSISTANCE_MAX:
        raise line.fault(since, f"assistance goes up to {number(ASSISTANCE_MAX)} {load.unit}")


def _after_bw(line: Scanner, context: Context, since: int) -> TypedLoad:
    """What may follow bw: nothing, or a sign and a number."""
    if context.measure is Measure.WEIGHT:
        raise line.fault(since, "this exercise needs a weight, not bodyweight", "weight x reps: 60x8")
    signs = line.take(SIGNS)
    if not signs:
        return TypedLoad(None)
    thousandths, unit = _after_sign(line, signs.group())
    return TypedLoad(Load(thousandths, unit or context.unit), takes_unit=not unit)


def _after_sign(line: Scanner, sign: str) -> tuple[int, Unit | None]:
    """The number after a sign, with that sign, and its unit."""
    since = line.at
    thousandths = read_number(line)
    if thousandths is None:
        raise line.missing(f"weight missing after {sign}", "bw+20")
    if len(sign) > 1:
        raise line.fault(since - len(sign), "one sign before a number")
    return thousandths if sign == "+" else -thousandths, _unit(line)


def _signed(line: Scanner, context: Context, base: Load | None, signs: str) -> TypedLoad:
    """Behind a sign: its number, or nothing: then each sign is a step.

    On bodyweight exercises a number is what is added or taken off; everywhere else, as with
    steps, it is a change of the load shown.
    """
    since = line.at - len(signs)
    if line.sees(DIGIT):
        thousandths, unit = _after_sign(line, signs)
        if context.measure is Measure.BODYWEIGHT:
            return TypedLoad(Load(thousandths, unit or context.unit), takes_unit=not unit)
    else:
        steps = 2 * signs.count("+") - len(signs)
        thousandths, unit = steps * context.step.milli, context.step.unit
    if base is None and context.measure is Measure.WEIGHT:
        raise line.fault(since, "no weight shown to start from", "weight x reps: 60x8")
    start = base or Load(0, unit or context.unit)
    if unit not in {None, start.unit} and thousandths:
        by = Load(abs(thousandths), unit or context.unit)
        raise line.fault(since, f"{by} is no step from {start}", f"the weight itself: {start.number}{start.unit}")
    if start.milli + thousandths < 0 and context.measure is not Measure.BODYWEIGHT:
        raise line.fault(since, f"{start} − {number(-thousandths)} is below zero")
    return TypedLoad(Load(start.milli + thousandths, start.unit))


def sees_time(line: Scanner) -> bool:
    """Whether a time in its own form stands here: 1:30, 90s, 5min."""
    return bool(line.sees(TIME))


def read_amount(line: Scanner, context: Context, base: SetValues) -> SetValues:
    """`base` with the reps, the time or the distance that stands here."""
    if context.measure is Measure.TIME:
        return replace(base, seconds=_seconds(line))
    if context.measure is Measure.DISTANCE:
        return _distance_and_time(line, context, base)
    return replace(base, reps=_reps(line))


def _reps(line: Scanner) -> int:
    since = line.at
    if sees_time(line) or line.sees(DISTANCE):
        raise refuse_measure(line, "reps", "x8 for 8 reps")
    match = line.take(REPS)
    if not match:
        raise line.unknown(WORD, "{} isn't a number", "reps after x: x5")
    if match.group(2) is not None:
        raise line.fault(since, "reps are whole numbers")
    reps = int(match.group(1))
    if reps > REPS_MAX:
        raise line.fault(since, f"reps go up to {REPS_MAX}")
    return reps


def refuse_measure(line: Scanner, counted_in: str, fix: str) -> Fault:
    """The time or distance that stands here does not fit the exercise."""
    since = line.at
    what = "time" if sees_time(line) else "distance"
    line.take(TIME) or line.take(DISTANCE)
    return line.fault(since, f"this exercise is counted in {counted_in}, not {what}", fix)


def _seconds(line: Scanner) -> int:
    """A time in one of its forms, or a bare number of seconds."""
    since = line.at
    if line.sees(DISTANCE):
        if line.text[since:].rstrip().lower().endswith("m"):  # on the way to 5min
            raise Fault(since, len(line.text) - since, "minutes or metres?", "5min, 90s or 1:30", incomplete=True)
        raise refuse_measure(line, "time", "1:30, 90s or 5min")
    if time := line.take(TIME):
        return _time(line, time)
    match = line.take(REPS)
    if not match:
        raise line.unknown(WORD, "{} isn't a time", "1:30, 90s or 5min")
    if match.group(2) is not None:
        raise line.fault(since, "seconds are whole numbers", "1:30, 90s or 5min")
    return _checked_seconds(line, since, int(match.group(1)))


def _time(line: Scanner, match: re.Match[str]) -> int:
    """1:30, 1:05:00, 90s, 45sec or 5min in seconds."""
    since = match.start()
    if match["span"]:
        return _checked_seconds(line, since, int(match["span"]) * (60 if match["unit"].lower() == "min" else 1))
    clock = CLOCK.fullmatch(match["clock"])
    if not clock:
        if CLOCK_BEGUN.fullmatch(match["clock"]):
            raise line.missing("two digits after “:”", "1:30")
        raise line.fault(since, "a time is minutes:seconds", "1:30, or 1:05:00 with hours")
    first, *later = [int(part) for part in clock.groups() if part is not None]
    if max(later) > 59:
        raise line.fault(since, "minutes and seconds after “:” go up to 59", "1:30")
    seconds = first
    for part in later:
        seconds = seconds * 60 + part
    return _checked_seconds(line, since, seconds)


def _checked_seconds(line: Scanner, since: int, seconds: int) -> int:
    if seconds > SECONDS_MAX:
        raise line.fault(since, f"a time goes up to {SECONDS_MAX // 3600} hours")
    return seconds


def _distance_and_time(line: Scanner, context: Context, base: SetValues) -> SetValues:
    """A distance with its time or without, or a time alone over the distance shown."""
    if time := line.take(TIME):
        return replace(base, seconds=_time(line, time))
    distance = _distance(line, context)
    time = line.take_spaced(TIME)
    return replace(base, distance=distance, seconds=_time(line, time) if time else None)


def _distance(line: Scanner, context: Context) -> Distance:
    since = line.at
    if match := line.take(DISTANCE):
        distance = Distance(_thousandths(match.group(1), match.group(2)), DistanceUnit(match.group(3).lower()))
    else:
        thousandths = read_number(line)
        if thousandths is None:
            raise line.unknown(FRONT_WORD, "{} isn't a number", "5km 24:30")
        distance = Distance(thousandths, context.distance_unit)
    if distance.milli > DISTANCE_MAX:
        raise line.fault(since, f"a distance goes up to {number(DISTANCE_MAX)} {distance.unit}")
    return distance


def read_effort(line: Scanner, match: re.Match[str]) -> int:
    """``@8``, ``/8.5``, ``rpe 8`` or ``rir2`` as RPE in tenths; `match` is its sign."""
    since, sign = match.start(), match.group().lower()
    line.skip_spaces()
    value = read_number(line)
    if value is None:
        raise line.missing("RIR missing" if sign == "rir" else "RPE missing", f"{sign}8" if sign != "rir" else "rir2")
    rpe = 10_000 - value if sign == "rir" else value
    if _is_rpe(rpe):
        return rpe // 100
    if sign == "rir":
        raise line.fault(since, "RIR goes from 0 to 9 in halves", "rir2 is RPE 8")
    fix = "a weight after @ needs sets first: 3x5@100" if sign == "@" and value > 10_000 else f"{sign}8 or {sign}8.5"
    raise line.fault(since, "RPE goes from 1 to 10 in halves", fix)


def read_third(line: Scanner) -> int:
    """The RPE, in tenths, as the third of three numbers."""
    since = line.at
    value = read_number(line)
    if value is None or not _is_rpe(value):
        raise line.fault(since, "the third number is RPE (1–10)", "weight reps rpe: 100 5 8")
    return value // 100


def _is_rpe(thousandths: int) -> bool:
    return 1000 <= thousandths <= 10_000 and thousandths % 500 == 0
