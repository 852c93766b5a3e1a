"""``workout doctor``: is everything as it should be?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.cli.options import add_json, command
from workout_tui.cli.output import say

if TYPE_CHECKING:
    import argparse

    from workout_tui.paths import Paths

_EXAMPLES = """\
  workout doctor                   exit code 0: all is well, or there are notices only
  workout doctor --json
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    doctor = command(commands, "doctor", _doctor, about="check the log and what it stands on", examples=_EXAMPLES)
    add_json(doctor)


def _doctor(arguments: argparse.Namespace, paths: Paths) -> int:
    import json
    from dataclasses import asdict

    from workout_tui.cli.checks import examine
    from workout_tui.cli.findings import State
    from workout_tui.clock import SystemClock

    findings = list(examine(paths, SystemClock()))
    if arguments.json:
        say(json.dumps([asdict(one) for one in findings], indent=1, ensure_ascii=False))
    else:
        widest = max(len(one.check) for one in findings)
        for one in findings:
            say(f"{one.state:6}  {one.check:{widest}}  {one.words}{f' {one.fix}' if one.fix else ''}")
    return 1 if any(one.state is State.FAULT for one in findings) else 0
