"""``workout progress``: the chart of an exercise in a plain terminal, or its points for programs."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Any

from workout_tui.cli.options import add_json, add_lifter, command
from workout_tui.cli.output import say

if TYPE_CHECKING:
    import argparse

    from workout_tui.model.load import Load
    from workout_tui.model.trend import ExercisePast, Point
    from workout_tui.paths import Paths
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.presenters.progress.told import Told

_EXAMPLES = """\
  workout progress squat                              estimated 1RM, the last year
  workout progress bench --metric top --range all
  workout progress dips --metric reps --at 10         the most reps with 10 added
  workout progress run --json                         its points, for another program
"""
METRICS = ("e1rm", "top", "volume", "reps", "longest", "farthest", "pace", "total")
SPANS = ("3m", "6m", "1y", "all")
"""the values of `model.trend.Metric` and `model.span.Span`, which other commands need not import"""
_HEIGHT, _NARROWEST, _WIDEST = 12, 40, 160


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    one = command(commands, "progress", _progress, about="draw how an exercise went", examples=_EXAMPLES)
    one.add_argument("exercise", metavar="EXERCISE", help="its name, or enough of it")
    one.add_argument("--metric", choices=METRICS, help="what of each session is told")
    one.add_argument("--range", choices=SPANS, default="1y", help="1y by default")
    one.add_argument("--at", metavar="LOAD", help="the load at which reps are counted, in the exercise's unit")
    add_lifter(one)
    add_json(one)


def _progress(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli import naming
    from workout_tui.cli.opening import opened

    with opened(arguments, paths) as book:
        wanted = naming.exercise(arguments.exercise, book.logbook.exercises())
        past = book.logbook.trend(wanted.uid)
    told = _told(arguments, past, paths)
    if arguments.json:
        _print_json(told)
    else:
        say("\n".join(_drawn(told)))
    return 0


def _told(arguments: argparse.Namespace, past: ExercisePast, paths: Paths) -> Told:
    from workout_tui import config
    from workout_tui.errors import InvalidEntry
    from workout_tui.model.span import Span
    from workout_tui.model.trend import Metric, fitting_metric, metrics
    from workout_tui.ui.presenters.progress.told import Told

    offered = metrics(past.terms.measure, past.bouts)
    metric = Metric(arguments.metric) if arguments.metric else fitting_metric(past)
    if metric not in offered:
        raise InvalidEntry(
            f"There is no {metric} of {past.exercise.name}.", f"There is: {', '.join(offered)}.", field="metric"
        )
    at = past.terms.at if arguments.at is None else _load(arguments.at, past)
    return Told(past, metric, Span(arguments.range), _glyphs(config.load(paths.settings).glyphs), at)


def _load(text: str, past: ExercisePast) -> Load | None:
    from workout_tui.errors import InvalidEntry
    from workout_tui.model.load import Load

    try:
        load = Load.of(text, past.terms.unit)
    except ValueError as error:
        raise InvalidEntry(f"{error}.", "Write it as 102.5.", field="at") from error
    return load if load.milli else None


def _glyphs(setting: str) -> Glyphs:
    """Blocks where the terminal, or the file, can hold them."""
    from workout_tui.ui import glyphs

    utf = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    return glyphs.choose(setting) if utf else glyphs.ASCII


def _drawn(told: Told) -> list[str]:
    from workout_tui.ui.presenters.progress import bests
    from workout_tui.ui.presenters.progress.chart import chart

    if told.nothing:
        return [_head(told), told.nothing]
    width = min(max(_NARROWEST, shutil.get_terminal_size().columns), _WIDEST)
    lines = ["".join(text for text, _ in row).rstrip() for row in chart(told.plot(), width, _HEIGHT, told.glyphs)]
    best = bests.rows(told, 8)
    wide = max((len(row.amount) for row in best), default=0)
    lines += ["", *(f"{row.what:>8}   {row.amount:>{wide}}   {row.day.isoformat()}" for row in best)]
    return [_head(told), "", *lines]


def _head(told: Told) -> str:
    """What is drawn, where one stands, and how it went."""
    now, (change, _) = told.now(), told.change()
    parts = [told.name, told.called, told.amount(now.value) if now else "", change]
    return (" · " if told.glyphs.unicode else ", ").join(part for part in parts if part)


def _print_json(told: Told) -> None:
    import json

    from workout_tui.model.strength import FORMULA
    from workout_tui.model.trend import Metric

    whole: dict[str, Any] = {
        "exercise": told.past.exercise.name,
        "metric": told.metric.value,
        "range": told.span.value,
        "from": told.first.isoformat(),
        "to": told.past.today.isoformat(),
        "unit": f"s{told.unit}" if told.metric is Metric.PACE else told.unit or "s",
        "formula": FORMULA if told.metric is Metric.E1RM else None,
        "points": [_point(point, -1 if told.metric is Metric.PACE else 1) for point in told.shown],
    }
    if told.metric is Metric.REPS:
        whole["at"] = str(told.at) if told.at else None
    if told.metric is Metric.PACE:
        whole["over"] = told.over
    sys.stdout.write(json.dumps(whole, indent=1) + "\n")


def _point(point: Point, sign: int) -> dict[str, Any]:
    """What one session came to; what it has not is left out. `sign`: -1 where less is told below zero."""
    found = {
        "date": point.day.isoformat(),
        "value": round(sign * point.value, 3),
        "load": point.load.milli / 1000 if point.load else None,
        "load_unit": point.load.unit.value if point.load else None,
        "amount": point.amount,
        "record": point.was is not None or None,
        "was": None if point.was is None else round(sign * point.was, 3),
    }
    return {name: value for name, value in found.items() if value is not None}
