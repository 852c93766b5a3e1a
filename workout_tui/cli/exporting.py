"""``workout export``: the log for other programs, or whole for another laptop."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from workout_tui.cli.options import add_lifter, command, file
from workout_tui.errors import InvalidEntry, StoreUnavailable

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from workout_tui.cli.opening import Book
    from workout_tui.paths import Paths

_EXAMPLES = """\
  workout export sets.csv                  every set: the columns of v_sets, see “workout sql --help”
  workout export --json | jq .
  workout export --spreadsheet sets.csv    text that begins with = + - or @ gets a ' before it, so that
                                           no spreadsheet takes a note for a formula; numbers stay numbers
  workout export --whole ada.json          all of a lifter's log; “workout import ada.json” takes it in elsewhere
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    export = command(commands, "export", _export, about="write the log out as CSV or JSON", examples=_EXAMPLES)
    export.add_argument("file", metavar="FILE", type=file, nargs="?", help="a new file; without one it is printed")
    form = export.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="sets, comma-separated; this is the usual form")
    form.add_argument("--json", action="store_true", help="sets as a list of objects")
    form.add_argument("--spreadsheet", action="store_true", help="as --csv, with text made safe for spreadsheets")
    form.add_argument("--whole", action="store_true", help="everything: programs, plans, notes, settings too")
    add_lifter(export)


def _export(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened

    with opened(arguments, paths) as book:
        text = _text(arguments, book)
    if arguments.file is None:
        sys.stdout.write(text)
    else:
        write_new(arguments.file, text)
    return 0


def _text(arguments: argparse.Namespace, book: Book) -> str:
    if arguments.whole:
        from workout_tui.transfer import whole

        return whole.write(book.logbook.whole())
    from workout_tui.transfer import answers

    sets = book.logbook.sets()
    return answers.as_json(sets) if arguments.json else answers.as_csv(sets, guarded=arguments.spreadsheet)


def write_new(target: Path, text: str) -> None:
    """Write a new file, for its owner's eyes only.

    Raises:
        InvalidEntry: there is a file of this name.
        StoreUnavailable: it cannot be written.
    """
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            out.write(text)
    except FileExistsError as error:
        raise InvalidEntry(f"There is a file {target} already.", "Give another name.", field="file") from error
    except OSError as error:
        raise StoreUnavailable(f"{target} cannot be written: {error.strerror}.", "Choose another place.") from error
