"""Picking an exercise: a few letters find it, a digit takes what probably comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.ui.log.paint.picking import listing
from workout_tui.ui.log.picking import Option, options
from workout_tui.ui.screens.find import FindScreen
from workout_tui.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content
    from textual.events import Key

    from workout_tui.model.exercise import Exercise


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to pick from."""

    title: str
    exercises: tuple[Exercise, ...]
    offered: tuple[str, ...] = ()
    """uids of the likeliest, at most three"""
    recent: tuple[str, ...] = ()
    """uids of those done lately, the latest first"""
    new: bool = True
    """whether what is not there can be added"""


class PickScreen(FindScreen[Option]):
    """A card with a line to type in and the exercises that fit."""

    LEAVES = "123"

    def __init__(self, choices: Choices, opened_by: str) -> None:
        """`opened_by`: the key that opened it, so that its bouncing types nothing."""
        super().__init__(choices.title, opened_by)
        self._choices = choices

    def find(self, query: str) -> tuple[Option, ...]:
        """The exercises that fit, and what could be added to them."""
        choices = self._choices
        return options(query, choices.exercises, choices.offered, choices.recent, new=choices.new)

    def rows(self, found: Sequence[Option], now: int, width: int, height: int) -> list[Content]:
        """The exercises around the marked one."""
        return listing(found, now, width, height, self._app.glyphs)

    def keys(self, found: Sequence[Option]) -> list[tuple[str, str]]:
        """The digits, too, while there are any."""
        take, *others = super().keys(found)
        at_once = ("1–3".replace("–", self._app.glyphs.dash), "at once")
        return [take, at_once, *others] if any(one.number for one in found) else [take, *others]

    def on_key(self, event: Key) -> None:
        """A digit on the empty line takes one of the likeliest."""
        if self.query_one(Field).value:
            return
        chosen = next((one for one in self._found if one.number and str(one.number) == event.character), None)
        if chosen is not None:
            self.dismiss(chosen)
