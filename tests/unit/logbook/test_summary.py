"""What a session came to, and what of it goes into the template."""

from __future__ import annotations

import pytest

from tests.support import DAY, HOUR, MINUTE, START, Gym, done, kg, lb
from workout_tui.errors import InvalidEntry
from workout_tui.model.exercise import Measure
from workout_tui.model.plan import SetKind, Target, Template
from workout_tui.model.records import RecordKind
from workout_tui.model.session import Session, SetValues


def changes(gym: Gym, session: Session) -> list[str]:
    return list(gym.logbook.summary(session.uid).changes)


class TestFigures:
    def test_counts_are_of_work_sets(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        session = gym.logbook.insert_sets(session.exercises[0].uid, 1, [Target(kind=SetKind.WARMUP)])
        session = gym.log(session, done(20, 10, SetKind.WARMUP))
        session = gym.log(session)
        session = gym.logbook.skip(session.exercises[0].open_rows[0].planned.uid)  # type: ignore[union-attr]
        summary = gym.logbook.summary(session.uid)
        assert (summary.done, summary.total, summary.skipped, summary.open) == (1, 6, 1, 4)
        assert summary.volume_kg == 500
        bench, press = summary.exercises
        assert (bench.done, bench.total, bench.top, bench.volume_kg) == (1, 3, done(100, 5), 500)
        assert len(bench.rows) == 4
        assert (press.done, press.top, press.volume_kg) == (0, None, 0)

    def test_against_the_last_time(self, gym: Gym) -> None:
        template = gym.push()
        gym.trained(template, done(100, 5), minutes=60)
        session = gym.trained(template, done(104, 5), minutes=57)
        summary = gym.logbook.summary(session.uid)
        assert (summary.minutes, summary.minutes_change) == (57, -3)
        assert summary.volume_change == pytest.approx(0.04)
        assert summary.exercises[0].change == pytest.approx(0.04)

    def test_the_first_time_has_nothing_to_compare_with(self, gym: Gym) -> None:
        summary = gym.logbook.summary(gym.trained(gym.push(), done(100, 5)).uid)
        assert (summary.minutes_change, summary.volume_change, summary.best_since) == (None, None, None)
        assert summary.exercises[0].change is None
        assert summary.records == ()

    def test_a_forgotten_finish_before_is_no_comparison(self, gym: Gym) -> None:
        template = gym.push()
        gym.trained(template, done(100, 5), minutes=264 * 60)
        assert gym.logbook.summary(gym.trained(template, done(100, 5)).uid).minutes_change is None

    def test_best_since(self, gym: Gym) -> None:
        template = gym.push()
        days = []
        for load in (110, 90, 95, 100):
            days.append(gym.trained(template, done(load, 5)))
            gym.clock.pass_ms(2 * DAY)
        best = gym.logbook.summary(days[-1].uid).best_since
        assert best == days[0].day
        assert gym.logbook.summary(days[2].uid).best_since is None
        assert gym.logbook.summary(days[1].uid).best_since is None

    def test_bodyweight_that_is_not_known(self, gym: Gym) -> None:
        gym.exercise("Dips", Measure.BODYWEIGHT)
        template = gym.template("A", gym.planned("Dips", Target(8, 8)))
        session = gym.log(gym.start(template), SetValues(reps=8))
        assert gym.logbook.summary(session.uid).exercises[0].volume_kg is None
        gym.logbook.set_bodyweight(session.uid, kg(80))
        assert gym.logbook.summary(session.uid).exercises[0].volume_kg == 640

    def test_an_exercise_that_returns_is_told_once(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        session = gym.logbook.add_exercise(session.uid, session.exercises[0].exercise.uid)
        session = gym.log(session, block=2)
        bench, _ = gym.logbook.summary(session.uid).exercises
        assert (bench.done, bench.volume_kg) == (2, 1000)


class TestEnd:
    def test_now_while_it_runs(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.clock.pass_ms(10 * MINUTE)
        summary = gym.logbook.summary(session.uid)
        assert (summary.ended_at, summary.idle_end, summary.minutes) == (START + 10 * MINUTE, False, 10)

    def test_with_the_last_set_after_half_an_hour_without_one(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        gym.clock.pass_ms(40 * MINUTE)
        session = gym.log(session)
        gym.clock.pass_ms(3 * HOUR)
        summary = gym.logbook.summary(session.uid)
        assert (summary.ended_at, summary.idle_end, summary.minutes) == (START + 40 * MINUTE, True, 40)

    def test_as_it_stands_once_it_is_finished(self, gym: Gym) -> None:
        session = gym.trained(gym.push(), done(100, 5), minutes=50)
        gym.clock.pass_ms(DAY)
        assert gym.logbook.summary(session.uid).ended_at == session.ended_at


class TestRecords:
    def test_with_what_they_beat(self, gym: Gym) -> None:
        template = gym.push()
        first = gym.trained(template, done(100, 5))
        gym.clock.pass_ms(7 * DAY)
        summary = gym.logbook.summary(gym.trained(template, done(102.5, 5)).uid)
        found = {one.kind: (one.value, one.was, one.was_day) for one in summary.records}
        assert found[RecordKind.WEIGHT] == (102.5, 100, first.day)
        assert found[RecordKind.VOLUME] == (512.5, 500, first.day)
        assert summary.records == summary.exercises[0].records

    def test_in_pounds_they_are_told_in_kilograms(self, gym: Gym) -> None:
        template = gym.push()
        for pounds in (225, 230):
            session = gym.trained(template, SetValues(lb(pounds), 5))
        weight = next(one for one in gym.logbook.summary(session.uid).records if one.kind is RecordKind.WEIGHT)
        assert weight.value == pytest.approx(230 * 0.45359237)
        assert weight.was == pytest.approx(225 * 0.45359237)


class TestNextTargets:
    def test_which_lifts_go_up_and_why(self, gym: Gym) -> None:
        template = gym.template(
            "A",
            gym.planned("Squat", *[Target(5, 5, kg(140))] * 2, step=kg(2.5)),
            gym.planned("Bench", *[Target(5, 5, kg(100))] * 2, step=kg(2.5)),
        )
        session = gym.log(gym.start(template), done(140, 5), count=2)
        session = gym.log(session, done(100, 5), block=1)
        session = gym.log(session, done(100, 4), block=1)
        squat, bench = gym.logbook.summary(session.uid).next_targets
        assert (squat.delta, squat.targets[0].load) == (kg(2.5), kg(142.5))
        assert "made" in squat.why
        assert (bench.delta, bench.targets[0].load) == (None, kg(100))
        gym.logbook.finish(session.uid)
        again = gym.start(template)
        assert [block.planned[0].target.load for block in again.exercises] == [kg(142.5), kg(100)]


class TestChanges:
    def test_as_planned_nothing_changed(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()), count=2)
        session = gym.logbook.skip_exercise(session.exercises[1].uid)
        assert changes(gym, session) == []

    def test_added_taken_out_swapped_more_sets_order(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()), count=4)
        assert changes(gym, session) == ["Bench Press 4 sets instead of 3"]
        session = gym.logbook.reorder(session.uid, [session.exercises[1].uid])
        assert "another order" in changes(gym, session)
        press = session.exercises[0]
        session = gym.logbook.swap_exercise(press.uid, gym.exercise("Dips").uid)
        session = gym.log(session)
        assert "Dips for Overhead Press" in changes(gym, session)
        session = gym.logbook.add_exercise(session.uid, gym.exercise("Fly").uid)
        assert "Fly added" not in changes(gym, session), "it was not done"
        session = gym.log(session, block=2)
        assert "Fly added" in changes(gym, session)

    def test_taken_out(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()), count=3)
        session = gym.logbook.remove_exercise(session.exercises[1].uid)
        assert changes(gym, session) == ["Overhead Press taken out"]

    def test_what_has_no_template_of_its_own_has_none_to_change(self, gym: Gym) -> None:
        session = gym.start()
        session = gym.log(gym.logbook.add_exercise(session.uid, gym.exercise("Dips").uid))
        assert changes(gym, session) == []
        with pytest.raises(InvalidEntry, match="no template"):
            gym.logbook.update_template(session.uid)


class TestTakingOver:
    def taken(self, gym: Gym, session: Session) -> Template:
        gym.logbook.finish(session.uid)
        return gym.logbook.update_template(session.uid)

    def test_exercises_sets_and_order(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()), count=4)
        session = gym.logbook.add_exercise(session.uid, gym.exercise("Dips").uid)
        session = gym.log(session, done(20, 8), block=2, count=3)
        session = gym.logbook.reorder(session.uid, [session.exercises[2].uid])
        template = self.taken(gym, session)
        assert [one.exercise.name for one in template.exercises] == ["Dips", "Bench Press", "Overhead Press"]
        dips, bench, press = template.exercises
        assert dips.targets == (Target(8, 8, kg(20)),) * 3
        assert bench.targets == (Target(5, 5, kg(100)),) * 4
        assert press.targets == (Target(5, 5, kg(100)),) * 3
        assert changes(gym, session) == []

    def test_the_progression_goes_on(self, gym: Gym) -> None:
        template = gym.template("A", gym.planned("Squat", *[Target(5, 5, kg(100))] * 2, step=kg(2.5)))
        session = gym.log(gym.start(template), done(100, 5), count=3)
        gym.clock.pass_ms(HOUR)
        self.taken(gym, session)
        gym.clock.pass_ms(DAY)
        assert [one.target.load for one in gym.start(template).exercises[0].planned] == [kg(102.5)] * 3

    def test_l9_what_was_done_before_stays(self, gym: Gym) -> None:
        template = gym.push()
        first = gym.trained(template, done(100, 5))
        session = gym.log(gym.start(template))
        session = gym.logbook.remove_exercise(session.exercises[1].uid)
        self.taken(gym, session)
        assert gym.logbook.session(first.uid) == first

    def test_a_free_workout_becomes_a_template(self, gym: Gym) -> None:
        session = gym.start()
        session = gym.log(gym.logbook.add_exercise(session.uid, gym.exercise("Dips").uid), done(20, 8), count=3)
        template = gym.logbook.save_as_template(session.uid, "Dip day")
        assert [one.name for one in gym.logbook.templates()] == ["Dip day"]
        assert template.exercises[0].targets == (Target(8, 8, kg(20)),) * 3
        with pytest.raises(InvalidEntry):
            gym.logbook.save_as_template(session.uid, " ")


