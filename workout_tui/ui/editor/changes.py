"""What the keys of the editor make of a template. Values in, values out; nothing is written here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.model.plan import Target, TemplateExercise
from workout_tui.model.written import Written

if TYPE_CHECKING:
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.plan import Template

_USUAL = (Target(),) * 3
"""what a new exercise begins with: three sets, as last time"""


def merged(stands: Written, typed: Written) -> Written:
    """What stands with what was typed anew: ``r180`` changes the rest alone, ``3x5`` the sets alone."""
    return Written(
        targets=typed.targets or stands.targets,
        rest_s=stands.rest_s if typed.rest_s is None else typed.rest_s,
        step=typed.step or stands.step,
        deload=typed.deload or stands.deload,
        superset=typed.superset or stands.superset,
        note=typed.note or stands.note,
        training_max=typed.training_max or stands.training_max,
    )


def written(template: Template, place: int, line: Written) -> Template:
    """The exercise at `place` as a line says it."""
    one = replace(
        template.exercises[place],
        targets=line.targets,
        rest_s=line.rest_s,
        step=line.step,
        deload=line.deload,
        superset=line.superset,
        note=line.note,
    )
    return _put(template, place, one)


def noted(template: Template, place: int, note: str) -> Template:
    """The exercise at `place` with another note."""
    return _put(template, place, replace(template.exercises[place], note=note))


def added(template: Template, place: int, exercise: Exercise) -> Template:
    """One more exercise, so that it stands at `place`."""
    new = TemplateExercise("", exercise, _USUAL)
    return replace(template, exercises=(*template.exercises[:place], new, *template.exercises[place:]))


def swapped(template: Template, place: int, exercise: Exercise) -> Template:
    """Another exercise in the place of one. Loads and step written for the old one say nothing about it."""
    old = template.exercises[place]
    targets = tuple(replace(target, load=None, percent10=None) for target in old.targets)
    return _put(template, place, replace(old, uid="", exercise=exercise, targets=targets, step=None, deload=None))


def without(template: Template, place: int) -> Template:
    """The exercise at `place` taken out."""
    return replace(template, exercises=template.exercises[:place] + template.exercises[place + 1 :])


def moved(template: Template, place: int, step: int) -> Template | None:
    """The exercise at `place` one up or down; None at the end of the list."""
    to = place + step
    if not 0 <= to < len(template.exercises):
        return None
    order = list(template.exercises)
    order.insert(to, order.pop(place))
    return replace(template, exercises=tuple(order))


def grouped(template: Template, place: int) -> Template | None:
    """The exercise at `place` in a superset with the one below it, or out of it; None without one below."""
    one = template.exercises[place]
    if one.superset:
        return _alone_no_more(_put(template, place, replace(one, superset="")))
    if place + 1 >= len(template.exercises):
        return None
    below = template.exercises[place + 1]
    letter = below.superset or _free_letter(template)
    both = _put(template, place, replace(one, superset=letter))
    return _put(both, place + 1, replace(below, superset=letter))


def _alone_no_more(template: Template) -> Template:
    """Without letters that only one exercise has."""
    letters = [one.superset for one in template.exercises]
    return replace(
        template,
        exercises=tuple(
            replace(one, superset="") if letters.count(one.superset) == 1 else one for one in template.exercises
        ),
    )


def _free_letter(template: Template) -> str:
    taken = {one.superset for one in template.exercises}
    return next(letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in taken)


def _put(template: Template, place: int, one: TemplateExercise) -> Template:
    return replace(template, exercises=(*template.exercises[:place], one, *template.exercises[place + 1 :]))
