"""Next targets: a step up, only when it was truly earned.

All planned work sets must have been made at the planned load or more, with all their reps; of a
range, its top. Otherwise the load stays, so a range is filled first (double progression). Where
the plan leaves the load open, the one lifted last time stands for it. A load that was missed again and
again goes down, if the template says so. Percentages are of a training max that only the lifter, or the
next run of a program, moves.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import SetKind, Target, TemplateExercise
from workout_tui.model.strength import amount, load_kg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workout_tui.model.exercise import Exercise
    from workout_tui.model.plates import Rack
    from workout_tui.model.session import PastExercise, SetValues

_JUDGED = {SetKind.WORK, SetKind.FAILURE}
"""what has to be made; drops go up with them, warm-ups stay"""
_NOISE = 1e-9
"""what a conversion may lose, in kilograms and in metres"""


class NextTargets(NamedTuple):
    """The targets for the next time, and why."""

    targets: tuple[Target, ...]
    change: Load | None = None
    """how much went onto the load; None: nothing"""
    reason: str = ""
    """in words for the lifter: “all 4 × 5 made”, “set 3 made 4 of 5”; nothing where no rule applies"""


def next_targets(
    exercise: TemplateExercise,
    last: PastExercise | None,
    *,
    rewritten: bool = False,
    earlier: Sequence[PastExercise] = (),
    rounded: Callable[[Load], Load] | None = None,
) -> NextTargets:
    """What to aim at, after `last`: the last session of this exercise in this template, with its plan.

    The targets stand as they are written when there is no rule, no last time, none with a plan, or
    when the written loads were changed since (`rewritten`).

    Args:
        exercise: with its rules.
        last: the last session of it in this template.
        rewritten: whether its targets were written anew since.
        earlier: the sessions before `last`, oldest first: a deload looks at as many as it needs.
        rounded: the nearest load that can be had, for a deload.
    """
    measure = exercise.exercise.measure
    unit = _unit(exercise, last)
    places = _places(measure, last, unit) if unit and last else []
    if unit is None or not places or rewritten:
        return NextTargets(exercise.targets)
    missing = _missing(measure, places)
    if missing and _is_deload_due(exercise, [*earlier, last] if last else []):
        return _lowered(exercise, places, missing, rounded or _as_it_is)
    missing = missing or _unlike(places, unit)
    step = exercise.step.milli if exercise.step else 0
    gain = 0 if missing or not step else step + min(place.surplus for place in places)
    targets = _moved(exercise.targets, places, gain)
    raised = gain and targets != _moved(exercise.targets, places, 0)
    return NextTargets(targets, Load(gain, unit) if raised else None, missing or _all_made(measure, places))


def at_percentages(targets: Sequence[Target], training_max: Load | None, rack: Rack) -> tuple[Target, ...]:
    """The targets with the nearest load that can be had in the place of each percentage; open without a max."""
    return tuple(_at_percentage(target, training_max, rack) for target in targets)


def is_made(exercise: Exercise, past: PastExercise) -> bool:
    """Whether all that was planned of an exercise in a session was truly made."""
    places = _places(exercise.measure, past, Unit.KG)
    return bool(places) and not _missing(exercise.measure, places)


def _at_percentage(target: Target, training_max: Load | None, rack: Rack) -> Target:
    if target.percent10 is None:
        return target
    if training_max is None:
        return replace(target, percent10=None)
    load = Load(training_max.milli * target.percent10 // 1000, training_max.unit)
    return replace(target, percent10=None, load=rack.nearest(load))


def _unit(exercise: TemplateExercise, last: PastExercise | None) -> Unit | None:
    """What the rule counts in; None when there is none."""
    if exercise.step is not None:
        return exercise.step.unit
    loads = (target.load for target in (last.planned if last else ()) if target.load)
    return next((load.unit for load in loads), None) if exercise.deload else None


def _is_deload_due(exercise: TemplateExercise, sessions: Sequence[PastExercise]) -> bool:
    """Whether the load that stood last was missed as often in a row as the deload waits for."""
    if exercise.deload is None:
        return False
    latest = list(reversed(sessions))[: exercise.deload.after]
    stood = [[target.load for target in one.planned if target.kind in _JUDGED] for one in latest]
    missed = (not is_made(exercise.exercise, one) and bool(one.planned) for one in latest)
    return len(latest) == exercise.deload.after and all(one == stood[0] for one in stood) and all(missed)


def _lowered(
    exercise: TemplateExercise, places: Sequence[_Place], missing: str, rounded: Callable[[Load], Load]
) -> NextTargets:
    assert exercise.deload is not None
    percent, after = exercise.deload.percent, exercise.deload.after
    stands = _moved(exercise.targets, places, 0)
    targets = tuple(_less(target, percent, rounded) for target in stands)
    tops = [[target.load for target in some if target.kind in _JUDGED and target.load] for some in (stands, targets)]
    before, now = (max(loads, key=lambda load: load.milli, default=None) for loads in tops)
    change = Load(now.milli - before.milli, now.unit) if now and before and now != before else None
    again = missing if after == 1 else f"missed {after} times in a row"
    return NextTargets(targets, change, f"{again}, {percent} % off")


def _less(target: Target, percent: int, rounded: Callable[[Load], Load]) -> Target:
    if target.load is None or target.kind is SetKind.WARMUP or target.load.milli <= 0:
        return target
    return replace(target, load=rounded(Load(target.load.milli * (100 - percent) // 100, target.load.unit)))


def _as_it_is(load: Load) -> Load:
    return load


class _Place(NamedTuple):
    """A planned work set: what was asked, what was made of it, and the load that stood for it."""

    target: Target
    made: SetValues | None
    load: Load | None

    @property
    def surplus(self) -> int:
        """The thousandths lifted beyond the load that stood."""
        lifted = self.made.load if self.made else None
        return lifted.milli - self.load.milli if lifted and self.load and lifted.unit is self.load.unit else 0


def _places(measure: Measure, last: PastExercise, unit: Unit) -> list[_Place]:
    """The planned work sets of last time, in order.

    A load left open is the one lifted, but among sets of the same reps none is lighter than the first:
    a weight taken off on the way is no weight that was made.
    """
    made = [values for values in last.sets if values.kind in _JUDGED]
    nothing = None if measure is Measure.WEIGHT else Load(0, unit)
    firsts: dict[tuple[int | None, int | None], Load] = {}
    places = []
    for n, target in enumerate(target for target in last.planned if target.kind in _JUDGED):
        values = made[n] if n < len(made) else None
        lifted = (values.load or nothing) if values else None
        first = firsts.get((target.reps_lo, target.reps_hi)) or lifted
        if first:
            firsts[target.reps_lo, target.reps_hi] = first
        heavier = lifted if lifted and first and lifted.kg > first.kg else first
        places.append(_Place(target, values, target.load or heavier))
    return places


def _missing(measure: Measure, places: Sequence[_Place]) -> str:
    """The first thing that was not made, in words; nothing when all was."""
    for n, (target, values, load) in enumerate(places, 1):
        if values is None:
            return f"{n - 1} of {len(places)} sets done"
        if load and load_kg(values) < load.kg - _NOISE:
            return f"set {n} was under {load}"
        wanted, done = _wanted(measure, target), amount(measure, values)
        if done < wanted - _NOISE or not done:
            return f"set {n} made {_told(measure, values, target)}"
    return ""


def _unlike(places: Sequence[_Place], unit: Unit) -> str:
    """Why the step cannot be added, in words: nothing is ever converted."""
    other = next((place.load.unit for place in places if place.load and place.load.unit is not unit), None)
    return f"the step is in {unit}, the load in {other}" if other else ""


def _wanted(measure: Measure, target: Target) -> float:
    """How much the rule asks for: the top of the reps, the seconds, the metres; 0 when it is left open."""
    if measure is Measure.TIME:
        return target.seconds or 0
    if measure is Measure.DISTANCE:
        return target.distance.metres if target.distance else 0
    return target.reps_hi or target.reps_lo or 0


def _told(measure: Measure, values: SetValues, target: Target) -> str:
    """What was made of what was wanted: “4 of 5”."""
    if measure is Measure.DISTANCE:
        return f"{values.distance or 0} of {target.distance or 'any distance'}"
    seconds = " s" if measure is Measure.TIME else ""
    return f"{amount(measure, values):g} of {_wanted(measure, target) or 1:g}{seconds}"


def _all_made(measure: Measure, places: Sequence[_Place]) -> str:
    """“all 4 × 5 made”, or “all 4 sets made” when they differ."""
    reps = {_wanted(measure, place.target) for place in places}
    every, sets = ("all ", "sets") if len(places) > 1 else ("", "set")
    if measure in {Measure.WEIGHT, Measure.BODYWEIGHT} and len(reps) == 1 and 0 not in reps:
        return f"{every}{len(places)} × {reps.pop():g} made"
    return f"{every}{len(places)} {sets} made"


def _moved(written: Sequence[Target], places: Sequence[_Place], gain: int) -> tuple[Target, ...]:
    """The written targets at the loads of last time, `gain` thousandths higher; warm-ups as they are.

    Written loads keep their distances: a back-off set stays as far below the top set as it is written.
    """
    stood = iter([place.load for place in places])
    shift = _shift(written, places[0])
    targets = []
    for target in written:
        load, more = target.load, gain + (shift or 0)
        if load is None and target.kind in _JUDGED:
            load, more = next(stood, places[-1].load), gain  # a set written since then goes like the last one
        elif shift is None or target.kind is SetKind.WARMUP:
            more = 0
        moved = Load(load.milli + more, load.unit) if load else None
        targets.append(replace(target, load=moved) if moved and (target.load or moved.milli) else target)
    return tuple(targets)


def _shift(written: Sequence[Target], first: _Place) -> int | None:
    """How far the loads of last time stood from the written ones; None when they cannot be compared."""
    base = next((target.load for target in written if target.kind in _JUDGED and target.load), None)
    planned = first.target.load
    return planned.milli - base.milli if base and planned and base.unit is planned.unit else None
