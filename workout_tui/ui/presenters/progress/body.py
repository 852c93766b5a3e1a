"""The lifter's weeks, drawn: sets for each muscle, volume, bodyweight."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.load import number
from workout_tui.model.span import gain, within
from workout_tui.model.training_week import muscles
from workout_tui.model.weeks import week_begin
from workout_tui.ui.keynames import key, named
from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.progress.chart import Plot, chart
from workout_tui.ui.presenters.progress.page import LOWER, contents, spans, tabs
from workout_tui.ui.presenters.progress.view import Week
from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, fitted, join, styled, two_ends
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from workout_tui.ui.presenters.progress.view import BodyView

_WEEK = timedelta(days=7)
_MUSCLE = 16
_FIGURE = 11
_NOTHING = {
    Week.SETS: "No workout was finished yet. Two weeks of training make a line.",
    Week.VOLUME: "No workout was finished yet. Two weeks of training make a line.",
    Week.BODYWEIGHT: f"Two days on the scales make a line: “{key('log.bodyweight', 'B')}” while logging.",
}


def page(view: BodyView, width: int, height: int, *, tall: bool = False) -> list[Content]:
    """The whole page."""
    top = [_head(view, width), *([EMPTY] if tall else []), _tabs(view, width), EMPTY]
    lower = 0 if view.metric is not Week.SETS else max(LOWER, height * 2 // 5)
    room = height - len(top) - lower - 1
    shown = within(view.points, view.first, view.training.today)
    drawn = contents(chart(_plot(view), width, room, view.glyphs)) if len(shown) > 1 else [_nothing(view, len(shown))]
    drawn += [EMPTY] * (room - len(drawn))
    below = [EMPTY, *_muscles(view, width, lower)] if lower else []
    return fitted([*top, *drawn, *below], width, height, view.glyphs)


def _plot(view: BodyView) -> Plot:
    return Plot(
        view.points,
        view.first,
        view.training.today,
        label=lambda value: _figure(view, value),
        from_zero=view.metric is not Week.BODYWEIGHT,
        whole=view.metric is Week.SETS,
    )


def _nothing(view: BodyView, there: int) -> Content:
    words = _NOTHING[view.metric] if not there else f"{_NOTHING[view.metric].split('. ')[-1]} One so far."
    return styled(named(words, view.glyphs.keys), "$dim")


def _figure(view: BodyView, value: float) -> str:
    if view.metric is Week.VOLUME:
        return f"{value:,.0f}".replace(",", " ")
    return number(round(value * 100) * 10)


def _head(view: BodyView, width: int) -> Content:
    """You, and how the last week, or the last time on the scales, compares."""
    name = join([styled("You", "bold"), styled(_about(view), "$faint")])
    shown = within(view.points, view.first, view.training.today)
    if not shown:
        return name
    last = shown[-1]
    stands = Content.assemble((_figure(view, last.value), "bold"), (f" {view.unit} {_when(view, last.day)}", "$dim"))
    return two_ends(name, join([_change(view), stands]), width)


def _about(view: BodyView) -> str:
    if view.metric is not Week.SETS:
        return ""
    return "work sets" if view.muscle is None else f"work sets for {view.muscle}, half where it works besides"


def _when(view: BodyView, day: date) -> str:
    if view.metric is Week.BODYWEIGHT:
        return when.since(day, view.training.today)
    return "this week"


def _change(view: BodyView) -> Content:
    """How the bodyweight went. Neither way is better, so no colour says so."""
    by = gain(within(view.points, view.first, view.training.today)) if view.metric is Week.BODYWEIGHT else None
    if by is None:
        return EMPTY
    by = round(by, 1)
    mark = view.glyphs.up if by > 0 else view.glyphs.down if by < 0 else ""
    return styled(f"{mark} {abs(by):g} {view.unit}" if mark else "the same", "$dim")


def _tabs(view: BodyView, width: int) -> Content:
    names = tabs([(str(one), one is view.metric) for one in Week], "bold $now on $now-bg", view.glyphs)
    return two_ends(names, spans(view.span, view.glyphs), width)


def _muscles(view: BodyView, width: int, rows: int) -> list[Content]:
    """The muscles with their sets of this week, the last one, and an ordinary one; the chosen one is marked."""
    told = view.training
    this = week_begin(told.today, told.week_start)
    weeks = [
        muscles(told.work, told.library, this, told.today),
        muscles(told.work, told.library, this - _WEEK, this - timedelta(days=1)),
        {
            muscle: sets / 4
            for muscle, sets in muscles(told.work, told.library, this - 4 * _WEEK, this - timedelta(days=1)).items()
        },
    ]
    heads = ("this week", "last week", "average")
    head = Content.assemble(
        cell(styled("MUSCLES", HEAD), _MUSCLE), *(cell(styled(name, "$faint"), _FIGURE, right=True) for name in heads)
    )
    names = list(view.muscles)
    here = names.index(view.muscle) if view.muscle in names else 0
    begin = max(0, min(here - (rows - 3), len(names) - (rows - 1)))
    most = max((max(week.values(), default=0) for week in weeks), default=0) or 1
    found = [_muscle(view, name, weeks, most, width) for name in names[begin : begin + rows - 1]]
    note = styled("average: of the 4 weeks before this one", "$faint")
    return [two_ends(head, note, width) if width > 90 else head, *found]


def _muscle(view: BodyView, name: str, weeks: list[dict[str, float]], most: float, width: int) -> Content:
    now = name == view.muscle
    figures = [
        cell(styled(_sets(week.get(name, 0.0)), "bold" if not place else "$dim"), _FIGURE, right=True)
        for place, week in enumerate(weeks)
    ]
    room = width - _MUSCLE - 3 * _FIGURE - 3
    bar = round(weeks[0].get(name, 0.0) / most * room)
    block = "■" if view.glyphs.unicode else "#"
    mark = f"{view.glyphs.now} " if now else "  "
    return Content.assemble(
        cell(Content.assemble((mark, "$now"), styled(plain(name), "bold $now" if now else "")), _MUSCLE),
        *figures,
        "   ",
        (block * bar, "$heat-2"),
    )


def _sets(sets: float) -> str:
    """To a half."""
    return f"{round(sets * 2) / 2:g}"
