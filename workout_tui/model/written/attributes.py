"""What stands behind the sets of a template's line: rest, step, deload, training max, superset, note."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.model.entry.amounts import read_amount
from workout_tui.model.entry.scanner import LOAD_UNIT, Pattern, Scanner, ascii_pattern, read_number, refuse_letters
from workout_tui.model.entry.values import Context
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.notation import one_line
from workout_tui.model.plan import Deload
from workout_tui.model.session import SetValues

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from workout_tui.model.written.values import Frame, Written

REST_MAX = 3600
"""The longest rest, in seconds."""
STEP_MAX = 100_000
"""The largest step, in thousandths."""
MAX_MAX = 2_000_000
"""The largest training max, in thousandths."""

_SECONDS = Context(Measure.TIME)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing that may stand there, once."""

    name: str
    pattern: Pattern
    """what it begins with"""
    field: str
    read: Callable[[Scanner, re.Match[str], Frame, Written], Written]

    def is_in(self, written: Written) -> bool:
        """Whether it was said before."""
        return bool(getattr(written, self.field))


def _rest(line: Scanner, _: re.Match[str], __: Frame, written: Written) -> Written:
    since = line.at
    seconds = read_amount(line, _SECONDS, SetValues()).seconds
    if seconds is None or seconds > REST_MAX:
        raise line.fault(since, "a rest goes up to an hour", "r180, or r3:00")
    return replace(written, rest_s=seconds)


def _step(line: Scanner, match: re.Match[str], frame: Frame, written: Written) -> Written:
    step = _load(line, frame)
    if step is None:
        raise line.missing("how much more?", "+2.5")
    if not 0 < step.milli <= STEP_MAX:
        raise line.fault(match.start(), f"a step goes from 0.001 to {STEP_MAX // 1000}", "+2.5")
    return replace(written, step=step)


def _deload(line: Scanner, match: re.Match[str], _: Frame, written: Written) -> Written:
    percent, after = int(match[1]), int(match[2] or 3)
    if not 1 <= percent <= 90 or not 1 <= after <= 9:
        raise line.fault(match.start(), "a deload takes 1 to 90 % off, after 1 to 9 misses", "-10%x3")
    return replace(written, deload=Deload(percent, after))


def _training_max(line: Scanner, match: re.Match[str], frame: Frame, written: Written) -> Written:
    line.skip_spaces()
    found = _load(line, frame)
    if found is None:
        raise line.missing("training max missing", "tm140")
    if not 0 < found.milli <= MAX_MAX:
        raise line.fault(match.start(), f"a training max goes from 0.001 to {MAX_MAX // 1000}", "tm140")
    return replace(written, training_max=found)


def _superset(_: Scanner, match: re.Match[str], __: Frame, written: Written) -> Written:
    return replace(written, superset=match[1].upper())


def _note(_: Scanner, match: re.Match[str], __: Frame, written: Written) -> Written:
    return replace(written, note=one_line(match[1]))


def _load(line: Scanner, frame: Frame) -> Load | None:
    since = line.at
    milli = read_number(line)
    if milli is None:
        return None
    refuse_letters(line, since)
    unit = line.take(LOAD_UNIT)
    return Load(milli, Unit(unit[1].lower()) if unit else frame.unit)


ATTRIBUTES = (
    Attribute("the note", ascii_pattern(r"#(.*)"), "note", _note),
    Attribute("the deload", ascii_pattern(r"[-−](\d{1,3})\s*%(?:\s*[x×*]\s*(\d))?(?!\d)"), "deload", _deload),
    Attribute("the step", ascii_pattern(r"\+\s*"), "step", _step),
    Attribute("the training max", ascii_pattern(r"tm"), "training_max", _training_max),
    Attribute("the superset", ascii_pattern(r"g\s*([a-z])(?![a-z])"), "superset", _superset),
    Attribute("the rest", ascii_pattern(r"r\s*(?=\d)"), "rest_s", _rest),
)
"""All of them, in the order in which they are tried."""
