"""The commands of the Exercises screen, and the row of keys that names the most needed."""

from __future__ import annotations

from workout_tui.ui.commands import Command

_E = "EXERCISES"
_OPEN = Command("exercises.open", "enter", "open", "⏎", "settle what is marked", "settle", _E, palette=False)
_MOVES = (
    Command("exercises.up", "up", "move(-1)", "↑ ↓", "mark another one", "", _E, palette=False),
    Command("exercises.down", "down", "move(1)", "↓", "the next one", palette=False),
    Command("exercises.page_up", "pageup", "move(-12)", "PgUp", "a page up", palette=False),
    Command("exercises.page_down", "pagedown", "move(12)", "PgDn", "a page down", palette=False),
    Command("exercises.first", "home", "move(-9999)", "Home", "the first", palette=False),
    Command("exercises.last", "end", "move(9999)", "End", "the last", palette=False),
)
_FIND = Command("exercises.find", "slash", "find", "/", "find an exercise", "find", _E)
_ADD = Command("exercises.add", "A", "add", "A", "add an exercise", "add", _E)
_MERGE = Command("exercises.merge", "M", "merge", "M", "it is the same as another one; asks first", "merge…", _E)
_AWAY = Command("exercises.archive", "D", "archive", "D", "put it away, or take it out again", "put away", _E)
_VIEW = Command("exercises.archived", "v", "archived", "v", "what was put away, or the others", "", _E)
_UNDO = Command("exercises.undo", "u", "undo", "u", "undo", "undo", _E, with_next=True)
_REDO = Command("exercises.redo", "U", "redo", "U", "redo", "", _E)
_PROGRESS = Command("exercises.progress", "p", "progress", "p", "how it went", "", _E)
_BACK = Command("exercises.back", "escape", "back", "esc", "back", "back", _E, palette=False)
_HELP = Command("exercises.keys", "question_mark", "app.open_keys", "?", "all keys", "keys")

KEYS = (_OPEN, *_MOVES, _FIND, _ADD, _MERGE, _AWAY, _VIEW, _UNDO, _REDO, _PROGRESS, _BACK, _HELP)
FOOTER = (_OPEN, _FIND, _ADD, _MERGE, _AWAY, _UNDO, _BACK, _HELP)
