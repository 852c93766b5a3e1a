"""What a lifter can ask about the way they came: an exercise over time, and their weeks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workout_tui.logbook.looking_back import LookingBack

if TYPE_CHECKING:
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.training_week import Training
    from workout_tui.model.trend import ExercisePast


class Progressing(LookingBack):
    """One lifter's log, to see how it went."""

    def practised(self) -> tuple[Exercise, ...]:
        """Every exercise that was ever done in a completed session: those of late first, then by name."""
        from workout_tui.logbook import coming_on

        return coming_on.practised(self._desk)

    def trend(self, exercise_uid: str) -> ExercisePast:
        """All that was done of an exercise in completed sessions, to be told as trends.

        Raises:
            NotFound: there is no such exercise.
        """
        from workout_tui.logbook import coming_on

        return coming_on.trend(self._desk, exercise_uid)

    def training(self, since: date = date.min) -> Training:
        """What was done in the weeks from a date on, and what the lifter weighed."""
        from workout_tui.logbook import coming_on

        return coming_on.training(self._desk, since)
