"""Home: where the lifter stands today."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from workout_tui.logbook import calendar, finding, suggesting, upcoming
from workout_tui.logbook.alerts import alerts
from workout_tui.logbook.programs import standing
from workout_tui.logbook.recent import look_further, recent_records
from workout_tui.logbook.starting import local_day
from workout_tui.logbook.summary import counted
from workout_tui.model.exercise import name_key
from workout_tui.model.overview import Choice, Home, OpenSession
from workout_tui.model.plan import TemplateExercise
from workout_tui.model.weeks import week_begin
from workout_tui.store import history, overview, plans, session_reads, sessions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from workout_tui.logbook.desk import Desk
    from workout_tui.model.lifter import Lifter
    from workout_tui.model.overview import Day, Suggestion
    from workout_tui.model.plan import Program
    from workout_tui.model.program import Standing
    from workout_tui.model.session import Session
    from workout_tui.store.overview import TemplateFigures

HEAT_WEEKS = 26
RECORDS_DAYS = 28
"""how far back a record is recent"""

_RECORDS_SHOWN = 6
_CHOICES = 30


def home(desk: Desk, *, records: bool = True) -> Home:
    """Where the lifter stands today.

    Args:
        desk: the lifter's.
        records: whether to look for recent records. It is the one part that needs the whole past of
            the exercises done lately; a first paint can do without.
    """
    store = desk.store
    with store.read():
        profile_id, lifter = desk.lifter()
        now = today(desk, lifter)
        figures = overview.templates(store, profile_id)
        programs = plans.programs(store, profile_id)
        running = sessions.running(store, profile_id)
        active = session_reads.whole(store, running.id) if running else None
        run = standing(store, profile_id, programs, now)
        begin = calendar.weeks_back(now, lifter.week_start, HEAT_WEEKS)
        done = overview.days(store, profile_id, begin)
        found = recent_records(desk, profile_id, _recently(now)) if records else ()
        monday = week_begin(now, lifter.week_start)
        return Home(
            today=now,
            open=_open(active) if active else None,
            up_next=_up_next(desk, profile_id, figures, _chosen(programs, figures, active, run)),
            workouts=_choices(desk, programs, figures),
            week=calendar.week(
                done, now, lifter.week_start, goal=lifter.week_goal, records=sum(one.day >= monday for one in found)
            ),
            heat=calendar.days(done, begin, now),
            records=found[:_RECORDS_SHOWN],
            alerts=alerts(desk.metrics.counts()),
        )


def look_for_records(desk: Desk) -> bool:
    """Look for the recent records of one more exercise; whether there are others to look at."""
    with desk.store.read():
        profile_id, lifter = desk.lifter()
        return look_further(desk, profile_id, _recently(today(desk, lifter)))


def _recently(now: date) -> date:
    return now - timedelta(days=RECORDS_DAYS)


def today(desk: Desk, lifter: Lifter) -> date:
    """The lifter's date now."""
    now = desk.clock.now()
    return local_day(now, desk.clock.utc_offset_min(now), lifter.day_start)


def heat(desk: Desk, weeks: int) -> tuple[Day, ...]:
    """The days of so many weeks up to today, with how much was lifted."""
    with desk.store.read():
        profile_id, lifter = desk.lifter()
        now = today(desk, lifter)
        begin = calendar.weeks_back(now, lifter.week_start, weeks)
        return calendar.days(overview.days(desk.store, profile_id, begin), begin, now)


def preview(desk: Desk, template_uid: str) -> Suggestion | None:
    """A workout as it would be started now; None when there is no such template."""
    with desk.store.read():
        profile_id = desk.profile_id
        found = plans.find(desk.store, profile_id, template_uid)
        if found is None:
            return None
        done = {one.template_uid: one.last_done for one in overview.templates(desk.store, profile_id)}
        return upcoming.preview(desk.store, profile_id, found, last_done=done.get(template_uid))


def planned_today(desk: Desk, template_uid: str) -> tuple[TemplateExercise, ...]:
    """The exercises of a template with the targets a session would begin with now, to be changed before it does.

    Raises:
        NotFound: there is no such template.
    """
    with desk.store.read():
        profile_id = desk.profile_id
        found = finding.template(desk.store, profile_id, template_uid)
        return tuple(
            TemplateExercise("", one.exercise, one.targets, one.rest_s, one.superset, one.step, one.note)
            for one in upcoming.planned_exercises(desk.store, profile_id, *found)
        )


def _open(session: Session) -> OpenSession:
    rows = [row for block in session.exercises for row in block.rows if counted(row)]
    return OpenSession(
        uid=session.uid,
        title=session.title,
        done=sum(row.performed is not None for row in rows),
        total=len(rows),
        started_at=session.started_at,
        last_at=session.last_at,
    )


def _chosen(
    programs: Sequence[Program], figures: Sequence[TemplateFigures], active: Session | None, run: Standing | None
) -> suggesting.Next | None:
    """What comes next: the day of the program that runs, else what the past suggests."""
    without = active.slot.template_uid if active else None
    if run is not None and run.next_day is not None and run.next_day.uid != without:
        return suggesting.Next(run.next_day.uid, run.why)
    return suggesting.choose(programs, figures, without=without)


def _up_next(
    desk: Desk, profile_id: int, figures: Sequence[TemplateFigures], chosen: suggesting.Next | None
) -> Suggestion | None:
    found = plans.find(desk.store, profile_id, chosen.template_uid) if chosen else None
    if chosen is None or found is None:
        return None
    last = next((one.last_done for one in figures if one.template_uid == chosen.template_uid), None)
    return upcoming.preview(desk.store, profile_id, found, last_done=last, why=chosen.why)


def _choices(desk: Desk, programs: Sequence[Program], figures: Sequence[TemplateFigures]) -> tuple[Choice, ...]:
    """What can be started: live templates in their order, then imported titles that recur, the newest first."""
    done = {one.template_uid: one.last_done for one in figures}
    live = [one for program in programs if not program.archived for one in program.templates if not one.archived]
    rows = [(one.uid, one.name, tuple(e.exercise.name for e in one.exercises), done.get(one.uid)) for one in live]
    names = {name_key(one.name) for one in live}
    for one in figures:
        if not one.live and suggesting.is_offered(one) and name_key(one.title) not in names and len(rows) < _CHOICES:
            rows.append((one.template_uid, one.title, _exercises_of(desk, one), one.last_done))
    return tuple(Choice(row[0], number, *row[1:]) for number, row in enumerate(rows, start=1))


def _exercises_of(desk: Desk, one: TemplateFigures) -> tuple[str, ...]:
    latest = history.latest_session(desk.store, one.template_id)
    return () if latest is None else history.exercise_names(desk.store, latest)
