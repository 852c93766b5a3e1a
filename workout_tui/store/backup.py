"""Backups: whole, checked, and rotated only once a new one is known to be good.

A backup is one file without a write-ahead log, named after the moment it was made in UTC, so that
the order of names is the order of time. Files with other names are never touched.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.errors import StoreDamaged, StoreUnavailable
from workout_tui.store import health, migrations
from workout_tui.store.exchange import BESIDE, exchange, sync
from workout_tui.store.problems import Doing, on_disk, translated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

KEPT = 7
"""So many of the newest are kept, and the last one of every month."""

_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"workout-(\d{8}-\d{6})\.db")
_PART = re.compile(r"workout-(\d{8}-\d{6})\.db\.part(-wal|-shm|-journal)?")
_HOUR_MS = 3_600_000

Sums = dict[str, tuple[int, ...]]


class Backup(NamedTuple):
    """One backup."""

    path: Path
    at: int
    """when it was made, UTC milliseconds"""


def back_up(path: Path, folder: Path, *, at: int) -> Backup:
    """Copy a log into a folder, prove the copy, and only then let go of backups that are not kept any more.

    It uses a connection of its own: any thread may call it, and nobody who writes meanwhile has to wait.

    Args:
        path: the log.
        folder: where backups lie; it must exist.
        at: now, UTC milliseconds.

    Raises:
        StoreDamaged: the log has faults; older backups stay as they are.
        StoreUnavailable: or one of its kinds: it cannot be read, or the copy cannot be written.
    """
    with on_disk(Doing.BACKING_UP):
        _sweep(folder, at)
        target, made = _free(folder, "workout-{}.db", at)
        _make(path, target)
        for old in _superfluous(backups(folder)):
            old.path.unlink(missing_ok=True)
    return Backup(target, made)


def copy(path: Path, target: Path) -> None:
    """Copy a log into one file to be carried elsewhere, and prove the copy; the file must not exist.

    Raises:
        StoreDamaged: the log has faults.
        StoreUnavailable: or one of its kinds: it cannot be read, or the copy cannot be written.
    """
    with on_disk(Doing.BACKING_UP):
        _make(path, target)


def _make(path: Path, target: Path) -> None:
    """Copy under another name first: what has the right one is whole."""
    part = target.with_name(f"{target.name}.part")
    try:
        _copy(path, part, Doing.BACKING_UP)
        part.rename(target)
    except BaseException:
        _remove(part)
        raise
    sync(target.parent)


def backups(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first, not looked into; none where there is no folder.

    Raises:
        StoreUnavailable: the folder cannot be read.
    """
    with on_disk(Doing.LOOKING_FOR_BACKUPS):
        try:
            files = [one for one in folder.iterdir() if one.is_file() and not one.is_symlink()]
        except FileNotFoundError:
            return []
    found = [Backup(one, at) for one in files if (at := _moment(_NAME, one.name)) is not None]
    return sorted(found, key=lambda one: -one.at)


def newest(folder: Path) -> Backup | None:
    """The newest backup that is sound and that this program can read; None when there is none.

    Raises:
        StoreUnavailable: the folder cannot be read.
    """
    return next((one for one in backups(folder) if _sound(one.path)), None)


def restore(backup: Path, path: Path, *, at: int, busy_s: float = 5.0) -> Path | None:
    """Put a backup in the place of a log; the file that was there is set aside under a new name.

    The caller holds the lock of the folder, and no connection to either file. At every moment the old log
    or the restored one stands whole under the log's name: if the program is killed meanwhile, nothing was
    lost and it can be done again.

    Args:
        backup: the backup, or any other sound log.
        path: the log to be replaced; it may be missing.
        at: now, UTC milliseconds.
        busy_s: how long to wait, in seconds, for whoever still has the old log open.

    Returns:
        Where the old file is now, None when there was none.

    Raises:
        StoreDamaged: the backup itself has faults.
        StoreTooNew: a newer program wrote it.
        StoreUnavailable: nothing was replaced; StoreBusy when somebody still has the old log open.
    """
    with translated(Doing.RESTORING), on_disk(Doing.RESTORING):
        migrations.refuse_untouched(backup)
        part = path.with_name(f"{path.name}.part")
        _remove(part)
        try:
            _copy(backup, part, Doing.RESTORING)
            aside, _ = _free(path.parent, f"{path.stem}-before-{{}}{path.suffix}", at)
            was_there = exchange(part, path, aside, busy_s=busy_s)
        except BaseException:
            _remove(part)
            raise
        return aside if was_there else None


