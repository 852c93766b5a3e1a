"""How long the work behind one key takes: the next suggestion, a record check, plates, finding a name."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import product

from tests.benchmarks.report import Figure, median, timed
from workout_tui.model.bests import Bests
from workout_tui.model.exercise import Measure
from workout_tui.model.find import rank
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import Target
from workout_tui.model.plates import load_bar
from workout_tui.model.prefill import step, suggest
from workout_tui.model.records import records
from workout_tui.model.session import PastExercise, SetValues
from workout_tui.model.votes import Past, Rules, predict

ROUNDS = 300
AIM_US = 1000
"""what a key may wait for"""
SESSIONS = 400
PLATES = [(25_000, 2), (20_000, 1), (15_000, 1), (10_000, 2), (5_000, 2), (2_500, 1), (1_250, 1)]


def history(chance: random.Random) -> list[PastExercise]:
    """Years of one exercise: four or five sets, three days a week, slowly heavier."""
    first = date(2021, 1, 4)
    return [
        PastExercise(
            str(n),
            f"Push {'AB'[n % 2]}",
            first + timedelta(n * 7 // 3),
            tuple(a_set(chance, n) for _ in range(4 + n % 2)),
        )
        for n in range(SESSIONS)
    ]


def a_set(chance: random.Random, n: int) -> SetValues:
    """A set of about the strength of session `n`."""
    return SetValues(
        load=Load(60_000 + 2_500 * (n // 20) + 2_500 * chance.randrange(3), Unit.KG), reps=chance.randint(4, 9)
    )


def names() -> list[tuple[int, str, tuple[str, ...]]]:
    """Two hundred exercises."""
    kinds = [
        "Bench",
        "Incline",
        "Romanian",
        "Bulgarian",
        "Overhead",
        "Seated",
        "Standing",
        "Cable",
        "Machine",
        "Zercher",
    ]
    lifts = ["Press", "Row", "Curl", "Squat", "Deadlift", "Raise", "Fly", "Extension", "Pulldown", "Lunge"]
    all_names = product(kinds, lifts, ["(Barbell)", "(Dumbbell)"])
    return [(n, " ".join(parts), ()) for n, parts in enumerate(all_names)]


def measure() -> Iterator[Figure]:
    """Votes, suggestions, records, plates and names."""
    pasts = history(random.Random(1))
    today = list(pasts[-1].sets[:2])
    plain = [
        Past(past.title, tuple((one.load.milli, one.reps or 0) for one in past.sets if one.load)) for past in pasts
    ]
    done = list(plain[-1].sets[:2])
    bests = Bests.of(Measure.WEIGHT, pasts)
    bar, load = Load(20_000, Unit.KG), Load(102_500, Unit.KG)
    plates = [(Load(milli, Unit.KG), pairs) for milli, pairs in PLATES]
    target = Target(reps_lo=5, reps_hi=5)
    exercises = names()
    works: dict[str, Callable[[], object]] = {
        "votes, later set": lambda: predict(plain, done, "Push A", Rules(2_500)),
        "votes, first set": lambda: predict(plain, [], "Push A", Rules(2_500)),
        "suggestion, first set": lambda: suggest(pasts, [], "Push A"),
        "suggestion, later set": lambda: suggest(pasts, today, "Push A"),
        "suggestion, planned set": lambda: suggest(pasts, today, "Push A", planned=target),
        "step": lambda: step(pasts, unit=Unit.KG),
        "records of a set": lambda: records(bests, today[0]),
        "plates": lambda: load_bar(load, bar, plates),
    }
    for query in ("be", "incl dumb", "rdl", "ovrehaed prss"):
        works[f"find “{query}” in {len(exercises)} names"] = partial(rank, query, exercises)
    for label, work in works.items():
        yield Figure(label, median(timed(work, ROUNDS)) * 1000, "µs", aim=AIM_US)
