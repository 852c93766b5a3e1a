"""``workout sync``: what is due goes to the sheet now."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from workout_tui.cli.options import add_json, add_lifter, command
from workout_tui.cli.output import say
from workout_tui.errors import WorkoutError

if TYPE_CHECKING:
    import argparse

    from workout_tui.paths import Paths
    from workout_tui.store.connection import Store
    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.state import Phase, Told
    from workout_tui.sync.turning import Desk

_EXAMPLES = """\
  workout sync                     send what is due; the open window does it by itself
  workout sync --json              exit code 0: everything is in the sheet
"""


@dataclass(slots=True)
class Sent:
    """What came of it, over all turns."""

    workouts: int = 0
    rows: int = 0
    calls: int = 0
    left: int = 0
    """workouts that are still due"""
    reviews: int = 0
    checking: bool = False
    """whether it is not known yet if a request arrived"""
    problem: Told | None = None


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    one = command(commands, "sync", _sync, about="send finished workouts to the sheet now", examples=_EXAMPLES)
    add_lifter(one)
    add_json(one)


def _sync(arguments: argparse.Namespace, paths: Paths) -> int:
    import json
    import random

    from workout_tui.cli.opening import opened_for_sheet
    from workout_tui.logs import Log
    from workout_tui.store import sheets
    from workout_tui.sync.turning import Desk

    with opened_for_sheet(arguments, paths) as (book, lifter), closing(Log(paths.log, book.clock)) as log:
        row = sheets.of_lifter(book.store, lifter.uid)
        if row is None:
            raise WorkoutError(f"{lifter.name} has no sheet yet.", "“workout connect” connects one.")
        desk = Desk(paths, book.config, book.clock, random.SystemRandom(), log, _wait)
        sent = _all_turns(desk, book.store, row)
    if arguments.json:
        found = {**asdict(sent), "problem": sent.problem and sent.problem._asdict()}
        say(json.dumps(found, indent=1, ensure_ascii=False))
    else:
        for line in _words(sent, row.title):
            say(line)
    return 1 if sent.left or sent.problem else 0


def _all_turns(desk: Desk, store: Store, row: SheetRow) -> Sent:
    """Turn after turn, as long as one goes well and leaves something to be done at once."""
    from workout_tui.store import outbox, sync_notes
    from workout_tui.sync import turning
    from workout_tui.sync.state import Phase

    sent = Sent()
    again = turning.has_work(store, row.id)
    while again:
        outcome, done = turning.turn(desk, store, row, _progress)
        sent.workouts += done.sessions
        sent.rows += done.rows
        sent.calls += done.calls
        sent.checking = outcome.phase is Phase.CHECKING
        sent.problem = outcome.problem or _standing(outcome.phase, desk.clock.now())
        again = outcome.again_in_s == 0 and not outcome.failed and sent.problem is None
    sent.left = outbox.count_due(store, row.id)
    sent.reviews = sync_notes.count_reviews(store, row.id)
    return sent


def _standing(phase: Phase, now: int) -> Told | None:
    """What the interface shows as a calm chip, and a command has to say in words."""
    from workout_tui.sync.state import Phase, Told

    words = {
        Phase.OFFLINE: "There is no connection to Google.",
        Phase.SENDING: "The open window, or another program, is sending just now.",
    }
    return Told(words[phase], "", at=now) if phase in words else None


def _wait(seconds: float) -> bool:
    """Nothing but the user interrupts a command, and that ends it."""
    import time

    time.sleep(seconds)
    return False


def _progress(sent: int, total: int) -> None:
    if sys.stderr.isatty() and total:
        end = "\n" if sent == total else ""
        sys.stderr.write(f"\r{sent} of {total} workouts{end}")
        sys.stderr.flush()


def _words(sent: Sent, title: str) -> list[str]:
    from workout_tui.transfer.telling import count

    lines = []
    if sent.rows:
        lines.append(f"{count(sent.workouts, 'workout')} sent to “{title}”: {count(sent.rows, 'row')}, checked.")
    if sent.problem:
        lines.append(f"{sent.problem.words} {sent.problem.fix or 'Nothing is lost; try again later.'}")
    elif sent.checking:
        lines.append("An answer was lost. Whether it arrived can be read in four minutes; nothing is sent twice.")
    if sent.left:
        lines.append(f"{count(sent.left, 'workout')} still waiting; every logged set is kept.")
    if sent.reviews:
        lines.append(f"{count(sent.reviews, 'row')} to review: y in the open window.")
    return lines or [f"Everything is in “{title}”."]