class TestListedTwice:
    """Heavy sets of a lift, and light ones of it later on, each with a step of its own."""

    @pytest.fixture
    def session(self, gym: Gym) -> Session:
        heavy = gym.planned("Squat", *[Target(5, 5, kg(100))] * 3, step=kg(5))
        light = gym.planned("Squat", *[Target(10, 10, kg(60))] * 2, step=kg(2.5))
        session = gym.start(gym.template("A", heavy, gym.planned("Leg Curl"), light))
        session = gym.log(session, done(100, 5), count=3)
        return gym.log(session, done(60, 10), block=2, count=2)

    def test_nothing_was_changed_on_the_way(self, gym: Gym, session: Session) -> None:
        assert changes(gym, session) == []
        session = gym.log(session, done(60, 10), block=2)
        assert changes(gym, session) == ["Squat 3 sets instead of 2"]
        template = gym.logbook.update_template(gym.logbook.finish(session.uid).uid)
        assert [(one.exercise.name, len(one.targets)) for one in template.exercises] == [
            ("Squat", 3),
            ("Leg Curl", 3),
            ("Squat", 3),
        ]

    def test_each_goes_up_by_itself(self, gym: Gym, session: Session) -> None:
        told = gym.logbook.summary(session.uid).next_targets
        assert [one.targets[0].load for one in told] == [kg(105), kg(100), kg(62.5)]
        assert [one.why for one in told] == ["all 3 × 5 made", "", "all 2 × 10 made"]
        gym.logbook.finish(session.uid)
        gym.clock.pass_ms(DAY)
        again = gym.logbook.start(session.slot.template_uid, session_uid=gym.uids.new())
        assert [block.planned[0].target.load for block in again.exercises] == [kg(105), kg(100), kg(62.5)]

    def test_one_that_was_not_made_holds_back_only_itself(self, gym: Gym, session: Session) -> None:
        gym.logbook.edit_set(session.exercises[0].performed[2].uid, done(100, 4))
        told = gym.logbook.summary(session.uid).next_targets
        assert [one.targets[0].load for one in told] == [kg(100), kg(100), kg(62.5)]
        gym.logbook.remove_set(session.exercises[2].performed[0].uid)
        gym.logbook.remove_set(session.exercises[2].performed[1].uid)
        assert gym.logbook.summary(session.uid).next_targets[2].targets[0].load == kg(60)

    def test_as_a_template_anew_it_is_listed_twice_again(self, gym: Gym, session: Session) -> None:
        template = gym.logbook.save_as_template(session.uid, "B")
        assert [(one.exercise.name, len(one.targets)) for one in template.exercises] == [("Squat", 3), ("Squat", 2)]
