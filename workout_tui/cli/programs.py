"""``workout programs``: what leads from one workout to the next, and its file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from workout_tui.cli.options import add_json, add_lifter, command, file
from workout_tui.cli.output import say, show
from workout_tui.errors import InvalidEntry

if TYPE_CHECKING:
    import argparse
    from datetime import date
    from pathlib import Path

    from workout_tui.cli.opening import Book
    from workout_tui.logbook.starters import Starter
    from workout_tui.model.plan import Program
    from workout_tui.paths import Paths

_PROGRAMS = """\
  workout programs                          what there is, and where you stand
  workout programs --start "5×5"            begin it, or begin it again
  workout programs --skip                   leave out the day that comes next
  workout programs --export mine.toml       all workouts as one file to read, edit and pass on
  workout programs --import mine.toml       add what you lack; what you have stays as it is
  workout programs --starters               the programs that come with the program
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    one = command(commands, "programs", _programs, about="list, start, export and import programs", examples=_PROGRAMS)
    what = one.add_mutually_exclusive_group()
    what.add_argument("--start", metavar="NAME", help="begin a run of it; starter programs are added first")
    one.add_argument("--on", metavar="DATE", type=_day, help="with --start: as if begun on this day, 2024-09-30")
    what.add_argument("--skip", action="store_true", help="leave out the day that comes next")
    what.add_argument("--leave", action="store_true", help="end the run: nothing leads what comes next")
    what.add_argument("--export", metavar="FILE", type=file, help="write all workouts; - writes to the terminal")
    what.add_argument("--import", metavar="FILE", type=file, dest="take", help="add what a file has")
    what.add_argument("--starters", action="store_true", help="list the programs that come with the program")
    add_lifter(one)
    add_json(one)


def _day(text: str) -> date:
    """A date that was typed."""
    from datetime import date

    return date.fromisoformat(text)


_day.__name__ = "date"


def _programs(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened

    with opened(arguments, paths) as book:
        if arguments.start is not None:
            _start(book, arguments.start, arguments.on)
        elif arguments.skip:
            book.logbook.skip_day()
            _say_next(book)
        elif arguments.leave:
            book.logbook.leave_program()
            say("No program leads what comes next.")
        elif arguments.export is not None:
            _export(book, arguments.export)
        elif arguments.take is not None:
            _import(book, arguments.take)
        elif arguments.starters:
            _list_starters(book, json=arguments.json)
        else:
            _list(book, json=arguments.json)
    return 0


def _start(book: Book, name: str, on: date | None) -> None:
    from workout_tui.cli import naming

    own = _own(book)
    names = {one.name for one in own}
    offered = [one.program for one in _starters(book) if one.program.name not in names]
    wanted = naming.program(name, [*own, *offered])
    added = wanted if wanted in own else book.logbook.add_program(wanted)
    book.logbook.start_program(added.uid, on)
    _say_next(book)


def _say_next(book: Book) -> None:
    stands = book.logbook.standing()
    if stands is None or stands.next_day is None:
        say("Every day of it is taken: --start begins it again.")
    else:
        say(f"Next: {stands.next_day.name}, {stands.why}.")


def _export(book: Book, target: Path) -> None:
    from workout_tui.model import program_file
    from workout_tui.transfer.new_file import write_new

    programs = _own(book)
    uids = {one.exercise.uid for program in programs for day in program.templates for one in day.exercises}
    settled = {uid: book.logbook.exercise_setting(uid).training_max for uid in uids}
    maxes = {uid: load for uid, load in settled.items() if load is not None}
    text = program_file.write(programs, book.logbook.lifter.unit, maxes)
    if str(target) == "-":
        sys.stdout.write(text)
    else:
        write_new(target, text)
        say(f"Written to {target}.")


def _import(book: Book, source: Path) -> None:
    from workout_tui.model import program_file

    found = program_file.read(_text(source), book.logbook.exercises(), book.logbook.lifter.unit)
    taken = book.logbook.take_programs(found)
    say(f"Added: {', '.join(taken.added)}." if taken.added else "Nothing was added.")
    if taken.there:
        say(f"There already, and left as they are: {', '.join(taken.there)}.")


def _text(source: Path) -> str:
    """What stands in a file.

    Raises:
        InvalidEntry: it cannot be read, or is no text.
    """
    try:
        return source.read_text("utf-8-sig")
    except OSError as error:
        raise InvalidEntry(f"{source} cannot be read: {error.strerror}.", "Name another file.", field="file") from error
    except UnicodeDecodeError as error:
        raise InvalidEntry(f"{source} is no text file.", "Name another file.", field="file") from error


def _list(book: Book, *, json: bool) -> None:
    from workout_tui.model.program import days

    stands = book.logbook.standing()
    rows = []
    for one in _own(book):
        runs = stands is not None and stands.program.uid == one.uid
        following = stands.next_day.name if runs and stands and stands.next_day else ""
        names = ", ".join(day.name for day in days(one))
        rows.append((one.name, one.kind.value, len(days(one)), "yes" if runs else "", following, names))
    columns = ("program", "kind", "days", "runs", "next", "workouts")
    show(columns, rows, json=json, nothing="There are no programs yet: --starters lists some.")


def _list_starters(book: Book, *, json: bool) -> None:
    rows = [(one.program.name, len(one.program.templates), one.about) for one in _starters(book)]
    show(("program", "days", "about"), rows, json=json, nothing="")


def _own(book: Book) -> list[Program]:
    from workout_tui.model.program import days

    return [one for one in book.logbook.programs() if not one.archived and days(one)]


def _starters(book: Book) -> tuple[Starter, ...]:
    from workout_tui.logbook import starters

    return starters.starters(book.logbook.lifter.unit, book.uids)
