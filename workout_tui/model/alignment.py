"""Which row of a file is which that it brought before, when rows were added, taken out, changed or moved.

By content first: equal rows are one and the same, wherever they stand now. What is left is paired in its order
between the rows that were found, each with one of the same exercise.
"""

from __future__ import annotations

from collections import defaultdict, deque
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Pair = tuple[int | None, int | None]
"""Indices of an old row and the new one it became; None for one that is gone, and for one that is new."""


class Row(NamedTuple):
    """What is compared of a row: the exercise as the file calls it, and the set's values."""

    exercise: str
    values: str


def align(old: Sequence[Row], new: Sequence[Row]) -> list[Pair]:
    """Pair the rows. Each index of either side comes once; the pairs follow the new order.

    A row that is gone stands behind the one it once followed.
    """
    if old == new:  # the usual case, and the slowest one for the search below when many rows are equal
        return [(at, at) for at in range(len(old))]
    names = _renamed(old, new)
    ours = [Row(names.get(row.exercise, row.exercise), row.values) for row in new]
    old_of: dict[int, int] = {}
    gaps: list[tuple[range, range]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, ours, autojunk=False).get_opcodes():
        if tag == "equal":
            old_of |= zip(range(j1, j2), range(i1, i2), strict=True)
        else:
            gaps.append((range(i1, i2), range(j1, j2)))
    _pair([i for left, _ in gaps for i in left], [j for _, right in gaps for j in right], old, ours, old_of)
    for left, right in gaps:
        _pair(left, right, [row.exercise for row in old], [row.exercise for row in ours], old_of)
    return _in_order(old_of, len(old), len(new))


def _pair(
    left: Sequence[int], right: Sequence[int], old: Sequence[object], new: Sequence[object], old_of: dict[int, int]
) -> None:
    """Pair what is not paired yet and equal, in order."""
    free: dict[object, deque[int]] = defaultdict(deque)
    taken = set(old_of.values())
    for i in left:
        if i not in taken:
            free[old[i]].append(i)
    for j in right:
        if j not in old_of and free[new[j]]:
            old_of[j] = free[new[j]].popleft()


def _renamed(old: Sequence[Row], new: Sequence[Row]) -> dict[str, str]:
    """Exercises whose sets are all there under a name that was not: by the new name, the old one."""
    before, after = _sets(old), _sets(new)
    gone = {tuple(values): name for name, values in before.items() if name not in after}
    return {name: gone[tuple(values)] for name, values in after.items() if name not in before and tuple(values) in gone}


def _sets(rows: Sequence[Row]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.exercise, []).append(row.values)
    return found


def _in_order(old_of: dict[int, int], old: int, new: int) -> list[Pair]:
    order: list[Pair] = [(old_of.get(j), j) for j in range(new)]
    there = set(old_of.values())
    for i in range(old):
        if i not in there:
            before = next((at for at, pair in enumerate(order) if pair[0] == i - 1), -1) if i else -1
            order.insert(before + 1, (i, None))
    return order
