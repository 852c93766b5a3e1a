"""Which exercise comes next in a session without a plan, counted from the sessions before.

Names are weak evidence and people wander, so this is a short list to pick from, best first, and
never a reason to jump by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from workout_tui.model.exercise import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

SESSIONS = 30
"""how many sessions back a vote is heard"""
_FADE = 0.8
_SAME_TITLE = 3.0
_OTHER_TITLE_FIRST = 0.2
_OFFERED = 3


@dataclass(frozen=True, slots=True)
class PastOrder:
    """The exercises of an earlier session, by uid, as they were begun. One that returned counts once, at its first."""

    title: str
    exercises: tuple[str, ...]


def lately(history: Sequence[PastOrder]) -> tuple[str, ...]:
    """The exercises of earlier sessions, each once, those of the latest session first.

    Args:
        history: earlier sessions, oldest first.
    """
    return tuple(dict.fromkeys(uid for order in reversed(history) for uid in order.exercises))


def next_exercise(history: Sequence[PastOrder], today: Sequence[str], title: str) -> tuple[str, ...]:
    """The likeliest exercises to follow, best first: at most three, none of them done today.

    Args:
        history: earlier sessions, oldest first.
        today: the exercises done so far, in order; the last one is the one just finished.
        title: today's workout; sessions of the same title count more.
    """
    key, done = name_key(title), set(today)
    votes: dict[str, float] = {}
    voters = (past for past in reversed(history) if past.exercises and (not today or today[-1] in past.exercises))
    for age, past in enumerate(islice(voters, SESSIONS)):
        choice = _after(past.exercises, today[-1], done) if today else past.exercises[0]
        if choice is not None:
            weight = _SAME_TITLE if name_key(past.title) == key else 1.0 if today else _OTHER_TITLE_FIRST
            likeness = 1 + len(done.intersection(past.exercises)) if today else 1
            votes[choice] = votes.get(choice, 0.0) + _FADE**age * weight * likeness
    return tuple(sorted(votes, key=lambda uid: -round(votes[uid], 9))[:_OFFERED])


def _after(exercises: Sequence[str], finished: str, done: set[str]) -> str | None:
    """The first exercise after `finished` still to be done, else the first one at all."""
    place = exercises.index(finished)
    return next((uid for uid in (*exercises[place:], *exercises[:place]) if uid not in done), None)
