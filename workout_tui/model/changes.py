"""What turns one list of things into another: to insert, to update, to delete, and whether the order changed.

Things are matched by uid alone, never by value: two equal sets are two sets.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence


class Identified(Protocol):
    """Anything with a uid."""

    @property
    def uid(self) -> str:
        """Its identity."""


T = TypeVar("T", bound=Identified)


@dataclass(frozen=True, slots=True)
class Changes(Generic[T]):
    """How to bring what exists up to date without touching what stays the same."""

    to_insert: tuple[T, ...]
    to_update: tuple[T, ...]
    to_delete: tuple[str, ...]
    """uids"""
    order: tuple[str, ...]
    """every uid that is there afterwards, in order"""
    order_changed: bool
    """whether deleting and then appending would leave another order than the one wanted"""

    def __bool__(self) -> bool:
        return bool(self.to_insert or self.to_update or self.to_delete or self.order_changed)


def compare(existing: Sequence[T], updated: Sequence[T]) -> Changes[T]:
    """The changes from `existing` to `updated`.

    Raises:
        ValueError: a uid stands twice in one of the lists.
    """
    old, new = _by_uid(existing), _by_uid(updated)
    inserted = tuple(new[uid] for uid in new if uid not in old)
    kept = [uid for uid in old if uid in new]
    return Changes(
        to_insert=inserted,
        to_update=tuple(new[uid] for uid in new if uid in old and new[uid] != old[uid]),
        to_delete=tuple(uid for uid in old if uid not in new),
        order=tuple(new),
        order_changed=[*kept, *(one.uid for one in inserted)] != list(new),
    )


def _by_uid(things: Sequence[T]) -> dict[str, T]:
    """The things by uid, in order."""
    twice = [uid for uid, times in Counter(one.uid for one in things).items() if times > 1]
    if twice:
        raise ValueError(f"listed twice: {', '.join(twice)}")
    return {one.uid: one for one in things}
