"""What a lifter sets up for training: exercises, and what they settled for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.store import exercises

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.exercise import Exercise, ExerciseSetting


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
        return tuple(known(deed, one) for one in many)


def set_exercise_setting(desk: Desk, exercise_uid: str, setting: ExerciseSetting) -> ExerciseSetting:
    """Settle note, step, bar, rest or unit of an exercise for this lifter."""
    with desk.act("exercise setting") as deed:
        deed.is_about(exercises_of(desk))
        exercise_id, _ = deed.find_exercise(exercise_uid)
        exercises.put_setting(deed.store, deed.profile_id, exercise_id, setting)
    return setting


def set_exercise_settings(desk: Desk, settings: Mapping[str, ExerciseSetting]) -> None:
    """Settle many exercises, by their uids, in one transaction: what a new lifter begins with."""
    with desk.act("exercise settings") as deed:
        for exercise_uid, setting in settings.items():
            exercise_id, _ = deed.find_exercise(exercise_uid)
            exercises.put_setting(deed.store, deed.profile_id, exercise_id, setting)


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


def known(deed: Deed, one: Exercise) -> Exercise:
    """An exercise of the library, found by uid or by name; added when the library lacks it."""
    found = exercises.find(deed.store, one.uid) or exercises.named(deed.store, one.name)
    if found is not None:
        return found[1]
    free = tuple(alias for alias in one.aliases if exercises.named(deed.store, alias) is None)
    new = replace(one, uid=one.uid or deed.new_uid(), name=one.name.strip(), aliases=free)
    exercises.put(deed.store, new, deed.now)
    return new
