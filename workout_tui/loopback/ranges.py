"""Ranges: rectangles of cells, Google's `GridRange`, and A1 notation.

Rows and columns count from 0, ends are exclusive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workout_tui.loopback.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_tui.loopback.refusal import Body

_CORNER = r"\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?"
_A1 = re.compile(rf"{_CORNER}(?::{_CORNER})?")
_LOOKS_LIKE_A1 = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*")
_PLAIN_TITLE = re.compile(r"[^\W\d]\w*", re.ASCII)

_SIDES = ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")


class Dimension(StrEnum):
    """What a table has two of."""

    ROWS = "ROWS"
    COLUMNS = "COLUMNS"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of cells with four known sides."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def height(self) -> int:
        """How many rows."""
        return max(self.bottom - self.top, 0)

    @property
    def width(self) -> int:
        """How many columns."""
        return max(self.right - self.left, 0)

    @property
    def rows(self) -> range:
        """The rows."""
        return range(self.top, self.bottom)

    @property
    def columns(self) -> range:
        """The columns."""
        return range(self.left, self.right)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((row, column) for row in self.rows for column in self.columns)


@dataclass(frozen=True, slots=True)
class Area:
    """A `GridRange`: a rectangle on a tab, whose sides may be left open."""

    sheet_id: int
    top: int | None = None
    bottom: int | None = None
    left: int | None = None
    right: int | None = None

    @classmethod
    def read(cls, body: Body) -> Area:
        """A `GridRange` as it is sent; without a sheet's id it is on the sheet 0.

        Raises:
            Refused: a side is negative, or it ends before it begins.
        """
        for start, end in (("startRowIndex", "endRowIndex"), ("startColumnIndex", "endColumnIndex")):
            low, high = body.get(start) or 0, body.get(end)
            if low < 0 or (high is not None and high < low):
                raise Refused(f"range.{end}[{high}] must be greater than range.{start}[{low}], and both at least 0.")
        return cls(body.get("sheetId") or 0, *(body.get(name) for name in _SIDES))

    def body(self) -> Body:
        """As it is answered: the sheet's id is left out when it is 0, as are open sides."""
        found: Body = {"sheetId": self.sheet_id} if self.sheet_id else {}
        sides = (self.top, self.bottom, self.left, self.right)
        return found | {name: side for name, side in zip(_SIDES, sides, strict=True) if side is not None}

    def box(self, rows: int, columns: int) -> Box:
        """The rectangle on a table of this size; what lies beyond it is cut off."""
        bottom = rows if self.bottom is None else min(self.bottom, rows)
        right = columns if self.right is None else min(self.right, columns)
        return Box(self.top or 0, bottom, self.left or 0, right)

    def inserted(self, dimension: Dimension, at: int, count: int) -> Area:
        """The same cells after lines were inserted."""
        low, high = self.ends(dimension)
        new_low = low + count if low is not None and low >= at else low
        new_high = high + count if high is not None and high > at else high
        return self._with(dimension, new_low, new_high)

    def deleted(self, dimension: Dimension, start: int, end: int) -> Area | None:
        """The same cells after lines were deleted, or nothing when none is left."""
        low, high = self.ends(dimension)
        new_low = None if low is None else low - _gone_before(low, start, end)
        new_high = None if high is None else high - _gone_before(high, start, end)
        if new_high is not None and (new_low or 0) >= new_high:
            return None
        return self._with(dimension, new_low, new_high)

    def ends(self, dimension: Dimension) -> tuple[int | None, int | None]:
        """Where it begins and ends along a dimension."""
        return (self.top, self.bottom) if dimension is Dimension.ROWS else (self.left, self.right)

    def _with(self, dimension: Dimension, low: int | None, high: int | None) -> Area:
        if dimension is Dimension.ROWS:
            return replace(self, top=low, bottom=high)
        return replace(self, left=low, right=high)


def _gone_before(side: int, start: int, end: int) -> int:
    """How many of the lines deleted stood before this side."""
    return max(min(side, end) - start, 0)


def split(text: str) -> tuple[str | None, str | None, bool]:
    """The title of a tab, the cells, and whether the title was quoted; either may be missing.

    Raises:
        Refused: a quote is never closed, or nothing follows the title's end.
    """
    if text.endswith("!"):
        raise unreadable(text)
    if text.startswith("'"):
        title, end = "", 1
        while True:
            stop = text.find("'", end)
            if stop < 0:
                raise unreadable(text)
            title, end = title + text[end:stop], stop + 1
            if text[end : end + 1] != "'":
                break
            title, end = title + "'", end + 1
        if text[end:] and text[end] != "!":
            raise unreadable(text)
        return title, text[end + 1 :] or None, True
    title, bang, cells = text.rpartition("!")
    if bang:
        return title, cells, False
    return None, text, False


def corners(cells: str) -> tuple[int | None, int | None, int | None, int | None] | None:
    """Top, bottom, left and right of cells in A1 notation; None for an open side; nothing when it is none."""
    match = _A1.fullmatch(cells)
    if not match or not any(match.groups()):
        return None
    left, top, right, bottom = (_column(match[1]), _row(match[2]), _column(match[3]), _row(match[4]))
    if ":" not in cells:
        if left is None or top is None:
            return None
        return top, top + 1, left, left + 1
    if (right, bottom) == (None, None):
        return None
    if top is not None and bottom is not None and bottom < top:
        top, bottom = bottom, top
    if left is not None and right is not None and right < left:
        left, right = right, left
    return top, None if bottom is None else bottom + 1, left, None if right is None else right + 1


def a1(title: str, box: Box) -> str:
    """A range as Google writes it: `Log!A1:W20`, `'My log'!B2`."""
    first = f"{letters(box.left)}{box.top + 1}"
    last = f"{letters(box.right - 1)}{box.bottom}"
    return f"{quoted(title)}!{first}" if first == last else f"{quoted(title)}!{first}:{last}"


def quoted(title: str) -> str:
    """A tab's title, in quotes where it needs them."""
    if _PLAIN_TITLE.fullmatch(title) and not _LOOKS_LIKE_A1.fullmatch(title):
        return title
    return "'" + title.replace("'", "''") + "'"


def letters(column: int) -> str:
    """The name of a column: 0 is A, 26 is AA."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def unreadable(text: str) -> Refused:
    """A range that names nothing."""
    return Refused(f"Unable to parse range: {text}")


def _column(name: str | None) -> int | None:
    if not name:
        return None
    found = 0
    for letter in name.upper():
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1


def _row(number: str | None) -> int | None:
    return int(number) - 1 if number else None
