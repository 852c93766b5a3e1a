"""Folding peaks gives what folding every set gives."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.bests import Bests, e1rm_kg
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.peaks import Peak, bests_of
from workout_tui.model.plan import SetKind
from workout_tui.model.session import PastExercise, SetValues
from workout_tui.model.strength import amount, counts, load_kg, volume

LOADS = st.none() | st.builds(Load, st.integers(0, 20).map(lambda n: n * 2500), st.sampled_from(Unit))
SETS = st.builds(
    SetValues,
    LOADS,
    st.none() | st.integers(0, 15),
    st.none() | st.integers(0, 90),
    st.none() | st.builds(Distance, st.integers(0, 5).map(lambda n: n * 1000), st.just(DistanceUnit.KM)),
    st.none(),
    st.sampled_from(SetKind),
)
WEIGHTS = st.none() | st.just(Load(80_000, Unit.KG))
SESSIONS = st.lists(st.tuples(st.lists(SETS, min_size=1, max_size=6), WEIGHTS), max_size=8)


def peaks(measure: Measure, history: list[PastExercise]) -> list[Peak]:
    """The peaks as the store adds them up: by session and by the load as typed."""
    found = []
    for number, past in enumerate(history):
        counting = sorted((one for one in past.sets if counts(measure, one)), key=lambda one: str(one.load))
        for _, same in groupby(counting, key=lambda one: one.load):
            sets = list(same)
            estimates = [value for one in sets if (value := e1rm_kg(measure, one)) is not None]
            found.append(
                Peak(
                    number,
                    past.day,
                    sets[0].load,
                    load_kg(sets[0]),
                    max(amount(measure, one) for one in sets),
                    max(estimates, default=None),
                    volume(measure, sets, past.bodyweight),
                )
            )
    return found


@given(st.sampled_from(Measure), SESSIONS)
def test_folding_peaks_is_folding_sets(measure: Measure, sessions: list[tuple[list[SetValues], Load | None]]) -> None:
    history = [
        PastExercise(str(n), "A", date(2024, 1, 1) + timedelta(days=n), tuple(sets), bodyweight=bodyweight)
        for n, (sets, bodyweight) in enumerate(sessions)
    ]
    fast, slow = bests_of(measure, peaks(measure, history)), Bests.of(measure, history)
    assert rounded(fast) == rounded(slow)


def rounded(bests: Bests) -> Bests:
    """Sums in another order differ in their last digit, and equal loads may be told in either unit."""
    return bests._replace(
        volume=bests.volume and bests.volume._replace(value=round(bests.volume.value, 6)),
        rungs=tuple(rung._replace(kg=round(rung.kg, 6), load=None) for rung in bests.rungs),
    )


def test_nothing() -> None:
    assert bests_of(Measure.WEIGHT, []) == Bests(Measure.WEIGHT)
