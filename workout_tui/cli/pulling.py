"""``workout pull``: from the sheet into the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.cli import questions
from workout_tui.cli.options import add_json, add_lifter, command
from workout_tui.cli.output import say
from workout_tui.errors import UnitNeeded, WorkoutError

if TYPE_CHECKING:
    import argparse

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.lifter import Lifter
    from workout_tui.paths import Paths
    from workout_tui.sync.connecting import Desk
    from workout_tui.sync.pulling import Pull
    from workout_tui.transfer.importing import History, Report
    from workout_tui.transfer.table import Table

_EXAMPLES = """\
  workout pull                         say what the sheet has and this log has not, ask, and take it
  workout pull --dry-run               only say it
  workout pull --yes                   a new laptop: “workout connect”, then this brings everything
  workout pull --by-hand --unit kg     the rows you typed yourself below the log's
  workout pull --tab 2024              a log of your own in another tab: its columns are found by their names

Rows that were edited in the sheet are not taken, but listed for review on the Sync screen.
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    one = command(commands, "pull", _pull, about="take what the sheet has and this log has not", examples=_EXAMPLES)
    what = one.add_mutually_exclusive_group()
    what.add_argument("--by-hand", action="store_true", help="the rows typed by hand, without a key")
    what.add_argument("--tab", metavar="NAME", help="a log of your own in another tab")
    one.add_argument("--unit", choices=["kg", "lb"], help="of the weights, where the table does not say")
    one.add_argument("--dry-run", action="store_true", help="say what it would do, and do nothing")
    one.add_argument("--yes", action="store_true", help="ask nothing")
    add_lifter(one)
    add_json(one)


def _pull(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened_for_sheet

    with opened_for_sheet(arguments, paths) as (desk, lifter):
        if arguments.by_hand or arguments.tab is not None:
            return _bring(arguments, desk, lifter)
        return _take(arguments, desk, lifter)


def _take(arguments: argparse.Namespace, desk: Desk, lifter: Lifter) -> int:
    from workout_tui.sync import pulling

    found = pulling.look(desk, lifter.uid)
    if not arguments.json:
        for line in told(found):
            say(line)
    if found.is_empty or arguments.dry_run:
        return _said(found, arguments)
    if not arguments.yes:
        if arguments.json or not questions.can_ask():
            raise WorkoutError("Nothing was taken: that wants a yes.", "Add --yes, or --dry-run to look only.")
        if (questions.typed("Take it? y/n ") or "").casefold() not in {"y", "yes"}:
            raise WorkoutError("Nothing was taken.")
    taken = pulling.take(desk, _logbook(desk, lifter))
    if not arguments.json:
        say(_outcome(taken))
    return _said(taken, arguments)


def _said(found: Pull, arguments: argparse.Namespace) -> int:
    if arguments.json:
        from dataclasses import asdict
        from json import dumps

        say(dumps(asdict(found), indent=1, ensure_ascii=False))
    return 0


def _outcome(taken: Pull) -> str:
    from workout_tui.transfer.telling import way_back

    reviews = f" {taken.edited} to review: y on Home." if taken.edited else ""
    back = f"\n{way_back(taken.batch_uid)}" if taken.batch_uid else ""
    return f"Taken.{reviews}{back}"


def told(found: Pull) -> list[str]:
    """What a pull would bring, in words, a line for each kind of row."""
    from workout_tui.sync import coming
    from workout_tui.transfer.telling import count

    lines = [f"“{found.title}”: {count(found.sessions, 'workout')} this log has not, with {count(found.sets, 'set')}"]
    counted = (
        (found.additions, "more of workouts that are here"),
        (found.edited, "edited in the sheet, to be reviewed"),
        (found.held, "of the workout that is open here: finish it first"),
        (found.left_out.get(coming.RUNNING, 0), "of a workout that is open on another laptop"),
        (found.left_out.get(coming.COPY, 0), "in the sheet more than once: left alone"),
        (found.left_out.get(coming.MARRED, 0), "whose hidden token does not fit: left alone"),
        (found.left_out.get(coming.GONE, 0), "removed or discarded: not taken"),
        (found.gone, "taken out of the sheet: they stay here"),
    )
    lines += [f"  {count(number, 'set')} {words}" for number, words in counted if number]
    lines += [f"  row {one.row}: {one.words}" for one in found.unread]
    if found.by_hand:
        lines.append(f"  {count(found.by_hand, 'row')} typed by hand: “workout pull --by-hand” brings them")
    if found.lifter and found.sessions:
        lines.append(f"  the rows say they are {found.lifter}’s")
    return lines


def _bring(arguments: argparse.Namespace, desk: Desk, lifter: Lifter) -> int:
    """Bring a table of one's own, as an import."""
    from workout_tui.sync import tables
    from workout_tui.transfer import telling

    if arguments.tab is not None:
        found: Table | None = tables.own_tab(desk, lifter.uid, arguments.tab)
    else:
        found = tables.by_hand(desk, lifter.uid)
    if found is None:
        say("No row was typed by hand.")
        return 0
    history = _history(arguments, found)
    if arguments.dry_run:
        reading = history.reading
        sets, workouts = telling.count(reading.sets, "set"), telling.count(len(reading.sessions), "workout")
        say(f"{found.file_name}: {sets} in {workouts} could be read")
        for one in reading.skipped:
            say(f"  row {one.row}: {one.reason}")
        return 0
    report = _imported(arguments, desk, lifter, history)
    say(telling.report(report))
    say("They go into the log's tab with their keys; your own rows stay, and are yours to delete.")
    return 0


def _history(arguments: argparse.Namespace, found: Table) -> History:
    from workout_tui.model.load import Unit
    from workout_tui.transfer import importing

    unit = Unit(arguments.unit) if arguments.unit else None
    try:
        return importing.read_table(found, unit, "own")
    except UnitNeeded as need:
        if arguments.yes or not questions.can_ask():
            raise
        return importing.read_table(found, questions.unit(need), "own")


def _imported(arguments: argparse.Namespace, desk: Desk, lifter: Lifter, history: History) -> Report:
    from workout_tui.transfer import importing

    logbook = _logbook(desk, lifter)
    suggested = importing.suggestions(history, logbook.exercises())
    if suggested and not arguments.yes:
        suggested = questions.same(suggested) if questions.can_ask() else {}
    return importing.take_in(history, logbook, desk.clock, confirmed=suggested)


def _logbook(desk: Desk, lifter: Lifter) -> Logbook:
    from workout_tui.clock import Uids
    from workout_tui.logbook.alerts import Metrics
    from workout_tui.logbook.logbook import Logbook

    return Logbook(desk.store, lifter.uid, clock=desk.clock, uids=Uids(desk.clock), metrics=Metrics())
