"""When a workout was, as a line that is typed: ``24 sep 17:34 – 18:32``, ``yesterday 18:00 1 h 15 min``.

Reading never raises for anything else than `Unread`, and what `write` writes reads back as the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONG_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MINUTE_MS = 60_000
_DAY_MIN = 1440
_YEARS = range(1970, 2101)
"""as of a file that is brought; at the ends of the calendar an hour more or less is no date any more"""
_EPOCH = date(1970, 1, 1)
_CLOCK = r"(\d{1,2})[:.](\d{2})"
_TIMES = re.compile(rf"^(?P<day>.*?)\s*\b{_CLOCK}\s*(?:-|–|to|\s)\s*(?P<end>\S.*)$")
_END = re.compile(rf"^{_CLOCK}$")
_SPAN = re.compile(r"^(?:(\d{1,4})\s*h(?:ours?)?)?\s*(?:(\d{1,5})\s*(?:m|min|minutes?)?)?$")


class Unread(ValueError):
    """What was typed is no time; the message says what would be one."""


@dataclass(frozen=True, slots=True)
class When:
    """A workout in time."""

    day: date
    """the lifter's date"""
    start_min: int
    """minutes after midnight"""
    minutes: int
    """how long it took"""

    def moments(self, utc_offset_min: int, day_start: int) -> tuple[int, int]:
        """Start and end in UTC milliseconds. Before the day-start hour, the night belongs to the date before."""
        night = self.start_min < day_start * 60
        days = (self.day - _EPOCH).days + night
        start = (days * _DAY_MIN + self.start_min - utc_offset_min) * _MINUTE_MS
        return start, start + self.minutes * _MINUTE_MS


def of(started_at: int, ended_at: int, utc_offset_min: int, day: date) -> When:
    """When a session was, to the minute, from its moments and its date."""
    local = started_at // _MINUTE_MS + utc_offset_min
    return When(day, local % _DAY_MIN, ended_at // _MINUTE_MS - started_at // _MINUTE_MS)


def write(when: When) -> str:
    """``24 sep 2024 17:34 – 18:32``; what took a day or more with its hours instead of its end."""
    day = f"{when.day.day} {MONTHS[when.day.month - 1]} {when.day.year}"
    end = when.start_min + when.minutes
    if when.minutes >= _DAY_MIN:
        return f"{day} {_clock(when.start_min)} {when.minutes // 60} h {when.minutes % 60} min"
    return f"{day} {_clock(when.start_min)} – {_clock(end % _DAY_MIN)}"


def read(text: str, today: date) -> When:
    """Read a line: a day, a start, and an end or how long it took.

    Raises:
        Unread: with words for the lifter.
    """
    found = _TIMES.match(" ".join(text.casefold().split()))
    if found is None:
        raise Unread("Type day, start and end: 24 sep 17:34 - 18:32.")
    start = _minutes(found[2], found[3])
    day = read_day(found["day"], today)
    if day is None:
        raise Unread(f"“{found['day']}” is no day. Type it as 24 sep, 2024-09-24 or yesterday.")
    return When(day, start, _length(found["end"].strip(), start))


def read_day(text: str, today: date) -> date | None:
    """A day: ``24 sep``, ``24 sep 2024``, ``24.9.``, ``2024-09-24``, ``today``, ``yesterday``, ``monday``.

    Without a year it is the last such day up to today. None: it is none.
    """
    text = text.strip().strip(",").casefold()
    if text in {"today", "yesterday"}:
        return today - timedelta(days=text == "yesterday")
    weekday = _weekday(text)
    if weekday is not None:
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    return _dated(text, today)


def month_named(word: str) -> int | None:
    """The month, from 1, that a word of three letters or more begins; None: none."""
    if len(word) < 3:
        return None
    return next((place for place, name in enumerate(LONG_MONTHS, 1) if name.startswith(word)), None)


def _weekday(text: str) -> int | None:
    if len(text) < 3:
        return None
    return next((place for place, name in enumerate(WEEKDAYS) if name.startswith(text)), None)


def _dated(text: str, today: date) -> date | None:
    words = re.split(r"[\s.\-,]+", text.strip(". "))
    if len(words) == 3 and len(words[0]) == 4:
        words.reverse()
    if not 2 <= len(words) <= 3:
        return None
    if month_named(words[0]):  # sep 24
        words[:2] = words[1], words[0]
    month = month_named(words[1]) or _number(words[1])
    day, year = _number(words[0]), _number(words[2]) if len(words) == 3 else None
    if day is None or month is None or (len(words) == 3 and year is None):
        return None
    return _date(year, month, day) if year is not None else _last(today, month, day)


def _last(today: date, month: int, day: int) -> date | None:
    """The last such day of a year up to today; a 29 February may lie some years back."""
    found = (_date(today.year - back, month, day) for back in range(9))
    return next((one for one in found if one is not None and one <= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 4 else None


def _minutes(hour: str, minute: str) -> int:
    if int(hour) > 23 or int(minute) > 59:
        raise Unread(f"{hour}:{minute} is no time of day. Type it as 17:34.")
    return int(hour) * 60 + int(minute)


def _length(text: str, start: int) -> int:
    clock = _END.match(text)
    if clock:
        return (_minutes(clock[1], clock[2]) - start) % _DAY_MIN
    span = _SPAN.match(text)
    if span is None or not (span[1] or span[2]):
        raise Unread(f"“{text}” is no end. Type it as 18:32, 58 min or 1 h 15 min.")
    return int(span[1] or 0) * 60 + int(span[2] or 0)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
