"""What Enter will log, and what probably comes after it.

“Enter repeats what you usually did next, counted over your last 20 sessions; recent ones, this
workout and those that stood at today's weight count more.” What a template writes for a set goes
before that. Nothing is converted or rounded: only sessions in the same unit vote. And nobody's
progress is guessed: only a template's own step may raise a number.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.exercise import Measure, name_key
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import PastExercise, SetValues
from workout_tui.model.votes import SESSIONS, SUGGESTIONS, Pair, Past, Rules, common_step, predict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WIDEST_GAP = {Unit.KG: 10_000, Unit.LB: 20_000}
_USUAL_STEP = {Unit.KG: 2_500, Unit.LB: 5_000}
_REPPED = {Measure.WEIGHT, Measure.BODYWEIGHT}
_NOTCH = {Measure.WEIGHT: 1, Measure.BODYWEIGHT: 1, Measure.TIME: 5, Measure.DISTANCE: 0}
"""the least change worth offering: a rep, five seconds; no distance is made up"""


def suggest(
    history: Sequence[PastExercise],
    today: Sequence[SetValues],
    title: str,
    *,
    measure: Measure = Measure.WEIGHT,
    unit: Unit = Unit.KG,
    distance_unit: DistanceUnit | None = None,
    planned: Target | None = None,
    kind: SetKind | None = None,
    own_step: Load | None = None,
) -> tuple[SetValues, ...]:
    """What the next set will probably be, best first: at most three, all different; the first is what Enter logs.

    Args:
        history: earlier sessions of this exercise, oldest first.
        today: the sets of it done in this session, in order.
        title: today's workout; sessions of the same title count more.
        measure: how the exercise is counted.
        unit: what it is loaded in, unless the plan or the last set of today says otherwise.
        distance_unit: the same for distances; None: that of the newest one known.
        planned: the target written for the set. Its load stands, and so do its reps; of a range the
            voted reps if they lie in it at that load, else its lower end.
        kind: what the lifter says the set is. With it, or with a plan, only sets of that class
            (warm-ups, or all others) are looked at.
        own_step: the step written for the exercise.

    A suggestion can always be logged: while there is no idea of the reps, or of the load of a
    weight exercise, there is none. How long a distance will take is not
    foretold, unless it is written.
    """
    said = kind or (planned.kind if planned else None)
    shown = said or next_kind(history, len(today))
    done = _of_class(today, said)
    frame = _frame(measure=measure, unit=unit, distance_unit=distance_unit, planned=planned, done=done, history=history)
    voted = _voted(frame, history, done, kind=said, title=title, own_step=own_step) if frame.fits(done[-1:]) else ()
    ideas = dict.fromkeys((*frame.as_planned(planned, voted), *voted) if planned else voted)
    suggestions = [frame.values(pair, shown) for pair in islice(ideas, SUGGESTIONS)]
    if suggestions and planned and planned.distance and measure is Measure.DISTANCE:
        suggestions[0] = replace(suggestions[0], seconds=planned.seconds)
    return tuple(suggestions)


def step(history: Sequence[PastExercise], *, unit: Unit, own: Load | None = None) -> Load:
    """What `+` and `-` add and take: the exercise's own step, else the commonest small gap between its loads."""
    if own is not None and own.unit is unit:
        return own
    loads = (_loads(past.sets, unit) for past in reversed(history))
    pasts = [Past("", tuple((milli, 1) for milli in some)) for some in islice(filter(None, loads), SESSIONS)]
    return Load(common_step(pasts, _WIDEST_GAP[unit]) or _USUAL_STEP[unit], unit)


def set_count(history: Sequence[PastExercise]) -> int | None:
    """How many sets to expect: as many as last time; None for an exercise never done."""
    return len(history[-1].sets) if history else None


def next_kind(history: Sequence[PastExercise], place: int) -> SetKind:
    """The kind the last session had after its first `place` sets; a work set where it had none."""
    sets = history[-1].sets if history else ()
    return sets[place].kind if place < len(sets) else SetKind.WORK


def warmups_ahead(history: Sequence[PastExercise], place: int) -> int:
    """How many warm-ups in a row the last session had after its first `place` sets."""
    sets = history[-1].sets[place:] if history else ()
    return sum(1 for _ in takewhile(lambda one: one.kind is SetKind.WARMUP, sets))


def _of_class(sets: Sequence[SetValues], kind: SetKind | None) -> Sequence[SetValues]:
    """The warm-ups, or all others, as `kind` is one; without a kind all of them."""
    if kind is None:
        return sets
    return [one for one in sets if (one.kind is SetKind.WARMUP) is (kind is SetKind.WARMUP)]


def _loads(sets: Sequence[SetValues], unit: Unit) -> list[int]:
    """The loads in thousandths, nothing for a session in another unit."""
    if any(one.load and one.load.unit is not unit for one in sets):
        return []
    return [one.load.milli if one.load else 0 for one in sets]


