"""Exercises, workouts and programs by their uids; where there is none, the same words say so everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.errors import NotFound
from workout_tui.store import exercises, plans, sessions

if TYPE_CHECKING:
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.plan import Template
    from workout_tui.store.connection import Store


def exercise(store: Store, uid: str) -> tuple[int, Exercise]:
    """An exercise of the library, shared by all lifters, and the id of its row.

    Raises:
        NotFound: there is none of this uid.
    """
    found = exercises.find(store, uid)
    if found is None:
        raise NotFound("This exercise isn't in the library.", "Choose another one.", exercise=uid)
    return found


def session(store: Store, profile_id: int, uid: str) -> sessions.Found:
    """A session of a lifter, whatever its state.

    Raises:
        NotFound: there is none of this uid, or it is another lifter's.
    """
    found = sessions.of_uid(store, profile_id, uid)
    if found is None:
        raise NotFound("This workout isn't in the log.", "Go back and choose again.", session=uid)
    return found


def template(store: Store, profile_id: int, uid: str | None) -> tuple[int, Template]:
    """The id of the row of a lifter's template, and the template; archived and reserved ones too.

    Raises:
        NotFound: there is none of this uid, or it is another lifter's.
    """
    found = plans.find(store, profile_id, uid) if uid else None
    if found is None:
        raise no_template(uid)
    return found


def no_template(uid: str | None) -> NotFound:
    """What to raise where there is no such template, or none that this can be done to."""
    return NotFound("There is no such workout.", "Choose one from the list.", template=uid)


def no_program(uid: str) -> NotFound:
    """The same of a program."""
    return NotFound("There is no such program.", "Choose one from the list.", program=uid)
