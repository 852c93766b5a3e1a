"""How much a set was: estimated one-rep maximum, volume, top set.

All sums are in kilograms, to compare and to add up. Warm-ups count to nothing, nor does a set in
which nothing was done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.plan import SetKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_tui.model.load import Load
    from workout_tui.model.session import Session, SetValues

FORMULA = "Epley"
"""the formula of every estimate, named wherever one is shown"""
MOST_REPS = 12
"""an estimate from more reps than these says nothing"""


def e1rm(load: float, reps: int | None) -> float | None:
    """The estimated one-rep maximum by Epley, in the unit of `load`; None beyond 12 reps and for no load.

    One rep is the load itself: nothing is estimated about what was lifted.
    """
    if reps is None or not 1 <= reps <= MOST_REPS or load <= 0:
        return None
    return load if reps == 1 else load * (1 + reps / 30)


def amount(measure: Measure, values: SetValues) -> float:
    """How much was done at the load: reps, seconds or metres; 0 for nothing."""
    if measure is Measure.TIME:
        return values.seconds or 0
    if measure is Measure.DISTANCE:
        return values.distance.metres if values.distance else 0
    return values.reps or 0


def counts(measure: Measure, values: SetValues) -> bool:
    """Whether a set counts to volume and records: no warm-up, and something was done."""
    loaded = measure is not Measure.WEIGHT or values.load is not None
    return loaded and values.kind is not SetKind.WARMUP and amount(measure, values) > 0


def load_kg(values: SetValues) -> float:
    """The load in kilograms: negative for assistance, 0 for none."""
    return values.load.kg if values.load else 0.0


def set_e1rm(measure: Measure, values: SetValues) -> float | None:
    """The estimate from one set in the unit of its load; None for warm-ups and all but weight exercises."""
    if measure is not Measure.WEIGHT or values.load is None or not counts(measure, values):
        return None
    return e1rm(values.load.to(values.load.unit), values.reps)


def volume(measure: Measure, sets: Iterable[SetValues], bodyweight: Load | None = None) -> float | None:
    """Load × reps over the sets of an exercise, in kilograms.

    On bodyweight exercises the body is lifted too: None while its weight is unknown. None also for
    times and distances, which have no such sum.
    """
    if measure in {Measure.TIME, Measure.DISTANCE}:
        return None
    counting = [one for one in sets if counts(measure, one)]
    if measure is Measure.WEIGHT:
        return sum(max(0.0, load_kg(one)) * (one.reps or 0) for one in counting)
    if bodyweight is None:
        return None if counting else 0.0
    return sum(max(0.0, bodyweight.kg + load_kg(one)) * (one.reps or 0) for one in counting)


def session_volume(session: Session) -> float:
    """The volume of a whole session in kilograms, as far as it is known."""
    known = (
        volume(block.exercise.measure, (one.values for one in block.performed), session.bodyweight)
        for block in session.exercises
    )
    return sum(filter(None, known))


def top_set(measure: Measure, sets: Iterable[SetValues]) -> SetValues | None:
    """The heaviest set, of these the one with most reps; less help is heavier. The longest time or distance.

    The earliest of equal ones; None when no set counts.
    """

    def rank(values: SetValues) -> tuple[float, float]:
        load, done = load_kg(values), amount(measure, values)
        return (load, done) if measure in {Measure.WEIGHT, Measure.BODYWEIGHT} else (done, load)

    return max((one for one in sets if counts(measure, one)), key=rank, default=None)
