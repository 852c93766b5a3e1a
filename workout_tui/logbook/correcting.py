"""Putting right what stands in a workout that is over, without running over what was changed elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry, StaleSession
from workout_tui.logbook.performing import known_sets, write_sets
from workout_tui.logbook.running import write_times
from workout_tui.model.facts import Facts
from workout_tui.model.session import PerformedSet, Session, Status
from workout_tui.store import sessions, sets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.logbook.performing import NewSet, Place
    from workout_tui.model.session import SessionExercise, SetValues


def log_past_sets(desk: Desk, session_uid: str, place: Place, new: Sequence[NewSet]) -> Session:
    """Add sets to a session that is over. They were done when the set before them was.

    Raises:
        NotFound: there is no such session, or a uid belongs to another lifter.
        InvalidEntry: it still runs, there is no set, or the log refused its values.
    """
    if not new:
        raise InvalidEntry("There is no set to log.", "Type one.", field="sets")
    with desk.act("log sets") as deed:
        found = deed.find_session(session_uid)
        if found.status is Status.ACTIVE:
            raise InvalidEntry("This workout is running.", "Go to it, and log there.", field="status")
        strays = [one for one in known_sets(deed, new).values() if one.session_id != found.id]
        if strays:
            raise InvalidEntry("This set is in another workout.", "Log it as a new one.", field="sets")
        write_sets(deed, found.id, place, new, _moment(deed.session(), place.session_exercise_uid))
        return deed.session()


def correct_set(desk: Desk, set_uid: str, values: SetValues, was: SetValues) -> Session:
    """Correct a set that was read as `was`; its place and time stay.

    Raises:
        StaleSession: it was changed elsewhere since; both sides are in it.
        NotFound: there is no such set any more.
    """
    with desk.act("edit set") as deed:
        found = deed.find_set(set_uid)
        session = deed.session()
        stands = next(one for block in session.exercises for one in block.performed if one.uid == set_uid)
        if stands.values not in {was, values}:
            mine = _with_set(session, replace(stands, values=values))
            raise _stale("This set", mine, session)
        sets.put(deed.store, found.block_id, PerformedSet(set_uid, found.n, values, deed.now))
        return deed.session()


def amend(desk: Desk, session_uid: str, facts: Facts, was: Facts | None) -> Session:
    """Correct name, times and bodyweight of a session. What was changed elsewhere, and not here, stays.

    Args:
        desk: whose log.
        session_uid: which session.
        facts: as they shall be.
        was: as they were read; None: whatever stands is replaced.

    Raises:
        StaleSession: one of them was changed here and elsewhere; both sides are in it.
        InvalidEntry: it has no name, or its times contradict each other or lie ahead.
    """
    with desk.act("edit session") as deed:
        deed.find_session(session_uid)
        session = deed.session()
        stands = Facts.of(session)
        before = was or stands
        if facts.clashes(before, stands):
            raise _stale(f"“{session.title}”", facts.on(session), session)
        wanted = facts.merged(before, stands)
        _refuse(wanted, deed)
        sessions.set_title(deed.store, deed.session_id, wanted.title.strip())
        sessions.set_bodyweight(deed.store, deed.session_id, wanted.bodyweight)
        write_times(deed, wanted.started_at, wanted.ended_at, wanted.utc_offset_min)
        return deed.session()


def _stale(what: str, mine: Session, theirs: Session) -> StaleSession:
    return StaleSession(
        f"{what} was changed elsewhere since you saw it. Nothing was saved.",
        "Keep what stands there, or what you typed.",
        mine=mine,
        theirs=theirs,
    )


def _refuse(facts: Facts, deed: Deed) -> None:
    if not facts.title.strip():
        raise InvalidEntry("A workout needs a name.", "Type one.", field="title")
    if facts.bodyweight is not None and facts.bodyweight.milli <= 0:
        raise InvalidEntry("A bodyweight is more than nothing.", "Type it as 82.5.", field="bodyweight")
    if facts.started_at > deed.now:
        raise InvalidEntry("That time is still to come.", "Check the date and both times.", field="started_at")


def _with_set(session: Session, one: PerformedSet) -> Session:
    def changed(block: SessionExercise) -> SessionExercise:
        return replace(block, performed=tuple(one if other.uid == one.uid else other for other in block.performed))

    return replace(session, exercises=tuple(changed(block) for block in session.exercises))


def _moment(session: Session, block_uid: str) -> int:
    """When a set that is added to a block was done, as far as can be told: with the one before it."""
    at = session.started_at
    for block in session.exercises:
        at = max([at, *(one.at for one in block.performed)])
        if block.uid == block_uid:
            break
    return at if session.ended_at is None else min(at, session.ended_at)
