"""How a value looks in its cell: numbers, dates and truths under a number format."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from workout_tui.loopback.refusal import Body

Value: TypeAlias = "str | float | bool | None"

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's dates have no zone
_DATES = {"DATE": "m/d/yyyy", "TIME": "h:mm:ss am/pm", "DATE_TIME": "m/d/yyyy h:mm:ss"}
_NUMBERS = {"NUMBER": "#,##0.00", "PERCENT": "0.00%"}
_TOKEN = re.compile(r'y+|m+|d+|h+|s+|am/pm|"[^"]*"|.', re.IGNORECASE | re.DOTALL)
_LONGEST_INTEGER = 1e15


def shown(value: Value, number_format: Body) -> str:
    """The text a user sees."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    kind = number_format.get("type", "")
    if kind in _DATES:
        return _moment(value, number_format.get("pattern") or _DATES[kind])
    pattern = number_format.get("pattern") or _NUMBERS.get(kind)
    return _plain(value) if not pattern or kind == "TEXT" else _number(value, pattern)


def is_date(number_format: Body) -> bool:
    """Whether numbers under this format are days or times."""
    return number_format.get("type") in _DATES


def serial(at: datetime) -> float:
    """The number of a moment: days since 30 December 1899."""
    return (at - _EPOCH) / timedelta(days=1)


def tidy(value: float) -> float:
    """A whole number without its fraction, as JSON has it."""
    return int(value) if float(value).is_integer() else value


def _plain(value: float) -> str:
    if float(value).is_integer() and abs(value) < _LONGEST_INTEGER:
        return str(int(value))
    text = f"{value:.10g}"
    return text.replace("e", "E")


def _number(value: float, pattern: str) -> str:
    percent = pattern.endswith("%")
    body, _, fraction = pattern.rstrip("%").partition(".")
    number = value * 100 if percent else value
    most, least = len(fraction), fraction.count("0")
    text = f"{number:{',' if ',' in body else ''}.{most}f}"
    if most > least:
        whole, _, digits = text.partition(".")
        digits = digits[:least] + digits[least:].rstrip("0")
        text = f"{whole}.{digits}" if digits else whole
    return text + "%" * percent


def _moment(value: float, pattern: str) -> str:
    try:
        at = _EPOCH + timedelta(seconds=round(value * 86_400))
    except OverflowError:
        return _plain(value)
    tokens = _TOKEN.findall(pattern)
    half = any(token.lower() == "am/pm" for token in tokens)
    before = ""
    text = ""
    for token in tokens:
        text += _part(at, token, after_hours=before == "h", half=half)
        before = token[0].lower() if token[0].isalpha() else before
    return text


def _part(at: datetime, token: str, *, after_hours: bool, half: bool) -> str:
    letter, width = token[0].lower(), len(token)
    if token.lower() == "am/pm":
        return "AM" if at.hour < 12 else "PM"
    if letter == "y":
        return f"{at.year:04}" if width > 2 else f"{at.year % 100:02}"
    if letter == "m" and not after_hours:
        return at.strftime("%B" if width > 3 else "%b") if width > 2 else f"{at.month:0{width}}"
    if letter == "d" and width > 2:
        return at.strftime("%A" if width > 3 else "%a")
    hour = (at.hour % 12 or 12) if half else at.hour
    numbers = {"m": at.minute, "d": at.day, "h": hour, "s": at.second}
    return f"{numbers[letter]:0{width}}" if letter in numbers else token.strip('"')
