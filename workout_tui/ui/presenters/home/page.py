"""Home, put together: the columns as they fill the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.presenters import calendar
from workout_tui.ui.presenters.home.card import upper
from workout_tui.ui.presenters.home.choices import list_head, list_rows
from workout_tui.ui.presenters.home.week import lower, record_rows, tiles
from workout_tui.ui.presenters.rows import EMPTY, HEAD, fitted, styled, two_ends, wrapped

if TYPE_CHECKING:
    from workout_tui.ui.presenters.home.view import HomeView

_MOST_SAID = 3


def left(view: HomeView, width: int, height: int) -> list[Content]:
    """The main column."""
    top = upper(view, width)
    tail = [EMPTY, *_said(view, width)] if view.said or _alerts(view) else []
    head = [list_head(view, width)] + ([EMPTY] if view.tall else [])
    room = height - len(top) - len(head) - len(tail)
    bottom = lower(view, width, room - min(len(view.home.workouts), 5))
    rows = list_rows(view, width, room - len(bottom))
    spare = room - len(bottom) - len(rows)
    if EMPTY in rows and spare and not view.tall:
        head, spare = [*head, EMPTY], spare - 1
    return fitted([*top, *head, *rows, *bottom, *[EMPTY] * spare, *tail], width, height, view.glyphs)


def right(view: HomeView, width: int, height: int) -> list[Content]:
    """The second column of a wide window: the map of the last weeks, this week, the records."""
    home, gap = view.home, [EMPTY] * (2 if view.tall else 1)
    weeks = min(calendar.weeks_that_fit(width), -(-len(home.heat) // 7))
    rows = [
        calendar.legend(weeks, width, view.glyphs),
        EMPTY,
        *calendar.heat_map(home.heat, home.today, weeks, view.glyphs),
        *gap,
        styled("THIS WEEK", HEAD),
        EMPTY,
        *tiles(view, width),
        *gap,
    ]
    room = height - len(rows) - 2
    if room > 0 and home.records:
        rows += [styled("RECENT RECORDS", HEAD), EMPTY, *record_rows(view, home.records[:room], width)]
    return fitted(rows, width, height, view.glyphs)


def _alerts(view: HomeView) -> tuple[str, ...]:
    return (*view.notices, *view.home.alerts)


def _said(view: HomeView, width: int) -> list[Content]:
    """What has just happened, or else the first alert and how many there are besides."""
    token, words = view.said or ("warn", _alerts(view)[0])
    mark = {"warn": view.glyphs.warn, "bad": view.glyphs.bad, "done": view.glyphs.done}.get(token, "")
    more = 0 if view.said else len(_alerts(view)) - 1
    rows = [styled(row) for row in wrapped(words, width - 6, _MOST_SAID, view.glyphs.dots)]
    head = two_ends(
        Content.assemble((f"{mark} ", f"${token}"), rows[0]), styled(f"+{more}" if more else "", "$dim"), width
    )
    return [head, *(Content.assemble("  ", row) for row in rows[1:])]
