"""Days and times in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_MINUTE = 60_000
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def weekday(day: date) -> str:
    """``Tue``."""
    return _DAYS[day.weekday()]


def month(day: date) -> str:
    """``Sep``."""
    return _MONTHS[day.month - 1]


def full(day: date, today: date | None = None) -> str:
    """``Tue 24 Sep``, with the year as in `short`."""
    return f"{weekday(day)} {short(day, today)}"


def short(day: date, today: date | None = None) -> str:
    """``24 Sep``; with the year when it lies so far from `today` that the month alone would mislead."""
    text = f"{day.day} {month(day)}"
    return f"{text} {day.year}" if today is not None and abs((today - day).days) > 300 else text


def spoken(day: date, today: date) -> str:
    """``3 September``, for a sentence."""
    text = f"{day.day} {_LONG_MONTHS[day.month - 1]}"
    return f"{text} {day.year}" if day.year != today.year else text


def since(day: date | None, today: date) -> str:
    """How long ago a day was: ``yesterday``, ``12 days ago``, ``7 weeks ago``."""
    if day is None:
        return "not yet done"
    days = (today - day).days
    if days <= 1:
        return "yesterday" if days == 1 else "today"
    return f"{days} days ago" if days < 28 else f"{days // 7} weeks ago" if days < 365 else short(day, today)


def gap(day: date, today: date) -> str:
    """How long it has been: ``5 days since``."""
    words = since(day, today)
    return words.replace(" ago", " since") if words.endswith(" ago") else f"last done {words}"


def ago(at: int, now: int) -> str:
    """How long ago a moment was, both UTC milliseconds: ``just now``, ``4 min ago``, ``2 days ago``."""
    passed = max(0, now - at)
    if passed < _MINUTE:
        return "just now"
    if passed < 2 * _HOUR:
        return f"{passed // _MINUTE} min ago"
    return f"{passed // _HOUR} h ago" if passed < 2 * _DAY else f"{passed // _DAY} days ago"


def day_of(at: int, offset_min: int) -> date:
    """The date of UTC milliseconds, `offset_min` minutes east of Greenwich."""
    return (datetime.fromtimestamp(at / 1000, UTC) + timedelta(minutes=offset_min)).date()


def clock(at: int, offset_min: int) -> str:
    """The time of day of UTC milliseconds, `offset_min` minutes east of Greenwich: ``17:34``."""
    return f"{datetime.fromtimestamp(at / 1000, UTC) + timedelta(minutes=offset_min):%H:%M}"
