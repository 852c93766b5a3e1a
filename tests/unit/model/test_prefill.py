"""What Enter will log: sets, plans, kinds and units around the voting rule."""

from __future__ import annotations

import copy
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.prefill import next_kind, set_count, step, suggest
from workout_tui.model.session import PastExercise, SetValues

WARMUP, DROP, WORK = SetKind.WARMUP, SetKind.DROP, SetKind.WORK


def kg(number: str) -> Load:
    return Load.of(number, Unit.KG)


def lb(number: str) -> Load:
    return Load.of(number, Unit.LB)


def lift(load: str | Load, reps: int, kind: SetKind = WORK) -> SetValues:
    return SetValues(load=kg(load) if isinstance(load, str) else load, reps=reps, kind=kind)


def past(*sets: SetValues, title: str = "Push") -> PastExercise:
    return PastExercise("s", title, date(2024, 9, 17), sets)


def km(number: str) -> Distance:
    return Distance(round(float(number) * 1000), DistanceUnit.KM)


LAST = past(lift("100", 5), lift("100", 5), lift("90", 8))


def first(*args: object, **kwargs: object) -> SetValues:
    return suggest(*args, **kwargs)[0]  # type: ignore[arg-type]


class TestFromHistory:
    def test_nothing_known_is_no_suggestion(self) -> None:
        assert suggest([], [], "Push") == ()

    def test_last_time_is_repeated_set_by_set(self) -> None:
        assert first([LAST], [], "Push") == lift("100", 5)
        assert first([LAST], [lift("100", 5)], "Push") == lift("100", 5)
        assert first([LAST], [lift("100", 5)] * 2, "Push") == lift("90", 8)

    def test_without_history_the_last_set_is_offered_again_then_with_fewer_reps(self) -> None:
        done = lift("60", 8)
        assert suggest([], [done], "Push") == (done, lift("60", 7), lift("60", 6))
        body = suggest([], [SetValues(reps=8)], "Pull", measure=Measure.BODYWEIGHT)
        assert [one.reps for one in body] == [8, 7, 6]

    def test_only_what_was_done_is_repeated_not_how_it_felt(self) -> None:
        felt = SetValues(load=kg("60"), reps=8, rpe10=95, note="left knee")
        assert first([past(felt)], [], "Push") == lift("60", 8)
        assert first([], [felt], "Push") == lift("60", 8)

    def test_titles_are_compared_without_case_and_spaces(self) -> None:
        history = [past(lift("50", 10), lift("50", 10), title="Push"), past(lift("50", 10), lift("55", 8), title="Up")]
        assert first(history, [lift("50", 10)], " PUSH ") == lift("50", 10)
        assert first(history, [lift("50", 10)], "up") == lift("55", 8)

    def test_a_set_counted_otherwise_is_passed_over(self) -> None:
        held = SetValues(seconds=60)
        assert first([past(held, lift("60", 8))], [], "Push") == lift("60", 8)
        assert suggest([past(held)], [], "Push") == ()

    def test_before_the_first_set_the_own_step_makes_the_heavier_idea(self) -> None:
        assert suggest([LAST], [], "Push", own_step=kg("1.25"))[1] == lift("101.25", 5)


class TestUnits:
    def test_only_sessions_in_the_same_unit_vote(self) -> None:
        history = [LAST, past(lift(lb("225"), 5))]
        assert first(history, [], "Push") == lift("100", 5)
        assert first(history, [], "Push", unit=Unit.LB) == lift(lb("225"), 5)
        assert suggest([LAST], [], "Push", unit=Unit.LB) == ()

    def test_the_unit_of_the_last_set_today_is_kept(self) -> None:
        assert first([LAST], [lift(lb("225"), 5)], "Push") == lift(lb("225"), 5)

    def test_a_mixed_session_has_no_vote(self) -> None:
        assert first([LAST, past(lift("20", 5), lift(lb("225"), 5))], [], "Push") == lift("100", 5)

    def test_a_plan_in_another_unit_stands_as_it_is_written(self) -> None:
        plan = Target(load=lb("225"), reps_lo=5, reps_hi=5)
        assert suggest([LAST], [lift("100", 5)], "Push", planned=plan) == (lift(lb("225"), 5),)

    def test_micro_plates_are_exact(self) -> None:
        history = [past(lift("20.125", 5), lift("20.375", 5))]
        assert first(history, [lift("20.2", 5)], "Push") == lift("20.45", 5)


