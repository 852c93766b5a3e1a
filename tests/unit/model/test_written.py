"""The line of a template: what it says, what is wrong with it, and that it comes back as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import Deload, SetKind, Target
from workout_tui.model.written import Frame, Written, describe, read, write

COUNTED = {Measure.WEIGHT, Measure.BODYWEIGHT}
KG = Frame()


def kg(number: float) -> Load:
    return Load(round(number * 1000), Unit.KG)


@pytest.mark.parametrize(
    ("text", "measure", "words"),
    [
        ("", "weight", "sets as last time"),
        ("3x5@102.5 r180 +2.5", "weight", "3 sets of 5 at 102.5 kg, rest 3:00, +2.5 kg after all reps made"),
        ("3x8-10@32.5 +2", "weight", "3 sets of 8–10 at 32.5 kg, +2 kg at the top of the range"),
        ("12/10/8@60", "weight", "3 sets of 12, 10, 8 at 60 kg"),
        ("3x5@100,1x8@90", "weight", "3 sets of 5 at 100 kg, 1 set of 8 at 90 kg"),
        ("3x5@102,5, 1x8@92,5", "weight", "3 sets of 5 at 102.5 kg, 1 set of 8 at 92.5 kg"),
        ("2x5@60w, 3x5@100", "weight", "2 warm-up sets of 5 at 60 kg, 3 sets of 5 at 100 kg"),
        ("1x5@100, 1x8@80d", "weight", "1 set of 5 at 100 kg, 1 drop set of 8 at 80 kg"),
        ("3x5@8", "weight", "3 sets of 5 @8"),
        ("3x5@8kg", "weight", "3 sets of 5 at 8 kg"),
        ("3x5@100@8", "weight", "3 sets of 5 at 100 kg @8"),
        ("3x5@100/8.5", "weight", "3 sets of 5 at 100 kg @8.5"),
        ("3x5 rir2", "weight", "3 sets of 5 @8"),
        ("3x5@225lb", "weight", "3 sets of 5 at 225 lb"),
        ("2x5, 1x5+@100 +2.5", "weight", "2 sets of 5, 1 set of 5 or more at 100 kg, +2.5 kg after all reps made"),
        ("3x5@85% tm140", "weight", "3 sets of 5 at 85 %, training max 140 kg"),
        ("3x5@100 -10%", "weight", "3 sets of 5 at 100 kg, −10 % after 3 misses in a row"),
        ("3x5 -10%x2 gA #belt on", "weight", "3 sets of 5, −10 % after 2 misses in a row, superset A, “belt on”"),
        ("3x", "weight", "3 sets"),
        ("r2min", "weight", "sets as last time, rest 2:00"),
        ("3x8@bw", "bodyweight", "3 sets of 8 at bodyweight"),
        ("3x8@+15", "bodyweight", "3 sets of 8 at BW+15 kg"),
        ("3x8@bw-20", "bodyweight", "3 sets of 8 at BW−20 kg"),
        ("3x8@15", "bodyweight", "3 sets of 8 at BW+15 kg"),
        ("3x45", "time", "3 sets of 0:45"),
        ("3x1:00@20 +5", "time", "3 sets of 1:00 at 20 kg, +5 kg when all was made"),
        ("1:00/0:45/30s", "time", "3 sets of 1:00, 0:45, 0:30"),
        ("4x400m 1:30 r90", "distance", "4 sets of 400 m 1:30, rest 1:30"),
        ("5km 24:30", "distance", "1 set of 5 km 24:30"),
        ("3x5 r180 +2.5 @60", "weight", "3 sets of 5 at 60 kg, rest 3:00, +2.5 kg after all reps made"),
        ("1x10@20w, 3x5 r90 @60", "weight", "1 warm-up set of 10 at 20 kg, 3 sets of 5 at 60 kg, rest 1:30"),
        ("3x5 r90 @85%", "weight", "3 sets of 5 at 85 %, rest 1:30"),
    ],
)  # fmt: skip
def test_what_it_says(text: str, measure: str, words: str) -> None:
    frame = Frame(Measure(measure))
    found = read(text, frame)
    assert found.problem is None
    assert describe(found.written, frame) == words


@pytest.mark.parametrize(
    ("has_runs", "when"),
    [(True, "on the training max in a new run"), (False, "in programs only, here by tm")],
)
def test_a_step_onto_percentages_says_what_becomes_of_it(has_runs: bool, when: str) -> None:
    frame = Frame(has_runs=has_runs)
    assert describe(read("3x5@85% +2.5", frame).written, frame) == f"3 sets of 5 at 85 %, +2.5 kg {when}"


@pytest.mark.parametrize(
    ("text", "at", "width", "message"),
    [
        ("30x5", 0, 3, "sets must be a whole number from 1 to 20"),
        ("foo", 0, 3, "“foo” isn't a number of sets"),
        ("3x5 foo", 4, 3, "don't understand “foo”"),
        ("3x5@100 r180 @90", 13, 3, "don't understand “@90”"),
        ("r180 @90", 5, 3, "don't understand “@90”"),
        ("3x5.5", 2, 3, "“5.5”: reps are whole numbers"),
        ("3x1:00", 2, 4, "this exercise is counted in reps, not time"),
        ("10-8/3", 0, 4, "from 10 to 8 is no range"),
        ("3x5@300%", 4, 4, "a percentage goes from 0.1 to 200 in tenths"),
        ("3x5@+20", 4, 3, "this exercise has a load of its own"),
        ("3x5@100 r2h", 10, 1, "don't understand “h”"),
        ("3x5 r60 r90", 8, 1, "the rest is said twice"),
        ("3x5 -95%", 4, 4, "a deload takes 1 to 90 % off, after 1 to 9 misses"),
        ("3x5@100@11", 7, 3, "RPE goes from 1 to 10 in halves"),
    ],
)
def test_what_is_wrong_and_where(text: str, at: int, width: int, message: str) -> None:
    problem = read(text, KG).problem
    assert problem is not None
    assert (problem.at, problem.width, problem.message, problem.incomplete) == (at, width, message, False)


@pytest.mark.parametrize("text", ["3x5@", "5", "3x5 rpe", "3x5@100,", "3x5 +", "3x5 tm"])
def test_what_is_merely_unfinished(text: str) -> None:
    problem = read(text, KG).problem
    assert problem is not None
    assert problem.incomplete


def test_what_was_understood_before_the_fault_is_kept() -> None:
    assert read("3x5@100 r3:00 foo", KG).written == Written((Target(5, 5, kg(100)),) * 3, 180)


def _loads(measure: Measure) -> st.SearchStrategy[Load]:
    least = -1_000_000 if measure is Measure.BODYWEIGHT else 0
    return st.builds(Load, st.integers(least, 2_000_000), st.sampled_from(Unit))


def _amounts(measure: Measure) -> st.SearchStrategy[Target]:
    open_ones = st.just(Target())
    if measure in COUNTED:
        pairs = st.tuples(st.integers(0, 999), st.integers(0, 999)).map(sorted)
        return st.one_of(open_ones, pairs.map(lambda pair: Target(pair[0], pair[1])))
    seconds = st.integers(0, 604_800)
    if measure is Measure.TIME:
        return st.one_of(open_ones, seconds.map(lambda one: Target(seconds=one)))
    far = st.builds(Distance, st.integers(0, 1_000_000_000), st.sampled_from(DistanceUnit))
    return st.one_of(
        open_ones,
        seconds.map(lambda one: Target(seconds=one)),
        st.builds(lambda d, s: Target(distance=d, seconds=s), far, st.none() | seconds),
    )


@st.composite
def lines(draw: st.DrawFn) -> tuple[Frame, Written]:
    measure = draw(st.sampled_from(Measure))
    frame = Frame(measure, draw(st.sampled_from(Unit)), draw(st.sampled_from(DistanceUnit)))
    targets: list[Target] = []
    for _ in range(draw(st.integers(0, 4))):
        amount = draw(_amounts(measure))
        load, percent = draw(st.none() | _loads(measure)), None
        if load is None:
            percent = draw(st.none() | st.integers(1, 2000))
        targets += [
            Target(
                amount.reps_lo, amount.reps_hi, load, amount.seconds, amount.distance,
                draw(st.none() | st.integers(2, 20).map(lambda half: half * 5)), draw(st.sampled_from(SetKind)),
                percent,
            )
        ] * draw(st.integers(1, 12))  # fmt: skip
    note = draw(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=30).map(str.strip))
    return frame, Written(
        tuple(targets),
        draw(st.none() | st.integers(0, 3600)),
        draw(st.none() | st.builds(Load, st.integers(1, 100_000), st.sampled_from(Unit))),
        draw(st.none() | st.builds(Deload, st.integers(1, 90), st.integers(1, 9))),
        draw(st.sampled_from(["", "A", "C"])),
        note,
        draw(st.none() | st.builds(Load, st.integers(1, 2_000_000), st.sampled_from(Unit))),
    )


@given(lines())
def test_what_is_written_is_read_back(line: tuple[Frame, Written]) -> None:
    frame, written = line
    found = read(write(written, frame), frame)
    assert found.problem is None, (write(written, frame), found.problem)
    assert found.written == written


@given(st.text(max_size=60) | st.text("0123456789x@/-+%,.:rwdftmgkb #", max_size=30), st.sampled_from(Measure))
def test_nothing_typed_makes_it_raise_and_what_it_reads_can_be_written(text: str, measure: Measure) -> None:
    frame = Frame(measure)
    found = read(text, frame)
    if found.problem is None:
        assert read(write(found.written, frame), frame).written == found.written
    else:
        assert 0 <= found.problem.at <= max(len(text), 0)
        assert found.problem.width >= 1
