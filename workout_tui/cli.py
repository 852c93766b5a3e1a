"""The command ``workout``: reads the arguments, composes the parts, runs one of them.

Exit codes: 0 done, 1 refused (what and why on stderr), 2 wrong usage, 130 interrupted. What only one
command needs is imported by that command, so that the others start at once.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workout_tui import __version__
from workout_tui.errors import InvalidEntry, WorkoutError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from workout_tui.model.lifter import Lifter
    from workout_tui.model.load import Unit
    from workout_tui.paths import Paths
    from workout_tui.store.connection import Store
    from workout_tui.transfer.importing import History, Report

REFUSED = 1
INTERRUPTED = 130

_ABOUT = """\
A workout log for the keyboard that cannot lose a set.

Without a command it opens the interface: ⏎ logs the set as shown, ? shows the keys.
"""

_EXAMPLES = """\
examples:
  workout                                   train
  workout import strong.csv --unit kg       bring your history; a second time adds only what is new
  workout import strong.csv --dry-run       only say what it would do
  workout sql "SELECT * FROM v_sessions"    ask the log anything, read-only
  workout paths                             where everything is; WORKOUT_HOME=FOLDER moves it
"""

_SQL_EXAMPLES = """\
views:  v_sessions  v_sets  v_records  v_weekly_volume   (loads as typed, with unit; load_kg to compare)

examples:
  workout sql "SELECT date, workout, sets, volume_kg FROM v_sessions ORDER BY date DESC LIMIT 10"
  workout sql "SELECT exercise, max(load_kg) FROM v_sets WHERE kind <> 'warmup' GROUP BY exercise" --csv
  workout sql "SELECT name, sql FROM sqlite_schema WHERE type = 'view'" --json
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (the process's own by default); returns the exit code."""
    _never_fail_to_print()
    arguments = _parser().parse_args(argv)
    from workout_tui.paths import Paths

    paths = Paths.of()
    sys.excepthook = partial(_crashed, paths)
    try:
        code: int = arguments.run(arguments, paths)
        sys.stdout.flush()
    except WorkoutError as error:
        _complain(str(error))
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, `head` perhaps, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nor may the flush at exit fail
        return 0
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "workout", description=_ABOUT, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"workout {__version__}")
    parser.set_defaults(run=_interface)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_import(commands)
    _add_sql(commands)
    paths = commands.add_parser("paths", help="where the log, the settings and the records are")
    paths.set_defaults(run=_paths)
    return parser


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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


def _add_sql(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    sql = commands.add_parser(
        "sql",
        help="ask the log a question in SQL, read-only",
        epilog=_SQL_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    sql.add_argument("query", metavar="SELECT …", help="one query; nothing it holds can change the log")
    form = sql.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="a list of objects")
    form.add_argument("--csv", action="store_true", help="comma-separated, with a header")
    sql.set_defaults(run=_sql)


def _interface(_: argparse.Namespace, paths: Paths) -> int:
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        raise WorkoutError("The interface needs a terminal.", "“workout --help” shows what does not.")
    from workout_tui import config
    from workout_tui.ui.app import run

    return run(paths, config.load(paths.settings))


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
        lifter = _whose(store, name)
        is_new = lifter is None
        if lifter is None:
            unit = unit or whoami.unit(os.environ)
            lifter = add_lifter(store, name or whoami.name() or "Lifter", unit, clock=clock, uids=uids)
        logbook = Logbook(store, lifter.uid, clock=clock, uids=uids, metrics=Metrics())
        if is_new:
            starters.fill_library(logbook, lifter.unit)
        return importing.take_in(history, logbook, clock)


def _whose(store: Store, name: str | None) -> Lifter | None:
    """The lifter of this name, or the only one; None in a log that has none yet."""
    from workout_tui.model.exercise import name_key
    from workout_tui.store import lifters

    there = lifters.all_of(store)
    if not there:
        return None
    found = [one for one in there if name is None or name_key(one.name) == name_key(name)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(one.name for one in there)
    if found:
        raise InvalidEntry(f"Several lifters share this log: {names}.", "Add --lifter and a name.")
    raise InvalidEntry(f"This log has no lifter “{name}”.", f"There is: {names}.")


def _sql(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.store.query import ask
    from workout_tui.transfer import answers

    answer = ask(paths.database, arguments.query)
    form = answers.as_json if arguments.json else answers.as_csv if arguments.csv else answers.table
    sys.stdout.write(form(answer))
    return 0


def _paths(_: argparse.Namespace, paths: Paths) -> int:
    for name, path in (
        ("log", paths.database),
        ("backups", paths.backups),
        ("settings", paths.settings),
        ("records", paths.log),
    ):
        print(f"{name:10}{path}{'' if path.exists() else '   (not there yet)'}")
    return 0


def _never_fail_to_print() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _crashed(paths: Paths, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What stands in for Python's traceback: the records get it, the user one sentence."""
    from workout_tui.clock import SystemClock
    from workout_tui.logs import Log

    log = Log(paths.log, SystemClock())
    log.failure("crash", error.with_traceback(trace))
    where = f"It is described in {paths.log}." if not log.lost else f"It could not be described in {paths.log}."
    _complain(f"a fault of the program itself ({kind.__name__}). What was logged is kept. {where}")


def _complain(words: str) -> None:
    from workout_tui.transfer.answers import printable

    print(f"workout: {printable(words)}", file=sys.stderr)
