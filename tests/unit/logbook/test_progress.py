"""How an exercise and the weeks went, as the logbook tells it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support import DAY, Gym, done, kg, lb
from workout_tui.errors import NotFound
from workout_tui.model.exercise import Exercise, ExerciseSetting, Measure
from workout_tui.model.load import Distance, DistanceUnit, Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.session import SetValues
from workout_tui.model.training_week import muscles, weekly_sets, weekly_volume
from workout_tui.model.trend import Metric, series

TODAY = date(2024, 9, 24)


def trained(gym: Gym, exercise: Exercise, *sets: SetValues, days_later: int = 7) -> None:
    """A session of one exercise, finished; then some days go by."""
    session = gym.start()
    session = gym.logbook.add_exercise(session.uid, exercise.uid)
    for values in sets:
        session = gym.log(session, values)
    gym.logbook.finish(session.uid)
    gym.clock.pass_ms(days_later * DAY)


class TestTrend:
    def test_sets_of_a_session_are_added_up_at_each_load_and_warm_ups_left_out(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        trained(gym, bench, done(60, 10, SetKind.WARMUP), done(100, 5), done(100, 4), done(90, 8))
        bouts = gym.logbook.trend(bench.uid).bouts
        assert sorted((bout.kg, bout.most, bout.total) for bout in bouts) == [(90, 8, 8), (100, 5, 9)]

    def test_volume_is_that_of_the_summary(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        trained(gym, bench, done(100, 5), SetValues(lb(225), 3), done(90.5, 8))
        past = gym.logbook.trend(bench.uid)
        summary = gym.logbook.summary(gym.logbook.past_page()[0].uid)
        point = series(Metric.VOLUME, past.bouts, past.terms)[0]
        assert point.value == pytest.approx(summary.volume_kg / (1 if past.terms.unit is Unit.KG else 0.45359237))

    def test_the_estimate_is_that_of_the_bests(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        trained(gym, bench, done(100, 5), done(80, 12), done(60, 20), done(105, 1))
        past = gym.logbook.trend(bench.uid)
        best = gym.logbook.bests(bench.uid).e1rm
        assert best is not None
        assert series(Metric.E1RM, past.bouts, past.terms)[0].value == pytest.approx(best.value)
        assert past.points(Metric.E1RM, past.terms.at) == series(Metric.E1RM, past.bouts, past.terms)
        assert past.points(Metric.E1RM, past.terms.at) is past.points(Metric.E1RM, past.terms.at)

    def test_the_unit_is_the_one_settled_else_that_of_the_last_set(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        assert gym.logbook.trend(bench.uid).terms.unit is Unit.KG
        trained(gym, bench, SetValues(lb(225), 5))
        assert gym.logbook.trend(bench.uid).terms.unit is Unit.LB
        gym.logbook.set_exercise_setting(bench.uid, ExerciseSetting(unit=Unit.KG))
        assert gym.logbook.trend(bench.uid).terms.unit is Unit.KG

    def test_distances_are_told_in_the_unit_of_the_last_one(self, gym: Gym) -> None:
        run = gym.exercise("Run", Measure.DISTANCE)
        trained(gym, run, SetValues(distance=Distance(3100, DistanceUnit.MI), seconds=1500))
        past = gym.logbook.trend(run.uid)
        assert series(Metric.FARTHEST, past.bouts, past.terms)[0].value == pytest.approx(3.1)

    def test_the_pace_is_that_of_the_fastest_set_that_is_nearly_as_far_as_usual(self, gym: Gym) -> None:
        run = gym.exercise("Run", Measure.DISTANCE)
        far, short = Distance(5000, DistanceUnit.KM), Distance(400_000, DistanceUnit.M)
        nowhere = Distance(0, DistanceUnit.KM)
        timed = [SetValues(distance=far, seconds=1500), SetValues(distance=short, seconds=72)]
        trained(gym, run, *timed, SetValues(distance=far), SetValues(distance=nowhere, seconds=60))
        trained(gym, run, SetValues(kg(10), distance=far, seconds=1800))
        past = gym.logbook.trend(run.uid)
        assert [bout.timed for bout in past.bouts] == [((5000, 1500), (400, 72)), ((5000, 1800),)]
        assert past.terms.over == 5000
        assert [point.value for point in series(Metric.PACE, past.bouts, past.terms)] == pytest.approx([-300, -360])

    def test_the_running_and_discarded_sessions_are_no_past(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        bench = session.exercises[0].exercise
        assert gym.logbook.trend(bench.uid).sessions == 0
        gym.logbook.discard(session.uid)
        assert gym.logbook.trend(bench.uid).sessions == 0

    def test_nobody_elses_sets_are_in_it(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        trained(gym, bench, done(100, 5))
        bo = gym.other_lifter()
        assert bo.trend(bench.uid).bouts == ()
        assert bo.practised() == ()
        assert bo.training().work == ()

    def test_what_is_not_in_the_library_is_not_found(self, gym: Gym) -> None:
        with pytest.raises(NotFound):
            gym.logbook.trend("no such")


class TestPractised:
    def test_the_latest_come_first_and_what_was_only_planned_does_not(self, gym: Gym) -> None:
        bench, row = gym.exercise("Bench Press"), gym.exercise("Barbell Row")
        gym.exercise("Squat")
        trained(gym, bench, done(100, 5))
        trained(gym, row, done(70, 8))
        trained(gym, gym.exercise("Deadlift"), done(60, 5, SetKind.WARMUP))
        assert [one.name for one in gym.logbook.practised()] == ["Barbell Row", "Bench Press"]


class TestTraining:
    def test_a_muscle_worked_besides_counts_half(self, gym: Gym) -> None:
        bench = gym.logbook.add_exercise_to_library(
            Exercise("", "Bench Press", muscles=("chest",), secondary=("triceps",))
        )
        trained(gym, bench, done(100, 5), done(100, 5), done(60, 5, SetKind.WARMUP))
        training = gym.logbook.training()
        assert muscles(training.work, training.library, TODAY, TODAY) == {"chest": 2, "triceps": 1}
        told = weekly_sets(training.work, training.library, "triceps", training.week_start, training.today)
        assert [point.value for point in told] == [1, 0]

    def test_weeks_begin_as_the_lifter_says_and_those_without_training_are_empty(self, gym: Gym) -> None:
        bench = gym.exercise("Bench Press")
        trained(gym, bench, done(100, 5), days_later=14)
        trained(gym, bench, done(100, 10))
        training = gym.logbook.training()
        told = weekly_volume(training.work, 1.0, 7, training.today)
        monday = date(2024, 9, 22)
        assert [(point.day - monday).days for point in told] == [0, 7, 14, 21]
        assert [point.value for point in told] == [500, 0, 1000, 0]

    def test_only_from_a_date_on(self, gym: Gym) -> None:
        trained(gym, gym.exercise("Bench Press"), done(100, 5))
        assert gym.logbook.training(TODAY).work
        assert gym.logbook.training(TODAY + timedelta(days=1)).work == ()

    def test_bodyweight_as_it_was_written_down(self, gym: Gym) -> None:
        session = gym.start()
        gym.logbook.set_bodyweight(session.uid, lb(180.5))
        training = gym.logbook.training()
        assert [one.load for one in training.weighed] == [lb(180.5)]
        assert training.weight_unit is Unit.LB
        gym.logbook.set_bodyweight(session.uid, kg(82))
        assert gym.logbook.training().weight_unit is Unit.KG