class TestMeasures:
    def test_bodyweight_alone_stays_without_a_load(self) -> None:
        pull_up = SetValues(reps=8)
        assert first([past(pull_up)], [], "Pull", measure=Measure.BODYWEIGHT) == pull_up

    def test_help_is_repeated_below_zero(self) -> None:
        helped = lift("-20", 8)
        assert first([past(helped)], [helped], "Pull", measure=Measure.BODYWEIGHT) == helped

    def test_an_empty_machine_weighs_nothing(self) -> None:
        assert first([past(lift("0", 12))], [], "Legs") == lift("0", 12)

    def test_a_plank_votes_with_seconds(self) -> None:
        history = [past(SetValues(seconds=60), SetValues(seconds=45))]
        assert suggest(history, [], "Core", measure=Measure.TIME) == (SetValues(seconds=60), SetValues(seconds=65))
        after = suggest(history, [SetValues(seconds=60)], "Core", measure=Measure.TIME)
        assert after == (SetValues(seconds=45), SetValues(seconds=60), SetValues(seconds=55))

    def test_a_loaded_plank_may_get_heavier(self) -> None:
        held = SetValues(load=kg("10"), seconds=60)
        assert SetValues(load=kg("12.5"), seconds=60) in suggest([past(held)], [], "Core", measure=Measure.TIME)

    def test_a_run_repeats_the_distance_and_foretells_no_time(self) -> None:
        run = SetValues(distance=km("5"), seconds=1500)
        assert suggest([past(run)], [], "Run", measure=Measure.DISTANCE) == (SetValues(distance=km("5")),)

    def test_the_distance_unit_is_the_one_asked_for_else_the_newest(self) -> None:
        mile = SetValues(distance=Distance(1000, DistanceUnit.MI))
        history = [past(mile), past(SetValues(distance=km("5")))]
        assert first(history, [], "Run", measure=Measure.DISTANCE).distance == km("5")
        assert first(history, [], "Run", measure=Measure.DISTANCE, distance_unit=DistanceUnit.MI) == mile


class TestPlans:
    def test_a_written_load_and_reps_win_over_the_votes(self) -> None:
        plan = Target(load=kg("102.5"), reps_lo=5, reps_hi=5)
        assert suggest([LAST], [lift("100", 5)], "Push", planned=plan)[:2] == (lift("102.5", 5), lift("100", 5))

    def test_written_reps_alone_take_the_load_from_the_votes(self) -> None:
        assert first([LAST], [], "Push", planned=Target(reps_lo=3, reps_hi=3)) == lift("100", 3)

    def test_a_written_load_alone_takes_the_reps_from_the_votes(self) -> None:
        assert first([LAST], [], "Push", planned=Target(load=kg("105"))) == lift("105", 5)
        assert first([LAST], [lift("100", 5)] * 2, "Push", planned=Target(load=kg("100"))) == lift("100", 8)

    def test_of_a_range_the_voted_reps_if_they_lie_in_it(self) -> None:
        history = [past(lift("32.5", 9))]
        for load in (None, kg("32.5")):
            plan = Target(load=load, reps_lo=8, reps_hi=10)
            assert first(history, [], "Push", planned=plan) == lift("32.5", 9)

    def test_of_a_range_the_lower_end_when_last_time_was_outside_it(self) -> None:
        for reps in (7, 11):
            assert first([past(lift("32.5", reps))], [], "Push", planned=Target(reps_lo=8, reps_hi=10)) == lift(
                "32.5", 8
            )

    def test_of_a_range_the_lower_end_at_a_new_load(self) -> None:
        plan = Target(load=kg("35"), reps_lo=8, reps_hi=10)
        assert first([past(lift("32.5", 10))], [], "Push", planned=plan) == lift("35", 8)

    def test_a_plan_needs_no_history(self) -> None:
        assert suggest([], [], "Push", planned=Target(load=kg("60"), reps_lo=5, reps_hi=5)) == (lift("60", 5),)
        body = suggest([], [], "Pull", planned=Target(reps_lo=8, reps_hi=8), measure=Measure.BODYWEIGHT)
        assert body == (SetValues(reps=8),)

    def test_what_is_left_open_and_unknown_is_not_made_up(self) -> None:
        assert suggest([], [], "Push", planned=Target(reps_lo=5, reps_hi=5)) == ()
        assert suggest([], [], "Push", planned=Target(load=kg("60"))) == ()

    def test_written_seconds_and_distances_stand(self) -> None:
        held = first([past(SetValues(seconds=45))], [], "Core", measure=Measure.TIME, planned=Target(seconds=60))
        assert held == SetValues(seconds=60)
        plan = Target(distance=km("10"), seconds=3000)
        run = first([past(SetValues(distance=km("5")))], [], "Run", measure=Measure.DISTANCE, planned=plan)
        assert run == SetValues(distance=km("10"), seconds=3000)

    def test_the_effort_aimed_at_is_never_logged_as_felt(self) -> None:
        plan = Target(load=kg("60"), reps_lo=5, reps_hi=5, rpe10=80)
        assert first([], [], "Push", planned=plan).rpe10 is None


