"""The library, tended. What does it is imported by the acts: no evening's first paint waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.logbook.progress import Progressing

if TYPE_CHECKING:
    from workout_tui.logbook.exercises import Form
    from workout_tui.model.exercise import Exercise


class Tending(Progressing):
    """One lifter's log, and the library of exercises that all lifters of it share."""

    def exercise_form(self, exercise_uid: str) -> Form:
        """An exercise with all that can be settled of it, as text."""
        from workout_tui.logbook import exercises

        return exercises.form(self._desk, exercise_uid)

    def read_exercise_field(self, exercise_uid: str, name: str, typed: str) -> str:
        """How what was typed for a field of an exercise would be shown."""
        from workout_tui.logbook import exercises

        return exercises.read_field(self._desk, exercise_uid, name, typed)

    def change_exercise_field(self, exercise_uid: str, name: str, typed: str) -> str:
        """Give a field of an exercise the value that was typed; another name makes its workouts due again."""
        from workout_tui.logbook import exercises

        return exercises.change_field(self._desk, exercise_uid, name, typed)

    def archive_exercise(self, exercise_uid: str, *, archived: bool = True) -> Exercise:
        """Put an exercise away, or take it out again; what was done stays."""
        from workout_tui.logbook import exercises

        return exercises.archive(self._desk, exercise_uid, archived=archived)

    def merge_exercises(self, gone_uid: str, kept_uid: str) -> Exercise:
        """All that was done and planned of the first exercise is of the second from now on."""
        from workout_tui.logbook import exercises

        return exercises.merge(self._desk, gone_uid, kept_uid)

    def undo_exercises(self) -> str:
        """Take back this lifter's last act in the library; its kind."""
        from workout_tui.logbook import exercises

        return exercises.undo_last(self._desk)

    def redo_exercises(self) -> str:
        """Do again what was taken back last there; its kind."""
        from workout_tui.logbook import exercises

        return exercises.redo_next(self._desk)
