"""What every act of a lifter needs at hand, and the one way in which acts are done, timed and counted."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry, NotFound, WorkoutError
from workout_tui.logbook import finding
from workout_tui.logbook.alerts import CONSTRAINT
from workout_tui.store import acts, blocks, lifters, session_reads, sessions, sets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_tui.clock import Clock, Uids
    from workout_tui.logbook.alerts import Metrics
    from workout_tui.logbook.log_ids import LogIds
    from workout_tui.logbook.recent import Remembered
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.lifter import Lifter
    from workout_tui.model.session import Session
    from workout_tui.store.connection import Store

_log = logging.getLogger("workout_tui.logbook")


@dataclass(slots=True)
class Desk:
    """One lifter at one store, on one thread."""

    store: Store
    lifter_uid: str
    clock: Clock
    uids: Uids
    metrics: Metrics
    log_ids: LogIds
    data_version: int = 0
    """SQLite's mark of other programs' writes when the store was last looked at"""
    remembered: Remembered | None = None
    """what was worked out of the past, as long as that stays as it is"""
    anchors: dict[str, tuple[int, float]] = field(default_factory=dict)
    """wall and monotonic time at which this program first saw a running session"""

    def lifter(self) -> tuple[int, Lifter]:
        """The lifter and the id of their row, as they stand now: a restored file numbers its rows as it likes.

        Raises:
            NotFound: the log has no such lifter: it was restored from elsewhere.
        """
        found = lifters.find(self.store, self.lifter_uid)
        if found is None:
            raise NotFound("This log has no such lifter.", "Quit and start again.", lifter=self.lifter_uid)
        return found

    @property
    def profile_id(self) -> int:
        """The id of the lifter's row."""
        return self.lifter()[0]

    @contextmanager
    def act(self, kind: str) -> Iterator[Deed]:
        """One act of the lifter: one transaction, timed, counted and logged."""
        with self.timed(kind) as told:
            profile_id, lifter = self.lifter()
            with acts.act(self.store, kind, at=self.clock.now(), profile_id=profile_id) as act:
                yield Deed(self, act, profile_id, lifter, told)

    @contextmanager
    def timed(self, operation: str) -> Iterator[dict[str, str]]:
        """Time, count and log what is written here, or how it was refused.

        The log names ids, never content; more of them can be put into what is yielded.
        """
        started = self.clock.monotonic()
        told: dict[str, str] = {}
        try:
            yield told
        except WorkoutError as error:
            self.metrics.failed(error.kind)
            if isinstance(error, InvalidEntry) and "constraint" in error.context:
                self.metrics.count(f"{CONSTRAINT}{error.context['constraint']}")
            about = {"error": error.kind, "context": error.context, "retryable": error.retryable}
            _log.warning("refused", extra={"operation": operation, **told, **about})
            raise
        milliseconds = (self.clock.monotonic() - started) * 1000
        self.metrics.saved(milliseconds)
        _log.info("saved", extra={"operation": operation, "duration_ms": round(milliseconds, 3), **told})

    def now_in(self, session_uid: str) -> int:
        """The wall clock's time, but never behind what the monotonic clock says since this session was first seen."""
        now, mono = self.clock.now(), self.clock.monotonic()
        seen_at, seen_mono = self.anchors.setdefault(session_uid, (now, mono))
        return max(now, seen_at + int((mono - seen_mono) * 1000))


@dataclass(slots=True)
class Deed:
    """An act whose transaction is running. What it looks up is this lifter's, or not found."""

    desk: Desk
    act: acts.Act
    profile_id: int
    lifter: Lifter
    told: dict[str, str]
    """what the log will say about it"""
    session_id: int = 0
    """the row of the session it belongs to; 0: none yet"""

    @property
    def store(self) -> Store:
        """The store that is written to."""
        return self.desk.store

    @property
    def now(self) -> int:
        """The wall clock's time."""
        return self.desk.clock.now()

    def new_uid(self) -> str:
        """A fresh identity."""
        return self.desk.uids.new()

    def concerns(self, session_id: int) -> None:
        """The act belongs to this session: its undo takes it back."""
        self.session_id = self.act.session_id = session_id

    def belongs_to_none(self) -> None:
        """What is written now is no edit of a session: its undo passes it by."""
        self.session_id, self.act.session_id = 0, None

    def is_about(self, uid: str) -> None:
        """The act is about a template, a program or a lifter: its undo is asked for there."""
        self.act.about = uid

    def session(self) -> Session:
        """The session the act belongs to, as it stands inside the transaction."""
        session = session_reads.whole(self.store, self.session_id)
        self.told["session"] = session.uid
        return session

    def find_session(self, uid: str) -> sessions.Found:
        """A session, whatever its state; the act belongs to it from now on."""
        found = finding.session(self.store, self.profile_id, uid)
        self.concerns(found.id)
        return found

    def find_block(self, uid: str) -> blocks.Block:
        """An exercise of a session; the act belongs to that session from now on."""
        found = blocks.of_uid(self.store, self.profile_id, uid)
        if found is None:
            raise NotFound("This exercise is no longer in the workout.", "Look at the workout again.", block=uid)
        self.concerns(found.session_id)
        return found

    def find_planned(self, uid: str) -> sets.Planned:
        """A planned set; the act belongs to its session from now on."""
        found = sets.planned(self.store, self.profile_id, uid)
        if found is None:
            raise NotFound("This set is no longer planned.", "Look at the workout again.", planned=uid)
        self.concerns(found.session_id)
        return found

    def find_set(self, uid: str) -> sets.Performed:
        """A performed set; the act belongs to its session from now on."""
        found = sets.performed(self.store, uid)
        if found is None or found.profile_id != self.profile_id:
            raise NotFound("This set is no longer in the log.", "Look at the workout again.", set=uid)
        self.concerns(found.session_id)
        return found

    def find_exercise(self, uid: str) -> tuple[int, Exercise]:
        """An exercise of the library, shared by all lifters, and the id of its row."""
        return finding.exercise(self.store, uid)
