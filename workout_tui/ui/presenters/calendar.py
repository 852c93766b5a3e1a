"""Training days: the strip of one week, and the map of many."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.rows import styled, two_ends

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from workout_tui.model.overview import Day, Week
    from workout_tui.ui.glyphs import Glyphs

_LABEL = 3
_PLAIN_LEVELS = ".-+*#"
"""levels without colours: the fuller the mark, the more was lifted"""


def strip(week: Week, today: date, glyphs: Glyphs, gap: str = "  ") -> Content:
    """``Mo ■  Tu ■  We ·``, today's name in the colour of now."""
    parts = [
        Content.assemble(
            (when.weekday(one.day)[:2], "bold $now" if one.day == today else "$faint"), " ", _mark(one, glyphs)
        )
        for one in week.days
    ]
    return Content(gap).join(parts)


def weeks_that_fit(width: int) -> int:
    """How many weeks of a map have room in `width` columns."""
    return max(0, (width - _LABEL + 1) // 2)


def heat_map(
    days: Sequence[Day], today: date | None, weeks: int, glyphs: Glyphs, cursor: date | None = None
) -> list[Content]:
    """A row of months and seven rows of days; a column a week, the newest at the right.

    `today` stands out once something was done on it; a `cursor` is pointed at, whatever was done.
    """
    columns = [days[start : start + 7] for start in range(0, len(days), 7)][-weeks:]
    if not columns:
        return []
    return [_months(columns), *(_weekday_row(row, columns, today, glyphs, cursor) for row in range(7))]


def scale(glyphs: Glyphs) -> Content:
    """The levels of the map, from less to more."""
    return Content(" ").join([_square(level, glyphs) for level in range(1, 5)])


def legend(weeks: int, width: int, glyphs: Glyphs) -> Content:
    """The head of the map, with its scale."""
    ends = Content.assemble(("less ", "$dim"), scale(glyphs), (" more", "$dim"))
    return two_ends(styled(f"LAST {weeks} WEEKS", "bold $dim"), ends, width)


def _months(columns: Sequence[Sequence[Day]]) -> Content:
    """The name of each month over the first week that begins in it, where it has room."""
    text = " " * _LABEL
    for place, column in enumerate(columns):
        begins = column[0].day.month != columns[place - 1][0].day.month if place else column[0].day.day <= 7
        at = _LABEL + 2 * place
        if begins and len(text) <= at and place + 1 < len(columns):
            text = text.ljust(at) + when.month(column[0].day)
    return styled(text, "$faint")


def _weekday_row(
    row: int, columns: Sequence[Sequence[Day]], today: date | None, glyphs: Glyphs, cursor: date | None
) -> Content:
    name = when.weekday(columns[0][row].day)[:2] if row % 2 == 0 and row < len(columns[0]) else ""
    marks = [_placed(column[row], glyphs, today, cursor) for column in columns if row < len(column)]
    runs = [("".join(text for text, _ in run), style) for style, run in groupby(marks, key=itemgetter(1))]
    return Content.assemble((name.ljust(_LABEL - 1), "$faint"), *runs)


def _placed(one: Day, glyphs: Glyphs, today: date | None, cursor: date | None) -> tuple[str, str]:
    """The mark of a day, with what stands between it and the week before, and its style."""
    if one.day == cursor:
        return f"{glyphs.now}{glyphs.day if one.level else glyphs.no_day}", "bold $now"
    text, style = _sign(one, glyphs, today)
    return f" {text}", style


def _mark(one: Day, glyphs: Glyphs) -> Content:
    return Content.styled(*_sign(one, glyphs))


def _sign(one: Day, glyphs: Glyphs, today: date | None = None) -> tuple[str, str]:
    if not one.level:
        return glyphs.no_day, "$line"
    if one.day == today:
        return glyphs.day, "$now"
    return glyphs.day if glyphs.unicode else _PLAIN_LEVELS[one.level], f"$heat-{one.level}"


def _square(level: int, glyphs: Glyphs) -> Content:
    mark = glyphs.day if glyphs.unicode else _PLAIN_LEVELS[level]
    return Content.styled(mark, f"$heat-{level}")
