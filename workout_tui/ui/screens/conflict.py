"""What was changed here and elsewhere: both sides, and which one is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from workout_tui.ui.presenters.conflict import Versions, table
from workout_tui.ui.presenters.rows import EMPTY, fitted, styled
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question

if TYPE_CHECKING:
    from textual.content import Content

    from workout_tui.ui.app import WorkoutApp

MINE, THEIRS = "l", "t"
"""the answers: what was typed here, or what stands there"""

_ROOM = 12


class ConflictScreen(ConfirmScreen):
    """Shows both sides; the result is `MINE`, `THEIRS`, or None for esc: decide later, nothing is written."""

    def __init__(self, versions: Versions) -> None:
        super().__init__(
            Question(
                "Changed here, and elsewhere since you saw it",
                "",
                (Answer(MINE, "keep mine, from here"), Answer(THEIRS, "keep what stands there")),
                keep="not yet",
                tone="now",
            )
        )
        self._versions = versions

    def _draw(self, width: int, _height: int) -> list[Content]:
        glyphs = cast("WorkoutApp", self.app).glyphs
        rows = table(self._versions, width, _ROOM, glyphs)
        return fitted([styled(self._question.title, "bold"), EMPTY, *rows, *self._keys(width)], width, 30, glyphs)
