"""The commands of History: those of a session, wherever one is in front, and those of the list and the map."""

from __future__ import annotations

from dataclasses import replace

from workout_tui.ui.commands import Command

_THIS, _WHERE = "THIS SESSION", "HISTORY"

EDIT = Command("session.edit", "e", "edit", "e", "put its sets right", "edit", _THIS)
FACTS = Command("session.facts", "t", "facts", "t", "name, date and times, bodyweight", "times", _THIS)
NOTE = Command("session.note", "n", "note", "n", "its note", "note", _THIS)
_PROGRESS = Command("session.progress", "p", "progress", "p", "progress of its exercises", "progress", _THIS)
AGAIN = Command("session.again", "r", "again", "r", "the same again, today", "again", _THIS)
_TEMPLATE = Command("session.template", "m", "template", "m", "make a template of it", "", _THIS)
_REOPEN = Command("session.reopen", "o", "reopen", "o", "open it again, or take it back", "", _THIS)
_DISCARD = Command("session.discard", "D", "discard", "D", "put it aside; asks first", "", _THIS)
_UNDO = Command("session.undo", "u", "undo", "u", "undo the last change, redo", "", _THIS, with_next=True)
_REDO = Command("session.redo", "U", "redo", "U", "redo", "", _THIS)
_SYNC = Command("session.sync", "y", "sync", "y", "where its copy in the sheet stands", "", _THIS)

SESSION_KEYS = (EDIT, FACTS, NOTE, _PROGRESS, AGAIN, _TEMPLATE, _REOPEN, _DISCARD, _UNDO, _REDO, _SYNC)
"""What can be done to a session."""

_OPEN = Command("history.open", "enter", "open", "⏎", "the session in full", "open", _WHERE)
_UP = Command("history.up", "up", "move(-1)", "↑", "newer, older", "", _WHERE, with_next=True, palette=False)
_DOWN = Command("history.down", "down", "move(1)", "↓", "", "", _WHERE, palette=False)
_LEFT = Command(
    "history.left", "left", "week(-1)", "←", "a week earlier, later", "", _WHERE, with_next=True, palette=False
)
_RIGHT = Command("history.right", "right", "week(1)", "→", "", "", _WHERE, palette=False)
_MAP = Command("history.map", "tab,shift+tab", "map", "tab", "between map and list", "", _WHERE, palette=False)
_SEARCH = Command("history.search", "slash", "search", "/", "find by name, exercise, note, date", "search", _WHERE)
_ADD = Command("history.add", "a", "add", "a", "add a workout of a past day", "", _WHERE)
_EXPORT = Command("history.export", "x", "export", "x", "write what is listed to a file", "export", _WHERE)
_VIEW = Command("history.discarded", "v", "discarded", "v", "what was put aside, or back", "", _WHERE)
_BACK = Command("history.back", "escape", "back", "esc", "back", "back", _WHERE, palette=False)
_HELP = Command("history.keys", "question_mark", "app.open_keys", "?", "all keys", "keys", palette=False)
_TAKE = Command("history.found", "enter", "", "⏎", "to what was found", "to the list", palette=False)
_PAGES = (
    Command("history.page_up", "pageup", "page(-1)", "PgUp", "a page up", palette=False),
    Command("history.page_down", "pagedown", "page(1)", "PgDn", "a page down", palette=False),
    Command("history.newest", "home", "end(True)", "Home", "the newest", palette=False),
    Command("history.oldest", "end", "end(False)", "End", "the oldest", palette=False),
)

KEYS = (_OPEN, _UP, _DOWN, _LEFT, _RIGHT, _MAP, _SEARCH, *SESSION_KEYS, _ADD, _EXPORT, _VIEW, *_PAGES, _BACK, _HELP)
"""All commands, in the order of the ``?`` page."""


def footer(up_down: str, *, typing: bool) -> list[Command]:
    """What the row of keys names. `up_down`: the two arrows; `typing`: whether a search is being typed."""
    if typing:
        return [_TAKE, replace(_BACK, label="all of them")]
    arrows = replace(_UP, shown=up_down, label="session")
    return [_OPEN, arrows, _SEARCH, EDIT, _PROGRESS, _EXPORT, AGAIN, FACTS, _BACK, _HELP]
