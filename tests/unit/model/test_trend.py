"""Trends: the value of each session in the exercise's own unit, records, and what stands in each column."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import kg, lb
from workout_tui.model.bouts import (
    Bout,
    Timed,
    best_for,
    heaviest_at_each,
    loads,
    most_at_loads,
    usual_distance,
    usual_load,
)
from workout_tui.model.exercise import Measure
from workout_tui.model.load import DistanceUnit, Load, Unit
from workout_tui.model.span import Span, columns, first_day, fitting, gain, level, months_before
from workout_tui.model.trend import Metric, Point, Terms, metrics, series

DAY = date(2024, 9, 24)
IN_KG = Terms(Measure.WEIGHT, Unit.KG)


def bout(session: int, load: Load | None, most: float, total: float | None = None, weight: Load | None = None) -> Bout:
    """Sets of one load, a week after those of the session before."""
    estimable = int(most) if most <= 12 else None
    return Bout(session, DAY + timedelta(weeks=session), load, most, estimable, total or most, weight)


def values(metric: Metric, bouts: list[Bout], terms: Terms) -> list[float]:
    return [point.value for point in series(metric, bouts, terms)]


class TestSeries:
    def test_each_session_has_its_best_estimate(self) -> None:
        bouts = [bout(1, kg(100), 5), bout(1, kg(110), 1), bout(2, kg(100), 6)]
        assert values(Metric.E1RM, bouts, IN_KG) == [pytest.approx(100 * (1 + 5 / 30)), 120]

    def test_more_reps_than_an_estimate_bears_are_left_out(self) -> None:
        assert values(Metric.E1RM, [bout(1, kg(40), 20)], IN_KG) == []

    def test_pounds_are_told_as_they_were_typed(self) -> None:
        point = series(Metric.TOP, [bout(1, lb(233), 5)], Terms(Measure.WEIGHT, Unit.LB))[0]
        assert point.value == 233
        assert values(Metric.VOLUME, [bout(1, lb(233), 5, 15)], Terms(Measure.WEIGHT, Unit.LB)) == [3495]

    def test_the_other_unit_is_converted_only_to_stand_beside(self) -> None:
        told = values(Metric.TOP, [bout(1, lb(225), 5), bout(2, kg(102.5), 5)], IN_KG)
        assert told == [pytest.approx(102.058, abs=0.001), 102.5]

    def test_records_are_strictly_better_and_never_the_first_time(self) -> None:
        bouts = [bout(1, kg(100), 5), bout(2, kg(100), 5), bout(3, kg(102.5), 5), bout(4, kg(90), 5)]
        assert [point.was for point in series(Metric.TOP, bouts, IN_KG)] == [None, None, 100, None]

    def test_the_same_load_in_the_other_unit_is_no_record(self) -> None:
        bouts = [bout(1, lb(220), 5), bout(2, Load(99_790, Unit.KG), 5), bout(3, lb(220), 5)]
        assert all(point.was is None for point in series(Metric.TOP, bouts, IN_KG))

    def test_less_help_is_a_record(self) -> None:
        terms = Terms(Measure.BODYWEIGHT, Unit.KG)
        found = series(Metric.TOP, [bout(1, kg(-30), 8), bout(2, kg(-20), 8), bout(3, None, 3)], terms)
        assert [(point.value, point.was) for point in found] == [(-30, None), (-20, -30), (0, -20)]

    def test_the_body_is_lifted_too_when_its_weight_is_known(self) -> None:
        terms = Terms(Measure.BODYWEIGHT, Unit.KG)
        bouts = [bout(1, kg(10), 5, 10, kg(80)), bout(2, None, 8), bout(3, kg(-20), 8, 8, kg(80))]
        found = series(Metric.VOLUME, bouts, terms)
        assert [(point.day, point.value) for point in found] == [(bouts[0].day, 900), (bouts[2].day, 480)]

    def test_reps_count_at_a_load_or_heavier(self) -> None:
        terms = Terms(Measure.WEIGHT, Unit.KG, at=kg(100))
        bouts = [bout(1, kg(100), 5), bout(1, kg(60), 12), bout(2, kg(60), 15), bout(3, kg(105), 6)]
        assert values(Metric.REPS, bouts, terms) == [5, 6]

    def test_distances_are_told_in_their_unit(self) -> None:
        terms = Terms(Measure.DISTANCE, Unit.KG, DistanceUnit.MI)
        bouts = [bout(1, None, 1609.344, 3218.688)]
        assert values(Metric.FARTHEST, bouts, terms) == [1]
        assert values(Metric.TOTAL, bouts, terms) == [2]

    @pytest.mark.parametrize(
        ("unit", "seconds"), [(DistanceUnit.KM, 300), (DistanceUnit.MI, 482.8032), (DistanceUnit.M, 150)]
    )
    def test_a_pace_is_of_the_fastest_set_and_better_when_it_is_less(self, unit: DistanceUnit, seconds: float) -> None:
        terms = Terms(Measure.DISTANCE, Unit.KG, unit)
        slow, fast = (bout(1, None, 5000)._replace(timed=(Timed(5000, seconds),)) for seconds in (1800, 1500))
        points = series(Metric.PACE, [slow, fast, bout(2, None, 9000), fast._replace(session=3)], terms)
        assert [point.value for point in points] == pytest.approx([-seconds, -seconds])
        assert (points[0].amount, points[1].was) == (5000, None)
        (first, then) = series(Metric.PACE, [slow, fast._replace(session=2)], terms)
        assert then.was == first.value

    def test_a_pace_is_told_over_the_usual_distance(self) -> None:
        """Intervals are run faster than long runs, and that is no progress."""
        run = (Timed(5000, 1500), Timed(4900, 1519), Timed(10_000, 3100))
        bouts = [bout(n, None, one.metres)._replace(timed=(one, Timed(400, 80))) for n, one in enumerate(run)]
        bouts.append(bout(3, None, 400)._replace(timed=(Timed(400, 80),) * 8))
        terms = Terms(Measure.DISTANCE, Unit.KG, over=usual_distance(bouts))
        assert terms.over == 4900
        points = series(Metric.PACE, bouts, terms)
        assert [point.value for point in points] == pytest.approx([-300, -310, -310])
        assert [point.amount for point in points] == [5000, 4900, 10_000]
        assert usual_distance([bout(1, None, 5000)]) == 0

    def test_a_pace_is_told_of_once_there_was_one(self) -> None:
        assert Metric.PACE not in metrics(Measure.DISTANCE, [bout(1, None, 5000)])
        assert Metric.PACE in metrics(Measure.DISTANCE, [bout(1, None, 5000)._replace(timed=(Timed(5000, 1500),))])

    def test_loads_are_told_of_once_there_was_one(self) -> None:
        assert Metric.TOP not in metrics(Measure.BODYWEIGHT, [bout(1, None, 8)])
        assert metrics(Measure.BODYWEIGHT, [bout(1, kg(5), 8)])[0] is Metric.TOP
        assert metrics(Measure.WEIGHT, [])[0] is Metric.E1RM


class TestLadder:
    def test_the_heaviest_for_so_many_reps_the_first_time(self) -> None:
        bouts = [bout(1, kg(100), 5), bout(2, kg(100), 8), bout(3, kg(110), 3), bout(4, kg(100), 8)]
        assert best_for(bouts, 5) == bouts[0]
        assert best_for(bouts, 8) == bouts[1]
        assert best_for(bouts, 1) == bouts[2]
        assert best_for(bouts, 9) is None

    @given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 9))))
    def test_the_heaviest_at_each_answer_what_all_would(self, sets: list[tuple[int, int]]) -> None:
        bouts = [bout(n, kg(10 * load), reps) for n, (load, reps) in enumerate(sets)]
        heaviest = heaviest_at_each(bouts)
        assert len(heaviest) == len({reps for _, reps in sets})
        assert [best_for(heaviest, reps) for reps in range(11)] == [best_for(bouts, reps) for reps in range(11)]

    def test_the_most_at_each_load(self) -> None:
        bouts = [bout(1, kg(20), 60), bout(2, None, 120), bout(3, kg(20), 75), bout(4, kg(20), 75)]
        assert most_at_loads(bouts) == (bouts[2], bouts[1])

    def test_a_load_converted_there_and_back_is_one(self) -> None:
        assert len(loads([bout(1, kg(100), 5), bout(2, lb(225), 5), bout(3, kg(100), 6)])) == 2

    def test_the_usual_load_is_that_of_the_last_sessions(self) -> None:
        old = [bout(session, kg(60), 5) for session in range(20)]
        new = [bout(20 + session, kg(80), 5) for session in range(8)]
        assert usual_load(old + new) == kg(80)
        assert usual_load([]) is None


def points(*told: tuple[int, float]) -> tuple[Point, ...]:
    return tuple(Point(DAY + timedelta(days=days), value) for days, value in told)


class TestSpans:
    def test_months_are_calendar_months(self) -> None:
        assert months_before(date(2024, 5, 31), 3) == date(2024, 2, 29)
        assert months_before(date(2024, 1, 15), 12) == date(2023, 1, 15)
        assert first_day(Span.HALF, DAY, ()) == date(2024, 3, 24)

    def test_all_begins_with_the_first_session(self) -> None:
        assert first_day(Span.ALL, DAY, points((-800, 1))) == DAY - timedelta(days=800)
        assert first_day(Span.ALL, DAY, ()) == DAY

    def test_the_shortest_span_that_has_all(self) -> None:
        assert fitting(DAY, points((-80, 1))) is Span.QUARTER
        assert fitting(DAY, points((-120, 1), (-5, 1))) is Span.HALF
        assert fitting(DAY, points((-900, 1))) is Span.YEAR
        assert fitting(DAY, ()) is Span.YEAR

    def test_a_value_stands_until_the_next_but_not_over_a_long_break(self) -> None:
        found = columns(points((0, 10), (60, 12)), DAY, DAY + timedelta(days=99), 10)
        assert [column.value for column in found] == [10, 10, 10, None, None, None, 12, 12, 12, None]
        assert [column.point is not None for column in found] == [True, *[False] * 5, True, *[False] * 3]

    def test_what_was_before_the_first_day_stands_too(self) -> None:
        found = columns(points((-7, 10)), DAY, DAY + timedelta(days=9), 10)
        assert found[0].value == 10
        assert found[0].point is None

    def test_of_several_sessions_in_a_column_the_best(self) -> None:
        found = columns(points((0, 10), (1, 14), (2, 12)), DAY, DAY + timedelta(days=99), 10)
        assert found[0].value == 14

    def test_the_last_day_stands_in_the_last_column(self) -> None:
        found = columns(points((99, 10)), DAY, DAY + timedelta(days=99), 7)
        assert [column.value for column in found] == [None] * 6 + [10]

    def test_gain_compares_the_best_of_the_first_and_last_weeks(self) -> None:
        assert gain(points((0, 100), (7, 106), (100, 118), (107, 120), (110, 90))) == 14
        assert gain(points((0, 100), (4, 90))) == -10
        assert gain(points((0, 100), (8, 105), (16, 110), (24, 115), (32, 120))) == 15
        assert gain(points((0, 100), (0, 110))) is None
        assert gain(points((0, 100))) is None

    def test_where_one_stands_is_no_light_day(self) -> None:
        now = level(points((0, 130), (90, 120), (100, 95)))
        assert now is not None
        assert now.value == 120
        assert level(()) is None
