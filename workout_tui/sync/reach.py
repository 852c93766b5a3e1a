"""The way to a spreadsheet, passed in where one is needed: tests and the demo go another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workout_tui.sync.key import Key
from workout_tui.sync.sheet import Sheet

if TYPE_CHECKING:
    from workout_tui.sync.google import GoogleSheet

OpenSheet = Callable[[Key, str, str], Sheet]
"""Opens a spreadsheet: the key, its id, and where Sheets are spoken. May raise `CallFailed` for the key."""


def google(key: Key, spreadsheet_id: str, api_root: str) -> GoogleSheet:
    """The spreadsheet at Google's. What speaks to it is loaded now, by whoever calls: never the interface's thread."""
    from workout_tui.sync.google import open_sheet  # noqa: PLC0415 - 120 ms

    return open_sheet(key, spreadsheet_id, api_root)
