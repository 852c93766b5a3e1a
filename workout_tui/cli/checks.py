"""The checks of ``workout doctor``, each with what to do about what it found. They mend nothing."""

from __future__ import annotations

import time
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from workout_tui.cli import machine_checks, sheet_checks
from workout_tui.cli.findings import Finding, State, found_by
from workout_tui.clock import SystemClock
from workout_tui.errors import WorkoutError
from workout_tui.lock import Lock
from workout_tui.logbook import alerts
from workout_tui.store import backup, examination, migrations
from workout_tui.store.connection import Store
from workout_tui.transfer.telling import count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workout_tui.cli.findings import Check
    from workout_tui.clock import Clock
    from workout_tui.paths import Paths
    from workout_tui.store.examination import Examination

_LONG_WAL = 64_000_000
"""bytes"""
_DAY_MS = 86_400_000
_OLD_BACKUP_DAYS = 30
_SKEW_MS = 300_000


def examine(paths: Paths, clock: Clock) -> Iterator[Finding]:
    """Make every check; without a log only those of the machine."""
    yield from map(found_by, machine_checks.of(paths))
    if not paths.database.exists():
        yield Finding("log", State.NOTICE, f"There is none yet at {paths.database}.", "“workout” begins one.")
        return
    yield from _of_the_log(paths, clock)


def _of_the_log(paths: Paths, clock: Clock) -> Iterator[Finding]:
    try:
        with examination.opened(paths.database) as log:
            checks: list[Check] = [
                ("schema", partial(_schema, log)),
                ("triggers", partial(_triggers, log)),
                ("integrity", partial(_integrity, log)),
                ("foreign keys", partial(_references, log)),
                ("records of change", partial(_recorded, log)),
                ("backup", partial(_backup, log, paths.backups, clock)),
                ("clock", partial(_clock, log, clock)),
                ("write-ahead log", partial(_checkpointer, paths)),
                ("counters", partial(_counters, paths.database, clock)),
                ("sheet", partial(_sheet, paths, clock)),
            ]
            yield from map(found_by, checks)
    except WorkoutError as error:
        yield Finding("log", State.FAULT, error.message, error.fix)


_RESTORE = "Restore the newest backup: “workout restore FILE”."


def _found(faults: list[str], well: str, fix: str) -> tuple[State, str, str]:
    return (State.FAULT, f"{'; '.join(faults)}.", fix) if faults else (State.OK, well, "")


_OLDER = (State.NOTICE, "of an older version.", "The next start of “workout” brings it up to date.")


def _schema(log: Examination) -> tuple[State, str, str]:
    if log.format() < migrations.LATEST:
        return _OLDER
    return _found(log.schema(("table", "index", "view")), "as this program makes it", _RESTORE)


def _triggers(log: Examination) -> tuple[State, str, str]:
    if log.format() < migrations.LATEST:
        return _OLDER
    return _found(log.schema(("trigger",)), "all there: every change is recorded", _RESTORE)


def _integrity(log: Examination) -> tuple[State, str, str]:
    return _found(log.integrity(), "every page and every index is sound", _RESTORE)


def _references(log: Examination) -> tuple[State, str, str]:
    return _found(log.references(), "nothing points to what is not there", _RESTORE)


def _recorded(log: Examination) -> tuple[State, str, str]:
    faults = log.recorded()
    if faults:
        return State.FAULT, f"Not as their last recorded change left them: {', '.join(faults)}.", _RESTORE
    return State.OK, "every row is as its last recorded change left it", ""


def _backup(log: Examination, folder: Path, clock: Clock) -> tuple[State, str, str]:
    """Is the newest sound backup recent, and is what was not changed since still the same?"""
    newest = backup.newest(folder)
    if newest is None:
        return State.NOTICE, "There is none yet.", "“workout backup” makes one; finishing a workout does, too."
    age = (clock.now() - newest.at) // _DAY_MS
    compared = log.beside(newest.path)
    words = f"{newest.path.name}, {count(age, 'day')} old"
    if not compared.descends:
        return State.NOTICE, f"{words}: the log did not go on from it; it was restored since.", ""
    if compared.faults:
        return State.FAULT, f"{words}; not the same without a change: {', '.join(compared.faults)}.", _RESTORE
    words = f"{words}: {count(compared.rows, 'row')} unchanged since, all the same"
    if age > _OLD_BACKUP_DAYS and log.newest_moment() > newest.at:
        return State.NOTICE, f"{words}.", "“workout backup” makes a new one."
    return State.OK, words, ""


def _clock(log: Examination, clock: Clock) -> tuple[State, str, str]:
    ahead = log.newest_moment() - clock.now()
    if ahead > _SKEW_MS:
        then = datetime.fromtimestamp(log.newest_moment() / 1000, UTC).astimezone()
        return State.FAULT, f"It is behind the log, whose last change is of {then:%Y-%m-%d %H:%M}.", "Set the clock."
    now = datetime.fromtimestamp(clock.now() / 1000, UTC).astimezone()
    return State.OK, f"{now:%Y-%m-%d %H:%M}, {time.strftime('%Z')}", ""


def _checkpointer(paths: Paths) -> tuple[State, str, str]:
    """Only the interface moves the write-ahead log into the file while it runs; nobody else may have to."""
    beside = paths.database.with_name(f"{paths.database.name}-wal")
    size = beside.stat().st_size if beside.exists() else 0
    lock = Lock(paths.lock, SystemClock())
    if lock.acquire():
        lock.release()
        who = "no window is open"
    else:
        holder = lock.holder()
        who = f"moved by the open window alone{f', process {holder.pid}' if holder else ''}"
    words = f"{size / 1e6:.1f} MB; {who}"
    if size > _LONG_WAL:
        return State.NOTICE, f"{words}.", "Close every “workout” once: the last one clears it up."
    return State.OK, words, ""


def _counters(database: Path, clock: Clock) -> tuple[State, str, str]:
    with closing(Store(database, create=False)) as store:
        counts = alerts.kept(store, clock.now())
    said = alerts.alerts(counts)
    p99 = alerts.percentile_ms(counts, 0.99)
    errors = ", ".join(f"{value} {name[6:]}" for name, value in sorted(counts.items()) if name.startswith("error:"))
    words = f"{count(counts.get('saves', 0), 'save')} in three days"
    words += f", 99 of 100 within {p99:g} ms" if p99 is not None else ""
    words += f"; refused: {errors}" if errors else ""
    rules = "; ".join(
        name.removeprefix(alerts.CONSTRAINT) for name in sorted(counts) if name.startswith(alerts.CONSTRAINT)
    )
    words += f"; {rules}" if rules else ""
    return (State.NOTICE, " ".join((f"{words}.", *said)), "") if said else (State.OK, words, "")


def _sheet(paths: Paths, clock: Clock) -> tuple[State, str, str]:
    """Is what should be in the sheets there, as far as the log knows? A key that cannot be used is a fault."""
    words, troubles = sheet_checks.words_and_troubles(paths, clock)
    return (State.NOTICE, " ".join((f"{words}.", *troubles)), "") if troubles else (State.OK, words, "")
