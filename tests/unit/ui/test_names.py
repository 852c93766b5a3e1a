"""Short names stay tellable."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workout_tui.logbook import starters
from workout_tui.ui.presenters.names import short_names


def test_equipment_and_the_obvious_go() -> None:
    names = ["Back Squat", "Bench Press", "Overhead Press", "Romanian Deadlift", "Incline DB Press", "Leg Press"]
    assert short_names(names) == ["Squat", "Bench", "OHP", "RDL", "Incline", "Leg press"]


def test_a_short_name_of_the_library_is_more_than_a_part_of_the_body_or_a_press() -> None:
    library = [one.name for one in starters.library()]
    bare = {"Leg", "Back", "Chest", "Press", "Extension", "Overhead", "Push", "Raise", "Machine"}
    assert [name for name in library if short_names([name])[0] in bare] == []


def test_two_that_would_become_one_keep_their_names() -> None:
    assert short_names(["Barbell Row", "Cable Row", "Dips"]) == ["Barbell Row", "Cable Row", "Dips"]


def test_a_name_of_nothing_but_equipment_stays() -> None:
    assert short_names(["Cable", "Press", "Machine (Seated)"]) == ["Cable", "Press", "Machine Seated"]


@given(st.lists(st.sampled_from(["Barbell Row", "Cable Row", "Row", "DB Row (Cable)", "Press", "Bench Press", "x"])))
def test_different_names_never_become_one(names: list[str]) -> None:
    short = short_names(names)
    told_apart = {brief: {full for full, one in zip(names, short, strict=True) if one == brief} for brief in short}
    assert all(len(full) == 1 for full in told_apart.values())
