"""A look at a lifter's sheet that somebody asked for: one tab, read whole. Nothing is tried again by itself."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from workout_tui import config
from workout_tui.errors import NeedsUser, NotFound, SyncProblem
from workout_tui.lock import Lock
from workout_tui.store import sheets
from workout_tui.sync import key
from workout_tui.sync.sheet import Area, CallFailed, read_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.connecting import Desk
    from workout_tui.sync.sheet import Sheet


def connected(desk: Desk, lifter_uid: str) -> SheetRow:
    """The sheet the lifter is connected to.

    Raises:
        NotFound: there is none.
    """
    row = sheets.of_lifter(desk.store, lifter_uid)
    if row is None:
        raise NotFound("No sheet is connected.", "“workout connect” connects one.")
    return row


@contextmanager
def alone(desk: Desk, lifter_uid: str) -> Iterator[SheetRow]:
    """The lifter's sheet, while nobody else reads or writes it for this log.

    Raises:
        NotFound: no sheet is connected.
        SyncProblem: it is being written just now.
    """
    row = connected(desk, lifter_uid)
    lock = Lock(desk.paths.sync_lock, desk.clock)
    if not lock.acquire():
        raise SyncProblem("The sheet is being written just now.", "Try again in a minute.")
    try:
        yield row
    finally:
        lock.release()


def tab(desk: Desk, lifter_uid: str, row: SheetRow, which: Callable[[Sheet], int] | None = None) -> list[list[Any]]:
    """The values of a tab, row by row.

    Args:
        desk: with what it is read.
        lifter_uid: whose key opens it.
        row: the sheet.
        which: finds the tab in the spreadsheet; without it the log's.

    Raises:
        SyncProblem: it cannot be read.
    """
    the_key = key.kept(desk.paths, lifter_uid)
    if the_key is None:
        raise NeedsUser("The key is not here.", "“workout connect” puts one.")
    try:
        with closing(desk.open_sheet(the_key, row.spreadsheet_id, config.api_root(desk.config))) as sheet:
            areas = [Area(row.tab if which is None else which(sheet))]
            return read_values(sheet.values(areas), areas)[0][1]
    except CallFailed as failed:
        raise failed.told_once() from failed
