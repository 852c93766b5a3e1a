"""The commands of the editor, for its row of keys, the ``?`` page and the palette."""

from __future__ import annotations

from dataclasses import replace

from workout_tui.ui.commands import Command

_EDITOR = "EDITOR"

STARTERS = frozenset("0123456789+-−#rt")
"""What begins a line on the empty one: sets, a step, a deload, a note, a rest, a training max."""

EDIT = Command("editor.edit", "enter", "enter", "⏎", "edit, keep the line", "edit", _EDITOR)
KEEP = replace(EDIT, label="keep")
START = Command("editor.start", "s", "start", "s", "start with this", "start", _EDITOR)
ADD = Command("editor.add", "a", "add", "a", "add an exercise", "add", _EDITOR)
UP = Command("editor.earlier", "K", "shift(-1)", "K", "move up", "", _EDITOR, with_next=True)
MOVE = replace(UP, shown="K J", label="move")
GROUP = Command("editor.superset", "g", "group", "g", "superset with the next", "superset", _EDITOR)
REMOVE = Command("editor.remove", "d", "remove", "d", "take it out", "remove", _EDITOR)
NOTE = Command("editor.note", "n", "note", "n", "note for it", "note", _EDITOR)
UNDO = Command("editor.undo", "u", "undo", "u", "undo", "undo", _EDITOR, with_next=True)
BACK = Command("editor.back", "escape", "back", "esc", "clear line, then back", "back", _EDITOR, palette=False)
HELP = Command("editor.keys", "question_mark", "app.open_keys", "?", "all keys", "keys", palette=False)

KEYS = (
    EDIT,
    ADD,
    Command("editor.swap", "e", "swap", "e", "swap the exercise", "", _EDITOR),
    UP,
    Command("editor.later", "J", "shift(1)", "J", "move down", "", _EDITOR),
    GROUP,
    REMOVE,
    NOTE,
    Command("editor.rename", "R", "rename", "R", "another name", "", _EDITOR),
    UNDO,
    Command("editor.redo", "U", "redo", "U", "redo", "", _EDITOR),
    START,
    Command("editor.archive", "D", "archive", "D", "put away; asks first", "", _EDITOR),
    Command("editor.up", "up", "move(-1)", "↑", "mark what is above", palette=False),
    Command("editor.down", "down", "move(1)", "↓", "mark what is below", palette=False),
    BACK,
    HELP,
)
"""All of them, in the order of the ``?`` page."""

FORMS = (
    ("3x5@100", "3 sets of 5 at 100"),
    ("3x8-10@32.5", "a range of reps"),
    ("12/10/8@60", "reps for each set"),
    ("3x5, 1x8@90", "several blocks"),
    ("3x5@85%", "of the training max"),
    ("tm140", "training max 140"),
    ("1x5+@100", "5 or more, to failure"),
    ("3x5@8", "by RPE"),
    ("2x5@60w", "warm-up sets"),
    ("3x8@+15", "added to bodyweight"),
    ("3x1:00", "time"),
    ("4x400m", "distance"),
    ("r180  r3:00", "rest"),
    ("+2.5", "more, once all is made"),
    ("-10%x2", "less, after 2 misses"),
    ("gA", "superset A"),
    ("#note", "a note"),
)
"""What can be typed, and what it means."""


def footer(*, is_typing: bool, is_sketch: bool) -> list[Command]:
    """The row of keys, by frequency."""
    first = [KEEP if is_typing else EDIT, *([START] if is_sketch else [])]
    return [*first, ADD, MOVE, REMOVE, UNDO, GROUP, NOTE, BACK, HELP]
