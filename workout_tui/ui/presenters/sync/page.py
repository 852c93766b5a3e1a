"""The Sync screen's page: the card first, what is to be decided next, and the rest as far as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, cut, fitted, styled
from workout_tui.ui.presenters.sync.card import card
from workout_tui.ui.presenters.sync.review import review
from workout_tui.ui.presenters.sync.standing import standing
from workout_tui.ui.presenters.sync.waiting import waiting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.ui.presenters.sync.view import SyncView

_GUTTER = 4
_STAMP = 13
_FEW = 4
"""rows that wait, when something is to be decided below them"""
_HAPPENED = 6
"""rows of what happened, when there is something to show below it"""


def page(view: SyncView, width: int, height: int) -> list[Content]:
    """The page."""
    rows = card(view, width)
    if view.page.sheet is None:
        return fitted(rows, width, height, view.glyphs)
    gap = [EMPTY, EMPTY] if view.tall else [EMPTY]
    asked = view.review is not None
    queue = waiting(view, width, _room_to_wait(view, height - len(rows) - len(gap), asked=asked))
    rows += [*gap, *queue] if queue else []
    decide = review(view, width, height - len(rows) - 1)
    rows += [EMPTY, *decide] if decide else []
    room = height - len(rows) - len(gap)
    rows += [*gap, *_rest(view, width, room)] if room > 1 else []
    return fitted(rows, width, height, view.glyphs)


def _room_to_wait(view: SyncView, room: int, *, asked: bool) -> int:
    """How many rows what waits may take: few above a question, half above anything else, all above nothing."""
    if asked:
        return min(_FEW, room)
    return max(2, room // 2) if view.page.events or view.standing.newest else room


def _rest(view: SyncView, width: int, room: int) -> list[Content]:
    """What happened and what stands in the sheet: side by side, or one below the other."""
    if view.wide:
        half = (width - _GUTTER) // 2
        return _beside(standing(view, half, room), happened(view, half, room), half, view)
    stands = standing(view, width, room - 1 - min(_HAPPENED, len(view.page.events) + 1))
    first = happened(view, width, room - len(stands) - 1 if stands else room)
    return [*first, EMPTY, *stands] if first and stands else first or stands


def happened(view: SyncView, width: int, room: int) -> list[Content]:
    """The newest events."""
    if not view.page.events or room < 2:
        return []
    rows = [
        Content.assemble("  ", cell(styled(view.stamp(one.at), "$faint"), _STAMP), styled(one.words, "$dim"))
        for one in view.page.events[: room - 1]
    ]
    return [styled("WHAT HAPPENED", HEAD), *(cut(row, width, view.glyphs.dots) for row in rows)]


def _beside(left: Sequence[Content], right: Sequence[Content], half: int, view: SyncView) -> list[Content]:
    if not left or not right:
        return [*left, *right]
    rows = []
    for place in range(max(len(left), len(right))):
        first = left[place] if place < len(left) else EMPTY
        second = right[place] if place < len(right) else EMPTY
        rows.append(Content.assemble(cell(first, half + _GUTTER, dots=view.glyphs.dots), second))
    return rows
