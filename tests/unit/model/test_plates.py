"""Which plates go on each side."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.load import Load, Unit
from workout_tui.model.plates import Loading, load_bar

Plates = list[tuple[Load, int]]


def kg(number: str) -> Load:
    return Load.of(number, Unit.KG)


def lb(number: str) -> Load:
    return Load.of(number, Unit.LB)


BAR = kg("20")
GYM: Plates = [
    *((kg("25"), 2), (kg("20"), 1), (kg("15"), 1), (kg("10"), 2)),
    *((kg("5"), 2), (kg("2.5"), 1), (kg("1.25"), 1)),
]


def side(load: Load, bar: Load = BAR, plates: Plates = GYM) -> list[str] | None:
    loading = load_bar(load, bar, plates)
    assert loading is not None
    return None if loading.side is None else [plate.number for plate in loading.side]


@pytest.mark.parametrize(
    ("load", "expected"),
    [
        ("20", []),
        ("22.5", ["1.25"]),
        ("60", ["20"]),
        ("70", ["25"]),
        ("100", ["25", "15"]),
        ("102.5", ["25", "15", "1.25"]),
        ("140", ["25", "25", "10"]),
        ("142.5", ["25", "25", "10", "1.25"]),
        ("257.5", ["25", "25", "20", "15", "10", "10", "5", "5", "2.5", "1.25"]),
    ],
)
def test_from_ones_own_plates(load: str, expected: list[str]) -> None:
    assert side(kg(load)) == expected


def test_pounds() -> None:
    plates = [(lb("45"), 4), (lb("35"), 1), (lb("25"), 1), (lb("10"), 2), (lb("5"), 2), (lb("2.5"), 1)]
    assert side(lb("225"), lb("45"), plates) == ["45", "45"]
    assert side(lb("230"), lb("45"), plates) == ["45", "45", "2.5"]


def test_largest_first_would_not_make_it() -> None:
    assert side(kg("80"), BAR, [(kg("25"), 1), (kg("15"), 2)]) == ["15", "15"]


def test_largest_first_would_need_more_plates() -> None:
    assert side(kg("80"), BAR, [(kg("25"), 1), (kg("15"), 2), (kg("2.5"), 2)]) == ["15", "15"]


def test_of_equally_few_plates_the_heaviest_come_first() -> None:
    assert side(kg("80"), BAR, [(kg("20"), 1), (kg("15"), 2), (kg("10"), 1)]) == ["20", "10"]


def test_a_heavier_first_plate_is_kept_although_the_last_one_is_heavier_too() -> None:
    plates = [(kg("25"), 1), (kg("19"), 2), (kg("10"), 2), (kg("7"), 1)]
    assert side(kg("110"), BAR, plates) == ["25", "10", "10"]


def test_plates_of_one_size_listed_twice_add_up() -> None:
    assert side(kg("60"), BAR, [(kg("10"), 1), (kg("10"), 1)]) == ["10", "10"]


def test_what_cannot_be_made_says_the_nearest() -> None:
    assert load_bar(kg("101"), BAR, GYM) == Loading(None, kg("100"), kg("102.5"))
    assert load_bar(kg("101.001"), BAR, GYM) == Loading(None, kg("100"), kg("102.5"))


def test_less_than_the_bar() -> None:
    assert load_bar(kg("15"), BAR, GYM) == Loading(None, None, BAR)


def test_more_than_all_plates() -> None:
    assert load_bar(kg("300"), BAR, GYM) == Loading(None, kg("257.5"), None)


def test_no_plates_at_all() -> None:
    assert load_bar(BAR, BAR, []) == Loading((), BAR, BAR)
    assert load_bar(kg("60"), BAR, []) == Loading(None, BAR, None)


def test_nothing_is_converted() -> None:
    assert load_bar(lb("225"), BAR, GYM) is None
    assert side(kg("60"), BAR, [(lb("45"), 2), (kg("20"), 1)]) == ["20"]
    assert side(kg("60"), BAR, [(lb("45"), 2)]) is None


def test_a_plate_of_nothing_is_never_taken() -> None:
    assert side(kg("60"), BAR, [(kg("0"), 5), (kg("20"), 1)]) == ["20"]


sizes = st.sampled_from(["0.5", "1.25", "2.5", "5", "7.5", "10", "15"])
inventories = st.lists(st.tuples(sizes.map(kg), st.integers(0, 2)), max_size=4, unique_by=lambda one: one[0])


@given(inventories, st.integers(30, 120).map(lambda halves: Load(halves * 500, Unit.KG)))
def test_against_trying_everything(plates: Plates, load: Load) -> None:
    before = list(plates)
    ways: dict[int, list[list[int]]] = {}
    for counts in itertools.product(*(range(pairs + 1) for _, pairs in plates)):
        used = [plate.milli for (plate, _), count in zip(plates, counts, strict=True) for _ in range(count)]
        ways.setdefault(BAR.milli + 2 * sum(used), []).append(sorted(used, reverse=True))
    found = load_bar(load, BAR, plates)
    assert found is not None
    assert plates == before
    assert (found.below and found.below.milli) == max((total for total in ways if total <= load.milli), default=None)
    assert (found.above and found.above.milli) == min((total for total in ways if total >= load.milli), default=None)
    if found.side is None:
        assert load.milli not in ways
    else:
        fewest = min(map(len, ways[load.milli]))
        best = max(way for way in ways[load.milli] if len(way) == fewest)
        assert [plate.milli for plate in found.side] == best
