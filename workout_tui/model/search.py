"""Finding past sessions by what a lifter remembers of them: a name, an exercise, a word of a note, a date.

All words must fit, in any order: ``bench sep``, ``hotel 2023``, ``24 sep``. A word that could be a date
is one, but finds what contains it, too.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from workout_tui.model.moments import month_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_YEARS = range(1970, 2101)
_DASHED = re.compile(r"^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$")
_DOTTED = re.compile(r"^(\d{1,2})\.(\d{1,2})\.?(\d{4})?$")
_MOST_WORDS = 3
_LONGEST = 200
"""characters that are looked at"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A session as it can be found."""

    uid: str
    day: date
    text: str
    """folded: its title, its exercises, all notes"""


@dataclass(frozen=True, slots=True)
class Days:
    """Some days: all of a year, of a month of any year, or a day. None: whichever."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def fits(self, day: date) -> bool:
        """Whether a day is one of them."""
        parts = ((self.year, day.year), (self.month, day.month), (self.day, day.day))
        return all(wanted is None or wanted == part for wanted, part in parts)


@dataclass(frozen=True, slots=True)
class Part:
    """A word, or the words of a date."""

    words: str
    days: Days | None = None

    def fits(self, entry: Entry) -> bool:
        """Whether a session has it."""
        return self.words in entry.text or (self.days is not None and self.days.fits(entry.day))


def search(query: str, entries: Iterable[Entry], today: date) -> tuple[str, ...]:
    """The uids of the sessions that fit, in the order they came."""
    parts = read(query, today)
    return tuple(one.uid for one in entries if all(part.fits(one) for part in parts))


def read(query: str, today: date) -> tuple[Part, ...]:
    """What is searched for; nothing for an empty line."""
    words = fold(query[:_LONGEST]).split()
    parts = []
    while words:
        size, days = _date_ahead(words, today)
        parts.append(Part(" ".join(words[:size]), days))
        words = words[size:]
    return tuple(parts)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """A text without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _date_ahead(words: Sequence[str], today: date) -> tuple[int, Days | None]:
    """How many of the next words are one date, and which days it means; one word that is none."""
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        days = _dated(words[:size], today)
        if days is not None:
            return size, days
    return 1, None


def _dated(words: Sequence[str], today: date) -> Days | None:
    if len(words) == 1:
        return _one_word(words[0], today)
    months = [month_named(word) for word in words]
    if sum(month is not None for month in months) != 1:
        return None
    place = next(place for place, month in enumerate(months) if month is not None)
    others = [word for at, word in enumerate(words) if at != place]
    years = [int(word) for word in others if _is_year(word)]
    days = [int(word.rstrip(".,")) for word in others if _is_day(word)]
    if len(years) + len(days) != len(others) or len(years) > 1 or len(days) > 1:
        return None
    return Days(years[0] if years else None, months[place], days[0] if days else None)


def _one_word(word: str, today: date) -> Days | None:
    if word in {"today", "yesterday"}:
        day = today - timedelta(days=word == "yesterday")
        return Days(day.year, day.month, day.day)
    if _is_year(word):
        return Days(year=int(word))
    dashed, dotted = _DASHED.match(word), _DOTTED.match(word)
    if dashed:
        return Days(int(dashed[1]), int(dashed[2]), int(dashed[3]) if dashed[3] else None)
    if dotted:
        return Days(int(dotted[3]) if dotted[3] else None, int(dotted[2]), int(dotted[1]))
    month = month_named(word)
    return None if month is None else Days(month=month)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and int(word) in _YEARS


def _is_day(word: str) -> bool:
    digits = word.rstrip(".,")
    return digits.isascii() and digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31
