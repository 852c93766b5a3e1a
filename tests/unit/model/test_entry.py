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


FIRST_TIME = Context(Measure.WEIGHT)


@pytest.mark.parametrize(
    ("context", "text", "expected"),
    [
        # spaces, capitals, other signs
        (WEIGHT, " 100 KG X 5 RPE 8 W ", "100 kg × 5 @8 warm-up"),
        (WEIGHT, "100×5", "100 kg × 5"),
        (BODYWEIGHT, "BW−20x5", "BW−20 kg × 5"),
        (WEIGHT, "100x5 > 80 x 6", "100 kg × 5; 80 kg × 6 drop"),
        (WEIGHT, "100x5; ", "100 kg × 5"),
        # attributes need no space, in any order
        (WEIGHT, "60x5w@8", "60 kg × 5 @8 warm-up"),
        (WEIGHT, "60x5@8w#a; b #c", "60 kg × 5 @8 warm-up “a; b #c”"),
        (WEIGHT, "60x5wrir2.5", "60 kg × 5 @7.5 warm-up"),
        (WEIGHT, "rpe8.5", "100 kg × 5 @8.5"),
        (WEIGHT, "#felt good", "100 kg × 5 “felt good”"),
        (WEIGHT, "225x5lbw", "225 lb × 5 warm-up"),
        (WEIGHT, "100x5kg", "100 kg × 5"),
        # a list, a count and a note hold for all their sets
        (WEIGHT, "100 5,4x2", "100 kg × 5; 100 kg × 4; 100 kg × 5; 100 kg × 4"),
        (WEIGHT, "100x5x2 @8 #n", "100 kg × 5 @8 “n”; 100 kg × 5 @8 “n”"),
        (WEIGHT, "2x5@100@8", "100 kg × 5 @8; 100 kg × 5 @8"),
        (WEIGHT, "2x5@+2.5", "102.5 kg × 5; 102.5 kg × 5"),
        (WEIGHT, "2x5@8kg", "8 kg × 5; 8 kg × 5"),
        # later sets are read against the one before, but for its effort, mark and note
        (WEIGHT, "105x5@8w; x4", "105 kg × 5 @8 warm-up; 105 kg × 4"),
        (WEIGHT, "105x5 > -20 > -20", "105 kg × 5; 85 kg × 5 drop; 65 kg × 5 drop"),
        # steps
        (WEIGHT, "--", "95 kg × 5"),
        (WEIGHT, "+-", "100 kg × 5"),
        (BODYWEIGHT, "+", "BW+22.5 kg × 6"),
        (replace(BODYWEIGHT, shown=SetValues(reps=8)), "-", "BW−2.5 kg × 8"),
        # bodyweight
        (BODYWEIGHT, "8,8,6", "BW+20 kg × 8; BW+20 kg × 8; BW+20 kg × 6"),
        (BODYWEIGHT, "bw+45lbx5", "BW+45 lb × 5"),
        (BODYWEIGHT, "+0", "BW × 6"),
        # times
        (TIME, "1:05:00", "1:05:00"),
        (TIME, "90s", "1:30"),
        (TIME, "45 sec", "0:45"),
        (TIME, "5min", "5:00"),
        (TIME, "20x1:00x2", "20 kg 1:00; 20 kg 1:00"),
        (TIME, "2x1:00@20", "20 kg 1:00; 20 kg 1:00"),
        (TIME, "20 1:00 8", "20 kg 1:00 @8"),
        (TIME, "+20", "20 kg 1:00"),
        (TIME, "20x", "20 kg 1:00"),
        # distances
        (DISTANCE, "24:30", "5 km 24:30"),
        (DISTANCE, "5,5 km 24:30w", "5.5 km 24:30 warm-up"),
        (DISTANCE, "3mi", "3 mi"),
        (DISTANCE, "20min", "5 km 20:00"),
        (DISTANCE, "24x40m 0:30", "24 kg 40 m 0:30"),
        (DISTANCE, "400mx2", "400 m; 400 m"),
        # nothing shown
        (FIRST_TIME, "105x8", "105 kg × 8"),
        (FIRST_TIME, "2x10@60", "60 kg × 10; 60 kg × 10"),
    ],
)
def test_what_else_is_read(context: Context, text: str, expected: str) -> None:
    entry = read(text, replace(context, best=None))
    assert (result(text, context), entry.problem) == (expected, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", "14 kg × 12"),  # as near to 14 kg as to 10 reps: reps, as everywhere up to 30
        ("11", "14 kg × 11"),
        ("13", "13 kg × 10"),
        ("16", "16 kg × 10"),
        ("20", "20 kg × 10"),
        ("12.5", "12.5 kg × 10"),
        ("x14", "14 kg × 14"),
        ("9x", "9 kg × 10"),
    ],
)
def test_a_bare_number_on_dumbbells_is_what_it_is_nearer_to(text: str, expected: str) -> None:
    assert result(text, DUMBBELL) == expected


