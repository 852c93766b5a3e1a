"""The commands of the Sync screen, for its row of keys, the ``?`` page and the key map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.ui.commands import Command

if TYPE_CHECKING:
    from workout_tui.sync.overview import SyncPage

_HEAD = "SYNC"
_REVIEW = "TO REVIEW"
NOW = Command("sync.now", "y", "now", "y", "sync now", "sync now", _HEAD)
ENTER = Command("sync.enter", "enter", "enter", "⏎", "connect a sheet; with one, sync now", "connect", _HEAD)
ADDRESS = Command("sync.address", "o", "address", "o", "copy the sheet’s address", "address", _HEAD)
COPY = Command("sync.copy", "c", "copy", "c", "copy what the fix asks for, or the report", "copy", _HEAD)
REPORT = Command("sync.report", "r", "report", "r", "the report for whoever looks into a fault", "", _HEAD)
CONNECT = Command("sync.connect", "k", "connect", "k", "another key, or another sheet", "", _HEAD)
PULL = Command("sync.pull", "i", "pull", "i", "bring what the sheet has and this log lacks", "", _HEAD)
LEAVE = Command("sync.disconnect", "D", "disconnect", "D", "leave the sheet; asks first", "", _HEAD)
UP = Command("sync.up", "up", "move(-1)", "↑", "the row before, behind", "", _REVIEW, with_next=True, palette=False)
DOWN = Command("sync.down", "down", "move(1)", "↓", "", "", _REVIEW, palette=False)
LAPTOP = Command("sync.laptop", "l", "keep('laptop')", "l", "keep the laptop’s", "laptop", _REVIEW, with_next=True)
LAPTOPS = Command("sync.laptops", "L", "keep_all('laptop')", "L", "keep the laptop’s for all of it", "", _REVIEW)
SHEET = Command("sync.take", "s", "keep('sheet')", "s", "keep the sheet’s", "sheet", _REVIEW, with_next=True)
SHEETS = Command("sync.takes", "S", "keep_all('sheet')", "S", "keep the sheet’s for all of it", "", _REVIEW)
UNDO = Command("sync.undo", "u", "undo", "u", "take the last decision back", "undo", _REVIEW)
BACK = Command("sync.back", "escape", "back", "esc", "back", "back", _HEAD, palette=False)
HELP = Command("sync.keys", "question_mark", "app.open_keys", "?", "all keys", "keys", palette=False)

KEYS = (
    NOW, ENTER, ADDRESS, COPY, REPORT, PULL, CONNECT, LEAVE, BACK, UP, DOWN, LAPTOP, LAPTOPS, SHEET, SHEETS, UNDO, HELP,
)  # fmt: skip
"""All of them, in the order of the page."""


def footer(page: SyncPage) -> list[Command]:
    """The keys that are worth their place below the page."""
    if page.sheet is None:
        return [ENTER, BACK, HELP]
    decide = [LAPTOP, SHEET, UNDO] if page.reviews else []
    return [NOW, *decide, ADDRESS, COPY, BACK, HELP]
