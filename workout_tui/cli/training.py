"""``workout start``, ``log``, ``finish``, ``discard`` and ``status``: a workout without the interface."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.cli.options import add_json, add_lifter, add_sure, command
from workout_tui.errors import InvalidEntry, WorkoutError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from workout_tui.cli.opening import Book
    from workout_tui.cli.taking import Taken
    from workout_tui.model.session import Session
    from workout_tui.paths import Paths

_START = """\
  workout start                    the workout that Home shows as up next
  workout start "Push A"           a part of the name is enough, if it fits one workout only
  workout start --empty            without a plan: exercises come as they are logged
"""
_LOG = """\
  workout log 100x5                the next open set, as in the interface
  workout log ""                   the set that ⏎ would log
  workout log 100x5 100x5 95x6     three sets, one after another
  workout log -e squat 3x5@100     of another exercise; one that is not in the workout is added
  workout log "dips: bw+20x8 /8 #slow"
  workout log -- -20x6             with 20 of help: what begins with a - stands behind --
  workout log - < sets.txt         one line after another; “Bench Press:” names what follows

forms: 100x5 · x5 · 105 · + · = · x5x3 · 100x5,5,4 · 100x8>80x6 · bw+20x6 · 1:30 · 5km 24:30 · w 60x5 · /8 · #note
"""
_FINISH = """\
  workout finish                   done; a backup is made
  workout finish --sure            although planned sets are still open
"""
_DISCARD = """\
  workout discard --sure           the workout counts to nothing; it is kept, and can be taken back
"""
_STATUS = """\
  workout status                   what is open, and what comes next
  workout status --json | jq .next
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    start = command(commands, "start", _start, about="begin a workout", examples=_START)
    start.add_argument("template", metavar="WORKOUT", nargs="?", help="its name; what is up next without one")
    start.add_argument("--empty", action="store_true", help="without a plan")
    log = command(commands, "log", _log, about="log sets into the open workout", examples=_LOG)
    log.add_argument("lines", metavar="SET", nargs="+", help="as typed in the interface; - reads lines from a pipe")
    log.add_argument("-e", "--exercise", metavar="NAME", help="of this exercise")
    add_sure(log, "log it although it looks like a slip")
    finish = command(commands, "finish", _finish, about="finish the open workout", examples=_FINISH)
    add_sure(finish, "although planned sets are still open")
    discard = command(commands, "discard", _discard, about="put the open workout aside", examples=_DISCARD)
    add_sure(discard, "although sets were logged in it")
    status = command(commands, "status", _status, about="show the open workout", examples=_STATUS)
    for one in (start, log, finish, discard, status):
        add_lifter(one)
        add_json(one)


def _start(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli import naming
    from workout_tui.cli.opening import opened

    if arguments.template and arguments.empty:
        raise InvalidEntry("An empty workout has no name to go by.", "Give a name, or --empty.")
    with opened(arguments, paths) as book:
        template_uid = None
        if not arguments.empty:
            home = book.logbook.home(records=False)
            template_uid = home.up_next.template_uid if home.up_next else None
            if arguments.template:
                template_uid = naming.workout(arguments.template, home.workouts, template_uid).template_uid
        _tell(book, book.logbook.start(template_uid, session_uid=book.uids.new()), json=arguments.json)
    return 0


def _log(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened
    from workout_tui.cli.taking import Taking

    with opened(arguments, paths) as book:
        taking = Taking(book, arguments.exercise, sure=arguments.sure)
        logged: list[Taken] = []
        lines = _lines(arguments.lines)
        try:
            for line in lines:
                taken = taking.take(line.text)
                if taken is not None:
                    logged.append(taken)
                    _tell_taken(taken, json=arguments.json)
        except WorkoutError as error:
            if line.number is None and len(arguments.lines) == 1:
                raise
            where = f"line {line.number}" if line.number else f"“{line.text}”"
            sets = sum(len(one.sets) for one in logged)
            count = "set before it is" if sets == 1 else f"{sets} sets before it are"
            before = f"The {count} logged" if sets else "Nothing was logged"
            error.message = f"Stopped at {where}: {error.message}"
            error.fix = f"{error.fix} {before}.".lstrip()
            raise
        if not arguments.json:
            _tell_rest(book, taking.session)
    return 0


class _Line(NamedTuple):
    text: str
    number: int | None
    """in the pipe; None: it was an argument"""


def _lines(arguments: list[str]) -> Iterator[_Line]:
    """The lines of the command, those of the pipe in the place of a lone -, empty ones left out."""
    for argument in arguments:
        if argument != "-":
            yield _Line(argument, None)
            continue
        for number, line in enumerate(sys.stdin, start=1):
            if line.strip():
                yield _Line(line.rstrip("\r\n"), number)


def _finish(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened
    from workout_tui.cli.taking import running

    with opened(arguments, paths) as book:
        session = running(book)
        still_open = sum(len(block.open_rows) for block in session.exercises)
        if session.done and still_open and not arguments.sure:
            sets = "set is" if still_open == 1 else "sets are"
            raise InvalidEntry(f"{still_open} planned {sets} still open.", "To finish all the same, add --sure.")
        session = book.logbook.finish(session.uid)
        _tell(book, session, json=arguments.json)
        _back_up(paths, book)
    return 0


def _back_up(paths: Paths, book: Book) -> None:
    """Make a copy after the workout, as the interface does; the workout is safe without one."""
    from workout_tui.store import backup

    try:
        paths.make()
        backup.back_up(paths.database, paths.backups, at=book.clock.now())
    except WorkoutError as error:
        from workout_tui.transfer.answers import printable

        print(f"workout: finished, but without a backup. {printable(str(error))}", file=sys.stderr)


def _discard(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened
    from workout_tui.cli.taking import running

    with opened(arguments, paths) as book:
        session = running(book)
        if session.done and not arguments.sure:
            sets = "set was" if session.done == 1 else "sets were"
            raise InvalidEntry(f"{session.done} {sets} logged in it.", "To put it aside all the same, add --sure.")
        _tell(book, book.logbook.discard(session.uid), json=arguments.json)
    return 0


def _status(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened
    from workout_tui.cli.output import say

    with opened(arguments, paths) as book:
        session = book.logbook.active()
        if session is not None:
            _tell(book, session, json=arguments.json)
        else:
            say("null" if arguments.json else "No workout is open. “workout start” begins one.")
    return 0


def _tell(book: Book, session: Session, *, json: bool) -> None:
    from workout_tui.cli import telling
    from workout_tui.cli.output import say

    if json:
        say(telling.session_json(book, session))
    else:
        say(telling.session_words(book, session))


def _tell_taken(taken: Taken, *, json: bool) -> None:
    from workout_tui.cli import telling
    from workout_tui.cli.output import say

    # At once, so that whoever feeds the pipe sees each line acknowledged.
    say(telling.taken_json(taken) if json else telling.taken_words(taken))
    sys.stdout.flush()


def _tell_rest(book: Book, session: Session) -> None:
    from workout_tui.cli import telling
    from workout_tui.cli.output import say

    say(telling.next_words(book, session))