@pytest.mark.parametrize(
    ("context", "text", "at", "message"),
    [
        (WEIGHT, "b", 0, "“b” isn't finished"),
        (WEIGHT, "r", 0, "“r” isn't finished"),
        (WEIGHT, "rp", 0, "“rp” isn't finished"),
        (WEIGHT, "rir", 3, "RIR missing"),
        (WEIGHT, "@", 1, "RPE missing"),
        (WEIGHT, "/9.", 3, "digits missing after “.”"),
        (WEIGHT, "102,", 4, "digits missing after “,”"),
        (WEIGHT, "100k", 3, "“k” isn't finished"),
        (WEIGHT, "60x5wr", 5, "“r” isn't finished"),
        (WEIGHT, "x", 1, "reps missing after x"),
        (WEIGHT, "x5x", 3, "sets missing after x"),
        (WEIGHT, "x5, ", 4, "number missing after ,"),
        (WEIGHT, "100x8>", 6, "set missing after >"),
        (BODYWEIGHT, "bw+", 3, "weight missing after +"),
        (TIME, "1:", 2, "two digits after “:”"),
        (TIME, "1:3", 3, "two digits after “:”"),
        (TIME, "5mi", 0, "minutes or metres?"),
        (DISTANCE, "5k", 1, "“k” isn't finished"),
        (FIRST_TIME, "", 0, "nothing to log yet"),
        (FIRST_TIME, "105", 3, "reps missing"),
        (FIRST_TIME, "105x", 4, "reps missing after x"),
        (FIRST_TIME, "8", 0, "weight missing"),
        (FIRST_TIME, "x8", 0, "weight missing"),
        (Context(Measure.BODYWEIGHT), "", 0, "nothing to log yet"),
        (Context(Measure.BODYWEIGHT), "bw", 2, "reps missing"),
        (Context(Measure.TIME), "/8", 0, "time missing"),
        (Context(Measure.DISTANCE), "", 0, "nothing to log yet"),
    ],
)
def test_an_unfinished_line_is_calm(context: Context, text: str, at: int, message: str) -> None:
    problem = read(text, context).problem
    assert problem is not None
    assert (problem.at, problem.message, problem.incomplete) == (at, message, True)


