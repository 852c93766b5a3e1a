"""What ⏎ will log, in the largest letters there are, and the line of facts below it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workout_tui.model.load import number
from workout_tui.model.notation import clock, one_line, rpe_text
from workout_tui.model.plan import SetKind
from workout_tui.ui.log.before import at_same_place
from workout_tui.ui.log.table import caption
from workout_tui.ui.log.words import COUNTED, Spans, amount_cell, load_cell, short
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from workout_tui.model.load import Load
    from workout_tui.model.session import SetValues
    from workout_tui.ui.log.look import Look

_KIND_WORDS = {SetKind.WARMUP: "warm-up", SetKind.DROP: "drop", SetKind.FAILURE: "to failure"}


class Tone(StrEnum):
    """How sure the figures are."""

    SHOWN = "shown"
    """as suggested"""
    TYPED = "typed"
    DOUBTED = "doubted"
    STALE = "stale"
    """only the part that was understood, or not what ⏎ does"""


@dataclass(frozen=True, slots=True)
class HeroView:
    """The current set, large."""

    caption: str
    extras: tuple[str, ...]
    """what belongs to the set besides: the effort, its kind, how many of it"""
    figures: str
    """empty: nothing is known yet"""
    tone: Tone
    facts: tuple[Spans, ...]
    """last time, the difference; each may be left out when there is no room"""


def hero(look: Look) -> HeroView:
    """The current set as it will be logged."""
    shown = look.shown
    known_enough = shown is not None and figures(look, shown)
    return HeroView(
        caption=caption(look),
        extras=_extras(look, shown),
        figures=known_enough or "",
        tone=_tone(look),
        facts=_facts(look, shown),
    )


def figures(look: Look, values: SetValues) -> str:
    """A set in the letters of the large face; empty when not even part of it is known."""
    measure = look.block.exercise.measure
    if measure in COUNTED:
        reps = "" if values.reps is None else f" × {values.reps}"
        load = load_cell(values.load, measure, look.known.unit)
        return f"{load}{reps}".replace("·", "-" if reps else "").replace("−", "-").strip()
    amount = amount_cell(values, measure).replace("·", "")
    if values.seconds is not None and values.distance is not None:
        amount = f"{amount} {clock(values.seconds)}"
    load = "" if values.load is None else f"{load_cell(values.load, measure, look.known.unit)} × "
    return f"{load}{amount}".strip()


def _tone(look: Look) -> Tone:
    if look.entry.problem is not None or (look.is_beyond and not look.text and not look.idea):
        return Tone.STALE
    if look.entry.doubts:
        return Tone.DOUBTED
    return Tone.TYPED if look.text or look.idea else Tone.SHOWN


def _extras(look: Look, shown: SetValues | None) -> tuple[str, ...]:
    extras = []
    if shown is not None:
        if shown.rpe10 is not None:
            extras.append(f"@{rpe_text(shown.rpe10)}")
        if shown.kind in _KIND_WORDS and not (shown.kind is SetKind.DROP or caption(look).startswith("WARM")):
            extras.append(_KIND_WORDS[shown.kind])
        if shown.note:
            extras.append(f"“{plain(one_line(shown.note))}”")
    if len(look.entry.sets) > 1:
        extras.append(f"and {len(look.entry.sets) - 1} more")
    if look.is_editing:
        extras.append("change it" if look.text else "done")
    elif not look.text and look.idea:
        extras.append(f"{look.idea + 1} of {len(look.ideas)}")
    return tuple(extras)


def _facts(look: Look, shown: SetValues | None) -> tuple[Spans, ...]:
    last = at_same_place(look.block, look.row, look.known)
    facts: list[Spans] = []
    if last is not None:
        facts.append((("last ", "$faint"), (short(last, look.block.exercise.measure, look.known.unit), "$dim")))
        if shown is not None:
            facts.append(_difference(shown, last))
    target = look.row.planned.target if look.row and look.row.planned else None
    if target and target.rpe10 is not None and not look.is_editing:
        facts.append(((f"aim @{rpe_text(target.rpe10)}", "$faint"),))
    return tuple(fact for fact in facts if fact)


def _difference(shown: SetValues, last: SetValues) -> Spans:
    """How a set differs from last time's: in load, else in reps or time."""
    load = _load_difference(shown.load, last.load)
    if load is None:
        return ()
    if load:
        return _signed(load, f"{number(abs(load))} {(shown.load or last.load).unit}")  # type: ignore[union-attr]
    if shown.reps is not None and last.reps is not None and shown.reps != last.reps:
        more = shown.reps - last.reps
        return _signed(more, f"{abs(more)} {'rep' if abs(more) == 1 else 'reps'}")
    if shown.seconds and last.seconds and shown.seconds != last.seconds:
        return _signed(shown.seconds - last.seconds, clock(abs(shown.seconds - last.seconds)))
    return (("= the same", "$faint"),)


def _load_difference(shown: Load | None, last: Load | None) -> int | None:
    """Thousandths more than last time; None when the two cannot be compared exactly."""
    if shown and last and shown.unit is not last.unit:
        return None
    return (shown.milli if shown else 0) - (last.milli if last else 0)


def _signed(difference: float, text: str) -> Spans:
    return ((f"▲ {text}", "$done"),) if difference > 0 else ((f"▼ {text}", "$warn"),)
