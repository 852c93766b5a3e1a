"""Text from outside never reaches the terminal as anything but text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.ui.text import count, one_for_one, plain, plain_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bench [paused]", "Bench [paused]"),
        ("Überzüge × 5", "Überzüge × 5"),
        ("red \x1b[31malert\x1b[0m", "red  [31malert [0m"),
        ("bell\x07 and csi \x9b2J", "bell  and csi  2J"),
        ("two\nrows\tand tabs", "two rows and tabs"),
        ("abc\u202egnp.exe", "abcgnp.exe"),
        ("lone \ud800 half", "lone ? half"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("", ""),
    ],
)
def test_what_cannot_be_shown_becomes_harmless(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_no_control_character_survives(text: str) -> None:
    shown = plain(text)
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert plain(shown) == shown


@given(st.text())
def test_where_a_cursor_stands_no_character_is_lost(text: str) -> None:
    shown = one_for_one(text)
    assert len(shown) == len(text)
    assert plain(shown) == shown


def test_of_a_megabyte_only_what_can_be_seen_is_looked_at() -> None:
    assert 1000 < len(plain("é" * 1_000_000)) < 10_000
    assert len(one_for_one("é" * 1_000_000)) == 1_000_000


def test_line_breaks_stay_where_rows_are_wanted() -> None:
    assert plain_lines("one\r\ntwo\x1b[2J\nthree") == "one\ntwo [2J\nthree"


def test_nouns_follow_their_number() -> None:
    assert [count(number, "set") for number in (0, 1, 2)] == ["0 sets", "1 set", "2 sets"]
    assert count(2, "rep made", "reps made") == "2 reps made"
