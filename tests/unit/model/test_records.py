"""Records: one test for each thing that makes one, and for each that must not."""

from __future__ import annotations

import copy
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import record_history
from workout_tui.model.bests import Best, Bests
from workout_tui.model.exercise import Measure
from workout_tui.model.load import KG_PER_LB, Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.records import Record, RecordKind, records, session_records
from workout_tui.model.session import PastExercise, SetValues

WEIGHT, E1RM, REPS, TIME, DISTANCE, VOLUME = RecordKind
BODY = Load.of("80", Unit.KG)
DAY = date(2024, 9, 3)


def lift(load: str | None, reps: int, kind: SetKind = SetKind.WORK, unit: Unit = Unit.KG) -> SetValues:
    return SetValues(load=None if load is None else Load.of(load, unit), reps=reps, kind=kind)


def past(*sets: SetValues, day: int = 0, bodyweight: Load | None = None) -> PastExercise:
    return PastExercise("s", "Push", DAY + timedelta(day), sets, bodyweight=bodyweight)


def bests(*sessions: PastExercise, measure: Measure = Measure.WEIGHT) -> Bests:
    return Bests.of(measure, sessions)


def kinds(found: tuple[Record, ...]) -> list[RecordKind]:
    return [record.kind for record in found]


USUAL = bests(past(lift("100", 5), lift("100", 5), lift("80", 8)))
"""volume 1640, e1RM 116.7"""


class TestWhatNeverCounts:
    def test_none_on_an_exercises_first_session(self) -> None:
        fresh = bests()
        assert records(fresh, lift("100", 5)) == ()
        assert records(fresh.and_set(lift("60", 5), DAY), lift("100", 5)) == ()
        assert session_records(fresh, past(lift("60", 5), lift("100", 5))) == ()

    def test_a_session_of_warm_ups_is_no_first_session(self) -> None:
        warm = bests(past(lift("60", 5, SetKind.WARMUP)))
        assert records(warm, lift("100", 5)) == ()
        assert session_records(warm, past(lift("60", 5), lift("100", 5))) == ()

    def test_warm_ups_never_count(self) -> None:
        assert records(USUAL, lift("140", 5, SetKind.WARMUP)) == ()
        assert session_records(USUAL, past(lift("140", 5, SetKind.WARMUP))) == ()
        assert records(bests(past(lift("140", 5, SetKind.WARMUP), lift("100", 5))), lift("105", 1))[0].was == 100

    def test_a_failed_set_never_counts(self) -> None:
        assert records(USUAL, lift("140", 0)) == ()
        assert records(bests(past(lift("140", 0), lift("100", 5))), lift("105", 1))[0].was == 100

    def test_the_same_again_is_no_record(self) -> None:
        assert records(USUAL, lift("100", 5)) == ()
        assert session_records(USUAL, past(lift("100", 5), lift("100", 5), lift("80", 8))) == ()


class TestWeight:
    def test_heavier_than_ever(self) -> None:
        (record,) = records(USUAL, lift("102.5", 1))
        assert record == Record(WEIGHT, 102.5, "kg", 100.0, DAY, Load.of("102.5", Unit.KG))

    def test_the_day_is_that_of_the_first_time(self) -> None:
        again = bests(past(lift("100", 5)), past(lift("100", 5), day=7))
        assert records(again, lift("105", 1))[0].was_day == DAY

    def test_less_help_is_better(self) -> None:
        helped = bests(past(lift("-30", 8)), measure=Measure.BODYWEIGHT)
        assert kinds(records(helped, lift("-20", 3))) == [WEIGHT]
        assert records(helped, lift("-40", 3)) == ()

    def test_bodyweight_alone_beats_help_and_is_told_in_its_unit(self) -> None:
        helped = bests(past(lift("-30", 8, unit=Unit.LB)), measure=Measure.BODYWEIGHT)
        (record,) = records(helped, lift(None, 1))
        assert (record.value, record.unit) == (0, "lb")
        assert record.was == pytest.approx(-30)

    def test_across_units_by_kilograms(self) -> None:
        pounds = bests(past(lift("220", 5, unit=Unit.LB)))
        (record, *_) = records(pounds, lift("100", 1))
        assert (record.value, record.unit) == (100, "kg")
        assert record.was == pytest.approx(220 * KG_PER_LB)

    def test_the_noise_of_a_conversion_is_not_heavier(self) -> None:
        noisy = Bests(Measure.WEIGHT, sessions=1, weight=Best(100 - 1e-11, DAY, since=0))
        assert records(noisy, lift("100", 1)) == ()
        assert kinds(records(noisy, lift("100.001", 1))) == [WEIGHT]


