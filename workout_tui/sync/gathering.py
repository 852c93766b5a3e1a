"""What the log has for the sheet, some sessions at a time: those that are due, as wishes; the bases of their rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from workout_tui.store import bases, outbox, session_reads
from workout_tui.sync import plan, rows
from workout_tui.sync.plan import Base

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workout_tui.store.connection import Store
    from workout_tui.store.devices import Device
    from workout_tui.store.outbox import Due
    from workout_tui.sync.plan import Wish

Part = TypeVar("Part")

_AT_ONCE = 50
"""sessions read at once"""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A session that is due, and what its rows should say."""

    due: Due
    title: str
    wishes: tuple[Wish, ...]
    mine: frozenset[str] | None
    """its sets that were made on this laptop; None: all"""

    @property
    def is_met(self) -> bool:
        """Whether the sheet is known to say all of it."""
        return all(wish.is_met for wish in self.wishes)


def gather(store: Store, sheet_id: int, found: Sequence[Due], lifter: str, device: Device) -> Iterator[Gathered]:
    """The sessions as they stand now, some at a time."""
    for part in in_parts(found):
        yield from _several(store, sheet_id, part, lifter, device)


def in_parts(found: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """What is about a session each, as many as are read at once."""
    for first in range(0, len(found), _AT_ONCE):
        yield found[first : first + _AT_ONCE]


def sent(store: Store, sheet_id: int, session_ids: Sequence[int]) -> dict[int, dict[str, Base]]:
    """What is known to stand in the sheet of these sessions, by session and set."""
    known: dict[int, dict[str, Base]] = {}
    for row in bases.of_sessions(store, sheet_id, session_ids):
        base = Base(row.session_id, row.token, rows.of_json(row.cells), row.gone, row.missing_seen_at)
        known.setdefault(row.session_id, {})[row.set_uid] = base
    return known


def _several(store: Store, sheet_id: int, found: Sequence[Due], lifter: str, device: Device) -> list[Gathered]:
    ids = [one.session_id for one in found]
    with store.read():
        stand = session_reads.several(store, ids)
        known = sent(store, sheet_id, ids)
        everything = device.others_out or not device.last_set
        mine = None if everything else outbox.made_after(store, ids, device.last_set)
    return [
        Gathered(
            due=one._replace(revision=session.revision, status=session.status),
            title=session.title,
            wishes=plan.wishes(session, lifter, known.get(one.session_id, {})),
            mine=mine,
        )
        for one, session in zip(found, stand, strict=True)
    ]
