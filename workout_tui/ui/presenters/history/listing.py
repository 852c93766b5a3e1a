"""The list: one session a row."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from workout_tui.model.exercise import Measure
from workout_tui.model.load import Unit
from workout_tui.model.plan import SetKind
from workout_tui.ui.presenters import amounts, when
from workout_tui.ui.presenters.rows import cell, cut, fitted, styled
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.model.looking_back import PastLine
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.presenters.history.view import ListView

_DATE, _TIME, _VOLUME, _SETS, _STARS = 11, 9, 10, 6, 4
_MARKED = 2
_WIDEST_NAME = 28
_LONGEST_MINUTES = 600
_MOST_STARS = 3


def listing(view: ListView, width: int, height: int) -> list[Content]:
    """A head, and as many sessions from `view.top` on as there is room for."""
    if not view.lines:
        return fitted([styled(f"{'':{_MARKED}}{view.nothing}", "$dim")], width, height, view.glyphs)
    name = _name_width(view, width)
    row = _row if view.exercise is None else _exercise_row
    top = scrolled(view.top, view.at, height - 1, len(view.lines))
    shown = enumerate(view.lines[top : top + max(0, height - 1)], start=top)
    rows = [row(one, view, name, width, is_marked=place == view.at) for place, one in shown]
    return fitted([_head(name, view), *rows], width, height, view.glyphs)


def scrolled(top: int, at: int, height: int, count: int) -> int:
    """The first row shown so that the marked one is seen, moved no farther than it takes."""
    return min(max(0, at - height + 1, min(top, at)), max(0, count - height))


def nothing(*, discarded: bool, narrowed: bool) -> str:
    """What stands in place of the list while nothing is in it."""
    if narrowed:
        return "Nothing fits. esc shows all again."
    return "Nothing was put aside." if discarded else "No workouts yet. Your first one lands here."


def day_text(day: date, today: date) -> str:
    """``Sat  7 Sep``; what lies a year back has its year instead of its weekday."""
    if abs((today - day).days) > 300:
        return f"{day.day:>2} {when.month(day)} {day.year}"
    return f"{when.weekday(day)} {day.day:>2} {when.month(day)}"


def minutes_text(minutes: int) -> str:
    """``58 min``; hours once a session was forgotten."""
    return f"{minutes} min" if minutes < _LONGEST_MINUTES else f"{round(minutes / 60)} h"


def _name_width(view: ListView, width: int) -> int:
    fixed = _MARKED + _DATE + 2 + _TIME + _VOLUME + _SETS + 2 + _STARS + 2
    shown = view.lines[view.top : view.top + 60]
    longest = max((len(plain(one.title)) for one in shown), default=0)
    return max(8, min(max(longest, 12), _WIDEST_NAME, width - fixed))


def _head(name: int, view: ListView) -> Content:
    text = f"{'':{_MARKED}}{'DATE':{_DATE}}  {'WORKOUT':{name}}"
    if view.exercise is not None:
        return styled(f"{text}  {plain(view.exercise.name).upper()}", "$faint")
    volume = "KG" if view.unit is Unit.KG else "LB"
    return styled(f"{text}{'TIME':>{_TIME}}{volume:>{_VOLUME}}{'SETS':>{_SETS}}", "$faint")


def _row(one: PastLine, view: ListView, name: int, width: int, *, is_marked: bool) -> Content:
    look = _Look(view.today, view.unit, view.glyphs, name, width)
    stars, sign = view.stars.get(one.uid, 0), view.signs.get(one.uid)
    if not is_marked:
        return cut(_figures(one, look, stars, sign, is_marked=False), width, view.glyphs.dots)
    return _ended(_figures(one, look, stars, sign, is_marked=True), view, width)


class _Look(NamedTuple):
    """How all rows of figures are drawn."""

    today: date
    unit: Unit
    glyphs: Glyphs
    name: int
    """columns for the name"""
    width: int


@lru_cache(maxsize=512)
def _figures(one: PastLine, look: _Look, stars: int, sign: tuple[str, str] | None, *, is_marked: bool) -> Content:
    """A session with its figures; the same again while one goes up and down."""
    style = "$ink" if is_marked else "$dim"
    volume = amounts.volume_number(one.volume_kg, look.unit, look.glyphs)
    return Content.assemble(
        _begun(one, look, is_marked=is_marked),
        cell(styled(minutes_text(one.minutes), style), _TIME, right=True),
        cell(styled(volume, style), _VOLUME, right=True),
        cell(styled(str(one.sets), style), _SETS, right=True),
        "  ",
        cell(_stars(stars, look.glyphs), _STARS),
        styled(sign[0], f"${sign[1]}") if sign else Content(),
    )


def _exercise_row(one: PastLine, view: ListView, name: int, width: int, *, is_marked: bool) -> Content:
    """The sets of one exercise in the place of the figures of the session."""
    measure = view.exercise.measure if view.exercise else Measure.WEIGHT
    sets = (values for values in view.sets.get(one.uid, ()) if values.kind is not SetKind.WARMUP)
    text = "  ".join(amounts.set_text(values, measure, view.glyphs, tight=True) for values in sets)
    look = _Look(view.today, view.unit, view.glyphs, name, width)
    row = Content.assemble(_begun(one, look, is_marked=is_marked), "  ", styled(text, "$ink"))
    return _ended(row, view, width) if is_marked else cut(row, width, view.glyphs.dots)


def _begun(one: PastLine, look: _Look, *, is_marked: bool) -> Content:
    """Where a row begins: its day and its name."""
    style, bold = ("$ink", "bold") if is_marked else ("$dim", "$ink")
    return Content.assemble(
        " " * _MARKED,
        cell(styled(day_text(one.day, look.today), style), _DATE),
        "  ",
        cell(styled(one.title, bold), look.name, dots=look.glyphs.dots),
    )


def _ended(row: Content, view: ListView, width: int) -> Content:
    """The marked row, with the bar of what has the focus."""
    bar = Content.styled(view.glyphs.bar, "$now" if view.has_focus else "$dim")
    row = Content.assemble(bar, row[1:])
    if not view.has_focus:
        return cut(row, width, view.glyphs.dots)
    return cell(row, width, dots=view.glyphs.dots).stylize_before("on $now-bg")


def _stars(many: int, glyphs: Glyphs) -> Content:
    mark = glyphs.record
    return styled(mark * many if many <= _MOST_STARS else f"{mark}{many}", "$pr")
