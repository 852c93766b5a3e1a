"""Runs of programs: what comes next in them, days left out, and what a new run makes of training maxes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support import DAY, Gym, done, kg
from workout_tui.errors import CannotUndo, InvalidEntry, NotFound
from workout_tui.model.plan import Program, ProgramKind, Target, Template, TemplateExercise

WEEK = 7 * DAY
TODAY = date(2024, 9, 24)


def program(
    gym: Gym, name: str, kind: ProgramKind, *days: str, weeks: int = 1, percent10: int | None = None
) -> Program:
    bench = gym.exercise("Bench Press")
    one = TemplateExercise("", bench, (Target(5, 5, percent10=percent10),), step=kg(2.5))
    templates = tuple(
        Template("", f"{day}{week + 1}", "", 1, "", name, kind, week, number, exercises=(one,))
        for week in range(weeks)
        for number, day in enumerate(days)
    )
    return gym.logbook.add_program(Program("", name, kind, templates))


def train(gym: Gym, title: str, load: float = 100, reps: int = 5) -> None:
    template = next(one for one in gym.logbook.templates() if one.name == title)
    gym.trained(template, done(load, reps))
    gym.clock.pass_ms(DAY)


def next_up(gym: Gym) -> tuple[str, str]:
    up_next = gym.logbook.home().up_next
    return (up_next.title, up_next.why) if up_next else ("", "")


class TestPlan:
    def test_it_goes_day_by_day_and_then_is_over(self, gym: Gym) -> None:
        plan = program(gym, "Wave", ProgramKind.PLAN, "a", "b", weeks=2)
        stands = gym.logbook.start_program(plan.uid)
        assert (stands.started_on, stands.weeks, stands.is_over) == (TODAY, 2, False)
        seen = []
        for _ in range(4):
            title, why = next_up(gym)
            seen.append((title, why))
            train(gym, title)
        assert [title for title, _ in seen] == ["a1", "b1", "a2", "b2"]
        assert [why for _, why in seen][:3:2] == ["week 1 of 2 of Wave", "week 2 of 2 of Wave"]
        over = gym.logbook.standing()
        assert over is not None
        assert over.is_over

    def test_a_missed_day_moves_the_rest_along(self, gym: Gym) -> None:
        plan = program(gym, "Wave", ProgramKind.PLAN, "a", "b", weeks=2)
        gym.logbook.start_program(plan.uid)
        train(gym, "a1")
        gym.clock.pass_ms(WEEK)
        assert next_up(gym) == ("b1", "week 1 of 2 of Wave, a week behind")

    def test_or_is_left_out_as_the_lifter_says(self, gym: Gym) -> None:
        plan = program(gym, "Wave", ProgramKind.PLAN, "a", "b", weeks=2)
        gym.logbook.start_program(plan.uid)
        train(gym, "a1")
        gym.logbook.skip_day()
        assert next_up(gym)[0] == "a2"
        gym.logbook.undo_program(plan.uid)
        assert next_up(gym)[0] == "b1"
        gym.logbook.redo_program(plan.uid)
        assert next_up(gym)[0] == "a2"

    def test_a_day_done_out_of_turn_is_not_asked_for_again(self, gym: Gym) -> None:
        plan = program(gym, "Wave", ProgramKind.PLAN, "a", "b", "c")
        gym.logbook.start_program(plan.uid)
        train(gym, "b1")
        assert next_up(gym)[0] == "a1"
        train(gym, "a1")
        assert next_up(gym)[0] == "c1"

    def test_the_session_that_runs_is_not_what_comes_next(self, gym: Gym) -> None:
        plan = program(gym, "Wave", ProgramKind.PLAN, "a", "b")
        gym.logbook.start_program(plan.uid)
        gym.start(gym.logbook.templates()[0])
        assert next_up(gym)[0] == "b1"

    def test_what_was_discarded_was_not_done(self, gym: Gym) -> None:
        plan = program(gym, "Wave", ProgramKind.PLAN, "a", "b")
        gym.logbook.start_program(plan.uid)
        session = gym.log(gym.start(gym.logbook.templates()[0]))
        gym.logbook.discard(session.uid)
        assert next_up(gym)[0] == "a1"

    def test_it_may_begin_on_another_day(self, gym: Gym) -> None:
        plan = program(gym, "Wave", ProgramKind.PLAN, "a", weeks=4)
        stands = gym.logbook.start_program(plan.uid, TODAY - timedelta(days=15))
        assert (stands.started_on, stands.behind) == (TODAY - timedelta(days=15), 2)


class TestCycle:
    def test_a_day_left_out_is_gone_on_from(self, gym: Gym) -> None:
        cycle = program(gym, "ABC", ProgramKind.CYCLE, "a", "b", "c")
        gym.logbook.start_program(cycle.uid)
        assert next_up(gym) == ("a1", "first in ABC")
        train(gym, "a1")
        gym.clock.pass_ms(1)
        gym.logbook.skip_day()
        assert next_up(gym) == ("c1", "next in ABC")
        train(gym, "c1")
        assert next_up(gym)[0] == "a1"


class TestRuns:
    def test_a_new_run_begins_with_the_first_day(self, gym: Gym) -> None:
        plan = program(gym, "Wave", ProgramKind.PLAN, "a", "b")
        gym.logbook.start_program(plan.uid)
        train(gym, "a1")
        gym.logbook.start_program(plan.uid)
        assert next_up(gym)[0] == "a1"
        train(gym, "a1")
        assert next_up(gym)[0] == "b1"

    def test_one_run_at_a_time(self, gym: Gym) -> None:
        one = program(gym, "One", ProgramKind.CYCLE, "a", "b")
        two = program(gym, "Two", ProgramKind.CYCLE, "x", "y")
        gym.logbook.start_program(one.uid)
        gym.clock.pass_ms(1)
        gym.logbook.start_program(two.uid)
        assert next_up(gym)[0] == "x1"
        gym.logbook.undo_program(two.uid)
        assert next_up(gym)[0] == "a1"

    def test_leaving_it_gives_the_choice_back_to_the_past(self, gym: Gym) -> None:
        plan = program(gym, "Wave", ProgramKind.PLAN, "a", "b", "c")
        gym.logbook.start_program(plan.uid)
        gym.logbook.skip_day()
        gym.logbook.leave_program()
        assert gym.logbook.standing() is None
        gym.logbook.leave_program()
        with pytest.raises(NotFound):
            gym.logbook.skip_day()

    def test_a_program_put_away_leads_nowhere(self, gym: Gym) -> None:
        plan = program(gym, "Wave", ProgramKind.PLAN, "a")
        gym.logbook.start_program(plan.uid)
        gym.logbook.archive_program(plan.uid)
        assert gym.logbook.standing() is None
        with pytest.raises(NotFound):
            gym.logbook.start_program(plan.uid)

    def test_what_has_no_order_cannot_be_started(self, gym: Gym) -> None:
        gym.push()
        with pytest.raises(InvalidEntry, match="no days in an order"):
            gym.logbook.start_program(gym.logbook.programs()[0].uid)

    def test_all_of_it_is_undone_step_by_step(self, gym: Gym) -> None:
        plan = program(gym, "Wave", ProgramKind.PLAN, "a", "b")
        gym.logbook.start_program(plan.uid)
        gym.logbook.leave_program()
        kinds = [gym.logbook.undo_program(plan.uid) for _ in range(3)]
        assert kinds == ["leave program", "start program", "add program"]
        assert plan.uid not in [one.uid for one in gym.logbook.programs()]
        kinds = [gym.logbook.redo_program(plan.uid) for _ in range(3)]
        assert kinds == ["add program", "start program", "leave program"]
        assert [one for one in gym.logbook.programs() if one.uid == plan.uid] == [plan]

    def test_a_program_that_was_trained_is_not_undone_into_nothing(self, gym: Gym) -> None:
        plan = program(gym, "Wave", ProgramKind.PLAN, "a", "b")
        train(gym, "a1")
        with pytest.raises(CannotUndo):
            gym.logbook.undo_program(plan.uid)


class TestArranging:
    def test_workouts_in_no_order_are_put_into_one_with_their_past(self, gym: Gym) -> None:
        made = [gym.template(name, gym.planned("Row")) for name in ("Push", "Pull")]
        gym.trained(made[0], done(100, 5))
        program = gym.logbook.arrange_program("Mine", ["pull", " Push ", "Legs"])
        assert (program.kind, [one.name for one in program.templates]) == (ProgramKind.CYCLE, ["Pull", "Push", "Legs"])
        assert {one.uid for one in program.templates} > {one.uid for one in made}
        assert program.templates[2].exercises == ()
        gym.logbook.start_program(program.uid)
        assert next_up(gym)[0] == "Pull"
        assert len(gym.logbook.history(gym.exercise("Row").uid)) == 1

    def test_one_undo_puts_them_back(self, gym: Gym) -> None:
        gym.push()
        before = gym.logbook.programs()
        program = gym.logbook.arrange_program("Mine", ["Push A", "Other"])
        gym.logbook.undo_program(program.uid)

        def stands(programs: tuple[Program, ...]) -> object:
            return [(one.uid, [(day.uid, day.day, day.exercises) for day in one.templates]) for one in programs]

        assert stands(gym.logbook.programs()) == stands(before)

    def test_several_weeks_are_a_plan_with_days_of_their_own(self, gym: Gym) -> None:
        push = gym.push()
        program = gym.logbook.arrange_program("Plan", ["Push A", "Legs"], 2)
        assert [(one.name, one.week, one.day) for one in program.templates] == [
            ("Push A, week 1", 0, 0), ("Legs, week 1", 0, 1), ("Push A, week 2", 1, 0), ("Legs, week 2", 1, 1),
        ]  # fmt: skip
        assert [e.targets for e in program.templates[2].exercises] == [e.targets for e in push.exercises]
        assert gym.logbook.template(push.uid).program_kind is ProgramKind.LOOSE

    def test_what_cannot_be_is_told(self, gym: Gym) -> None:
        gym.logbook.arrange_program("Mine", ["A"])
        for name, names, weeks in (
            ("", ["A"], 1),
            ("mine", ["A"], 1),
            ("X", [" "], 1),
            ("X", ["A"], 0),
            ("X", ["A"] * 15, 1),
        ):
            with pytest.raises(InvalidEntry):
                gym.logbook.arrange_program(name, names, weeks)
        assert len(gym.logbook.programs()) == 2


class TestOrder:
    def test_a_workout_moves_up_and_down_and_back(self, gym: Gym) -> None:
        for name in ("A", "B", "C"):
            gym.template(name, gym.planned("Row"))

        def names() -> list[str]:
            return [one.name for one in gym.logbook.templates()]

        second = gym.logbook.templates()[1].uid
        assert gym.logbook.move_template(second, -1)
        assert names() == ["B", "A", "C"]
        assert not gym.logbook.move_template(second, -1)
        assert gym.logbook.move_template(second, 1)
        assert gym.logbook.move_template(second, 1)
        assert names() == ["A", "C", "B"]
        gym.logbook.undo_program(gym.logbook.programs()[0].uid)
        assert names() == ["A", "B", "C"]

    def test_what_was_put_away_is_passed_over(self, gym: Gym) -> None:
        made = [gym.template(name, gym.planned("Row")) for name in ("A", "B", "C")]
        gym.logbook.archive_template(made[1].uid)
        gym.logbook.move_template(made[2].uid, -1)
        assert [one.name for one in gym.logbook.templates()] == ["C", "A"]


class TestTrainingMax:
    def test_a_new_run_raises_it_when_all_was_made(self, gym: Gym) -> None:
        plan = self.begun(gym)
        train(gym, "a1", 85)
        assert self.again(gym, plan) == kg(102.5)

    def test_not_when_a_rep_was_missed(self, gym: Gym) -> None:
        plan = self.begun(gym)
        train(gym, "a1", 85, 4)
        assert self.again(gym, plan) == kg(100)

    def test_not_when_nothing_was_done(self, gym: Gym) -> None:
        assert self.again(gym, self.begun(gym)) == kg(100)

    def test_what_a_percentage_asks_for(self, gym: Gym) -> None:
        self.begun(gym)
        up_next = gym.logbook.home().up_next
        assert up_next is not None
        assert up_next.lines[0].targets == (Target(5, 5, kg(85)),)
        session = gym.start(gym.logbook.templates()[0])
        assert session.exercises[0].planned[0].target == Target(5, 5, kg(85))

    def begun(self, gym: Gym) -> Program:
        bench = gym.exercise("Bench Press")
        setting = gym.logbook.exercise_setting(bench.uid)
        gym.logbook.set_exercise_setting(bench.uid, replace(setting, training_max=kg(100)))
        plan = program(gym, "Wave", ProgramKind.PLAN, "a", percent10=850)
        gym.logbook.start_program(plan.uid)
        return plan

    def again(self, gym: Gym, plan: Program) -> object:
        gym.logbook.start_program(plan.uid)
        return gym.logbook.exercise_setting(gym.exercise("Bench Press").uid).training_max
