"""The set line, form by form: the examples that the grammar was designed with, and its edges."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workout_tui.model.entry import LINE_MAX, Context, Problem, read
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.notation import show
from workout_tui.model.plan import SetKind
from workout_tui.model.session import SetValues


def kg(text: str) -> Load:
    return Load.of(text, Unit.KG)


WEIGHT = Context(
    Measure.WEIGHT,
    shown=SetValues(load=kg("100"), reps=5),
    last=SetValues(load=kg("102.5"), reps=5, rpe10=85),
    best=kg("120"),
)
BODYWEIGHT = Context(Measure.BODYWEIGHT, shown=SetValues(load=kg("20"), reps=6))
TIME = Context(Measure.TIME, shown=SetValues(seconds=60))
DISTANCE = Context(Measure.DISTANCE, shown=SetValues(distance=Distance(5000, DistanceUnit.KM), seconds=1500))
DUMBBELL = replace(WEIGHT, shown=SetValues(load=kg("14"), reps=10), best=kg("16"))


def result(text: str, context: Context) -> str:
    return "; ".join(show(values, context.measure) for values in read(text, context).sets)


READ = [
    (WEIGHT, "", "100 kg × 5"),
    (WEIGHT, "4", "100 kg × 4"),
    (WEIGHT, "+", "102.5 kg × 5"),
    (WEIGHT, "++", "105 kg × 5"),
    (WEIGHT, "-5", "95 kg × 5"),
    (WEIGHT, "+2.5*6", "102.5 kg × 6"),
    (WEIGHT, "100*5/8", "100 kg × 5 @8"),
    (WEIGHT, "100x5 @8", "100 kg × 5 @8"),
    (WEIGHT, "100 5 8.5", "100 kg × 5 @8.5"),
    (WEIGHT, "102,5x5", "102.5 kg × 5"),
    (WEIGHT, "105x", "105 kg × 5"),
    (WEIGHT, "x6", "100 kg × 6"),
    (WEIGHT, "/9", "100 kg × 5 @9"),
    (WEIGHT, "105", "105 kg × 5"),
    (WEIGHT, "=", "102.5 kg × 5 @8.5"),
    (WEIGHT, "=/9", "102.5 kg × 5 @9"),
    (WEIGHT, "3x5@100", "100 kg × 5; 100 kg × 5; 100 kg × 5"),
    (WEIGHT, "100x5x3", "100 kg × 5; 100 kg × 5; 100 kg × 5"),
    (WEIGHT, "100x5,5,4", "100 kg × 5; 100 kg × 5; 100 kg × 4"),
    (WEIGHT, "100x5; 95x8", "100 kg × 5; 95 kg × 8"),
    (WEIGHT, "60x5w", "60 kg × 5 warm-up"),
    (WEIGHT, "100x8>80x6>60x10", "100 kg × 8; 80 kg × 6 drop; 60 kg × 10 drop"),
    (WEIGHT, "100x5f #grip slipped", "100 kg × 5 to failure “grip slipped”"),
    (WEIGHT, "225lbx5", "225 lb × 5"),
    (WEIGHT, "100x5 rir2", "100 kg × 5 @8"),
    (BODYWEIGHT, "8", "BW+20 kg × 8"),
    (BODYWEIGHT, "+20x6", "BW+20 kg × 6"),
    (BODYWEIGHT, "-20x8", "BW−20 kg × 8"),
    (BODYWEIGHT, "bw", "BW × 6"),
    (BODYWEIGHT, "bw 10", "BW × 10"),
    (TIME, "1:30", "1:30"),
    (TIME, "45", "0:45"),
    (TIME, "20x1:00", "20 kg 1:00"),
    (DISTANCE, "5km 24:30", "5 km 24:30"),
    (DISTANCE, "400m", "400 m"),
    (DISTANCE, "3", "3 km"),
    (WEIGHT, "100x", "100 kg × 5"),
]


@pytest.mark.parametrize(("context", "text", "expected"), READ)
def test_examples_that_log_at_once(context: Context, text: str, expected: str) -> None:
    entry = read(text, context)
    assert (result(text, context), entry.problem, entry.doubts) == (expected, None, ())


REFUSED = [
    (WEIGHT, "1oox5", Problem(0, 3, "“1oo” isn't a number", "did you mean 100x5?")),
    (
        WEIGHT,
        "100x5 @11",
        Problem(6, 3, "RPE goes from 1 to 10 in halves", "a weight after @ needs sets first: 3x5@100"),
    ),
    (WEIGHT, "100x5@", Problem(6, 1, "RPE missing", "@8", incomplete=True)),
    (WEIGHT, "100x5.5", Problem(4, 3, "reps are whole numbers")),
    (WEIGHT, "100xx5", Problem(4, 2, "“x5” isn't a number", "reps after x: x5")),
    (WEIGHT, "1:30", Problem(0, 4, "this exercise is counted in reps, not time", "x8 for 8 reps")),
    (WEIGHT, "-120", Problem(0, 4, "100 kg − 120 is below zero")),
    (WEIGHT, "100x5 foo", Problem(6, 3, "don't understand “foo”", "? shows the forms")),
    (WEIGHT, "bench 100", Problem(0, 5, "“bench” isn't a number")),
    (TIME, "x", Problem(1, 1, "reps missing after x", "x5", incomplete=True)),
    (
        WEIGHT,
        "30x5@100",
        Problem(0, 2, "sets must be a whole number from 1 to 20", "sets x reps @ weight: 3x5@100"),
    ),
    (WEIGHT, "100 5 50", Problem(6, 2, "the third number is RPE (1–10)", "weight reps rpe: 100 5 8")),
]


@pytest.mark.parametrize(("context", "text", "problem"), REFUSED)
def test_examples_that_are_refused(context: Context, text: str, problem: Problem) -> None:
    assert read(text, context).problem == problem


DOUBTED = [
    (WEIGHT, "3x5", "3 kg × 5", "3 kg is far under the plan (100) — 3 sets? x5x3"),
    (WEIGHT, "1000x5", "1000 kg × 5", "1000 kg is 8.3× your best (120)"),
    (WEIGHT, "x0", "100 kg × 0", "0 reps logs a failed attempt"),
    (WEIGHT, "3x5@8", "3 kg × 5 @8", "3 kg is far under the plan (100) — 3 sets? x5x3"),
]


@pytest.mark.parametrize(("context", "text", "expected", "doubt"), DOUBTED)
def test_examples_that_ask_for_a_second_enter(context: Context, text: str, expected: str, doubt: str) -> None:
    entry = read(text, context)
    assert (result(text, context), entry.problem, entry.doubts) == (expected, None, (doubt,))


def test_there_are_as_many_examples_as_were_designed() -> None:
    assert len(READ) + len(REFUSED) + len(DOUBTED) == 53
