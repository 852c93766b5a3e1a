"""The forms in which a set is typed: one method for each.

    body = X amounts [X count]                    x6  x5x3             with the load shown
         | load X [amounts [X count]]             100x5  100x5,5,4  100x5x3  105x
         | count X amount "@" load                3x5@100
         | load " " amounts [X count] [" " rpe]   100 5  100 5 8.5
         | amounts [X count]                      1:30  5km 24:30      timed and distance exercises
         | load                                   105  +  ++  -5  bw  bw+20
         | amount                                 4
         | "="                                    the last set done here
         | ""                                     only attributes: /9

An amount is what the exercise counts: reps, a time, or a distance with its time or without.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.model.entry.amounts import read_amount, read_third, refuse_measure, sees_time
from workout_tui.model.entry.loads import TypedLoad, read_load
from workout_tui.model.entry.scanner import (
    COUNT,
    DIGIT,
    DISTANCE,
    EFFORT,
    MARK,
    TIMES,
    WORD,
    Fault,
    Scanner,
    ascii_pattern,
)
from workout_tui.model.exercise import Measure

if TYPE_CHECKING:
    from workout_tui.model.entry.values import Context
    from workout_tui.model.session import SetValues

COUNT_MAX = 20
"""The most sets typed as a count."""
_REPS_UP_TO = 30
"""A bare whole number up to here is reps, a larger one a weight."""

_AGAIN = re.compile(r"=")
_COMMA = re.compile(r",")
_END = re.compile(r"\Z|[;>#]")
_AT_LOAD = ascii_pattern(r"@\s*(?:(?P<sure>bw|[+\-−]|\d+(?:[.,]\d+)?\s*(?:kg|lb))|(?P<number>\d+(?:[.,]\d+)?))")
_LOAD_AND_X = ascii_pattern(r"\d+(?:[.,]\d+)?\s*(?:kgs?|lbs?)?\s*[x×*]")
_LOAD_WITH_UNIT = ascii_pattern(r"\d+(?:[.,]\d+)?\s*(?:kg|lb)")


class BodyReader:
    """Reads one form. `read` raises Fault; `sets` then holds what was understood before it."""

    def __init__(self, line: Scanner, context: Context, base: SetValues) -> None:
        self._line = line
        self._context = context
        self._base = base
        """where parts come from that are not typed"""
        self._shown_load = base.load
        self.sets: tuple[SetValues, ...] = ()
        """what was read; several sets when the form has a list or a count"""
        self.takes_unit = False
        """whether its load was typed without a unit, so that one may follow"""
        self.has_effort = False
        """whether it had an RPE as its third number"""
        self.front: int | None = None
        """the whole number before its ×, read as its load: it may have been meant as a count"""

    def read(self) -> None:
        """Read the form that stands here."""
        line = self._line
        if line.take(_AGAIN):
            self._again()
        elif line.sees(TIMES):
            self._from_x()
        elif line.sees(EFFORT) or line.sees(_END):
            self.sets = (self._base,)
        elif self._sees_amount():
            self._amounts()
            self._count()
        else:
            self._from_load()

    def _sees_amount(self) -> bool:
        """Whether an amount that cannot be a load stands here."""
        line, measure = self._line, self._context.measure
        if measure is Measure.DISTANCE:
            return bool(line.sees(DIGIT)) and not (line.sees(_LOAD_AND_X) or line.sees(_LOAD_WITH_UNIT))
        if sees_time(line) or line.sees(DISTANCE):
            if measure is not Measure.TIME:
                raise refuse_measure(line, "reps", "x8 for 8 reps")
            return True
        return False

    def _again(self) -> None:
        """``=``: the last set done here, but for its note."""
        if self._context.last is None:
            raise Fault(self._line.at - 1, 1, "no set done here yet", "= repeats the last set")
        self.sets = (replace(self._context.last, note=""),)

    def _from_x(self) -> None:
        """``x6``: the amount alone, with the load shown."""
        line = self._line
        line.take(TIMES)
        if not self._amount_follows():
            raise line.missing("reps missing after x", "x5")
        self._amounts()
        self._count()

    def _from_load(self) -> None:
        """A form that begins with a load, or with a number that may be one."""
        line = self._line
        typed = read_load(line, self._context, self._base.load)
        self.takes_unit = typed.takes_unit
        start = line.at
        spaced = line.skip_spaces()
        if line.sees(TIMES):
            self._with_load(typed)
            self._after_x(typed)
        elif spaced and line.sees(DIGIT):
            self._with_load(typed)
            self._amounts()
            self._count()
            self._third()
        else:
            line.at = start
            self._bare(typed)

    def _with_load(self, typed: TypedLoad) -> None:
        self._base = replace(self._base, load=typed.load)
        self.sets = (self._base,)

    def _after_x(self, typed: TypedLoad) -> None:
        """``100x5``, ``100x5,5,4``, ``100x5x3``, ``3x5@100``; ``105x`` with what is shown."""
        self._line.take(TIMES)
        if not self._amount_follows():
            return
        self._amounts()
        if not (self._count() or self._sets_at_load(typed)):
            self.front = typed.whole

    def _amount_follows(self) -> bool:
        """Whether something stands behind × that is meant as an amount."""
        line = self._line
        start = line.at
        line.skip_spaces()
        if line.sees(DIGIT) or not (line.sees(EFFORT) or line.sees(MARK) or line.sees(_END)):
            return True
        line.at = start
        return False

    def _amounts(self) -> None:
        """``5`` or the list ``5,5,4``."""
        line = self._line
        amounts = [read_amount(line, self._context, self._base)]
        self.sets = tuple(amounts)
        while line.take_spaced(_COMMA):
            line.skip_spaces()
            if line.sees(_END):
                raise line.missing("number missing after ,", "100x5,5,4")
            amounts.append(read_amount(line, self._context, self._base))
            self.sets = tuple(amounts)

    def _count(self) -> bool:
        """``x3`` behind the amounts: how often."""
        line = self._line
        if not line.take_spaced(TIMES):
            return False
        line.skip_spaces()
        since = line.at
        match = line.take(COUNT)
        if not match:
            if line.sees(_END):
                raise line.missing("sets missing after x", "100x5x3")
            raise line.unknown(WORD, "{} isn't a number", "reps x sets: x5x3")
        self.sets *= _checked_count(int(match.group()), since, line.at - since, "reps x sets: x5x3")
        return True

    def _sets_at_load(self, typed: TypedLoad) -> bool:
        """``3x5@100``: behind × a number over 10 at @ is the weight, and the first one the sets."""
        line = self._line
        start = line.at
        line.skip_spaces()
        match = line.sees(_AT_LOAD)
        if not match or typed.plain is None or not _means_load(match, typed.whole):
            line.at = start
            return False
        if len(self.sets) > 1:
            raise line.fault(typed.at, "reps differ, so sets cannot be counted in front", "100x5,5,4")
        count = _checked_count(typed.whole, typed.at, typed.width, "sets x reps @ weight: 3x5@100")
        line.at += 1
        line.skip_spaces()
        typed = read_load(line, self._context, self._shown_load)
        self.takes_unit = typed.takes_unit
        self.sets = (replace(self.sets[0], load=typed.load),) * count
        return True

    def _third(self) -> None:
        """``100 5 8.5``: the third number is the RPE."""
        line = self._line
        start = line.at
        if not (line.skip_spaces() and line.sees(DIGIT)):
            line.at = start
            return
        rpe10 = read_third(line)
        self.has_effort = True
        self.sets = tuple(replace(values, rpe10=rpe10) for values in self.sets)

    def _bare(self, typed: TypedLoad) -> None:
        """A load alone, or a bare number, which may be an amount."""
        if typed.plain is None or (self._context.measure is Measure.WEIGHT and not self._is_reps(typed.whole)):
            self._with_load(typed)
            return
        self._line.at = typed.at
        self.takes_unit = False
        self._amounts()

    def _is_reps(self, whole: int | None) -> bool:
        """Whether a bare number on a weight exercise is reps: see `_REPS_UP_TO`.

        Where the load shown is as small as that, as with dumbbells, it is whichever it is nearer to.
        """
        if whole is None:
            return False
        load, reps = self._base.load, self._base.reps
        if load is not None and reps is not None and 0 < load.milli <= _REPS_UP_TO * 1000:
            to_load, to_reps = abs(whole * 1000 - load.milli), abs(whole - reps) * 1000
            if to_load != to_reps:
                return to_reps < to_load
        return whole <= _REPS_UP_TO


def _checked_count(count: int | None, at: int, width: int, fix: str) -> int:
    if count is None or not 1 <= count <= COUNT_MAX:
        raise Fault(at, width, f"sets must be a whole number from 1 to {COUNT_MAX}", fix)
    return count


def _means_load(at: re.Match[str], count: int | None) -> bool:
    """Whether what stands behind @ is a weight. From 10 to 30 it may also be a mistyped RPE."""
    if at["sure"]:
        return True
    value = float(at["number"].replace(",", "."))
    return value > 30 or (value > 10 and count is not None and 1 <= count <= COUNT_MAX)
