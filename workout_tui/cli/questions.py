"""What ``workout import`` asks at a terminal: the unit of the weights, and whether two names mean one exercise.

Where there is no terminal nothing is asked, and nothing is assumed.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_tui.errors import UnitNeeded
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Unit


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def unit(need: UnitNeeded) -> Unit:
    """Which unit a file's weights are in; nothing typed takes what the numbers look like, if they look like one.

    Raises:
        UnitNeeded: no answer.
    """
    from workout_tui.model.load import Unit

    hint = f" [{need.likely}]" if need.likely else ""
    while True:
        typed = _ask(f"{need.message} kg or lb?{hint} ")
        if typed is None:
            raise need
        if not typed and need.likely:
            return need.likely
        if typed in {"kg", "lb"}:
            return Unit(typed)


def same(suggested: Mapping[str, Exercise]) -> dict[str, Exercise]:
    """Those of the suggestions that the lifter confirms, one by one; enter is no."""
    from workout_tui.transfer import telling

    confirmed = {}
    for name, one in suggested.items():
        typed = _ask(f"{telling.same(name, one.name)} y/n ")
        if typed is None:
            break
        if typed in {"y", "yes"}:
            confirmed[name] = one
    return confirmed


def _ask(words: str) -> str | None:
    """What is typed, in small letters; None when there is nobody."""
    from workout_tui.transfer.answers import printable

    sys.stderr.write(printable(words))
    sys.stderr.flush()
    try:
        return input().strip().casefold()
    except EOFError:
        return None
