"""Days and times in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.unit.ui.samples import OFFSET, START, TODAY
from workout_tui.ui.presenters import when

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (27, "27 days ago"),
        (28, "4 weeks ago"),
        (364, "52 weeks ago"),
        (400, "21 Aug 2023"),
    ],
)
def test_how_long_ago_a_day_was(days: int, words: str) -> None:
    assert when.since(TODAY - timedelta(days=days), TODAY) == words


def test_what_was_never_done_says_so() -> None:
    assert when.since(None, TODAY) == "not yet done"


@pytest.mark.parametrize(
    ("days", "words"), [(0, "last done today"), (1, "last done yesterday"), (5, "5 days since"), (30, "4 weeks since")]
)
def test_how_long_it_has_been(days: int, words: str) -> None:
    assert when.gap(TODAY - timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (-5 * MINUTE, "just now"),  # somebody set the clock back
        (0, "just now"),
        (59_999, "just now"),
        (MINUTE, "1 min ago"),
        (119 * MINUTE, "119 min ago"),
        (2 * HOUR, "2 h ago"),
        (2 * DAY - 1, "47 h ago"),
        (2 * DAY, "2 days ago"),
    ],
)
def test_how_long_ago_a_moment_was(passed: int, words: str) -> None:
    assert when.ago(START, START + passed) == words


def test_days_are_written_short_and_long() -> None:
    assert when.full(TODAY) == "Tue 24 Sep"
    assert when.short(TODAY) == "24 Sep"
    assert when.short(date(2022, 1, 2), TODAY) == "2 Jan 2022"
    assert when.spoken(date(2024, 9, 3), TODAY) == "3 September"
    assert when.spoken(date(2023, 9, 3), TODAY) == "3 September 2023"


def test_the_clock_of_the_day_is_the_lifters() -> None:
    assert when.clock(START, OFFSET) == "17:34"
    assert when.clock(START, 0) == "15:34"
    assert when.day_of(START, OFFSET) == TODAY
    assert when.day_of(START, 9 * 60) == TODAY + timedelta(days=1)
