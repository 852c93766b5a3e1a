"""The set table, and below it what was done before."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.log.paint.signs import in_signs
from workout_tui.ui.log.table import Mark
from workout_tui.ui.presenters.rows import EMPTY, cell, cut, styled, two_ends

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.log.past import PastView
    from workout_tui.ui.log.table import RowView, TableView

_LABEL = 4
_LAST = 8
_LAST_WIDTH = 15
_COLUMNS = (6, 7, 7, 8)
"""widths of the columns of numbers, the gaps before them included"""
_DONE = ("$ink", "$dim")
_MARKS = {
    Mark.DONE: ("✓", "$done"),
    Mark.NOW: ("▸", "bold $now"),
    Mark.OPEN: ("·", "$faint"),
    Mark.SKIPPED: ("–", "$faint"),
}


def table(
    view: TableView,
    past: Sequence[PastView],
    width: int,
    height: int,
    glyphs: Glyphs,
    *,
    airy: bool,
    notes: Sequence[str] = (),
) -> list[Content]:
    """The table; rows around the current one when there is no room for all, notes and last times when there is.

    Args:
        view: the rows.
        past: earlier sessions, newest first.
        width: columns at hand.
        height: rows at hand.
        glyphs: the marks of this terminal.
        airy: whether blocks stand two rows apart.
        notes: those of the exercise, when they stand nowhere else; one row.
    """
    rows = [cut(_head(view, glyphs), width, glyphs.dots)]
    rows += [_row(view.rows[place], width, glyphs) for place in window(len(view.rows), view.now, height - 1)]
    if notes and height - len(rows) >= 2:
        words = in_signs(" · ".join(" ".join(note.split()) for note in notes), glyphs)
        rows += [EMPTY, cut(Content.assemble(" " * _LABEL, styled(words, "$dim")), width, glyphs.dots)]
    gap = 2 if airy else 1
    room = height - len(rows) - gap
    if past and room >= 3:
        rows += [EMPTY] * gap + last_times(past, width, room, glyphs, airy=airy)
    return rows


def window(count: int, now: int, room: int) -> range:
    """The places to show of `count`, at most `room` of them, `now` among them and not at the edge if it can be."""
    room = max(1, room)
    if count <= room:
        return range(count)
    first = min(max(0, now - room // 2), count - room)
    return range(first, first + room)


def last_times(past: Sequence[PastView], width: int, room: int, glyphs: Glyphs, *, airy: bool) -> list[Content]:
    """The sets of earlier sessions, as many sessions as `room` rows hold."""
    estimated = any(one.e1rm for one in past)
    rows = [two_ends(styled("LAST TIMES", "bold $dim"), styled("e1RM" if estimated else "", "$faint"), width)]
    rows += [EMPTY] if airy and room >= 4 else []
    shown = past[: max(0, room - len(rows))]
    widths = [max(map(len, column)) for column in zip_longest(*(one.sets for one in shown), fillvalue="")]
    days = max((len(one.day) for one in shown), default=0)
    for one in shown:
        sets = EMPTY.join(
            Content.styled(in_signs(text, glyphs).rjust(columns) + "  ", "$dim")
            for text, columns in zip(one.sets, widths, strict=False)
        )
        left = Content.assemble((one.day.rjust(days), "$faint"), "   ", sets)
        end = styled(one.e1rm.rjust(5) if estimated else "", "$dim")
        rows.append(two_ends(cut(left.rstrip(), width - end.cell_length - 1, glyphs.dots), end, width))
    return rows


def _head(view: TableView, glyphs: Glyphs) -> Content:
    ends = "".join(name.rjust(width) for name, width in zip(view.columns, _widths(view.columns), strict=True))
    return styled(in_signs(" " * _LABEL + "SET LAST".ljust(_LAST - _LABEL + _LAST_WIDTH) + ends, glyphs), "$faint")


def _widths(columns: Sequence[str]) -> tuple[int, ...]:
    first = _COLUMNS[0] + 3 if columns[0] == "DISTANCE" else _COLUMNS[0]
    return (first, *_COLUMNS[1 : len(columns)])


def _row(row: RowView, width: int, glyphs: Glyphs) -> Content:
    mark, mark_style = _MARKS[row.mark]
    # On a row that has a mark of its own the cursor has one beside it, for those who see no colours.
    cursor = "▸" if row.is_now and row.mark is not Mark.NOW else " "
    content = Content.assemble(
        (in_signs(cursor, glyphs), "bold $now"),
        (in_signs(mark, glyphs), "$done" if row.mark is Mark.DONE else mark_style),
        "  ",
        (row.label.ljust(_LAST - _LABEL), "bold $ink" if row.is_now else "$dim"),
        cell(styled(in_signs(row.last, glyphs), "$faint"), _LAST_WIDTH, dots=glyphs.dots),
        *_cells(row, glyphs),
        *_tail(row, glyphs),
    )
    if content.cell_length > width and " " in row.star:
        first, *others = row.star.split()
        return _row(replace(row, star=f"{first}+{len(others)}"), width, glyphs)
    content = cell(content, width, dots=glyphs.dots)
    return content.stylize_before("on $now-bg") if row.is_now else content


def _cells(row: RowView, glyphs: Glyphs) -> list[tuple[str, str]]:
    wide = 9 if len(row.cells) == 3 and " " in row.cells[0] else _COLUMNS[0]
    widths = (wide, *_COLUMNS[1:])
    return [
        (in_signs(text, glyphs).rjust(width), _cell_style(row, place, text))
        for place, (text, width) in enumerate(zip(row.cells, widths, strict=False))
    ]


def _cell_style(row: RowView, place: int, text: str) -> str:
    if text == "·":
        return "$faint"
    if row.is_now:
        return "bold $now" if place < 2 else "bold $ink" if place == 2 else "$dim"
    if row.mark is not Mark.DONE:
        return "$faint" if row.mark is Mark.SKIPPED else "$dim"
    return "$dim" if place == 3 or row.label == "W" else "$ink"


def _tail(row: RowView, glyphs: Glyphs) -> list[tuple[str, str] | Content]:
    tail: list[tuple[str, str] | Content] = []
    if row.star:
        tail.append((in_signs(f"  ★ {row.star}", glyphs), "$pr"))
    if row.note:
        tail.append(styled(in_signs(f"  {row.note}", glyphs), "$faint"))
    return tail
