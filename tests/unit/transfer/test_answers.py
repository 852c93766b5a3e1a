"""Answers as a table, as JSON and as CSV."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.store.query import Answer, Value
from workout_tui.transfer import answers

HOSTILE = "\x1b]0;owned\x07\x9b31m\u202egnp.exe"

values = st.none() | st.integers(-(2**53), 2**53) | st.text(max_size=8) | st.binary(max_size=4)
tables = st.builds(
    lambda rows: Answer(("a", "b"), tuple(rows)), st.lists(st.tuples(values, values), max_size=4)
)  # fmt: skip


def test_a_table_has_its_numbers_to_the_right() -> None:
    answer = Answer(("exercise", "reps"), (("Squat", 5), ("Übung", 12), (None, None)))
    assert answers.table(answer) == "exercise  reps\n────────  ────\nSquat        5\nÜbung       12\n\n"


def test_wide_characters_keep_the_columns_in_line() -> None:
    lines = answers.table(Answer(("a", "b"), (("深蹲", "x"), ("abcd", "y")))).splitlines()
    assert lines[2] == "深蹲  x"
    assert lines[3] == "abcd  y"


def test_an_empty_answer_shows_its_columns() -> None:
    answer = Answer(("a", "b"), ())
    assert answers.table(answer) == "a  b\n─  ─\n"
    assert json.loads(answers.as_json(answer)) == []
    assert answers.as_csv(answer) == "a,b\n"


def test_a_long_text_is_cut_in_the_table_only() -> None:
    answer = Answer(("note",), (("x" * 100,),))
    assert answers.table(answer).splitlines()[2] == "x" * 59 + "…"
    assert "x" * 100 in answers.as_csv(answer)


def test_terminal_escapes_are_printed_harmlessly() -> None:
    answer = Answer((HOSTILE,), ((HOSTILE,),))
    assert answers.table(answer).count(r"\x1b]0;owned\x07\x9b31m\u202egnp.exe") == 2
    assert r"\x1b]0;owned" in answers.as_csv(answer)
    assert json.loads(answers.as_json(answer)) == [{HOSTILE: HOSTILE}], "JSON keeps the value by its own escapes"
    for form in (answers.table, answers.as_csv, answers.as_json):
        assert not set(form(answer)) & set("\x1b\x07\x9b\u202e")


def test_csv_keeps_the_lines_of_a_note() -> None:
    text = answers.as_csv(Answer(("note",), (('two\nlines, "quoted"',),)))
    assert list(csv.reader(io.StringIO(text))) == [["note"], ['two\nlines, "quoted"']]


def test_a_number_beyond_all_others_is_none_in_json() -> None:
    answer = Answer(("a", "b"), ((float("inf"), float("-inf")),))
    assert json.loads(answers.as_json(answer), parse_constant=pytest.fail) == [{"a": None, "b": None}]
    assert answers.as_csv(answer) == "a,b\ninf,-inf\n"


def test_json_keeps_letters_readable() -> None:
    assert "Übung 深蹲" in answers.as_json(Answer(("a",), (("Übung 深蹲",),)))


@pytest.mark.parametrize("value", ["\ud800", "\ue000", "\U0001f3cb\ufe0f\u200d\u2642", "\n", "\u2028"])
def test_every_character_can_be_shown(value: str) -> None:
    shown = answers.printable(value)
    shown.encode("utf-8")
    assert "\n" not in shown


@given(tables)
def test_json_says_what_the_log_says(answer: Answer) -> None:
    def plain(value: Value) -> object:
        return value.hex() if isinstance(value, bytes) else value

    expected = [dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows]
    text = answers.as_json(answer)
    assert json.loads(text) == expected
    text.encode("utf-8")


@given(tables)
def test_a_table_has_one_line_a_row(answer: Answer) -> None:
    text = answers.table(answer)
    assert len(text.split("\n")) == len(answer.rows) + 3
    assert all(char == "\n" or not answers._is_unsafe(char) for char in text)
