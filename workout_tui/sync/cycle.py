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

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workout_tui.store import batches, lifters, outbox, sheets, sync_notes
from workout_tui.store.batches import Kind
from workout_tui.sync import columns, editing, members, plan, repair, unsettled
from workout_tui.sync.asking import Asked, Asker
from workout_tui.sync.device import settle_in
from workout_tui.sync.editing import Editor, Waiting
from workout_tui.sync.gathering import gather
from workout_tui.sync.members import Members, Part
from workout_tui.sync.reading import Reader
from workout_tui.sync.sending import Interrupted, Moment, TooOld, Wire

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Sequence

    from workout_tui.clock import Clock
    from workout_tui.store.batches import Batch
    from workout_tui.store.connection import Store
    from workout_tui.store.devices import Device
    from workout_tui.store.outbox import Due
    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.gathering import Gathered
    from workout_tui.sync.plan import Sorted
    from workout_tui.sync.reading import Seen
    from workout_tui.sync.settling import Settled
    from workout_tui.sync.sheet import Sheet

ROWS_AT_ONCE = 1000
"""of a batch; a session is never torn apart, so one of more sets is a batch by itself"""

LETTERS_AT_ONCE = 800_000
"""of what is appended by a batch: with all that stands around each cell, two megabytes, which Google recommends"""

