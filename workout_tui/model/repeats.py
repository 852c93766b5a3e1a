"""A workout that contains itself twice: seen in real histories, where whole workouts were doubled.

Only suspected, never acted upon: sets that are equal are all real until their lifter says otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from workout_tui.model.exercise import name_key

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from workout_tui.model.session import Session

Value = TypeVar("Value", bound="Hashable")

_LEAST = 4
"""sets in a half; fewer are equal by chance"""
_WORD = 3
"""letters; shorter words are not what an exercise is about"""


def repeats_itself(sets: Sequence[tuple[str, Value]]) -> bool:
    """Whether the second half repeats the first set for set.

    An exercise may have a similar name in the second half, the same one throughout: libraries were renamed.
    Straight sets of one exercise, and rounds of a circuit, repeat by nature and are not meant.

    Args:
        sets: the name of the exercise and the values of each set, in order.
    """
    half, odd = divmod(len(sets), 2)
    first, second = sets[:half], sets[half:]
    if odd or half < _LEAST or [value for _, value in first] != [value for _, value in second]:
        return False
    names = {(name_key(one), name_key(other)) for (one, _), (other, _) in zip(first, second, strict=True)}
    before, after = {one for one, _ in names}, {other for _, other in names}
    return (
        len(names) == len(before) == len(after) > 1
        and all(_alike(one, other) for one, other in names)
        and not _is_rounds(first)
    )


def session_repeats(session: Session) -> bool:
    """The same of a session in the log; efforts and notes do not matter, and a circuit gone round twice is none."""
    sets = [
        (block.exercise.name, (one.load, one.reps, one.seconds, one.distance, one.kind))
        for block in session.exercises
        for one in (performed.values for performed in sorted(block.performed, key=lambda performed: performed.n))
    ]
    return any(len(block.performed) > 1 for block in session.exercises) and repeats_itself(sets)


def _alike(one: str, other: str) -> bool:
    """Whether two names are one, or share a word."""
    words = {word for word in one.split() if len(word) >= _WORD and not word.startswith("(")}
    return one == other or not words.isdisjoint(other.split())


def _is_rounds(sets: Sequence[tuple[str, Value]]) -> bool:
    """Whether the sets are themselves the same few again and again."""
    count = len(sets)
    lengths = (length for length in range(1, count // 2 + 1) if count % length == 0)
    return any(all(one == sets[at % length] for at, one in enumerate(sets)) for length in lengths)
