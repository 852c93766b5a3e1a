"""Workouts that contain themselves twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.repeats import repeats_itself


def of(text: str) -> list[tuple[str, int]]:
    """``squat 100 100, row 60``: two sets of squats, one of rows."""
    sets = []
    for part in text.split(", "):
        name, *values = part.rsplit(" ", part.count(" "))
        sets += [(name.replace("_", " "), int(value)) for value in values]
    return sets


@pytest.mark.parametrize(
    ("sets", "repeats"),
    [
        ("squat 100 90, row 60 50, squat 100 90, row 60 50", True),
        ("bench_press 100 90, row 60 50, bench_press_(barbell) 100 90, row 60 50", True),
        ("squat 100 90, row 60 50, squat 100 90, row 60 55", False),
        ("squat 100 90, row 60 50, lunge 100 90, curl 60 50", False),
        ("squat 100 90, row 60 50, squat 100 90, row 60", False),
        ("squat 100 100 100 100 100 100 100 100", False),
        ("squat 100, row 60, squat 100, row 60, squat 100, row 60, squat 100, row 60", False),
        ("squat 100, row 60, squat 100, row 60", False),
        ("bench_press 1 2, row_press 1 2, row_press 1 2, row_press 1 2", False),
    ],
    ids=[
        "twice", "under another name", "one set differs", "other exercises", "odd", "straight sets", "rounds",
        "too short", "two names become one",
    ],
)  # fmt: skip
def test_d9_a_workout_whose_second_half_repeats_the_first(sets: str, repeats: bool) -> None:
    assert repeats_itself(of(sets)) is repeats


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3)), max_size=12))
def test_only_a_workout_of_two_equal_halves_is_suspected(sets: list[tuple[str, int]]) -> None:
    half = len(sets) // 2
    if repeats_itself(sets):
        assert [value for _, value in sets[:half]] == [value for _, value in sets[half:]]
    # An exercise that stands in it once keeps a half from being rounds.
    assert repeats_itself([("first", 1), *sets, ("last", 2)] * 2) is (len(sets) >= 2)
