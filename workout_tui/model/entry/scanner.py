"""A line as it is read from left to right, and what its smallest parts look like.

Digits are those of ASCII alone: “²” and “٣” are no numbers here.
"""

from __future__ import annotations

import re

from workout_tui.model.exercise import Measure

Pattern = re.Pattern[str]


def ascii_pattern(pattern: str) -> Pattern:
    """A pattern in which case does not matter and digits and letters are those of ASCII."""
    return re.compile(pattern, re.ASCII | re.IGNORECASE)


WORD = re.compile(r"[^\s;>#]+")
FRONT_WORD = ascii_pattern(r"\d(?:(?![x×*])[^\s;>#@/])*|[^\s;>#@/]+")
TIMES = ascii_pattern(r"[x×*]")
DIGIT = ascii_pattern(r"\d")
NUMBER = ascii_pattern(r"(\d+)(?:[.,](\d+))?")
BODYWEIGHT = ascii_pattern(r"bw")
SIGNS = ascii_pattern(r"[+\-−]+")
LOAD_UNIT = ascii_pattern(r"\s*(kg|lb)s?")
COUNT = ascii_pattern(r"\d+")
REPS = ascii_pattern(r"(\d+)(\.\d*)?")
CLOCK = ascii_pattern(r"(\d+):(\d\d)(?::(\d\d))?")
CLOCK_BEGUN = ascii_pattern(r"\d+:(?:\d?|\d\d:\d?)")
TIME = ascii_pattern(r"(?P<clock>\d+:[\d:]*)|(?P<span>\d+)\s*(?P<unit>sec|s(?!e)|min)")
DISTANCE = ascii_pattern(r"(\d+)(?:[.,](\d{1,3}))?\s*(km|mi(?!n)|m(?!i)|yd|ft)")
MARK = ascii_pattern(r"[wdf]+(?=\Z|[^a-z]|r(?:\Z|p|i)|k(?:\Z|g)|l(?:\Z|b))")
EFFORT = ascii_pattern(r"@|/|rpe|rir")

_WORDS = ("rpe", "rir", "kg", "lb", "bw")
_TIME_WORDS = ("min", "sec")
_DISTANCE_WORDS = ("km", "mi", "ft", "yd")
KNOWN_WORDS = {
    Measure.WEIGHT: _WORDS,
    Measure.BODYWEIGHT: _WORDS,
    Measure.TIME: _WORDS + _TIME_WORDS,
    Measure.DISTANCE: _WORDS + _TIME_WORDS + _DISTANCE_WORDS,
}
"""What a lifter may be in the middle of typing."""


class Fault(Exception):
    """A line that cannot be read on, and where. It never leaves `entry.read`."""

    def __init__(self, at: int, width: int, message: str, fix: str = "", *, incomplete: bool = False) -> None:
        super().__init__(message)
        self.at = at
        self.width = width
        self.message = message
        self.fix = fix
        self.incomplete = incomplete


class Scanner:
    """The text of a line and how far it was read."""

    __slots__ = ("at", "text", "words")

    def __init__(self, text: str, words: tuple[str, ...]) -> None:
        self.text = text
        self.words = words
        """the words that may stand in it"""
        self.at = 0

    @property
    def over(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.text)

    def skip_spaces(self) -> bool:
        """Step over spaces; whether there were any."""
        start = self.at
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1
        return self.at > start

    def sees(self, pattern: Pattern) -> re.Match[str] | None:
        """What matches here, without taking it."""
        return pattern.match(self.text, self.at)

    def take(self, pattern: Pattern) -> re.Match[str] | None:
        """What matches here, and step over it."""
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match

    def take_spaced(self, pattern: Pattern) -> re.Match[str] | None:
        """The same with spaces before it; they stay when nothing matches."""
        start = self.at
        self.skip_spaces()
        match = self.take(pattern)
        if not match:
            self.at = start
        return match

    def missing(self, message: str, fix: str = "") -> Fault:
        """Something has to follow here. Calm when the line ends here."""
        return Fault(self.at, 1, message, fix, incomplete=not self.text[self.at :].strip())

    def fault(self, since: int, message: str, fix: str = "") -> Fault:
        """What stands between `since` and here is wrong."""
        return Fault(since, max(1, self.at - since), message, fix)

    def unknown(self, pattern: Pattern, message: str, fix: str = "") -> Fault:
        """The word that stands here is wrong; calm when it may be the beginning of a known one.

        `message` has {} where the word goes.
        """
        rest = self.text[self.at :]
        if self.is_begun:
            known = " or ".join(one for one in self.words if one.startswith(rest.lower()))
            return Fault(self.at, len(rest), f"“{rest}” isn't finished", known, incomplete=True)
        match = self.sees(pattern) or self.sees(WORD)
        word = match.group() if match else rest[:1]
        return Fault(self.at, max(1, len(word)), message.format(f"“{word}”"), fix)

    @property
    def is_begun(self) -> bool:
        """Whether the line ends in the middle of a known word."""
        rest = self.text[self.at :].lower()
        return bool(rest) and any(one.startswith(rest) for one in self.words)


def read_number(line: Scanner) -> int | None:
    """A decimal with point or comma as thousandths; None when there is none here."""
    since = line.at
    match = line.take(NUMBER)
    if not match:
        return None
    whole, fraction = match.groups()
    if fraction is None and line.text[line.at : line.at + 1] in {".", ","}:
        line.at += 1
        raise line.missing(f"digits missing after “{line.text[line.at - 1]}”")
    if fraction is not None and len(fraction) > 3:
        raise line.fault(since, "a number has at most three decimals")
    return thousandths(whole, fraction)


def thousandths(whole: str, fraction: str | None) -> int:
    """The digits before and behind the point as integer thousandths."""
    return int(whole) * 1000 + int((fraction or "").ljust(3, "0"))


def refuse_letters(line: Scanner, since: int) -> None:
    """Letters right behind a number belong to x or to an attribute; else the whole word is no number."""
    if not line.text[line.at : line.at + 1].isalpha():
        return
    if not any(line.sees(pattern) for pattern in (TIMES, MARK, EFFORT, LOAD_UNIT)):
        if not line.is_begun:
            line.at = since
        raise line.unknown(FRONT_WORD, "{} isn't a number")
