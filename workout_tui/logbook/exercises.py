"""The library as a lifter tends it: each exercise as a form, another name, two that are one, and undo of it all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.logbook import finding
from workout_tui.logbook.library import exercises_of, refuse_exercise
from workout_tui.logbook.preferences import Setting, shown
from workout_tui.model.exercise_form import FIELDS, MEASURE, MEASURES, SHARED, Settled, own
from workout_tui.store import exercises, merging, undo

if TYPE_CHECKING:
    from workout_tui.logbook.desk import Desk
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.exercise_form import Field
    from workout_tui.store.merging import Use


@dataclass(frozen=True, slots=True)
class Form:
    """An exercise with all that can be settled of it."""

    exercise: Exercise
    use: Use
    shared: tuple[Setting, ...]
    """what is the same for all lifters"""
    own: tuple[Setting, ...]
    """what this lifter settles for themselves"""


def form(desk: Desk, exercise_uid: str) -> Form:
    """An exercise with all that can be settled of it.

    Raises:
        NotFound: there is none of this uid.
    """
    with desk.store.read():
        exercise_id, whole = _settled(desk, exercise_uid)
        use = merging.use(desk.store, exercise_id)
    return Form(
        whole.exercise,
        use,
        tuple(_shown(one, whole, use) for one in SHARED),
        tuple(shown(one, whole) for one in own(whole.exercise.measure)),
    )


def read_field(desk: Desk, exercise_uid: str, name: str, typed: str) -> str:
    """How a value that was typed would be shown; nothing is written.

    Raises:
        InvalidEntry: it cannot be that.
    """
    one, (_, whole) = _field(name), _settled(desk, exercise_uid)
    return one.show(one.changed(whole, typed))


def change_field(desk: Desk, exercise_uid: str, name: str, typed: str) -> str:
    """Give a field of an exercise the value that was typed, and say how it then stands. One act.

    Another name makes all workouts with it due for the sheet again.

    Raises:
        InvalidEntry: it cannot be that, or another exercise has the name.
        NotFound: there is no such exercise.
    """
    one = _field(name)
    with desk.act(f"exercise {one.label.casefold()}") as deed:
        deed.is_about(exercises_of(desk))
        exercise_id, whole = _settled(desk, exercise_uid)
        new = one.changed(whole, typed)
        if one is MEASURE and new != whole:
            _refuse_measure(merging.use(deed.store, exercise_id))
        if new.exercise != whole.exercise:
            refuse_exercise(deed, new.exercise)
            exercises.put(deed.store, new.exercise, deed.now)
        if new.setting != whole.setting:
            exercises.put_setting(deed.store, deed.profile_id, exercise_id, new.setting)
    return one.show(new)


def archive(desk: Desk, exercise_uid: str, *, archived: bool) -> Exercise:
    """Put an exercise away, so that it is not offered any more, or take it out again. What was done stays."""
    with desk.act("archive exercise") as deed:
        deed.is_about(exercises_of(desk))
        one = replace(deed.find_exercise(exercise_uid)[1], archived=archived)
        exercises.put(deed.store, one, deed.now)
        return one


def merge(desk: Desk, gone_uid: str, kept_uid: str) -> Exercise:
    """Two exercises are one: all that was done and planned of the first is of the second from now on. One act.

    The second is found by the names of the first too. What was settled for the second stands; what was not is
    taken over. All workouts with the first are due for the sheet again.

    Raises:
        InvalidEntry: they are the same already, or are counted in different ways.
        NotFound: one of them isn't in the library.
    """
    with desk.act("merge exercises") as deed:
        deed.is_about(exercises_of(desk))
        gone_id, gone = deed.find_exercise(gone_uid)
        kept_id, kept = deed.find_exercise(kept_uid)
        _refuse_merge(gone, kept)
        merging.merge(deed.store, gone_id, kept_id)
        return deed.find_exercise(kept_uid)[1]


def undo_last(desk: Desk) -> str:
    """Take back the last change of the library or of what is settled there; its kind.

    Raises:
        CannotUndo: there is none, or the same was changed since.
    """
    with desk.timed("undo exercise"):
        return undo.undo_about(desk.store, exercises_of(desk), at=desk.clock.now())


def redo_next(desk: Desk) -> str:
    """Do again what was taken back last; its kind.

    Raises:
        CannotUndo: there is none, or the same was changed since.
    """
    with desk.timed("redo exercise"):
        return undo.redo_about(desk.store, exercises_of(desk), at=desk.clock.now())


def _settled(desk: Desk, exercise_uid: str) -> tuple[int, Settled]:
    exercise_id, exercise = finding.exercise(desk.store, exercise_uid)
    profile_id, lifter = desk.lifter()
    return exercise_id, Settled(exercise, exercises.settings(desk.store, profile_id, exercise_id), lifter.unit)


def _field(name: str) -> Field:
    if name not in FIELDS:
        raise InvalidEntry(f"There is no “{name}” of an exercise.", f"There are: {', '.join(FIELDS)}.", field="name")
    return FIELDS[name]


def _shown(field: Field, whole: Settled, use: Use) -> Setting:
    """A shared field; how sets are counted can be chosen only before there is one."""
    one = shown(field, whole)
    return (
        replace(one, choices=(), allowed="", about="as its sets were logged") if field is MEASURE and use.sets else one
    )


def _refuse_measure(use: Use) -> None:
    if use.sets:
        logged = "1 set of it is logged: it" if use.sets == 1 else f"{use.sets} sets of it are logged: they"
        raise InvalidEntry(
            f"{logged} would say nothing any more.", "Add an exercise that is counted so.", field="measure"
        )


def _refuse_merge(gone: Exercise, kept: Exercise) -> None:
    if gone.uid == kept.uid:
        raise InvalidEntry(f"{gone.name} is one exercise already.", "Choose another one.", field="name")
    if gone.measure is not kept.measure:
        raise InvalidEntry(
            f"{gone.name} is counted as {MEASURES[gone.measure]}, {kept.name} as {MEASURES[kept.measure]}.",
            "Only exercises that are counted alike can be one.",
            field="measure",
        )
