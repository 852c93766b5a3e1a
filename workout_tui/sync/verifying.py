"""Verify: read the sheet, read the log, and tell every difference. Nothing is written on either side."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from workout_tui import config
from workout_tui.errors import NeedsUser, NotFound, SyncProblem
from workout_tui.lock import Lock
from workout_tui.model.session import Status
from workout_tui.store import bases, lifters, outbox, session_reads, sessions, sheets
from workout_tui.sync import columns, comparing, gathering, key, plan
from workout_tui.sync.comparing import Expected
from workout_tui.sync.sheet import Area, CallFailed, read_values

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from workout_tui.store.connection import Store
    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.comparing import Report
    from workout_tui.sync.connecting import Desk

_AT_ONCE = 50
"""sessions read at once"""


def verify(desk: Desk, lifter_uid: str) -> Report:
    """Compare a lifter's log with their sheet.

    Raises:
        NotFound: no sheet is connected.
        SyncProblem: it cannot be read, or is being written just now.
        StoreUnavailable: the log cannot be read.
    """
    row = sheets.of_lifter(desk.store, lifter_uid)
    if row is None:
        raise NotFound("No sheet is connected.", "“workout connect” connects one.")
    lock = Lock(desk.paths.sync_lock, desk.clock)
    if not lock.acquire():  # in the middle of a push the two cannot be equal
        raise SyncProblem("The sheet is being written just now.", "Try again in a minute.")
    try:
        lines = read_tab(desk, lifter_uid, row, Area(row.tab))
        layout = columns.find(lines[0] if lines else ())
        with desk.store.read():
            expected = _expected(desk.store, row)
    finally:
        lock.release()
    return comparing.compare(expected, lines, layout)


def read_tab(desk: Desk, lifter_uid: str, row: SheetRow, area: Area) -> list[list[Any]]:
    """The values of an area of the spreadsheet, row by row.

    Raises:
        SyncProblem: it cannot be read.
    """
    the_key = key.kept(desk.paths, lifter_uid)
    if the_key is None:
        raise NeedsUser("The key is not here.", "“workout connect” puts one.")
    areas = [area]
    try:
        with closing(desk.open_sheet(the_key, row.spreadsheet_id, config.api_root(desk.config))) as sheet:
            return read_values(sheet.values(areas), areas)[0][1]
    except CallFailed as failed:
        raise failed.problem from failed


def _expected(store: Store, row: SheetRow) -> dict[str, Expected]:
    """What the sheet should say of every set that it has or should have."""
    lifter = lifters.name(store, row.profile_id)
    every = sessions.all_ids(store, row.profile_id)
    due = {one.session_id for one in outbox.due(store, row.id)}
    found: dict[str, Expected] = {}
    for first in range(0, len(every), _AT_ONCE):
        found |= _of_sessions(store, row, every[first : first + _AT_ONCE], lifter, due)
    return found


def _of_sessions(store: Store, row: SheetRow, ids: Sequence[int], lifter: str, due: set[int]) -> dict[str, Expected]:
    known: dict[int, dict[str, plan.Base]] = {}
    for one in bases.of_sessions(store, row.id, ids):
        known.setdefault(one.session_id, {})[one.set_uid] = gathering.base(one)
    found: dict[str, Expected] = {}
    for session_id, session in zip(ids, session_reads.several(store, ids), strict=True):
        sent = known.get(session_id, {})
        if session.status is Status.ACTIVE:  # what was sent of it and was removed since waits till it is finished
            found |= {uid: Expected(base.cells, required=False, waiting=True) for uid, base in sent.items()}
        for wish in plan.wishes(session, lifter, sent):
            found[wish.uid] = Expected(wish.cells, required=wish.is_new, waiting=session_id in due)
    return found