def _copy(source: Path, part: Path, doing: Doing) -> None:
    """Copy a log into one plain file, synced, and prove that the copy holds what the log held.

    Source and sums are read in one transaction, so what others write meanwhile belongs to neither.
    """
    _remove(part)
    with (
        translated(doing),
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)) as old,
        closing(sqlite3.connect(part, isolation_level=None)) as new,
    ):
        old.execute("PRAGMA wal_autocheckpoint = 0")
        old.execute("BEGIN")
        expected = _sums(old)
        old.backup(new)
        old.execute("ROLLBACK")
        new.execute("PRAGMA journal_mode = DELETE")  # a copy must not need files beside it
        found = health.faults(new)
        if found:
            fix = (
                "Choose another backup."
                if doing is Doing.RESTORING
                else "Keep the file, and restore the newest backup."
            )
            raise StoreDamaged(f"{doing}: the file has faults ({found[0]}).", fix)
        if _sums(new) != expected:
            raise StoreUnavailable(f"{doing}: the copy is not what was copied.", "Check the disk, and try again.")
    sync(part)


def _sums(connection: sqlite3.Connection) -> Sums:
    """What a log holds, in a few numbers a table: rows, the sum of each number, the length of each text."""
    header = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    sums: Sums = {"": tuple(header)}
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '_*'").fetchall()
    for (table,) in tables:
        columns = connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
        # Low halves only: the moments of a few million rows are more than a number holds.
        parts = [
            f'sum("{name}" & 4294967295)' if kind == "INTEGER" else f'sum(length("{name}"))' for name, kind in columns
        ]
        sums[table] = tuple(connection.execute(f'SELECT count(*), {", ".join(parts)} FROM "{table}"').fetchone())
    return sums


def _sound(path: Path) -> bool:
    try:
        migrations.refuse_untouched(path)
        return not health.quick_check(path)
    except (StoreUnavailable, sqlite3.DatabaseError):
        return False


def _superfluous(newest_first: Sequence[Backup]) -> list[Backup]:
    months: set[str] = set()
    superfluous = []
    for place, one in enumerate(newest_first):
        month = one.path.name[: len("workout-YYYYMM")]
        if place >= KEPT and month in months:
            superfluous.append(one)
        months.add(month)
    return superfluous


def _sweep(folder: Path, at: int) -> None:
    """Remove what a backup that was killed left behind; one that is young may still be at work."""
    for one in folder.iterdir():
        made = _moment(_PART, one.name)
        if made is not None and made < at - _HOUR_MS:
            one.unlink(missing_ok=True)


def _free(folder: Path, name: str, at: int) -> tuple[Path, int]:
    """A file that is not there yet, named after now or the next second that is free, and that moment."""
    at -= at % 1000
    while (target := folder / name.format(datetime.fromtimestamp(at / 1000, UTC).strftime(_STAMP))).exists():
        at += 1000
    return target, at


def _moment(pattern: re.Pattern[str], name: str) -> int | None:
    """When a file was made by its name, UTC milliseconds; None when the name is none of ours."""
    match = pattern.fullmatch(name)
    try:
        return int(datetime.strptime(f"{match[1]}+0000", f"{_STAMP}%z").timestamp() * 1000) if match else None
    except ValueError:  # digits that are no date
        return None


def _remove(part: Path) -> None:
    for ending in ("", *BESIDE):
        part.with_name(part.name + ending).unlink(missing_ok=True)
