"""How few keys a set takes, with the program's own prefill and its own reader of the line.

Each set of a history is logged anew, in order, with what was known then. Of all the ways to type it the
shortest is taken that the reader turns into exactly this set; Enter counts. The histories are made
up, with seeds, in the shape of real ones; `--histories FOLDER` replays the files of a folder instead.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.benchmarks.report import Figure, median
from workout_tui.errors import WorkoutError
from workout_tui.model import entry
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.prefill import step, suggest
from workout_tui.model.session import PastExercise, SetValues
from workout_tui.transfer import importing

AIM = 2.24
"""keys a set: what this way of suggesting came to on the histories of 12 real lifters"""
LIFTERS = 6
SESSIONS = 150


class Done(NamedTuple):
    """What one exercise came to in one session."""

    title: str
    exercise: str
    day: date
    sets: tuple[SetValues, ...]


class Tally(NamedTuple):
    """What one set took."""

    keys: int
    form: int
    """keys in a form of two empty fields: the load, a step on, the reps, Enter"""
    exact: bool
    """whether Enter alone was right"""
    load_right: bool


def measure() -> Iterator[Figure]:
    """Lifters that are made up."""
    tallies: list[Tally] = []
    began = time.perf_counter()
    for seed in range(LIFTERS):
        tallies += replay(made_up(Random(seed)))
    took = time.perf_counter() - began
    yield from _figures("made-up lifters", tallies, AIM)
    yield Figure("reading and suggesting, a set with all its ways", took / len(tallies) * 1e6, "µs")


def measure_folder(folder: Path) -> Iterator[Figure]:
    """The exports of a folder, one lifter each; what no reader knows is passed by."""
    every = []
    for path in sorted(folder.iterdir()):
        try:
            history = importing.read(path, Unit.KG)
        except WorkoutError:
            continue
        tallies = list(replay(_of_file(history)))
        if tallies:
            yield from _figures(path.name, tallies)
            every.append(sum(one.keys for one in tallies) / len(tallies))
    if every:
        yield Figure(f"keys a set, median of {len(every)} lifters", median(every), "", 1, AIM)


def _figures(name: str, tallies: list[Tally], aim: float | None = None) -> Iterator[Figure]:
    count = len(tallies)
    yield Figure(f"keys a set, {name} ({count:,} sets)", sum(one.keys for one in tallies) / count, "", 1, aim)
    yield Figure(f"keys a set in an empty form, {name}", sum(one.form for one in tallies) / count, "", 1)
    yield Figure(f"Enter alone is right, {name}", sum(one.exact for one in tallies) / count * 100, "%")
    yield Figure(f"the load is right, {name}", sum(one.load_right for one in tallies) / count * 100, "%")


def replay(history: Iterable[Done]) -> Iterator[Tally]:
    """Log a history again, set by set; the first session of an exercise, of which nothing is known, is not counted."""
    pasts: dict[str, list[PastExercise]] = defaultdict(list)
    for done in history:
        past = pasts[done.exercise]
        today: list[SetValues] = []
        for one in done.sets:
            if past:
                yield _tally(past[-30:], today, done.title, one)
            today.append(one)
        past.append(PastExercise("", done.title, done.day, done.sets))


def _tally(past: list[PastExercise], today: list[SetValues], title: str, wanted: SetValues) -> Tally:
    unit = wanted.load.unit if wanted.load else Unit.KG
    ideas = suggest(past, today, title, unit=unit)
    steps = step(past, unit=unit)
    ways = [(dots, idea) for dots, idea in enumerate(ideas[:3])] or [(0, SetValues())]
    fewest = min(dots + _fewest(wanted, idea, today, steps, unit) for dots, idea in ways)
    form = len(_number(wanted)) + 1 + len(str(wanted.reps)) + 1
    first = ideas[0] if ideas else SetValues()
    return Tally(fewest, form, _same(first, wanted), first.load == wanted.load)


def _fewest(wanted: SetValues, shown: SetValues, today: list[SetValues], steps: Load, unit: Unit) -> int:
    """The fewest keys with this suggestion shown, Enter among them."""
    last = today[-1] if today else None
    context = entry.Context(Measure.WEIGHT, shown=shown, last=last, step=steps, unit=unit)
    read = (len(text) + 1 for text in _ways(wanted) if _means(text, context, wanted))
    return min(read, default=len(_number(wanted)) + len(str(wanted.reps)) + 2)


def _ways(wanted: SetValues) -> Iterator[str]:
    """What one could type for a set, the shortest first."""
    number, reps = _number(wanted), str(wanted.reps)
    yield from sorted(
        ("", "+", "-", "=", reps, number, f"x{reps}", f"+x{reps}", f"-x{reps}", f"{number}x{reps}"), key=len
    )


def _means(text: str, context: entry.Context, wanted: SetValues) -> bool:
    if not text:
        return _same(context.shown, wanted)
    found = entry.read(text, context)
    return found.problem is None and len(found.sets) == 1 and _same(found.sets[0], wanted)


def _same(one: SetValues, other: SetValues) -> bool:
    return (one.load, one.reps) == (other.load, other.reps)


def _number(values: SetValues) -> str:
    return values.load.number if values.load else ""


def _of_file(history: importing.History) -> Iterator[Done]:
    for session in sorted(history.reading.sessions, key=lambda one: one.started):
        sets: dict[str, list[SetValues]] = defaultdict(list)
        for one in session.sets:
            if one.load is not None and one.reps:
                sets[one.exercise].append(SetValues(one.load, one.reps))
        for exercise, done in sets.items():
            yield Done(session.title, exercise, session.started.date(), tuple(done))


def made_up(chance: Random) -> Iterator[Done]:
    """Two workouts in turn: mostly what was done before, a rep less when tired, a step more when all went well."""
    steps = chance.choice((2_500, 2_500, 1_250, 5_000))
    loads = {f"{day} {n}": chance.randrange(12, 40) * 2_500 for day in "AB" for n in range(5)}
    goals = {name: chance.choice((5, 8, 10, 12)) for name in loads}
    ramps = {name: chance.random() < 0.3 for name in loads}
    begin = date(2022, 1, 3)
    for n in range(SESSIONS):
        day = "AB"[n % 2]
        for name in (one for one in loads if one.startswith(day)):
            sets = tuple(_sets(chance, loads[name], goals[name], steps if ramps[name] else 0))
            yield Done(f"Day {day}", name, begin + timedelta(n * 7 // 3), sets)
            if all((one.reps or 0) >= goals[name] for one in sets) and chance.random() < 0.5:
                loads[name] += steps
            elif chance.random() < 0.08:
                loads[name] -= steps


def _sets(chance: Random, load: int, goal: int, ramp: int) -> Iterator[SetValues]:
    reps = goal
    for place in range(chance.choice((3, 3, 3, 4))):
        reps = max(1, reps - chance.choice((0, 0, 0, 1, 1, 2))) if place else goal + chance.choice((0, 0, 0, -1, 1))
        yield SetValues(Load(load + ramp * place, Unit.KG), reps)
