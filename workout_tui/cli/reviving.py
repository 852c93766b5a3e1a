"""``workout reopen`` and ``undiscard``: the way back into a workout that was finished or put aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.cli.options import add_json, add_lifter, command
from workout_tui.errors import InvalidEntry

if TYPE_CHECKING:
    import argparse

    from workout_tui.cli.opening import Book
    from workout_tui.model.looking_back import PastLine
    from workout_tui.model.session import Session
    from workout_tui.paths import Paths

_REOPEN = """\
  workout reopen                   go on with the workout that was finished last
  workout reopen "push a"          the last one of that name
  workout reopen "24 sep"          the last one of that day; also yesterday, monday, 2024-09-24
"""
_UNDISCARD = """\
  workout undiscard                the newest of the workouts that were put aside counts again
  workout undiscard "push a"       the last one of that name; a day works, too
  workout history --discarded      what there is
"""
_SOUGHT = 1000
"""so many of the newest are looked through for a name or a day"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    reopen = command(commands, "reopen", _reopen, about="go on with a finished workout", examples=_REOPEN)
    undiscard = command(commands, "undiscard", _undiscard, about="take a discarded workout back", examples=_UNDISCARD)
    for one in (reopen, undiscard):
        one.add_argument("which", metavar="WORKOUT", nargs="?", help="its name, or its day; the newest without one")
        add_lifter(one)
        add_json(one)


def _reopen(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened

    with opened(arguments, paths) as book:
        found = _found(book, arguments.which, discarded=False)
        _tell(book, book.logbook.reopen(found.uid), json=arguments.json)
    return 0


def _undiscard(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened

    with opened(arguments, paths) as book:
        found = _found(book, arguments.which, discarded=True)
        _tell(book, book.logbook.undiscard(found.uid), json=arguments.json)
    return 0


def _found(book: Book, which: str | None, *, discarded: bool) -> PastLine:
    """The newest past workout, or the newest of that name or day.

    Raises:
        InvalidEntry: there is none, or several names fit.
    """
    from workout_tui.cli import naming
    from workout_tui.model.moments import read_day

    past = book.logbook.past_page(limit=_SOUGHT if which else 1, discarded=discarded)
    if not past:
        if discarded:
            raise InvalidEntry("No workout was put aside.", "“workout history” shows those that count.")
        raise InvalidEntry("No workout was finished yet.", "“workout start” begins one.")
    if not which:
        return past[0]
    day = read_day(which, book.logbook.today())
    of_the_day = [one for one in past if one.day == day]
    return of_the_day[0] if of_the_day else naming.session(which, past, discarded=discarded)


def _tell(book: Book, session: Session, *, json: bool) -> None:
    from workout_tui.cli import telling
    from workout_tui.cli.output import say

    say(telling.session_json(book, session) if json else telling.session_words(book, session))
