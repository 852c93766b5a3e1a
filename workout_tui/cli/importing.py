"""``workout import``: histories of other programs."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workout_tui.cli.whose import whose

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from workout_tui.model.load import Unit
    from workout_tui.paths import Paths
    from workout_tui.transfer.importing import History, Report


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    bring = commands.add_parser(
        "import",
        help="bring a history from another program",
        description="Reads the CSV export of Strong. Every row is accounted for; the same file again adds nothing.",
    )
    bring.add_argument("file", metavar="FILE", type=Path)
    bring.add_argument("--unit", choices=["kg", "lb"], help="of the weights, where the file does not say")
    bring.add_argument("--lifter", metavar="NAME", help="whose history it is; needed when several share the log")
    bring.add_argument("--dry-run", action="store_true", help="say what it would do, and do nothing")
    bring.set_defaults(run=_import)


def _import(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.model.load import Unit
    from workout_tui.transfer import importing
    from workout_tui.transfer.answers import printable

    unit = Unit(arguments.unit) if arguments.unit else None
    history = importing.read(arguments.file, unit)
    with _log_to_write(paths, trial=arguments.dry_run) as database:
        report = _take_in(database, history, arguments.lifter, unit)
    words = importing.words(report) + ("Nothing was written: this was a dry run.\n" if arguments.dry_run else "")
    print(printable(words, keep="\n"), end="")
    return 0


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
    from tempfile import TemporaryDirectory

    from workout_tui.store.backup import back_up

    with TemporaryDirectory(prefix="workout-") as name:
        folder = Path(name)
        there = paths.database.exists()
        yield back_up(paths.database, folder, at=clock.now()).path if there else folder / paths.database.name


def _take_in(database: Path, history: History, name: str | None, unit: Unit | None) -> Report:
    from workout_tui.clock import SystemClock, Uids
    from workout_tui.logbook import starters
    from workout_tui.logbook.alerts import Metrics
    from workout_tui.logbook.lifters import add_lifter
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.store.connection import Store
    from workout_tui.transfer import importing
    from workout_tui.ui import whoami

    clock = SystemClock()
    uids = Uids(clock)
    with closing(Store(database)) as store:
        lifter = whose(store, name)
        is_new = lifter is None
        if lifter is None:
            unit = unit or whoami.unit(os.environ)
            lifter = add_lifter(store, name or whoami.name() or "Lifter", unit, clock=clock, uids=uids)
        logbook = Logbook(store, lifter.uid, clock=clock, uids=uids, metrics=Metrics())
        if is_new:
            starters.fill_library(logbook, lifter.unit)
        return importing.take_in(history, logbook, clock)
