"""The commands of the programs screen."""

from __future__ import annotations

from dataclasses import replace

from workout_tui.ui.commands import Command

START = Command("programs.start", "enter", "start", "⏎", "begin the marked program", "begin", "PROGRAMS")
AGAIN = replace(START, label="again")
SKIP = Command("programs.skip", "s", "skip", "s", "leave out the day that comes next", "skip day", "PROGRAMS")
EDIT = tuple(
    Command(
        f"programs.edit{digit}", str(digit), f"edit({digit})", "1–9" if digit == 1 else str(digit),
        "edit a day", "edit day" if digit == 1 else "", "PROGRAMS" if digit == 1 else "", palette=False,
    )
    for digit in range(1, 10)
)  # fmt: skip
NEW = Command("programs.new", "n", "new", "n", "a program of your own", "new", "PROGRAMS")
UNDO = Command("programs.undo", "u", "undo", "u", "undo", "undo", "PROGRAMS", with_next=True)
REDO = Command("programs.redo", "U", "redo", "U", "redo", "", "PROGRAMS")
AWAY = Command("programs.archive", "D", "archive", "D", "put the program away; asks first", "", "PROGRAMS")
UP = Command("programs.up", "up", "move(-1)", "↑", "mark what is above", palette=False)
DOWN = Command("programs.down", "down", "move(1)", "↓", "mark what is below", palette=False)
BACK = Command("programs.back", "escape", "back", "esc", "back", "back", "PROGRAMS", palette=False)
HELP = Command("programs.keys", "question_mark", "app.open_keys", "?", "all keys", "keys", palette=False)

KEYS = (START, SKIP, *EDIT, NEW, UNDO, REDO, AWAY, UP, DOWN, BACK, HELP)
"""All of them, in the order of the ``?`` page."""


def footer(*, is_own: bool, runs: bool, has_next: bool) -> list[Command]:
    """The row of keys for the marked program: whether it is the lifter's and under way; whether any day comes next."""
    skip, edit = [SKIP] if has_next else [], [EDIT[0]] if is_own else []
    return [AGAIN if runs else START, *skip, *edit, NEW, UNDO, BACK, HELP]
