"""Cells of somebody else's table."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.transfer import cells
from workout_tui.transfer.cells import BadCellError


@pytest.mark.parametrize(
    ("text", "milli"),
    [
        ("", 0),
        (" 40.0 ", 40_000),
        ("102.5", 102_500),
        ("102,5", 102_500),
        ("37.49999999999999", 37_500),
        ("52.163122550000004", 52_163),
        ("0", 0),
        ("+5", 5_000),
        ("2000", 2_000_000),
    ],
)
def test_numbers(text: str, milli: int) -> None:
    assert cells.milli(text, "weight", 2000) == milli


@pytest.mark.parametrize("text", ["x", "1.2.3", "1,234.5", "1e3", "nan", "-5", "2000.1", "٣", "4 0", "1" * 40, "0x10"])
def test_what_is_no_number_is_refused_with_its_name(text: str) -> None:
    with pytest.raises(BadCellError, match="the weight “"):
        cells.milli(text, "weight", 2000)


def test_whole_numbers_may_be_written_as_decimals() -> None:
    assert cells.whole("10.0", "reps", 999) == 10
    with pytest.raises(BadCellError, match="no whole number"):
        cells.whole("10.5", "reps", 999)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2h 38m", 9480),
        ("45m", 2700),
        ("55s", 55),
        ("1h 10min", 4200),
        ("39min", 2340),
        ("1h", 3600),
        ("264h 1m", 950_460),
        ("3661", 3661),
        ("", None),
        ("soon", None),
        ("-5m", None),
        ("1d 2h", None),
    ],
)
def test_durations(text: str, seconds: int | None) -> None:
    assert cells.duration_s(text) == seconds


def test_times_of_the_clock_on_the_wall() -> None:
    assert cells.local_time("2026-04-24 09:40:00") == datetime(2026, 4, 24, 9, 40)  # noqa: DTZ001 - as on the wall
    assert cells.local_time("2026-04-24 09:40") == datetime(2026, 4, 24, 9, 40)  # noqa: DTZ001


@pytest.mark.parametrize("text", ["", "today", "2026-02-30 10:00:00", "2026-04-24T09:40:00Z", "0001-01-01 00:00:00"])
def test_what_is_no_such_time_is_refused(text: str) -> None:
    with pytest.raises(BadCellError):
        cells.local_time(text)


def test_a_name_stands_on_one_line() -> None:
    assert cells.name("  Bench\n\tPress \u00a0(Barbell) ") == "Bench Press (Barbell)"


@given(st.text(max_size=12))
def test_no_cell_does_worse_than_be_refused(text: str) -> None:
    cells.duration_s(text)
    for read in (lambda: cells.milli(text, "weight", 2000), lambda: cells.local_time(text)):
        try:
            read()
        except BadCellError:
            continue
