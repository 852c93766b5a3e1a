"""What the command palette offers: every command of the place in front, by its words, and the themes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workout_tui.model.find import rank
from workout_tui.ui.theme import PALETTES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

    from workout_tui.ui.screens.place import Place


@dataclass(frozen=True, slots=True)
class Offer:
    """One row of the palette."""

    title: str
    about: str
    """its key, or what else there is to know"""
    act: Callable[[], Awaitable[object] | None]


def offers(place: Place) -> Iterator[Offer]:
    """What can be done on `place`."""
    for command in place.shown(place.KEYS):
        if command.palette:
            yield Offer(command.help, command.shown, partial(_do, place, command.action))
    app = place.workout
    for name in PALETTES:
        if name != app.theme:
            yield Offer(f"theme {name}", "", partial(app.change_theme, name))


def _do(place: Place, action: str) -> Awaitable[object]:
    place.workout.presses.forget()  # the ⏎ that took the command is not the command's own ⏎, bouncing
    return place.run_action(action)


def found(query: str, offered: Sequence[Offer]) -> tuple[Offer, ...]:
    """Those of `offered` that fit what was typed, best first."""
    return tuple(rank(query, [(one, one.title, ()) for one in offered]))
