"""Below the table: what the marked exercise asks for next, what was done of it, and how to warm up for it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.plan import SetKind
from workout_tui.model.plates import load_bar
from workout_tui.ui.presenters import amounts, when
from workout_tui.ui.presenters.changes import step
from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, cut, join, styled, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.load import Load
    from workout_tui.model.plan import Target
    from workout_tui.model.session import PastExercise, SetValues
    from workout_tui.ui.editor.known import Beside
    from workout_tui.ui.presenters.editor.view import EditorView

_LABEL = 10


def columns(view: EditorView, width: int, height: int) -> list[Content]:
    """Three columns side by side, for a wide window."""
    if view.beside is None or height < 3:
        return []
    first, last = 34, 30
    middle = width - first - last - 6
    parts = [
        (_ahead(view, view.beside, first), first),
        (_times(view, view.beside, middle, height - 2), middle),
        (_ramp(view, view.beside), last),
    ]
    rows = max(len(rows) for rows, _ in parts)
    return [
        Content("   ").join(
            [cell(rows[n] if n < len(rows) else EMPTY, wide, dots=view.glyphs.dots) for rows, wide in parts]
        )
        for n in range(min(rows, height))
    ]


def brief(view: EditorView, width: int, height: int) -> list[Content]:
    """The same in a row or two each, for a small window."""
    if view.beside is None or height < 2:
        return []
    beside = view.beside
    rows = [_labelled("TODAY" if view.is_sketch else "NEXT TIME", _next_words(view, beside), width, view)]
    if beside.outlook:
        rows.append(_labelled("THEN", styled(_outlook(beside), "$dim"), width, view))
    maximum = _training_max(view, beside)
    rows += [_labelled("", maximum, width, view)] if maximum.cell_length else []
    past = [_time(one, view) for one in reversed(beside.known.history)]
    room = height - len(rows) - (1 if beside.ramp else 0)
    rows += [_labelled("LAST" if not n else "", row, width, view) for n, row in enumerate(past[: max(0, room)])]
    if beside.ramp:
        warm = "  ".join(_ramp_set(target, view) for target in beside.ramp)
        rows.append(_labelled("WARM-UP", styled(warm, "$dim"), width, view))
    return rows[:height]


def _labelled(label: str, words: Content, width: int, view: EditorView) -> Content:
    return cut(Content.assemble("  ", cell(styled(label, HEAD), _LABEL), words), width, view.glyphs.dots)


def _ahead(view: EditorView, beside: Beside, width: int) -> list[Content]:
    rows = [styled("TODAY" if view.is_sketch else "NEXT TIME", HEAD), EMPTY]
    following = beside.next
    if following is None or not following.targets:
        return [*rows, styled("sets as last time", "$dim")]
    for amount, load in _runs(following.targets, view):
        rows.append(Content.assemble(cell(styled(amount), 14), "  ", styled(load, "bold")))
    change = step(following.delta, view.glyphs)
    why = wrapped(following.why, width - change.cell_length - 1, 2, view.glyphs.dots) if following.why else []
    rows += [join([change if not n else EMPTY, styled(words, "$dim")], " ") for n, words in enumerate(why)]
    if beside.outlook:
        rows += [EMPTY, styled("AND IF ALL IS MADE", HEAD), EMPTY, styled(_outlook(beside), "$dim")]
    maximum = _training_max(view, beside)
    return [*rows, EMPTY, maximum] if maximum.cell_length else rows


def _training_max(view: EditorView, beside: Beside) -> Content:
    """What the percentages are of; a word of warning where that is not known."""
    if beside.known.training_max is not None:
        return styled(f"training max {beside.known.training_max}", "$dim")
    targets = view.template.exercises[view.marked].targets
    if all(target.percent10 is None for target in targets):
        return EMPTY
    return Content.assemble((f"{view.glyphs.warn} ", "$warn"), styled("no training max yet: type tm140"))


def _times(view: EditorView, beside: Beside, width: int, most: int) -> list[Content]:
    rows = [styled("LAST TIMES", HEAD), EMPTY]
    past = list(reversed(beside.known.history))[: max(0, most)]
    if not past:
        return [*rows, styled("not done yet", "$dim")]
    return [*rows, *(cut(_time(one, view), width, view.glyphs.dots) for one in past)]


def _ramp(view: EditorView, beside: Beside) -> list[Content]:
    if not beside.ramp or beside.next is None:
        return []
    bar = beside.known.rack.bar
    rows = [Content.assemble((f"{'WARM-UP':<12}", HEAD), ("each side" if bar else "", "$faint")), EMPTY]
    top = amounts.top_load(beside.next.targets)
    rows += [
        Content.assemble(
            cell(styled(_ramp_set(target, view), "$dim"), 12), styled(_side(target.load, beside), "$faint")
        )
        for target in beside.ramp
    ]
    if top:
        rows.append(Content.assemble(cell(styled(top.number, "bold"), 12), styled(_side(top, beside), "$dim")))
    return rows if beside.is_planned else [*rows, EMPTY, styled("W while training puts it in", "$faint")]


def _side(load: Load | None, beside: Beside) -> str:
    """The plates of one side, or what can be loaded instead."""
    rack = beside.known.rack
    found = load_bar(load, rack.bar, rack.plates) if load and rack.bar else None
    if found is None:
        return ""
    if found.side is None:
        near = " or ".join(one.number for one in (found.below, found.above) if one)
        return f"not to be had: {near}" if near else "not to be had"
    return " + ".join(plate.number for plate in found.side) or "the bar"


def _ramp_set(target: Target, view: EditorView) -> str:
    load = target.load.number if target.load else view.glyphs.dash
    return f"{load} {view.glyphs.times} {target.reps_lo}"


def _next_words(view: EditorView, beside: Beside) -> Content:
    following = beside.next
    if following is None or not following.targets:
        return styled("sets as last time", "$dim")
    sets = ", ".join(f"{amount} at {load}" if load else amount for amount, load in _runs(following.targets, view))
    return join([styled(sets, "bold"), step(following.delta, view.glyphs), styled(following.why, "$dim")], "  ")


def _runs(targets: Sequence[Target], view: EditorView) -> list[tuple[str, str]]:
    """The work sets by load: ``("3 × 5", "102.5 kg")``."""
    unit, glyphs = view.unit, view.glyphs
    measure = view.template.exercises[view.marked].exercise.measure
    runs = []
    for load, run in groupby(amounts.work(targets), lambda target: target.load):
        text = amounts.load_number(load, measure, glyphs) if load else ""
        runs.append((amounts.sets_text(list(run), glyphs), f"{text} {load.unit if load else unit}" if text else ""))
    return runs


def _outlook(beside: Beside) -> str:
    return " · ".join(load.number for load in beside.outlook)


def _time(one: PastExercise, view: EditorView) -> Content:
    """A session of it: the day, then its work sets, those of one load together."""
    day = cell(styled(when.short(one.day, view.today).rjust(6), "$dim"), 12)
    return Content.assemble(day, styled("  ".join(_sets(one.sets, view))))


def _sets(sets: Sequence[SetValues], view: EditorView) -> list[str]:
    measure = view.template.exercises[view.marked].exercise.measure
    work = [one for one in sets if one.kind is not SetKind.WARMUP] or sets
    return amounts.in_runs(
        (amounts.set_text(amounts.without_effort(one), measure, view.glyphs, tight=True) for one in work), view.glyphs
    )
