"""The line of a template, read from left to right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.model.entry import LINE_MAX, Problem
from workout_tui.model.entry.scanner import EFFORT, KNOWN_WORDS, WORD, Fault, Scanner, ascii_pattern
from workout_tui.model.notation import one_line
from workout_tui.model.written.attributes import ATTRIBUTES
from workout_tui.model.written.blocks import BlockReader
from workout_tui.model.written.values import Frame, Reading, Written

if TYPE_CHECKING:
    from workout_tui.model.plan import Target

SETS_MAX = 50
"""The most sets of one exercise."""

_COMMA = ascii_pattern(r"\s*,\s*")
_EXAMPLE = "sets x reps @ load: 3x5@100"


def read(text: str, frame: Frame) -> Reading:
    """Read what was typed for an exercise.

    Args:
        text: the line; empty: nothing is asked, not even a number of sets.
        frame: what it is read against.
    """
    if len(text) > LINE_MAX:
        return Reading(problem=Problem(LINE_MAX, len(text) - LINE_MAX, f"a line has at most {LINE_MAX} characters"))
    reader = _LineReader(text, frame)
    try:
        reader.read()
    except Fault as fault:
        problem = Problem(fault.at, fault.width, one_line(fault.message), one_line(fault.fix), fault.incomplete)
        return Reading(reader.written, problem)
    return Reading(reader.written)


class _LineReader:
    """A line on its way to what it says; `written` is what was understood so far."""

    def __init__(self, text: str, frame: Frame) -> None:
        self._line = Scanner(text, (*KNOWN_WORDS[frame.measure], "tm"))
        self._frame = frame
        self._blocks = BlockReader(self._line, frame)
        self._last = 0
        """how many sets the last block has"""
        self.written = Written()

    def read(self) -> None:
        """Read all of it."""
        self._line.skip_spaces()
        if not self._attribute():
            self._read_blocks()
        while not self._line.over:
            self._line.skip_spaces()
            if not self._line.over and not self._attribute() and not self._late_load():
                raise self._line.unknown(WORD, "don't understand {}", _EXAMPLE)

    def _late_load(self) -> bool:
        """Read a load typed at the end of a line that had none: ``3x5 r180 +2.5 @60``; whether there was one."""
        targets = self.written.targets
        before, block = targets[: len(targets) - self._last], targets[len(targets) - self._last :]
        found = self._blocks.late_load(block) if block else None
        if found is None:
            return False
        self.written = replace(self.written, targets=(*before, *found))
        return True

    def _read_blocks(self) -> None:
        while not self._line.over:
            since = self._line.at
            self._add(since, self._blocks.read())
            if not self._line.take(_COMMA):
                return
            if self._line.over:
                raise self._line.missing("more sets missing after “,”", "3x5@100, 1x8@90")

    def _add(self, since: int, targets: tuple[Target, ...]) -> None:
        if len(self.written.targets) + len(targets) > SETS_MAX:
            raise self._line.fault(since, f"an exercise has at most {SETS_MAX} sets")
        self.written = replace(self.written, targets=(*self.written.targets, *targets))
        self._last = len(targets)

    def _attribute(self) -> bool:
        """Read the attribute that stands here; whether there was one."""
        if self._line.sees(EFFORT):
            return False
        for attribute in ATTRIBUTES:
            if match := self._line.take(attribute.pattern):
                since = match.start()
                if attribute.is_in(self.written):
                    raise self._line.fault(since, f"{attribute.name} is said twice")
                self.written = attribute.read(self._line, match, self._frame, self.written)
                return True
        return False
