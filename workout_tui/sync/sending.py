"""Calls to the sheet, and the one way in which something is written into it.

    intent committed → its age looked at → one atomic call → settled by its receipt

A kill at any point leaves an intent without an end, and that is what an unknown batch is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workout_tui.errors import Ambiguous
from workout_tui.store import bases, batches, outbox, sync_notes
from workout_tui.store.batches import Kind
from workout_tui.sync import journal, members, requests, settling, tokens
from workout_tui.sync.sheet import Applied, Blame, CallFailed
from workout_tui.transfer.telling import count

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from workout_tui.clock import Clock
    from workout_tui.store.connection import Store
    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.members import Members
    from workout_tui.sync.reading import Seen
    from workout_tui.sync.settling import Settled
    from workout_tui.sync.sheet import Answer, Area, Sheet

INTENT_LASTS_S = 5.0
"""how old an intent, or the read of the rows that it writes into, may be when it is sent"""

COLUMNS_LAST_S = 60.0
"""how old the read of the columns may be when rows are appended"""

_PACE_S = 1.0
_READ_WAITS_S = (1.0, 2.0, 4.0)


class Interrupted(Exception):
    """The program is quitting: what was committed stands, what was not sent is not."""


class TooOld(Exception):
    """Too much time went by between a read and its write; nothing was sent."""


@dataclass(slots=True)
class Moment:
    """A moment on both clocks: the wall's, which runs while the lid is closed, and the one that is never set."""

    wall: int
    mono: float

    @classmethod
    def now(cls, clock: Clock) -> Moment:
        """This moment."""
        return cls(clock.now(), clock.monotonic())

    def is_fresh(self, clock: Clock, within_s: float = INTENT_LASTS_S) -> bool:
        """Whether it was just now by both clocks."""
        passed = (clock.now() - self.wall) / 1000, clock.monotonic() - self.mono
        return all(-within_s <= one <= within_s for one in passed)


@dataclass(slots=True)
class Tally:
    """What was done so far, whatever ends it."""

    calls: int = 0
    rows: int = 0
    """written and found in their places"""
    sessions: int = 0
    """acknowledged"""


