"""Undoing an import: what it brought goes, what the lifter changed since stays unless they say otherwise.

Workouts are discarded, as everywhere, never purged; where they came from is forgotten, so that the file can be
brought again. What was pulled from the lifter's sheet stays as it is there: the workouts are another laptop's, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry, NotFound
from workout_tui.model.intake import OF_SHEET, TakenBack
from workout_tui.model.session import Status
from workout_tui.store import blocks, imports, outbox, sessions, sets

if TYPE_CHECKING:
    from workout_tui.logbook.desk import Deed, Desk


def undo_import(desk: Desk, batch_uid: str, *, everything: bool = False) -> TakenBack:
    """Take back an import, in one transaction.

    Args:
        desk: whose log.
        batch_uid: the import.
        everything: also what was changed here since.

    Raises:
        NotFound: there is no such import.
        InvalidEntry: one of its workouts is open again.
    """
    with desk.act("undo import") as deed:
        found = imports.find_batch(deed.store, deed.profile_id, batch_uid)
        if found is None:
            raise NotFound("There is no such import.", "“workout imports” lists them.", batch=batch_uid)
        batch_id, batch = found
        gone, kept = _discard_sessions(deed, batch_id, everything=everything, pulled=batch.format == OF_SHEET)
        removed, stay = _remove_sets(deed, batch_id, everything=everything)
        if imports.is_empty(deed.store, batch_id):
            imports.drop_batch(deed.store, batch_id)
    desk.log_ids.clear()
    return TakenBack(batch, gone, removed, kept, stay)


def _discard_sessions(deed: Deed, batch_id: int, *, everything: bool, pulled: bool) -> tuple[int, int]:
    store = deed.store
    brought = imports.sessions_of(store, batch_id)
    kept = frozenset() if everything else imports.changed_since(store, batch_id)
    for session_id in brought:
        if session_id in kept:
            continue
        found = sessions.of_id(store, session_id)
        if found is not None and found.status is Status.ACTIVE:
            raise InvalidEntry("One of its workouts is open.", "Finish it first.", session=found.uid)
        imports.forget_session(store, session_id)
        if pulled:
            outbox.forget(store, session_id)
        if found is not None and found.status is Status.COMPLETED:
            sessions.set_status(store, session_id, Status.DISCARDED, sessions.times(store, session_id)[1])
    return len(brought) - len(kept), len(kept)


def _remove_sets(deed: Deed, batch_id: int, *, everything: bool) -> tuple[int, int]:
    """Remove the sets it added to workouts that were there before, with the blocks that are empty then."""
    removed = stay = 0
    for one in imports.sets_elsewhere(deed.store, batch_id):
        stand = sets.performed(deed.store, one.set_uid)
        if stand is not None and one.now != one.base and not everything:
            stay += 1
            continue
        imports.forget_set(deed.store, one.id)
        if stand is not None:
            sets.delete(deed.store, stand.id, stand.uid)
            removed += 1
            if not sets.last_place(deed.store, stand.block_id):
                blocks.delete(deed.store, stand.block_id)
    return removed, stay
