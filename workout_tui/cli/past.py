"""``workout history``, ``records`` and ``templates``: what there is, in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.cli.options import add_json, add_lifter, command
from workout_tui.cli.output import show

if TYPE_CHECKING:
    import argparse

    from workout_tui.paths import Paths

_HISTORY = """\
  workout history                  the last twenty workouts
  workout history -n 100
  workout history squat            the last times of one exercise
  workout history "24 sep"         the workout of a day in full; also last, yesterday, 2024-09-24
  workout history --discarded      what was put aside
"""
_RECORDS = """\
  workout records                  the newest records
  workout records squat -n 50      those of one exercise
"""
_TEMPLATES = """\
  workout templates                what “workout start” can begin
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    history = command(commands, "history", _history, about="list what was done, newest first", examples=_HISTORY)
    history.add_argument("what", metavar="EXERCISE|DAY", nargs="?", help="its last times, or the workout of a day")
    history.add_argument("--discarded", action="store_true", help="the workouts that were put aside")
    records = command(commands, "records", _records, about="list records, newest first", examples=_RECORDS)
    records.add_argument("exercise", metavar="EXERCISE", nargs="?", help="only those of this exercise")
    for one in (history, records):
        one.add_argument("-n", "--limit", metavar="N", type=_count, default=20, help="how many, 20 by default")
    templates = command(commands, "templates", _templates, about="list the workouts to start", examples=_TEMPLATES)
    for one in (history, records, templates):
        add_lifter(one)
        add_json(one)


def _count(text: str) -> int:
    """A number of rows, from 1."""
    number = int(text)
    if not 1 <= number <= 1_000_000:
        raise ValueError
    return number


_count.__name__ = "number from 1"


def _history(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli import naming, sessions
    from workout_tui.cli.opening import opened
    from workout_tui.model.notation import show_all

    with opened(arguments, paths) as book:
        session = sessions.named(arguments.what, book) if arguments.what else None
        if session is not None:
            sessions.tell(book, session, json=arguments.json)
            return 0
        if arguments.what:
            wanted = naming.exercise(arguments.what, book.logbook.exercises())
            past = book.logbook.history(wanted.uid, limit=arguments.limit)
            rows = [(one.day.isoformat(), one.title, show_all(one.sets, wanted.measure)) for one in reversed(past)]
            show(("date", "workout", "sets"), rows, json=arguments.json, nothing=f"No {wanted.name} was done yet.")
            return 0
        past_lines = book.logbook.past_page(limit=arguments.limit, discarded=arguments.discarded)
        show(
            ("date", "workout", "minutes", "sets", "volume_kg"),
            [(one.day.isoformat(), one.title, one.minutes, one.sets, one.volume_kg or 0.0) for one in past_lines],
            json=arguments.json,
            nothing="Nothing was put aside." if arguments.discarded else "No workout was finished yet.",
        )
    return 0


def _records(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli import naming
    from workout_tui.cli.opening import opened

    with opened(arguments, paths) as book:
        uid = naming.exercise(arguments.exercise, book.logbook.exercises()).uid if arguments.exercise else None
        found = book.logbook.records(uid, limit=arguments.limit)
        show(
            found.columns,
            found.rows,
            json=arguments.json,
            nothing="No records yet: the first time of anything is none.",
        )
    return 0


def _templates(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened

    with opened(arguments, paths) as book:
        programs = {one.uid: one.program for one in book.logbook.templates()}
        rows = [
            (one.title, programs.get(one.template_uid, ""), ", ".join(one.exercises))
            for one in book.logbook.home(records=False).workouts
        ]
        show(("workout", "program", "exercises"), rows, json=arguments.json, nothing="There are no workouts yet.")
    return 0
