"""Everything Home is drawn from, and what can be marked on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workout_tui.model.load import Unit
    from workout_tui.model.overview import Home, Suggestion
    from workout_tui.ui.glyphs import Glyphs


class Spot(NamedTuple):
    """Something on Home that can be marked: ``open``, ``next``, ``empty``, or the `place`-th ``choice``."""

    kind: str
    place: int = 0


class HomeView(NamedTuple):
    """Everything Home is drawn from."""

    home: Home
    spot: Spot
    card: Suggestion | None
    """the workout in the card: the marked one, else the next"""
    unit: Unit
    now: int
    glyphs: Glyphs
    tall: bool = False
    wide: bool = False
    big: bool = True
    """whether figures may be large"""
    notices: tuple[str, ...] = ()
    """what is to be said beside the logbook's own alerts"""
    said: tuple[str, str] | None = None
    """a colour token and a message"""


def spots(home: Home) -> tuple[Spot, ...]:
    """What can be marked, top to bottom."""
    found = [Spot("open")] if home.open else []
    found += [Spot("next")] if home.up_next else []
    return (*found, Spot("empty"), *(Spot("choice", place) for place in range(len(home.workouts))))
