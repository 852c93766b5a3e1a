"""Connecting beside the interface: each step is told by a message as it is done; the keys never wait for Google."""

from __future__ import annotations

import threading
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from textual.message import Message

from workout_tui.errors import InvalidEntry, WorkoutError
from workout_tui.store.connection import Store
from workout_tui.sync import connecting, key
from workout_tui.sync.connecting import Step
from workout_tui.ui.bring.files import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.message_pump import MessagePump

    from workout_tui.sync.key import Key
    from workout_tui.ui.app import WorkoutApp

MOST = 9
"""keys that are offered: as many as there are digits"""
_LOOKED_AT = 60
"""files that are opened to see whether they are keys"""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A file that is a key."""

    path: Path
    key: Key


class Stepped(Message):
    """A step was done, or failed; None: that was the last."""

    def __init__(self, step: Step | None) -> None:
        super().__init__()
        self.step = step


class KeysFound(Message):
    """The keys that lie where browsers put them."""

    def __init__(self, found: tuple[KeyFile, ...]) -> None:
        super().__init__()
        self.found = found


def start(app: WorkoutApp, the_key: Key, spreadsheet_id: str, to: MessagePump) -> None:
    """Begin to connect the lifter in front."""
    paths, config, clock, lifter_uid = app.parts.paths, app.config, app.clock, app.logbook.lifter.uid

    def run() -> None:
        try:
            with closing(Store(paths.database, create=False)) as store:
                desk = connecting.Desk(store, paths, config, clock)
                for step in connecting.connect(desk, lifter_uid, the_key, spreadsheet_id):
                    to.post_message(Stepped(step))
        except WorkoutError as error:
            to.post_message(Stepped(Step(done=False, words=error.message, fix=error.fix)))
        to.post_message(Stepped(None))

    threading.Thread(target=run, name="connect", daemon=True).start()


def look_for_keys(to: MessagePump) -> None:
    """Begin to look for keys in the folders where downloads end up."""

    def run() -> None:
        to.post_message(KeysFound(tuple(keys_in(Path.home() / name for name in FOLDERS))))

    threading.Thread(target=run, name="keys", daemon=True).start()


def keys_in(folders: Iterable[Path]) -> Iterator[KeyFile]:
    """The newest keys in these folders."""
    files = sorted((one for folder in folders for one in _json_files(folder)), reverse=True)
    found = 0
    for _, path in files[:_LOOKED_AT]:
        try:
            the_key = key.read(path)
        except InvalidEntry:
            continue  # any other JSON file
        yield KeyFile(path, the_key)
        found += 1
        if found == MOST:
            return


def _json_files(folder: Path) -> Iterator[tuple[float, Path]]:
    try:
        paths = list(folder.glob("*.json"))
    except OSError:
        return  # no such folder, or none of ours
    for path in paths:
        with suppress(OSError):  # a link that leads nowhere, a file that is gone again
            stat = path.stat()
            if S_ISREG(stat.st_mode):
                yield stat.st_mtime, path


def kept(app: WorkoutApp) -> Key | None:
    """The key that is kept for the lifter in front; None when there is none that can be used."""
    try:
        return key.kept(app.parts.paths, app.logbook.lifter.uid)
    except WorkoutError as error:
        app.parts.log.failure("connect", error)
        return None


def disconnect(app: WorkoutApp) -> bool:
    """Leave the sheet of the lifter in front and forget the key; whether there was one.

    Raises:
        WorkoutError: it stays as it was.
    """
    desk = connecting.Desk(app.file.store, app.parts.paths, app.config, app.clock)
    return connecting.disconnect(desk, app.logbook.lifter.uid)
