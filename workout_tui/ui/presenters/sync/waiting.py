"""What waits for the sheet, workout by workout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.sync.overview import Waiting
from workout_tui.sync.state import Phase
from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.rows import HEAD, cell, styled, two_ends
from workout_tui.ui.text import count

if TYPE_CHECKING:
    from workout_tui.sync.overview import WaitingSession
    from workout_tui.ui.presenters.sync.view import SyncView

_DAY = 13
_TITLE = 18
_SETS = 9


def waiting(view: SyncView, width: int, room: int) -> list[Content]:
    """A head, and as many workouts as there is room for; nothing when none waits."""
    page = view.page
    head = two_ends(
        Content.assemble(("WAITING", HEAD), (f"  {page.waiting_count}", "bold $sync")), _last_good(view), width
    )
    if not page.waiting_count or room < 2:
        return [head] if page.waiting_count and room else []
    shown = page.waiting[: room - 1]
    left = page.waiting_count - len(shown)
    if left and len(shown) == room - 1:
        shown, left = shown[:-1], left + 1
    rows = [_row(one, view, width) for one in shown]
    return [head, *rows, *([styled(f"  and {left} more", "$dim")] if left else [])]


def _last_good(view: SyncView) -> Content:
    good = view.state.last_good or view.page.last_good
    rows = (count(view.page.sent_rows, "row"), "$dim")
    between = " · " if view.glyphs.unicode else ", "
    if good is None:
        return Content.assemble(("nothing sent yet", "$faint"))
    return Content.assemble(("last good sync ", "$faint"), (view.stamp(good), "$dim"), (between, "$faint"), rows)


def _row(one: WaitingSession, view: SyncView, width: int) -> Content:
    dots = view.glyphs.dots
    row = Content.assemble(
        "  ",
        cell(styled(when.full(one.day), "$dim"), _DAY, dots=dots),
        cell(styled(one.title), _TITLE if width < 100 else _TITLE + 14, dots=dots),
        "  ",
        cell(styled(count(one.sets, "set"), "$dim"), _SETS),
        _state(one, view),
    )
    return cell(row, width, dots=dots)


def _state(one: WaitingSession, view: SyncView) -> Content:
    glyphs = view.glyphs
    if one.state is Waiting.CHECKING:
        return styled(f"{glyphs.checking} checking", "$sync")
    if one.state is Waiting.ELSEWHERE:
        return styled(f"{glyphs.offline} the other laptop has to send it", "$dim")
    if view.state.phase is Phase.SENDING:
        return styled(f"{glyphs.sending} sending", "$sync")
    if not one.tries:
        return styled(f"{glyphs.waiting} waiting", "$sync")
    at = view.state.next_try
    then = f", next {view.stamp(at)}" if at and at > view.now else ""
    return styled(f"{glyphs.waiting} tried {count(one.tries, 'time')}{then}", "$sync")
