"""Printing sets, for reading."""

from __future__ import annotations

import pytest

from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.notation import clock, one_line, rpe_text, show, show_all
from workout_tui.model.plan import SetKind
from workout_tui.model.session import SetValues

HUNDRED = Load.of("102.5", Unit.KG)
FIVE_K = Distance(5000, DistanceUnit.KM)


@pytest.mark.parametrize(
    ("measure", "values", "shown"),
    [
        (
            Measure.WEIGHT,
            SetValues(HUNDRED, 5, rpe10=85, kind=SetKind.WARMUP, note="grip"),
            "102.5 kg × 5 @8.5 warm-up “grip”",
        ),
        (Measure.WEIGHT, SetValues(Load.of("225", Unit.LB), 5), "225 lb × 5"),
        (Measure.WEIGHT, SetValues(HUNDRED, 5, kind=SetKind.FAILURE), "102.5 kg × 5 to failure"),
        (Measure.WEIGHT, SetValues(reps=5), "– × 5"),
        (Measure.BODYWEIGHT, SetValues(reps=8), "BW × 8"),
        (Measure.BODYWEIGHT, SetValues(HUNDRED, 8, kind=SetKind.DROP), "BW+102.5 kg × 8 drop"),
        (Measure.BODYWEIGHT, SetValues(Load(-20_000, Unit.KG), 8), "BW−20 kg × 8"),
        (Measure.TIME, SetValues(seconds=90), "1:30"),
        (Measure.TIME, SetValues(HUNDRED, seconds=3900), "102.5 kg 1:05:00"),
        (Measure.DISTANCE, SetValues(distance=FIVE_K, seconds=1470, rpe10=70), "5 km 24:30 @7"),
        (Measure.DISTANCE, SetValues(distance=Distance(400_000, DistanceUnit.M)), "400 m"),
        (Measure.DISTANCE, SetValues(HUNDRED, distance=FIVE_K), "102.5 kg 5 km"),
        (Measure.TIME, SetValues(), "–"),
    ],
)
def test_a_set_is_shown(measure: Measure, values: SetValues, shown: str) -> None:
    assert show(values, measure) == shown


def test_equal_neighbours_are_counted() -> None:
    heavy, light = SetValues(HUNDRED, 5), SetValues(HUNDRED, 4)
    assert show_all((heavy, heavy, light), Measure.WEIGHT) == "2 sets of 102.5 kg × 5; 102.5 kg × 4"
    assert show_all((), Measure.WEIGHT) == ""


def test_a_note_of_several_lines_is_printed_as_one() -> None:
    values = SetValues(HUNDRED, 5, note="first\nsecond\x1b[31m\ud800 ")
    assert show(values, Measure.WEIGHT) == "102.5 kg × 5 “first second [31m”"
    assert one_line(" a\u2028b\x00") == "a b"


def test_clock_and_rpe() -> None:
    assert [clock(seconds) for seconds in (0, 59, 60, 3599, 3600)] == ["0:00", "0:59", "1:00", "59:59", "1:00:00"]
    assert [rpe_text(rpe10) for rpe10 in (10, 85, 100)] == ["1", "8.5", "10"]


@pytest.mark.parametrize(
    ("text", "load"),
    [("82,5", "82.5 kg"), ("182 lb", "182 lb"), ("182LB", "182 lb"), (" 20kg ", "20 kg"), ("-20 lb", "-20 lb")],
)
def test_a_load_may_be_written_with_its_unit(text: str, load: str) -> None:
    assert str(Load.written(text, Unit.KG)) == load


@pytest.mark.parametrize("text", ["", "kg", "lb 20", "20 lbs", "x", "1e3"])
def test_a_load_is_a_number_and_at_most_a_unit(text: str) -> None:
    with pytest.raises(ValueError, match="isn't a number"):
        Load.written(text, Unit.KG)
