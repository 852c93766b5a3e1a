"""``workout sql`` and ``workout paths``: what is there, and where."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from workout_tui.cli.options import add_json, command
from workout_tui.cli.output import say, width

if TYPE_CHECKING:
    from workout_tui.paths import Paths

_SQL_EXAMPLES = """\
views:  v_sessions  v_sets  v_records  v_weekly_volume   (loads as typed, with unit; load_kg to compare)

examples:
  workout sql "SELECT date, workout, sets, volume_kg FROM v_sessions ORDER BY date DESC LIMIT 10"
  workout sql "SELECT exercise, max(load_kg) FROM v_sets WHERE kind <> 'warmup' GROUP BY exercise" --csv
  workout sql "SELECT name, sql FROM sqlite_schema WHERE type = 'view'" --json
"""


_PATHS_EXAMPLES = """\
  workout paths
  WORKOUT_HOME=~/training workout paths      one folder for everything, for this command and every other
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    _add_sql(commands)
    about = "say where the log, the settings and the records are"
    add_json(command(commands, "paths", _paths, about=about, examples=_PATHS_EXAMPLES))


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


def _sql(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.store.read_only import ask
    from workout_tui.transfer import answers

    answer = ask(paths.database, arguments.query)
    if arguments.json or arguments.csv:
        sys.stdout.write(answers.as_json(answer) if arguments.json else answers.as_csv(answer))
    else:
        sys.stdout.write(answers.table(answer, width()))
    return 0


def _paths(arguments: argparse.Namespace, paths: Paths) -> int:
    places = {"log": paths.database, "backups": paths.backups, "settings": paths.settings, "records": paths.log}
    if arguments.json:
        import json

        say(json.dumps({name: str(path) for name, path in places.items()}, indent=1))
        return 0
    for name, path in places.items():
        say(f"{name:10}{path}{'' if path.exists() else '   (not there yet)'}")
    return 0
