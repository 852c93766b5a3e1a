"""Bringing a file in, step by step: read it, ask what it leaves open, try it on a copy of the log, take it in.

Every step opens the log anew, so that it can be done in a thread of its own.
"""

from __future__ import annotations

from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from workout_tui.clock import Uids
from workout_tui.logbook import starters
from workout_tui.logbook import whole as whole_log
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.lifters import add_lifter
from workout_tui.logbook.logbook import Logbook
from workout_tui.model.whole import WholeLog
from workout_tui.store import backup, lifters
from workout_tui.store.connection import Store
from workout_tui.store.problems import Doing, on_disk
from workout_tui.transfer import importing, telling, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workout_tui.clock import Clock
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Unit
    from workout_tui.transfer.importing import History, Told

    Found = History | WholeLog
    """a file that was read"""


@dataclass(frozen=True, slots=True)
class Here:
    """The log that a history is brought to. `lifter_uid` None: for a lifter who is new, of this name and unit."""

    database: Path
    backups: Path
    clock: Clock
    lifter_uid: str | None
    name: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file, or would become of it."""

    lines: tuple[str, ...]
    lifter_uid: str
    batch_uid: str | None = None
    """names the import, to take it back; None: that cannot be done, or there is nothing to take back"""


@contextmanager
def copy_of(database: Path, at: int) -> Iterator[Path]:
    """A copy of the log that is thrown away; where there is no log yet, the place for one.

    Raises:
        StoreUnavailable: there is no room for it.
    """
    with ExitStack() as stack:
        with on_disk(Doing.TRYING_OUT):
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="workout-", ignore_cleanup_errors=True)))
        yield backup.back_up(database, folder, at=at).path if database.exists() else folder / database.name


def read(path: Path, unit: Unit | None, told: Told) -> Found:
    """Read a file, a whole log or another program's history.

    Raises:
        ImportProblem: it cannot be read; as UnitNeeded: `unit` is needed.
    """
    return whole.read(path) if whole.recognises(path) else importing.read(path, unit, told=told)


def suggestions(found: Found, here: Here) -> dict[str, Exercise]:
    """What unknown names of the file may mean, to be confirmed by the lifter; a whole log leaves nothing open."""
    if isinstance(found, WholeLog):
        return {}
    with copy_of(here.database, here.clock.now()) as database, closing(Store(database)) as store:
        return importing.suggestions(found, _logbook(store, here).exercises())


def try_out(found: Found, here: Here, confirmed: Mapping[str, Exercise], told: Told) -> Outcome:
    """What taking the file in would do, found by doing it to a copy of the log."""
    with copy_of(here.database, here.clock.now()) as database, closing(Store(database)) as store:
        return replace(_taken_in(store, found, here, confirmed, told), batch_uid=None)


def take_in(found: Found, here: Here, confirmed: Mapping[str, Exercise], told: Told) -> Outcome:
    """Take the file in, in one transaction: what `told` raises leaves the log as it was.

    Before a whole log the log is backed up, as no undo goes back behind one.
    """
    if isinstance(found, WholeLog):
        backup.back_up(here.database, here.backups, at=here.clock.now())
    with closing(Store(here.database, create=False)) as store:
        return _taken_in(store, found, here, confirmed, told)


def take_back(here: Here, batch_uid: str) -> Outcome:
    """Take an import back, but for what was changed since."""
    with closing(Store(here.database, create=False)) as store:
        logbook = _logbook(store, here)
        done = telling.back(logbook.undo_import(batch_uid))
        return Outcome(tuple(done.splitlines()), logbook.lifter.uid)


def begin(store: Store, here: Here) -> str:
    """Make the lifter who is new, with the common exercises; returns their uid.

    Raises:
        InvalidEntry: the name is taken.
    """
    uids = Uids(here.clock)
    lifter = add_lifter(store, here.name, here.unit, clock=here.clock, uids=uids)
    starters.fill_library(_logbook(store, replace(here, lifter_uid=lifter.uid)), here.unit)
    return lifter.uid


def _logbook(store: Store, here: Here) -> Logbook:
    uid = here.lifter_uid or begin(store, here)
    return Logbook(store, uid, clock=here.clock, uids=Uids(here.clock), metrics=Metrics())


def _taken_in(store: Store, found: Found, here: Here, confirmed: Mapping[str, Exercise], told: Told) -> Outcome:
    if isinstance(found, WholeLog):
        # The lifter of the file, when they are known here; else the one who brings it.
        known = lifters.find(store, found.lifter.uid)
        uid = found.lifter.uid if known else here.lifter_uid
        taken = whole_log.take_in(store, found, uid, clock=here.clock, uids=Uids(here.clock))
        return Outcome((whole.words(taken),), taken.lifter.uid)
    logbook = _logbook(store, here)
    report = importing.take_in(found, logbook, here.clock, confirmed=confirmed, told=told)
    # The lifter was asked about every suggestion: those that are left were said to be new.
    lines = telling.lines(replace(report, suggested=()))
    return Outcome(tuple(lines), logbook.lifter.uid, report.taken.batch_uid)
