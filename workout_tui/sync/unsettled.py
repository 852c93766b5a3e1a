"""Batches whose end is not known: settled by their receipts, or by the end of their quarantine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.sync import members, settling
from workout_tui.sync.sending import TooOld

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.store.batches import Batch
    from workout_tui.sync.reading import Reader, Seen
    from workout_tui.sync.sending import Wire

QUARANTINE_MS = 240_000
"""how long a request may still be applied after its end became uncertain, by the server's clock: Google gives up
after 180 seconds, and the laptop's own network stack was told to after 30"""


def settle(wire: Wire, reader: Reader, seen: Seen, found: Sequence[Batch]) -> tuple[Batch, ...]:
    """Settle the batches that can be settled by what was just read; returns the others.

    A receipt that is there says that its batch was applied. That one is absent says nothing before the
    quarantine is over, which began with the first read after the uncertain end: no clock of the laptop's,
    no closed lid can shorten it.

    Raises:
        TooOld: the columns were moved in the meantime; what could be settled is.
    """
    receipts, stood = reader.receipts(seen)
    left = []
    for batch in found:
        if batch.uid in seen.receipts:
            wanted, receipt = members.of_json(batch.members), receipts.get(batch.uid)
            if receipt is None or len(receipt.rows) != len(wanted.targets):
                left.append(batch)  # another laptop's receipt moved it just now
            else:
                wire.settle(batch.id, settling.settle(wanted, receipt), wanted)
        elif batch.quarantine_seen_at is None:
            wire.quarantine(batch.id, seen.at)
            left.append(batch._replace(quarantine_seen_at=seen.at))
        elif seen.at - batch.quarantine_seen_at >= QUARANTINE_MS:
            wire.failed(batch.id, members.of_json(batch.members))
        else:
            left.append(batch)
    if not stood:
        raise TooOld
    return tuple(left)


def remaining_s(seen: Seen, left: Sequence[Batch]) -> float | None:
    """How long until the first of these batches can be settled, in seconds; None without any."""
    ends = [(batch.quarantine_seen_at or seen.at) + QUARANTINE_MS for batch in left]
    return max(1.0, (min(ends) - seen.at) / 1000) if ends else None
