"""What stands in one cell of somebody else's table: numbers, durations, dates, names."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Decimal

_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,30})?", re.ASCII)
_DURATION = re.compile(
    r"(?:(\d+)\s*h(?:r|rs)?)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s(?:ec)?)?", re.ASCII | re.IGNORECASE
)

_EARLIEST, _LATEST = 1970, 2100


class BadCellError(ValueError):
    """A cell that does not hold what its column says; the message says so for people."""


def milli(text: str, what: str, most: int) -> int:
    """A decimal, with point or comma, in thousandths; nothing is zero. The noise of floats is rounded away.

    Raises:
        BadCellError: it is no number, below zero, or above `most`.
    """
    text = text.strip()
    if not text:
        return 0
    if not _NUMBER.fullmatch(text):
        raise BadCellError(f"the {what} “{text}” is no number")
    value = int((Decimal(text.replace(",", ".")) * 1000).quantize(Decimal(1), ROUND_HALF_EVEN))
    if not 0 <= value <= most * 1000:
        raise BadCellError(f"the {what} “{text}” cannot be")
    return value


def whole(text: str, what: str, most: int) -> int:
    """A whole number, perhaps written ``10.0``; nothing is zero. Raises as `milli` does."""
    value = milli(text, what, most)
    if value % 1000:
        raise BadCellError(f"the {what} “{text.strip()}” are no whole number")
    return value // 1000


def duration_s(text: str) -> int | None:
    """``2h 38m``, ``1h 10min``, ``45m``, ``55s``, or plain seconds; None when it is none of them."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return int(text)
    match = _DURATION.fullmatch(text)
    if not match or not any(match.groups()):
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def local_time(text: str) -> datetime:
    """A date with a time, as the clock on the wall showed it."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise BadCellError(f"“{text.strip()}” is no date with a time") from error
    if found.tzinfo is not None:
        raise BadCellError(f"the date “{text.strip()}” has a time zone, which Strong's never have")
    if not _EARLIEST < found.year < _LATEST:
        raise BadCellError(f"the year of “{text.strip()}” cannot be")
    return found


def name(text: str) -> str:
    """A name on one line."""
    return " ".join(text.split())
