"""Finding past sessions by what is remembered of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.search import Days, Entry, Part, fold, read, search

TODAY = date(2024, 9, 24)


def entry(uid: str, day: date, *texts: str) -> Entry:
    return Entry(uid, day, fold("\n".join(texts)))


ENTRIES = (
    entry("a", date(2024, 9, 24), "Push A", "Bench Press", "shoulder fine"),
    entry("b", date(2024, 9, 21), "Pull A", "Deadlift", "Übung im Hotel"),
    entry("c", date(2023, 9, 24), "Push A", "Bench Press", "Mayday set"),
    entry("d", date(2023, 5, 2), "Legs", "Back Squat", "24 reps in all"),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "abcd"),
        ("push", "ac"),
        ("PUSH bench", "ac"),
        ("bench squat", ""),
        ("uebung", ""),
        ("ubung", "b"),
        ("Übung", "b"),
        ("sep", "abc"),
        ("24 sep", "ac"),
        ("sep 24 2024", "a"),
        ("september 2023", "c"),
        ("bench sep 2023", "c"),
        ("2023", "cd"),
        ("2024-09", "ab"),
        ("2024-09-21", "b"),
        ("24.9.", "ac"),
        ("21.9.2024", "b"),
        ("may", "cd"),
        ("today", "a"),
        ("24", "d"),
        ("24 reps", "d"),
        ("hotel 2023", ""),
    ],
)
def test_what_is_found(query: str, found: str) -> None:
    assert "".join(search(query, ENTRIES, TODAY)) == found


def test_a_date_is_as_long_as_it_can_be() -> None:
    assert read("bench 24 sep 2024", TODAY) == (Part("bench"), Part("24 sep 2024", Days(2024, 9, 24)))
    assert read("may june", TODAY) == (Part("may", Days(month=5)), Part("june", Days(month=6)))


@given(st.text(max_size=80))
def test_anything_may_be_typed(query: str) -> None:
    assert set(search(query, ENTRIES, TODAY)) <= set("abcd")
