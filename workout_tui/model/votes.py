"""What a lifter usually does next, counted from the sessions before: the rule on bare numbers.

A set is a pair (load in thousandths, amount), where the amount is whatever the exercise is counted
in: reps, seconds, thousandths of a distance. `prefill` builds these pairs and turns the answer
back into sets. The constants were measured on the histories of real lifters; tried against a
learned model with many more inputs they do as well, so there is nothing here to tune.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Pair = tuple[int, int]
"""(load in thousandths, amount)"""

SESSIONS = 20
"""how many sessions back a vote is heard; enough for the first set too (8 judged, each by 12 before it)"""
SUGGESTIONS = 3
_FADE = 0.8
_SAME_TITLE = 1.5
_SAME_LOAD = 2.0
_AS_IT_STOOD = 0.4
_REPEAT = 1.0
_FIRST_SETS = 12
_JUDGED = 8


class Past(NamedTuple):
    """An earlier session of the exercise. `sets` is never empty."""

    title: str
    sets: tuple[Pair, ...]


class Rules(NamedTuple):
    """What differs from exercise to exercise."""

    step: int
    """thousandths to the next heavier load; 0: a heavier load is no idea worth offering"""
    notch: int = 1
    """the least change of the amount worth offering: one rep; 0: none is"""
    signed: bool = False
    """whether loads below zero are meant: assistance"""

    def allows(self, pair: Pair) -> bool:
        """Whether such a set can be done at all."""
        load, amount = pair
        return amount >= 1 and (self.signed or load >= 0)


def predict(history: Sequence[Past], today: Sequence[Pair], title: str, rules: Rules) -> tuple[Pair, ...]:
    """The likeliest next sets, best first: at most three, all different, none when nothing is known.

    `history` is oldest first; `today` are the sets done so far; `title` is today's workout.
    """
    ideas = _later(history, today, title, rules) if today else _first(history, title)
    ideas = [pair for pair in ideas if rules.allows(pair)][:SUGGESTIONS]
    fillers = _lighter_versions(today[-1], rules) if today else _harder_versions(ideas[:1], rules)
    return tuple(dict.fromkeys([*ideas, *filter(rules.allows, fillers)]))[:SUGGESTIONS]


def common_step(history: Sequence[Past], cap: int) -> int | None:
    """The commonest gap of at most `cap` between neighbouring loads; the smaller of equally common ones."""
    loads = sorted({load for past in history[-SESSIONS:] for load, _ in past.sets})
    gaps = Counter(gap for low, high in pairwise(loads) if (gap := high - low) <= cap)
    return min(gaps, key=lambda gap: (-gaps[gap], gap), default=None)


def _later(history: Sequence[Past], today: Sequence[Pair], title: str, rules: Rules) -> list[Pair]:
    """All that was voted for after the last set of today, most votes first, then first proposed first."""
    here, place = today[-1], len(today)
    votes = {here: _REPEAT}
    power = 1.0
    for past in reversed(history[-SESSIONS:]):
        if len(past.sets) > place:
            weight = power * (_SAME_TITLE if past.title == title else 1.0)
            for pair, vote in _ballot(past.sets[place - 1], past.sets[place], here, weight):
                if rules.allows(pair):
                    votes[pair] = votes.get(pair, 0.0) + vote
        power *= _FADE
    # Nine decimals: sums of equal votes must tie in whatever order they were added.
    return sorted(votes, key=lambda pair: -round(votes[pair], 9))


def _ballot(before: Pair, then: Pair, here: Pair, weight: float) -> Iterable[tuple[Pair, float]]:
    """How one session votes that went from `before` to `then`, now that the lifter stands at `here`."""
    load = here[0] + then[0] - before[0]
    same_load = before[0] == here[0]
    half = weight * (_SAME_LOAD if same_load else 1.0) / 2
    yield (load, then[1]), half
    yield (load, here[1] + then[1] - before[1]), half
    if not same_load:
        yield then, _AS_IT_STOOD * weight


def _first(history: Sequence[Past], title: str) -> list[Pair]:
    """The first sets worth offering: of the last session or its namesake, the other of the two, then older ones."""
    if not history:
        return []
    last, namesake = history[-1], _namesake(history, len(history), title)
    lead = [last] if namesake is None else [last, namesake]
    if _titles_tell(history):
        lead.reverse()
    recent = reversed(history[-_FIRST_SETS:])
    return list(dict.fromkeys(past.sets[0] for past in (*lead, *recent)))


def _namesake(history: Sequence[Past], end: int, title: str) -> Past | None:
    """The last session of this title among the twelve before place `end`."""
    window = history[max(0, end - _FIRST_SETS) : end]
    return next((past for past in reversed(window) if past.title == title), None)


def _titles_tell(history: Sequence[Past]) -> bool:
    """Whether a heavy and a light day go by name: namesakes foretold the first load better than neighbours did."""
    score = 0
    for place in range(len(history))[-_JUDGED:]:
        past = history[place]
        namesake = _namesake(history, place, past.title)
        if namesake is not None:
            load = past.sets[0][0]
            by_title = abs(load - namesake.sets[0][0])
            by_turn = abs(load - history[place - 1].sets[0][0])
            score += (by_title < by_turn) - (by_turn < by_title)
    return score > 0


def _harder_versions(best: Sequence[Pair], rules: Rules) -> list[Pair]:
    """Before the first set: a step heavier, then one rep more."""
    return [pair for load, amount in best for pair in ((load + rules.step, amount), (load, amount + rules.notch))]


def _lighter_versions(last: Pair, rules: Rules) -> list[Pair]:
    """After a set: the same with one rep fewer, then two fewer."""
    load, amount = last
    return [(load, amount - rules.notch), (load, amount - 2 * rules.notch)]
