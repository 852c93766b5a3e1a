"""Finding a thing by a few letters of its name: “inc db”, “bp”, “rdl”, or a word with a typing error.

Names are a lifter's own text; whatever is in them or is typed, finding never fails.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from workout_tui.model.exercise import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Key = TypeVar("Key")
Candidate = tuple[Key, str, "Sequence[str]"]
"""(key, name, aliases)"""
Fit = tuple[int, int]
"""(kind of fit, looseness within the kind): the smaller, the better"""

_LETTERS, _MISTYPED, _ALIAS_LETTERS = 5, 6, 7
"""the kinds of fit after those that `_fit` tells by place; letters strewn over a long alias are the weakest"""
_NONE: Fit = (9, 0)
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 100
"""characters that are looked at: longer queries and names are cut there"""


class _Name(NamedTuple):
    """A name, or what was typed, made ready to be compared."""

    key: str
    words: tuple[str, ...]
    spaced: str
    """the words with a space before each: what begins a word follows a space"""
    initials: str
    letters: str
    """the words without the spaces between them"""


def rank(query: str, candidates: Sequence[Candidate[Key]]) -> list[Key]:
    """The keys of the candidates that fit, best first.

    The name itself comes before names that begin like what was typed, then words that do (in any
    order), initials, a piece of the name, letters that stand in it in that order. Only while
    nothing is nearer than that, typing errors are forgiven; letters in the order of an alias come last.
    Equal fits keep the order they came in, names before aliases. Nothing typed: all, as they came.
    """
    wanted = _read(query)
    if not wanted.key:
        return [key for key, _, _ in candidates]
    fits = [_best(_fit, wanted, one) for one in candidates]
    if all(kind >= _LETTERS for (kind, _), _ in fits):
        fits = [min(fit, _best(_mistyped, wanted, one)) for fit, one in zip(fits, candidates, strict=True)]
    best_first = sorted(range(len(candidates)), key=fits.__getitem__)
    return [candidates[place][0] for place in best_first if fits[place][0] != _NONE]


def _best(rule: Callable[[_Name, _Name], Fit], wanted: _Name, candidate: Candidate[Key]) -> tuple[Fit, bool]:
    """How well a candidate fits by its name or an alias, and whether it was an alias."""
    _, name, aliases = candidate
    best = rule(wanted, _read(name)), False
    for alias in aliases:
        kind, looseness = rule(wanted, _read(alias))
        best = min(best, ((_ALIAS_LETTERS if kind == _LETTERS else kind, looseness), True))
    return best


@lru_cache(maxsize=4096)
def _read(text: str) -> _Name:
    """A text without case, accents and punctuation, × as keyboards have it; a text of nothing else as it stands."""
    plain = unicodedata.normalize("NFKD", name_key(text[:_LONGEST]))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("×", "x")
    words = tuple(_WORD.findall(plain))
    return _Name(
        key=" ".join(words) or plain,
        words=words,
        spaced="".join(f" {word}" for word in words),
        initials="".join(word[0] for word in words),
        letters="".join(words),
    )


def _fit(wanted: _Name, name: _Name) -> Fit:
    """How well a name fits letter by letter."""
    if name.key == wanted.key:
        return 0, 0
    if name.key.startswith(wanted.key):
        return 1, 0
    if wanted.words and (wanted.spaced in name.spaced or _begin(wanted.words, name.spaced)):
        return 2, 0
    if wanted.letters and name.initials.startswith(wanted.letters):
        return 3, 0
    if wanted.key in name.key:
        return 4, 0
    gaps = _gaps(wanted.letters, name)
    return _NONE if gaps is None else (_LETTERS, gaps)


def _begin(typed: Sequence[str], spaced: str) -> bool:
    """Whether each of several typed words begins a word of the name."""
    return len(typed) > 1 and all(f" {word}" in spaced for word in typed)


def _gaps(letters: str, name: _Name) -> int | None:
    """How many letters of the name stand between those typed, which begin at a word; None: they are not all there."""
    found = []
    start = 0
    for word in name.words:
        end = start
        if letters.startswith(word[0]):
            for letter in letters:
                end = name.letters.find(letter, end) + 1
                if not end:
                    break
            else:
                found.append(end - start - len(letters))
        start += len(word)
    return min(found, default=None)


def _mistyped(wanted: _Name, name: _Name) -> Fit:
    """How many typing errors away a name is: one is forgiven in three letters, two in six."""
    total = 0
    for typed in wanted.words:
        errors = min([_errors(typed, word) for word in name.words], default=len(typed))
        if errors > min(2, len(typed) // 3):
            return _NONE
        total += errors
    return (_MISTYPED, total) if wanted.words else _NONE


@lru_cache(maxsize=4096)
def _errors(typed: str, word: str) -> int:
    """The typing errors between what was typed and a word, or the beginning of one."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - start-up need not wait for it

    return min(OSA.distance(typed, word), OSA.distance(typed, word[: len(typed)]))