class TestKinds:
    ramp = past(lift("20", 10, WARMUP), lift("60", 5, WARMUP), lift("100", 5), lift("100", 4))

    def test_the_kind_is_that_of_this_place_last_time(self) -> None:
        assert first([self.ramp], [], "Push") == lift("20", 10, WARMUP)
        assert first([self.ramp], [lift("20", 10, WARMUP)], "Push") == lift("60", 5, WARMUP)
        assert next_kind([self.ramp], 1) is WARMUP
        assert next_kind([LAST, LAST, self.ramp], 1) is WARMUP
        assert next_kind([self.ramp], 2) is WORK

    def test_beyond_last_time_come_work_sets(self) -> None:
        assert next_kind([past(lift("20", 10, WARMUP))], 1) is WORK
        assert next_kind([], 0) is WORK

    def test_a_kind_that_was_said_looks_at_its_own_class_only(self) -> None:
        assert first([self.ramp], [], "Push", kind=WORK) == lift("100", 5)
        assert first([self.ramp], [lift("20", 10, WARMUP), lift("100", 5)], "Push", kind=WORK) == lift("100", 4)
        assert first([self.ramp], [lift("100", 5)], "Push", kind=WARMUP) == lift("20", 10, WARMUP)

    def test_drops_are_of_one_class_with_work(self) -> None:
        history = [past(lift("30", 10), lift("20", 10, DROP))]
        assert first(history, [lift("30", 10)], "Push", kind=DROP) == lift("20", 10, DROP)

    def test_a_planned_set_says_its_kind(self) -> None:
        assert first([self.ramp], [], "Push", planned=Target(reps_lo=5, reps_hi=5)) == lift("100", 5)
        warm = Target(reps_lo=10, reps_hi=10, kind=WARMUP)
        assert first([self.ramp], [], "Push", planned=warm) == lift("20", 10, WARMUP)

    def test_a_kind_that_was_said_goes_before_the_planned_one(self) -> None:
        plan = Target(load=kg("100"), reps_lo=5, reps_hi=5)
        assert first([self.ramp], [], "Push", planned=plan, kind=WARMUP) == lift("100", 5, WARMUP)


class TestStep:
    def test_the_own_step_wins_in_its_unit(self) -> None:
        assert step([LAST], unit=Unit.KG, own=kg("1")) == kg("1")
        assert step([LAST], unit=Unit.KG, own=lb("5")) == kg("10")

    def test_nothing_to_go_by(self) -> None:
        assert step([], unit=Unit.KG) == kg("2.5")
        assert step([], unit=Unit.LB) == lb("5")

    def test_the_widest_gap_depends_on_the_unit(self) -> None:
        assert step([past(lift("60", 5), lift("70", 5))], unit=Unit.KG) == kg("10")
        assert step([past(lift("60", 5), lift("70.001", 5))], unit=Unit.KG) == kg("2.5")
        assert step([past(lift(lb("60"), 5), lift(lb("80"), 5))], unit=Unit.LB) == lb("20")
        assert step([past(lift(lb("60"), 5), lift(lb("80.001"), 5))], unit=Unit.LB) == lb("5")

    def test_sessions_in_another_unit_are_passed_over(self) -> None:
        assert step([past(lift("60", 5), lift("61", 5)), past(lift(lb("60"), 5))], unit=Unit.KG) == kg("1")


def test_as_many_sets_as_last_time() -> None:
    assert set_count([past(lift("60", 8)), past(lift("60", 8)), LAST]) == 3
    assert set_count([]) is None


loads = st.none() | st.builds(Load, st.sampled_from([-5_000, 0, 20_000, 22_500, 60_000]), st.sampled_from(Unit))
distances = st.none() | st.builds(Distance, st.integers(0, 5_000), st.sampled_from(list(DistanceUnit)[:2]))
counts = st.none() | st.integers(0, 12)
kinds = st.sampled_from(SetKind)
values = st.builds(SetValues, loads, counts, counts, distances, kind=kinds)
histories = st.lists(
    st.builds(
        PastExercise, st.just("s"), st.sampled_from(["A", "B"]), st.just(date(2024, 9, 17)), st.lists(values).map(tuple)
    ),
    max_size=6,
)
ranges = st.sampled_from([(None, None), (0, 0), (5, 5), (8, 10), (5, None)])
targets = st.none() | st.builds(
    lambda reps, load, seconds, distance, kind: Target(reps[0], reps[1], load, seconds, distance, kind=kind),
    ranges,
    loads,
    counts,
    distances,
    kinds,
)


@given(histories, st.lists(values, max_size=4), targets, st.none() | kinds, st.sampled_from(Measure))
def test_whatever_happened_before(
    history: list[PastExercise],
    today: list[SetValues],
    planned: Target | None,
    kind: SetKind | None,
    measure: Measure,
) -> None:
    before = copy.deepcopy((history, today))
    answer = suggest(history, today, "A", measure=measure, planned=planned, kind=kind)
    assert (history, today) == before
    assert answer == suggest(history, today, "A", measure=measure, planned=planned, kind=kind)
    assert len(answer) <= 3
    assert len(set(answer)) == len(answer)
    for one in answer:
        assert one.rpe10 is None
        amount = {Measure.TIME: one.seconds, Measure.DISTANCE: one.distance and one.distance.milli}
        assert (amount.get(measure, one.reps) or 0) >= 1
        assert (
            measure is Measure.BODYWEIGHT
            or one.load is None
            or one.load.milli >= 0
            or one.load == planned_load(planned)
        )
        assert measure is not Measure.WEIGHT or one.load is not None
        assert kind is None or one.kind is kind


def planned_load(planned: Target | None) -> Load | None:
    return planned.load if planned else None
