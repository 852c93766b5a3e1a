"""``workout export``: the log for other programs, or whole for another laptop."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from workout_tui.cli.options import add_lifter, command, file
from workout_tui.cli.output import say
from workout_tui.transfer.new_file import write_new

if TYPE_CHECKING:
    import argparse

    from workout_tui.cli.opening import Book
    from workout_tui.paths import Paths

_EXAMPLES = """\
  workout export sets.csv                  every set: the columns of v_sets, see “workout sql --help”
  workout export --json | jq .
  workout export --spreadsheet sets.csv    text that begins with = + - or @ gets a ' before it, so that
                                           no spreadsheet takes a note for a formula; numbers stay numbers
  workout export --whole ada.json          all of a lifter's log; “workout import ada.json” takes it in elsewhere,
                                           all but what undo remembers and how a sheet stands
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    export = command(commands, "export", _export, about="write the log out as CSV or JSON", examples=_EXAMPLES)
    export.add_argument(
        "file", metavar="FILE", type=file, nargs="?", help="a new file; it is printed without one, or for -"
    )
    form = export.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="sets, comma-separated; this is the usual form")
    form.add_argument("--json", action="store_true", help="sets as a list of objects")
    form.add_argument("--spreadsheet", action="store_true", help="as --csv, with text made safe for spreadsheets")
    form.add_argument("--whole", action="store_true", help="all: programs, plans, notes, settings, imports too")
    add_lifter(export)


def _export(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened

    with opened(arguments, paths) as book:
        text = _text(arguments, book)
    if arguments.file is None or str(arguments.file) == "-":
        sys.stdout.write(text)
    else:
        write_new(arguments.file, text)
        say(f"Written to {arguments.file}.")
    return 0


def _text(arguments: argparse.Namespace, book: Book) -> str:
    if arguments.whole:
        from workout_tui.transfer import whole

        return whole.write(book.logbook.whole())
    from workout_tui.transfer import answers

    sets = book.logbook.sets()
    return answers.as_json(sets) if arguments.json else answers.as_csv(sets, guarded=arguments.spreadsheet)
