"""The exercises of a template, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from workout_tui.model.exercise import Measure
from workout_tui.model.load import number
from workout_tui.model.notation import clock
from workout_tui.model.plan import ProgramKind
from workout_tui.ui.presenters import amounts
from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, styled

if TYPE_CHECKING:
    from workout_tui.model.plan import TemplateExercise
    from workout_tui.ui.presenters.editor.view import EditorView

_GAP = "  "
_REST = 5
_LOAD = 7


class _Widths(NamedTuple):
    """The columns that depend on what stands in them."""

    group: int
    name: int
    sets: int
    rule: int


def table(view: EditorView, width: int, room: int) -> list[Content]:
    """The head and a row for each exercise, in at most `room` rows; those around the mark when there are more."""
    widths = _widths(view, width)
    rows = [_row(view, widths, place, width) for place in range(len(view.template.exercises))]
    rows.append(_add(view, width))
    airy = view.tall and 2 * len(rows) <= room - 1
    first = min(max(0, view.marked - max(0, room - 3)), max(0, len(rows) - room + 1))
    shown = rows[first : first + max(0, room - 1)]
    body = [line for row in shown for line in ([row, EMPTY] if airy else [row])]
    return [_head(view, widths, width), *body]


def rule_words(one: TemplateExercise, kind: ProgramKind, dash: str, *, brief: bool = False) -> str:
    """The rule of progression: ``+2.5 all reps made``, ``+2.5 at top of range``, ``−10 % after 3``.

    `kind` is that of its program: a training max goes up by itself in new runs alone, which some have not.
    """
    parts = []
    if one.step is not None:
        parts.append(f"+{one.step.number} {_when(one, kind)}")
    if one.deload is not None and not (brief and parts):
        parts.append(f"−{one.deload.percent} % after {one.deload.after}")
    return " · ".join(parts) or dash


def _rule(one: TemplateExercise, view: EditorView, dash: str) -> str:
    return rule_words(one, view.template.program_kind, dash, brief=not view.wide)


def _when(one: TemplateExercise, kind: ProgramKind) -> str:
    if any(target.percent10 is not None for target in one.targets):
        return "in programs only" if kind is ProgramKind.LOOSE else "a new run"
    if any(target.reps_lo != target.reps_hi for target in one.targets):
        return "at top of range"
    return "all reps made" if one.exercise.measure in {Measure.WEIGHT, Measure.BODYWEIGHT} else "all made"


def _widths(view: EditorView, width: int) -> _Widths:
    exercises = view.template.exercises
    group = 4 if any(one.superset for one in exercises) else 0
    sets = max([4, *(len(amounts.sets_text(one.targets, view.glyphs)) for one in exercises)])
    names = max([8, *(len(one.exercise.name) for one in exercises)])
    rule = max([11, *(len(_rule(one, view, "-")) for one in exercises)])
    fixed = 6 + group + _LOAD + _REST + 4 * len(_GAP)
    sets = min(sets, 30 if view.wide else 16)
    name = min(names, 30 if view.wide else 22, max(10, width - fixed - sets - min(rule, 22)))
    return _Widths(group, name, sets, max(0, min(rule, width - fixed - sets - name)))


def _head(view: EditorView, widths: _Widths, width: int) -> Content:
    row = Content.assemble(
        " " * (6 + widths.group),
        cell(styled("EXERCISE", HEAD), widths.name), _GAP,
        cell(styled("SETS", HEAD), widths.sets), _GAP,
        cell(styled(str(view.unit).upper(), HEAD), _LOAD, right=True), _GAP,
        cell(styled("REST", HEAD), _REST, right=True), _GAP,
        styled("PROGRESSION", HEAD),
    )  # fmt: skip
    return cell(row, width)


def _row(view: EditorView, widths: _Widths, place: int, width: int) -> Content:
    one, marked, glyphs = view.template.exercises[place], place == view.marked, view.glyphs
    rest = clock(one.rest_s) if one.rest_s is not None else glyphs.dash
    row = Content.assemble(
        cell(styled(f"{place + 1}", "$dim"), 3, right=True), _GAP,
        cell(styled(_group(view, place), "$dim"), widths.group),
        cell(styled(one.exercise.name, "bold" if marked else ""), widths.name, dots=glyphs.dots), _GAP,
        cell(styled(amounts.sets_text(one.targets, glyphs) or "as last time"), widths.sets, dots=glyphs.dots), _GAP,
        cell(_load(one, view), _LOAD, right=True), _GAP,
        cell(styled(rest, "$dim"), _REST, right=True), _GAP,
        cell(styled(_rule(one, view, glyphs.dash), "$dim"), widths.rule, dots=glyphs.dots),
    )  # fmt: skip
    aside = one.note or one.exercise.equipment
    if aside and width - row.cell_length - 4 > 6:
        row = Content.assemble(row, "   ", cell(styled(aside, "$faint"), width - row.cell_length - 5, dots=glyphs.dots))
    return _barred(row, view, width, marked=marked)


def _group(view: EditorView, place: int) -> str:
    """``A1``: the place in a superset."""
    letters = [one.superset for one in view.template.exercises]
    letter = letters[place]
    return f"{letter}{letters[: place + 1].count(letter)}" if letter else ""


def _load(one: TemplateExercise, view: EditorView) -> Content:
    percents = [target.percent10 for target in amounts.work(one.targets) if target.percent10 is not None]
    if percents:
        return styled(f"{number(max(percents) * 100)} %", "bold")
    top = amounts.top_load(one.targets)
    if top is None:
        return styled(view.glyphs.dash, "$faint")
    text = amounts.load_number(top, one.exercise.measure, view.glyphs)
    return styled(text if top.unit is view.unit else f"{text} {top.unit}", "bold")


def _add(view: EditorView, width: int) -> Content:
    marked = view.marked == len(view.template.exercises)
    key = view.glyphs.key("editor.add", "a")
    row = Content.assemble("  ", (key, "bold $now"), "  ", styled("add exercise", "bold" if marked else "$dim"))
    return _barred(row, view, width, marked=marked)


def _barred(row: Content, view: EditorView, width: int, *, marked: bool) -> Content:
    if not marked:
        return cell(Content.assemble(" ", row), width, dots=view.glyphs.dots)
    bar = Content.styled(view.glyphs.bar, "$now")
    return cell(Content.assemble(bar, row), width, dots=view.glyphs.dots).stylize_before("on $now-bg")
