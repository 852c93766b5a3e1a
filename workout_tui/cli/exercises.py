"""``workout exercises``: the library as a list, and what can be done with one exercise or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.cli.options import add_json, add_lifter, command
from workout_tui.cli.output import say, show

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.exercise import Exercise
    from workout_tui.paths import Paths

    Act = Callable[[argparse.Namespace, Logbook], str]

_EXAMPLES = """\
  workout exercises                                      the library
  workout exercises show "Bench Press"                   all that is settled of one
  workout exercises set "DB Curl" load_of each           a load typed is that of each dumbbell
  workout exercises rename "Cable Fly" "Low Cable Fly"   its past goes with it, the old name still finds it
  workout exercises merge "Barbell Row" "Pendlay Row"    they are one: the first is of the second from now on
  workout exercises archive "Burpee"                     no more offered; restore brings it back
  workout exercises undo                                 take the last of these back
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    one = command(commands, "exercises", _exercises, about="list the exercises, or tend them", examples=_EXAMPLES)
    one.add_argument("action", nargs="?", choices=tuple(_ARGUMENTS), help="what to do; without it they are listed")
    one.add_argument("names", metavar="NAME", nargs="*", help="the exercise, and what else the action needs")
    one.add_argument("--yes", action="store_true", help="merge without asking")
    add_lifter(one)
    add_json(one)


def _exercises(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened

    action, given = arguments.action, arguments.names
    _check(action, given)
    with opened(arguments, paths) as book:
        if action is None:
            _list(book.logbook.exercises(), json=arguments.json)
        elif action == "show":
            _show(_named(book.logbook, given[0]), book.logbook, json=arguments.json)
        else:
            say(_ACTS[action](arguments, book.logbook))
    return 0


def _check(action: str | None, given: Sequence[str]) -> None:
    """Whether an action got what it needs.

    Raises:
        InvalidEntry: it did not; how it is written.
    """
    from workout_tui.errors import InvalidEntry

    wanted = _ARGUMENTS[action] if action else ()
    if len(given) != len(wanted):
        form = f"“workout exercises {' '.join((action, *wanted))}”." if action else "“workout exercises”."
        raise InvalidEntry("There is something missing or too much.", f"Write {form}")


def _list(library: Sequence[Exercise], *, json: bool) -> None:
    rows = [
        (one.name, one.measure.value, one.equipment, ", ".join(one.muscles), ", ".join(one.aliases))
        for one in library
        if not one.archived
    ]
    columns = ("exercise", "measure", "equipment", "muscles", "also")
    show(columns, rows, json=json, nothing="The library is empty.")


def _show(one: Exercise, logbook: Logbook, *, json: bool) -> None:
    form = logbook.exercise_form(one.uid)
    rows = [(field.name, field.value) for field in (*form.shared, *form.own)]
    use = form.use
    rows += [("workouts", str(use.sessions)), ("sets", str(use.sets)), ("templates", str(use.templates))]
    show(("field", "value"), rows, json=json, nothing="")


def _named(logbook: Logbook, name: str) -> Exercise:
    from workout_tui.cli import naming

    return naming.exercise(name, logbook.exercises())


def _rename(arguments: argparse.Namespace, logbook: Logbook) -> str:
    from workout_tui.errors import InvalidEntry

    old = _named(logbook, arguments.names[0])
    use = logbook.exercise_form(old.uid).use
    if arguments.names[1].strip() == old.name:
        raise InvalidEntry(f"It is called {old.name} already.", "Write another name.")
    new = logbook.change_exercise_field(old.uid, "name", arguments.names[1])
    return f"{old.name} is {new} now{_again(use.sessions)}."


def _set(arguments: argparse.Namespace, logbook: Logbook) -> str:
    name, field, typed = arguments.names
    one = _named(logbook, name)
    return f"{one.name}, {field}: {logbook.change_exercise_field(one.uid, field, typed)}"


def _merge(arguments: argparse.Namespace, logbook: Logbook) -> str:
    from workout_tui.cli import questions
    from workout_tui.errors import InvalidEntry
    from workout_tui.ui.presenters.use import use_words

    gone, kept = (_named(logbook, name) for name in arguments.names)
    use = logbook.exercise_form(gone.uid).use
    words = f"{gone.name} ({use_words(use)}) will be of {kept.name}{_again(use.sessions)}."
    if not arguments.yes:
        if not questions.can_ask():
            raise InvalidEntry(words, "Add --yes to do it.")
        answer = questions.typed(f"{words} y/n ")
        if answer is None or answer.casefold() not in {"y", "yes"}:
            return "They stay apart."
    logbook.merge_exercises(gone.uid, kept.uid)
    return f"{kept.name} is {gone.name} too now. “workout exercises undo” takes it back."


def _again(sessions: int) -> str:
    from workout_tui.ui.text import count

    return f"; {count(sessions, 'workout')} will go to a connected sheet again" if sessions else ""


def _archive(arguments: argparse.Namespace, logbook: Logbook) -> str:
    one = logbook.archive_exercise(_named(logbook, arguments.names[0]).uid)
    return f"{one.name} is offered no more; what was done of it stays."


def _restore(arguments: argparse.Namespace, logbook: Logbook) -> str:
    from dataclasses import replace

    from workout_tui.cli import naming

    away = [replace(one, archived=False) for one in logbook.exercises() if one.archived]
    one = logbook.archive_exercise(naming.exercise(arguments.names[0], away).uid, archived=False)
    return f"{one.name} is offered again."


def _undo(_: argparse.Namespace, logbook: Logbook) -> str:
    return f"Taken back: {logbook.undo_exercises()}."


_ARGUMENTS = {
    "show": ("NAME",),
    "set": ("NAME", "FIELD", "VALUE"),
    "rename": ("NAME", "NEW"),
    "merge": ("NAME", "INTO"),
    "archive": ("NAME",),
    "restore": ("NAME",),
    "undo": (),
}
_ACTS: dict[str, Act] = {
    "set": _set,
    "rename": _rename,
    "merge": _merge,
    "archive": _archive,
    "restore": _restore,
    "undo": _undo,
}
