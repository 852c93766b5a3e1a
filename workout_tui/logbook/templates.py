"""Templates and programs as a lifter writes them: kept, put away, made of an import, and the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.logbook import finding
from workout_tui.logbook.library import known
from workout_tui.logbook.lifters import SHELF
from workout_tui.logbook.upcoming import planned_exercises
from workout_tui.model.exercise import name_key
from workout_tui.model.plan import Program, ProgramKind, Template, TemplateExercise
from workout_tui.store import exercises, plan_writes, plans, undo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.load import Load


def save_template(desk: Desk, template: Template, training_maxes: Mapping[str, Load] | None = None) -> Template:
    """Write a template whole; only what differs is written. A new one without a program goes onto the shelf.

    Exercises are found by uid, else by name; those the library lacks are added. What was done before
    stays as it was done. `training_maxes`, by the uids of exercises, are settled in the same act.

    Raises:
        InvalidEntry: it has no name.
        NotFound: its program is not this lifter's.
    """
    with desk.act("save template") as deed:
        if not template.name.strip():
            raise InvalidEntry("A workout needs a name.", "Type one.", field="name")
        old = plans.find(deed.store, deed.profile_id, template.uid) if template.uid else None
        if old is None and template.uid and plans.taken_by_another(deed.store, deed.profile_id, template.uid):
            raise finding.no_template(template.uid)
        wanted = completed(deed, template)
        deed.is_about(wanted.uid)
        _settle_training_maxes(deed, training_maxes or {})
        if old is None and not template.program_uid:
            wanted = put_on_shelf(deed, wanted)
        return put_template(deed, wanted)


def archive_template(desk: Desk, template_uid: str, *, archived: bool = True) -> Template:
    """Put a template away, or take it out again. What was done from it stays."""
    with desk.act("archive template") as deed:
        _, found = finding.template(deed.store, deed.profile_id, template_uid)
        if found.reserved:
            raise finding.no_template(template_uid)
        deed.is_about(template_uid)
        one = replace(found, archived=archived)
        if not archived:
            one = put_on_shelf(deed, one)
        return put_template(deed, one)


def adopt_template(desk: Desk, template_uid: str) -> Template:
    """Make an imported workout one of the lifter's own: live, with the exercises of its last session.

    A template that is live stays as it is. The same template goes on, so its past stays with it.

    Raises:
        NotFound: there is no such template.
    """
    with desk.act("adopt template") as deed:
        template_id, template = finding.template(deed.store, deed.profile_id, template_uid)
        if template.reserved:
            raise finding.no_template(template_uid)
        if not template.archived:
            return template
        deed.is_about(template_uid)
        lines = planned_exercises(deed.store, deed.profile_id, template_id, template)
        own = tuple(
            TemplateExercise(deed.new_uid(), one.exercise, one.targets, one.rest_s, one.superset) for one in lines
        )
        return put_template(deed, put_on_shelf(deed, replace(template, archived=False, exercises=own)))


def add_program(desk: Desk, program: Program) -> Program:
    """Add a program with its templates. Uids left empty are made here; exercises are found by uid or by name.

    Raises:
        InvalidEntry: there is a program of this name.
    """
    with desk.act("add program") as deed:
        refuse_taken(deed, program.name, "Rename one of them.")
        new = replace(program, uid=program.uid or deed.new_uid(), name=program.name.strip())
        deed.is_about(new.uid)
        plan_writes.put_program(deed.store, deed.profile_id, new, deed.now)
        for template in new.templates:
            put_template(deed, replace(completed(deed, template), program_uid=new.uid))
        return next(one for one in plans.programs(deed.store, deed.profile_id) if one.uid == new.uid)


def archive_program(desk: Desk, program_uid: str, *, archived: bool = True) -> Program:
    """Put a program away with all its templates, or take it out again."""
    with desk.act("archive program") as deed:
        found = next((one for one in plans.programs(deed.store, deed.profile_id) if one.uid == program_uid), None)
        if found is None or found.name == SHELF:
            raise finding.no_program(program_uid)
        deed.is_about(program_uid)
        plan_writes.put_program(deed.store, deed.profile_id, replace(found, archived=archived), deed.now)
        return replace(found, archived=archived)


def undo_template(desk: Desk, template_uid: str) -> str:
    """Take back the last act about a template; returns its kind.

    Raises:
        NotFound: there is no such template.
        CannotUndo: there is nothing to undo, or something it touched was changed since.
    """
    return _moved(desk, "undo template", template_uid, undo.undo_about)


def redo_template(desk: Desk, template_uid: str) -> str:
    """Do again what was undone last about a template; returns its kind.

    Raises:
        NotFound: there is no such template.
        CannotUndo: there is nothing to redo, or something it touches was changed since.
    """
    return _moved(desk, "redo template", template_uid, undo.redo_about)


def _moved(desk: Desk, operation: str, template_uid: str, move: Callable[..., str]) -> str:
    with desk.timed(operation):
        finding.template(desk.store, desk.profile_id, template_uid)
        return move(desk.store, template_uid, at=desk.clock.now())


def _settle_training_maxes(deed: Deed, training_maxes: Mapping[str, Load]) -> None:
    for exercise_uid, training_max in training_maxes.items():
        exercise_id, _ = deed.find_exercise(exercise_uid)
        setting = exercises.settings(deed.store, deed.profile_id, exercise_id)
        settled = replace(setting, training_max=training_max)
        exercises.put_setting(deed.store, deed.profile_id, exercise_id, settled)


def refuse_taken(deed: Deed, name: str, fix: str) -> None:
    """Refuse a name that a program of the lifter's has, if that is not put away.

    Raises:
        InvalidEntry: with this fix.
    """
    key = name_key(name)
    if any(name_key(one.name) == key and not one.archived for one in plans.programs(deed.store, deed.profile_id)):
        raise InvalidEntry(f"There is a program “{name.strip()}” already.", fix, field="name")


def completed(deed: Deed, template: Template) -> Template:
    """The template with all uids made and all exercises known."""

    def whole(one: TemplateExercise) -> TemplateExercise:
        return replace(one, uid=one.uid or deed.new_uid(), exercise=known(deed, one.exercise))

    return replace(
        template,
        uid=template.uid or deed.new_uid(),
        name=template.name.strip(),
        exercises=tuple(whole(one) for one in template.exercises),
    )


def put_on_shelf(deed: Deed, template: Template) -> Template:
    """The template on the first free place of the lifter's shelf."""
    uid = plans.program_named(deed.store, deed.profile_id, SHELF) or deed.new_uid()
    shelf = plan_writes.put_program(deed.store, deed.profile_id, Program(uid, SHELF, ProgramKind.LOOSE), deed.now)
    return replace(template, program_uid=uid, week=0, day=plan_writes.next_day(deed.store, shelf))


def put_template(deed: Deed, template: Template) -> Template:
    """Write a template that is complete, and give it as it then stands.

    Raises:
        NotFound: its program is not this lifter's.
    """
    program_id = plans.program_id(deed.store, deed.profile_id, template.program_uid)
    if program_id is None:
        raise finding.no_program(template.program_uid)
    exercise_ids = {one.exercise.uid: deed.find_exercise(one.exercise.uid)[0] for one in template.exercises}
    template_id = plan_writes.put_template(deed.store, program_id, template, exercise_ids, deed.now)
    return plans.some(deed.store, (template_id,))[0]
