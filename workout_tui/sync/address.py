"""Which spreadsheet is meant: read from what a lifter copies out of a browser."""

from __future__ import annotations

import re

from workout_tui import config
from workout_tui.errors import InvalidEntry

NEW = "https://sheets.new"
"""where a browser makes a new spreadsheet"""

_LINK = re.compile(r"/spreadsheets/(?:u/\d+/)?d/([\w-]+)", re.ASCII)
_ID = re.compile(r"[\w-]{20,}", re.ASCII)
"""by itself; Google's have 44 characters"""
_PUBLISHED = re.compile(r"/spreadsheets/(?:u/\d+/)?d/e/")
_HOW = "Open the spreadsheet in a browser and copy the address from its top: https://docs.google.com/spreadsheets/d/…"


def spreadsheet_id(text: str) -> str:
    """The id in a link to a spreadsheet, or the id itself.

    Raises:
        InvalidEntry: it is neither, in words that say what it is.
    """
    text = text.strip().strip("<>\"'“”")
    if _PUBLISHED.search(text):
        raise _refused("That is the link of a page published to the web; nothing can be written there.")
    link = _LINK.search(text)
    if link:
        return link[1]
    if _ID.fullmatch(text):
        return text
    raise _refused(_what_it_is(text))


def link(spreadsheet: str, sheet_id: int | None = None, *, api_root: str = config.GOOGLE) -> str:
    """The address of a spreadsheet in a browser, at one tab if that is given; the look-alike shows its own."""
    if config.is_here(api_root):
        return f"{api_root}/sheet/{spreadsheet}"
    return f"https://docs.google.com/spreadsheets/d/{spreadsheet}/edit{'' if sheet_id is None else f'#gid={sheet_id}'}"


def _refused(words: str) -> InvalidEntry:
    return InvalidEntry(words, _HOW, field="spreadsheet")


def _what_it_is(text: str) -> str:
    if not text:
        return "There is no link."
    if "/folders/" in text:
        return "That is the link of a folder."
    if re.search(r"/(document|presentation|forms)/", text):
        return "That is the link of another kind of document, not of a spreadsheet."
    if "/file/d/" in text:
        return "That is the link of a file in Drive. If it is an Excel file, save it as a Google Sheet first."
    if text.startswith(("http://", "https://")):
        return "That link leads to no spreadsheet."
    return "That is neither the link nor the id of a spreadsheet."
