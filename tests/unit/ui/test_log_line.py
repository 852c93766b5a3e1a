"""The line that is edited: whatever is done, the cursor stays within the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.ui.log.line import EDITING, LONGEST, Line

AT_FIVE = Line("105*5/8", 3)


@pytest.mark.parametrize(
    ("key", "text", "cursor"),
    [
        ("left", "105*5/8", 2),
        ("right", "105*5/8", 4),
        ("home", "105*5/8", 0),
        ("end", "105*5/8", 7),
        ("backspace", "10*5/8", 2),
        ("delete", "1055/8", 3),
        ("ctrl+u", "*5/8", 0),
        ("ctrl+k", "105", 3),
        ("ctrl+w", "*5/8", 0),
    ],
)
def test_editing_keys(key: str, text: str, cursor: int) -> None:
    assert EDITING[key](AT_FIVE) == Line(text, cursor)


def test_words_are_rubbed_out_one_by_one() -> None:
    line = Line.of("100 5 #felt good")
    assert line.rub_out_word() == Line.of("100 5 #felt ")
    assert line.rub_out_word().rub_out_word() == Line.of("100 5 ")


def test_typing_goes_in_at_the_cursor() -> None:
    assert AT_FIVE.insert(".5") == Line("105.5*5/8", 5)


def test_a_line_has_an_end() -> None:
    assert len(Line.of("1" * LONGEST).insert("2").text) == LONGEST


@given(st.text(max_size=20), st.lists(st.sampled_from([*EDITING, "type"]), max_size=30))
def test_the_cursor_stays_within_the_text(text: str, keys: list[str]) -> None:
    line = Line.of(text)
    for key in keys:
        line = line.insert("5") if key == "type" else EDITING[key](line)
        assert 0 <= line.cursor <= len(line.text)
