"""Tokens: the hidden mark of what was last written into a row, ``uid:revision:hash:nonce``.

The key says which set a row is, the token proves it: a row is a set's row only while both fit together.
The hash is of the cells that were written, so it tells whether somebody edited them since. The nonce is
new for every write, so a write can be found wherever it landed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.sync.cells import Value, canonical
from workout_tui.sync.columns import CONTENT, Column

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_COPY = "~"


@dataclass(frozen=True, slots=True)
class Token:
    """A token, read."""

    uid: str
    revision: int
    hash: str
    nonce: str

    def __str__(self) -> str:
        return f"{self.uid}:{self.revision}:{self.hash}:{self.nonce}"


def nonce(chance: random.Random) -> str:
    """Sixty bits that no other write has."""
    return "".join(_LETTERS[chance.getrandbits(5)] for _ in range(12))


def digest(cells: Mapping[Column, Value]) -> str:
    """The hash of what stands in a row's columns."""
    text = "\x1f".join(canonical(cells.get(column)) for column in CONTENT)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def read(value: Value) -> Token | None:
    """The token in a cell; None for anything else, a mark of a copy too."""
    parts = str(value).split(":") if isinstance(value, str) else []
    if len(parts) != 4 or not parts[1].isdecimal() or _COPY in parts[3]:
        return None
    return Token(parts[0], int(parts[1]), parts[2], parts[3])


def fits(key: Value, token: Value) -> bool:
    """Whether key and token are those of one set."""
    found = read(token)
    return found is not None and found.uid == key


def of_copy(token: str, chance: random.Random) -> str:
    """The mark for a row that is a copy of another one: it fits no key."""
    return f"{token}{_COPY}{nonce(chance)}"


def is_copy(value: Value) -> bool:
    """Whether a row was marked as a copy."""
    return isinstance(value, str) and _COPY in value
