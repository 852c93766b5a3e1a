"""Next targets: the step comes when it was earned, and at no other time."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind, Target, TemplateExercise
from workout_tui.model.progression import NextTargets, next_targets
from workout_tui.model.session import PastExercise, SetValues

STEP = Load.of("2.5", Unit.KG)


def load(text: str | None, unit: Unit = Unit.KG) -> Load | None:
    return None if text is None else Load.of(text, unit)


def goal(weight: str | None, low: int = 5, high: int | None = None, kind: SetKind = SetKind.WORK) -> Target:
    return Target(reps_lo=low, reps_hi=high or low, load=load(weight), kind=kind)


def lift(weight: str | None, reps: int, kind: SetKind = SetKind.WORK) -> SetValues:
    return SetValues(load=load(weight), reps=reps, kind=kind)


def template(*targets: Target, step: Load | None = STEP, measure: Measure = Measure.WEIGHT) -> TemplateExercise:
    return TemplateExercise("t", Exercise("e", "Bench Press", measure), targets, step=step)


def last(planned: tuple[Target, ...], *sets: SetValues) -> PastExercise:
    return PastExercise("s", "Push A", date(2024, 9, 17), sets, planned)


def loads(answer: NextTargets) -> list[str]:
    return [str(target.load) for target in answer.targets]


FOUR = (goal("100"),) * 4
MADE = (lift("100", 5),) * 4


class TestStraightSets:
    def test_all_made_goes_a_step_up(self) -> None:
        answer = next_targets(template(*FOUR), last(FOUR, *MADE))
        assert loads(answer) == ["102.5 kg"] * 4
        assert answer.change == STEP
        assert answer.reason == "all 4 × 5 made"

    def test_more_reps_than_asked_is_made(self) -> None:
        assert next_targets(template(*FOUR), last(FOUR, *MADE[1:], lift("100", 8))).change == STEP

    def test_one_rep_short_stays(self) -> None:
        answer = next_targets(template(*FOUR), last(FOUR, *MADE[:2], lift("100", 4), lift("100", 5)))
        assert answer == NextTargets(FOUR, None, "set 3 made 4 of 5")

    def test_a_set_left_out_stays(self) -> None:
        assert next_targets(template(*FOUR), last(FOUR, *MADE[:3])) == NextTargets(FOUR, None, "3 of 4 sets done")
        assert next_targets(template(*FOUR), last(FOUR)).reason == "0 of 4 sets done"

    def test_a_lighter_set_stays(self) -> None:
        answer = next_targets(template(*FOUR), last(FOUR, *MADE[:3], lift("97.5", 8)))
        assert answer == NextTargets(FOUR, None, "set 4 was under 100 kg")

    def test_more_sets_than_asked_do_not_matter(self) -> None:
        assert next_targets(template(*FOUR), last(FOUR, *MADE, lift("80", 3))).change == STEP

    def test_all_heavier_than_planned_goes_on_from_there(self) -> None:
        answer = next_targets(template(*FOUR), last(FOUR, *[lift("105", 5)] * 3, lift("102.5", 5)))
        assert loads(answer) == ["105 kg"] * 4
        assert answer.change == load("5")

    def test_the_load_goes_on_from_last_time_not_from_what_is_written(self) -> None:
        planned = (goal("110"),) * 4
        assert loads(next_targets(template(*FOUR), last(planned, *[lift("110", 5)] * 4))) == ["112.5 kg"] * 4
        assert loads(next_targets(template(*FOUR), last(planned, *[lift("110", 4)] * 4))) == ["110 kg"] * 4

    def test_sets_of_other_reps_are_all_sets(self) -> None:
        planned = (goal("100", 5), goal("100", 3))
        assert next_targets(template(*planned), last(planned, *MADE)).reason == "all 2 sets made"


class TestRanges:
    RANGE = (goal("32.5", 8, 10),) * 3

    def test_the_step_comes_at_the_top_of_the_range(self) -> None:
        answer = next_targets(template(*self.RANGE), last(self.RANGE, *[lift("32.5", 10)] * 3))
        assert loads(answer) == ["35 kg"] * 3
        assert answer.reason == "all 3 × 10 made"
        assert {(target.reps_lo, target.reps_hi) for target in answer.targets} == {(8, 10)}

    def test_within_the_range_the_load_stays(self) -> None:
        made = (lift("32.5", 10), lift("32.5", 9), lift("32.5", 8))
        answer = next_targets(template(*self.RANGE), last(self.RANGE, *made))
        assert answer == NextTargets(self.RANGE, None, "set 2 made 9 of 10")


class TestAsWritten:
    def test_without_a_step(self) -> None:
        assert next_targets(template(*FOUR, step=None), last(FOUR, *MADE)) == NextTargets(FOUR)

    def test_the_first_time(self) -> None:
        assert next_targets(template(*FOUR), None) == NextTargets(FOUR)

    def test_after_a_session_without_a_plan(self) -> None:
        assert next_targets(template(*FOUR), last((), *MADE)) == NextTargets(FOUR)

    def test_when_the_written_load_was_changed_since(self) -> None:
        assert next_targets(template(*FOUR), last((goal("110"),), lift("110", 5)), rewritten=True) == NextTargets(FOUR)

    def test_a_load_written_where_it_was_left_open(self) -> None:
        answer = next_targets(template(goal("60")), last((goal(None),), lift("100", 5)))
        assert (loads(answer), answer.change) == (["60 kg"], None)


class TestKinds:
    def test_warm_ups_are_not_judged_and_do_not_go_up(self) -> None:
        plan = (goal("60", kind=SetKind.WARMUP), goal("100"))
        for done in ((lift("60", 3, SetKind.WARMUP), lift("100", 5)), (lift("100", 5),)):
            answer = next_targets(template(*plan), last(plan, *done))
            assert loads(answer) == ["60 kg", "102.5 kg"]

    def test_drops_are_not_judged_but_go_up_too(self) -> None:
        plan = (goal("100"), goal("80", kind=SetKind.DROP))
        done = (lift("100", 5), lift("80", 2, SetKind.DROP))
        assert loads(next_targets(template(*plan), last(plan, *done))) == ["102.5 kg", "82.5 kg"]

    def test_a_drop_typed_on_the_way_shifts_nothing(self) -> None:
        plan = (goal("100"),) * 2
        done = (lift("100", 5), lift("80", 8, SetKind.DROP), lift("100", 5))
        assert next_targets(template(*plan), last(plan, *done)).change == STEP

    def test_a_set_to_failure_is_judged(self) -> None:
        plan = (goal("100", kind=SetKind.FAILURE),)
        assert next_targets(template(*plan), last(plan, lift("100", 5))).change == STEP
        assert next_targets(template(*plan), last(plan, lift("100", 4))).change is None
        assert next_targets(template(*plan), last(plan, lift("100", 5))).reason == "1 × 5 made"

    def test_a_back_off_set_keeps_its_distance(self) -> None:
        plan = (goal("100"), goal("90", 8))
        answer = next_targets(template(*plan), last(plan, lift("100", 5), lift("90", 8)))
        assert loads(answer) == ["102.5 kg", "92.5 kg"]

    def test_a_set_written_since_goes_like_the_others(self) -> None:
        answer = next_targets(template(*FOUR), last(FOUR[:3], *MADE[:3]))
        assert loads(answer) == ["102.5 kg"] * 4


class TestOpenLoads:
    OPEN = (goal(None),) * 3

    def test_the_load_lifted_stands_for_the_plan(self) -> None:
        answer = next_targets(template(*self.OPEN), last(self.OPEN, *[lift("60", 5)] * 3))
        assert loads(answer) == ["62.5 kg"] * 3
        assert answer.change == STEP

    def test_not_made_it_stays(self) -> None:
        answer = next_targets(template(*self.OPEN), last(self.OPEN, lift("60", 5), lift("60", 5), lift("60", 3)))
        assert (loads(answer), answer.reason) == (["60 kg"] * 3, "set 3 made 3 of 5")

    def test_a_weight_taken_off_on_the_way_was_not_made(self) -> None:
        answer = next_targets(template(*self.OPEN), last(self.OPEN, lift("60", 5), lift("60", 5), lift("50", 5)))
        assert (loads(answer), answer.reason) == (["60 kg"] * 3, "set 3 was under 60 kg")

    def test_a_ramp_goes_up_rung_by_rung(self) -> None:
        answer = next_targets(template(*self.OPEN), last(self.OPEN, lift("60", 5), lift("80", 5), lift("100", 5)))
        assert loads(answer) == ["62.5 kg", "82.5 kg", "102.5 kg"]

    def test_a_back_off_of_other_reps_is_no_weight_taken_off(self) -> None:
        plan = (goal(None, 5), goal(None, 8))
        answer = next_targets(template(*plan), last(plan, lift("100", 5), lift("90", 8)))
        assert loads(answer) == ["102.5 kg", "92.5 kg"]

    def test_what_was_not_lifted_stays_open(self) -> None:
        assert next_targets(template(*self.OPEN), last(self.OPEN)).targets == self.OPEN
        assert loads(next_targets(template(*self.OPEN), last(self.OPEN, lift("60", 5)))) == ["60 kg"] * 3

    def test_after_the_plan_was_filled_in_it_goes_on_from_there(self) -> None:
        planned = (goal("62.5"),) * 3
        answer = next_targets(template(*self.OPEN), last(planned, *[lift("62.5", 5)] * 3))
        assert loads(answer) == ["65 kg"] * 3


class TestMeasures:
    def test_bodyweight_alone_gets_a_belt(self) -> None:
        plan = (goal(None, 8),)
        pull_up = template(*plan, measure=Measure.BODYWEIGHT)
        assert loads(next_targets(pull_up, last(plan, lift(None, 8)))) == ["2.5 kg"]
        assert next_targets(pull_up, last(plan, lift(None, 7))) == NextTargets(plan, None, "set 1 made 7 of 8")

    def test_help_becomes_less(self) -> None:
        plan = (goal("-20", 8),)
        pull_up = template(*plan, measure=Measure.BODYWEIGHT)
        assert loads(next_targets(pull_up, last(plan, lift("-20", 8)))) == ["-17.5 kg"]
        assert next_targets(pull_up, last(plan, lift("-25", 8))).reason == "set 1 was under -20 kg"

    def test_a_hold_must_be_long_enough(self) -> None:
        plan = (Target(seconds=60, load=load("10")),)
        plank = template(*plan, measure=Measure.TIME)
        held = SetValues(load=load("10"), seconds=60)
        assert next_targets(plank, last(plan, held)).reason == "1 set made"
        assert loads(next_targets(plank, last(plan, held))) == ["12.5 kg"]
        assert next_targets(plank, last(plan, replace(held, seconds=45))).reason == "set 1 made 45 of 60 s"

    def test_a_carry_must_go_far_enough(self) -> None:
        plan = (Target(distance=Distance(40_000, DistanceUnit.M), load=load("50")),)
        carry = template(*plan, measure=Measure.DISTANCE)
        done = SetValues(load=load("50"), distance=Distance(40_000, DistanceUnit.M))
        assert loads(next_targets(carry, last(plan, done))) == ["52.5 kg"]
        short = replace(done, distance=Distance(30_000, DistanceUnit.M))
        assert next_targets(carry, last(plan, short)).reason == "set 1 made 30 m of 40 m"


class TestUnits:
    def test_a_step_in_another_unit_is_never_converted(self) -> None:
        answer = next_targets(template(*FOUR, step=Load.of("5", Unit.LB)), last(FOUR, *MADE))
        assert answer == NextTargets(FOUR, None, "the step is in lb, the load in kg")

    def test_a_set_lifted_in_another_unit_is_compared(self) -> None:
        pounds = SetValues(load=load("225", Unit.LB), reps=5)
        assert next_targets(template(goal("100")), last((goal("100"),), pounds)).change == STEP
        assert next_targets(template(goal("105")), last((goal("105"),), pounds)).change is None

    def test_a_plan_in_another_unit_leaves_the_written_one(self) -> None:
        planned = (Target(5, 5, load("225", Unit.LB)),)
        answer = next_targets(template(goal("100")), last(planned, SetValues(load=load("225", Unit.LB), reps=5)))
        assert (loads(answer), answer.change) == (["100 kg"], None)


goals = st.builds(
    goal, st.sampled_from([None, "0", "60", "100"]), st.just(5), st.sampled_from([None, 8]), st.sampled_from(SetKind)
)
sets = st.builds(lift, st.sampled_from([None, "60", "100", "105"]), st.integers(0, 9), st.sampled_from(SetKind))


@given(
    st.lists(goals, max_size=4).map(tuple),
    st.lists(goals, max_size=4).map(tuple),
    st.lists(sets, max_size=5),
    st.sampled_from([Measure.WEIGHT, Measure.BODYWEIGHT]),
)
def test_whatever_happened_last_time(
    written: tuple[Target, ...], planned: tuple[Target, ...], done: list[SetValues], measure: Measure
) -> None:
    exercise, before = template(*written, measure=measure), last(planned, *done)
    untouched = copy.deepcopy((exercise, before))
    answer = next_targets(exercise, before)
    assert (exercise, before) == untouched
    assert answer == next_targets(exercise, before)
    assert [replace(target, load=None) for target in answer.targets] == [
        replace(target, load=None) for target in written
    ]
    assert answer.change is None or answer.change.milli >= STEP.milli
    if answer.change:
        judged = [values for values in done if values.kind in {SetKind.WORK, SetKind.FAILURE}]
        asked = [target for target in planned if target.kind in {SetKind.WORK, SetKind.FAILURE}]
        assert len(judged) >= len(asked)
        assert all((one.reps or 0) >= (target.reps_hi or 0) for one, target in zip(judged, asked, strict=False))


@pytest.mark.parametrize("reps", [0, 4])
def test_an_open_number_of_reps_asks_for_one(reps: int) -> None:
    plan = (Target(load=load("100")),)
    answer = next_targets(template(*plan), last(plan, lift("100", reps)))
    assert (answer.change is not None) is (reps > 0)
