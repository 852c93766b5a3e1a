"""What a lifter can ask of their log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.logbook import finding, overview, programs, racks, recent, summary
from workout_tui.logbook.alerts import alerts
from workout_tui.model.plates import Inventory
from workout_tui.store import exercises, history, lifters, plans, session_reads, sessions
from workout_tui.store import overview as overview_rows

if TYPE_CHECKING:
    from workout_tui.logbook.desk import Desk
    from workout_tui.model.bests import Bests
    from workout_tui.model.exercise import Exercise, ExerciseSetting
    from workout_tui.model.lifter import Lifter
    from workout_tui.model.load import Unit
    from workout_tui.model.overview import Day, Home, Suggestion, Summary
    from workout_tui.model.plan import Program, Template, TemplateExercise
    from workout_tui.model.plates import Rack
    from workout_tui.model.program import Standing
    from workout_tui.model.sequence import PastOrder
    from workout_tui.model.session import PastExercise, Session
    from workout_tui.model.whole import WholeLog
    from workout_tui.store.query import Answer


class Reading:
    """One lifter's log, to read. Works on a store that cannot be written, too."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def lifter(self) -> Lifter:
        """Whose log it is, as they stand now."""
        return self._desk.lifter()[1]

    def lifters(self) -> tuple[Lifter, ...]:
        """All lifters of this laptop."""
        return lifters.all_of(self._desk.store)

    def active(self) -> Session | None:
        """The running session."""
        store = self._desk.store
        with store.read():
            found = sessions.running(store, self._desk.profile_id)
            return session_reads.whole(store, found.id) if found else None

    def session(self, uid: str) -> Session:
        """One session, whatever its state.

        Raises:
            NotFound: there is none, or it is another lifter's.
        """
        store = self._desk.store
        with store.read():
            return session_reads.whole(store, self._found(uid))

    def templates(self) -> tuple[Template, ...]:
        """What can be started, in order; without the empty workout and what is archived."""
        return plans.templates(self._desk.store, self._desk.profile_id)

    def programs(self) -> tuple[Program, ...]:
        """The lifter's programs with their templates, archived ones included."""
        return plans.programs(self._desk.store, self._desk.profile_id)

    def standing(self) -> Standing | None:
        """Where the run of a program stands that the lifter is in."""
        store = self._desk.store
        with store.read():
            profile_id, lifter = self._desk.lifter()
            found = plans.programs(store, profile_id)
            return programs.standing(store, profile_id, found, overview.today(self._desk, lifter))

    def template(self, uid: str) -> Template:
        """One template, archived or reserved ones too.

        Raises:
            NotFound: there is none, or it is another lifter's.
        """
        return finding.template(self._desk.store, self._desk.profile_id, uid)[1]

    def plates(self, unit: Unit) -> Inventory:
        """The lifter's bars and plates in a unit."""
        store, profile_id = self._desk.store, self._desk.profile_id
        return Inventory(lifters.bars(store, profile_id, unit), lifters.plates(store, profile_id, unit))

    def rack(self, exercise: Exercise) -> Rack:
        """The loads that this lifter can have for an exercise."""
        store = self._desk.store
        with store.read():
            return racks.rack_of(store, self._desk.profile_id, exercise)

    def exercises(self) -> tuple[Exercise, ...]:
        """The library by name, archived ones included."""
        return exercises.library(self._desk.store)

    def exercise_setting(self, exercise_uid: str) -> ExerciseSetting:
        """What this lifter settled for an exercise."""
        exercise_id, _ = finding.exercise(self._desk.store, exercise_uid)
        return exercises.settings(self._desk.store, self._desk.profile_id, exercise_id)

    def history(
        self, exercise_uid: str, *, nth: int | None = None, before: str | None = None, limit: int = 30
    ) -> tuple[PastExercise, ...]:
        """What was done of an exercise in the last completed sessions (of those before one, if named), oldest first.

        `nth`: only of their blocks of this number of it, from 0 (`plan.nth`); None: all of them.
        """
        store, profile_id = self._desk.store, self._desk.profile_id
        with store.read():
            before_id = self._id_of(before)
            return history.of_exercise(store, profile_id, exercise_uid, nth=nth, before=before_id, limit=limit)

    def orders(self, limit: int = 30) -> tuple[PastOrder, ...]:
        """Title and exercises of the last completed sessions, oldest first: who votes for the next exercise."""
        from workout_tui.model.sequence import PastOrder

        found = overview_rows.orders(self._desk.store, self._desk.profile_id, limit)
        return tuple(PastOrder(title, uids) for title, uids in found)

    def bests(self, exercise_uid: str, *, before: str | None = None) -> Bests:
        """All there is to beat in an exercise, from the completed sessions before one, or from all."""
        store = self._desk.store
        with store.read():
            return recent.bests(self._desk, exercise_uid, self._id_of(before))

    def home(self, *, records: bool = True) -> Home:
        """Where the lifter stands today. Without `records` it needs no exercise's whole past: for a first paint."""
        return overview.home(self._desk, records=records)

    def look_for_records(self) -> bool:
        """Look for the recent records of one more exercise; once there is no other to look at, `home` is quick."""
        return overview.look_for_records(self._desk)

    def summary(self, session_uid: str) -> Summary:
        """What a session came to; a running one as if it were finished now.

        Raises:
            NotFound: there is none, or it is another lifter's.
        """
        store = self._desk.store
        with store.read():
            return summary.summary(self._desk, self._found(session_uid))

    def preview(self, template_uid: str) -> Suggestion | None:
        """A workout as it would be started now; None when there is no such template."""
        return overview.preview(self._desk, template_uid)

    def planned_today(self, template_uid: str) -> tuple[TemplateExercise, ...]:
        """The exercises of a template with the targets a session would begin with now."""
        return overview.planned_today(self._desk, template_uid)

    def heat(self, weeks: int) -> tuple[Day, ...]:
        """Every day of so many weeks up to today, with how much was lifted."""
        return overview.heat(self._desk, weeks)

    def records(self, exercise_uid: str | None = None, *, limit: int = 50) -> Answer:
        """The records that were made, newest first, as a table; of one exercise, if it is named."""
        store, profile_id = self._desk.store, self._desk.profile_id
        exercise_id = None if exercise_uid is None else finding.exercise(store, exercise_uid)[0]
        from workout_tui.store import listing

        return listing.records(store, profile_id, exercise_id, limit)

    def sets(self) -> Answer:
        """Every set of the lifter as a table, the columns of ``v_sets``."""
        from workout_tui.store import listing

        return listing.sets(self._desk.store, self._desk.profile_id)

    def whole(self) -> WholeLog:
        """All of the lifter's log as one value, to be carried elsewhere."""
        from workout_tui.logbook import whole

        return whole.read(self._desk.store, self._desk.lifter_uid)

    def alerts(self) -> tuple[str, ...]:
        """What this run's figures say to the user; nothing while all is well."""
        return alerts(self._desk.metrics.counts())

    def data_version_moved(self) -> bool:
        """Whether another program wrote to the log since this was last asked; then nothing remembered is believed."""
        version = self._desk.store.data_version
        if version == self._desk.data_version:
            return False
        self._desk.data_version = version
        self._desk.log_ids.clear()
        return True

    def _found(self, session_uid: str) -> int:
        """The row of a session, whatever its state."""
        return finding.session(self._desk.store, self._desk.profile_id, session_uid).id

    def _id_of(self, session_uid: str | None) -> int | None:
        return None if session_uid is None else self._found(session_uid)
