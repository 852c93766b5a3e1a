"""Rows keep their width, whatever is in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from workout_tui.ui.glyphs import ASCII, UNICODE
from workout_tui.ui.presenters.rows import barred, cell, cut, join, styled, wrapped

NASTY = st.text(alphabet=st.sampled_from([*"ab [/]\x1b\n", "日", "é", "👩"]), max_size=30)


@given(NASTY, st.integers(0, 40), st.booleans(), st.sampled_from(["…", ".."]))
def test_a_cell_is_as_wide_as_it_was_asked_to_be(text: str, width: int, right: bool, dots: str) -> None:
    assert cell(text, width, right=right, dots=dots).cell_length == width


@given(NASTY, st.integers(0, 40), st.sampled_from(["…", ".."]))
def test_a_cut_never_grows(text: str, width: int, dots: str) -> None:
    whole = styled(text, "$dim")
    assert cut(whole, width, dots).cell_length <= max(0, width)
    if whole.cell_length <= width:
        assert cut(whole, width, dots) is whole


def test_a_cut_says_that_something_is_missing() -> None:
    assert cut(Content("Romanian Deadlift"), 10).plain == "Romanian…"
    assert cut(Content("Romanian Deadlift"), 10, "..").plain == "Romanian.."


def test_brackets_are_text() -> None:
    assert styled("x [/] [bold]y", "$now").plain == "x [/] [bold]y"


def test_empty_parts_leave_no_gap() -> None:
    assert join([Content(), "one", Content(), "two"]).plain == "one   two"


@pytest.mark.parametrize(("glyphs", "bar"), [(UNICODE, "█"), (ASCII, "|")])
def test_a_card_has_a_bar_and_one_width(glyphs: object, bar: str) -> None:
    rows = barred([Content("short"), Content("long " * 9)], 20, glyphs, "now", "card")  # type: ignore[arg-type]
    assert [row.cell_length for row in rows] == [20, 20]
    assert all(row.plain.startswith(bar) for row in rows)


def test_a_note_breaks_at_spaces_and_ends_in_dots() -> None:
    note = "Bench felt fast; left shoulder fine.\nSkipped the last set."
    assert wrapped(note, 20, 9) == ["Bench felt fast;", "left shoulder fine.", "Skipped the last", "set."]
    assert wrapped(note, 20, 2) == ["Bench felt fast;", "left shoulder fine.…"[:20]]
    assert wrapped("", 20, 2) == [""]
