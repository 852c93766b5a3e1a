"""Verify: read the sheet, read the log, and tell every difference. Nothing is written on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.session import Status
from workout_tui.store import lifters, outbox, session_reads, sessions
from workout_tui.sync import columns, comparing, gathering, looking, plan
from workout_tui.sync.comparing import Expected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.store.connection import Store
    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.comparing import Report
    from workout_tui.sync.connecting import Desk


def verify(desk: Desk, lifter_uid: str) -> Report:
    """Compare a lifter's log with their sheet.

    Raises:
        NotFound: no sheet is connected.
        SyncProblem: it cannot be read, or is being written just now.
        StoreUnavailable: the log cannot be read.
    """
    with looking.alone(desk, lifter_uid) as row:  # in the middle of a push the two cannot be equal
        lines = looking.tab(desk, lifter_uid, row)
        layout = columns.find(lines[0] if lines else ())
        with desk.store.read():
            expected = _expected(desk.store, row)
    return comparing.compare(expected, lines, layout)


def _expected(store: Store, row: SheetRow) -> dict[str, Expected]:
    """What the sheet should say of every set that it has or should have."""
    lifter = lifters.name(store, row.profile_id)
    due = {one.session_id for one in outbox.due(store, row.id)}
    found: dict[str, Expected] = {}
    for part in gathering.in_parts(sessions.all_ids(store, row.profile_id)):
        found |= _of_sessions(store, row, part, lifter, due)
    return found


def _of_sessions(store: Store, row: SheetRow, ids: Sequence[int], lifter: str, due: set[int]) -> dict[str, Expected]:
    known = gathering.sent(store, row.id, ids)
    found: dict[str, Expected] = {}
    for session_id, session in zip(ids, session_reads.several(store, ids), strict=True):
        sent = known.get(session_id, {})
        if session.status is Status.DISCARDED and not sent and session_id not in due:
            continue  # the sheet was never told of it, or it was pulled and taken back: what stands there is not here
        if session.status is Status.ACTIVE:  # what was sent of it and was removed since waits till it is finished
            found |= {uid: Expected(base.cells, required=False, waiting=True) for uid, base in sent.items()}
        for wish in plan.wishes(session, lifter, sent):
            found[wish.uid] = Expected(wish.cells, required=wish.is_new, waiting=session_id in due)
    return found
