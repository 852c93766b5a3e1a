"""The log's two tabs in a spreadsheet: found by their ids, or made in one request.

Their ids are constant, so that a second laptop finds them whatever they are called, and so that making them twice
is an error of Google's and not a second tab. Nothing else in the spreadsheet is touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workout_tui.sync import journal
from workout_tui.sync.cells import VALUE_MASK, canonical, cell
from workout_tui.sync.columns import FIRST, HIDDEN, Column, find
from workout_tui.sync.rows import clean
from workout_tui.sync.sheet import Area, read_values

if TYPE_CHECKING:
    from collections.abc import Collection

    from workout_tui.sync.sheet import Json, Sheet

LOG_TAB = 774_101_001
JOURNAL_TAB = 774_101_002
"""any number will do that no spreadsheet chooses by itself: Google takes 0 for the first tab, then random ones"""

LOG_TITLE = "Log"
JOURNAL_TITLE = "Log receipts"
_ROWS = 1000
_JOURNAL_ROWS = 10
_METADATA = "properties.title,sheets.properties(sheetId,title)"


@dataclass(frozen=True, slots=True)
class Found:
    """A spreadsheet before anything was done in it."""

    title: str
    tabs: dict[int, str]
    """the title of each tab by its id"""

    @property
    def has_log(self) -> bool:
        """Whether the log's tab is there."""
        return LOG_TAB in self.tabs

    @property
    def is_whole(self) -> bool:
        """Whether both of our tabs are there."""
        return self.has_log and JOURNAL_TAB in self.tabs


def look(sheet: Sheet) -> Found:
    """What there is in the spreadsheet.

    Raises:
        CallFailed: it could not be read.
    """
    body = sheet.metadata(_METADATA).body
    tabs = [one.get("properties", {}) for one in body.get("sheets", [])]
    title = canonical(clean(str(body.get("properties", {}).get("title", ""))))
    return Found(title, {int(one.get("sheetId", 0)): str(one.get("title", "")) for one in tabs})


def make_what_is_missing(sheet: Sheet, found: Found) -> bool:
    """Make those of our tabs that are not there; whether the log's tab was among them, and so holds nothing yet.

    Raises:
        CallFailed: they could not be made. After a lost answer they may be there: look again.
    """
    requests: list[Json] = []
    taken = set(found.tabs.values())
    if not found.has_log:
        requests += _log_tab(_free(LOG_TITLE, taken))
    if JOURNAL_TAB not in found.tabs:
        requests += _journal_tab(_free(JOURNAL_TITLE, taken))
    if requests:
        sheet.batch_update({"requests": requests}, fields="spreadsheetId")
    return not found.has_log


def prove_editing(sheet: Sheet) -> None:
    """Write what stands there already: Google shows a spreadsheet to those who may only read it, too.

    Raises:
        CallFailed: the account may not edit, among others.
    """
    sheet.batch_update({"requests": [_change_of_tab(JOURNAL_TAB, {"hidden": True}, "hidden")]}, fields="spreadsheetId")


def prove_header(sheet: Sheet) -> None:
    """Find every column of ours by its header.

    Raises:
        CallFailed: it could not be read.
        NeedsUser: a column is missing.
    """
    first_row = [Area(LOG_TAB, 0, 1)]
    [(_, rows)] = read_values(sheet.values(first_row), first_row)
    find(rows[0] if rows else [])


def _log_tab(title: str) -> list[Json]:
    width = FIRST.width
    grid = {"rowCount": _ROWS, "columnCount": width, "frozenRowCount": 1}
    header = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": width}
    return [
        {"addSheet": {"properties": {"sheetId": LOG_TAB, "title": title, "gridProperties": grid}}},
        _header(),
        *[_hide(FIRST[column]) for column in HIDDEN],
        {"setBasicFilter": {"filter": {"range": {"sheetId": LOG_TAB, "startColumnIndex": 0, "endColumnIndex": width}}}},
        _warn_at(header, "The log finds its columns by these names."),
        *[_warn_at(_column(FIRST[column]), "By this the log knows its rows.") for column in HIDDEN],
    ]


def _journal_tab(title: str) -> list[Json]:
    grid = {"rowCount": _JOURNAL_ROWS, "columnCount": journal.COLUMNS}
    properties = {"sheetId": JOURNAL_TAB, "title": title, "hidden": True, "gridProperties": grid}
    return [{"addSheet": {"properties": properties}}]


def _header() -> Json:
    bold = {"textFormat": {"bold": True}}
    names = [{**cell(column.value), "userEnteredFormat": bold} for column in Column]
    start = {"sheetId": LOG_TAB, "rowIndex": 0, "columnIndex": 0}
    fields = f"{VALUE_MASK},userEnteredFormat.textFormat.bold"
    return {"updateCells": {"start": start, "rows": [{"values": names}], "fields": fields}}


def _hide(place: int) -> Json:
    lines = {"sheetId": LOG_TAB, "dimension": "COLUMNS", "startIndex": place, "endIndex": place + 1}
    return {
        "updateDimensionProperties": {"range": lines, "properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
    }


def _warn_at(sides: dict[str, int], why: str) -> Json:
    """A warning before a hand changes something there; it keeps nobody out, its owner least of all."""
    area = {
        "range": {"sheetId": LOG_TAB, **sides},
        "description": f"{why} Change it and the log asks you.",
        "warningOnly": True,
    }
    return {"addProtectedRange": {"protectedRange": area}}


def _column(place: int) -> dict[str, int]:
    return {"startRowIndex": 1, "startColumnIndex": place, "endColumnIndex": place + 1}


def _change_of_tab(tab: int, properties: dict[str, Any], fields: str) -> Json:
    return {"updateSheetProperties": {"properties": {"sheetId": tab, **properties}, "fields": fields}}


def _free(title: str, taken: Collection[str]) -> str:
    """The title, or with a number behind it: Google tells tabs apart without regard to case."""
    small = {one.casefold() for one in taken}
    names = [title, *(f"{title} {number}" for number in range(2, len(small) + 3))]
    return next(one for one in names if one.casefold() not in small)
