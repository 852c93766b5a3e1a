"""Settings as text: what is typed is read or refused with the reason, and what is shown can be typed again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.support import kg, lb
from workout_tui.errors import InvalidEntry
from workout_tui.model.equipment import EQUIPMENT, Equipment, reach, read_bars, read_plates, show_bars, show_plates
from workout_tui.model.lifter import Lifter
from workout_tui.model.load import Load, Unit
from workout_tui.model.plates import Inventory
from workout_tui.model.preferences import LIFTER, LONGEST_NAME, Preference

ADA = Lifter("u", "Ada", Unit.KG)
OF = {one.name: one for one in LIFTER}


def after(name: str, typed: str) -> Lifter:
    return OF[name].changed(ADA, typed)


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("name", "  Ann   Lee ", "Ann Lee"),
        ("unit", "lb", "lb"),
        ("unit", "K", "kg"),
        ("step", "1.25", "1.25 kg"),
        ("step", "2,5kg", "2.5 kg"),
        ("step", "5 lb", "5 lb"),
        ("step", "auto", "auto"),
        ("step", "", "auto"),
        ("rest", "3:00", "3:00"),
        ("rest", "90", "1:30"),
        ("rest", "45s", "0:45"),
        ("rest", "2 min", "2:00"),
        ("rest", "0", "0:00"),
        ("rest", "60:00", "60:00"),
        ("rest_auto", "off", "off"),
        ("rest_auto", "no", "off"),
        ("bell", "true", "on"),
        ("week_goal", "4", "4"),
        ("week_goal", "none", "none"),
        ("week_start", "sun", "Sunday"),
        ("day_start", "4", "4:00"),
        ("day_start", "04:00", "4:00"),
    ],
)
def test_what_is_typed_is_read(name: str, typed: str, shown: str) -> None:
    assert OF[name].show(after(name, typed)) == shown


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("name", " ", "needs a name"),
        ("name", "x" * (LONGEST_NAME + 1), "too long"),
        ("unit", "stone", "kg or lb"),
        ("unit", "", "Something has to stand here"),
        ("step", "x", "“x” is no weight"),
        ("step", "0", "0 kg is no step"),
        ("step", "-5", "-5 kg is no step"),
        ("step", "101", "101 kg is no step"),
        ("rest", "3", "3 seconds, or minutes"),
        ("rest", "61:00", "longer than an hour"),
        ("rest", "1:75", "no time"),
        ("rest", "soon", "3:00, 90s or 2min"),
        ("rest_auto", "o", "on or off"),
        ("week_goal", "15", "up to 14"),
        ("week_goal", "-1", "up to 14"),
        ("week_start", "S", "day of the week"),
        ("day_start", "24", "0:00 to 23:00"),
        ("day_start", "4:30", "no hour"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(name: str, typed: str, words: str) -> None:
    with pytest.raises(InvalidEntry) as caught:
        after(name, typed)
    assert words in str(caught.value)
    assert caught.value.context["field"] == name


@pytest.mark.parametrize("one", LIFTER, ids=lambda one: one.name)
def test_what_is_shown_can_be_typed_again(one: Preference[Lifter]) -> None:
    for lifter in (ADA, Lifter("v", "Bo", Unit.LB, 5, 7, 3, 45, rest_auto=False, bell=False, step=lb(5))):
        assert one.changed(lifter, one.show(lifter)) == lifter
    for choice in one.choices:
        assert one.show(one.changed(ADA, choice)) == choice


@given(some.sampled_from(LIFTER), some.text(max_size=12))
def test_any_text_is_read_or_refused(one: Preference[Lifter], typed: str) -> None:
    try:
        lifter = one.changed(ADA, typed)
    except InvalidEntry:
        return
    assert one.changed(lifter, one.show(lifter)) == lifter


class TestEquipment:
    def test_bars_are_sorted_the_heaviest_first(self) -> None:
        assert read_bars("15, 20;10", Unit.KG) == (kg(20), kg(15), kg(10))
        assert read_bars("none", Unit.KG) == read_bars("", Unit.KG) == ()
        assert show_bars(Inventory((kg(20), kg(7.5)))) == "20 7.5"

    def test_plates_have_pairs_one_when_none_is_said(self) -> None:
        assert read_plates("1,25 25x2 20×1 10kg*3 5x0", Unit.KG) == (
            (kg(25), 2), (kg(20), 1), (kg(10), 3), (kg(1.25), 1),
        )  # fmt: skip
        assert show_plates(Inventory((), ((lb(45), 4), (lb(35), 0)))) == "45×4"

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ("20 20", "20 kg stands there twice"),
            ("20x2", "Bars have no pairs"),
            ("heavy", "“heavy” is no weight in kg"),
            ("20lb", "“20lb” is no weight in kg"),
            ("101", "too heavy"),
            (" ".join(str(n) for n in range(1, 23)), "22 of them"),
        ],
    )
    def test_what_is_no_bar(self, typed: str, words: str) -> None:
        with pytest.raises(InvalidEntry, match=words):
            read_bars(typed, Unit.KG)

    @pytest.mark.parametrize(
        ("typed", "words"),
        [("25x2 25", "twice"), ("0x2", "weighs something"), ("25x21", "21 pairs of 25 kg"), ("25xx", "no weight")],
    )
    def test_what_is_no_plate(self, typed: str, words: str) -> None:
        with pytest.raises(InvalidEntry, match=words):
            read_plates(typed, Unit.KG)

    def test_what_the_usual_bar_reaches(self) -> None:
        assert reach(Inventory((kg(20), kg(10)), ((kg(25), 2), (kg(1.25), 1)))) == "with the 20 bar 22.5 to 122.5 kg"
        assert reach(Inventory((), ((kg(25), 2),))) == reach(Inventory((kg(20),))) == ""

    @given(some.sampled_from(EQUIPMENT), some.text("0123456789.,x ;kglb", max_size=14))
    def test_any_text_is_read_or_refused(self, one: Preference[Equipment], typed: str) -> None:
        there = Equipment({unit: Inventory((Load(20_000, unit),)) for unit in Unit})
        try:
            changed = one.changed(there, typed)
        except InvalidEntry:
            return
        assert one.changed(changed, one.show(changed)) == changed
