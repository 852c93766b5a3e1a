"""What a lifter sets up: exercises, what they settled for them, templates, programs, bars and plates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry, NotFound
from workout_tui.logbook.lifters import SHELF
from workout_tui.logbook.upcoming import planned_exercises
from workout_tui.model.exercise import name_key
from workout_tui.model.plan import Program, ProgramKind, Template, TemplateExercise
from workout_tui.store import exercises, lifters, plan_writes, plans, undo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.exercise import Exercise, ExerciseSetting
    from workout_tui.model.load import Load, Unit


def add_exercise(desk: Desk, exercise: Exercise) -> Exercise:
    """Add an exercise to the library all lifters share. Its uid is made here when it has none.

    Raises:
        InvalidEntry: it has no name, or the name is taken.
    """
    with desk.act("add exercise to library") as deed:
        deed.is_about(exercises_of(desk))
        one = replace(exercise, uid=exercise.uid or deed.new_uid(), name=exercise.name.strip())
        refuse_exercise(deed, one)
        exercises.put(deed.store, one, deed.now)
    return one


def add_exercises(desk: Desk, many: Iterable[Exercise]) -> tuple[Exercise, ...]:
    """Fill the library, in one transaction, with those exercises whose names it lacks. Returns all, as they stand."""
    with desk.act("add exercises") as deed:
        return tuple(_known(deed, one) for one in many)


def change_exercise(desk: Desk, exercise: Exercise) -> Exercise:
    """Rename an exercise, archive it, or change what it works. Its past keeps it, under the new name.

    Raises:
        NotFound: there is no exercise with this uid.
        InvalidEntry: it has no name, or the name is taken.
    """
    with desk.act("change exercise") as deed:
        deed.is_about(exercises_of(desk))
        deed.find_exercise(exercise.uid)
        one = replace(exercise, name=exercise.name.strip())
        refuse_exercise(deed, one)
        exercises.put(deed.store, one, deed.now)
    return one


def set_exercise_setting(desk: Desk, exercise_uid: str, setting: ExerciseSetting) -> ExerciseSetting:
    """Settle note, step, bar, rest or unit of an exercise for this lifter."""
    with desk.act("exercise setting") as deed:
        exercise_id, _ = deed.find_exercise(exercise_uid)
        exercises.put_setting(deed.store, deed.profile_id, exercise_id, setting)
    return setting


def set_exercise_settings(desk: Desk, settings: Mapping[str, ExerciseSetting]) -> None:
    """Settle many exercises, by their uids, in one transaction: what a new lifter begins with."""
    with desk.act("exercise settings") as deed:
        for exercise_uid, setting in settings.items():
            exercise_id, _ = deed.find_exercise(exercise_uid)
            exercises.put_setting(deed.store, deed.profile_id, exercise_id, setting)


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
            raise NotFound("There is no such workout.", "Choose one from the list.", template=template.uid)
        wanted = completed(deed, template)
        deed.is_about(wanted.uid)
        _settle_training_maxes(deed, training_maxes or {})
        if old is None and not template.program_uid:
            wanted = put_on_shelf(deed, wanted)
        return put_template(deed, wanted)


def archive_template(desk: Desk, template_uid: str, *, archived: bool = True) -> Template:
    """Put a template away, or take it out again. What was done from it stays."""
    with desk.act("archive template") as deed:
        found = plans.find(deed.store, deed.profile_id, template_uid)
        if found is None or found[1].reserved:
            raise NotFound("There is no such workout.", "Choose one from the list.", template=template_uid)
        deed.is_about(template_uid)
        one = replace(found[1], archived=archived)
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
        found = plans.find(deed.store, deed.profile_id, template_uid)
        if found is None or found[1].reserved:
            raise NotFound("There is no such workout.", "Choose one from the list.", template=template_uid)
        template_id, template = found
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
        key = name_key(program.name)
        known = plans.programs(deed.store, deed.profile_id)
        if any(name_key(one.name) == key and not one.archived for one in known):
            raise InvalidEntry(f"There is a program “{program.name}” already.", "Rename one of them.", field="name")
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
            raise NotFound("There is no such program.", "Choose one from the list.", program=program_uid)
        deed.is_about(program_uid)
        plan_writes.put_program(deed.store, deed.profile_id, replace(found, archived=archived), deed.now)
        return replace(found, archived=archived)


def set_bars(desk: Desk, unit: Unit, bars: Sequence[Load]) -> None:
    """Write which bars there are in a unit."""
    with desk.act("bars") as deed:
        lifters.set_bars(deed.store, deed.profile_id, unit, bars)


def set_plates(desk: Desk, unit: Unit, plates: Sequence[tuple[Load, int]]) -> None:
    """Write which plates there are in a unit, each with its pairs."""
    with desk.act("plates") as deed:
        lifters.set_plates(deed.store, deed.profile_id, unit, plates)


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
        if plans.find(desk.store, desk.profile_id, template_uid) is None:
            raise NotFound("There is no such workout.", "Choose one from the list.", template=template_uid)
        return move(desk.store, template_uid, at=desk.clock.now())


def _settle_training_maxes(deed: Deed, training_maxes: Mapping[str, Load]) -> None:
    for exercise_uid, training_max in training_maxes.items():
        exercise_id, _ = deed.find_exercise(exercise_uid)
        setting = exercises.settings(deed.store, deed.profile_id, exercise_id)
        settled = replace(setting, training_max=training_max)
        exercises.put_setting(deed.store, deed.profile_id, exercise_id, settled)


def exercises_of(desk: Desk) -> str:
    """What a lifter's acts in the library are about: each takes back their own."""
    return f"exercises of {desk.lifter_uid}"


def refuse_exercise(deed: Deed, one: Exercise) -> None:
    """Refuse an exercise without a name, or with names that another one has.

    Raises:
        InvalidEntry: the name it needs, or whose it is.
    """
    if not one.name:
        raise InvalidEntry("An exercise needs a name.", "Type one.", field="name")
    for name in (one.name, *one.aliases):
        found = exercises.named(deed.store, name)
        if found is not None and found[1].uid != one.uid:
            raise InvalidEntry(
                f"“{name}” is {found[1].name} already." if found[1].name != name else f"There is a “{name}” already.",
                "Choose another name.",
                field="name",
            )


def _known(deed: Deed, one: Exercise) -> Exercise:
    found = exercises.find(deed.store, one.uid) or exercises.named(deed.store, one.name)
    if found is not None:
        return found[1]
    free = tuple(alias for alias in one.aliases if exercises.named(deed.store, alias) is None)
    new = replace(one, uid=one.uid or deed.new_uid(), name=one.name.strip(), aliases=free)
    exercises.put(deed.store, new, deed.now)
    return new


def completed(deed: Deed, template: Template) -> Template:
    """The template with all uids made and all exercises known."""

    def known(one: TemplateExercise) -> TemplateExercise:
        return replace(one, uid=one.uid or deed.new_uid(), exercise=_known(deed, one.exercise))

    return replace(
        template,
        uid=template.uid or deed.new_uid(),
        name=template.name.strip(),
        exercises=tuple(known(one) for one in template.exercises),
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
        raise NotFound("There is no such program.", "Choose one from the list.", program=template.program_uid)
    exercise_ids = {one.exercise.uid: deed.find_exercise(one.exercise.uid)[0] for one in template.exercises}
    template_id = plan_writes.put_template(deed.store, program_id, template, exercise_ids, deed.now)
    return plans.some(deed.store, (template_id,))[0]
