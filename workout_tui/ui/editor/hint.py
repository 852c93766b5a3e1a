"""The row below the editor's line: what ⏎ will keep, what is wrong, or what could be typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.written import describe
from workout_tui.ui.log.hint import Bar, HintView, Said
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from workout_tui.model.entry import Problem
    from workout_tui.model.written import Frame, Reading, Written
    from workout_tui.ui.log.words import Spans

_EXAMPLE = "3x5@100 r180 +2.5"


@dataclass(frozen=True, slots=True)
class Meant:
    """A line, and what the exercise would ask for with it."""

    frame: Frame
    stands: Written
    reading: Reading | None = None
    """None: nothing is typed"""
    whole: Written | None = None
    """None beside a problem"""


def hint(meant: Meant | None, said: Said | None, *, insists: bool) -> HintView:
    """The row; `said` goes before it. `insists`: ⏎ was pressed on a line that is not finished."""
    if said is not None:
        return _said(said)
    if meant is None:
        return HintView(((("⏎", "bold $now"), (" adds an exercise", "$dim")),))
    if meant.reading is None:
        words = plain(describe(meant.stands, meant.frame))
        return HintView((((words, "$dim"),), ((_EXAMPLE, "$ink"), (" changes it", "$faint"))))
    if meant.reading.problem is not None:
        return _wrong(meant.reading.problem, insists=insists)
    words = plain(describe(meant.whole or meant.reading.written, meant.frame))
    return HintView(((("⏎ ", "$now"), (words, "$ink")),))


def _wrong(problem: Problem, *, insists: bool) -> HintView:
    if problem.incomplete and not insists:
        return HintView((((f"{plain(problem.message)}…", "$faint"),),))
    pieces: list[Spans] = [((plain(problem.message), "$bad"),)]
    if problem.fix:
        pieces.append(((plain(problem.fix), "$dim"),))
    return HintView(tuple(pieces), Bar.BAD, (problem.at, max(1, problem.width)))


def _said(said: Said) -> HintView:
    mark = {Bar.WARN: ("▲ ", "$warn"), Bar.BAD: ("✗ ", "$bad")}.get(said.bar)
    words = (said.words, mark[1] if mark else "$dim")
    return HintView(((mark, words) if mark else (words,),), said.bar)
