"""What is done with a load, as it is typed: reps, a time or a distance, and how hard it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.model.entry.scanner import (
    CLOCK,
    CLOCK_BEGUN,
    DISTANCE,
    FRONT_WORD,
    REPS,
    TIME,
    WORD,
    Fault,
    Scanner,
    read_number,
    refuse_letters,
    thousandths,
)
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit, number

if TYPE_CHECKING:
    import re

    from workout_tui.model.entry.values import Context
    from workout_tui.model.session import SetValues

REPS_MAX = 999
"""The most reps of a set."""
SECONDS_MAX = 7 * 86_400
"""The longest set."""
DISTANCE_MAX = 1_000_000_000
"""The longest distance, in thousandths of its unit."""


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
    refuse_letters(line, since)
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
    if match := line.sees(DISTANCE):
        if match.end() == len(line.text) and "min".startswith(match.group(3).lower()):
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
        distance = Distance(thousandths(match.group(1), match.group(2)), DistanceUnit(match.group(3).lower()))
    else:
        value = read_number(line)
        if value is None:
            raise line.unknown(FRONT_WORD, "{} isn't a number", "5km 24:30")
        distance = Distance(value, context.distance_unit)
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


def _is_rpe(value: int) -> bool:
    return 1000 <= value <= 10_000 and value % 500 == 0
