"""One exercise as a form: what all lifters share of it, and what this one settled for themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.presenters.rows import styled
from workout_tui.ui.screens.form import FormScreen
from workout_tui.ui.screens.form_keys import KEYS
from workout_tui.ui.settings.form import Row, Section
from workout_tui.ui.settings.steps import Step
from workout_tui.ui.text import count

if TYPE_CHECKING:
    from workout_tui.logbook.exercises import Form
    from workout_tui.logbook.preferences import Setting


class ExerciseScreen(FormScreen):
    """The form of one exercise; it is filled in as the settings are."""

    KEYS = KEYS
    WHERE = "for an exercise"

    def __init__(self, exercise_uid: str) -> None:
        super().__init__()
        self._uid = exercise_uid
        self._called = ""

    def read_sections(self) -> tuple[Section, ...]:
        """What is shared, and what is the lifter's own."""
        form = self.workout.logbook.exercise_form(self._uid)
        self._called = form.exercise.name
        lifter = self.workout.logbook.lifter.name
        return (
            Section("THE EXERCISE", tuple(self._made(one, form) for one in form.shared)),
            Section(f"FOR {lifter.upper()}", tuple(self._made(one, form) for one in form.own)),
        )

    def log_step(self) -> Step:
        """The library takes back its own changes."""
        return Step(self.workout.logbook.undo_exercises, self.workout.logbook.redo_exercises)

    def head(self) -> tuple[Content | str, ...]:
        """The exercise."""
        return Content.styled("Exercises", "bold"), styled(self._called, "$dim")

    def _made(self, one: Setting, form: Form) -> Row:
        fixed = not one.choices and not one.allowed
        return Row(
            one,
            change=None if fixed else partial(self._write, one.name),
            read=partial(self._as_read, one.name, form),
            is_logged=True,
        )

    def _write(self, name: str, typed: str) -> None:
        self.workout.file.refuse_if_read_only()
        self.workout.logbook.change_exercise_field(self._uid, name, typed)

    def _as_read(self, name: str, form: Form, typed: str) -> str:
        """How it would be shown; before another name is given, how many workouts will bear it."""
        shown = self.workout.logbook.read_exercise_field(self._uid, name, typed)
        if name != "name" or shown == form.exercise.name or not form.use.sessions:
            return shown
        return f"{shown} · in {count(form.use.sessions, 'workout')}, which go to a connected sheet again"
