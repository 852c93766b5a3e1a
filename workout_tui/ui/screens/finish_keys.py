"""The commands of the Finish screen, and the row of keys."""

from __future__ import annotations

from workout_tui.ui.commands import Command

_SAVE = Command("finish.save", "enter", "save", "⏎", "save the workout", "save", "FINISH")
_BACK = Command("finish.back", "escape", "back", "esc", "keep lifting", "keep lifting", "FINISH")
_NOTE = Command("finish.note", "n", "note", "n", "write a note", "note", "FINISH")
_TARGETS = Command("finish.targets", "t", "targets", "t", "what the next time asks for", "next targets", "FINISH")
_END = Command("finish.end", "e", "end", "e", "end now, or with the last set", "", "FINISH")
_DISCARD = Command("finish.discard", "D", "discard", "D", "discard the workout; asks first", "discard…", "FINISH")
_HELP = Command("finish.keys", "question_mark", "app.open_keys", "?", "all keys", "keys")
_DONE = Command("note.done", "enter", "", "⏎", "done with the note", "done")

KEYS = (_SAVE, _BACK, _NOTE, _TARGETS, _END, _DISCARD, _HELP)


def footer(*, is_writing: bool, nothing: bool) -> list[Command]:
    """What the row of keys names.

    Args:
        is_writing: whether the note is being written.
        nothing: whether there is nothing to save.
    """
    if is_writing:
        return [_DONE]
    return [_BACK, _DISCARD, _HELP] if nothing else [_SAVE, _BACK, _NOTE, _TARGETS, _DISCARD, _HELP]