@dataclass(slots=True)
class Wire:
    """One sheet during one cycle.

    Args:
        store: the log.
        row: the sheet as the log knows it.
        sheet: the calls.
        clock: the laptop's.
        chance: for nonces and jitter.
        wait: waits so many seconds; True when it was interrupted.
        tally: counts what is done.
    """

    store: Store
    row: SheetRow
    sheet: Sheet
    clock: Clock
    chance: random.Random
    wait: Callable[[float], bool]
    tally: Tally
    _next: float | None = field(default=None)
    """when the next call may go"""
    _just_read: bool = field(default=False)

    def read(self, areas: Sequence[Area], columns: bool) -> Answer:
        """Read areas; a read that failed in passing is tried again."""
        for pause in _READ_WAITS_S:
            self._pace()
            self._count(is_read=True)
            try:
                return self.sheet.values(areas, columns=columns)
            except CallFailed as failure:
                if failure.blame is not Blame.TRANSIENT or failure.offline or failure.retry_after_s:
                    raise
            self.pause(pause * (1 + self.chance.random() / 4))
        self._pace()
        self._count(is_read=True)
        return self.sheet.values(areas, columns=columns)

    def pause(self, seconds: float) -> None:
        """Wait.

        Raises:
            Interrupted: the program is quitting.
        """
        if self.wait(seconds):
            raise Interrupted

    def rest(self) -> None:
        """Wait until another cycle may begin to call.

        Raises:
            Interrupted: the program is quitting.
        """
        self._pace()

    def send(self, kind: Kind, wanted: Members, seen: Seen, read_at: Moment) -> Settled:
        """Write a batch, and settle it.

        Args:
            kind: what it does.
            wanted: the batch.
            seen: the sheet as it was read.
            read_at: when the rows it writes into were read; of one that only appends, the columns.

        Raises:
            CallFailed: it was not applied, or it is not known whether; the batch says which.
            TooOld: it was not sent.
            Interrupted: it was not sent.
        """
        self._pace(after_read=self._just_read)
        uid = tokens.nonce(self.chance)
        body = requests.body(
            wanted, tab=self.row.tab, journal_tab=self.row.journal, journal_title=seen.journal_title, batch=uid
        )
        intended = Moment.now(self.clock)
        batch = self._intend(uid, kind, wanted)
        lasts = COLUMNS_LAST_S if kind is Kind.APPEND else INTENT_LASTS_S
        if not (intended.is_fresh(self.clock) and read_at.is_fresh(self.clock, lasts)):
            self.failed(batch, wanted)
            raise TooOld
        receipt = self._receipt(batch, wanted, body, uid)
        settled = settling.settle(wanted, receipt)
        self.settle(batch, settled, wanted)
        return settled

    def settle(self, batch: int, settled: Settled, wanted: Members) -> None:
        """Write down what a batch that was applied came to."""
        now, sheet = self.clock.now(), self.row.id
        with self.store.write():
            batches.settle(self.store, batch, applied=True)
            followed = outbox.followed(self.store, sheet)  # a pull may have been taken back meanwhile
            bases.put(self.store, sheet, [one for one in settled.bases if one.session_id in followed])
            for job in settled.done:
                sync_notes.close_job(self.store, job, done=True)
            for new in settled.jobs:
                sync_notes.add_job(
                    self.store, sheet, new.kind, set_uid=new.set_uid, session_id=new.session_id, data=new.data, at=now
                )
            for due, elsewhere in settled.whole:
                if due.session_id not in followed:
                    continue
                outbox.acknowledge(self.store, sheet, due, elsewhere=elsewhere)
            sync_notes.tell(self.store, sheet, now, _words(wanted, settled))
        self.tally.rows += settled.rows
        self.tally.sessions += len(settled.whole)

    def _intend(self, uid: str, kind: Kind, wanted: Members) -> int:
        held = members.to_json(wanted)
        with self.store.write():
            outbox.note_sent(self.store, self.row.id, wanted.sessions)
            return batches.intend(self.store, self.row.id, uid, kind, members=held, at=self.clock.now())

    def _receipt(self, batch: int, wanted: Members, body: dict[str, object], uid: str) -> journal.Receipt:
        self._count(is_read=False)
        try:
            answer = self.sheet.batch_update(body, journal.ANSWER_FIELDS)
        except CallFailed as failure:
            if failure.applied is Applied.NO:
                self.failed(batch, wanted)
            else:
                self._doubt(batch)
            raise
        receipt = journal.of_answer(answer.body, self.row.journal, uid)
        if receipt is None or len(receipt.rows) != len(wanted.targets):
            self._doubt(batch)
            problem = Ambiguous("The answer to a request was not whole.", "Whether it arrived is read from the sheet.")
            raise CallFailed(Applied.UNKNOWN, Blame.TRANSIENT, "no receipt", problem, at=answer.at)
        return receipt

    def failed(self, batch: int, wanted: Members) -> None:
        """A batch was certainly not applied."""
        with self.store.write():
            batches.settle(self.store, batch, applied=False)
            outbox.note_failed(self.store, self.row.id, wanted.sessions)

    def quarantine(self, batch: int, seen_at: int) -> None:
        """The quarantine of a batch begins, by the server's clock."""
        with self.store.write():
            batches.begin_quarantine(self.store, batch, seen_at)

    def _doubt(self, batch: int) -> None:
        with self.store.write():
            batches.doubt(self.store, batch)

    def _pace(self, *, after_read: bool = False) -> None:
        """One request a second is what Google asks for.

        Only what was just read is written at once: while a write waits, somebody may sort the rows it rests on.
        """
        left = 0.0 if self._next is None else self._next - self.clock.monotonic()
        if left > 0 and not after_read:
            self.pause(left)

    def _count(self, *, is_read: bool) -> None:
        now = self.clock.monotonic()
        self.tally.calls += 1
        self._next = max(now, self._next or now) + _PACE_S
        self._just_read = is_read


def _words(wanted: Members, settled: Settled) -> str:
    titles = [part.title for part in wanted.parts if part.title]
    if not titles:
        return f"{count(settled.rows, 'row')} put right"
    who = titles[0] if len(titles) == 1 else count(len(titles), "workout")
    wrong = f"; {count(len(settled.jobs), 'row')} to be put right" if settled.jobs else ""
    return f"{who}: {count(settled.rows, 'row')} sent, checked{wrong}"
