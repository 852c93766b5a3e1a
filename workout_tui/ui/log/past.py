"""What was done of an exercise before, and how strong it made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.plan import SetKind
from workout_tui.model.strength import set_e1rm
from workout_tui.ui.log.words import short
from workout_tui.ui.presenters import when

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_tui.model.load import Unit
    from workout_tui.model.session import SetValues
    from workout_tui.ui.log.look import Look

_SESSIONS = 12
"""as many as the trend has columns"""


@dataclass(frozen=True, slots=True)
class PastView:
    """One earlier session."""

    day: str
    sets: tuple[str, ...]
    e1rm: str
    """nothing when there is no estimate"""


@dataclass(frozen=True, slots=True)
class TrendView:
    """The best estimates of the last sessions, this one last if it has one already."""

    values: tuple[float, ...]
    unit: Unit
    has_today: bool


def last_times(look: Look) -> tuple[PastView, ...]:
    """The earlier sessions, newest first; warm-ups are left out."""
    return tuple(
        PastView(
            when.short(past.day, look.session.day),
            tuple(
                short(one, look.block.exercise.measure, look.known.unit, effort=False)
                for one in past.sets
                if one.kind is not SetKind.WARMUP
            ),
            _text(_best(look, past.sets)),
        )
        for past in reversed(look.known.history)
    )


def trend(look: Look) -> TrendView | None:
    """The estimates over the last sessions; None where there are none."""
    if look.block.exercise.measure is not Measure.WEIGHT:
        return None
    found = [best for past in look.known.history if (best := _best(look, past.sets)) is not None]
    today = _best(look, (one.values for one in look.block.performed))
    values = [*found, *([today] if today is not None else [])][-_SESSIONS:]
    return TrendView(tuple(values), look.known.unit, today is not None) if values else None


def _best(look: Look, sets: Iterable[SetValues]) -> float | None:
    """The best estimate among sets, in the unit of the exercise; those in another are left out."""
    measure, unit = look.block.exercise.measure, look.known.unit
    return max(
        (found for one in sets if one.load and one.load.unit is unit and (found := set_e1rm(measure, one)) is not None),
        default=None,
    )


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}"
