"""What holds for every line, whatever is typed, and for every set that can be typed."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.model.test_entry import BODYWEIGHT, DISTANCE, DUMBBELL, FIRST_TIME, TIME, WEIGHT
from workout_tui.model.entry import Context, Entry, read
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.notation import MARKS, clock, one_line, rpe_text, show, show_all
from workout_tui.model.plan import SetKind
from workout_tui.model.session import SetValues

CONTEXTS = (
    WEIGHT,
    BODYWEIGHT,
    TIME,
    DISTANCE,
    DUMBBELL,
    FIRST_TIME,
    Context(Measure.BODYWEIGHT),
    Context(Measure.TIME, unit=Unit.LB),
    Context(Measure.DISTANCE, distance_unit=DistanceUnit.M, open_sets=1),
    replace(
        WEIGHT, shown=SetValues(load=Load(225_000, Unit.LB), reps=5, rpe10=80, kind=SetKind.WARMUP, note="n"), warmups=2
    ),
)
ALPHABET = [
    *"0123456789" * 3,
    *"xX×*@/#;>,.:+-−= wdfrbklmWKGoOlI!²٣ç\x1b\x00\n\t\u00a0\u202e\ud800🏋",
    *("kg", "lb", "km", "mi", "ft", "yd", "min", "sec", "bw", "rpe", "rir", "100", "100x5", "1:30", "3x5@100", "# n"),
]
"""Mostly what lifters type, so that chance gets deep into the grammar."""

lines = st.one_of(
    st.lists(st.sampled_from(ALPHABET), max_size=40).map("".join),
    st.text(max_size=200),
    st.text(st.characters(), max_size=60),
)
contexts = st.sampled_from(CONTEXTS)

units = st.sampled_from(Unit)
notes = st.text(max_size=80).map(one_line)
marks = st.builds(
    SetValues,
    rpe10=st.none() | st.integers(2, 20).map(lambda halves: halves * 5),
    kind=st.sampled_from(SetKind),
    note=notes,
)
loads = st.builds(Load, st.integers(0, 2_000_000), units)
some_load = st.builds(Load, st.integers(1, 2_000_000), units)
added = st.builds(Load, st.integers(-1_000_000, 2_000_000).filter(bool), units)
reps = st.integers(0, 999)
seconds = st.integers(0, 7 * 86_400)
distances = st.builds(Distance, st.integers(0, 10**9), st.sampled_from(DistanceUnit))

amounts = {
    Measure.WEIGHT: st.builds(SetValues, load=loads, reps=reps),
    Measure.BODYWEIGHT: st.builds(SetValues, load=st.none() | added, reps=reps),
    Measure.TIME: st.builds(SetValues, load=st.none() | some_load, seconds=seconds),
    Measure.DISTANCE: st.builds(SetValues, load=st.none() | some_load, distance=distances, seconds=st.none() | seconds)
    | st.builds(SetValues, load=st.none() | some_load, seconds=seconds),
}


@st.composite
def sets(draw: st.DrawFn) -> tuple[SetValues, Measure]:
    """Any set that can be typed, and the measure of its exercise."""
    measure = draw(st.sampled_from(Measure))
    values, mark = draw(amounts[measure]), draw(marks)
    return replace(values, rpe10=mark.rpe10, kind=mark.kind, note=mark.note), measure


def write(
    values: SetValues, measure: Measure, unit: Unit | None = None, distance_unit: DistanceUnit | None = None
) -> str:
    """A set as a line that can be typed; `unit` and `distance_unit` need not be written out."""
    letters = {kind: letter for letter, kind in MARKS.items()}
    parts = [write_body(values, measure, unit, distance_unit)]
    if values.rpe10 is not None:
        parts.append(f"@{rpe_text(values.rpe10)}")
    if values.kind in letters:
        parts.append(letters[values.kind])
    if values.note:
        parts.append(f"#{one_line(values.note)}")
    return " ".join(part for part in parts if part)


def write_body(values: SetValues, measure: Measure, unit: Unit | None, distance_unit: DistanceUnit | None) -> str:
    """The load and the amount, joined by x when there are both."""
    reps = "" if values.reps is None else str(values.reps)
    if measure is Measure.WEIGHT:
        return f"{write_load(values.load, unit)}x{reps}"
    if measure is Measure.BODYWEIGHT:
        return f"bw{'+' if values.load and values.load.milli > 0 else ''}{write_load(values.load, unit)}x{reps}"
    front = f"{write_load(values.load, unit)}x" if values.load is not None else ""
    parts = [write_distance(values.distance, distance_unit)] if values.distance is not None else []
    if values.seconds is not None:
        parts.append(clock(values.seconds))
    return front + " ".join(parts)


def write_load(load: Load | None, unit: Unit | None) -> str:
    """A load without spaces, its unit left out where the context supplies it."""
    if load is None:
        return ""
    return load.number + ("" if load.unit is unit else str(load.unit))


def write_distance(distance: Distance, unit: DistanceUnit | None) -> str:
    """A distance without spaces, its unit left out where the context supplies it."""
    return distance.number + ("" if distance.unit is unit else str(distance.unit))


def check_storable(values: SetValues, measure: Measure) -> None:
    """The ranges of the store, and that the measure's own parts are there."""
    if values.load is not None:
        assert (0 if measure is not Measure.BODYWEIGHT else -1_000_000) <= values.load.milli <= 2_000_000
        assert measure is Measure.WEIGHT or values.load.milli != 0
    assert values.reps is None or 0 <= values.reps <= 999
    assert values.seconds is None or 0 <= values.seconds <= 604_800
    assert values.distance is None or 0 <= values.distance.milli <= 10**9
    assert values.rpe10 is None or values.rpe10 in range(10, 101, 5)
    assert values.note == one_line(values.note)
    values.note.encode()
    if measure in {Measure.WEIGHT, Measure.BODYWEIGHT}:
        assert values.reps is not None
        assert measure is Measure.BODYWEIGHT or values.load is not None
        assert (values.seconds, values.distance) == (None, None)
    else:
        assert values.reps is None
        assert values.seconds is not None or (measure is Measure.DISTANCE and values.distance is not None)


