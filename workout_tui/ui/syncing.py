"""The sync as the interface has it: one thread beside it, a state it is told, and nothing it waits for.

The thread is begun only where there is a sheet to send to, once the first screen is painted, and only by the
window that may write.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from textual.message import Message

from workout_tui.errors import StoreUnavailable
from workout_tui.store import sheets
from workout_tui.sync.state import SyncState

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from workout_tui.sync.worker import SyncWorker
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.logfile import LogFile
    from workout_tui.ui.parts import Parts

NOTICE = "sheet"
"""the source of its notices on Home"""

_LATE_MS = 3 * 86_400_000
_LEAVING_S = 0.03


class Synced(Message):
    """Where the sheet of the lifter in front stands has changed."""

    def __init__(self, state: SyncState) -> None:
        super().__init__()
        self.state = state


class Sync:
    """Begins, wakes and ends the thread; belongs to the thread of the interface.

    Args:
        parts: what the interface is made of.
        file: the log as this window has it open.
        to: who is told, by `Synced`.
    """

    def __init__(self, parts: Parts, file: LogFile, to: MessagePump) -> None:
        self.state = SyncState()
        """where the sheet of the lifter in front stands, as was told last"""
        self._parts = parts
        self._file = file
        self._to = to
        self._worker: SyncWorker | None = None
        self._changes = 0

    def begin(self) -> None:
        """Have the thread run, and tell of the lifter in front; without any sheet there is none."""
        if not self._file.is_open or self._file.read_only:
            return
        lifter_uid = self._file.logbook.lifter.uid
        if self._worker is not None:
            self._worker.show(lifter_uid)
        elif self._has_a_sheet():
            self._worker = self._made()
            self._worker.start(lifter_uid)

    def look(self, *, elsewhere: bool) -> None:
        """Wake the thread if anything was written since the last look; `elsewhere`: another program did."""
        before, self._changes = self._changes, self._file.changes
        if not elsewhere and before == self._changes:
            return
        if self._worker is None:
            self.begin()
        else:
            self._worker.wake()

    def now(self) -> None:
        """Try everything now: somebody asks for it."""
        if self._worker is None:
            self.begin()
        else:
            self._worker.sync_now()

    def leave(self) -> None:
        """The program is about to end: the thread may go while the screen is being given back."""
        if self._worker is not None:
            self._worker.stop(0)

    def end(self) -> None:
        """Let the thread go; a call that hangs is left behind with it."""
        if self._worker is not None:
            self._worker.stop(_LEAVING_S)
            self._worker = None

    def notice(self, now: int, glyphs: Glyphs) -> str:
        """What Home has to say about it at `now`, UTC milliseconds; empty while all is well."""
        since = self.state.waiting_since
        if since is None or now - since < _LATE_MS:
            return ""
        days = (now - since) // 86_400_000
        return f"Workouts have been waiting for the sheet for {days} days. {glyphs.key('home.sync', 'y')} says why."

    def _has_a_sheet(self) -> bool:
        try:
            return bool(sheets.every(self._file.store))
        except StoreUnavailable:  # whoever reads next says so; the next look asks again
            return False

    def _made(self) -> SyncWorker:
        from workout_tui.sync.worker import SyncWorker  # noqa: PLC0415 - the first screen is painted without it

        parts = self._parts
        return SyncWorker(
            parts.paths, parts.config, parts.clock, random.SystemRandom(), report=self._report, log=parts.log
        )

    def _report(self, state: SyncState) -> None:
        self._to.post_message(Synced(state))
