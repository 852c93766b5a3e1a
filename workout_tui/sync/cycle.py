"""One push cycle, step by step.

    look        one read: header, keys, tokens, receipts
    settle      batches whose end is not known, by their receipts, or by the end of their quarantine
    put right   what landed where it was not meant to: alone, before anything else is written into rows
    append      new rows, a thousand at a time
    edit        rows that changed: read first, then only the cells that changed here

Nothing due and nothing open: no call at all. Whoever calls holds the lock of the sync: one cycle at a time
for a log. A kill anywhere is taken up by the next cycle.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workout_tui.store import batches, lifters, outbox, sheets, sync_notes
from workout_tui.sync import appending, editing, putting_right, unsettled
from workout_tui.sync.asking import Asker
from workout_tui.sync.columns import Column
from workout_tui.sync.device import settle_in
from workout_tui.sync.push import Lifter, Push
from workout_tui.sync.reading import Reader
from workout_tui.sync.sending import Interrupted, Moment, Tally, TooOld, Wire

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from workout_tui.clock import Clock
    from workout_tui.store.connection import Store
    from workout_tui.sync.sheet import Sheet


@dataclass(frozen=True, slots=True)
class CycleDesk:
    """What a cycle needs at hand, in one thread.

    Args:
        store: the log, a connection of this thread.
        sheet_id: the row of the sheet in it.
        device: this laptop (see ``device``).
        open_sheet: opens the calls; not called when there is nothing to do.
        clock: the laptop's.
        chance: for nonces and jitter.
        wait: waits so many seconds; True when the program quits meanwhile.
        progress: told how many sessions are done, of how many.
        tally: counts what is done; it holds when the cycle fails, too.
    """

    store: Store
    sheet_id: int
    device: str
    open_sheet: Callable[[], Sheet]
    clock: Clock
    chance: random.Random
    wait: Callable[[float], bool]
    progress: Callable[[int, int], None] = field(default=lambda _sent, _total: None)
    tally: Tally = field(default_factory=Tally)


@dataclass(frozen=True, slots=True)
class CycleResult:
    """What a cycle came to."""

    calls: int = 0
    rows: int = 0
    """rows written and found in their places"""
    sessions: int = 0
    """sessions acknowledged"""
    left: int = 0
    """sessions still due"""
    checking: bool = False
    """whether the end of a batch is not known"""
    again_in_s: float | None = None
    """when another cycle has something to do: 0 at once; None: only when something changes"""


def run_cycle(desk: CycleDesk) -> CycleResult:
    """Bring what is due into the sheet.

    Raises:
        CallFailed: a call failed; what it means for what was sent is written down.
        NeedsUser: the sheet is not as it must be.
        StoreUnavailable: the log cannot be read or written.
    """
    device = settle_in(desk.store, desk.device, desk.clock)
    row = sheets.of_id(desk.store, desk.sheet_id)
    if row is None or row.left_at is not None:
        return CycleResult()
    lifter = Lifter(desk, row, device, lifters.name(desk.store, row.profile_id))
    if _is_idle(lifter):
        return CycleResult(left=outbox.count_due(desk.store, row.id))
    sheet = desk.open_sheet()
    try:
        return _go(lifter, Wire(desk.store, row, sheet, desk.clock, desk.chance, desk.wait, desk.tally))
    finally:
        sheet.close()


def _is_idle(lifter: Lifter) -> bool:
    """Whether there is nothing to do. What is due and needs nothing written is acknowledged here."""
    store, sheet_id = lifter.store, lifter.row.id
    if batches.is_unsettled(store, sheet_id) or sync_notes.has_jobs(store, sheet_id):
        return False
    for gathered in lifter.gather(outbox.due(store, sheet_id)):
        if not gathered.is_met:
            return False
        lifter.acknowledge(gathered)
    return True


def _go(lifter: Lifter, wire: Wire) -> CycleResult:
    """Do what there is to do; what goes on at once in another cycle keeps the pace of this one.

    What landed where it was not meant to is put right without a rest: whatever is done to the sheet while it stands
    there is done to a row that bears another key by mistake.
    """
    again: list[float] = []
    with suppress(Interrupted):
        _do(lifter, wire, again)
        if 0.0 in again and not sync_notes.has_jobs(lifter.store, lifter.row.id):
            wire.rest()
    done = wire.tally
    return _ended(lifter, CycleResult(done.calls, done.rows, done.sessions, again_in_s=min(again, default=None)))


def _do(lifter: Lifter, wire: Wire, again: list[float]) -> None:
    try:
        push = _look(lifter, wire, again)
        if not putting_right.put_right(push):
            editing.edit(push, appending.append(push))
        if push.may_write_into_rows and sync_notes.has_jobs(lifter.store, lifter.row.id):
            again.append(0.0)
    except TooOld:
        again.append(0.0)


def _look(lifter: Lifter, wire: Wire, again: list[float]) -> Push:
    """Read the sheet, and settle what can be settled by it."""
    store, row = lifter.store, lifter.row
    reader = Reader(row, wire.read)
    found = batches.unsettled(store, row.id)
    seen = reader.look(batch.uid for batch in found)
    looked_at = Moment.now(lifter.desk.clock)
    key, token = seen.layout[Column.KEY], seen.layout[Column.TOKEN]
    if (key, token) != (row.key_place, row.token_place):
        with store.write():
            sheets.note_places(store, row.id, key, token)
    unknown = unsettled.settle(wire, reader, seen, found)
    remaining = unsettled.remaining_s(seen, unknown)
    if remaining is not None:
        again.append(remaining)
    asker = Asker(store, row.id, lifter.desk.clock.now())
    return Push(lifter, wire, reader, asker, seen, looked_at, unknown, again)


def _ended(lifter: Lifter, found: CycleResult) -> CycleResult:
    """The result, with what is left; that nothing is left is written down."""
    store, sheet_id = lifter.store, lifter.row.id
    left, checking = outbox.count_due(store, sheet_id), batches.is_unsettled(store, sheet_id)
    if not (left or checking):
        with store.write():
            sheets.was_good(store, sheet_id, lifter.desk.clock.now())
    return replace(found, left=left, checking=checking)
