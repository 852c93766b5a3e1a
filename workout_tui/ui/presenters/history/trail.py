"""What happened to a session, the newest first."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.rows import HEAD, styled, wrapped
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from workout_tui.model.trail import Trace
    from workout_tui.ui.glyphs import Glyphs

_TIME = 7
_MOST_ROWS = 4


def rows(traces: Sequence[Trace], today: date, width: int, glyphs: Glyphs) -> list[Content]:
    """A head, then each day with its acts and their times."""
    found = [styled("WHAT HAPPENED", HEAD), Content()]
    newest = reversed(traces)
    for day, acts in groupby(newest, key=lambda one: when.day_of(one.at, one.utc_offset_min)):
        found.append(styled(when.full(day, today), "$dim"))
        for one in acts:
            found += _act(one, width, glyphs)
    return found


def _act(one: Trace, width: int, glyphs: Glyphs) -> list[Content]:
    """The time, and what changed, each sentence on rows of its own."""
    who = "" if one.kind else "another program: "
    gone = " (undone)" if one.is_undone else ""
    texts = [row for words in one.words for row in _broken(f"{who}{words}{gone}", width, glyphs)]
    time = when.clock(one.at, one.utc_offset_min)
    style = "$faint" if one.is_undone else "$warn" if who else "$ink"
    return [
        Content.assemble((f"{time if not place else '':>{_TIME - 2}}  ", "$faint"), styled(text, style))
        for place, text in enumerate(texts)
    ]


def _broken(text: str, width: int, glyphs: Glyphs) -> list[str]:
    return wrapped(plain(text), max(8, width - _TIME), _MOST_ROWS, glyphs.dots)
