"""The log as this window has it open: the lock of the folder, the file, and the logbook of the lifter in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.errors import StoreDamaged, StoreReadOnly, StoreUnavailable, WorkoutError
from workout_tui.logbook import lifters
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.logbook import Logbook
from workout_tui.store import backup
from workout_tui.store.connection import Store
from workout_tui.sync.device import notice_a_move

if TYPE_CHECKING:
    from workout_tui.model.lifter import Lifter
    from workout_tui.ui.parts import Parts

_BUSY_MS = 50
"""how long a key may wait for another program's write before the screen says so and tries again later"""


class LogFile:
    """Opens and closes the log; belongs to the thread of the interface."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store: Store | None = None
        self._logbook: Logbook | None = None
        self.metrics = Metrics()
        self.read_only = False
        """whether another window may write, and this one may only look"""

    @property
    def is_open(self) -> bool:
        """Whether there is a logbook to read."""
        return self._logbook is not None

    @property
    def store(self) -> Store:
        """The open file, for what is done before there is a lifter."""
        if self._store is None:
            raise RuntimeError("no log is open")
        return self._store

    @property
    def changes(self) -> int:
        """Grows with every row that this window writes."""
        return 0 if self._store is None else self._store.connection.total_changes

    @property
    def logbook(self) -> Logbook:
        """The logbook of the lifter in front."""
        if self._logbook is None:
            raise RuntimeError("no log is open for a lifter")
        return self._logbook

    def refuse_if_read_only(self) -> None:
        """Do nothing where this window may write.

        Raises:
            StoreReadOnly: another window may, and this one only looks.
        """
        if self.read_only:
            raise StoreReadOnly("This window only looks: another one has the log.", "Change it there.")

    def open(self, *, read_only: bool) -> Lifter | None:
        """Open the file; returns the lifter to begin with, None when there is nobody yet.

        Raises:
            StoreUnavailable: the file cannot be opened.
        """
        self._refuse_to_begin_anew()
        self.read_only = read_only
        self._store = Store(self._parts.paths.database, busy_ms=_BUSY_MS, checkpoints=not read_only)
        if not read_only:
            self._notice_a_move(self._store)
        return lifters.first_lifter(self._store)

    def _notice_a_move(self, store: Store) -> None:
        # What keeps it from being noticed keeps the sync from sending, which says so; training goes on.
        try:
            notice_a_move(store, self._parts.paths, self._parts.clock)
        except StoreUnavailable as error:
            self._parts.log.failure("device", error)

    def _refuse_to_begin_anew(self) -> None:
        """Where there are backups there was a log: without it nobody wants an empty one in silence."""
        paths = self._parts.paths
        there = paths.database.exists()
        if not (there and paths.database.stat().st_size) and backup.newest(paths.backups):
            raise StoreDamaged(
                f"The log is {'empty' if there else 'missing'}, though there are backups of it.",
                f"Restore the newest one. To begin a new log instead, move the folder {paths.backups} away.",
            )

    def choose(self, lifter_uid: str) -> None:
        """Make this lifter the one in front."""
        if self._logbook is None:
            parts = self._parts
            self._logbook = Logbook(self.store, lifter_uid, clock=parts.clock, uids=parts.uids, metrics=self.metrics)
        else:
            self._logbook = self._logbook.of(lifter_uid)

    def close(self) -> None:
        """Keep the counters, close the file, give the lock back; does nothing when nothing is open."""
        if self._store is not None:
            self._keep_counters()
            self._store.close()
        self._store = self._logbook = None
        self._parts.lock.release()

    def _keep_counters(self) -> None:
        # They are a help for looking into faults; failing to keep them must not stand in the way of leaving.
        if self._logbook is None or self.read_only:
            return
        try:
            self._logbook.keep_metrics()
        except WorkoutError as error:
            self._parts.log.failure("metrics", error)
