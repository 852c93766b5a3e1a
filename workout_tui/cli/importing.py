"""``workout import``: histories of other programs."""

from __future__ import annotations

import os
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from workout_tui.cli import imports
from workout_tui.cli.options import add_lifter, command, file
from workout_tui.cli.output import say
from workout_tui.cli.whose import whose

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from workout_tui.clock import Clock
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Unit
    from workout_tui.paths import Paths
    from workout_tui.store.connection import Store
    from workout_tui.transfer.importing import History, Report

FORMATS = ("strong", "hevy", "fitnotes", "liftosaur", "stronglifts", "liftlog", "export", "own")

_EXAMPLES = """\
  workout import strong.csv --dry-run       say what would come, what would not and why; write nothing
  workout import strong.csv --unit kg       Strong does not say the unit of its weights
  workout import hevy.csv --yes             take misspelt exercises for yours, as the dry run suggests
  workout imports                           what was imported
  workout import ada.json                   a whole log, as “workout export --whole” wrote it
  workout import --undo 7f3a91c2            take one back; what you changed since stays, unless --all

It reads the CSV exports of Strong, Hevy, FitNotes, Liftosaur, StrongLifts, LiftLog and of this program, and a table of
your own with a date, an exercise and reps, a time or a distance in each row. Every row is accounted for; the same file
again adds nothing, a longer one only what is new, and what you changed here stays.
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    about = "bring a history from another program, or take it back"
    bring = command(commands, "import", _import, about=about, examples=_EXAMPLES)
    bring.add_argument("file", metavar="FILE", type=file, nargs="?")
    bring.add_argument("--unit", choices=["kg", "lb"], help="of the weights, where the file does not say")
    bring.add_argument("--as", dest="source", choices=FORMATS, help="the program, when it is not recognised")
    bring.add_argument("--yes", action="store_true", help="take every suggested exercise as the same")
    bring.add_argument("--dry-run", action="store_true", help="say what it would do, and do nothing")
    bring.add_argument("--undo", metavar="IMPORT", help="take back an import, as “workout imports” names it")
    bring.add_argument("--all", action="store_true", help="with --undo: also what was changed here since")
    add_lifter(bring)
    bring.set_defaults(wrong=bring.error)
    imports.add(commands)


def _import(arguments: argparse.Namespace, paths: Paths) -> int:
    if (arguments.file is None) is not bool(arguments.undo) or (arguments.undo and arguments.dry_run):
        arguments.wrong("it takes either a FILE to bring, or --undo and an import")
    return imports.undo(arguments, paths) if arguments.undo else _bring(arguments, paths)


def _bring(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli import carrying
    from workout_tui.store.connection import Store
    from workout_tui.transfer import telling, whole

    if whole.recognises(arguments.file):
        with _log_to_write(paths, trial=arguments.dry_run) as database:
            return carrying.bring(arguments, database, paths.backups)
    history, unit = _read(arguments)
    with _log_to_write(paths, trial=arguments.dry_run) as database, closing(Store(database)) as store:
        report = _take_in(store, history, arguments, unit)
    say(telling.report(report, trial=arguments.dry_run))
    return 0


def _read(arguments: argparse.Namespace) -> tuple[History, Unit | None]:
    """The file, and the unit its reader was told: at a terminal it is asked for where it is missing."""
    from workout_tui.cli import questions
    from workout_tui.clock import SystemClock
    from workout_tui.errors import UnitNeeded
    from workout_tui.model.load import Unit
    from workout_tui.transfer import importing
    from workout_tui.transfer.progress import Progress

    def read(unit: Unit | None) -> tuple[History, Unit | None]:
        with Progress(sys.stderr, SystemClock(), "rows read") as bar:
            return importing.read(arguments.file, unit, arguments.source, told=bar), unit

    try:
        return read(Unit(arguments.unit) if arguments.unit else None)
    except UnitNeeded as need:
        if not questions.can_ask():
            raise
        return read(questions.unit(need))


def _take_in(store: Store, history: History, arguments: argparse.Namespace, unit: Unit | None) -> Report:
    from workout_tui.clock import SystemClock
    from workout_tui.transfer import importing
    from workout_tui.transfer.progress import Progress

    clock = SystemClock()
    logbook = _logbook(store, arguments.lifter, clock, unit)
    confirmed = _confirmed(importing.suggestions(history, logbook.exercises()), arguments)
    with Progress(sys.stderr, clock, "workouts taken in") as bar:
        return importing.take_in(history, logbook, clock, confirmed=confirmed, told=bar)


def _confirmed(suggested: dict[str, Exercise], arguments: argparse.Namespace) -> dict[str, Exercise]:
    """Which names mean an exercise that is there: what was suggested and said yes to."""
    from workout_tui.cli import questions

    if arguments.yes or not suggested:
        return suggested
    return questions.same(suggested) if questions.can_ask() and not arguments.dry_run else {}


@contextmanager
def _log_to_write(paths: Paths, *, trial: bool) -> Iterator[Path]:
    """The log, or for a trial a copy of it that is thrown away."""
    from workout_tui.clock import SystemClock

    clock = SystemClock()
    if not trial:
        from workout_tui.logs import Log

        paths.make()
        with closing(Log(paths.log, clock)):
            yield paths.database
        return
    from workout_tui.transfer.bringing import copy_of

    with copy_of(paths.database, clock.now()) as database:
        yield database


def _logbook(store: Store, name: str | None, clock: Clock, unit: Unit | None) -> Logbook:
    """The log of the lifter of this name; a log without lifters gets one, and the library."""
    from workout_tui.clock import Uids
    from workout_tui.logbook import starters
    from workout_tui.logbook.alerts import Metrics
    from workout_tui.logbook.lifters import add_lifter
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.ui import whoami

    uids = Uids(clock)
    lifter = whose(store, name)
    is_new = lifter is None
    if lifter is None:
        unit = unit or whoami.unit(os.environ)
        lifter = add_lifter(store, name or whoami.name() or "Lifter", unit, clock=clock, uids=uids)
    logbook = Logbook(store, lifter.uid, clock=clock, uids=uids, metrics=Metrics())
    if is_new:
        starters.fill_library(logbook, lifter.unit)
    return logbook
