"""The one dialog: a question, what it means, and a key for each answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.content import Content

from workout_tui.ui.presenters.rows import EMPTY, fitted, styled, wrapped
from workout_tui.ui.presses import BOUNCE_S, Presses
from workout_tui.ui.screens.once import LeftOnce
from workout_tui.ui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key
    from textual.timer import Timer

    from workout_tui.ui.app import WorkoutApp

_MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """A key and what it does."""

    key: str
    """Textual's name of the key; also the dialog's result"""
    label: str
    shown: str = ""
    """how the key is written, when not as its name"""
    tone: str = "now"
    """``now``, or ``bad`` for what destroys"""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. esc is always an answer: the result is None."""

    title: str
    body: str
    answers: tuple[Answer, ...]
    keep: str = "keep"
    """what esc does"""
    tone: str = "bad"
    """the colour of the bar: ``bad`` before something is destroyed, ``now`` for a choice"""


class ConfirmScreen(LeftOnce[str | None]):
    """Asks a question; the result is the key of the answer, None for esc.

    A held key confirms nothing: an answer counts when its key was quiet before and after.
    """

    CSS_PATH = "card.tcss"

    def __init__(self, question: Question) -> None:
        super().__init__(classes=f"-{question.tone}")
        self._question = question
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """The card."""
        yield Canvas(self._draw)

    def on_mount(self) -> None:
        """Begin to watch the keys."""
        self._presses = Presses(cast("WorkoutApp", self.app).clock)

    def on_key(self, event: Key) -> None:
        """Take an answer; everything else is held back from what lies below."""
        event.stop()
        event.prevent_default()
        repeated = self._presses.is_repeat(event.key)
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if event.key == "escape":
            self.dismiss(None)
        elif not repeated and event.key in {answer.key for answer in self._question.answers}:
            self._waiting = self.set_timer(BOUNCE_S, partial(self._answer, event.key))

    def _answer(self, key: str) -> None:
        # Textual would wait for what dismiss returns, and a screen cannot wait for its own end.
        self.dismiss(key)

    def _draw(self, width: int, _height: int) -> list[Content]:
        question, glyphs = self._question, cast("WorkoutApp", self.app).glyphs
        body = wrapped(question.body, width, _MOST_ROWS, glyphs.dots)
        rows = [
            styled(question.title, "bold"),
            EMPTY,
            *(styled(row, "$dim") for row in body),
            EMPTY,
            *self._keys(width),
        ]
        return fitted(rows, width, len(rows), glyphs)

    def _keys(self, width: int) -> list[Content]:
        """The answers, side by side where they fit."""
        question = self._question
        keys = [
            Content.assemble(styled(answer.shown or answer.key, f"bold ${answer.tone}"), " ", answer.label)
            for answer in question.answers
        ]
        keys.append(Content.assemble(("esc", "bold $now"), " ", question.keep))
        return keys if sum(key.cell_length + 4 for key in keys) > width + 4 else [Content("    ").join(keys)]
