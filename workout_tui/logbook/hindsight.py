"""What a lifter does to workouts that are over: sets forgotten, a wrong time, a day never written down, once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.logbook.setting_up import SettingUp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.logbook.performing import NewSet, Place
    from workout_tui.model.facts import Facts
    from workout_tui.model.session import Session, SetValues


class Hindsight(SettingUp):
    """One lifter's log, with what can be put right in it later.

    Every other act on a session, its exercises and its plan works on one that is over as on one that runs.
    """

    def add_past(
        self,
        template_uid: str | None,
        *,
        session_uid: str,
        started_at: int,
        ended_at: int,
        utc_offset_min: int | None = None,
    ) -> Session:
        """Add a workout of a day gone by, completed, its sets still to be typed in. None: without a template."""
        from workout_tui.logbook import again

        when = (started_at, ended_at, utc_offset_min)
        return again.add_past(self._desk, template_uid, session_uid=session_uid, when=when)

    def start_again(self, past_uid: str, *, session_uid: str) -> Session:
        """Begin a session that asks for what was done in a past one."""
        from workout_tui.logbook import again

        return again.start_again(self._desk, past_uid, session_uid=session_uid)

    def log_past_sets(self, session_uid: str, place: Place, sets: Sequence[NewSet]) -> Session:
        """Add sets to a workout that is over; the same uid again updates, and never makes a second set."""
        from workout_tui.logbook import correcting

        return correcting.log_past_sets(self._desk, session_uid, place, sets)

    def correct_set(self, set_uid: str, values: SetValues, *, was: SetValues) -> Session:
        """Correct a set that stands as it `was` when it was read; refuse when it was changed elsewhere since."""
        from workout_tui.logbook import correcting

        return correcting.correct_set(self._desk, set_uid, values, was)

    def amend(self, session_uid: str, facts: Facts, *, was: Facts | None) -> Session:
        """Correct name, times and bodyweight as one act; refuse what was changed elsewhere since it `was` so."""
        from workout_tui.logbook import correcting

        return correcting.amend(self._desk, session_uid, facts, was)
