"""Who keeps what the editor makes: the log, where every edit is an act, or the memory until a session begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from workout_tui.errors import CannotUndo, InvalidEntry
from workout_tui.model.overview import NextExercise
from workout_tui.model.progression import at_percentages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.load import Load
    from workout_tui.model.overview import Suggestion
    from workout_tui.model.plan import Template, TemplateExercise


class Keeper(Protocol):
    """Keeps a template, step by step."""

    @property
    def is_sketch(self) -> bool:
        """Whether it is kept for one session only."""
        ...

    def read(self) -> Template:
        """The template as it stands."""
        ...

    def keep(self, template: Template, training_maxes: Mapping[str, Load]) -> Template:
        """Keep it as one step; it is given as it then stands."""
        ...

    def undo(self) -> Template:
        """Take the last step back."""
        ...

    def redo(self) -> Template:
        """Do again the step that was taken back last."""
        ...

    def ahead(self) -> Suggestion | None:
        """What it asks for if it were started now."""
        ...


class LogKeeper:
    """Keeps a template in the log."""

    is_sketch = False

    def __init__(self, logbook: Logbook, template_uid: str) -> None:
        self._logbook = logbook
        self._uid = template_uid

    def read(self) -> Template:
        """As the log has it."""
        return self._logbook.template(self._uid)

    def keep(self, template: Template, training_maxes: Mapping[str, Load]) -> Template:
        """One act."""
        return self._logbook.save_template(template, training_maxes)

    def undo(self) -> Template:
        """Take the last act about it back."""
        self._logbook.undo_template(self._uid)
        return self.read()

    def redo(self) -> Template:
        """Do it again."""
        self._logbook.redo_template(self._uid)
        return self.read()

    def ahead(self) -> Suggestion | None:
        """With all its rules followed."""
        return self._logbook.preview(self._uid)


class Sketch:
    """Keeps what one session will be begun with: today's targets, written out."""

    is_sketch = True

    def __init__(self, logbook: Logbook, template_uid: str) -> None:
        self._logbook = logbook
        self._ahead = logbook.preview(template_uid)
        template = logbook.template(template_uid)
        self._steps = [replace(template, exercises=logbook.planned_today(template_uid))]
        self._at = 0

    def read(self) -> Template:
        """As it stands after the last step that was not taken back."""
        return self._steps[self._at]

    def keep(self, template: Template, training_maxes: Mapping[str, Load]) -> Template:
        """One more step, each percentage as the load it is today; those taken back are given up.

        Raises:
            InvalidEntry: a percentage of a training max that is not known.
        """
        exercises = tuple(self._loaded(one, training_maxes.get(one.exercise.uid)) for one in template.exercises)
        template = replace(template, exercises=exercises)
        if template != self.read():
            self._steps[self._at + 1 :] = [template]
            self._at += 1
        return template

    def undo(self) -> Template:
        """Back to the step before."""
        if not self._at:
            raise CannotUndo("Nothing to undo.")
        self._at -= 1
        return self.read()

    def redo(self) -> Template:
        """On to the step after."""
        if self._at + 1 == len(self._steps):
            raise CannotUndo("Nothing to redo.")
        self._at += 1
        return self.read()

    def ahead(self) -> Suggestion | None:
        """What stands is what is asked for."""
        if self._ahead is None:
            return None
        lines = tuple(NextExercise(one.exercise, one.targets) for one in self.read().exercises)
        return self._ahead._replace(lines=lines)

    def _loaded(self, one: TemplateExercise, training_max: Load | None) -> TemplateExercise:
        """With the loads of its percentages: a session that runs has no others. `training_max`: of today alone."""
        if all(target.percent10 is None for target in one.targets):
            return one
        training_max = training_max or self._logbook.exercise_setting(one.exercise.uid).training_max
        if training_max is None:
            raise InvalidEntry("A percentage needs a training max.", "Type it behind: tm140.", field="training max")
        return replace(one, targets=at_percentages(one.targets, training_max, self._logbook.rack(one.exercise)))
