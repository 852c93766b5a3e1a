"""What was decided on the Sync screen in this sitting, and the way back from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.errors import CannotUndo
from workout_tui.sync.asking import Asked, Choice
from workout_tui.sync.deciding import decide, take_back
from workout_tui.ui.text import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.sync.overview import Review
    from workout_tui.ui.app import WorkoutApp

_TAKEN = "take from sheet"
"""the kind of act by which a value of the sheet comes into the log"""

_TAKEN_BACK = {Choice.HERE: frozenset({Asked.CONFLICT}), Choice.SHEET: frozenset({Asked.CONFLICT, Asked.EDITED})}
"""of which questions each choice can be taken back: what waits for the next sync, and what is an act in the log"""


@dataclass(frozen=True, slots=True)
class _Decided:
    review: Review
    choice: Choice

    @property
    def goes_back(self) -> bool:
        """Whether there is a way back from it."""
        is_done = self.choice is Choice.SHEET and not self.review.comes
        return not is_done and self.review.kind in _TAKEN_BACK[self.choice]


class Decisions:
    """Decides reviews, and takes the last decisions back, together as they were made."""

    def __init__(self, app: WorkoutApp) -> None:
        self._app = app
        self._made: list[list[_Decided]] = []

    def make(self, reviews: Sequence[Review], choice: Choice) -> str:
        """Decide these alike; returns what to say.

        Raises:
            WorkoutError: one of them cannot be decided so; those before it are.
        """
        made: list[_Decided] = []
        try:
            for one in reviews:
                decide(self._app.file.store, one.id, choice, self._app.clock)
                made.append(_Decided(one, choice))
        finally:
            if made:
                self._made.append(made)
        words = f"{count(len(reviews), 'row')}: the {choice}’s"
        if not all(one.goes_back for one in made):
            return words
        return f"{words} · {self._app.glyphs.key('sync.undo', 'u')} takes it back"

    def undo(self, marked: Review | None = None) -> str:
        """Take the last decision back, or that of the marked review, of an earlier sitting; returns what to say.

        Raises:
            WorkoutError: there is none, it was carried out, or its session was changed since.
        """
        if self._made:
            made = self._made.pop()
        elif marked is not None and marked.choice:
            made = [_Decided(marked, Choice(marked.choice))]
        else:
            raise CannotUndo("Nothing was decided in this window.")
        for one in reversed(made):
            self._take_back(one)
        if all(one.choice is Choice.SHEET for one in made):
            return "Taken back: it stands here as before, and goes into the sheet."
        return "Taken back: it is to be decided again."

    def _take_back(self, one: _Decided) -> None:
        if not one.goes_back:
            raise CannotUndo("That is settled already.", "It comes up again if the sheet needs you once more.")
        if one.choice is Choice.HERE:
            take_back(self._app.file.store, one.review.id)
            return
        undone = self._app.logbook.undo(one.review.session_uid)
        if undone.kind != _TAKEN:
            self._app.logbook.redo(one.review.session_uid)
            raise CannotUndo("The workout was changed since.", "History has its undo.")
