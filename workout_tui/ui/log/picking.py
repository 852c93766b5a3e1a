"""The list an exercise is picked from: what probably comes next, what was done lately, what most do, then the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Exercise, Measure, name_key
from workout_tui.model.find import rank
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_USUAL = (
    "Back Squat",
    "Bench Press",
    "Deadlift",
    "Overhead Press",
    "Barbell Row",
    "Pull-up",
    "Romanian Deadlift",
    "Lat Pulldown",
    "Leg Press",
    "Lateral Raise",
    "DB Row",
    "DB Curl",
    "Plank",
)
"""what most people begin with: before the rest of the library, after whatever is the lifter's own"""
_NEW = (
    (Measure.WEIGHT, "weight × reps"),
    (Measure.BODYWEIGHT, "bodyweight × reps"),
    (Measure.TIME, "time"),
    (Measure.DISTANCE, "distance"),
)


@dataclass(frozen=True, slots=True)
class Option:
    """One row of the list."""

    exercise: Exercise
    is_new: bool = False
    """whether it is to be added to the library; its uid is empty then"""
    number: int | None = None
    """the digit that picks it at once"""
    about: str = ""


def options(
    query: str, exercises: Iterable[Exercise], offered: Sequence[str], recent: Sequence[str], *, new: bool = True
) -> tuple[Option, ...]:
    """What can be picked, best first.

    Args:
        query: what was typed.
        exercises: the library, by name.
        offered: uids of the likeliest ones; they have digits while nothing is typed.
        recent: uids of those done lately, the latest first.
        new: whether what is not there can be added to the library.
    """
    known = {one.uid: one for one in exercises if not one.archived}
    usual = sorted((one for one in known.values() if one.name in _USUAL), key=lambda one: _USUAL.index(one.name))
    order = [uid for uid in dict.fromkeys((*offered, *recent, *(one.uid for one in usual), *known)) if uid in known]
    name = " ".join(query.split())
    if not name:
        numbers = {uid: number for number, uid in enumerate((uid for uid in offered if uid in known), 1)}
        return tuple(Option(known[uid], number=numbers.get(uid), about=_about(known[uid])) for uid in order)
    found = rank(name, [(uid, known[uid].name, known[uid].aliases) for uid in order])
    rows = [Option(known[uid], about=_about(known[uid])) for uid in found]
    if not new or any(name_key(name) == name_key(one.name) for one in known.values()):
        return tuple(rows)
    return (*rows, *(Option(Exercise("", name, measure), is_new=True, about=about) for measure, about in _NEW))


def in_place_of(exercise: Exercise, exercises: Sequence[Exercise], recent: Sequence[str]) -> tuple[str, ...]:
    """Uids, best first, of what may take the place of `exercise`: what works its first muscle, then what is recent.

    Of the former those done lately come first, then those that most people do.
    """
    first = exercise.muscles[:1]
    alike = sorted(
        (one for one in exercises if first and one.muscles[:1] == first), key=lambda one: one.name not in _USUAL
    )
    same = [one.uid for one in alike]
    return tuple(dict.fromkeys((*(uid for uid in recent if uid in same), *same, *recent)))


def _about(exercise: Exercise) -> str:
    return plain(" · ".join(part for part in (exercise.equipment, ", ".join(exercise.muscles)) if part))
