"""Warm-up ramps: from the bar to the working load, over loads that exist, with few plates to change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.plates import Rack, load_bar
from workout_tui.model.ramp import changes, ramp


def kg(number: float) -> Load:
    return Load(round(number * 1000), Unit.KG)


SIZES = (25, 20, 15, 10, 5, 2.5, 1.25)
PLATES = tuple((kg(size), pairs) for size, pairs in zip(SIZES, (2, 1, 1, 2, 2, 1, 1), strict=True))
RACK = Rack(kg(2.5), kg(20), PLATES)


def told(sets: tuple[Target, ...]) -> list[str]:
    return [f"{one.load.number}x{one.reps_lo}" for one in sets if one.load]


@pytest.mark.parametrize(
    ("work", "sets"),
    [
        (140, ["20x10", "60x5", "90x3", "120x2"]),
        (102.5, ["20x10", "50x5", "70x3", "90x2"]),
        (60, ["20x10", "30x5", "40x3", "50x2"]),
        (40, ["20x10", "25x3", "35x2"]),
        (20, []),
        (15, []),
    ],
)
def test_on_a_bar(work: float, sets: list[str]) -> None:
    assert told(ramp(kg(work), RACK)) == sets


@pytest.mark.parametrize(("work", "sets"), [(32.5, ["15x8", "25x4"]), (10, ["5x8", "7.5x4"]), (2.5, [])])
def test_without_a_bar(work: float, sets: list[str]) -> None:
    assert told(ramp(kg(work), Rack(kg(2.5)))) == sets


def test_in_another_unit_than_the_bar_nothing_is_converted() -> None:
    pounds = Load(100_000, Unit.LB)
    assert {one.load.unit for one in ramp(pounds, RACK) if one.load} <= {Unit.LB}


def test_plates_that_stay_on_are_no_change() -> None:
    assert changes([kg(20)], [kg(20), kg(10)]) == 1
    assert changes([kg(20), kg(10)], [kg(25)]) == 3
    assert changes([], []) == 0


@given(st.integers(0, 400).map(lambda halves: kg(halves / 2)), st.sets(st.sampled_from(PLATES)))
def test_every_set_is_a_warm_up_that_can_be_loaded_and_climbs(work: Load, plates: set[tuple[Load, int]]) -> None:
    rack = Rack(kg(2.5), kg(20), tuple(plates))
    sets = ramp(work, rack)
    loads = [one.load for one in sets if one.load]
    assert len(loads) == len(sets) <= 4
    assert all(one.kind is SetKind.WARMUP for one in sets)
    assert [one.milli for one in loads] == sorted({one.milli for one in loads})
    assert all(one.milli < work.milli for one in loads)
    for one in loads:
        found = load_bar(one, kg(20), plates)
        assert found is not None
        assert found.side is not None
    assert [one.reps_lo for one in sets] == sorted((one.reps_lo or 0 for one in sets), reverse=True)
