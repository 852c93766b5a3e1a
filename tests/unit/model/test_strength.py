"""Estimates, volume and top sets."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import KG_PER_LB, Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.session import PerformedSet, Session, SessionExercise, SetValues, Slot, Status
from workout_tui.model.strength import e1rm, session_volume, set_e1rm, top_set, volume

WEIGHT, BODYWEIGHT, TIME, DISTANCE = Measure


def lift(load: str | None, reps: int, kind: SetKind = SetKind.WORK, unit: Unit = Unit.KG) -> SetValues:
    return SetValues(load=None if load is None else Load.of(load, unit), reps=reps, kind=kind)


BODY = Load.of("80", Unit.KG)


class TestE1rm:
    def test_one_rep_is_the_load_itself(self) -> None:
        assert e1rm(100.0, 1) == 100.0

    @pytest.mark.parametrize(("reps", "expected"), [(2, 106.6667), (5, 116.6667), (10, 133.3333), (12, 140.0)])
    def test_epley_up_to_twelve(self, reps: int, expected: float) -> None:
        assert e1rm(100.0, reps) == pytest.approx(expected, abs=1e-4)

    @pytest.mark.parametrize("reps", [None, 0, 13, 100])
    def test_nothing_beyond(self, reps: int | None) -> None:
        assert e1rm(100.0, reps) is None

    @pytest.mark.parametrize("load", [0.0, -20.0])
    def test_nothing_without_a_load(self, load: float) -> None:
        assert e1rm(load, 5) is None

    @given(st.floats(1, 500), st.integers(1, 11))
    def test_one_rep_more_is_more(self, load: float, reps: int) -> None:
        fewer, more = e1rm(load, reps), e1rm(load, reps + 1)
        assert fewer is not None
        assert more is not None
        assert more > fewer

    def test_a_set_in_its_own_unit(self) -> None:
        assert set_e1rm(WEIGHT, lift("225", 10, unit=Unit.LB)) == pytest.approx(300)

    def test_no_estimate_from_warm_ups_and_other_measures(self) -> None:
        assert set_e1rm(WEIGHT, lift("60", 5, SetKind.WARMUP)) is None
        assert set_e1rm(BODYWEIGHT, lift("20", 5)) is None
        assert set_e1rm(WEIGHT, lift(None, 5)) is None


class TestVolume:
    def test_load_times_reps(self) -> None:
        assert volume(WEIGHT, [lift("102.5", 5), lift("92.5", 8)]) == pytest.approx(1252.5)

    def test_pounds_are_added_up_in_kilograms(self) -> None:
        assert volume(WEIGHT, [lift("100", 10, unit=Unit.LB)]) == pytest.approx(1000 * KG_PER_LB)

    def test_warm_ups_never_count(self) -> None:
        assert volume(WEIGHT, [lift("60", 5, SetKind.WARMUP), lift("100", 5)]) == 500

    def test_drops_and_failures_count(self) -> None:
        assert volume(WEIGHT, [lift("30", 10, SetKind.DROP), lift("30", 10, SetKind.FAILURE)]) == 600

    def test_on_bodyweight_exercises_the_body_is_lifted_too(self) -> None:
        assert volume(BODYWEIGHT, [lift(None, 10), lift("20", 5), lift("-30", 10)], BODY) == 800 + 500 + 500

    def test_more_help_than_body_is_nothing_not_less(self) -> None:
        assert volume(BODYWEIGHT, [lift("-90", 10)], BODY) == 0

    def test_unknown_while_the_bodyweight_is(self) -> None:
        assert volume(BODYWEIGHT, [lift("20", 5)]) is None
        assert volume(BODYWEIGHT, [lift("20", 5, SetKind.WARMUP)]) == 0

    def test_times_and_distances_have_none(self) -> None:
        assert volume(TIME, [SetValues(seconds=60)], BODY) is None
        assert volume(DISTANCE, [SetValues(distance=Distance(5000, DistanceUnit.KM))], BODY) is None

    def test_a_session_adds_up_what_is_known(self) -> None:
        assert session_volume(self.session(None)) == 500
        assert session_volume(self.session(BODY)) == 500 + 800

    def session(self, bodyweight: Load | None) -> Session:
        blocks = [
            self.block(Measure.WEIGHT, lift("60", 5, SetKind.WARMUP), lift("100", 5)),
            self.block(Measure.BODYWEIGHT, lift(None, 10)),
            self.block(Measure.TIME, SetValues(seconds=60)),
        ]
        return Session(
            "s",
            Slot("t", 1),
            "Push",
            date(2024, 9, 24),
            0,
            0,
            None,
            Status.ACTIVE,
            tuple(blocks),
            bodyweight=bodyweight,
        )

    def block(self, measure: Measure, *sets: SetValues) -> SessionExercise:
        performed = tuple(PerformedSet(str(n), n, values, 0) for n, values in enumerate(sets, 1))
        return SessionExercise("b", 1, Exercise("e", "Exercise", measure), performed=performed)


class TestTopSet:
    def test_the_heaviest_then_the_most_reps(self) -> None:
        sets = [lift("100", 5), lift("102.5", 3), lift("102.5", 4), lift("60", 12)]
        assert top_set(WEIGHT, sets) == sets[2]

    def test_no_warm_up_and_no_failed_set(self) -> None:
        sets = [lift("140", 5, SetKind.WARMUP), lift("120", 0), lift("100", 5)]
        assert top_set(WEIGHT, sets) == sets[2]

    def test_less_help_is_better(self) -> None:
        sets = [lift("-30", 12), lift("-20", 5), lift(None, 1)]
        assert top_set(BODYWEIGHT, sets[:2]) == sets[1]
        assert top_set(BODYWEIGHT, sets) == sets[2]

    def test_the_longest_time_and_the_farthest_distance(self) -> None:
        held = [SetValues(load=Load.of("20", Unit.KG), seconds=30), SetValues(seconds=60)]
        assert top_set(TIME, held) == held[1]
        runs = [
            SetValues(distance=Distance(3000, DistanceUnit.KM)),
            SetValues(distance=Distance(2000, DistanceUnit.MI)),
        ]
        assert top_set(DISTANCE, runs) == runs[1]

    def test_across_units(self) -> None:
        sets = [lift("100", 5), lift("225", 5, unit=Unit.LB)]
        assert top_set(WEIGHT, sets) == sets[1]

    def test_nothing_counts(self) -> None:
        assert top_set(WEIGHT, [lift("60", 5, SetKind.WARMUP), lift(None, 5)]) is None
