"""What the programs screen asks on cards: before one takes over, before one goes, and what a new one is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question
from workout_tui.ui.screens.write import Text, WriteScreen
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from workout_tui.model.plan import Program


def begin_again(program: Program) -> ConfirmScreen:
    """The program is under way: ``b`` begins it again, ``l`` leaves it."""
    answers = (Answer("b", "begin it again"), Answer("l", "leave it"))
    title = f"{plain(program.name)} is under way"
    return ConfirmScreen(Question(title, "Begun again, it starts with its first day.", answers, tone="now"))


def take_over(program: Program, running: Program) -> ConfirmScreen:
    """Another one is under way: ``b`` begins this one all the same."""
    body = f"{plain(running.name)} is under way. It is left where it stands, and can be begun again."
    return ConfirmScreen(Question(f"Begin {plain(program.name)}?", body, (Answer("b", "begin it"),), tone="now"))


def put_away(program: Program, undo: str) -> ConfirmScreen:
    """``D`` again puts it away; `undo` is the key that brings it back."""
    body = f"Its days are no longer offered. What was done from them stays. {undo} brings it back."
    answers = (Answer("D", "put it away", tone="bad"),)
    return ConfirmScreen(Question(f"Put {plain(program.name)} away?", body, answers))


def new() -> WriteScreen:
    """A name, the days, and how many weeks they go on for."""
    texts = (
        Text("name", "", "Upper and lower"),
        Text("its days, with commas; workouts of yours by their names", "", "Push A, Pull A, Legs"),
        Text("weeks; with 1 the days come in turn, again and again", "1"),
    )
    return WriteScreen("New program", texts, "n")
