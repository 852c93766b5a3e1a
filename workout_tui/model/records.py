"""Records: strictly better than ever before.

`Bests` is built from the past, session by session, and answers both while a set is being typed
(“would this be a record?”) and for the whole history. There is no record on an exercise's first
session, warm-ups never count, and what was never measured before cannot be beaten.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.bests import KG_PER, Bests, beats, e1rm_kg, plus
from workout_tui.model.exercise import Measure
from workout_tui.model.load import METRES_PER, Load, Unit
from workout_tui.model.strength import FORMULA, amount, counts, load_kg, volume

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from workout_tui.model.session import PastExercise, SetValues


class RecordKind(StrEnum):
    """What was better than before."""

    WEIGHT = "weight"
    """the heaviest load; on bodyweight exercises most added, or least help"""
    E1RM = "e1rm"
    """the highest estimated one-rep maximum"""
    REPS = "reps"
    """more reps than ever at a load lifted before, or at anything heavier"""
    TIME = "time"
    """longer than ever at such a load"""
    DISTANCE = "distance"
    """farther than ever at such a load"""
    VOLUME = "volume"
    """the most volume of one exercise in one session"""


FOREMOST_FIRST = (
    RecordKind.E1RM,
    RecordKind.WEIGHT,
    RecordKind.TIME,
    RecordKind.DISTANCE,
    RecordKind.REPS,
    RecordKind.VOLUME,
)
"""the kinds of record by which of several made at once is told"""


class Record(NamedTuple):
    """A record and what it beat, both in `unit`: that of the set, “reps”, or “s”."""

    kind: RecordKind
    value: float
    unit: str
    was: float
    was_day: date
    load: Load | None = None
    """the load it was made at; None for volumes and without one"""
    formula: str = ""
    """how the value was estimated, when it was"""


class PlacedRecord(NamedTuple):
    """A record and the place, from 0, of the set that made it."""

    place: int
    record: Record


def records(bests: Bests, values: SetValues, bodyweight: Load | None = None) -> tuple[Record, ...]:
    """The records one more set makes (or would make) after all that `bests` holds."""
    if not counts(bests.measure, values):
        return ()
    found = [_weight(bests, values), _e1rm(bests, values), _most(bests, values)]
    if bests.volume and bests.so_far is not None and not beats(bests.so_far, bests.volume.value):
        found.append(_volume(bests, values, plus(bests.so_far, volume(bests.measure, [values], bodyweight))))
    return tuple(one for one in found if one is not None)


def session_records(before: Bests, past: PastExercise) -> tuple[PlacedRecord, ...]:
    """The records a whole session made against all before it: of each kind the best, of reps at each load.

    What a heavier set of the same session covers is no record of its own. A volume record stands
    with the last set that counts.
    """
    sets = [(place, values) for place, values in enumerate(past.sets) if counts(before.measure, values)]
    if not sets:
        return ()
    found = [*_best_of(_weight, before, sets), *_best_of(_e1rm, before, sets), *_rungs_climbed(before, sets)]
    place, last = sets[-1]
    total = _volume(before, last, volume(before.measure, past.sets, past.bodyweight))
    return (*found, PlacedRecord(place, total)) if total else tuple(found)


def _weight(bests: Bests, values: SetValues) -> Record | None:
    old = bests.beaten(bests.weight, load_kg(values))
    if old is None:
        return None
    unit = _unit(bests, values)
    value = values.load.to(unit) if values.load else 0.0
    return Record(RecordKind.WEIGHT, value, unit, old.value / KG_PER[unit], old.day, values.load)


def _e1rm(bests: Bests, values: SetValues) -> Record | None:
    estimate = e1rm_kg(bests.measure, values)
    old = bests.beaten(bests.e1rm, estimate or 0.0)
    if estimate is None or old is None:
        return None
    per = KG_PER[unit := _unit(bests, values)]
    return Record(RecordKind.E1RM, estimate / per, unit, old.value / per, old.day, values.load, FORMULA)


def _most(bests: Bests, values: SetValues) -> Record | None:
    done, best = amount(bests.measure, values), bests.most_at(load_kg(values))
    if best is None or not beats(done, best.most):
        return None
    if bests.measure is Measure.DISTANCE and values.distance:
        per = METRES_PER[values.distance.unit]
        unit: str = values.distance.unit
        return Record(RecordKind.DISTANCE, done / per, unit, best.most / per, best.day, values.load)
    kind, unit = (RecordKind.TIME, "s") if bests.measure is Measure.TIME else (RecordKind.REPS, "reps")
    return Record(kind, done, unit, best.most, best.day, values.load)


def _volume(bests: Bests, values: SetValues, total: float | None) -> Record | None:
    old = bests.beaten(bests.volume, total or 0.0)
    if total is None or old is None:
        return None
    per = KG_PER[unit := _unit(bests, values)]
    return Record(RecordKind.VOLUME, total / per, unit, old.value / per, old.day)


def _best_of(
    rule: Callable[[Bests, SetValues], Record | None], before: Bests, sets: Sequence[tuple[int, SetValues]]
) -> list[PlacedRecord]:
    """The best record of one kind among the sets, the earliest of equal ones, if there is any."""
    made = [PlacedRecord(place, record) for place, values in sets if (record := rule(before, values))]
    return sorted(made, key=lambda placed: -placed.record.value * KG_PER[Unit(placed.record.unit)])[:1]


def _rungs_climbed(before: Bests, sets: Sequence[tuple[int, SetValues]]) -> list[PlacedRecord]:
    """The records of most reps, heaviest first, each with more reps than those at heavier loads."""
    found: list[PlacedRecord] = []
    covered = 0.0
    for place, values in sorted(sets, key=lambda one: (-load_kg(one[1]), -amount(before.measure, one[1]))):
        record, done = _most(before, values), amount(before.measure, values)
        if record and beats(done, covered):
            found.append(PlacedRecord(place, record))
        covered = max(covered, done)
    return found


def _unit(bests: Bests, values: SetValues) -> Unit:
    """The unit to tell a record in: of the set, else of the heaviest load lifted before."""
    if values.load:
        return values.load.unit
    return next((rung.load.unit for rung in reversed(bests.rungs) if rung.load), Unit.KG)
