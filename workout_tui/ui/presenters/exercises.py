"""The library, drawn: a list of exercises, and what is known of the marked one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.exercise_form import MEASURES
from workout_tui.ui.presenters.rows import EMPTY, HEAD, barred, cell, cut, fitted, join, styled, two_ends, wrapped
from workout_tui.ui.presenters.use import use_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.logbook.exercises import Form
    from workout_tui.logbook.preferences import Setting
    from workout_tui.model.exercise import Exercise
    from workout_tui.ui.glyphs import Glyphs

BELOW = 5
"""rows that tell of the marked one under the list of a narrow window"""
_LIST = 46
_NAME, _KIND = 30, 12
_LABEL = 18
_NOT_SAID = {"", "auto", "none", "not said"}


@dataclass(frozen=True, slots=True)
class ExercisesView:
    """Everything the library is drawn from."""

    exercises: tuple[Exercise, ...]
    marked: int
    form: Form | None
    """the marked one; None: there is none"""
    glyphs: Glyphs
    wide: bool = False
    archived: bool = False
    """whether those that were put away are shown, instead of the others"""
    said: tuple[str, str] | None = None
    """a colour token and a message"""


def page(view: ExercisesView, width: int, height: int) -> list[Content]:
    """The list, and beside or below it the marked one."""
    if view.form is None:
        first = f"No exercise yet. “{view.glyphs.key('exercises.add', 'A')}” adds the first one."
        words = "Nothing was put away." if view.archived else first
        return fitted([styled(words), *_said(view, width)], width, height, view.glyphs)
    if view.wide:
        beside = _whole(view, view.form, width - _LIST - 4, height)
        pairs = zip_longest(_listed(view, _LIST, height), beside, fillvalue=EMPTY)
        rows = [Content.assemble(cell(left, _LIST), "    ", right) for left, right in pairs]
        return fitted(rows, width, height, view.glyphs)
    below = _brief(view, view.form, width)
    rows = _listed(view, width, height - BELOW)
    return fitted([*rows, *[EMPTY] * (height - BELOW - len(rows)), *below], width, height, view.glyphs)


def _listed(view: ExercisesView, width: int, height: int) -> list[Content]:
    """As many rows as fit around the marked one."""
    total = len(view.exercises)
    first = min(max(0, view.marked - height // 2), max(0, total - height))
    return [
        _row(view, one, width, marked=first + place == view.marked)
        for place, one in enumerate(view.exercises[first : first + height])
    ]


def _row(view: ExercisesView, one: Exercise, width: int, *, marked: bool) -> Content:
    dots = view.glyphs.dots
    name = cell(styled(one.name, "bold" if marked else ""), min(_NAME, width - _KIND - 2), dots=dots)
    kind = cell(styled(one.equipment, "$dim"), _KIND, dots=dots)
    rest = cut(styled(", ".join(one.muscles), "$faint"), max(0, width - _NAME - _KIND - 4), dots)
    row = Content.assemble(name, kind, rest)
    return barred([row], width, view.glyphs, "now", "now-bg")[0] if marked else Content.assemble("  ", row)


def _brief(view: ExercisesView, form: Form, width: int) -> list[Content]:
    """The marked one in a few rows."""
    one = form.exercise
    settled = join([_pair(setting) for setting in form.own if setting.value not in _NOT_SAID], "  ")
    besides = f", besides {', '.join(one.secondary)}" if one.secondary else ""
    works = join([styled(MEASURES[one.measure], "$dim"), styled(", ".join(one.muscles) + besides, "$dim")], " · ")
    also = styled(f"also {', '.join(one.aliases)}", "$faint") if one.aliases else EMPTY
    head = two_ends(styled(one.name, "bold"), styled(use_words(form.use), "$dim"), width)
    said = _said(view, width)
    rows = [EMPTY, head, works, also if not settled.cell_length else settled]
    return [*rows[: BELOW - len(said)], *said]


def _pair(setting: Setting) -> Content:
    return Content.assemble(styled(setting.label.casefold(), "$faint"), " ", styled(setting.value, "$dim"))


def _whole(view: ExercisesView, form: Form, width: int, height: int) -> list[Content]:
    """The marked one with all that is settled."""
    rows = [styled(form.exercise.name, "bold"), styled(use_words(form.use), "$dim"), EMPTY]
    rows += _settled(form.shared[1:], width, view)
    rows += [EMPTY, styled("SETTLED", HEAD)]
    rows += _settled([one for one in form.own if one.value not in _NOT_SAID], width, view) or [
        styled("nothing: as always", "$dim")
    ]
    said = _said(view, width)
    return [*rows[: height - len(said) - 1], *([EMPTY, *said] if said else [])]


def _settled(settings: Sequence[Setting], width: int, view: ExercisesView) -> list[Content]:
    rows = []
    for one in settings:
        lines = wrapped(one.value, width - _LABEL, 3, view.glyphs.dots)
        for place, words in enumerate(lines):
            label = styled(one.label if not place else "", "$dim")
            rows.append(Content.assemble(cell(label, _LABEL), styled(words)))
    return rows


def _said(view: ExercisesView, width: int) -> list[Content]:
    if view.said is None:
        return []
    token, words = view.said
    mark = {"warn": view.glyphs.warn, "bad": view.glyphs.bad}.get(token, view.glyphs.done)
    return [cut(Content.assemble((f"{mark} ", f"${token}"), styled(words)), width, view.glyphs.dots)]
