"""Text that people, files and templates bring: always shown as text, whatever is in it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SPACES = frozenset({"Zl", "Zp", "Cc"})
_GONE = frozenset({"Cf"})
_UNPRINTABLE = frozenset({"Cs", "Co", "Cn"})
_JOINER = "\u200d"
_MOST = 4000
"""characters: more than fit anywhere; a megabyte from a file must not keep the keys waiting"""


def plain(text: str) -> str:
    """`text` made harmless for one row of a terminal, as much of it as anybody sees.

    Control characters become spaces, so no escape sequence survives; marks that turn the direction of
    writing vanish; what no terminal can print becomes ``?``. The joiner inside an emoji stays.
    """
    shown = text[:_MOST]
    return shown if shown.isascii() and shown.isprintable() else "".join(map(_harmless, shown))


def plain_lines(text: str) -> str:
    """The same for a text of several rows: its line breaks stay."""
    return "\n".join(plain(line) for line in text.splitlines())


def one_for_one(text: str) -> str:
    """`text` made harmless with each character in its place, as a line with a cursor needs it."""
    return text if text.isascii() and text.isprintable() else "".join(_harmless(char) or "?" for char in text)


@lru_cache(maxsize=512)
def _harmless(char: str) -> str:
    category = unicodedata.category(char)
    if category in _SPACES:
        return " "
    if category in _GONE and char != _JOINER:
        return ""
    return "?" if category in _UNPRINTABLE else char


def count(number: int, one: str, many: str = "") -> str:
    """A number and its noun: ``1 set``, ``2 sets``; `many` for the nouns that do not just take an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
