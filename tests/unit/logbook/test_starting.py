"""How sessions begin, and what number and date they get."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.support import DAY, HOUR, MINUTE, Gym, done, kg, lb
from workout_tui.errors import DuplicateSession, NotFound
from workout_tui.logbook.starting import local_day
from workout_tui.model.exercise import ExerciseSetting
from workout_tui.model.plan import SetKind, Target, Template, TemplateExercise
from workout_tui.model.session import PlanState, Status


def ms(year: int, month: int, day: int, hour: int, minute: int) -> int:
    return int(datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp() * 1000)


class TestStart:
    def test_the_plan_is_written_at_once(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        read = gym.again().session(session.uid)
        assert read == session
        assert [block.exercise.name for block in read.exercises] == ["Bench Press", "Overhead Press"]
        assert [one.state for one in read.exercises[0].planned] == [PlanState.OPEN] * 3
        assert read.exercises[0].planned[0].target == Target(5, 5, kg(100))
        assert (read.title, read.status, read.ended_at) == ("Push A", Status.ACTIVE, None)

    def test_the_retry_of_a_start_gives_the_same_session(self, gym: Gym) -> None:
        template = gym.push()
        first = gym.logbook.start(template.uid, session_uid="s")
        assert gym.logbook.start(template.uid, session_uid="s") == first
        assert gym.store.value("SELECT count(*) FROM session") == 1

    def test_the_retry_after_it_was_finished_begins_nothing(self, gym: Gym) -> None:
        template = gym.push()
        gym.logbook.start(template.uid, session_uid="s")
        gym.logbook.finish(gym.log(gym.logbook.session("s")).uid)
        assert gym.logbook.start(template.uid, session_uid="s").status is Status.COMPLETED
        assert gym.store.value("SELECT count(*) FROM session") == 1

    def test_a_running_session_of_the_template_is_given(self, gym: Gym) -> None:
        template = gym.push()
        assert gym.start(template).uid == gym.start(template).uid

    def test_a_running_session_of_another_template_is_named(self, gym: Gym) -> None:
        running = gym.start(gym.push())
        with pytest.raises(DuplicateSession, match="“Push A” is still open") as error:
            gym.start(gym.template("Pull A", gym.planned("Row")))
        assert error.value.session_uid == running.uid

    def test_l1_two_sessions_of_one_template_on_one_day_both_survive(self, gym: Gym) -> None:
        template = gym.push()
        heavy = gym.trained(template, done(100, 5), done(100, 5), done(100, 5))
        light = gym.trained(template, done(60, 12))
        assert (heavy.day, heavy.slot.occurrence) == (light.day, 1)
        assert light.slot.occurrence == 2
        assert [one.sets for one in gym.logbook.past_page()] == [1, 3]
        assert gym.logbook.session(heavy.uid).exercises[0].performed[0].values == done(100, 5)

    def test_there_is_no_such_template(self, gym: Gym) -> None:
        with pytest.raises(NotFound):
            gym.logbook.start("no such uid", session_uid="s")
        assert gym.logbook.active() is None

    def test_bodyweight_is_carried_from_the_last_session_that_had_one(self, gym: Gym) -> None:
        first = gym.log(gym.start(gym.push()))
        gym.logbook.set_bodyweight(first.uid, lb(181.5))
        gym.logbook.finish(first.uid)
        gym.clock.pass_ms(DAY)
        assert gym.start(gym.push()).bodyweight == lb(181.5)

    def test_rest_comes_from_the_template_then_from_the_exercise(self, gym: Gym) -> None:
        bench, row = gym.exercise("Bench Press"), gym.exercise("Row")
        gym.logbook.set_exercise_setting(bench.uid, ExerciseSetting(rest_s=90))
        gym.logbook.set_exercise_setting(row.uid, ExerciseSetting(rest_s=90))
        template = gym.template("A", replace(gym.planned("Bench Press"), rest_s=180), gym.planned("Row"))
        assert [block.rest_s for block in gym.start(template).exercises] == [180, 90]


class TestEmptyWorkout:
    def test_it_has_nothing_planned(self, gym: Gym) -> None:
        session = gym.start()
        assert (session.exercises, session.title) == ((), "Empty workout")

    def test_an_exercise_never_done_gets_three_sets(self, gym: Gym) -> None:
        session = gym.start()
        bench = gym.exercise("Bench Press")
        assert len(gym.logbook.add_exercise(session.uid, bench.uid).exercises[0].planned) == 3

    def test_an_exercise_gets_as_many_sets_as_last_time_and_of_the_same_kinds(self, gym: Gym) -> None:
        gym.trained(gym.push(), done(60, 5, SetKind.WARMUP), *[done(100, 5)] * 4)
        session = gym.start()
        bench = gym.exercise("Bench Press")
        planned = gym.logbook.add_exercise(session.uid, bench.uid).exercises[0].planned
        assert [one.target.kind for one in planned] == [SetKind.WARMUP] + [SetKind.WORK] * 4
        assert {one.target.load for one in planned} == {None}


class TestListedTwice:
    """Squats, heavy first and light later, with nothing written for either."""

    @pytest.fixture
    def template(self, gym: Gym) -> Template:
        squat = TemplateExercise("", gym.exercise("Squat"))
        template = gym.template("Legs", squat, gym.planned("Leg Curl"), squat)
        session = gym.start(template)
        session = gym.log(session, done(60, 5, SetKind.WARMUP))
        session = gym.log(session, done(140, 3), count=4)
        session = gym.log(session, done(90, 10), block=2, count=2)
        gym.logbook.finish(session.uid)
        gym.clock.pass_ms(DAY)
        return template

    def test_each_is_planned_with_its_own_sets_of_last_time(self, gym: Gym, template: Template) -> None:
        shown = gym.logbook.preview(template.uid)
        assert shown
        assert [[target.load for target in line.targets] for line in shown.lines] == [
            [kg(60), *[kg(140)] * 4],
            [kg(100)] * 3,
            [kg(90)] * 2,
        ]
        heavy, _, light = gym.start(template).exercises
        assert [row.planned.target.kind for row in heavy.rows if row.planned] == [SetKind.WARMUP, *[SetKind.WORK] * 4]
        assert len(light.rows) == 2

    def test_one_added_again_on_the_way_goes_by_the_second_of_last_time(self, gym: Gym, template: Template) -> None:
        session = gym.start()
        for _ in range(3):
            session = gym.logbook.add_exercise(session.uid, gym.exercise("Squat").uid)
        assert [len(block.rows) for block in session.exercises] == [7, 2, 3]


class TestProgression:
    def test_the_written_step_goes_on_when_all_was_made(self, gym: Gym) -> None:
        template = gym.template("A", gym.planned("Squat", *[Target(5, 5, kg(100))] * 3, step=kg(2.5)))
        gym.trained(template, *[done(100, 5)] * 3)
        gym.clock.pass_ms(DAY)
        assert [one.target.load for one in gym.start(template).exercises[0].planned] == [kg(102.5)] * 3

    def test_it_stays_when_a_rep_was_missed(self, gym: Gym) -> None:
        template = gym.template("A", gym.planned("Squat", *[Target(5, 5, kg(100))] * 3, step=kg(2.5)))
        gym.trained(template, done(100, 5), done(100, 5), done(100, 4))
        assert {one.target.load for one in gym.start(template).exercises[0].planned} == {kg(100)}

    def test_it_goes_on_from_session_to_session(self, gym: Gym) -> None:
        template = gym.template("A", gym.planned("Squat", Target(5, 5, kg(100)), step=kg(2.5)))
        for load in (100, 102.5, 105):
            gym.clock.pass_ms(DAY)
            gym.trained(template, done(load, 5))
        assert gym.start(template).exercises[0].planned[0].target.load == kg(107.5)

    def test_a_load_written_anew_since_stands_as_written(self, gym: Gym) -> None:
        template = gym.template("A", gym.planned("Squat", Target(5, 5, kg(100)), step=kg(2.5)))
        gym.trained(template, done(100, 5))
        gym.clock.pass_ms(DAY)
        lighter = replace(template.exercises[0], targets=(Target(5, 5, kg(80)),))
        gym.logbook.save_template(replace(template, exercises=(lighter,)))
        assert gym.start(template).exercises[0].planned[0].target.load == kg(80)


class TestDates:
    def test_d6_past_midnight_belongs_to_the_day_it_began(self, gym: Gym) -> None:
        gym.clock.at = ms(2024, 9, 24, 21, 50)  # 23:50 where the lifter is
        session = gym.log(gym.start(gym.push()))
        gym.clock.pass_ms(30 * MINUTE)
        session = gym.log(session)
        finished = gym.logbook.finish(session.uid)
        assert finished.day == date(2024, 9, 24)
        assert finished.done == 2
        assert len(gym.logbook.past_page()) == 1

    def test_d6_the_day_begins_at_the_lifters_hour(self, gym: Gym) -> None:
        gym.logbook.change_lifter(replace(gym.logbook.lifter, day_start=4))
        gym.clock.at = ms(2024, 9, 25, 0, 30)  # 02:30 where the lifter is
        assert gym.start(gym.push()).day == date(2024, 9, 24)
        assert gym.logbook.home().today == date(2024, 9, 24)

    def test_the_offset_at_the_start_counts(self) -> None:
        evening_in_new_york = ms(2024, 9, 25, 2, 0)
        assert local_day(evening_in_new_york, -240, 0) == date(2024, 9, 24)
        morning_in_auckland = ms(2024, 9, 24, 19, 0)
        assert local_day(morning_in_auckland, 720, 0) == date(2024, 9, 25)

    def test_before_1970(self) -> None:
        assert local_day(-HOUR, 0, 0) == date(1969, 12, 31)

    def test_the_zone_changes_in_mid_session(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.clock.offset_min = -300
        gym.clock.pass_ms(HOUR)
        session = gym.log(session)
        finished = gym.logbook.finish(session.uid)
        assert (finished.day, finished.utc_offset_min) == (session.day, 120)
        assert finished.ended_at == session.started_at + HOUR
