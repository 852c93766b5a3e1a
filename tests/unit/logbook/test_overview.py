"""Home: the open session, the week, the calendar, recent records, alerts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support import DAY, MINUTE, Gym, amend, done, kg
from workout_tui.logbook import calendar
from workout_tui.model.exercise import Measure
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.records import RecordKind
from workout_tui.model.session import SetValues
from workout_tui.model.weeks import week_begin
from workout_tui.store import history
from workout_tui.store.overview import DayFigures


class TestOpenSession:
    def test_it_counts_work_sets(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        session = gym.logbook.insert_sets(session.exercises[0].uid, 1, [Target(kind=SetKind.WARMUP)])
        session = gym.log(session, done(20, 10, SetKind.WARMUP))
        gym.clock.pass_ms(4 * MINUTE)
        session = gym.log(session)
        shown = gym.logbook.home().open
        assert shown
        assert (shown.title, shown.done, shown.total) == ("Push A", 1, 6)
        assert (shown.started_at, shown.last_at) == (session.started_at, session.last_at)

    def test_none_is_open(self, gym: Gym) -> None:
        gym.trained(gym.push(), done(100, 5))
        assert gym.logbook.home().open is None


class TestWeek:
    def test_sessions_volume_and_goal(self, gym: Gym) -> None:
        gym.logbook.change_lifter(replace(gym.logbook.lifter, week_goal=4))
        gym.trained(gym.push(), done(100, 5), done(100, 5))
        week = gym.logbook.home().week
        assert (week.sessions, week.goal, week.volume_kg, week.change) == (1, 4, 1000, None)
        assert [one.day.isoweekday() for one in week.days] == [1, 2, 3, 4, 5, 6, 7]
        assert [bool(one.level) for one in week.days] == [False, True, False, False, False, False, False]

    def test_it_begins_on_the_lifters_day(self, gym: Gym) -> None:
        gym.logbook.change_lifter(replace(gym.logbook.lifter, week_start=7))
        assert gym.logbook.home().week.days[0].day == date(2024, 9, 22)

    def test_against_the_whole_week_before(self, gym: Gym) -> None:
        gym.trained(gym.push(), done(100, 5))
        gym.clock.pass_ms(7 * DAY)
        gym.trained(gym.push(), done(106, 5))
        change = gym.logbook.home().week.change
        assert change == pytest.approx(0.06)

    def test_warm_ups_and_open_sessions_do_not_count(self, gym: Gym) -> None:
        gym.log(gym.log(gym.start(gym.push()), done(20, 10, SetKind.WARMUP)))
        assert gym.logbook.home().week.volume_kg == 0

    def test_bodyweight_counts_when_it_is_known(self, gym: Gym) -> None:
        gym.exercise("Pull-up", Measure.BODYWEIGHT)
        template = gym.template("Pull", gym.planned("Pull-up", Target(6, 6)))
        session = gym.log(gym.start(template), SetValues(kg(20), 6))
        gym.logbook.finish(session.uid)
        assert gym.logbook.home().week.volume_kg == 0
        gym.logbook.set_bodyweight(session.uid, kg(80))
        assert gym.logbook.home().week.volume_kg == 600


class TestCalendar:
    def test_heat_is_whole_weeks_up_to_today(self, gym: Gym) -> None:
        home = gym.logbook.home()
        assert home.heat[0].day.isoweekday() == 1
        assert home.heat[-1].day == home.today == date(2024, 9, 24)
        assert len(home.heat) >= 21 * 7
        days = [one.day for one in home.heat]
        assert days == [days[0] + timedelta(days=n) for n in range(len(days))]

    def test_levels_are_quartiles_of_the_days_something_was_lifted(self) -> None:
        first = date(2024, 9, 2)
        figures = {first + timedelta(days=n): DayFigures(1, 1000.0 * (n + 1)) for n in range(8)}
        figures[first + timedelta(days=8)] = DayFigures(1, 0.0)
        levels = [one.level for one in calendar.days(figures, first, first + timedelta(days=9))]
        assert levels == [1, 1, 2, 2, 3, 3, 4, 4, 1, 0]

    def test_few_days_are_ordinary_ones(self) -> None:
        first = date(2024, 9, 2)
        assert calendar.days({first: DayFigures(1, 500.0)}, first, first)[0].level == 2

    @pytest.mark.parametrize(("start", "begin"), [(1, 23), (2, 24), (3, 18), (6, 21), (7, 22)])
    def test_weeks_begin_on_any_day(self, start: int, begin: int) -> None:
        assert week_begin(date(2024, 9, 24), start) == date(2024, 9, begin)

    def test_over_the_end_of_a_year(self) -> None:
        assert week_begin(date(2026, 1, 1), 1) == date(2025, 12, 29)


class TestRecords:
    def test_recent_ones_newest_first(self, gym: Gym) -> None:
        template = gym.push()
        gym.trained(template, done(100, 5))
        gym.clock.pass_ms(DAY)
        gym.trained(template, done(105, 5))
        gym.clock.pass_ms(DAY)
        gym.trained(template, done(90, 5))
        (record,) = gym.logbook.home().records
        assert (record.exercise.name, record.kind, record.values) == ("Bench Press", RecordKind.WEIGHT, done(105, 5))
        assert record.e1rm_kg == pytest.approx(122.5)
        assert gym.logbook.home().week.records == 1

    def test_the_first_session_makes_none(self, gym: Gym) -> None:
        gym.trained(gym.push(), done(100, 5))
        assert gym.logbook.home().records == ()

    def test_old_ones_are_not_recent(self, gym: Gym) -> None:
        for load in (100, 105):
            gym.trained(gym.push(), done(load, 5))
        gym.clock.pass_ms(40 * DAY)
        assert gym.logbook.home().records == ()

    def test_they_are_worked_out_anew_when_the_past_changes(self, gym: Gym) -> None:
        template = gym.push()
        gym.trained(template, done(100, 5))
        heavy = gym.trained(template, done(105, 5))
        before = gym.logbook.home().records
        gym.log(gym.start(template))
        assert gym.logbook.home().records[0] is before[0], "a running session is not the past"
        gym.again().edit_set(heavy.exercises[0].performed[0].uid, done(110, 5))
        assert gym.logbook.home().records[0].values == done(110, 5)
        gym.logbook.change_exercise_field(heavy.exercises[0].exercise.uid, "name", "Flat Bench")
        assert gym.logbook.home().records[0].exercise.name == "Flat Bench"
        gym.logbook.discard(heavy.uid)
        assert gym.logbook.home().records == ()

    def test_a_first_paint_can_do_without(self, gym: Gym) -> None:
        for load in (100, 105):
            gym.trained(gym.push(), done(load, 5))
        home = gym.logbook.home()
        quick = gym.logbook.home(records=False)
        assert quick == home._replace(records=(), week=home.week._replace(records=0))


class TestPast:
    def test_orders_are_of_what_was_done(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()), block=1)
        gym.logbook.finish(session.uid)
        (order,) = gym.logbook.orders()
        assert (order.title, order.exercises) == ("Push A", (session.exercises[1].exercise.uid,))

    def test_history_is_by_time_not_by_entry(self, gym: Gym) -> None:
        """A session entered later that was earlier stands where it belongs."""
        template = gym.push()
        later = gym.trained(template, done(100, 5))
        earlier = gym.trained(template, done(90, 5))
        amend(gym.logbook, earlier.uid, started_at=later.started_at - DAY, ended_at=later.started_at)
        bench = later.exercises[0].exercise.uid
        assert [one.sets for one in gym.logbook.history(bench)] == [(done(90, 5),), (done(100, 5),)]
        assert [one.sets for one in gym.logbook.history(bench, before=later.uid)] == [(done(90, 5),)]
        assert gym.logbook.history(bench, limit=1)[0].session_uid == later.uid

    def test_what_was_planned_is_read_with_the_sessions_of_a_template_only(self, gym: Gym) -> None:
        push, legs = gym.push(), gym.template("Legs", gym.planned("Bench Press"))
        bench = gym.trained(push, done(100, 5)).exercises[0].exercise.uid
        gym.trained(legs, done(80, 8))
        past = gym.logbook.history(bench)
        assert [(one.title, one.planned) for one in past] == [("Push A", ()), ("Legs", ())]
        push_id = gym.store.value("SELECT id FROM template WHERE uid = ?", (push.uid,))
        (one,) = history.of_template(gym.store, 1, bench, push_id)
        assert one._replace(planned=()) == past[0]
        assert one.planned == (Target(5, 5, kg(100)),) * 3

    def test_the_running_session_is_no_history(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        assert gym.logbook.history(session.exercises[0].exercise.uid) == ()


class TestAlerts:
    def test_home_says_when_saves_fail(self, gym: Gym) -> None:
        assert gym.logbook.home().alerts == ()
        for _ in range(5):
            gym.metrics.failed("StoreFull")
        assert "saves failed" in gym.logbook.home().alerts[0]
        assert gym.logbook.alerts() == gym.logbook.home().alerts
