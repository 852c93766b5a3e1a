"""Sessions that begin otherwise than by a template today: as a past one was done, or on a day gone by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.logbook.starting import (
    When,
    begin,
    find_template,
    known_already,
    refuse_second,
    taken_up,
    write_session,
)
from workout_tui.logbook.upcoming import Planned, planned_exercises
from workout_tui.model.plan import Target
from workout_tui.store import plans, session_reads

if TYPE_CHECKING:
    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.session import Session, SessionExercise


def start_again(desk: Desk, past_uid: str, *, session_uid: str) -> Session:
    """Begin a session with the exercises of a past one, each set asking for what was done in it.

    It is a session of the same template. A repeated call with the same `session_uid` gives the session it began.

    Raises:
        DuplicateSession: another session is running.
        NotFound: there is no such session.
        InvalidEntry: nothing was done in it.
    """
    with desk.act("start") as deed:
        past = session_reads.whole(deed.store, deed.find_session(past_uid).id)
        mine = known_already(deed, session_uid)
        if mine is not None:
            deed.concerns(mine.id)
            session = deed.session()
        else:
            session = _begun(deed, past, session_uid)
    return taken_up(deed, session)


def add_past(desk: Desk, template_uid: str | None, *, session_uid: str, when: tuple[int, int, int | None]) -> Session:
    """Add a workout of a day gone by. It is completed; its plan has no loads: those of its day are suggested.

    Args:
        desk: whose log.
        template_uid: what it is a session of; None: the empty workout.
        session_uid: its identity: a repeated call gives the session it added.
        when: start and end in UTC milliseconds, and the minutes east of UTC; None: as here at that time.

    Raises:
        NotFound: there is no such template.
        InvalidEntry: it would end before it began, or is still to come.
    """
    started_at, ended_at, offset = when
    with desk.act("add past workout") as deed:
        mine = known_already(deed, session_uid)
        if mine is not None:
            deed.concerns(mine.id)
            return deed.session()
        _refuse_times(started_at, ended_at, deed.now)
        offset = desk.clock.utc_offset_min(started_at) if offset is None else offset
        template_id, template = found = find_template(deed, template_uid)
        lines = planned_exercises(deed.store, deed.profile_id, template_id, template)
        planned = (template.name, [_without_loads(line) for line in lines])
        return write_session(deed, found, session_uid, When(started_at, offset, ended_at), planned)


def _refuse_times(started_at: int, ended_at: int, now: int) -> None:
    if ended_at < started_at:
        raise InvalidEntry("The workout would end before it began.", "Check both times.", field="ended_at")
    if ended_at > now:
        raise InvalidEntry("That time is still to come.", "Check the date and both times.", field="ended_at")


def _begun(deed: Deed, past: Session, session_uid: str) -> Session:
    refuse_second(deed)
    template = plans.of_session(deed.store, deed.profile_id, deed.session_id)
    lines = [_as_done(block) for block in past.exercises if block.performed]
    if not lines:
        raise InvalidEntry("Nothing was done in this workout.", "Choose another one.", field="sets")
    return begin(deed, *template, session_uid, as_done=(past.title, lines))


def _as_done(block: SessionExercise) -> Planned:
    done = sorted(block.performed, key=lambda one: one.n)
    return Planned(
        exercise=block.exercise,
        targets=tuple(Target.of(one.values) for one in done),
        rest_s=block.rest_s,
        superset=block.superset,
        step=block.step,
    )


def _without_loads(line: Planned) -> Planned:
    return line._replace(targets=tuple(replace(target, load=None) for target in line.targets))
