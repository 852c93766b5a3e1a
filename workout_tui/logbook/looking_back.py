"""What a lifter can ask about the sessions behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.logbook import calendar
from workout_tui.logbook.overview import today
from workout_tui.logbook.reading import Reading
from workout_tui.model.session import Status
from workout_tui.model.weeks import week_begin
from workout_tui.store import overview

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from workout_tui.model.looking_back import MadeRecord, PastLine, Totals
    from workout_tui.model.overview import Day
    from workout_tui.model.search import Entry
    from workout_tui.model.trail import Trace


class LookingBack(Reading):
    """One lifter's log, to look back on."""

    def past_page(
        self, *, discarded: bool = False, behind: str | None = None, back_to: date | None = None, limit: int = 60
    ) -> tuple[PastLine, ...]:
        """Ended sessions, newest first.

        Args:
            discarded: those that were put aside, not those that were completed.
            behind: the uid of the session behind which the page begins; None: the newest.
            back_to: as many more as it takes to have this day whole.
            limit: how many, else.

        Raises:
            NotFound: `behind` names no session of the lifter.
        """
        from workout_tui.store import looking_back

        store, profile_id = self._desk.store, self._desk.profile_id
        with store.read():
            if behind is not None:
                self._found(behind)
            return looking_back.page(
                store, profile_id, discarded=discarded, behind=behind, back_to=back_to, limit=limit
            )

    def past_lines(self, uids: Sequence[str]) -> tuple[PastLine, ...]:
        """These ended sessions, in this order; what is not the lifter's is left out."""
        from workout_tui.store import looking_back

        return looking_back.lines(self._desk.store, self._desk.profile_id, uids)

    def sessions_with(self, exercise_uid: str) -> tuple[str, ...]:
        """The uids of the completed sessions in which an exercise was done, newest first."""
        from workout_tui.store import looking_back

        return looking_back.with_exercise(self._desk.store, self._desk.profile_id, exercise_uid)

    def past_texts(self, *, discarded: bool = False) -> tuple[Entry, ...]:
        """All completed (or discarded) sessions, newest first, with what `model.search` looks through."""
        from workout_tui.store import looking_back

        store = self._desk.store
        with store.read():
            return looking_back.texts(store, self._desk.profile_id, discarded=discarded)

    def totals(self) -> Totals:
        """What all sessions come to."""
        from workout_tui.model.looking_back import Totals, weeks_in_a_row
        from workout_tui.store import looking_back

        store = self._desk.store
        with store.read():
            profile_id, lifter = self._desk.lifter()
            counts = looking_back.counts(store, profile_id)
            this_week = week_begin(today(self._desk, lifter), lifter.week_start)
            weeks = (week_begin(day, lifter.week_start) for day in looking_back.days_back(store, profile_id))
            return Totals(
                sessions=counts.get(Status.COMPLETED, 0),
                discarded=counts.get(Status.DISCARDED, 0),
                weeks_in_a_row=weeks_in_a_row(weeks, this_week),
            )

    def today(self) -> date:
        """The lifter's date now."""
        return today(self._desk, self.lifter)

    def heat_between(self, first: date, last: date) -> tuple[Day, ...]:
        """Every day from one to another, with how much was lifted."""
        store = self._desk.store
        with store.read():
            done = overview.days(store, self._desk.profile_id, first, last)
        return calendar.days(done, first, last)

    def made_records(self) -> tuple[MadeRecord, ...]:
        """All records that were ever made, in no order. It needs the whole past: for a thread of its own."""
        from workout_tui.store import looking_back

        return looking_back.made(self._desk.store, self._desk.profile_id)

    def audit_trail(self, session_uid: str) -> tuple[Trace, ...]:
        """What happened to a session, act by act, oldest first.

        Raises:
            NotFound: there is none, or it is another lifter's.
        """
        from workout_tui.logbook import audit_trail

        store = self._desk.store
        with store.read():
            return audit_trail.audit_trail(self._desk, self._found(session_uid))

    def due_for_the_sheet(self) -> frozenset[str] | None:
        """The uids of the sessions that the lifter's sheet has yet to hear of; None: there is no sheet."""
        from workout_tui.store import outbox, sheets

        store = self._desk.store
        with store.read():
            sheet = sheets.current(store, self._desk.profile_id)
            return None if sheet is None else frozenset(one.uid for one in outbox.due(store, sheet.id))

    def past_state(self) -> tuple[int, ...]:
        """Moves whenever a completed session, or what all sessions share, is changed."""
        return overview.past_state(self._desk.store, self._desk.profile_id)
