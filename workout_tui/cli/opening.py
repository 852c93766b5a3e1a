"""The log as a command opens it: beside a running interface, which sees at once what is written here.

One that may only be read is read, and what would change it is refused.
"""

from __future__ import annotations

from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.cli.whose import whose
from workout_tui.errors import InvalidEntry, StoreUnavailable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from workout_tui.clock import Clock, Uids
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.logs import Log
    from workout_tui.model.lifter import Lifter
    from workout_tui.paths import Paths
    from workout_tui.store.connection import Store
    from workout_tui.sync.connecting import Desk


@dataclass(frozen=True, slots=True)
class Book:
    """One lifter's open logbook, with time and chance."""

    logbook: Logbook
    clock: Clock
    uids: Uids


@contextmanager
def opened(arguments: argparse.Namespace, paths: Paths) -> Iterator[Book]:
    """The log of the lifter that was named, or of the only one. What was counted is kept when it is closed.

    Raises:
        StoreUnavailable: there is no log, or it cannot be used.
        InvalidEntry: it is not clear whose log is meant.
    """
    from workout_tui.clock import SystemClock, Uids
    from workout_tui.logbook.alerts import Metrics
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.logs import Log
    from workout_tui.store import read_only

    database = existing(paths)
    clock = SystemClock()
    uids = Uids(clock)
    with closing(Log(paths.log, clock)) as log, read_only.opened(database) as store:
        _notice_a_move(store, paths, clock, log)
        lifter = _lifter(store, arguments)
        logbook = Logbook(store, lifter.uid, clock=clock, uids=uids, metrics=Metrics())
        try:
            yield Book(logbook, clock, uids)
        finally:
            with suppress(StoreUnavailable):  # the counters are no reason to refuse, nor to hide why it was refused
                logbook.keep_metrics()


@contextmanager
def opened_for_sheet(arguments: argparse.Namespace, paths: Paths) -> Iterator[tuple[Desk, Lifter]]:
    """The log and the lifter that a command about the sheet is for.

    Raises:
        StoreUnavailable: there is no log, or it cannot be used.
        InvalidEntry: it is not clear whose sheet is meant.
    """
    from workout_tui import config
    from workout_tui.clock import SystemClock
    from workout_tui.store.connection import Store
    from workout_tui.sync.connecting import Desk

    with closing(Store(existing(paths), create=False)) as store:
        lifter = _lifter(store, arguments)
        yield Desk(store, paths, config.load(paths.settings), SystemClock()), lifter


def existing(paths: Paths) -> Path:
    """The log's file.

    Raises:
        StoreUnavailable: there is none yet.
    """
    if not paths.database.exists():
        raise StoreUnavailable(f"There is no log yet at {paths.database}.", "“workout” begins one.")
    return paths.database


def _lifter(store: Store, arguments: argparse.Namespace) -> Lifter:
    lifter = whose(store, arguments.lifter)
    if lifter is None:
        raise InvalidEntry("This log has no lifter yet.", "“workout” asks for your name.")
    return lifter


def _notice_a_move(store: Store, paths: Paths, clock: Clock, log: Log) -> None:
    """A log that was copied to this laptop has to know before a set is logged here. It keeps nobody from logging."""
    from workout_tui.sync.device import notice_a_move

    try:
        notice_a_move(store, paths, clock)
    except StoreUnavailable as error:
        log.failure("device", error)
