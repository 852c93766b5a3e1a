"""The course of a session after its start: notes, rest, finish, discard, and the ways back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.logbook import finding
from workout_tui.logbook.log_ids import LogId
from workout_tui.logbook.starting import local_day, refuse_second
from workout_tui.model.session import Session, Status
from workout_tui.store import metrics, sessions

if TYPE_CHECKING:
    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.load import Load


def finish(desk: Desk, session_uid: str, *, ended_at: int | None = None) -> Session:
    """Complete a session. It ends now, or at `ended_at`, and never before its start or its last set.

    A session that is finished already is given as it stands.

    Raises:
        InvalidEntry: nothing was logged in it, or it was discarded meanwhile.
    """
    with desk.act("finish") as deed:
        found = deed.find_session(session_uid)
        if found.status is Status.DISCARDED:
            raise InvalidEntry("This workout was discarded.", "Take it back first.", field="status")
        if found.status is Status.ACTIVE:
            _refuse_empty(deed, found.id)
            sessions.set_status(deed.store, found.id, Status.COMPLETED, _end(deed, found, ended_at))
        session = deed.session()
    desk.log_ids.forget(session.slot)
    desk.anchors.pop(session.uid, None)
    keep_metrics(desk)
    return session


def reopen(desk: Desk, session_uid: str) -> Session:
    """Keep training: a finished session runs on, the same one.

    Raises:
        DuplicateSession: another session runs.
    """
    with desk.act("reopen") as deed:
        found = deed.find_session(session_uid)
        refuse_second(deed, but=found.uid)
        if found.status is Status.DISCARDED:
            raise InvalidEntry("This workout was discarded.", "Take it back first.", field="status")
        if found.status is Status.COMPLETED:  # a running one keeps its rest timer, and its revision
            sessions.set_status(deed.store, found.id, Status.ACTIVE, None)
        session = deed.session()
    desk.log_ids.put(session.slot, LogId(found.id, found.uid))
    return session


def discard(desk: Desk, session_uid: str) -> Session:
    """Put a session aside: it is kept, but counts to nothing."""
    with desk.act("discard") as deed:
        found = deed.find_session(session_uid)
        if found.status is not Status.DISCARDED:
            _, ended_at, _ = sessions.times(deed.store, found.id)
            ended_at = _end(deed, found, None) if ended_at is None else ended_at
            sessions.set_status(deed.store, found.id, Status.DISCARDED, ended_at)
        session = deed.session()
    desk.log_ids.forget(session.slot)
    return session


def undiscard(desk: Desk, session_uid: str) -> Session:
    """Take a discarded session back, as what it was; a running one comes back finished while another runs.

    When its number was taken meanwhile it gets the next one.
    """
    with desk.act("take back") as deed:
        found = deed.find_session(session_uid)
        if found.status is Status.DISCARDED:
            was = sessions.status_before_discard(deed.store, found.id)
            runs = was is Status.ACTIVE and sessions.running(deed.store, deed.profile_id) is None
            _, ended_at, _ = sessions.times(deed.store, found.id)
            sessions.take_free_occurrence(deed.store, found.id)
            status = Status.ACTIVE if runs else Status.COMPLETED
            sessions.set_status(deed.store, found.id, status, None if runs else ended_at)
        return deed.session()


def note_session(desk: Desk, session_uid: str, text: str) -> Session:
    """Write the session's note."""
    with desk.act("note session") as deed:
        sessions.set_note(deed.store, deed.find_session(session_uid).id, text)
        return deed.session()


def set_bodyweight(desk: Desk, session_uid: str, bodyweight: Load | None) -> Session:
    """Write what the lifter weighed on the day; None: not known."""
    with desk.act("bodyweight") as deed:
        if bodyweight is not None and bodyweight.milli <= 0:
            raise InvalidEntry("A bodyweight is more than nothing.", "Type it as 82.5.", field="bodyweight")
        sessions.set_bodyweight(deed.store, deed.find_session(session_uid).id, bodyweight)
        return deed.session()


def write_times(deed: Deed, started_at: int, ended_at: int | None, utc_offset_min: int) -> None:
    """Write when the session of an act began and ended, if that differs; its date follows.

    Raises:
        InvalidEntry: it would end before it began, or a finished session would have no end.
    """
    stands = deed.session()
    if (ended_at is None) is not (stands.status is Status.ACTIVE):
        raise InvalidEntry("Only a running workout has no end.", "Type when it ended.", field="ended_at")
    if ended_at is not None and ended_at < started_at:
        raise InvalidEntry("The workout would end before it began.", "Check both times.", field="ended_at")
    moved = (stands.started_at, stands.utc_offset_min) != (started_at, utc_offset_min)
    day = local_day(started_at, utc_offset_min, deed.lifter.day_start) if moved else stands.day
    sessions.set_times(
        deed.store,
        deed.session_id,
        local_date=day.isoformat(),
        started_at=started_at,
        utc_offset_min=utc_offset_min,
        ended_at=ended_at,
    )


def rest(desk: Desk, session_uid: str, ends_at: int | None, rest_s: int | None) -> None:
    """Keep the rest timer, so that a crash or a closed lid does not stop it. No act: undo passes it by."""
    with desk.store.write():
        found = finding.session(desk.store, desk.profile_id, session_uid)
        if found.status is Status.ACTIVE:
            sessions.set_rest(desk.store, found.id, ends_at, rest_s)


def keep_metrics(desk: Desk) -> None:
    """Add what was counted to the store, for ``workout doctor``."""
    counts = desk.metrics.unkept()
    if counts:
        with desk.store.write():
            metrics.add(desk.store, counts, desk.clock.now())
        desk.metrics.kept(counts)


def _refuse_empty(deed: Deed, session_id: int) -> None:
    _, _, last_at = sessions.times(deed.store, session_id)
    if last_at is None:
        raise InvalidEntry("Nothing was logged.", "Log a set, or discard the workout.", field="sets")


def _end(deed: Deed, found: sessions.Found, ended_at: int | None) -> int:
    """When a session ends. The wall clock may have been set back since, so it is only one of three witnesses."""
    started_at, _, last_at = sessions.times(deed.store, found.id)
    wanted = deed.desk.now_in(found.uid) if ended_at is None else ended_at
    return max(wanted, last_at or started_at, started_at)
