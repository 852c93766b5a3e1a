"""Exercises and workouts by what a person calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from workout_tui.errors import InvalidEntry
from workout_tui.model import find
from workout_tui.model.exercise import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_tui.model.exercise import Exercise
    from workout_tui.model.looking_back import PastLine
    from workout_tui.model.overview import Choice
    from workout_tui.model.plan import Program

Thing = TypeVar("Thing")
_OFFERED = 5


def exercise(name: str, library: Iterable[Exercise]) -> Exercise:
    """The exercise of this name or alias, or the only one that fits what was typed.

    Raises:
        InvalidEntry: none fits, or several do.
    """
    live = [one for one in library if not one.archived]
    return _one("exercise", name, [(one, one.name, one.aliases) for one in live])


def workout(name: str, choices: Sequence[Choice], up_next: str | None) -> Choice:
    """The workout of this name, or the only one that fits; of several with one name the one that is up next.

    Raises:
        InvalidEntry: none fits, or several do.
    """
    key = name_key(name)
    named = [one for one in choices if name_key(one.title) == key]
    if named:
        return next((one for one in named if one.template_uid == up_next), named[0])
    return _one("workout", name, [(one, one.title, ()) for one in choices])


def program(name: str, programs: Sequence[Program]) -> Program:
    """The program of this name, or the only one that fits what was typed.

    Raises:
        InvalidEntry: none fits, or several do.
    """
    return _one("program", name, [(one, one.name, ()) for one in programs])


def session(name: str, newest_first: Sequence[PastLine], *, discarded: bool) -> PastLine:
    """The newest past workout of this name, or of the only name that fits what was typed.

    Raises:
        InvalidEntry: no name fits, or several do.
    """
    newest: dict[str, PastLine] = {}
    for one in newest_first:
        newest.setdefault(name_key(one.title), one)
    kind = "discarded workout" if discarded else "finished workout"
    return _one(kind, name, [(one, one.title, ()) for one in newest.values()])


def _one(kind: str, name: str, candidates: list[tuple[Thing, str, Sequence[str]]]) -> Thing:
    key = name_key(name)
    for thing, own, aliases in candidates:
        if key in {name_key(one) for one in (own, *aliases)}:
            return thing
    fitting = find.rank(name, [(place, own, aliases) for place, (_, own, aliases) in enumerate(candidates)])
    if name.strip() and len(fitting) == 1:
        return candidates[fitting[0]][0]
    if not fitting:
        raise InvalidEntry(f"There is no {kind} “{name}”.", f"“workout {_LISTED[kind]}” shows what there is.")
    offered = ", ".join(candidates[place][1] for place in fitting[:_OFFERED])
    more = " …" if len(fitting) > _OFFERED else ""
    raise InvalidEntry(f"Several {kind}s fit “{name}”: {offered}{more}.", "Write more of the name.")


_LISTED = {
    "exercise": "exercises",
    "workout": "templates",
    "program": "programs",
    "finished workout": "history",
    "discarded workout": "history --discarded",
}
