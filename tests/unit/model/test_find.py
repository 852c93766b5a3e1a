"""Finding an exercise by a few letters."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.find import rank

NAMES = [
    "Back Squat",
    "Bench Press",
    "Bulgarian Split Squat",
    "Calf Raise",
    "Close-Grip Bench Press",
    "Deadlift",
    "Incline DB Press",
    "Leg Press",
    "Overhead Press",
    "Pull-up",
    "Romanian Deadlift",
    "Squat",
    "Überzüge",
    "Zercher Squat",
]


def find(query: str, names: list[str] = NAMES) -> list[str]:
    return rank(query, [(name, name, ()) for name in names])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("squat", "Squat"),
        ("bench", "Bench Press"),
        ("dead", "Deadlift"),
        ("press inc", "Incline DB Press"),
        ("inc db", "Incline DB Press"),
        ("bp", "Bench Press"),
        ("bss", "Bulgarian Split Squat"),
        ("cgbp", "Close-Grip Bench Press"),
        ("rdl", "Romanian Deadlift"),
        ("ohp", "Overhead Press"),
        ("pullup", "Pull-up"),
        ("pull up", "Pull-up"),
        ("SQUAT", "Squat"),
        ("  bench   press ", "Bench Press"),
        ("uberzuge", "Überzüge"),
        ("benhc", "Bench Press"),
        ("romainan", "Romanian Deadlift"),
        ("dedlift", "Deadlift"),
        ("ovrehaed press", "Overhead Press"),
    ],
)
def test_what_comes_first(query: str, expected: str) -> None:
    assert find(query)[0] == expected


def test_kinds_of_fit_in_their_order() -> None:
    names = ["Sad Quokka Unit", "Risquat", "Super Quiet Unit Attack Tool", "Back Squat", "Squats", "Squat"]
    assert find("squat", names) == [
        "Squat",
        "Squats",
        "Back Squat",
        "Super Quiet Unit Attack Tool",
        "Risquat",
        "Sad Quokka Unit",
    ]


def test_equal_fits_keep_their_order() -> None:
    assert find("press", ["Leg Press", "Bench Press"]) == ["Leg Press", "Bench Press"]
    assert find("press", ["Bench Press", "Leg Press"]) == ["Bench Press", "Leg Press"]


def test_letters_that_stand_closer_together_come_first() -> None:
    assert find("squt", ["Single-Leg Quad Extension", "Squat"]) == ["Squat", "Single-Leg Quad Extension"]


def test_letters_begin_at_a_word() -> None:
    assert find("enchp", ["Bench Hop"]) == []


def test_an_alias_finds_and_comes_after_the_name() -> None:
    candidates = [(1, "Overhead Press", ("military press", "OHP")), (2, "OHP", ()), (3, "Squat", ())]
    assert rank("ohp", candidates) == [2, 1]
    assert rank("military", candidates) == [1]


def test_a_typing_error_in_a_name_is_nearer_than_letters_strewn_over_an_alias() -> None:
    grip = (1, "Close-Grip Bench Press", ("Bench Press - Close Grip (Barbell)",))
    assert rank("benhc", [grip, (2, "Bench Press", ())]) == [1, 2]
    assert rank("benhc", [(2, "Bench Press", ()), grip]) == [2, 1]
    assert rank("bnpg", [grip, (2, "Deadlift", ())]) == [1]


def test_typing_errors_are_forgiven_only_while_nothing_is_nearer() -> None:
    assert find("row", ["Raw", "Row"]) == ["Row"]
    assert find("rwo", ["Curl", "Row"]) == ["Row"]
    assert find("rwo", ["Row", "Reverse Wood Chop"]) == ["Reverse Wood Chop", "Row"]


@pytest.mark.parametrize(
    ("query", "found"), [("xe", False), ("axd", True), ("abxdy", False), ("abcxye", False), ("ghixyzmno", False)]
)
def test_how_many_typing_errors_are_forgiven(query: str, found: bool) -> None:
    assert bool(find(query, ["abcdef", "acd", "ghijklmno"])) is found


def test_every_word_must_fit() -> None:
    assert find("bench curl") == []


def test_nothing_typed_is_everything_as_it_came() -> None:
    assert find("") == NAMES
    assert find("  ") == NAMES


@pytest.mark.parametrize(
    "query", ["[bold]", "%", "'; DROP TABLE", "\x1b[31m", "../", "💪", "\0", "(", ".*", "a" * 10_000]
)
def test_hostile_text_is_only_text(query: str) -> None:
    assert rank(query, [("hit", query, ()), ("other", "Kurzhantel", ())])[0] == "hit"


@given(st.text(max_size=20), st.lists(st.tuples(st.text(max_size=20), st.lists(st.text(max_size=9), max_size=2))))
def test_whatever_is_typed_and_however_things_are_called(query: str, things: list[tuple[str, list[str]]]) -> None:
    candidates = [(place, name, aliases) for place, (name, aliases) in enumerate(things)]
    found = rank(query, candidates)
    assert len(set(found)) == len(found)
    assert set(found) <= set(range(len(things)))
    assert rank(query, candidates) == found


@given(st.sampled_from(NAMES), st.integers(1, 8))
def test_the_beginning_of_a_name_finds_it(name: str, length: int) -> None:
    assert name in find(name[:length])


def test_start_up_does_not_wait_for_typing_errors() -> None:
    code = "import sys, workout_tui.model.find; print('rapidfuzz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
