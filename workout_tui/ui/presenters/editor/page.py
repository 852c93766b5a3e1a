"""The editor, put together: the table, and below it what the room that is left can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.presenters import amounts
from workout_tui.ui.presenters.editor import aside
from workout_tui.ui.presenters.editor.table import table
from workout_tui.ui.presenters.rows import EMPTY, fitted, styled
from workout_tui.ui.text import count

if TYPE_CHECKING:
    from workout_tui.ui.presenters.editor.view import EditorView

_BRIEF = 6
"""rows below the table in a small window, when there is room"""
_FULL = 13
"""the same in a large one"""


def page(view: EditorView, width: int, height: int) -> list[Content]:
    """Everything above the line."""
    full = view.wide and height >= _FULL + 8
    below = _FULL if full else _BRIEF
    needed = len(view.template.exercises) + 2
    room = max(min(needed, height), height - below - 1) if height - needed <= below else height - below - 1
    rows = table(view, width, room)
    while rows and not rows[-1].cell_length:
        rows.pop()
    left = height - len(rows) - 1
    draw = aside.columns if full else aside.brief
    more = draw(view, width, left) if left > 1 else []
    spare = [EMPTY] * (height - len(rows) - len(more))
    return fitted([*rows, *spare, *more] if full else [*rows, EMPTY, *more], width, height, view.glyphs)


def facts(view: EditorView) -> list[Content | str]:
    """What the top bar says."""
    exercises = view.template.exercises
    sets = sum(len(amounts.work(one.targets)) for one in exercises)
    parts = [count(len(exercises), "exercise"), count(sets, "set")]
    parts += [f"about {view.minutes} min"] if view.minutes and view.wide else []
    verb = "Only today" if view.is_sketch else "Edit"
    return [
        Content.assemble((verb, "$dim"), "  ", styled(view.template.name, "bold")),
        *parts,
    ]
