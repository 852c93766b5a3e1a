"""The commands of every form, and the row of keys."""

from __future__ import annotations

from workout_tui.ui.commands import Command

_CHANGE = Command("settings.change", "enter", "change", "⏎", "change what is marked", "change", "SETTINGS")
_LEFT = Command("settings.left", "left", "turn(-1)", "←", "the choice before", "", "SETTINGS", with_next=True)
_RIGHT = Command("settings.right", "right", "turn(1)", "→", "the next choice", "", "SETTINGS")
_TURN = Command("settings.turn", "left", "", "← →", "", "other value")
_UP = Command("settings.up", "up", "move(-1)", "↑", "mark what is above", "", "SETTINGS", palette=False)
_DOWN = Command("settings.down", "down", "move(1)", "↓", "mark what is below", "", "SETTINGS", palette=False)
_NEXT = Command("settings.next", "tab", "section(1)", "tab", "next section", "section", "SETTINGS", palette=False)
_BEFORE = Command("settings.before", "shift+tab", "section(-1)", "⇧tab", "section before", palette=False)
_UNDO = Command("settings.undo", "u", "undo", "u", "undo", "undo", "SETTINGS", with_next=True)
_REDO = Command("settings.redo", "U", "redo", "U", "redo", "", "SETTINGS")
_BACK = Command("settings.back", "escape", "back", "esc", "back", "back", "SETTINGS", palette=False)
_HELP = Command("settings.keys", "question_mark", "app.open_keys", "?", "all keys", "keys")
_KEEP = Command("settings.keep", "enter", "", "⏎", "", "keep it")
_LEAVE = Command("settings.leave", "escape", "", "esc", "", "leave it as it was")

KEYS = (_CHANGE, _LEFT, _RIGHT, _UP, _DOWN, _NEXT, _BEFORE, _UNDO, _REDO, _BACK, _HELP)
"""the commands of every form"""


def footer(*, is_editing: bool, has_choices: bool) -> list[Command]:
    """What the row of keys names.

    Args:
        is_editing: whether a value is being typed.
        has_choices: whether the marked one has choices.
    """
    if is_editing:
        return [_KEEP, _LEAVE]
    return [_CHANGE, *([_TURN] if has_choices else []), _NEXT, _UNDO, _BACK, _HELP]
