"""``workout imports`` and ``workout import --undo``: which histories were brought, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.cli.options import add_json, add_lifter, command
from workout_tui.cli.output import say, show

if TYPE_CHECKING:
    import argparse

    from workout_tui.model.intake import ImportBatch
    from workout_tui.paths import Paths

_EXAMPLES = """\
  workout imports                       newest first; the first column is what --undo takes
  workout import --undo 7f3a91c2        take one back
"""
_COLUMNS = ("import", "date", "program", "file", "workouts", "sets", "changed since")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    made = command(commands, "imports", _imports, about="list the histories that were imported", examples=_EXAMPLES)
    add_lifter(made)
    add_json(made)


def undo(arguments: argparse.Namespace, paths: Paths) -> int:
    """Take back an import, named by the end of its uid."""
    from workout_tui.cli.opening import opened
    from workout_tui.transfer import telling

    with opened(arguments, paths) as book:
        batch = _named(book.logbook.imports(), arguments.undo)
        done = book.logbook.undo_import(batch.uid, everything=arguments.all)
    say(telling.back(done))
    return 0


def _imports(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened
    from workout_tui.transfer import telling

    with opened(arguments, paths) as book:
        made = book.logbook.imports()
    rows = [
        (telling.short(one.uid), _when(one.at), one.format, one.file_name, one.sessions, one.sets, one.edited)
        for one in made
    ]
    show(_COLUMNS, rows, json=arguments.json, nothing="Nothing was imported. “workout import FILE” brings a history.")
    return 0


def _named(made: tuple[ImportBatch, ...], end: str) -> ImportBatch:
    """The one import whose uid ends like this."""
    from workout_tui.errors import NotFound

    found = [one for one in made if one.uid.endswith(end.casefold())]
    if len(found) != 1:
        many = "More than one import ends" if found else "No import ends"
        raise NotFound(f"{many} in “{end}”.", "“workout imports” lists them.")
    return found[0]


def _when(at: int) -> str:
    from datetime import UTC, datetime

    return f"{datetime.fromtimestamp(at / 1000, UTC).astimezone():%Y-%m-%d %H:%M}"
