"""Short names for exercises, where a row must hold many of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_KNOWN = {
    "overhead press": "OHP",
    "seated overhead press": "Seated OHP",
    "seated db press": "Seated press",
    "chest press": "Chest press",
    "push press": "Push press",
    "romanian deadlift": "RDL",
    "db romanian deadlift": "DB RDL",
    "leg press": "Leg press",
    "leg extension": "Leg ext",
    "back extension": "Back ext",
    "bench press": "Bench",
    "close-grip bench press": "Close-grip",
    "stair machine": "Stairs",
}
_LEADING = frozenset({"barbell", "dumbbell", "db", "cable", "machine", "seated", "standing", "back"})
_TRAILING = frozenset({"press", "extension"})


def short_names(names: Sequence[str]) -> list[str]:
    """A short name for each; two that would become the same keep their full ones."""
    short = [_short(name) for name in names]
    often = Counter(short)
    return [full if often[brief] > 1 else brief for full, brief in zip(names, short, strict=True)]


def _short(name: str) -> str:
    known = _KNOWN.get(name.casefold())
    if known:
        return known
    words = [word for word in name.replace("(", " ").replace(")", " ").split() if word]
    kept = [word for word in words if word.casefold() not in _LEADING] or words
    if len(kept) > 1 and kept[-1].casefold() in _TRAILING:
        kept = kept[:-1]
    return " ".join(kept)
