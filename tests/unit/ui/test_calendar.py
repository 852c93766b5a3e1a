"""The strip of the week and the map of the weeks."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.ui.samples import MONDAY, TODAY, WEEK, calendar
from workout_tui.model.overview import Day
from workout_tui.ui.glyphs import ASCII, UNICODE
from workout_tui.ui.presenters.calendar import heat_map, legend, strip, weeks_that_fit


def test_the_week_shows_what_was_trained() -> None:
    assert strip(WEEK, TODAY, UNICODE).plain == "Mo ■  Tu ■  We ·  Th ·  Fr ·  Sa ·  Su ·"
    assert strip(WEEK, TODAY, ASCII).plain == "Mo *  Tu +  We .  Th .  Fr .  Sa .  Su ."


def test_a_week_may_begin_on_sunday() -> None:
    sunday = MONDAY - timedelta(days=1)
    days = tuple(Day(sunday + timedelta(days=place), 0) for place in range(7))
    assert heat_map(days, TODAY, 1, UNICODE)[1].plain == "Su ·"


def test_the_map_ends_today_and_days_to_come_are_left_out() -> None:
    rows = [row.plain for row in heat_map(calendar(), TODAY, 21, UNICODE)]
    assert [row[:3] for row in rows] == ["   ", "Mo ", "   ", "We ", "   ", "Fr ", "   ", "Su "]
    assert len(rows[1].split()) == 1 + 21  # Monday has a mark in the last week …
    assert len(rows[3].split()) == 1 + 20  # … Wednesday has not come yet


def test_a_month_is_named_over_its_first_whole_week() -> None:
    months = heat_map(calendar(), TODAY, 21, UNICODE)[0].plain
    assert months.split() == ["May", "Jun", "Jul", "Aug", "Sep"]
    june = months.index("Jun")
    column = calendar()[(june - 3) // 2 * 7]
    assert column.day == date(2024, 6, 3)


@given(st.integers(1, 200), st.integers(3, 120))
def test_the_map_keeps_to_its_width(days: int, width: int) -> None:
    weeks = weeks_that_fit(width)
    for row in heat_map(calendar(days), TODAY, weeks, UNICODE) if weeks else []:
        assert row.cell_length <= width


def test_no_days_are_no_map() -> None:
    assert heat_map((), TODAY, 21, UNICODE) == []


def test_the_scale_stands_at_the_right_end() -> None:
    assert legend(21, 46, UNICODE).plain == "LAST 21 WEEKS                less ■ ■ ■ ■ more"
    assert legend(21, 46, ASCII).plain.endswith("less - + * # more")
