"""Moving a mark along a list, not beyond its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def within(place: int, count: int) -> int:
    """`place`, or the end of a list of `count` that it is beyond; 0 where there is nothing."""
    return max(0, min(place, count - 1))


def to_section(place: int, firsts: Sequence[int], by: int) -> int:
    """Where the next section begins; backwards, this one or the one before. `place` itself, where there is none.

    Args:
        place: of the mark.
        firsts: where the sections begin, in order.
        by: forwards when above 0.
    """
    if by > 0:
        return next((one for one in firsts if one > place), place)
    return next((one for one in reversed(firsts) if one < place), place)
