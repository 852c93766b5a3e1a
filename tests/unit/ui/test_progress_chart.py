"""Charts as text: round numbers up the side, the names of days along the foot, stars apart from each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.span import Column, Span, first_day
from workout_tui.model.trend import Point
from workout_tui.ui.glyphs import ASCII, UNICODE
from workout_tui.ui.presenters.progress.axis import foot, scale
from workout_tui.ui.presenters.progress.chart import Plot, chart, starred

TODAY = date(2024, 9, 24)


def points(*values: float, every: int = 7, records: frozenset[int] = frozenset()) -> tuple[Point, ...]:
    """Values some days apart, the last one today."""
    last = len(values) - 1
    return tuple(
        Point(TODAY - timedelta(days=(last - place) * every), value, was=0.0 if place in records else None)
        for place, value in enumerate(values)
    )


def plot(told: tuple[Point, ...], first: date | None = None, *, from_zero: bool = False) -> Plot:
    return Plot(told, first or told[0].day, TODAY, lambda value: f"{value:g}", from_zero=from_zero)


def drawn(one: Plot, width: int = 40, height: int = 9, *, plain: bool = False) -> list[str]:
    rows = chart(one, width, height, ASCII if plain else UNICODE)
    return ["".join(text for text, _ in row) for row in rows]


class TestScale:
    def test_the_numbers_are_round_and_leave_the_top_row_to_the_stars(self) -> None:
        side = scale([105, 121], 8, from_zero=False)
        assert list(side.marks(8).values()) == [100, 110, 120]
        assert side.eighths(121) <= 7 * 8

    def test_amounts_begin_at_zero_and_none_has_no_height(self) -> None:
        side = scale([3, 18], 8, from_zero=True)
        assert side.low == 0
        assert side.eighths(0) == 0

    def test_the_least_value_can_be_seen(self) -> None:
        side = scale([100, 120], 8, from_zero=False)
        assert side.low < 100
        assert side.eighths(100) > 0

    def test_help_is_below_zero(self) -> None:
        side = scale([-40, -25], 8, from_zero=False)
        assert side.low <= -40
        assert side.eighths(-25) > side.eighths(-40)

    def test_times_have_the_steps_of_a_clock(self) -> None:
        marks = list(scale([60, 120], 8, from_zero=False, of_time=True).marks(8).values())
        assert all(mark % 15 == 0 for mark in marks)

    @given(st.lists(st.floats(-300, 50_000), min_size=1, max_size=20), st.integers(3, 20), st.booleans())
    def test_every_value_fits(self, values: list[float], height: int, from_zero: bool) -> None:
        side = scale(values, height, from_zero=from_zero)
        assert all(0 <= side.eighths(value) <= (height - 1) * 8 for value in values)
        heights = [side.eighths(value) for value in sorted(values)]
        assert heights == sorted(heights)


class TestFoot:
    def test_months_while_there_is_room(self) -> None:
        names = ["Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]
        assert foot(first_day(Span.YEAR, TODAY, ()), TODAY, 70).split() == names

    def test_fewer_months_and_the_year_where_there_is_less(self) -> None:
        assert foot(first_day(Span.YEAR, TODAY, ()), TODAY, 30).split() == ["2024", "Jul"]

    def test_years_of_many(self) -> None:
        assert foot(date(2004, 5, 1), TODAY, 60).split() == ["2005", "2010", "2015", "2020"]

    def test_days_of_few_weeks(self) -> None:
        assert foot(date(2024, 9, 3), TODAY, 40).split("  ")[0].strip() == "3 Sep"

    @given(st.integers(0, 12_000), st.integers(1, 160))
    def test_it_is_never_wider_than_the_columns(self, days: int, width: int) -> None:
        assert len(foot(TODAY - timedelta(days=days), TODAY, width)) == width


class TestChart:
    def test_a_column_is_as_high_as_its_value(self) -> None:
        rows = drawn(plot(points(0, 5, 10, every=1), from_zero=True), width=7, height=7)
        assert rows[:-1] == ["  │    ", "8 ┤  ██", "  │  ██", "4 ┤ ▄██", "  │ ███", "0 ┤ ███"]

    def test_a_long_break_is_a_gap(self) -> None:
        told = (Point(TODAY - timedelta(days=300), 10.0), Point(TODAY, 12.0))
        bottom = drawn(plot(told))[-2]
        assert " " * 20 in bottom
        assert bottom.endswith("█")

    def test_stars_stand_apart_and_the_last_record_has_one(self) -> None:
        shown = [Column(1.0, Point(TODAY, 1.0, was=0.5)) for _ in range(20)]
        assert starred(shown) == {19, 13, 7, 1}
        assert starred([Column(1.0, Point(TODAY, 1.0)), Column(None)]) == set()

    def test_a_star_stands_above_its_column(self) -> None:
        rows = drawn(plot(points(10, 11, 12, records=frozenset({2}))))
        place = next(row for row, text in enumerate(rows) if "★" in text)
        column = rows[place].index("★")
        assert all(text[column] == " " for text in rows[:place])
        assert rows[place + 1][column] != " "

    def test_a_plain_terminal_gets_no_blocks(self) -> None:
        rows = drawn(plot(points(10, 11, 12, records=frozenset({2}))), plain=True)
        assert "".join(rows).isascii()
        assert any("#" in row for row in rows)
        assert any("*" in row for row in rows)

    @given(
        st.lists(st.floats(0, 500), min_size=2, max_size=60),
        st.integers(24, 160),
        st.integers(4, 20),
        st.integers(1, 40),
    )
    def test_rows_are_as_many_and_as_wide_as_asked(
        self, values: list[float], width: int, height: int, every: int
    ) -> None:
        rows = drawn(plot(points(*values, every=every)), width, height)
        assert len(rows) == height
        assert {len(row) for row in rows} == {width}


@pytest.mark.parametrize("height", range(7))
def test_in_a_window_too_low_for_it_there_is_none(height: int) -> None:
    assert len(drawn(plot(points(100, 105)), height=height)) in {0, height}


@pytest.mark.parametrize("span", list(Span))
def test_every_span_has_a_foot(span: Span) -> None:
    assert foot(first_day(span, TODAY, points(1, 2, every=300)), TODAY, 68).strip()
