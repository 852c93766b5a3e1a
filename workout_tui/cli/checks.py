"""The checks of ``workout doctor``, each with what to do about what it found. They mend nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from workout_tui import config
from workout_tui.cli import sheet_checks, standing
from workout_tui.clock import SystemClock
from workout_tui.errors import WorkoutError
from workout_tui.lock import Lock
from workout_tui.logbook import alerts
from workout_tui.store import backup, examination, health, migrations
from workout_tui.store.connection import Store
from workout_tui.store.problems import Doing, on_disk, translated
from workout_tui.transfer.telling import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from workout_tui.clock import Clock
    from workout_tui.paths import Paths
    from workout_tui.store.examination import Examination

_LEAST_FREE = 20_000_000
_LITTLE_FREE = 500_000_000
"""bytes"""
_LONG_WAL = 64_000_000
_DAY_MS = 86_400_000
_OLD_BACKUP_DAYS = 30
_SKEW_MS = 300_000
_MOVE = "Move it to a folder of this machine alone (WORKOUT_HOME names it), and carry copies made by “workout backup”."


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    NOTICE = "notice"
    """worth knowing; nothing is wrong"""
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found."""

    check: str
    state: State
    words: str
    fix: str = ""


Check = tuple[str, "Callable[[], tuple[State, str, str]]"]


def examine(paths: Paths, clock: Clock) -> Iterator[Finding]:
    """Make every check; without a log only those of the machine."""
    yield from map(_done, _of_the_machine(paths))
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
            yield from map(_done, checks)
    except WorkoutError as error:
        yield Finding("log", State.FAULT, error.message, error.fix)


def _done(check: Check) -> Finding:
    name, look = check
    try:
        with translated(Doing.READING), on_disk(Doing.READING):
            return Finding(name, *look())
    except WorkoutError as error:
        return Finding(name, State.FAULT, error.message, error.fix)


_RESTORE = "Restore the newest backup: “workout restore FILE”."


def _found(faults: list[str], well: str, fix: str) -> tuple[State, str, str]:
    return (State.FAULT, f"{'; '.join(faults)}.", fix) if faults else (State.OK, well, "")


def _of_the_machine(paths: Paths) -> list[Check]:
    return [
        ("sqlite", _sqlite),
        ("settings", partial(_settings, paths)),
        ("permissions", partial(_permissions, paths)),
        ("disk space", partial(_disk, paths.data)),
        ("place", partial(_place, paths.data)),
    ]


def _sqlite() -> tuple[State, str, str]:
    health.require_sqlite()
    known = health.known_faults()
    version = f"SQLite {sqlite3.sqlite_version}."
    return (State.NOTICE if known else State.OK, " ".join((version, *known)), "")


def _settings(paths: Paths) -> tuple[State, str, str]:
    found = config.load(paths.settings)
    if found.keys:
        from workout_tui.ui import keymap
        from workout_tui.ui.places import commands_by_place, typed_by_place

        keymap.check(found.keys, commands_by_place(), typed_by_place(found))
    return State.OK, "are valid" if paths.settings.exists() else "none; the defaults stand", ""


def _permissions(paths: Paths) -> tuple[State, str, str]:
    """May we write, and may others read?"""
    folders = [one for one in dict.fromkeys((paths.data, paths.backups, paths.config, paths.logs)) if one.exists()]
    files = [one for one in (paths.database, paths.log) if one.exists()]
    refused = [str(one) for one in folders if not os.access(one, os.R_OK | os.W_OK | os.X_OK)]
    refused += [str(one) for one in files if not os.access(one, os.R_OK | os.W_OK)]
    if refused:
        return State.FAULT, f"No right to write: {', '.join(refused)}.", "Give your user that right."
    open_to_all = [str(one) for one in (paths.data, paths.backups) if one.exists() and _is_open(one)]
    if open_to_all:
        return State.NOTICE, f"Others on this machine may look into {', '.join(open_to_all)}.", "“chmod 700” closes it."
    return State.OK, "yours alone", ""


def _is_open(folder: Path) -> bool:
    return os.name != "nt" and bool(stat.S_IMODE(folder.stat().st_mode) & 0o077)


def _disk(folder: Path) -> tuple[State, str, str]:
    there = next(one for one in (folder, *folder.parents) if one.exists())
    free = shutil.disk_usage(there).free
    words = f"{free / 1e9:.1f} GB free" if free >= 1e9 else f"{free / 1e6:.0f} MB free"
    if free >= _LITTLE_FREE:
        return State.OK, words, ""
    return (State.FAULT if free < _LEAST_FREE else State.NOTICE), f"{words}.", "Make room: a full disk refuses sets."


def _place(folder: Path) -> tuple[State, str, str]:
    """Does it lie where what was written stays as it was written?"""
    words = standing.trouble(folder)
    return (State.NOTICE, words, _MOVE) if words else (State.OK, "on a disk of this machine", "")


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
