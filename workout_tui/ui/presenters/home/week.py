"""What was done lately: the week, and the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.records import RecordKind
from workout_tui.ui.presenters import amounts, calendar, when
from workout_tui.ui.presenters.changes import change
from workout_tui.ui.presenters.names import short_names
from workout_tui.ui.presenters.pixels import big
from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, cut, join, styled, two_ends
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.overview import RecentRecord
    from workout_tui.ui.presenters.home.view import HomeView


def lower(view: HomeView, width: int, room: int) -> list[Content]:
    """Week and records under the list of a narrow window, as full as there is room for."""
    if view.wide:
        return []
    week = [EMPTY, _week(view, width)]
    records = view.home.records[:3]
    if not records or room < len(week) + 2:
        return week if room >= len(week) else []
    if room < len(week) + 1 + len(records):
        return [*week, EMPTY, _records_row(view, width)]
    head = cell(styled("RECORDS", HEAD), 12)
    rows = record_rows(view, records, width - 12)
    return [*week, EMPTY, *(Content.assemble(head if not place else " " * 12, row) for place, row in enumerate(rows))]


def _week(view: HomeView, width: int) -> Content:
    week = view.home.week
    number, unit = amounts.volume(week.volume_kg, view.unit)
    goal = f" of {week.goal}" if week.goal else f" {'session' if week.sessions == 1 else 'sessions'}"
    facts = [
        Content.assemble((str(week.sessions), "bold"), (goal, "$dim")),
        Content.assemble((number, "bold"), (f" {unit}", "$dim")),
    ]
    if week.records:
        facts.append(styled(f"{view.glyphs.record} {week.records}", "bold $pr"))
    head, strip = styled("THIS WEEK", HEAD), calendar.strip(week, view.home.today, view.glyphs)
    if head.cell_length + strip.cell_length + join(facts).cell_length + 6 > width:
        strip = calendar.strip(week, view.home.today, view.glyphs, gap=" ")
    return two_ends(join([head, strip]), join(facts), width)


def _records_row(view: HomeView, width: int) -> Content:
    row = cell(styled("RECORDS", HEAD), 12)
    for record in view.home.records:
        more = Content.assemble(
            (f"{view.glyphs.record} ", "$pr"),
            styled(record.exercise.name, "$dim"),
            " ",
            amounts.set_text(amounts.without_effort(record.values), record.exercise.measure, view.glyphs),
        )
        gap = "   " if row.cell_length > 12 else ""
        if row.cell_length + len(gap) + more.cell_length > width:
            break
        row = Content.assemble(row, gap, more)
    return row


def record_rows(view: HomeView, records: Sequence[RecentRecord], width: int) -> list[Content]:
    """A record a row: what was done, why it is one, when."""
    sets = [amounts.set_text(amounts.without_effort(one.values), one.exercise.measure, view.glyphs) for one in records]
    words = [_record_words(one, view) for one in records]
    days = [when.short(one.day) for one in records]
    wide = [max(map(len, texts)) for texts in (sets, words, days)]
    names = [plain(one.exercise.name) for one in records]
    room = width - sum(wide) - 9
    if max(map(len, names)) > room:
        names = short_names(names)
    name_width = min(max(map(len, names)), max(6, room))
    rows = zip(names, sets, words, days, strict=True)
    return [
        two_ends(
            Content.assemble(
                (f"{view.glyphs.record} ", "$pr"),
                cell(name, name_width, dots=view.glyphs.dots),
                "  ",
                cell(styled(done, "bold"), wide[0]),
                "   ",
                (word, "$dim"),
            ),
            styled(day.rjust(wide[2]), "$faint"),
            width,
        )
        for name, done, word, day in rows
    ]


def _record_words(record: RecentRecord, view: HomeView) -> str:
    if record.kind is RecordKind.E1RM and record.e1rm_kg:
        return f"e1RM {amounts.in_unit(record.e1rm_kg, view.unit)}"
    return amounts.RECORD_WORDS[record.kind]


def tiles(view: HomeView, width: int) -> list[Content]:
    """The week in three large figures."""
    week = view.home.week
    number, unit = amounts.volume(week.volume_kg, view.unit)
    unit = {"t": "tonnes"}.get(unit, unit)
    goal = f"of {week.goal} sessions" if week.goal else "session" if week.sessions == 1 else "sessions"
    over = week.days[-1].day <= view.home.today
    # Against the whole last week: until this one is over, less says nothing.
    against = change(week.change, view.glyphs) if over or (week.change or 0) > 0 else EMPTY
    records = "record" if week.records == 1 else "records"
    prize = "$pr" if week.records else "$faint"
    tiles = [
        (str(week.sessions), "$ink", styled(goal, "$dim")),
        (number, "$ink", join([styled(unit, "$dim"), against], " ")),
        (str(week.records), prize, styled(f"{view.glyphs.record} {records}", prize)),
    ]
    columns = [16, 18, max(10, width - 36)]
    figures = [
        big(figure, style, wide - 2, view.glyphs) for (figure, style, _), wide in zip(tiles, columns, strict=True)
    ]
    rows = [
        Content().join([cell(figure[row], wide) for figure, wide in zip(figures, columns, strict=True)])
        for row in range(3)
    ]
    captions = Content().join([cell(words, wide) for (_, _, words), wide in zip(tiles, columns, strict=True)])
    return [cut(row, width) for row in [*rows, captions]]
