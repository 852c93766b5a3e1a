"""The logbook of one lifter: every act and every question, in their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.logbook import performing, planning, running, starting, undoing
from workout_tui.logbook.desk import Desk
from workout_tui.logbook.hindsight import Hindsight
from workout_tui.logbook.log_ids import LogIds
from workout_tui.logbook.performing import NewSet, Place
from workout_tui.logbook.undoing import Undone
from workout_tui.model.plan import SetKind, Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_tui.clock import Clock, Uids
    from workout_tui.logbook.alerts import Metrics
    from workout_tui.logbook.saving import OnConflict
    from workout_tui.model.load import Load
    from workout_tui.model.plan import TemplateExercise
    from workout_tui.model.session import Session, SetValues, Slot
    from workout_tui.store.connection import Store

__all__ = ["Logbook", "NewSet", "Place", "Undone"]


class Logbook(Hindsight):
    """One lifter's log, to read and to write. Each act is one transaction and gives the session as it then stands.

    Another lifter's uid is answered like one that does not exist: NotFound.
    """

    def __init__(self, store: Store, lifter_uid: str, *, clock: Clock, uids: Uids, metrics: Metrics) -> None:
        super().__init__(
            Desk(store, lifter_uid, clock, uids, metrics, LogIds(metrics), data_version=store.data_version)
        )

    def of(self, lifter_uid: str) -> Logbook:
        """The logbook of another lifter on the same laptop."""
        desk = self._desk
        return Logbook(desk.store, lifter_uid, clock=desk.clock, uids=desk.uids, metrics=desk.metrics)

    # The session

    def start(
        self, template_uid: str | None, *, session_uid: str, plan: Sequence[TemplateExercise] | None = None
    ) -> Session:
        """Begin a session of a template (None: the empty workout), or give the one of it that runs.

        `plan`: what this one session asks for, in place of what the template does.
        """
        return starting.start(self._desk, template_uid, session_uid=session_uid, plan=plan)

    def finish(self, session_uid: str, *, ended_at: int | None = None) -> Session:
        """Complete a session; it ends now, or at `ended_at`."""
        return running.finish(self._desk, session_uid, ended_at=ended_at)

    def reopen(self, session_uid: str) -> Session:
        """Keep training in a session that was finished."""
        return running.reopen(self._desk, session_uid)

    def discard(self, session_uid: str) -> Session:
        """Put a session aside; it is never purged."""
        return running.discard(self._desk, session_uid)

    def undiscard(self, session_uid: str) -> Session:
        """Take a discarded session back."""
        return running.undiscard(self._desk, session_uid)

    def note_session(self, session_uid: str, text: str) -> Session:
        """Write the session's note."""
        return running.note_session(self._desk, session_uid, text)

    def set_bodyweight(self, session_uid: str, bodyweight: Load | None) -> Session:
        """Write what the lifter weighed on the day."""
        return running.set_bodyweight(self._desk, session_uid, bodyweight)

    def save_session(
        self, session: Session, *, expected_revision: int | None, on_conflict: OnConflict = "refuse"
    ) -> Session:
        """Write a session whole; when it was changed since it was read, refuse, keep what stands, or replace it."""
        from workout_tui.logbook import saving

        return saving.save_session(self._desk, session, expected_revision=expected_revision, on_conflict=on_conflict)

    def rest(self, session_uid: str, ends_at: int | None, rest_s: int | None) -> None:
        """Keep the rest timer; no act, nothing to undo."""
        running.rest(self._desk, session_uid, ends_at, rest_s)

    def keep_metrics(self) -> None:
        """Add what was counted to the store; to be called when the program ends."""
        running.keep_metrics(self._desk)

    def undo(self, session_uid: str) -> Undone:
        """Take back the last act in a session."""
        return undoing.undo_last(self._desk, session_uid)

    def redo(self, session_uid: str) -> Undone:
        """Do again what was undone last."""
        return undoing.redo_next(self._desk, session_uid)

    # Its sets

    def log_sets(self, slot: Slot, place: Place, sets: Sequence[NewSet]) -> Session:
        """Log sets; the same uid again updates, and never makes a second set."""
        return performing.log_sets(self._desk, slot, place, sets)

    def edit_set(self, set_uid: str, values: SetValues) -> Session:
        """Correct a set; its place and time stay."""
        return performing.edit_set(self._desk, set_uid, values)

    def remove_set(self, set_uid: str) -> Session:
        """Remove a set; its planned place becomes open again."""
        return performing.remove_set(self._desk, set_uid)

    def move_sets(self, session_exercise_uid: str, to_exercise_uid: str) -> Session:
        """The sets done here were of another exercise: move them to it."""
        return performing.move_sets(self._desk, session_exercise_uid, to_exercise_uid)

    # Its plan

    def skip(self, planned_uid: str) -> Session:
        """A planned set won't be done."""
        return planning.skip(self._desk, planned_uid)

    def unskip(self, planned_uid: str) -> Session:
        """A skipped set is open again."""
        return planning.unskip(self._desk, planned_uid)

    def skip_exercise(self, session_exercise_uid: str) -> Session:
        """None of the open sets of an exercise will be done."""
        return planning.skip_exercise(self._desk, session_exercise_uid)

    def unskip_exercise(self, session_exercise_uid: str) -> Session:
        """All skipped sets of an exercise are open again."""
        return planning.unskip_exercise(self._desk, session_exercise_uid)

    def set_kind(self, planned_uid: str, kind: SetKind) -> Session:
        """Make a planned set a warm-up, a work set …."""
        return planning.set_kind(self._desk, planned_uid, kind)

    def add_set(self, session_exercise_uid: str, kind: SetKind = SetKind.WORK) -> Session:
        """Plan one more set at the end of an exercise."""
        return planning.add_set(self._desk, session_exercise_uid, kind)

    def insert_sets(self, session_exercise_uid: str, before_n: int, targets: Sequence[Target]) -> Session:
        """Plan sets before a place of an exercise: warm-ups, or a drop after a set."""
        return planning.insert_sets(self._desk, session_exercise_uid, before_n, targets)

    def remove_planned(self, planned_uid: str) -> Session:
        """Take a planned set that wasn't done out of the session."""
        return planning.remove_planned(self._desk, planned_uid)

    def add_exercise(self, session_uid: str, exercise_uid: str, after: str | None = None) -> Session:
        """Add an exercise, after a block or at the end, with as many open sets as last time."""
        return planning.add_exercise(self._desk, session_uid, exercise_uid, after)

    def remove_exercise(self, session_exercise_uid: str) -> Session:
        """Take an exercise of which nothing was done out of the session."""
        return planning.remove_exercise(self._desk, session_exercise_uid)

    def swap_exercise(self, session_exercise_uid: str, exercise_uid: str, *, everything: bool = False) -> Session:
        """Put another exercise in the place of one: for what is open, or for `everything`."""
        return planning.swap_exercise(self._desk, session_exercise_uid, exercise_uid, everything=everything)

    def reorder(self, session_uid: str, session_exercise_uids: Sequence[str]) -> Session:
        """Put the exercises of a session in this order."""
        return planning.reorder(self._desk, session_uid, session_exercise_uids)

    def set_superset(self, session_uid: str, letters: Mapping[str, str]) -> Session:
        """Group exercises by a letter; an empty one stands alone."""
        return planning.set_superset(self._desk, session_uid, letters)

    def note_exercise(self, session_exercise_uid: str, text: str) -> Session:
        """Write the note of an exercise for this session."""
        return planning.note_exercise(self._desk, session_exercise_uid, text)
