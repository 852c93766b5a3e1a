"""The line below the entry: what ⏎ will do, what is wrong, or what could be typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.notation import show_all
from workout_tui.model.strength import set_e1rm
from workout_tui.ui.log.course import is_all_done, onward, row_at
from workout_tui.ui.log.named import ADD_EXERCISE, FINISH, MOVE_SETS, REMOVE, SKIP
from workout_tui.ui.log.table import labels, stars
from workout_tui.ui.log.words import COUNTED, Spans, short
from workout_tui.ui.presenters.counted import counted
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from workout_tui.ui.log.look import Look


class Bar(StrEnum):
    """The colour of the bar beside the entry."""

    NOW = "now"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Said:
    """Words that stand until the next key."""

    words: str
    bar: Bar = Bar.NOW
    is_record: bool = False


ONLY_LOOKS = Said("this window only looks: another one has the log", Bar.WARN)
"""said instead of writing, where another window may write"""


@dataclass(frozen=True, slots=True)
class HintView:
    """The hint, piece by piece: those at the end are left out when there is no room."""

    pieces: tuple[Spans, ...]
    bar: Bar = Bar.NOW
    under: tuple[int, int] | None = None
    """column and width of the fault in the line above"""


def hint(look: Look | None, said: Said | None, *, is_free: bool, insists: bool = False) -> HintView:
    """The hint for a place; `said` goes before it.

    `insists`: ⏎ was pressed on a line that cannot be logged, so that it is no longer merely unfinished.
    """
    if said is not None:
        return _said(said)
    if look is None:
        return HintView((((ADD_EXERCISE, "bold $now"), (" adds the first exercise", "$dim")),))
    if look.text.strip():
        return _typed(look, insists=insists)
    return HintView(_idle(look, is_free=is_free))


def _said(said: Said) -> HintView:
    if said.is_record:
        return HintView((((f"★ {plain(said.words)}", "bold $pr"),),))
    marks = {Bar.WARN: ("▲ ", "$warn"), Bar.BAD: ("✗ ", "$bad")}
    mark = marks.get(said.bar)
    words = (said.words, mark[1] if mark else "$dim")
    return HintView(((mark, words) if mark else (words,),), said.bar)


def _typed(look: Look, *, insists: bool) -> HintView:
    problem = look.entry.problem
    if problem is not None and problem.incomplete and not insists:
        return HintView((((f"{plain(problem.message)}…", "$faint"),),))
    if problem is not None:
        pieces: list[Spans] = [((plain(problem.message), "$bad"),)]
        if problem.fix:
            pieces.append(((plain(problem.fix), "$dim"),))
        return HintView(tuple(pieces), Bar.BAD, (problem.at, max(1, problem.width)))
    if look.entry.doubts:
        return HintView((((f"▲ {look.entry.doubts[0]}", "$warn"),), (("⏎⏎", "$dim"),)), Bar.WARN)
    return HintView(_reading(look))


def _reading(look: Look) -> tuple[Spans, ...]:
    verb = "changes it to " if look.is_editing else "logs "
    reading = look.entry.reading or show_all(look.entry.sets, look.block.exercise.measure)
    pieces: list[Spans] = [(("⏎ ", "$now"), (verb, "$dim"), (plain(reading), "bold"))]
    estimate = set_e1rm(look.block.exercise.measure, look.entry.sets[0])
    if estimate is not None:
        pieces.append(((f"e1RM {estimate:.0f}", "$dim"),))
    if look.records:
        pieces.append(((f"★ PR {stars(look.records)}", "$pr"),))
    return tuple(pieces)


def _idle(look: Look, *, is_free: bool) -> tuple[Spans, ...]:
    if look.is_editing:
        return _on_done_row(look)
    if look.is_skipped:
        return ((("skipped", "$dim"),), ((SKIP, "bold $now"), (" takes it back", "$faint")))
    if look.is_beyond and not look.idea:
        return _past_the_end(look, is_free=is_free)
    return _examples(look)


def _on_done_row(look: Look) -> tuple[Spans, ...]:
    there = onward(look.session, look.block)
    row = row_at(look.session, there)
    back = (("⏎", "bold $now"), (" next" if look.is_past else " back", "$dim"))
    if not look.is_past and row is not None and there.block == look.block.uid:
        back = (("⏎", "bold $now"), (f" back to set {labels(look.block)[there.row or '']}", "$dim"))
    return (
        back,
        ((REMOVE, "bold $now"), (" remove it", "$faint")),
        ((MOVE_SETS, "bold $now"), (" wrong exercise", "$faint")),
    )


def _past_the_end(look: Look, *, is_free: bool) -> tuple[Spans, ...]:
    if look.is_past:
        another: Spans = ((ADD_EXERCISE, "bold $now"), (" another exercise", "$dim"))
        return ((("⏎", "bold $now"), (" next exercise", "$dim")), another, *_examples(look))
    finish: Spans = ((FINISH, "bold $now"), (" finish", "$dim"))
    if not is_all_done(look.session):
        return ((("⏎", "bold $now"), (" goes on", "$dim")), *_examples(look))
    if is_free:
        return ((("⏎", "bold $now"), (" next exercise", "$dim")), finish, *_examples(look))
    return ((("all sets done", "$done"),), finish, ((ADD_EXERCISE, "bold $now"), (" another exercise", "$dim")))


def _examples(look: Look) -> tuple[Spans, ...]:
    """What could be typed here, most used first. Before it, what a load is of."""
    settled = counted(look.block.exercise, look.block.setting)
    loadless = look.shown is None or look.shown.load is None
    begins = look.block.exercise.measure is Measure.WEIGHT and loadless
    found = _first_examples(look) if begins else _usual_examples(look)
    examples: tuple[Spans, ...] = tuple(((example, "$ink"), (f" {meaning}", "$faint")) for example, meaning in found)
    return (((settled, "$dim"),), *examples) if settled else examples


def _first_examples(look: Look) -> list[tuple[str, str]]:
    """Where no load is known yet none can be left out, and there is none to step from."""
    unit, reps = look.known.unit, look.shown.reps if look.shown else None
    as_planned = [] if reps is None else [("60x", f"60 {unit} for {reps}")]
    return [*as_planned, ("60x8", f"60 {unit} for 8"), ("60x8x3", "3 sets"), ("60x8,8,6", "sets of 8, 8, 6")]


def _usual_examples(look: Look) -> list[tuple[str, str]]:
    """The second suggestion is among them."""
    measure = look.block.exercise.measure
    found: list[tuple[str, str]] = []
    if measure is Measure.WEIGHT:
        found = [("105*5/8", f"{look.known.unit}*reps/RPE"), ("4", "reps")]
    elif measure is Measure.BODYWEIGHT:
        found = [("8", "reps"), ("+20*6", "added"), ("-20*8", "assisted")]
    elif measure is Measure.TIME:
        found = [("1:30", "time"), ("45", "seconds"), ("20x1:00", "with a load")]
    else:
        found = [("5km 24:30", "distance and time"), ("400m", "distance")]
    if measure is Measure.WEIGHT:
        found.append(("+", f"{look.known.step.number} more"))
    other = look.ideas[(look.idea + 1) % len(look.ideas)] if len(look.ideas) > 1 else None
    if other is not None:
        found.append((".", short(other, measure, look.known.unit)))
    found.append(("=", "same again"))
    if measure in COUNTED:
        found += [("x5x3", "3 sets"), ("60x5w", "warm-up")]
    return found
