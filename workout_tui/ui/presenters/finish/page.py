"""Finish, put together: the columns as they fill the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.presenters.finish.after import after_saving, lower
from workout_tui.ui.presenters.finish.records import record_rows
from workout_tui.ui.presenters.finish.table import next_targets, table
from workout_tui.ui.presenters.rows import EMPTY, HEAD, fitted, styled, two_ends, wrapped

if TYPE_CHECKING:
    from workout_tui.ui.presenters.finish.view import FinishView


def main(view: FinishView, width: int, height: int) -> list[Content]:
    """The table of exercises, or the next targets; under it, in a narrow window, the note and what follows."""
    bottom = [] if view.wide else lower(view, width)
    room = height - len(bottom)
    rows = (next_targets if view.targets else table)(view, width, max(0, room))
    return fitted([*rows, *[EMPTY] * (room - len(rows)), *bottom], width, height, view.glyphs)


def side(view: FinishView, width: int, height: int) -> list[Content]:
    """The second column of a wide window: the records, the note, what happens after saving."""
    gap = [EMPTY] * (2 if view.tall else 1)
    note = wrapped(view.summary.note or view.glyphs.dash, width, 5, view.glyphs.dots)
    key = Content.assemble((view.glyphs.key("finish.note", "n"), "bold $now"), (" edit", "$dim"))
    rows = [two_ends(styled("NOTE", HEAD), key, width), EMPTY, *(styled(row) for row in note), *gap]
    rows += [styled("AFTER SAVING", HEAD), EMPTY, *after_saving(view, width)]
    if view.summary.records:
        room = height - len(rows) - len(gap) - 2
        rows = [styled("RECORDS", HEAD), EMPTY, *record_rows(view, width, room), *gap, *rows]
    return fitted(rows, width, height, view.glyphs)
