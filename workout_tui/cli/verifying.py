"""``workout verify``: does the sheet say what the log says?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.cli.options import add_json, add_lifter, command
from workout_tui.cli.output import say

if TYPE_CHECKING:
    import argparse

    from workout_tui.paths import Paths
    from workout_tui.sync.comparing import Difference, Report

DIFFERENT = 1
"""the exit code when log and sheet are not equal"""

_MOST = 40
"""differences told one by one"""
_EXAMPLES = """\
  workout verify                   exit code 0: every set is in the sheet once, cell by cell as it is here
  workout verify --json            every difference, for programs
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    one = command(commands, "verify", _verify, about="compare the log with the sheet, set by set", examples=_EXAMPLES)
    add_lifter(one)
    add_json(one)


def _verify(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened_for_sheet
    from workout_tui.sync.verifying import verify

    with opened_for_sheet(arguments, paths) as (desk, lifter):
        found = verify(desk, lifter.uid)
    if arguments.json:
        say(_as_json(found))
    else:
        for line in told(found):
            say(line)
    return 0 if found.is_equal else DIFFERENT


def told(found: Report) -> list[str]:
    """The report in words, a line for each difference and what to do at the end."""
    from workout_tui.transfer.telling import count

    own = found.by_hand
    by_hand = f" {count(own, 'more row')} {'is' if own == 1 else 'are'} your own." if own else ""
    counts = f"{count(found.sets, 'set')} here, {count(found.rows, 'row')} in the sheet"
    if found.is_equal:
        return [f"Equal: {counts}, each cell as it is here.{by_hand}"]
    lines = [f"Different: {counts}, {_differences(len(found.differences))}.{by_hand}"]
    lines += [f"  {_line(one)}" for one in found.differences[:_MOST]]
    if len(found.differences) > _MOST:
        lines.append(f"  … and {len(found.differences) - _MOST} more; --json tells them all")
    if any(one.waiting for one in found.differences):
        lines.append("What waits goes out with “workout sync”.")
    return lines


def _differences(count: int) -> str:
    return "1 difference" if count == 1 else f"{count} differences"


def _line(one: Difference) -> str:
    where = " · ".join(part for part in (one.day, one.workout, one.exercise, one.set and f"set {one.set}") if part)
    waits = " (waits to be sent)" if one.waiting else ""
    return f"{where or one.key}: {_words(one)}{waits}"


def _words(one: Difference) -> str:
    from workout_tui.sync.comparing import Kind

    rows = f"row{'s' if len(one.rows) > 1 else ''} {', '.join(map(str, one.rows))}"
    if one.kind is Kind.MISSING:
        return "not in the sheet"
    if one.kind is Kind.UNKNOWN:
        return f"in the sheet ({rows}), not here"
    if one.kind is Kind.COPY:
        return f"more than once in the sheet ({rows})"
    if one.kind is Kind.TOKEN:
        return f"its hidden token was changed ({rows})"
    return f"{one.column}: “{one.here}” here, “{one.there}” in the sheet ({rows})"


def _as_json(found: Report) -> str:
    from dataclasses import asdict
    from json import dumps

    differences = [asdict(one) for one in found.differences]
    whole = {"equal": found.is_equal, "sets": found.sets, "rows": found.rows, "by_hand": found.by_hand}
    return dumps({**whole, "differences": differences}, indent=1, ensure_ascii=False)