@pytest.mark.parametrize(
    ("context", "text", "at", "message"),
    [
        (WEIGHT, ".5", 0, "“.5” isn't a number"),
        (WEIGHT, "٣x5", 0, "“٣x5” isn't a number"),
        (WEIGHT, "100x²", 4, "“²” isn't a number"),
        (WEIGHT, "100x-5", 4, "“-5” isn't a number"),
        (WEIGHT, "1.2345x5", 0, "a number has at most three decimals"),
        (WEIGHT, "2000.5x5", 0, "a weight goes up to 2000 kg"),
        (WEIGHT, "9" * 400 + "x5", 0, "a weight goes up to 2000 kg"),
        (WEIGHT, "100x1000", 4, "reps go up to 999"),
        (WEIGHT, "100x5x21", 6, "sets must be a whole number from 1 to 20"),
        (WEIGHT, "100x5x0", 6, "sets must be a whole number from 1 to 20"),
        (WEIGHT, "100x5x!", 6, "“!” isn't a number"),
        (WEIGHT, "2x5,4@100", 0, "reps differ, so sets cannot be counted in front"),
        (WEIGHT, "x5x20;x5x20;x5x20", 0, "a line has at most 50 sets"),
        (WEIGHT, "100x5 @8 /9", 9, "a set has one RPE"),
        (WEIGHT, "100 5 8 @9", 8, "a set has one RPE"),
        (WEIGHT, "100x5 @8.3", 6, "RPE goes from 1 to 10 in halves"),
        (WEIGHT, "100x5@30", 5, "RPE goes from 1 to 10 in halves"),
        (WEIGHT, "rir9.5", 0, "RIR goes from 0 to 9 in halves"),
        (WEIGHT, "60x5wf", 4, "a set has one mark: w, d or f"),
        (WEIGHT, "100x8>60x5f", 10, "a drop set has no second mark"),
        (WEIGHT, "w60x5", 0, "“w” goes behind the set"),
        (WEIGHT, "100x5;;95x5", 6, "set missing before “;”"),
        (WEIGHT, ">80x6", 0, "set missing before “>”"),
        (WEIGHT, "x5 lb", 3, "lb goes with a weight"),
        (WEIGHT, "+5lb", 0, "5 lb is no step from 100 kg"),
        (WEIGHT, "++5", 0, "one sign before a number"),
        (WEIGHT, "bw", 0, "this exercise needs a weight, not bodyweight"),
        (WEIGHT, "5km", 0, "this exercise is counted in reps, not distance"),
        (WEIGHT, "100x90s", 4, "this exercise is counted in reps, not time"),
        (FIRST_TIME, "=", 0, "no set done here yet"),
        (FIRST_TIME, "+", 0, "no weight shown to start from"),
        (BODYWEIGHT, "7.5", 0, "reps are whole numbers"),
        (BODYWEIGHT, "-1000.5x5", 0, "assistance goes up to 1000 kg"),
        (TIME, "-20x1:00", 0, "0 kg − 20 is below zero"),
        (TIME, "bw-20x1:00", 0, "only bodyweight exercises are assisted"),
        (TIME, "0:30,foo", 5, "“foo” isn't a time"),
        (DISTANCE, "xfoo", 1, "“foo” isn't a number"),
        (DISTANCE, "foo", 0, "“foo” isn't a number"),
        (TIME, "1.5", 0, "seconds are whole numbers"),
        (TIME, "1:60", 0, "minutes and seconds after “:” go up to 59"),
        (TIME, "1:300", 0, "a time is minutes:seconds"),
        (TIME, "168:00:01", 0, "a time goes up to 168 hours"),
        (TIME, "5km", 0, "this exercise is counted in time, not distance"),
        (DISTANCE, "1000000.1", 0, "a distance goes up to 1000000 km"),
    ],
)
def test_a_wrong_line_says_where_and_why(context: Context, text: str, at: int, message: str) -> None:
    problem = read(text, context).problem
    assert problem is not None
    assert (problem.at, problem.message, problem.incomplete) == (at, message, False)


def test_the_fix_is_made_of_what_was_typed() -> None:
    def fix(text: str, context: Context) -> str:
        problem = read(text, context).problem
        assert problem is not None
        return problem.fix

    assert fix("105x", FIRST_TIME) == "105x8"
    assert fix("8", FIRST_TIME) == "weight × reps: 60x8, or 8x if 8 is the weight"
    assert fix("x8", FIRST_TIME) == "weight × reps: 60x8"
    assert fix("100x1o", WEIGHT) == "did you mean 100x10?"
    assert fix("w60x5", WEIGHT) == "60x5w"
    assert fix("100k", WEIGHT) == "kg"


def test_what_was_understood_stays_beside_a_fault() -> None:
    assert result("105x5 @8 foo", WEIGHT) == "105 kg × 5 @8"
    assert result("105x5; 95x8; bench", WEIGHT) == "105 kg × 5; 95 kg × 8"
    assert result("105xx", WEIGHT) == "105 kg × 5"
    assert result("105x5,4,", WEIGHT) == "105 kg × 5; 105 kg × 4"
    assert result("bench 100", WEIGHT) == ""
    assert result("105", FIRST_TIME) == "105 kg × –"


