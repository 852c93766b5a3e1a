"""Names that may mean an exercise of the library: misspelt, in another order, in the plural.

These are suggestions, to be confirmed by the lifter. They are few on purpose: equipment must agree, and every
word must have its like on the other side, so that an incline press is never taken for a decline one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.exercise import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_tui.model.exercise import Exercise

_WORD = re.compile(r"[^\W_]+")
_EQUIPMENT = {"barbell", "dumbbell", "machine", "cable", "kettlebell", "band", "smith"}
_SHORT = {"db": "dumbbell", "bb": "barbell", "kb": "kettlebell", "dumbell": "dumbbell", "barbel": "barbell"}
_FILLING = {"the", "a", "with", "on", "to", "and", "of"}
_OPPOSITE = {frozenset(("abduction", "adduction")), frozenset(("abductor", "adductor"))}
_LONG, _VERY_LONG = 5, 9
"""letters of a word in which one typing error is forgiven, and two"""


class _Form(NamedTuple):
    """A name, made ready to be compared."""

    equipment: frozenset[str]
    words: tuple[str, ...]
    letters: str


def suggestions(names: Iterable[str], known: Iterable[Exercise]) -> dict[str, Exercise]:
    """The one exercise that each name may mean, by the name's `name_key`; names that resemble several are left out."""
    forms = [(one, form) for one in known if not one.archived for form in _forms(one)]
    found: dict[str, Exercise] = {}
    for name in names:
        wanted = _form(name)
        meant = {one.uid: one for one, form in forms if _alike(wanted, form, one.equipment)}
        if len(meant) == 1:
            found[name_key(name)] = next(iter(meant.values()))
    return found


def _forms(one: Exercise) -> Iterable[_Form]:
    return (_form(name) for name in (one.name, *one.aliases))


def _form(name: str) -> _Form:
    plain = unicodedata.normalize("NFKD", name_key(name))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = [_SHORT.get(word, word) for word in _WORD.findall(plain)]
    rest = [word for word in words if word not in _EQUIPMENT and word not in _FILLING]
    return _Form(frozenset(words) & _EQUIPMENT, tuple(sorted(rest)), "".join(rest))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _alike(one: _Form, other: _Form, equipment: str) -> bool:
    if not one.words or not _same_equipment(one.equipment, other.equipment, equipment):
        return False
    return _same_letters(one.letters, other.letters) or _same_words(one.words, other.words)


def _same_equipment(one: frozenset[str], other: frozenset[str], equipment: str) -> bool:
    """Whether the equipment agrees; what only one name says, the library says of the other."""
    return one == other or (one == {equipment} and not other)


def _same_letters(one: str, other: str) -> bool:
    return one == other or (len(one) > _VERY_LONG and one[:2] == other[:2] and _errors(one, other) <= 1)


def _same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(map(_same_word, one, other))


def _same_word(one: str, other: str) -> bool:
    if _singular(one) == _singular(other):
        return True
    longest = max(len(one), len(other))
    forgiven = (longest >= _LONG) + (longest >= _VERY_LONG)
    return frozenset((one, other)) not in _OPPOSITE and _errors(one, other) <= forgiven


def _errors(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only an import needs it

    return OSA.distance(one, other)
