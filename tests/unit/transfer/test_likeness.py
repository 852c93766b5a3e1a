"""Names that may mean an exercise of the library: few, and never the wrong one."""

import pytest

from workout_tui.logbook import starters
from workout_tui.model.exercise import Exercise, name_key
from workout_tui.transfer import likeness

LIBRARY = starters.library()


def meant(name: str) -> str | None:
    found = likeness.suggestions([name], LIBRARY)
    return found[name_key(name)].name if found else None


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("Bench Pres (Barbell)", "Bench Press"),
        ("Barbell Bench-Presses", None),
        ("Squats (Barbell)", "Back Squat"),
        ("Barbell Overhead Press", "Overhead Press"),
        ("Incline Dumbell Bench Press", "Incline DB Press"),
        ("Romanian Deadlifts", "Romanian Deadlift"),
        ("Lat Pull Down (Cable)", "Lat Pulldown"),
        ("Hammer Curls", "Hammer Curl"),
    ],
)
def test_a_misspelt_or_reordered_name_is_suggested(name: str, ours: str | None) -> None:
    assert meant(name) == ours


@pytest.mark.parametrize(
    ("name", "not_ours"),
    [
        ("Decline Bench Press (Machine)", "Decline Bench Press"),
        ("Hip Adduction", "Hip Abduction"),
        ("Front Raise (Kettlebell)", "Front Raise"),
        ("Leg Raise", "Leg Press"),
        ("", None),
        ("…", None),
        ("(Barbell)", None),
    ],
)
def test_what_differs_in_equipment_or_in_a_word_is_not(name: str, not_ours: str | None) -> None:
    assert meant(name) is None or meant(name) != not_ours


def test_a_name_that_resembles_two_is_left_to_the_lifter() -> None:
    known = [Exercise("1", "Cable Crunch Left"), Exercise("2", "Crunch Cable Left")]
    assert likeness.suggestions(["Crunches Left (Cable)"], known) == {}


def test_archived_exercises_are_not_suggested() -> None:
    assert likeness.suggestions(["Bench Pres"], [Exercise("1", "Bench Press", archived=True)]) == {}
