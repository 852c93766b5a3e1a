"""The keys that the words on Log name; filled in where they are shown."""

from __future__ import annotations

from workout_tui.ui.keynames import key

UNDO = key("log.undo", "u")
REDO = key("log.redo", "U")
SKIP = key("log.skip", "s")
MOVE_SETS = key("log.move_sets", "M")
ADD_EXERCISE = key("log.add_exercise", "A")
FINISH = key("log.finish", "f")
REMOVE = key("log.remove", "⌫")
REST = key("log.rest", "space")
LEAVE = key("log.leave", "esc")
LIFTER = key("home.lifter", "P")