def check(text: str, context: Context, entry: Entry) -> None:
    """What holds for every line."""
    assert show_all(entry.sets, context.measure) is not None
    if entry.problem is None:
        assert 1 <= len(entry.sets) <= 50
        assert entry.reading
        for values in entry.sets:
            check_storable(values, context.measure)
        return
    problem = entry.problem
    assert 0 <= problem.at <= len(text)
    assert problem.width >= 1
    assert problem.at + problem.width <= len(text) + 1
    assert problem.message == one_line(problem.message), "control characters would reach the terminal"
    assert problem.fix == one_line(problem.fix)
    assert (entry.doubts, entry.reading) == ((), "")


@given(lines, contexts, st.booleans())
@settings(max_examples=1500, deadline=None)
def test_nothing_typed_raises_and_whatever_is_read_can_be_stored(text: str, context: Context, first: bool) -> None:
    check(text, context, read(text, context, marks_first=first))


def test_nor_do_many_random_lines() -> None:
    chance = random.Random(5)
    understood = 0
    for _ in range(15_000):
        text = "".join(chance.choices(ALPHABET, k=chance.randint(0, 12)))
        context = chance.choice(CONTEXTS)
        entry = read(text, context)
        check(text, context, entry)
        understood += entry.problem is None
    assert understood > 500, "chance hardly ever types a set: this tests nothing"


@given(sets(), units, st.sampled_from(DistanceUnit))
@settings(max_examples=1000, deadline=None)
def test_what_is_written_is_read_back(one: tuple[SetValues, Measure], unit: Unit, distance_unit: DistanceUnit) -> None:
    values, measure = one
    context = Context(measure, unit=unit, distance_unit=distance_unit)
    for text in (write(values, measure), write(values, measure, unit, distance_unit)):
        entry = read(text, context)
        assert (entry.sets, entry.problem) == ((values,), None), text


@given(lines, contexts)
@settings(max_examples=500, deadline=None)
def test_what_was_read_is_read_again_from_what_is_written(text: str, context: Context) -> None:
    entry = read(text, context)
    if entry.problem is None:
        for values in entry.sets:
            again = write(values, context.measure, context.unit, context.distance_unit)
            assert read(again, replace(context, shown=SetValues())).sets == (values,)


@given(sets())
@settings(max_examples=300, deadline=None)
def test_what_is_shown_is_logged_by_an_empty_line(one: tuple[SetValues, Measure]) -> None:
    values, measure = one
    assert read("", Context(measure, shown=values)).sets == (values,)
    assert read("  ", Context(measure, shown=values)).reading == show(values, measure)
