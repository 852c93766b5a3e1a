"""``workout import`` of a whole log that ``workout export --whole`` wrote on this laptop or another."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from workout_tui.cli.output import say
from workout_tui.cli.whose import whose
from workout_tui.clock import SystemClock, Uids
from workout_tui.logbook.whole import take_in
from workout_tui.store import backup, lifters
from workout_tui.store.connection import Store
from workout_tui.transfer import whole

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from workout_tui.model.lifter import Lifter
    from workout_tui.model.whole import WholeLog


def bring(arguments: argparse.Namespace, database: Path, backups: Path) -> int:
    """Take a whole log in; the log as it was before is backed up, as no undo goes back behind this."""
    log = whole.read(arguments.file)
    clock = SystemClock()
    if database.exists() and not arguments.dry_run:
        backup.back_up(database, backups, at=clock.now())
    with closing(Store(database)) as store:
        lifter = _lifter(store, log, arguments.lifter)
        taken = take_in(store, log, lifter.uid if lifter else None, clock=clock, uids=Uids(clock))
    say(whole.words(taken))
    if arguments.dry_run:
        say("Nothing was written: this was a dry run.")
    return 0


def _lifter(store: Store, log: WholeLog, name: str | None) -> Lifter | None:
    """Who is named; else the lifter of the file, if they are known here; else the only one. None: nobody is here."""
    known = lifters.find(store, log.lifter.uid)
    return known[1] if known is not None and name is None else whose(store, name)
