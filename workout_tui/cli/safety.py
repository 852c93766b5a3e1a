"""``workout backup`` and ``workout restore``."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workout_tui.cli.opening import existing
from workout_tui.cli.options import add_json, command, file
from workout_tui.cli.output import say, show
from workout_tui.errors import InvalidEntry, StoreBusy

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from workout_tui.paths import Paths

_BACKUP = """\
  workout backup                   into the folder of backups, as after each workout
  workout backup /media/stick/log.db   to carry elsewhere; a file that is there stays as it is
"""
_RESTORE = """\
  workout restore                  list the backups
  workout restore FILE             put it in the place of the log; the log that was there is set aside
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    save = command(commands, "backup", _backup, about="make a copy of the log, and prove it", examples=_BACKUP)
    save.add_argument("file", metavar="FILE", type=file, nargs="?", help="where to; the folder of backups without one")
    bring = command(commands, "restore", _restore, about="go back to a backup", examples=_RESTORE)
    bring.add_argument("file", metavar="FILE", type=file, nargs="?", help="the backup, by its path or name")
    add_json(bring)


def _backup(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.clock import SystemClock
    from workout_tui.store import backup
    from workout_tui.store.problems import Doing, on_disk

    database = existing(paths)
    if arguments.file is None:
        paths.make()
        made = backup.back_up(database, paths.backups, at=SystemClock().now()).path
    else:
        with on_disk(Doing.BACKING_UP):
            made = _free_file(arguments.file, database.name)
        backup.copy(database, made)
    say(f"The copy is checked: {made}")
    return 0


def _free_file(wanted: Path, name: str) -> Path:
    target = wanted / name if wanted.is_dir() else wanted
    if target.exists():
        raise InvalidEntry(f"There is a file {target} already.", "Give another name.", field="file")
    return target


def _restore(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.clock import SystemClock
    from workout_tui.lock import Lock
    from workout_tui.store import backup
    from workout_tui.store.problems import Doing, on_disk

    if arguments.file is None:
        return _list(paths, json=arguments.json)
    with on_disk(Doing.RESTORING):
        source = _source(arguments.file, paths)
    clock = SystemClock()
    paths.make()
    lock = Lock(paths.lock, clock)
    if not lock.acquire():
        raise StoreBusy("Nothing was restored: a window of “workout” is open.", "Close it, then try again.")
    try:
        aside = backup.restore(source, paths.database, at=clock.now())
    finally:
        lock.release()
    say(f"Restored from {source}.")
    if aside is not None:
        say(f"The log that was there is {aside}.")
    return 0


def _source(file: Path, paths: Paths) -> Path:
    """The file that is meant: a path, or the name of one in the folder of backups."""
    found = next((one for one in (file, paths.backups / file.name) if one.is_file()), None)
    if found is None:
        raise InvalidEntry(f"There is no file {file}.", "“workout restore” lists the backups.", field="file")
    if paths.database.exists() and found.samefile(paths.database):
        raise InvalidEntry("That file is the log itself.", "“workout restore” lists the backups.", field="file")
    return found


def _list(paths: Paths, *, json: bool) -> int:
    from workout_tui.store import backup

    found = backup.backups(paths.backups)
    if json:
        rows = [(str(one.path), datetime.fromtimestamp(one.at / 1000, UTC).isoformat()) for one in found]
        show(("backup", "made"), rows, json=True, nothing="")
    elif found:
        say("\n".join(str(one.path) for one in found))
    else:
        say(f"There is no backup in {paths.backups}.")
    return 0
