"""Sets, loads and volumes as they stand in tables."""

from __future__ import annotations

import pytest

from tests.unit.ui.samples import kg
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.records import RecordKind
from workout_tui.model.session import SetValues
from workout_tui.ui.glyphs import ASCII, UNICODE
from workout_tui.ui.presenters import amounts

FIVE_KM = Distance(5000, DistanceUnit.KM)


@pytest.mark.parametrize(
    ("targets", "text"),
    [
        ([Target(5, 5)] * 4, "4 × 5"),
        ([Target(5, 5)] * 3 + [Target(8, 8)], "3 × 5, 1 × 8"),
        ([Target(5, 5), Target(3, 3), Target(1, None)], "5/3/1"),
        ([Target(8, 10), Target(6, 8)], "8–10/6–8"),
        ([Target(5, 5), Target(3, 3), Target(5, 5), Target(5, 5)], "1 × 5, 1 × 3, 2 × 5"),
        ([Target(seconds=45), Target(seconds=60)], "0:45/1:00"),
        ([Target(distance=FIVE_KM, seconds=1500), Target(distance=FIVE_KM)], "5 km 25:00, 5 km"),
        ([Target(5, 5), Target()], "1 × 5, 1 set"),
        ([Target(8, 10)] * 3, "3 × 8–10"),
        ([Target(8, None)] * 3, "3 × 8"),
        ([Target(seconds=60)] * 3, "3 × 1:00"),
        ([Target(distance=FIVE_KM, seconds=1500)], "1 × 5 km 25:00"),
        ([Target(5, 5), Target(5, 5), Target(5, 5, kind=SetKind.FAILURE)], "2 × 5, 1 × 5+"),
        ([Target(5, 5), Target(3, 3), Target(1, 1, kind=SetKind.FAILURE)], "5/3/1+"),
        ([Target(8, 10, kind=SetKind.FAILURE)], "1 × 8–10+"),
        ([Target(10, 10, kind=SetKind.WARMUP), Target(5, 5)], "1 × 5"),
        ([Target(10, 10, kind=SetKind.WARMUP)], "1 × 10"),
        ([Target()], "1 set"),
        ([Target()] * 3, "3 sets"),
        ([], ""),
    ],
)
def test_what_is_planned(targets: list[Target], text: str) -> None:
    assert amounts.sets_text(targets, UNICODE) == text


def test_sets_of_one_load_stand_together() -> None:
    sets = ["100×5", "100×5", "90×8", "100×3", "BW×8", "0:45", "0:50"]
    assert amounts.in_runs(sets, UNICODE) == ["100×5,5", "90×8", "100×3", "BW×8", "0:45,0:50"]
    assert amounts.in_runs([], UNICODE) == []


def test_plain_terminals_get_plain_signs() -> None:
    assert amounts.sets_text([Target(8, 10)] * 3, ASCII) == "3 x 8-10"
    assert amounts.set_text(SetValues(kg("-20"), 8), Measure.BODYWEIGHT, ASCII) == "BW-20 x 8"


@pytest.mark.parametrize(
    ("values", "measure", "text", "tight"),
    [
        (SetValues(kg("102.5"), 5, rpe10=85), Measure.WEIGHT, "102.5 × 5 @8.5", "102.5×5@8.5"),
        (SetValues(kg("20"), 6), Measure.BODYWEIGHT, "BW+20 × 6", "BW+20×6"),
        (SetValues(kg("-20"), 6), Measure.BODYWEIGHT, "BW−20 × 6", "BW−20×6"),
        (SetValues(None, 6), Measure.BODYWEIGHT, "BW × 6", "BW×6"),
        (SetValues(kg("0"), 6), Measure.BODYWEIGHT, "BW × 6", "BW×6"),
        (SetValues(seconds=90), Measure.TIME, "1:30", "1:30"),
        (SetValues(kg("20"), seconds=90), Measure.TIME, "20 × 1:30", "20×1:30"),
        (SetValues(seconds=1470, distance=FIVE_KM), Measure.DISTANCE, "5 km 24:30", "5 km 24:30"),
        (SetValues(None, 8), Measure.WEIGHT, "8", "8"),
        (SetValues(kg("100")), Measure.WEIGHT, "100 × –", "100×–"),
    ],
)
def test_what_was_done(values: SetValues, measure: Measure, text: str, tight: str) -> None:
    assert amounts.set_text(values, measure, UNICODE) == text
    assert amounts.set_text(values, measure, UNICODE, tight=True) == tight


@pytest.mark.parametrize(
    ("kilograms", "unit", "shown"),
    [
        (0, Unit.KG, ("0", "kg")),
        (540, Unit.KG, ("540", "kg")),
        (8243, Unit.KG, ("8.24", "t")),
        (11_400, Unit.KG, ("11.4", "t")),
        (123_456, Unit.KG, ("123", "t")),
        (8243, Unit.LB, ("18.2", "k lb")),
        (100, Unit.LB, ("220", "lb")),
    ],
)
def test_volumes_have_three_figures(kilograms: float, unit: Unit, shown: tuple[str, str]) -> None:
    assert amounts.volume(kilograms, unit) == shown


def test_volumes_in_full() -> None:
    assert amounts.volume_number(2277.5, Unit.KG, UNICODE) == "2 278"
    assert amounts.volume_number(100, Unit.LB, UNICODE) == "220"
    assert amounts.volume_number(None, Unit.KG, UNICODE) == "–"


def test_an_estimate_in_the_lifters_unit() -> None:
    assert amounts.in_unit(119.58, Unit.KG) == "120"
    assert amounts.in_unit(43.33, Unit.KG) == "43.5"
    assert amounts.in_unit(100, Unit.LB) == "220"


def test_the_load_of_a_plan_is_that_of_its_heaviest_work_set() -> None:
    plan = [
        Target(10, 10, kg("200"), kind=SetKind.WARMUP), Target(5, 5), Target(5, 5, kg("20")),
        Target(5, 5, Load.of("225", Unit.LB)), Target(8, 8, kg("90")),
    ]  # fmt: skip
    assert amounts.top_load(plan) == Load.of("225", Unit.LB)
    assert amounts.top_load([Target(5, 5)]) is None


def test_every_kind_of_record_has_words() -> None:
    assert set(amounts.RECORD_WORDS) == set(RecordKind)
