"""Which row of a file is which that it brought before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.alignment import Pair, Row, align

rows = st.lists(st.builds(Row, st.sampled_from("BSD"), st.sampled_from("123")), max_size=9)


def of(text: str) -> list[Row]:
    """``B1 S2``: a bench set of values 1, a squat of values 2."""
    return [Row(part[0], part[1:]) for part in text.split()]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("B1 B1 S1", "B1 B1 S1", [(0, 0), (1, 1), (2, 2)]),
        ("", "B1", [(None, 0)]),
        ("B1", "", [(0, None)]),
        ("B1 S1", "B1 B2 S1", [(0, 0), (None, 1), (1, 2)]),
        ("B1 B2 S1", "B2 S1", [(0, None), (1, 0), (2, 1)]),
        ("B1 B2 S1", "B1 S1", [(0, 0), (1, None), (2, 1)]),
        ("B1 B2 S1", "B1 B3 S1", [(0, 0), (1, 1), (2, 2)]),
        ("B1 B1", "B1 B1 B1", [(0, 0), (1, 1), (None, 2)]),
        ("B1 S1", "S1 B1", [(1, 0), (0, 1)]),
        ("B1 B2 S1", "F1 F2 S1", [(0, 0), (1, 1), (2, 2)]),
        ("B1 S1", "F9 S1", [(0, None), (None, 0), (1, 1)]),
    ],
    ids=[
        "the same", "all new", "all gone", "one between", "the first gone", "the middle gone", "one changed",
        "one more of the same", "moved", "renamed at the source", "another exercise",
    ],
)  # fmt: skip
def test_rows_are_found_again(old: str, new: str, pairs: list[Pair]) -> None:
    assert align(of(old), of(new)) == pairs


@given(rows, rows)
def test_each_row_comes_once(old: list[Row], new: list[Row]) -> None:
    pairs = align(old, new)
    assert sorted(i for i, _ in pairs if i is not None) == list(range(len(old)))
    assert [j for _, j in pairs if j is not None] == list(range(len(new)))


@given(rows)
def test_the_same_file_pairs_each_row_with_itself(old: list[Row]) -> None:
    assert align(old, old) == [(at, at) for at in range(len(old))]


@given(rows, rows)
def test_an_equal_row_is_never_new_while_one_is_gone(old: list[Row], new: list[Row]) -> None:
    pairs = align(old, new)
    gone = {old[i] for i, j in pairs if i is not None and j is None}
    come = {new[j] for i, j in pairs if j is not None and i is None}
    assert not gone & come


@given(rows, rows)
def test_a_row_never_becomes_one_of_another_exercise_that_was_there(old: list[Row], new: list[Row]) -> None:
    known = {row.exercise for row in old}
    for i, j in align(old, new):
        if i is not None and j is not None and new[j].exercise in known:
            assert old[i].exercise == new[j].exercise
