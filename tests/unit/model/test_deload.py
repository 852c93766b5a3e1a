"""Deloads and percentages: what comes off a load that was missed again and again, and what 85 % is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workout_tui.model.exercise import Exercise
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import Deload, SetKind, Target, TemplateExercise
from workout_tui.model.plates import Rack
from workout_tui.model.progression import NextTargets, at_percentages, is_made, next_targets
from workout_tui.model.session import PastExercise, SetValues


def kg(number: float) -> Load:
    return Load(round(number * 1000), Unit.KG)


RACK = Rack(kg(2.5), kg(20), ((kg(20), 2), (kg(10), 1), (kg(5), 1), (kg(2.5), 1), (kg(1.25), 1)))
WRITTEN = (Target(8, 8, kg(60), kind=SetKind.WARMUP), *(Target(5, 5, kg(100)),) * 3)
RULE = TemplateExercise("t", Exercise("e", "Bench Press"), WRITTEN, step=kg(2.5), deload=Deload(10))


def at(load: float, *reps: int) -> PastExercise:
    planned = tuple(replace(one, load=kg(load)) if one.kind is SetKind.WORK else one for one in WRITTEN)
    return PastExercise("s", "A", date(2024, 9, 1), tuple(SetValues(kg(load), each) for each in reps), planned)


def after(*sessions: PastExercise, rule: TemplateExercise = RULE) -> NextTargets:
    return next_targets(rule, sessions[-1], earlier=sessions[:-1], rounded=RACK.nearest)


def top(answer: NextTargets) -> Load | None:
    return answer.targets[-1].load


class TestDeload:
    def test_three_misses_in_a_row_take_it_off(self) -> None:
        answer = after(at(105, 5, 5, 4), at(105, 5, 4, 4), at(105, 5, 5, 4))
        assert top(answer) == kg(95)
        assert answer.change == kg(-10)
        assert answer.reason == "missed 3 times in a row, 10 % off"
        assert answer.targets[0] == WRITTEN[0]

    def test_two_are_not_enough(self) -> None:
        answer = after(at(105, 5, 5, 4), at(105, 5, 4, 4))
        assert (top(answer), answer.change, answer.reason) == (kg(105), None, "set 2 made 4 of 5")

    def test_a_load_that_was_made_between_begins_the_count_anew(self) -> None:
        assert top(after(at(105, 5, 4, 4), at(105, 5, 5, 5), at(105, 5, 5, 4))) == kg(105)

    def test_misses_at_another_load_do_not_count(self) -> None:
        assert top(after(at(110, 5, 4, 4), at(105, 5, 4, 4), at(105, 5, 5, 4))) == kg(105)

    def test_after_it_the_step_goes_on_from_there(self) -> None:
        assert top(after(at(105, 5, 5, 4), at(105, 5, 4, 4), at(95, 5, 5, 5))) == kg(97.5)

    def test_it_works_without_a_step_and_after_one_miss(self) -> None:
        rule = replace(RULE, step=None, deload=Deload(20, 1))
        answer = after(at(100, 5, 5, 4), rule=rule)
        assert (top(answer), answer.reason) == (kg(80), "set 3 made 4 of 5, 20 % off")
        made = after(at(100, 5, 5, 5), rule=rule)
        assert (top(made), made.change) == (kg(100), None)

    def test_targets_written_anew_stand(self) -> None:
        misses = at(105, 5, 5, 4)
        answer = next_targets(RULE, misses, rewritten=True, earlier=(misses, misses))
        assert answer == NextTargets(WRITTEN)


class TestPercentages:
    WEEK = (Target(5, 5, percent10=650), Target(5, 5, percent10=750), Target(5, 5, percent10=850, kind=SetKind.FAILURE))

    def test_a_percentage_becomes_the_nearest_load_that_can_be_had(self) -> None:
        found = at_percentages(self.WEEK, kg(101), RACK)
        assert [one.load for one in found] == [kg(65), kg(75), kg(85)]
        assert {one.percent10 for one in found} == {None}
        assert found[-1].kind is SetKind.FAILURE

    def test_without_a_training_max_the_load_is_left_open(self) -> None:
        assert [one.load for one in at_percentages(self.WEEK, None, RACK)] == [None] * 3

    def test_another_unit_than_the_bars_is_rounded_to_nothing(self) -> None:
        pounds = Load(200_000, Unit.LB)
        assert at_percentages(self.WEEK[:1], pounds, RACK)[0].load == Load(130_000, Unit.LB)

    def test_what_has_a_load_of_its_own_stays(self) -> None:
        assert at_percentages(WRITTEN, kg(140), RACK) == WRITTEN


def test_made_is_made() -> None:
    exercise = RULE.exercise
    assert is_made(exercise, at(100, 5, 5, 5))
    assert not is_made(exercise, at(100, 5, 5, 4))
    assert not is_made(exercise, at(100, 5, 5))
    assert not is_made(exercise, at(100, 5, 5, 5)._replace(planned=()))