def test_a_line_that_is_too_long_is_refused_behind_its_limit() -> None:
    fits = "#" + "n" * (LINE_MAX - 1)
    assert read(fits, WEIGHT).problem is None
    problem = read(fits + "nn", WEIGHT).problem
    assert problem == Problem(LINE_MAX, 2, f"a line has at most {LINE_MAX} characters")


def test_marks_may_stand_first_where_that_is_asked_for() -> None:
    for text in ("w 60x5", "w60x5", "W 60 5", "w60x5w"):
        entry = read(text, FIRST_TIME, marks_first=True)
        assert entry.problem is None
        assert entry.sets == (SetValues(load=kg("60"), reps=5, kind=SetKind.WARMUP),)
    entry = read("w60x5; f100x5; d", WEIGHT, marks_first=True)
    assert [values.kind for values in entry.sets] == [SetKind.WARMUP, SetKind.FAILURE, SetKind.DROP]
    assert read("w60x5f", WEIGHT, marks_first=True).problem is not None


def test_what_is_shown_is_kept_unless_typed() -> None:
    shown = SetValues(load=kg("60"), reps=5, rpe10=80, kind=SetKind.WARMUP, note="belt")
    context = replace(WEIGHT, shown=shown)
    assert read("", context).sets == (shown,)
    assert read("x6", context).sets == (replace(shown, reps=6),)
    assert read("/9 f #", context).sets == (replace(shown, rpe10=90, kind=SetKind.FAILURE, note=""),)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("50x5,5,4", "w w -"),
        ("x5x4", "w w - -"),
        ("50x5; 60x3; 70x2", "w w -"),
        ("50x5,5,4w", "w w w"),
        ("50x5w; 60x3,2", "w w -"),
        ("50x5>40x5; 60x5", "w d -"),
        ("50x5,5,4f", "f f f"),
        ("4", "w"),
    ],
)
def test_no_more_warm_ups_than_are_expected_unless_marked(text: str, kinds: str) -> None:
    context = replace(WEIGHT, shown=SetValues(load=kg("50"), reps=5, kind=SetKind.WARMUP), warmups=2)
    assert " ".join("-" if one.kind is SetKind.WORK else one.kind[0] for one in read(text, context).sets) == kinds


def test_the_same_again_leaves_the_note_behind() -> None:
    last = SetValues(load=kg("60"), reps=5, rpe10=80, kind=SetKind.DROP, note="slipped")
    assert read("=", replace(WEIGHT, last=last)).sets == (replace(last, note=""),)


def test_units_come_from_the_context_and_steps_from_the_load_shown() -> None:
    pounds = replace(FIRST_TIME, unit=Unit.LB, distance_unit=DistanceUnit.M)
    assert read("225x5", pounds).sets[0].load == Load.of("225", Unit.LB)
    assert read("400", replace(pounds, measure=Measure.DISTANCE)).sets[0].distance == Distance(400_000, DistanceUnit.M)
    shown = SetValues(load=Load.of("225", Unit.LB), reps=5)
    assert read("+5", replace(WEIGHT, shown=shown)).sets[0].load == Load.of("230", Unit.LB)
    problem = read("+", replace(WEIGHT, shown=shown)).problem
    assert problem is not None
    assert problem.message == "2.5 kg is no step from 225 lb"


def test_a_note_is_one_line_without_control_characters() -> None:
    assert read("#a\x1b[31m\nb\x00\ud800 ", WEIGHT).sets[0].note == "a [31m b"


def test_the_reading_says_what_enter_logs() -> None:
    assert read("4", WEIGHT).reading == "100 kg × 4"
    assert read("x5x3; 90", WEIGHT).reading == "3 sets of 100 kg × 5; 90 kg × 5"
    assert read("100x5@", WEIGHT).reading == ""
