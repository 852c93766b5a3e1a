"""What stands in the sheet: workouts a month as bars, and the newest rows as it has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, styled
from workout_tui.ui.text import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.sync.standing import Month, SheetLine
    from workout_tui.ui.presenters.sync.view import SyncView

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_BAR_ROWS = 2
_MONTH = 4
_FEW = 3
"""rows of sets that are worth more than the bars"""
_DAY = 9


def standing(view: SyncView, width: int, room: int) -> list[Content]:
    """Bars and rows, as many as there is room for."""
    known = view.standing
    if not any(one.sessions for one in known.months) or room < 2:
        return []
    bars = _bars(known.months, width, view)
    rows = [_head(view), *bars, EMPTY] if room > len(bars) + _FEW else [_head(view)]
    return [*rows, *_rows(known.newest[: room - len(rows)], view, width)]


def _head(view: SyncView) -> Content:
    sessions = sum(one.sessions for one in view.standing.months)
    return Content.assemble(("IN THE SHEET", HEAD), (f"  {count(sessions, 'workout')} in twelve months", "$dim"))


def _bars(months: Sequence[Month], width: int, view: SyncView) -> list[Content]:
    shown = months[-max(1, (width - 2) // _MONTH) :]
    most = max((one.sessions for one in shown), default=0) or 1
    bars = [_bar_row(shown, row, most) for row in range(_BAR_ROWS)] if view.glyphs.unicode else []
    numbers = "".join(f"{one.sessions or view.glyphs.open:>{_MONTH - 1}} " for one in shown)
    names = "".join(f"{when.month(one.first):>{_MONTH - 1}} " for one in shown)
    return [*bars, styled(f"  {numbers}".rstrip()), styled(f"  {names}".rstrip(), "$faint")]


def _bar_row(months: Sequence[Month], row: int, most: int) -> Content:
    """One row of the bars, counted from the top."""
    above = (_BAR_ROWS - 1 - row) * 8
    heights = [max(1, round(one.sessions * _BAR_ROWS * 8 / most)) if one.sessions else 0 for one in months]
    cells = "".join(f"{_EIGHTHS[min(8, max(0, height - above))] * 2:>{_MONTH - 1}} " for height in heights)
    return Content.styled(f"  {cells}".rstrip(), "$done")


def _rows(lines: Sequence[SheetLine], view: SyncView, width: int) -> list[Content]:
    """A row each; the day stands before the first of its rows."""
    before = [None, *(one.day for one in lines)]
    return [_row(one, view, width, dated=one.day != day) for one, day in zip(lines, before, strict=False)]


def _row(one: SheetLine, view: SyncView, width: int, *, dated: bool) -> Content:
    dots = view.glyphs.dots
    name = max(16, (width - 2 - _DAY) // 2)
    row = Content.assemble(
        "  ",
        cell(styled(when.short(one.day) if dated else "", "$faint"), _DAY),
        cell(styled(one.exercise), name - 6, dots=dots),
        cell(styled(one.n, "$faint"), 4, right=True),
        "  ",
        styled(one.amount.replace("×", view.glyphs.times), "$dim"),
    )
    return cell(row, width, dots=dots).rstrip()
