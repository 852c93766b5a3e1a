"""The map of days, and the line of facts below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.keynames import key, named
from workout_tui.ui.presenters import calendar
from workout_tui.ui.presenters.rows import EMPTY, fitted, join, styled, two_ends
from workout_tui.ui.text import count

if TYPE_CHECKING:
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.presenters.history.view import FactsView, MapView

_INDENT = "   "
_WIDE = 100
_VIEW = key("history.discarded", "v")


def heat(view: MapView, width: int, height: int) -> list[Content]:
    """The map: months over seven rows of days."""
    weeks = calendar.weeks_that_fit(width)
    cursor = view.marked if view.has_focus else None
    days = view.days(max(1, weeks))
    return fitted(calendar.heat_map(days, view.marked, weeks, view.glyphs, cursor), width, height, view.glyphs)


def facts(view: FactsView, width: int, height: int) -> list[Content]:
    """What it all comes to, or what was said last, and the scale of the map."""
    glyphs = view.glyphs
    more = "more volume" if width >= _WIDE else "more"
    scale = Content.assemble((f"less {glyphs.no_day} ", "$faint"), calendar.scale(glyphs), (f" {more}", "$faint"))
    return fitted(
        [
            two_ends(
                Content.assemble(_INDENT, said(view.said, glyphs) if view.said else _facts(view, width)), scale, width
            )
        ],
        width,
        height,
        glyphs,
    )


def said(words: tuple[str, str], glyphs: Glyphs) -> Content:
    """What was said last: a colour token with its mark, and the words."""
    token, text = words
    marks = {"warn": glyphs.warn, "bad": glyphs.bad, "done": glyphs.done}
    return Content.assemble((f"{marks[token]} ", f"${token}"), styled(text, f"${token}"))


def _facts(view: FactsView, width: int) -> Content:
    totals = view.totals
    if view.query:
        words = f" of {totals.discarded if view.discarded else totals.sessions} fit"
        return join([styled(f"/ {view.query}", "$now"), _figure(view.found or 0, words.strip()), _all()])
    if view.found is not None:
        return _figure(view.found, "session" if view.found == 1 else "sessions")
    if view.discarded:
        return join(
            [
                _figure(totals.discarded, "put aside, kept"),
                Content.assemble((named(_VIEW, view.glyphs.keys), "bold $now"), (" finished ones", "$dim")),
            ]
        )
    records = EMPTY
    if view.records:
        word = (" record" if view.records == 1 else " records") if width >= _WIDE else ""
        records = Content.assemble((f"{view.glyphs.record} {view.records}", "bold $pr"), (word, "$dim"))
    row = _figure(totals.weeks_in_a_row, count(totals.weeks_in_a_row, "week").split()[1] + " in a row")
    sessions = _figure(totals.sessions, "session" if totals.sessions == 1 else "sessions")
    return join([sessions, row if totals.weeks_in_a_row > 1 else EMPTY, records])


def _all() -> Content:
    return Content.assemble(("esc", "bold $now"), (" all", "$dim"))


def _figure(number: int, words: str) -> Content:
    return Content.assemble((str(number), "bold"), (f" {words}", "$dim"))