class TestE1rm:
    def test_higher_than_ever_and_the_formula_is_named(self) -> None:
        record = next(one for one in records(USUAL, lift("95", 8)) if one.kind is E1RM)
        assert record.value == pytest.approx(95 * (1 + 8 / 30))
        assert record.was == pytest.approx(100 * (1 + 5 / 30))
        assert record.formula == "Epley"

    def test_in_the_unit_of_the_set(self) -> None:
        record = next(one for one in records(USUAL, lift("225", 10, unit=Unit.LB)) if one.kind is E1RM)
        assert record.value == pytest.approx(300)
        assert record.unit == "lb"

    def test_more_than_twelve_reps_estimate_nothing(self) -> None:
        assert E1RM not in kinds(records(USUAL, lift("95", 13)))

    def test_what_was_never_estimated_cannot_be_beaten(self) -> None:
        assert E1RM not in kinds(records(bests(past(lift("40", 20))), lift("40", 12)))


class TestReps:
    def test_most_at_a_load(self) -> None:
        record = next(one for one in records(USUAL, lift("80", 9)) if one.kind is REPS)
        assert record == Record(REPS, 9, "reps", 8, DAY, Load.of("80", Unit.KG))

    def test_more_reps_with_more_load_stand_above(self) -> None:
        heavier = bests(past(lift("80", 8)), past(lift("85", 10)))
        assert REPS not in kinds(records(heavier, lift("80", 9)))
        assert records(heavier, lift("80", 11))[0].was == 10

    def test_a_load_never_lifted_before_has_no_reps_to_beat(self) -> None:
        assert records(USUAL, lift("20", 8)) == ()

    def test_a_load_lifted_first_today_has_none_either(self) -> None:
        assert REPS not in kinds(records(USUAL.and_set(lift("20", 8), DAY), lift("20", 9)))

    def test_more_than_twelve_reps_count(self) -> None:
        assert REPS in kinds(records(bests(past(lift("40", 20))), lift("40", 21)))

    def test_bodyweight_alone(self) -> None:
        assert kinds(records(bests(past(lift(None, 8)), measure=Measure.BODYWEIGHT), lift(None, 9))) == [REPS]


class TestVolume:
    def test_one_exercise_in_one_session(self) -> None:
        live = USUAL.and_set(lift("100", 5), DAY).and_set(lift("100", 5), DAY)
        assert kinds(records(live, lift("80", 8))) == []
        (record,) = records(live.and_set(lift("80", 8), DAY), lift("20", 1))
        assert record == Record(VOLUME, 1660, "kg", 1640, DAY)

    def test_it_is_said_once_while_logging(self) -> None:
        live = USUAL.and_set(lift("100", 5), DAY).and_set(lift("100", 5), DAY).and_set(lift("80", 8), DAY)
        assert records(live.and_set(lift("20", 1), DAY), lift("20", 1)) == ()

    def test_sessions_are_not_added_up(self) -> None:
        twice = bests(past(lift("100", 5)), past(lift("100", 5), day=7))
        assert twice.volume is not None
        assert twice.volume.value == 500

    def test_bodyweight_exercises_need_the_bodyweight(self) -> None:
        known = bests(past(lift(None, 10), bodyweight=BODY), measure=Measure.BODYWEIGHT)
        live = known.and_set(lift(None, 10), DAY, BODY)
        assert kinds(records(live, lift(None, 1), BODY)) == [VOLUME]
        assert records(known.and_set(lift(None, 10), DAY), lift(None, 1)) == ()

    def test_an_unknown_volume_cannot_be_beaten(self) -> None:
        unknown = bests(past(lift(None, 10)), measure=Measure.BODYWEIGHT)
        assert records(unknown, lift(None, 10), BODY) == ()


