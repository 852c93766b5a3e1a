"""A whole line: sets one after another, each with its attributes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.model.entry.amounts import read_effort
from workout_tui.model.entry.body import BodyReader
from workout_tui.model.entry.doubts import doubts_about
from workout_tui.model.entry.scanner import EFFORT, KNOWN_WORDS, LOAD_UNIT, MARK, WORD, Fault, Scanner, ascii_pattern
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.notation import MARKS, one_line
from workout_tui.model.plan import SetKind

if TYPE_CHECKING:
    from workout_tui.model.entry.values import Context
    from workout_tui.model.session import SetValues

SETS_MAX = 50
"""The most sets of one line."""

_NEXT_SET = re.compile(r";")
_DROP = re.compile(r">")
_SEPARATOR = re.compile(r"[;>]")
_NOTE = re.compile(r"#(.*)", re.DOTALL)
_MARK_FIRST = ascii_pattern(r"[wdf]+(?=\s*(?:\Z|[\d+\-−x×*=@/]|bw))")

_EXAMPLE = {
    Measure.WEIGHT: "type weight × reps: 60x8",
    Measure.BODYWEIGHT: "type the reps: 8",
    Measure.TIME: "type a time: 1:30, or 45 for seconds",
    Measure.DISTANCE: "type distance and time: 5km 24:30",
}
_AMOUNT = {Measure.WEIGHT: "reps", Measure.BODYWEIGHT: "reps", Measure.TIME: "time", Measure.DISTANCE: "distance"}


class LineReader:
    """Reads one line. `read` raises Fault; `understood` then holds what was read before it."""

    def __init__(self, text: str, context: Context, *, marks_first: bool = False) -> None:
        self._line = Scanner(text, KNOWN_WORDS[context.measure])
        self._context = context
        self._marks_first = marks_first
        self._done: list[SetValues] = []
        self._body = BodyReader(self._line, context, context.shown)
        """the form being read"""
        self._kind: SetKind | None = None
        """its mark, when it has one"""
        self.doubts: list[str] = []

    @property
    def understood(self) -> tuple[SetValues, ...]:
        """The sets read so far."""
        return (*self._done, *self._body.sets)

    def read(self) -> None:
        """Read the whole line."""
        line = self._line
        line.skip_spaces()
        if line.over:
            self._body.sets = (self._context.shown,)
            self._check_whole(line.at)
            return
        self._set(None)
        while not line.over:
            if line.take(_DROP):
                self._set(SetKind.DROP)
            elif line.take(_NEXT_SET) and line.text[line.at :].strip():
                self._set(None)
            else:
                return

    def _set(self, kind: SetKind | None) -> None:
        """One form with its attributes."""
        line = self._line
        line.skip_spaces()
        if line.over:
            raise line.missing("set missing after >", "100x8>80x6")
        if line.sees(_SEPARATOR):
            raise line.unknown(_SEPARATOR, "set missing before {}")
        self._body = BodyReader(line, self._context, self._base())
        self._kind = kind
        self._mark_before()
        since = line.at
        self._body.read()
        self._change(kind=self._kind)
        self._check_whole(since)
        self._attributes()
        self._finish_set()

    def _base(self) -> SetValues:
        """Where parts come from that are not typed: what is shown, later the set before."""
        shown = self._context.shown
        return replace(self._done[-1], rpe10=None, note="", kind=shown.kind) if self._done else shown

    def _check_whole(self, since: int) -> None:
        """Every set needs its load and its amount, typed or shown."""
        line, context, values = self._line, self._context, self._body.sets[0]
        counted = context.measure in {Measure.WEIGHT, Measure.BODYWEIGHT}
        has_amount = values.reps is not None if counted else bool(values.distance) or values.seconds is not None
        if not has_amount and values.load is None and not line.text.strip():
            raise Fault(line.at, 1, "nothing to log yet", _EXAMPLE[context.measure], incomplete=True)
        if not has_amount:
            typed = line.text[since : line.at].strip()
            after_x = typed.endswith(("x", "X", "×", "*"))
            message = f"{_AMOUNT[context.measure]} missing{' after x' if after_x else ''}"
            fix = f"{typed}{'' if after_x else 'x'}8" if counted and typed else _EXAMPLE[context.measure]
            raise Fault(line.at, 1, message, fix, incomplete=True)
        if context.measure is Measure.WEIGHT and values.load is None:
            typed = line.text[since : line.at].strip()
            or_load = f", or {typed}x if {typed} is the weight" if typed.isdecimal() else ""
            raise Fault(since, 1, "weight missing", f"weight × reps: 60x{values.reps}{or_load}", incomplete=True)

    def _finish_set(self) -> None:
        sets = self._body.sets if self._kind else self._unmarked()
        for values in dict.fromkeys(sets):
            self.doubts += doubts_about(values, self._context, self._body.front)
        self._body.sets = ()
        self._done += sets
        if len(self._done) > SETS_MAX:
            raise self._line.fault(0, f"a line has at most {SETS_MAX} sets")

    def _unmarked(self) -> tuple[SetValues, ...]:
        """The sets of a form without a mark: what goes beyond the warm-ups that are expected is work."""
        sets, most = self._body.sets, self._context.warmups
        if most is None:
            return sets
        left = max(0, most - len(self._done))
        more = (replace(one, kind=SetKind.WORK) if one.kind is SetKind.WARMUP else one for one in sets[left:])
        return (*sets[:left], *more)

    def _attributes(self) -> None:
        """Whatever stands behind the form, up to the next set."""
        line = self._line
        line.skip_spaces()
        while not (line.over or line.sees(_SEPARATOR)):
            if match := line.take(EFFORT):
                self._effort(match)
            elif match := line.take(MARK):
                self._change(kind=self._mark(match))
            elif match := line.take(LOAD_UNIT):
                self._unit(match)
            elif match := line.take(_NOTE):
                self._change(note=one_line(match.group(1)))
            else:
                raise line.unknown(WORD, "don't understand {}", "? shows the forms")
            line.skip_spaces()

    def _effort(self, match: re.Match[str]) -> None:
        rpe10 = read_effort(self._line, match)
        if self._body.has_effort:
            raise self._line.fault(match.start(), "a set has one RPE")
        self._body.has_effort = True
        self._change(rpe10=rpe10)

    def _mark_before(self) -> None:
        """A mark before the form, where that is allowed."""
        match = self._line.take(_MARK_FIRST)
        if match and not self._marks_first:
            letters = match.group().lower()
            raise self._line.fault(match.start(), f"“{letters}” goes behind the set", f"60x5{letters[0]}")
        if match:
            self._mark(match)
            self._line.skip_spaces()

    def _mark(self, match: re.Match[str]) -> SetKind:
        """What a mark makes of its set."""
        kinds = {MARKS[letter] for letter in match.group().lower()}
        if self._kind is SetKind.DROP and kinds != {SetKind.DROP}:
            raise self._line.fault(match.start(), "a drop set has no second mark", "for a drop to failure: 60x10/10")
        if len(kinds) > 1 or (self._kind and {self._kind} != kinds):
            raise self._line.fault(match.start(), "a set has one mark: w, d or f")
        self._kind = kinds.pop()
        return self._kind

    def _unit(self, match: re.Match[str]) -> None:
        """A unit behind the form is that of the load typed in it."""
        body, unit = self._body, Unit(match.group(1).lower())
        if body.takes_unit:
            body.takes_unit = False
            loads = (values.load and Load(values.load.milli, unit) for values in body.sets)
            body.sets = tuple(replace(values, load=load) for values, load in zip(body.sets, loads, strict=True))
        elif any(values.load is None or values.load.unit is not unit for values in body.sets):
            raise self._line.fault(match.start(), f"{unit} goes with a weight", f"100{unit}x5")

    def _change(self, *, kind: SetKind | None = None, rpe10: int | None = None, note: str | None = None) -> None:
        """Give all sets of the form what is not None."""
        self._body.sets = tuple(
            replace(
                values,
                kind=values.kind if kind is None else kind,
                rpe10=values.rpe10 if rpe10 is None else rpe10,
                note=values.note if note is None else note,
            )
            for values in self._body.sets
        )