_ALONE_AFTER = 4
"""tries after which a session is sent by itself, and last: whatever is wrong with it, the others do not wait"""


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
    """

    store: Store
    sheet_id: int
    device: str
    open_sheet: Callable[[], Sheet]
    clock: Clock
    chance: random.Random
    wait: Callable[[float], bool]
    progress: Callable[[int, int], None] = field(default=lambda _sent, _total: None)


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
    run = _Run(desk, row, device)
    if run.is_idle():
        run.note_good()
        return run.result()
    sheet = desk.open_sheet()
    try:
        return run.go(sheet)
    finally:
        sheet.close()


class _Run:
    """One cycle on its way."""

    def __init__(self, desk: CycleDesk, row: SheetRow, device: Device) -> None:
        self._desk, self._row, self._device = desk, row, device
        self._store = desk.store
        self._lifter = lifters.name(desk.store, row.profile_id)
        self._again: list[float] = []
        self._left: tuple[Batch, ...] = ()
        self._wire: Wire | None = None
        self._asker = Asker(desk.store, row.id, desk.clock.now())
        self._looked_at = Moment.now(desk.clock)

    def is_idle(self) -> bool:
        """Whether there is nothing to do. What is due and needs nothing written is acknowledged here."""
        if batches.is_unsettled(self._store, self._row.id) or sync_notes.has_jobs(self._store, self._row.id):
            return False
        due = outbox.due(self._store, self._row.id)
        for gathered in self._gather(due):
            if not gathered.is_met:
                return False
            self._acknowledge(gathered, elsewhere=False)
        return True

    def go(self, sheet: Sheet) -> CycleResult:
        """Do what there is to do."""
        desk = self._desk
        wire = self._wire = Wire(desk.store, self._row, sheet, desk.clock, desk.chance, desk.wait)
        reader = Reader(self._row, wire.read)
        try:
            seen = self._look(wire, reader)
            if not self._put_right(wire, reader, seen):
                self._edit(wire, reader, seen, self._append(wire, seen))
        except TooOld:
            self._again.append(0.0)
        except Interrupted:
            pass
        self.note_good()
        return self.result()

    def note_good(self) -> None:
        """Note that the sheet has everything, if it has."""
        if not outbox.count_due(self._store, self._row.id) and not batches.is_unsettled(self._store, self._row.id):
            with self._store.write():
                sheets.was_good(self._store, self._row.id, self._desk.clock.now())

    def result(self) -> CycleResult:
        """What it came to."""
        wire = self._wire
        if wire and self._may_write_into_rows and sync_notes.has_jobs(self._store, self._row.id):
            self._again.append(0.0)
        return CycleResult(
            calls=wire.calls if wire else 0,
            rows=wire.rows if wire else 0,
            sessions=wire.sessions if wire else 0,
            left=outbox.count_due(self._store, self._row.id),
            checking=bool(self._left),
            again_in_s=min(self._again, default=None),
        )

    def _look(self, wire: Wire, reader: Reader) -> Seen:
        """Read the sheet, and settle what can be settled by it."""
        found = batches.unsettled(self._store, self._row.id)
        seen = reader.look(batch.uid for batch in found)
        self._looked_at = Moment.now(self._desk.clock)
        key, token = seen.layout[columns.Column.KEY], seen.layout[columns.Column.TOKEN]
        if (key, token) != (self._row.key_place, self._row.token_place):
            with self._store.write():
                sheets.note_places(self._store, self._row.id, key, token)
        self._left = unsettled.settle(wire, reader, seen, found)
        remaining = unsettled.remaining_s(seen, self._left)
        if remaining is not None:
            self._again.append(remaining)
        return seen

    @property
    def _may_write_into_rows(self) -> bool:
        """Not while it is unknown what an own write did to rows."""
        return all(batch.kind is Kind.APPEND for batch in self._left)

    def _put_right(self, wire: Wire, reader: Reader, seen: Seen) -> bool:
        """Do the jobs that are left, alone; whether there were any to do."""
        jobs = sync_notes.open_jobs(self._store, self._row.id)
        if not jobs or not self._may_write_into_rows:
            return False
        tab = repair.Tab(reader.everything(), seen.layout)
        read_at = Moment.now(self._desk.clock)
        if columns.find(tab.header) != seen.layout:
            raise TooOld
        parts: list[Part] = []
        taken: set[int] = set()
        for job in repair.ready(jobs):
            try:
                write = repair.plan(job, tab, self._desk.chance)
            except repair.Impossible as why:
                with self._store.write():
                    self._asker.stray(job, str(why))
                continue
            if not write.writes:
                with self._store.write():
                    sync_notes.close_job(self._store, job.id, done=True)
            elif write.row not in taken:  # another job in the same row comes after this one
                taken.add(write.row)
                parts.append(members.of_job(job, write))
        self._again.append(0.0)  # what waits comes after them
        if parts:
            wire.send(Kind.REPAIR, self._members(seen, parts), seen, read_at)
        return True

    def _append(self, wire: Wire, seen: Seen) -> list[Waiting]:
        """Append what is new, batch by batch; returns the sessions with rows to be looked at."""
        due = outbox.due(self._store, self._row.id)
        waiting: list[Waiting] = []
        total, done = len(due), 0
        self._desk.progress(0, total)
        for parts in _packed(self._appending(seen, due, waiting)):
            wire.send(Kind.APPEND, self._members(seen, parts), seen, self._looked_at)
            done += len(parts)
            self._desk.progress(done, total)
        return waiting

    def _appending(self, seen: Seen, due: Sequence[Due], waiting: list[Waiting]) -> Iterator[tuple[Part, bool]]:
        """The parts to append, each with whether it goes alone."""
        unknown = {one for batch in self._left for one in members.of_json(batch.members).sessions}
        tries = outbox.tries(self._store, self._row.id)
        both = {one.session_id: one for one in (*outbox.elsewhere(self._store, self._row.id), *due)}
        order = sorted(
            (one for one in both.values() if one.session_id not in unknown),
            key=lambda one: (max(_ALONE_AFTER, tries.get(one.session_id, 0)), one.was_sent),
        )
        held = self._held()
        for gathered in self._gather(order):
            if gathered.due.was_sent and _rows_to_look_at(waiting) >= ROWS_AT_ONCE:
                self._again.append(0.0)
                return
            found = plan.sort_out(gathered.wishes, seen.index, mine=gathered.mine, held=held)
            whole = self._ask(gathered, found, seen)
            may_edit = self._may_write_into_rows
            if found.looks and may_edit:
                waiting.append(Waiting(gathered, found, whole))
            elif found.appends:
                added = editing.appends(gathered, found.appends, self._desk.chance)
                part = editing.part(gathered, found, whole=whole and not found.looks, added=added, writes=())
                yield part, tries.get(gathered.due.session_id, 0) >= _ALONE_AFTER
            elif whole and not found.looks:
                self._acknowledge(gathered, elsewhere=bool(found.elsewhere))

    def _ask(self, gathered: Gathered, found: Sorted, seen: Seen) -> bool:
        """Write down what only the lifter can decide; whether nothing of the session has to wait."""
        session_id, waits = gathered.due.session_id, bool(found.held)
        if not (found.copied or found.damaged or found.missing):
            return not waits
        with self._store.write():
            for wish, there in found.copied:
                self._asker.copied(session_id, wish, there)
            for wish in found.damaged:
                self._asker.damaged(session_id, wish)
            for wish in found.missing:
                is_missing = self._asker.missing(session_id, wish, seen.at, has_key=wish.uid in seen.index)
                waits = waits or is_missing
        if found.missing and waits:
            self._again.append(2 * unsettled.QUARANTINE_MS / 1000)
        return not waits

    def _edit(self, wire: Wire, reader: Reader, seen: Seen, waiting: Sequence[Waiting]) -> None:
        """Write into rows, a thousand of them at most: where they stand was read a moment ago."""
        now, later = _first_rows(waiting)
        if later:
            self._again.append(0.0)
        if not now:
            return
        wanted = [row.row for one in now for _, row in one.sorted.looks]
        lines = reader.rows(wanted, seen.layout.width)
        read_at = Moment.now(self._desk.clock)
        if columns.find(lines[0]) != seen.layout:
            raise TooOld
        with self._store.write():
            editor = Editor(self._store, self._row.id, seen.layout, lines, self._asker, self._desk.chance)
            parts = [(one, editor.part(one)) for one in now]
        for one, part in parts:
            if not part.rows and part.whole:
                self._acknowledge(one.gathered, elsewhere=part.elsewhere)
            elif one.whole and not part.whole:  # a row moved since the first read
                self._again.append(0.0)
        sent = [part for _, part in parts if part.rows]
        if sent:
            self._close_decided(wire.send(Kind.EDIT, self._members(seen, sent), seen, read_at))

    def _close_decided(self, settled: Settled) -> None:
        with self._store.write():
            for base in settled.bases:
                if self._asker.given_up(base.set_uid):
                    self._asker.settled(Asked.CONFLICT, base.set_uid)

    def _held(self) -> frozenset[str]:
        """The sets that wait for a job: those it is about, and those whose rows were hit."""
        jobs = sync_notes.open_jobs(self._store, self._row.id)
        return frozenset(uid for job in jobs for uid in (job.set_uid, job.data.get("key")) if isinstance(uid, str))

    def _gather(self, due: Sequence[Due]) -> Iterator[Gathered]:
        return gather(self._store, self._row.id, due, self._lifter, self._device)

    def _acknowledge(self, gathered: Gathered, *, elsewhere: bool) -> None:
        with self._store.write():
            outbox.acknowledge(self._store, self._row.id, gathered.due, elsewhere=elsewhere)

    def _members(self, seen: Seen, parts: Sequence[Part]) -> Members:
        return Members({column.value: place for column, place in seen.layout.places.items()}, tuple(parts))


def _packed(parts: Iterator[tuple[Part, bool]]) -> Iterator[list[Part]]:
    """Parts in batches of a thousand rows and two megabytes at most."""
    batch: list[Part] = []
    rows = letters = 0
    for part, alone in parts:
        rows, letters = rows + part.rows, letters + part.letters
        if batch and (alone or rows > ROWS_AT_ONCE or letters > LETTERS_AT_ONCE):
            yield batch
            batch, rows, letters = [], part.rows, part.letters
        batch.append(part)
        if alone:
            yield batch
            batch, rows, letters = [], 0, 0
    if batch:
        yield batch


def _rows_to_look_at(waiting: Sequence[Waiting]) -> int:
    return sum(len(one.sorted.looks) for one in waiting)


def _first_rows(waiting: Sequence[Waiting]) -> tuple[list[Waiting], list[Waiting]]:
    """As many sessions as fit into a batch, at least one; and the others."""
    count = rows = 0
    for one in waiting:
        rows += len(one.sorted.looks) + len(one.sorted.appends)
        if count and rows > ROWS_AT_ONCE:
            break
        count += 1
    return list(waiting[:count]), list(waiting[count:])
