"""What imports remember, carried with a whole log: a later export of the same program finds its workouts there.

Whether a workout was changed before it was carried is not known any more, so all count as changed: taking the
import back leaves them, unless everything is to go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.alignment import Row
from workout_tui.model.intake import ImportSource
from workout_tui.store import import_memory, imports, sessions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.logbook.desk import Deed
    from workout_tui.model.whole import CarriedImport, CarriedSession


def take_in(deed: Deed, carried: Sequence[CarriedImport]) -> None:
    """Remember imports as the log did that they are carried from; what is remembered here stays as it is."""
    missing = [(one, session, _missing(deed, one, session)) for one in carried for session in one.sessions]
    found = [(one, session, session_id) for one, session, session_id in missing if session_id is not None]
    needed = {added.import_uid or one.uid for one, session, _ in found for added in session.sets}
    needed |= {one.uid for one, _, _ in found}
    batches = {one.uid: _batch(deed, one) for one in carried if one.uid in needed}
    for one, session, session_id in found:
        _remember(deed, one, session, session_id, batches)


def _missing(deed: Deed, one: CarriedImport, session: CarriedSession) -> int | None:
    """The id of a session of which nothing is remembered here yet; None: something is, or it is not here."""
    found = sessions.of_uid(deed.store, deed.profile_id, session.session_uid)
    if found is None:
        return None
    is_free = import_memory.is_free(deed.store, deed.profile_id, one.format, session.key, found.id)
    return found.id if is_free else None


def _batch(deed: Deed, one: CarriedImport) -> int:
    """The id of an import's row; where another lifter has brought the same log, of one with a uid of its own."""
    known = import_memory.batch(deed.store, one.uid)
    if known is not None and known[1] == deed.profile_id:
        return known[0]
    uid = one.uid if known is None else deed.new_uid()
    source = ImportSource(one.format, one.file_name, one.sha256)
    return imports.add_batch(deed.store, deed.profile_id, uid, source, one.at)


def _remember(
    deed: Deed, one: CarriedImport, session: CarriedSession, session_id: int, batches: dict[str, int]
) -> None:
    store, here = deed.store, batches[one.uid]
    note_id = imports.add_session(store, deed.profile_id, one.format, session.key, batch_id=here, session_id=session_id)
    free = [came for came in session.sets if not import_memory.has_set(store, came.set_uid)]
    for ordinal, came in enumerate(free, start=1):
        batch_id = batches.get(came.import_uid, here)
        row = Row(came.exercise, imports.image(came.was))
        imports.add_set(store, note_id, ordinal, batch_id=batch_id, set_uid=came.set_uid, row=row)