class TestOtherMeasures:
    def test_longest_at_a_load(self) -> None:
        held = bests(past(SetValues(seconds=60)), measure=Measure.TIME)
        assert records(held, SetValues(seconds=61)) == (Record(TIME, 61, "s", 60, DAY),)
        assert kinds(records(held, SetValues(load=Load.of("10", Unit.KG), seconds=90))) == [WEIGHT]

    def test_farthest_in_the_unit_of_the_set(self) -> None:
        ran = bests(past(SetValues(distance=Distance(5_000, DistanceUnit.KM))), measure=Measure.DISTANCE)
        (record,) = records(ran, SetValues(distance=Distance(4_000, DistanceUnit.MI)))
        assert (record.kind, record.unit) == (DISTANCE, "mi")
        assert record.value == pytest.approx(4)
        assert record.was == pytest.approx(3.10686, abs=1e-5)
        assert records(ran, SetValues(distance=Distance(3_000, DistanceUnit.MI))) == ()


class TestWholeSession:
    def test_of_each_kind_the_best(self) -> None:
        found = session_records(USUAL, past(lift("102.5", 5), lift("105", 5), lift("105", 4), lift("80", 9)))
        assert [(one.place, one.record.kind) for one in found] == [(1, WEIGHT), (1, E1RM), (3, REPS), (3, VOLUME)]
        assert [one.record.was for one in found[:2]] == [100, pytest.approx(116.667, abs=1e-3)]
        assert found[3].record.value == pytest.approx(512.5 + 525 + 420 + 720)

    def test_the_best_of_sets_in_two_units(self) -> None:
        found = session_records(USUAL, past(lift("105", 1), lift("230", 1, unit=Unit.LB)))
        assert found[0] == (0, Record(WEIGHT, 105, "kg", 100, DAY, Load.of("105", Unit.KG)))

    def test_a_heavier_set_covers_a_lighter_one(self) -> None:
        found = session_records(bests(past(lift("30", 9), lift("32.5", 9))), past(lift("30", 10), lift("32.5", 10)))
        assert [(one.place, one.record.kind) for one in found] == [(1, E1RM), (1, REPS), (1, VOLUME)]

    def test_the_history_of_records(self) -> None:
        history = [past(lift("100", 5)), past(lift("102.5", 5), day=7), past(lift("102.5", 6), day=14)]
        told = [(one.day, placed.record.kind) for one, placed in record_history(Measure.WEIGHT, history)]
        second, third = DAY + timedelta(7), DAY + timedelta(14)
        assert told == [
            *[(second, kind) for kind in (WEIGHT, E1RM, VOLUME)],
            *[(third, kind) for kind in (E1RM, REPS, VOLUME)],
        ]


loads = st.none() | st.builds(Load, st.sampled_from([-20_000, 0, 20_000, 22_500, 60_000]), st.sampled_from(Unit))
values = st.builds(
    SetValues,
    loads,
    st.none() | st.integers(0, 14),
    st.none() | st.integers(0, 90),
    st.none() | st.builds(Distance, st.integers(0, 5_000), st.sampled_from(DistanceUnit)),
    kind=st.sampled_from(SetKind),
)
sessions = st.builds(
    PastExercise,
    st.just("s"),
    st.just("Push"),
    st.dates(date(2020, 1, 1), date(2024, 1, 1)),
    st.lists(values, max_size=4).map(tuple),
    bodyweight=st.none() | st.just(BODY),
)


@given(st.lists(sessions, max_size=5), st.sampled_from(Measure))
def test_every_record_is_strictly_more_than_what_it_beat(history: list[PastExercise], measure: Measure) -> None:
    before = copy.deepcopy(history)
    for one, placed in record_history(measure, history):
        assert placed.record.value > placed.record.was
        assert one.sets[placed.place].kind is not SetKind.WARMUP
    assert history == before


@given(st.lists(sessions, max_size=5), st.sampled_from(Measure))
def test_made_again_it_is_no_record(history: list[PastExercise], measure: Measure) -> None:
    made = Bests.of(measure, history)
    for one in history:
        assert session_records(made, one) == ()
        assert all(records(made, one_set, one.bodyweight) == () for one_set in one.sets)


@given(st.lists(sessions, min_size=1, max_size=5), st.sampled_from(Measure))
def test_what_a_whole_session_beat_was_said_while_logging(history: list[PastExercise], measure: Measure) -> None:
    *earlier, today = history
    live = Bests.of(measure, earlier)
    whole = {placed.record.kind for placed in session_records(live, today)}
    said = set()
    for one in today.sets:
        said |= {record.kind for record in records(live, one, today.bodyweight)}
        live = live.and_set(one, today.day, today.bodyweight)
    assert whole == said
