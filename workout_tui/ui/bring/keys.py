"""The commands of bringing a history, for its row of keys, the ``?`` page and the key map."""

from __future__ import annotations

from workout_tui.ui.commands import Command

ENTER = Command("bring.enter", "enter", "enter", "⏎", "go on", "go on", "BRING", palette=False)
COMPLETE = Command("bring.complete", "tab", "complete", "tab", "complete the path", "complete", "BRING", palette=False)
PICK = Command("bring.pick", "f1", "", "1–9", "take a file of the list", "pick", palette=False)
KG = Command("bring.kg", "k", "unit('kg')", "k", "the weights are kilograms", "kg", "BRING", palette=False)
LB = Command("bring.lb", "l", "unit('lb')", "l", "the weights are pounds", "lb", "BRING", palette=False)
YES = Command("bring.yes", "y", "answer(True)", "y", "the same exercise", "the same", "BRING", palette=False)
NO = Command("bring.no", "n", "answer(False)", "n", "a new exercise", "a new one", "BRING", palette=False)
ALL = Command("bring.all", "a", "all", "a", "all that are left are the same", "all the same", "BRING", palette=False)
UNDO = Command("bring.undo", "u", "take_back", "u", "take the import back", "take it back", "BRING", palette=False)
UP = Command("bring.up", "up", "scroll(-1)", "↑ ↓", "more of it", "more", "BRING", palette=False)
SCROLL = (
    Command("bring.down", "down", "scroll(1)", "↓", "down", palette=False),
    Command("bring.page_up", "pageup", "scroll(-10)", "PgUp", "up", palette=False),
    Command("bring.page_down", "pagedown", "scroll(10)", "PgDn", "down", palette=False),
)
BACK = Command("bring.back", "escape", "back", "esc", "a step back", "back", "BRING", priority=True, palette=False)

KEYS = (ENTER, COMPLETE, KG, LB, YES, NO, ALL, UNDO, UP, *SCROLL, BACK)
"""All of them; `PICK` only says what the digits do on the empty line."""
