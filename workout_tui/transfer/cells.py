"""What stands in one cell of somebody else's table: numbers, durations, dates, names."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo

_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,30})?", re.ASCII)
_DURATION = re.compile(
    r"(?:(\d{1,6})\s*h(?:r|rs)?)?\s*(?:(\d{1,6})\s*m(?:in)?)?\s*(?:(\d{1,9})\s*s(?:ec)?)?", re.ASCII | re.IGNORECASE
)
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_OF_DAY = re.compile(r"(\d{1,2}):([0-5]\d)(?::[0-5]\d)?\s*([ap])?\.?(?:m\.?)?", re.ASCII | re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})\.?\s+(?:de\s+)?([^\W\d_]+)\.?\s+(?:de\s+)?(\d{4}),?\s+(.+)")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2}),?\s+(\d{4}),?\s+(.+)")

_EARLIEST, _LATEST = 1970, 2100
_LONGEST_NAME = 200

_MONTHS = {
    name: month
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",  # English
        "jan feb mrz apr mai jun jul aug sep okt nov dez",  # German; “Mär” is “mar” without its dots
        "janv fevr mars avr mai juin juil aout sept oct nov dec",  # French
        "ene feb mar abr may jun jul ago sep oct nov dic",  # Spanish
        "jan fev mar abr mai jun jul ago set out nov dez",  # Portuguese
        "gen feb mar apr mag giu lug ago set ott nov dic",  # Italian
        "jan feb mrt apr mei jun jul aug sep okt nov dec",  # Dutch
        "jan feb mar apr maj jun jul aug sep okt nov dec",  # Swedish, Danish, Norwegian
        "sty lut mar kwi maj cze lip sie wrz paz lis gru",  # Polish
        "oca sub mar nis may haz tem agu eyl eki kas ara",  # Turkish
        "янв фев мар апр мая июн июл авг сен окт ноя дек",  # Russian
    )
    for month, name in enumerate(names.split(), start=1)
}


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
        raise BadCellError(f"the {what} “{_cut(text)}” is no number")
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
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    match = _DURATION.fullmatch(text)
    if not match or not any(match.groups()):
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def clock_s(text: str, most: int) -> int:
    """``h:mm:ss`` or ``m:ss`` in seconds; nothing is zero.

    Raises:
        BadCellError: it is neither, or above `most`.
    """
    text = text.strip()
    if not text:
        return 0
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise BadCellError(f"the time “{_cut(text)}” is none")
    first, second, third = match.groups()
    parts = (int(first), int(second), int(third)) if third else (0, int(first), int(second))
    value = parts[0] * 3600 + parts[1] * 60 + parts[2]
    if value > most:
        raise BadCellError(f"the time “{text}” cannot be")
    return value


def local_time(text: str) -> datetime:
    """A date with a time, as the clock on the wall showed it: ISO, without a zone."""
    found = iso_time(text)
    if found.tzinfo is not None:
        raise BadCellError(f"the date “{_cut(text)}” has a time zone, where none belongs")
    return found


def iso_time(text: str) -> datetime:
    """A date in ISO's form, with a time and a zone or without."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise BadCellError(f"“{_cut(text)}” is no date with a time") from error
    return _possible(found, text)


def written_time(text: str) -> datetime:
    """``29 Jun 2024, 10:39``, ``Jun 29, 2024, 10:39 AM``, months in any of several languages, or ISO."""
    text = text.strip()
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year, time = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        month, day, year, time = match.groups()
    else:
        return iso_time(text)
    hour, minute = time_of_day(time)
    try:
        found = datetime(int(year), _month(month), int(day), hour, minute)  # noqa: DTZ001 - as on the wall
    except ValueError as error:
        raise BadCellError(f"“{_cut(text)}” is no date with a time") from error
    return _possible(found, text)


def in_zone(at: datetime, zone: tzinfo | None) -> datetime:
    """A time with this zone, when it has none."""
    return at if at.tzinfo is not None or zone is None else at.replace(tzinfo=zone)


def seconds_between(start: datetime, end: datetime) -> int | None:
    """Whole seconds from one time to another; None when it lies before. A zone that only one of them has counts not."""
    if (start.tzinfo is None) is not (end.tzinfo is None):
        start, end = start.replace(tzinfo=None), end.replace(tzinfo=None)
    seconds = round((end - start).total_seconds())
    return seconds if seconds >= 0 else None


def time_of_day(text: str) -> tuple[int, int]:
    """Hour and minute of ``10:39``, ``10:39 PM`` or ``8:00 am``."""
    match = _OF_DAY.fullmatch(text.strip())
    hour = int(match[1]) if match else 24
    if match and match[3]:
        hour = hour % 12 + (12 if match[3] in "pP" else 0) if 1 <= hour <= 12 else 24
    if match is None or hour > 23:
        raise BadCellError(f"“{_cut(text)}” is no time of day")
    return hour, int(match[2])


def name(text: str, what: str = "name") -> str:
    """A name on one line, or BadCellError when it is too long to be one."""
    found = " ".join(text.split())
    if len(found) > _LONGEST_NAME:
        raise BadCellError(f"the {what} “{_cut(found)}” is too long")
    return found


def exercise(text: str) -> str:
    """The name of an exercise, or BadCellError when there is none."""
    found = name(text, "exercise")
    if not found:
        raise BadCellError("no exercise is named")
    return found


def _month(text: str) -> int:
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("ı", "i")
    for length in (len(plain), 4, 3):
        if plain[:length] in _MONTHS:
            return _MONTHS[plain[:length]]
    raise BadCellError(f"“{_cut(text)}” is no month")


def _possible(found: datetime, text: str) -> datetime:
    if not _EARLIEST < found.year < _LATEST:
        raise BadCellError(f"the year of “{_cut(text)}” cannot be")
    return found


def _cut(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 40 else f"{text[:39]}…"
