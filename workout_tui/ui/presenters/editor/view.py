"""Everything the editor is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.model.load import Unit
    from workout_tui.model.plan import Template
    from workout_tui.ui.editor.known import Beside
    from workout_tui.ui.glyphs import Glyphs


@dataclass(frozen=True, slots=True)
class EditorView:
    """A template, which exercise is marked, and what the log knows of that one."""

    template: Template
    marked: int
    """one more than there are: the row that adds an exercise"""
    beside: Beside | None
    unit: Unit
    today: date
    glyphs: Glyphs
    minutes: int | None = None
    tall: bool = False
    wide: bool = False
    is_sketch: bool = False
    """whether it is changed for one session only"""
