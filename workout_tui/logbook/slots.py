"""Which session a set goes to: that of its slot.

The remembered id is proven inside the transaction; if it proves stale, the database is asked; if the
session is gone altogether (a backup was restored), it is begun again, so that nothing typed is lost.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from workout_tui.errors import NotFound, StaleSession
from workout_tui.logbook.starting import begin, refuse_second
from workout_tui.model.session import PerformedSet, Session, SessionExercise, Status
from workout_tui.store import blocks, plans, session_reads, sessions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.logbook.desk import Deed
    from workout_tui.logbook.log_ids import LogId
    from workout_tui.logbook.performing import NewSet, Place
    from workout_tui.model.session import Slot


def running_session(deed: Deed, slot: Slot, place: Place, new: Sequence[NewSet]) -> sessions.Found:
    """The session of a slot: remembered and proven, else found, else begun again.

    Raises:
        StaleSession: it was finished or discarded elsewhere; `mine` has the sets in it.
        DuplicateSession: it is gone from the log, and another one runs.
        NotFound: it is gone, and so is its template.
    """
    log_ids = deed.desk.log_ids
    kept = log_ids.get(slot)
    block = blocks.of_uid(deed.store, deed.profile_id, place.session_exercise_uid)
    # The slot of a discarded session may be a new one's by now; a set belongs to the exercise it was typed into.
    if kept is not None and (block is None or block.session_id == kept.id):
        if sessions.proven(deed.store, deed.profile_id, slot, *kept):
            return sessions.Found(*kept, Status.ACTIVE)
        log_ids.cleanup(slot, _why_stale(deed, kept))
    found = sessions.of_id(deed.store, block.session_id) if block else _holder(deed, slot, kept)
    if found is None:
        return _begun_again(deed, slot, kept)
    if found.status is not Status.ACTIVE:
        _refuse_closed(deed, found, place, new)
    return found


def _holder(deed: Deed, slot: Slot, kept: LogId | None) -> sessions.Found | None:
    """The session that has a slot; none when it is a closed one, in a file that no longer knows the one remembered."""
    holder = sessions.in_slot(deed.store, deed.profile_id, slot)
    runs = holder is not None and holder.status is Status.ACTIVE
    restored = kept is not None and not sessions.known(deed.store, kept.uid)
    return None if restored and not runs else holder


def _why_stale(deed: Deed, kept: LogId) -> str:
    holder = sessions.of_id(deed.store, kept.id)
    if holder is None:
        return "gone"
    if holder.uid != kept.uid:
        return "another session's id"
    return "moved" if holder.status is Status.ACTIVE else holder.status.value


def _begun_again(deed: Deed, slot: Slot, kept: LogId | None) -> sessions.Found:
    refuse_second(deed)
    found = plans.find(deed.store, deed.profile_id, slot.template_uid)
    if found is None:
        raise NotFound(
            "This workout and its template are no longer in the log.",
            "Was a backup restored? Start an empty workout and log the set there.",
            template=slot.template_uid,
        )
    uid = kept.uid if kept and not sessions.known(deed.store, kept.uid) else deed.new_uid()
    begin(deed, *found, uid, slot.occurrence)
    deed.desk.metrics.count("session.begun_again")
    return sessions.Found(deed.session_id, uid, Status.ACTIVE)


def _refuse_closed(deed: Deed, found: sessions.Found, place: Place, new: Sequence[NewSet]) -> NoReturn:
    theirs = session_reads.whole(deed.store, found.id)
    ended = "finished" if found.status is Status.COMPLETED else "discarded"
    count = "This set was" if len(new) == 1 else f"These {len(new)} sets were"
    raise StaleSession(
        f"“{theirs.title}” was {ended} elsewhere meanwhile. {count} not saved, and not lost.",
        "Open it again to add what you typed.",
        mine=_with_sets(theirs, place, new, deed.now),
        theirs=theirs,
    )


def _with_sets(theirs: Session, place: Place, new: Sequence[NewSet], at: int) -> Session:
    def grown(block: SessionExercise) -> SessionExercise:
        if block.uid != place.session_exercise_uid:
            return block
        last = max((row.n for row in block.rows), default=0)
        more = tuple(PerformedSet(one.uid, last + n, one.values, at) for n, one in enumerate(new, start=1))
        return replace(block, performed=(*block.performed, *more))

    return replace(theirs, exercises=tuple(grown(block) for block in theirs.exercises))