class _Frame(NamedTuple):
    """How the sets of one exercise look as pairs of numbers, in the units the lifter stands in."""

    measure: Measure
    unit: Unit
    distance_unit: DistanceUnit

    def fits(self, sets: Iterable[SetValues]) -> bool:
        """Whether every load and distance is in these units."""
        return all(
            (one.load is None or one.load.unit is self.unit)
            and (one.distance is None or one.distance.unit is self.distance_unit)
            for one in sets
        )

    def pairs(self, sets: Iterable[SetValues]) -> tuple[Pair, ...]:
        """The sets in order, without those that hold nothing this exercise is counted in."""
        amounts = ((one.load.milli if one.load else 0, self._amount(one)) for one in sets)
        return tuple((milli, amount) for milli, amount in amounts if amount is not None)

    def is_loaded(self, pasts: Iterable[Past]) -> bool:
        """Whether a heavier load is an idea at all: a plank without one isn't about to get one."""
        return self.measure in _REPPED or any(milli for past in pasts for milli, _ in past.sets)

    def values(self, pair: Pair, kind: SetKind) -> SetValues:
        """A pair as a set. No load stays none, but for weight exercises: 0 kg is an empty machine."""
        milli, amount = pair
        load = Load(milli, self.unit) if milli or self.measure is Measure.WEIGHT else None
        if self.measure is Measure.TIME:
            return SetValues(load=load, seconds=amount, kind=kind)
        if self.measure is Measure.DISTANCE:
            return SetValues(load=load, distance=Distance(amount, self.distance_unit), kind=kind)
        return SetValues(load=load, reps=amount, kind=kind)

    def as_planned(self, target: Target, voted: Sequence[Pair]) -> tuple[Pair, ...]:
        """The set that is written, as one pair; none while what it leaves open isn't known either."""
        best = voted[0] if voted else None
        if target.load is None and best is None and self.measure is Measure.WEIGHT:
            return ()
        load = target.load.milli if target.load else best[0] if best else 0
        low, high = self._asked(target)
        if best and (low is None or (load == best[0] and low <= best[1] <= high)):
            return ((load, best[1]),)
        return ((load, low),) if low else ()

    def _amount(self, values: SetValues) -> int | None:
        """What the set is counted in: reps, seconds, thousandths of a distance."""
        if self.measure is Measure.TIME:
            return values.seconds
        if self.measure is Measure.DISTANCE:
            return values.distance.milli if values.distance else None
        return values.reps

    def _asked(self, target: Target) -> tuple[int | None, int]:
        """The least and the most of it that is written; None: left open."""
        if self.measure is Measure.TIME:
            return target.seconds, target.seconds or 0
        if self.measure is Measure.DISTANCE:
            milli = target.distance.milli if target.distance else None
            return milli, milli or 0
        low = target.reps_lo if target.reps_lo is not None else target.reps_hi
        return low, target.reps_hi or low or 0


def _frame(
    *,
    measure: Measure,
    unit: Unit,
    distance_unit: DistanceUnit | None,
    planned: Target | None,
    done: Sequence[SetValues],
    history: Sequence[PastExercise],
) -> _Frame:
    """The units to think in: those of the plan, else of the last set of today, else as told."""
    nearest: tuple[Target | SetValues, ...] = (*((planned,) if planned else ()), *done[-1:])
    load = next((one.load.unit for one in nearest if one.load), unit)
    distance = next((one.distance.unit for one in nearest if one.distance), distance_unit)
    return _Frame(measure, load, distance or _newest_distance_unit(history))


def _voted(
    frame: _Frame,
    history: Sequence[PastExercise],
    done: Sequence[SetValues],
    *,
    kind: SetKind | None,
    title: str,
    own_step: Load | None,
) -> tuple[Pair, ...]:
    """What the earlier sessions vote for, best first."""
    pasts = tuple(islice(_voters(history, kind, frame), SESSIONS))[::-1]
    heavier = 0 if done or not frame.is_loaded(pasts) else step(history, unit=frame.unit, own=own_step).milli
    rules = Rules(heavier, _NOTCH[frame.measure], signed=frame.measure is Measure.BODYWEIGHT)
    return predict(pasts, frame.pairs(done), name_key(title), rules)


def _newest_distance_unit(history: Sequence[PastExercise]) -> DistanceUnit:
    """The unit of the newest distance there is in the sessions that vote; kilometres without one."""
    newest = (one for past in reversed(history[-SESSIONS:]) for one in reversed(past.sets))
    return next((one.distance.unit for one in newest if one.distance), DistanceUnit.KM)


def _voters(history: Sequence[PastExercise], kind: SetKind | None, frame: _Frame) -> Iterator[Past]:
    """The sessions that have a vote, newest first: in these units, with at least one set of the class."""
    for past in reversed(history):
        sets = _of_class(past.sets, kind)
        if frame.fits(sets) and (pairs := frame.pairs(sets)):
            yield Past(name_key(past.title), pairs)
