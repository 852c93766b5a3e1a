"""JSON in pieces says what JSON in one piece says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.sync import pieces

CELLS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES: st.SearchStrategy[Any] = st.recursive(
    CELLS, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5), max_leaves=30
)


@given(VALUES, st.sampled_from([None, 1]), st.booleans())
def test_what_is_read_is_what_was_said(value: Any, indent: int | None, ascii_only: bool) -> None:
    assert pieces.read(json.dumps(value, indent=indent, ensure_ascii=ascii_only)) == value


@given(VALUES)
def test_what_is_written_is_read_again(value: Any) -> None:
    assert json.loads(pieces.written(value)) == value


def test_a_long_column_comes_whole_and_in_order() -> None:
    column = [place if place % 7 else f'"{place}\\,\u2028]' for place in range(2 * pieces._AT_ONCE + 3)]
    body = {"valueRanges": [{"values": [column, [], [[]]]}], "last": column[: pieces._AT_ONCE]}
    assert pieces.read(f" {json.dumps(body)}\n") == body


def test_rows_come_with_whatever_stands_in_their_cells() -> None:
    rows = [["]", "[", "{}", place, "", None, "x" * 5000] for place in range(3)]
    for indent in (None, 2):
        assert pieces.read(json.dumps({"values": rows, "last": [rows, rows[0]]}, indent=indent)) == {
            "values": rows,
            "last": [rows, rows[0]],
        }


@given(VALUES, st.data())
def test_what_was_cut_short_is_refused_alike(value: Any, data: st.DataObject) -> None:
    whole = json.dumps([value])
    text = whole[: data.draw(st.integers(0, len(whole) - 1))]
    with pytest.raises(ValueError):  # noqa: PT011 - whichever json raises
        json.loads(text)
    with pytest.raises(ValueError):  # noqa: PT011
        pieces.read(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "[1,]", "[,1]", "[1 2]", "[nul, 1]", "[01, 2]", "[.5,1]", "[+1,2]", "[1,2]]", "{1:2}",
     '{"a" 1}', '{"a":1,}', '["a\nb", 1]', "[\u00a01, 2]", "[1_0, 2]", "<html>"],
)  # fmt: skip
def test_what_is_no_json_is_refused(text: str) -> None:
    for reader in (json.loads, pieces.read):
        with pytest.raises(ValueError):  # noqa: PT011
            reader(text)


def test_what_is_nested_without_end_is_refused() -> None:
    with pytest.raises(RecursionError):
        pieces.read("[" * 100_000)
