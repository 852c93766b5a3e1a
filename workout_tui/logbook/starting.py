"""How a session begins: its plan is written at once, so that nothing of a running session lives only in memory."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.errors import DuplicateSession, NotFound
from workout_tui.logbook import finding
from workout_tui.logbook.log_ids import LogId
from workout_tui.logbook.planning import write_targets
from workout_tui.logbook.upcoming import Planned, planned_exercises
from workout_tui.model.session import Session, Status
from workout_tui.store import blocks, exercises, plans, session_reads, sessions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.plan import Template, TemplateExercise


def local_day(at: int, utc_offset_min: int, day_start: int) -> date:
    """The lifter's date at a moment: a session past midnight belongs to the day that began at the day-start hour."""
    local = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=at, minutes=utc_offset_min, hours=-day_start)
    return local.date()


def start(
    desk: Desk, template_uid: str | None, *, session_uid: str, plan: Sequence[TemplateExercise] | None = None
) -> Session:
    """Begin a session of a template; None is the empty workout. `plan` stands in for what the template asks today.

    A repeated call with the same `session_uid` gives the session it began. While a session of this
    template runs, that one is given. Otherwise a new one begins, also the second of the day.

    Raises:
        DuplicateSession: a session of another template is running.
        NotFound: no such template.
    """
    with desk.act("start") as deed:
        session = _existing(deed, template_uid, session_uid) or _begun(deed, template_uid, session_uid, plan)
    return taken_up(deed, session)


def taken_up(deed: Deed, session: Session) -> Session:
    """Remember a session that runs, once its act is committed."""
    if session.status is Status.ACTIVE:
        deed.desk.log_ids.put(session.slot, LogId(deed.session_id, session.uid))
        deed.desk.now_in(session.uid)
    return session


def refuse_second(deed: Deed, but: str = "") -> None:
    """Refuse to go on while another session than `but` runs.

    Raises:
        DuplicateSession: naming the one that runs.
    """
    running = sessions.running(deed.store, deed.profile_id)
    if running is not None and running.uid != but:
        other = session_reads.whole(deed.store, running.id)
        raise DuplicateSession(
            f"“{other.title}” is still open.", "Resume it, or finish it first.", session_uid=running.uid
        )


def begin(
    deed: Deed,
    template_id: int,
    template: Template,
    session_uid: str,
    occurrence: int | None = None,
    *,
    as_done: tuple[str, Sequence[Planned]] | None = None,
) -> Session:
    """Write a new running session with its plan.

    Args:
        deed: the act that is running.
        template_id: the id of the template's row.
        template: what it is a session of.
        session_uid: its identity.
        occurrence: the number it had, if that is still free.
        as_done: another title and another plan than the template's.
    """
    at = deed.now
    planned = as_done or (template.name, planned_exercises(deed.store, deed.profile_id, template_id, template))
    when = When(at, deed.desk.clock.utc_offset_min(at))
    return write_session(deed, (template_id, template), session_uid, when, planned, occurrence=occurrence or 0)


class When(NamedTuple):
    """When a session is."""

    started_at: int
    """UTC milliseconds, as is its end"""
    utc_offset_min: int
    ended_at: int | None = None
    """None: it runs"""


def write_session(
    deed: Deed,
    found: tuple[int, Template],
    session_uid: str,
    when: When,
    planned: tuple[str, Sequence[Planned]],
    *,
    occurrence: int = 0,
) -> Session:
    """Write a new session of a template, `planned` by a title and its exercises; completed when it has an end."""
    (template_id, template), (title, lines) = found, planned
    free = sessions.next_occurrence(deed.store, deed.profile_id, template_id)
    weighed_before = None if when.ended_at is None else when.started_at
    session_id = sessions.insert(
        deed.store,
        uid=session_uid,
        profile_id=deed.profile_id,
        template_id=template_id,
        occurrence=max(free, occurrence),
        title=title,
        local_date=local_day(when.started_at, when.utc_offset_min, deed.lifter.day_start).isoformat(),
        started_at=when.started_at,
        utc_offset_min=when.utc_offset_min,
        ended_at=when.ended_at,
        template_revision=template.revision,
        at=deed.now,
        bodyweight=sessions.last_bodyweight(deed.store, deed.profile_id, weighed_before),
    )
    deed.concerns(session_id)
    write_plan(deed, session_id, lines)
    return deed.session()


def write_plan(deed: Deed, session_id: int, lines: Sequence[Planned]) -> None:
    """Write the exercises of a session that has none yet, with a target for each set."""
    for line in lines:
        exercise_id, _ = deed.find_exercise(line.exercise.uid)
        setting = exercises.settings(deed.store, deed.profile_id, exercise_id)
        block_id = blocks.insert(
            deed.store,
            uid=deed.new_uid(),
            session_id=session_id,
            exercise_id=exercise_id,
            rest_s=setting.rest_s if line.rest_s is None else line.rest_s,
            superset=line.superset,
            step=line.step,
            note=line.note,
        )
        write_targets(deed, block_id, 1, line.targets)


def find_template(deed: Deed, template_uid: str | None) -> tuple[int, Template]:
    """A template and the id of its row; None is that of the empty workout.

    Raises:
        NotFound: there is none of this uid.
    """
    wanted = template_uid or plans.reserved(deed.store, deed.profile_id)
    return finding.template(deed.store, deed.profile_id, wanted)


def known_already(deed: Deed, session_uid: str) -> sessions.Found | None:
    """The lifter's session of this uid: what is begun with it was begun before.

    Raises:
        NotFound: it is another lifter's.
    """
    mine = sessions.of_uid(deed.store, deed.profile_id, session_uid)
    if mine is None and sessions.known(deed.store, session_uid):
        raise NotFound("This workout belongs to another lifter.", "Start a new one.", session=session_uid)
    return mine


def _existing(deed: Deed, template_uid: str | None, session_uid: str) -> Session | None:
    mine = known_already(deed, session_uid)
    running = mine or sessions.running(deed.store, deed.profile_id)
    if running is None:
        return None
    wanted = template_uid or plans.reserved(deed.store, deed.profile_id)
    if mine is None and sessions.template_of(deed.store, running.id) != wanted:
        refuse_second(deed)
    deed.concerns(running.id)
    return deed.session()


def _begun(deed: Deed, template_uid: str | None, session_uid: str, plan: Sequence[TemplateExercise] | None) -> Session:
    found = find_template(deed, template_uid)
    if plan is None:
        return begin(deed, *found, session_uid)
    lines = [Planned(one.exercise, one.targets, one.rest_s, one.superset, one.step, one.note) for one in plan]
    return begin(deed, *found, session_uid, as_done=(found[1].name, lines))
