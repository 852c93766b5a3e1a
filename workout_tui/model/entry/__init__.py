"""The set line: text in, sets or a problem out.

    line      = "" | set { (";" | ">") set } [ ";" ]    "" logs what is shown
    set       = body { attribute }                      100x5 @8 w #note
    attribute = effort | mark | unit | "#" note         @8 /8 rpe8 rir2, w d f, kg lb

Sets behind ``;`` are sets of their own, those behind ``>`` are drop sets. The forms of a body are
listed in `entry.body`, their parts are read in `entry.loads` and `entry.amounts`. Nothing typed
makes `read` raise, and what it returns without a problem is within what a set may hold.
"""

from __future__ import annotations

from workout_tui.model.entry.doubts import doubts_about_count
from workout_tui.model.entry.line import LineReader
from workout_tui.model.entry.scanner import Fault
from workout_tui.model.entry.values import Context, Entry, Problem
from workout_tui.model.notation import one_line, show_all

__all__ = ["LINE_MAX", "Context", "Entry", "Problem", "read"]

LINE_MAX = 500
"""The most characters a line may have, its note included."""


def read(text: str, context: Context, *, marks_first: bool = False) -> Entry:
    """Read what was typed.

    Args:
        text: the line.
        context: what it is read against.
        marks_first: whether ``w``, ``d`` and ``f`` may also stand before a set, ``w 60x5``. On
            the log screen they may not: there they are commands.
    """
    if len(text) > LINE_MAX:
        return Entry(problem=Problem(LINE_MAX, len(text) - LINE_MAX, f"a line has at most {LINE_MAX} characters"))
    reader = LineReader(text, context, marks_first=marks_first)
    try:
        reader.read()
    except Fault as fault:
        fix = fault.fix
        meant = _without_letters(text, fault)
        if not fix and meant and read(meant, context, marks_first=marks_first).problem is None:
            fix = f"did you mean {meant.strip()}?"
        # Both quote what was typed, which may hold anything.
        problem = Problem(fault.at, fault.width, one_line(fault.message), one_line(fix), fault.incomplete)
        return Entry(reader.understood, problem)
    sets = reader.understood
    doubts = (*reader.doubts, *doubts_about_count(len(sets), context.open_sets))
    return Entry(sets, doubts=doubts, reading=show_all(sets, context.measure))


_LETTERS_FOR_DIGITS = str.maketrans({"o": "0", "O": "0", "l": "1", "I": "1"})


def _without_letters(text: str, fault: Fault) -> str:
    """The line with letters that stand for digits in the faulty word, 1oo, made digits; empty if there are none."""
    end = fault.at + fault.width
    word = text[fault.at : end]
    digits = word.translate(_LETTERS_FOR_DIGITS)
    return text[: fault.at] + digits + text[end:] if word[:1].isdecimal() and digits != word else ""
