"""Progress of one exercise, drawn: its name, the metrics, the chart, and what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.trend import Metric, metrics
from workout_tui.ui.presenters import amounts, when
from workout_tui.ui.presenters.pixels import big
from workout_tui.ui.presenters.progress import bests
from workout_tui.ui.presenters.progress.chart import chart
from workout_tui.ui.presenters.progress.told import SPANS, TABS
from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, cut, fitted, join, styled, two_ends
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from workout_tui.model.session import PastExercise
    from workout_tui.model.trend import Point
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.presenters.progress.chart import Run
    from workout_tui.ui.presenters.progress.told import Told
    from workout_tui.ui.presenters.progress.view import ProgressView

LOWER = 6
"""rows that the lower part has in a small window, its head among them"""
_LEFT = 35
_FIGURE = 8
"""columns that a figure with its star needs, and the air before it"""
_MOST_CHART = 17


def page(view: ProgressView, width: int, height: int) -> list[Content]:
    """The whole page."""
    told = view.told
    top = [*_head(view, width), *([EMPTY] if view.tall else []), _tabs(view, width), EMPTY]
    lower = max(LOWER, min(height * 2 // 5, height - len(top) - _MOST_CHART - 1))
    room = height - len(top) - lower - 1
    drawn = _empty(told.nothing, room) if told.nothing else contents(chart(told.plot(), width, room, view.glyphs))
    below = records(told, width, lower) if view.records else _behind(view, width, lower)
    return fitted([*top, *drawn, EMPTY, *below], width, height, view.glyphs)


def contents(rows: Iterable[Sequence[Run]]) -> list[Content]:
    """Runs of text and tokens as rows."""
    return [Content.assemble(*((text, token) for text, token in row)) for row in rows]


def tabs(names: Iterable[tuple[str, bool]], chosen: str, glyphs: Glyphs) -> Content:
    """Names beside each other, the chosen one on a ground; on plain terminals in brackets."""
    left, right = (" ", " ") if glyphs.unicode else ("[", "]")
    drawn = [(f"{left}{name}{right}", chosen) if on else (f" {name} ", "$dim") for name, on in names]
    return Content(" ").join([Content.styled(text, style) for text, style in drawn])


def spans(told_span: str, glyphs: Glyphs) -> Content:
    """The ranges, the chosen one on a ground; without colours it stands in brackets."""
    return tabs([(name, span == told_span) for span, name in SPANS.items()], "bold on $card-hi", glyphs)


def _empty(words: str, rows: int) -> list[Content]:
    """One sentence in the middle of the place of the chart."""
    above = max(0, rows // 2 - 1)
    return [*[EMPTY] * above, styled(words, "$dim"), *[EMPTY] * (rows - above - 1)]


def _head(view: ProgressView, width: int) -> list[Content]:
    """The name, where one stands, and how it went."""
    told = view.told
    now, (change, token) = told.now(), told.change()
    words = "estimated 1RM" if view.wide and told.metric is Metric.E1RM else told.called
    figure = told.figure(now.value) if now and told.metric is Metric.REPS else told.amount(now.value) if now else ""
    prize = "$pr" if now and now.was is not None else "$ink"
    stands = join([styled(figure, f"bold {prize}"), styled(words, "$dim")], " ") if now else EMPTY
    went = styled(change, token) if change else EMPTY
    about = styled(told.each, "$faint")
    if not (view.tall and view.wide):
        name = join([styled(told.name, "bold"), about])
        both = join([went, stands])
        fits = name.cell_length + both.cell_length + 2 <= width
        return [two_ends(name, both if fits else stands, width)]
    room = width - max(stands.cell_length, went.cell_length) - 4
    drawn = big(told.name, "$ink", room, view.glyphs) if view.big else [EMPTY, styled(told.name, "bold"), EMPTY]
    ends = zip(drawn, (stands, went, about), strict=True)
    return [two_ends(left, right, width) for left, right in ends]


def _tabs(view: ProgressView, width: int) -> Content:
    told = view.told
    offered = metrics(told.terms.measure, told.past.bouts)
    names = tabs([(TABS[one], one is told.metric) for one in offered], "bold $now on $now-bg", view.glyphs)
    return two_ends(names, spans(told.span, view.glyphs), width)


# The lower part


def records(told: Told, width: int, rows: int) -> list[Content]:
    """The records of this metric, the latest first: when, how much, by which formula, with which set."""
    found = told.records()
    head = two_ends(styled("RECORDS", HEAD), styled(f"{TABS[told.metric]}, {len(found)} in all", "$faint"), width)
    if not found:
        return [head, styled("None yet: the first time of anything is none.", "$dim")]
    wide = [max(len(row[part]) for row in found[: rows - 1]) for part in range(5)]
    return [
        head,
        *(
            join(
                [
                    Content.assemble((f"{told.glyphs.record} ", "$pr"), cell(styled(day, "$dim"), wide[0])),
                    cell(styled(amount, "bold"), wide[1], right=True),
                    cell(styled(made, "$dim"), wide[3]),
                    cell(styled(formula, "$faint"), wide[2]),
                    styled(was, "$faint"),
                ]
            )
            for day, amount, formula, made, was in found[: rows - 1]
        ),
    ]


def _behind(view: ProgressView, width: int, rows: int) -> list[Content]:
    """The bests and the last sessions side by side; where there is room, the records under them."""
    many = view.tall and rows >= 2 * LOWER
    upper = rows - LOWER if many else rows
    beside = _beside(view, width, upper)
    return [*beside, *([EMPTY, *records(view.told, width, rows - len(beside) - 1)] if many else [])]


def _beside(view: ProgressView, width: int, rows: int) -> list[Content]:
    told = view.told
    best = _bests(told, rows)
    recent = _recent(told, width - _LEFT - 2, rows)
    pairs = [
        (best[row] if row < len(best) else EMPTY, recent[row] if row < len(recent) else EMPTY)
        for row in range(max(len(best), len(recent)))
    ]
    return [Content.assemble(cell(left, _LEFT, dots=told.glyphs.dots), "  ", right) for left, right in pairs]


def _bests(told: Told, rows: int) -> list[Content]:
    found = bests.rows(told, rows - 1)
    wide = max((len(row.amount) for row in found), default=0)
    label = max((len(row.what) for row in found), default=0)
    today = told.past.today
    return [
        styled(bests.title(told), HEAD),
        *(
            Content.assemble(
                "  ",
                cell(styled(row.what, "$dim"), label, right=True),
                "   ",
                cell(styled(row.amount, "bold $pr" if row.day == today else "bold"), wide, right=True),
                "   ",
                _day(row.day, today),
            )
            for row in found
        ),
    ]


def _day(day: date, today: date) -> Content:
    return styled("today", "$pr") if day == today else styled(when.short(day, today), "$faint")


def _recent(told: Told, width: int, rows: int) -> list[Content]:
    by_day = told.by_day()
    head = two_ends(styled("RECENT", HEAD), styled(TABS[told.metric], "$faint"), width)
    past = list(reversed(told.past.recent))[: rows - 1]
    days = [when.short(one.day, told.past.today) for one in past]
    wide = max(map(len, days), default=0)
    return [
        head,
        *(
            _session(told, one, by_day.get(one.day), styled(day.rjust(wide), "$faint"), width)
            for one, day in zip(past, days, strict=True)
        ),
    ]


def _session(told: Told, past: PastExercise, point: Point | None, day: Content, width: int) -> Content:
    star = Content.assemble((f"{told.glyphs.record} ", "$pr")) if point and point.was is not None else EMPTY
    figure = Content.assemble(star, styled(told.figure(point.value), "bold")) if point else styled(told.glyphs.dash)
    sets = "  ".join(plain(text) for text in amounts.in_runs(_sets(told, past), told.glyphs))
    room = width - day.cell_length - 2 - _FIGURE
    return two_ends(Content.assemble(day, "  ", cut(styled(sets, "$dim"), room, told.glyphs.dots)), figure, width)


def _sets(told: Told, past: PastExercise) -> list[str]:
    """What was done, warm-ups left out, with the unit where it is not the exercise's."""
    return [told.typed(values) for values in past.sets if told.counts(values)]
