"""The commands of Home."""

from __future__ import annotations

from dataclasses import replace

from workout_tui.ui.commands import Command

_ENTER = Command("home.enter", "enter", "enter", "⏎", "take up or start what is marked", "start", "HOME")
_RESUME = Command("home.enter", "enter", "enter", "⏎", "take up or start what is marked", "resume", "HOME")
_REOPEN = Command(
    "home.reopen", "u", "reopen", "u", "keep training in the workout just finished", "keep training", "HOME"
)
_TAKE_BACK = replace(_REOPEN, label="take it back")
_LIFTER = Command("home.lifter", "P", "lifter", "P", "another lifter on this laptop", "lifter", "HOME")
_BRING = Command("home.bring", "i", "bring", "i", "bring a history from another program", "", "HOME")
_SETTINGS = Command("home.settings", "comma", "settings", ",", "settings", "settings", "HOME")
_HISTORY = Command("home.history", "h", "history", "h", "what was done", "history", "HOME")
_EXERCISES = Command("home.exercises", "E", "exercises", "E", "the library of exercises", "", "HOME")
_PROGRESS = Command("home.progress", "p", "progress", "p", "how it went, as charts", "progress", "HOME")
_EDIT = Command("home.edit", "e", "edit", "e", "edit the marked workout", "edit", "HOME", with_next=True)
_NEW = Command("home.new", "n", "new", "n", "new workout", "new", "HOME")
_CHANGE = Command("home.change", "c", "change", "c", "change it for today, then start", "", "HOME")
_EARLIER = Command("home.earlier", "K", "shift(-1)", "K", "move the marked workout up", "", "HOME", with_next=True)
_LATER = Command("home.later", "J", "shift(1)", "J", "move the marked workout down", "", "HOME")
_PROGRAMS = Command("home.programs", "o", "programs", "o", "programs: what leads to the next workout", "", "HOME")
_SYNC = Command("home.sync", "y", "sync", "y", "where the copy in the sheet stands", "sync", "HOME")
_QUIT = Command("home.quit", "q", "app.quit", "q", "quit", "quit", "HOME")
_HELP = Command("home.keys", "question_mark", "app.open_keys", "?", "all keys", "keys")
_PICK = tuple(
    Command(
        f"home.pick{digit}", str(digit), f"pick({digit})", "1–9" if digit == 1 else str(digit),
        "mark a workout", "pick" if digit == 1 else "", "HOME" if digit == 1 else "", palette=False,
    )
    for digit in range(1, 10)
)  # fmt: skip
_EMPTY = Command("home.empty", "0", "pick(0)", "0", "mark the empty workout", "", "HOME", palette=False)
_UP = Command("home.up", "up", "move(-1)", "↑", "mark what is above", "", palette=False)
_DOWN = Command("home.down", "down", "move(1)", "↓", "mark what is below", "", palette=False)

KEYS = (
    _ENTER, *_PICK, _EMPTY, _UP, _DOWN, _EDIT, _NEW, _CHANGE, _EARLIER, _LATER, _PROGRAMS, _REOPEN, _HISTORY,
    _PROGRESS, _EXERCISES, _LIFTER, _BRING, _SYNC, _SETTINGS, _HELP, _QUIT,
)  # fmt: skip
"""All commands, in the order of the ``?`` page."""


def footer(*, resumes: bool, has_workouts: bool, discarded: bool | None) -> list[Command]:
    """What the row of keys names.

    Args:
        resumes: whether a session is open and marked.
        has_workouts: whether there is one to pick.
        discarded: whether the session left last was discarded; None: none was left in this window.
    """
    again = [] if discarded is None else [_TAKE_BACK if discarded else _REOPEN]
    first, edit = (_PICK[0], [_EDIT]) if has_workouts else (_NEW, [])
    return [_RESUME if resumes else _ENTER, first, *again, _HISTORY, _PROGRESS, *edit, _SYNC, _SETTINGS, _QUIT, _HELP]
