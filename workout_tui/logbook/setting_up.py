"""What is set up before and between workouts: the library, templates, programs, bars, plates, imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.logbook import library, programs, templates, templating
from workout_tui.logbook import lifters as lifter_acts
from workout_tui.logbook.tending import Tending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from workout_tui.logbook.preferences import Setting
    from workout_tui.logbook.program_intake import TakenPrograms
    from workout_tui.model.exercise import Exercise, ExerciseSetting
    from workout_tui.model.intake import ImportBatch, ImportSource, PastSession, TakenBack, TakenIn
    from workout_tui.model.lifter import Lifter
    from workout_tui.model.load import Load
    from workout_tui.model.plan import Program, Template
    from workout_tui.model.program import Standing
    from workout_tui.model.program_file import FromFile


class SettingUp(Tending):
    """One lifter's log, to read and to set up."""

    def change_lifter(self, lifter: Lifter) -> Lifter:
        """Write this lifter's name and settings."""
        return lifter_acts.change_own(self._desk, lifter)

    def settings(self) -> tuple[Setting, ...]:
        """This lifter's settings as text, in the order in which they are shown."""
        from workout_tui.logbook import preferences

        return preferences.settings(self._desk)

    def read_setting(self, name: str, typed: str) -> str:
        """How a setting would be shown with what was typed; nothing is written."""
        from workout_tui.logbook import preferences

        return preferences.read_setting(self._desk, name, typed)

    def change_setting(self, name: str, typed: str) -> str:
        """Give one of this lifter's settings the value that was typed, and say how it then stands."""
        from workout_tui.logbook import preferences

        return preferences.change_setting(self._desk, name, typed)

    def undo_setting(self) -> None:
        """Take back the last change of a setting."""
        from workout_tui.logbook import preferences

        preferences.undo_setting(self._desk)

    def redo_setting(self) -> None:
        """Do again the change of a setting that was taken back last."""
        from workout_tui.logbook import preferences

        preferences.redo_setting(self._desk)

    def add_exercise_to_library(self, exercise: Exercise) -> Exercise:
        """Add an exercise; its uid is made when it is empty."""
        return library.add_exercise(self._desk, exercise)

    def add_exercises(self, many: Iterable[Exercise]) -> tuple[Exercise, ...]:
        """Fill the library with those it lacks; all are given as they then stand."""
        return library.add_exercises(self._desk, many)

    def set_exercise_setting(self, exercise_uid: str, setting: ExerciseSetting) -> ExerciseSetting:
        """Settle note, step, bar, rest or unit of an exercise."""
        return library.set_exercise_setting(self._desk, exercise_uid, setting)

    def set_exercise_settings(self, settings: Mapping[str, ExerciseSetting]) -> None:
        """Settle many exercises, by their uids, at once."""
        library.set_exercise_settings(self._desk, settings)

    def save_template(self, template: Template, training_maxes: Mapping[str, Load] | None = None) -> Template:
        """Write a template whole, and settle training maxes with it; empty uids are made."""
        return templates.save_template(self._desk, template, training_maxes)

    def undo_template(self, template_uid: str) -> str:
        """Take back the last act about a template; its kind."""
        return templates.undo_template(self._desk, template_uid)

    def redo_template(self, template_uid: str) -> str:
        """Do again what was undone last about a template; its kind."""
        return templates.redo_template(self._desk, template_uid)

    def adopt_template(self, template_uid: str) -> Template:
        """Make an imported workout one of the lifter's own."""
        return templates.adopt_template(self._desk, template_uid)

    def archive_template(self, template_uid: str, *, archived: bool = True) -> Template:
        """Put a template away, or take it out again."""
        return templates.archive_template(self._desk, template_uid, archived=archived)

    def update_template(self, session_uid: str) -> Template:
        """Take over into its template what was changed in a session."""
        return templating.update_template(self._desk, session_uid)

    def save_as_template(self, session_uid: str, name: str) -> Template:
        """Make a template of what was done in a session."""
        return templating.save_as_template(self._desk, session_uid, name)

    def add_program(self, program: Program) -> Program:
        """Add a program with its templates; empty uids are made."""
        return templates.add_program(self._desk, program)

    def archive_program(self, program_uid: str, *, archived: bool = True) -> Program:
        """Put a program away with all its templates, or take it out again."""
        return templates.archive_program(self._desk, program_uid, archived=archived)

    def arrange_program(self, name: str, day_names: Sequence[str], weeks: int = 1) -> Program:
        """Make a program of workouts by their names, in this order; of several weeks it is a plan."""
        from workout_tui.logbook import arranging

        return arranging.arrange(self._desk, name, day_names, weeks)

    def take_programs(self, found: Sequence[FromFile]) -> TakenPrograms:
        """Add the programs of a file that this lifter lacks."""
        from workout_tui.logbook import program_intake

        return program_intake.take_programs(self._desk, found)

    def start_program(self, program_uid: str, on: date | None = None) -> Standing:
        """Begin a run of a program, today or as of another day; the one that runs ends."""
        return programs.start(self._desk, program_uid, on)

    def move_template(self, template_uid: str, by: int) -> bool:
        """Move a workout one place up (-1) or down (1) in its program; whether it could be."""
        return programs.move_template(self._desk, template_uid, by)

    def skip_day(self) -> Standing:
        """Leave out the day that comes next in the program."""
        return programs.skip_day(self._desk)

    def leave_program(self) -> None:
        """End the run of a program, if there is one."""
        programs.leave(self._desk)

    def undo_program(self, program_uid: str) -> str:
        """Take back the last act about a program; its kind."""
        return programs.undo_program(self._desk, program_uid)

    def redo_program(self, program_uid: str) -> str:
        """Do again what was undone last about a program; its kind."""
        return programs.redo_program(self._desk, program_uid)

    def take_in(
        self,
        source: ImportSource,
        past: Iterable[PastSession],
        *,
        names: Mapping[str, str] | None = None,
        told: Callable[[int], None] | None = None,
    ) -> TakenIn:
        """Add the workouts of a file in one transaction; those it brought before are not added again."""
        from workout_tui.logbook import intake

        return intake.take_in(self._desk, source, past, names=names, told=told)

    def imports(self) -> tuple[ImportBatch, ...]:
        """The imports that were made, newest first."""
        from workout_tui.logbook import intake

        return intake.batches(self._desk)

    def undo_import(self, batch_uid: str, *, everything: bool = False) -> TakenBack:
        """Take back an import, but what was changed here since; with `everything`, that too."""
        from workout_tui.logbook import taking_back

        return taking_back.undo_import(self._desk, batch_uid, everything=everything)
