"""A push on its way: what the steps of one cycle share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workout_tui.store import outbox
from workout_tui.store.batches import Kind
from workout_tui.sync.gathering import gather
from workout_tui.sync.members import Members

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workout_tui.store.batches import Batch
    from workout_tui.store.connection import Store
    from workout_tui.store.devices import Device
    from workout_tui.store.outbox import Due
    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.asking import Asker
    from workout_tui.sync.cycle import CycleDesk
    from workout_tui.sync.gathering import Gathered
    from workout_tui.sync.members import Part
    from workout_tui.sync.reading import Reader, Seen
    from workout_tui.sync.sending import Moment, Wire
    from workout_tui.sync.settling import Settled

ROWS_AT_ONCE = 1000
"""of a batch; a session is never torn apart, so one of more sets is a batch by itself"""


@dataclass(frozen=True, slots=True)
class Lifter:
    """Whose sheet is brought up to date, and on which laptop."""

    desk: CycleDesk
    row: SheetRow
    device: Device
    name: str

    @property
    def store(self) -> Store:
        """The log."""
        return self.desk.store

    def gather(self, due: Sequence[Due]) -> Iterator[Gathered]:
        """Sessions as they stand now."""
        return gather(self.store, self.row.id, due, self.name, self.device)

    def acknowledge(self, gathered: Gathered, *, elsewhere: bool = False) -> None:
        """The sheet has all of a session, but for what another laptop has to bring."""
        with self.store.write():
            outbox.acknowledge(self.store, self.row.id, gathered.due, elsewhere=elsewhere)


@dataclass(slots=True)
class Push:
    """One cycle after its first look at the sheet."""

    lifter: Lifter
    wire: Wire
    reader: Reader
    asker: Asker
    seen: Seen
    looked_at: Moment
    """when `seen` was read"""
    unknown: tuple[Batch, ...]
    """the batches whose end is still not known"""
    again: list[float] = field(default_factory=list)
    """after how many seconds another cycle has something to do, for each reason there is"""

    @property
    def store(self) -> Store:
        """The log."""
        return self.lifter.store

    @property
    def sheet_id(self) -> int:
        """The row of the sheet in the log."""
        return self.lifter.row.id

    @property
    def may_write_into_rows(self) -> bool:
        """Not while it is unknown what an own write did to rows."""
        return all(batch.kind is Kind.APPEND for batch in self.unknown)

    def send(self, kind: Kind, parts: Sequence[Part], read_at: Moment) -> Settled:
        """Write a batch of these parts, and settle it (see ``sending``)."""
        places = {column.value: place for column, place in self.seen.layout.places.items()}
        return self.wire.send(kind, Members(places, tuple(parts)), self.seen, read_at)
