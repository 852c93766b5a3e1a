"""When a workout was, typed and written."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model import moments
from workout_tui.model.moments import Unread, When, read, read_day, write

TODAY = date(2024, 9, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24 sep", date(2024, 9, 24)),
        ("24 Sep 2023", date(2023, 9, 24)),
        ("sep 24", date(2024, 9, 24)),
        ("25 september", date(2023, 9, 25)),  # still to come this year
        ("24.9.", date(2024, 9, 24)),
        ("24.9.2022", date(2022, 9, 24)),
        ("2024-02-29", date(2024, 2, 29)),
        ("29 feb", date(2024, 2, 29)),
        ("today", TODAY),
        ("Yesterday", date(2024, 9, 23)),
        ("mon", date(2024, 9, 23)),
        ("tuesday", TODAY),
        ("wed", date(2024, 9, 18)),
    ],
)
def test_days(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "31 feb",
        "2023-02-29",
        "soon",
        "24 xyz",
        "1 2 3 4",
        "²4 sep",
        "24 sep x",
        "0001-01-01",
        "31 dec 9999",
        "1969-12-31",
    ],
)
def test_no_days(text: str) -> None:
    assert read_day(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("24 sep 17:34 - 18:32", When(TODAY, 1054, 58)),
        ("24 sep 17:34–18:32", When(TODAY, 1054, 58)),
        ("24 sep 17:34 18:32", When(TODAY, 1054, 58)),
        ("24 sep 17.34 to 18.32", When(TODAY, 1054, 58)),
        ("yesterday 18:00 1 h 15 min", When(date(2024, 9, 23), 1080, 75)),
        ("yesterday, 18:00 1h15", When(date(2024, 9, 23), 1080, 75)),
        ("mon 7:05 50 min", When(date(2024, 9, 23), 425, 50)),
        ("mon 7:05 50", When(date(2024, 9, 23), 425, 50)),
        ("2024-09-20 23:30 - 0:15", When(date(2024, 9, 20), 1410, 45)),
        ("24.9. 17:34 264 h 1 min", When(TODAY, 1054, 264 * 60 + 1)),
    ],
)
def test_lines(text: str, when: When) -> None:
    assert read(text, TODAY) == when


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "day, start and end"),
        ("24 sep", "day, start and end"),
        ("24 sep 17:34", "day, start and end"),
        ("24 sep 25:00 - 26:00", "25:00 is no time of day"),
        ("24 sep 17:34 - 18:60", "18:60 is no time of day"),
        ("31 feb 17:34 - 18:32", "“31 feb” is no day"),
        ("24 sep 17:34 - late", "“late” is no end"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, words: str) -> None:
    with pytest.raises(Unread, match=words):
        read(text, TODAY)


@given(st.dates(date(1980, 1, 1), TODAY), st.integers(0, 1439), st.integers(0, 20_000))
def test_what_is_written_reads_back(day: date, start: int, minutes: int) -> None:
    when = When(day, start, minutes)
    assert read(write(when), TODAY) == when


@given(st.text(max_size=60))
def test_anything_typed_is_read_or_told(text: str) -> None:
    with suppress(Unread):
        assert isinstance(read(text, TODAY), When)


@given(st.dates(date(1980, 1, 1), TODAY), st.integers(0, 1439), st.integers(-720, 840), st.integers(0, 6))
def test_moments_and_back(day: date, start: int, offset: int, day_start: int) -> None:
    when = When(day, start, 58)
    started_at, ended_at = when.moments(offset, day_start)
    assert moments.of(started_at, ended_at, offset, day) == when


def test_the_night_belongs_to_the_date_before() -> None:
    started_at, _ = When(date(2024, 9, 23), 90, 60).moments(0, 4)
    assert datetime.fromtimestamp(started_at / 1000, UTC) == datetime(2024, 9, 24, 1, 30, tzinfo=UTC)
