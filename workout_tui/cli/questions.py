"""What commands ask at a terminal: ``import`` the unit of the weights, and whether two names mean one exercise.

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
    return sys.stdin.isatty() and sys.stderr.isatty()


def unit(need: UnitNeeded) -> Unit:
    """Which unit a file's weights are in; nothing typed takes what the numbers look like, if they look like one.

    Raises:
        UnitNeeded: no answer.
    """
    from workout_tui.model.load import Unit

    hint = f" [{need.likely}]" if need.likely else ""
    while True:
        answer = _ask(f"{need.message} kg or lb?{hint} ")
        if answer is None:
            raise need
        if not answer and need.likely:
            return need.likely
        if answer in {"kg", "lb"}:
            return Unit(answer)


def same(suggested: Mapping[str, Exercise]) -> dict[str, Exercise]:
    """Those of the suggestions that the lifter confirms, one by one; enter is no."""
    from workout_tui.transfer import telling

    confirmed = {}
    for name, one in suggested.items():
        answer = _ask(f"{telling.same(name, one.name)} y/n ")
        if answer is None:
            break
        if answer in {"y", "yes"}:
            confirmed[name] = one
    return confirmed


def typed(words: str) -> str | None:
    """What is typed after these words, without the blanks around it; None when there is nobody."""
    from workout_tui.transfer.answers import printable

    sys.stderr.write(printable(words))
    sys.stderr.flush()
    try:
        return input().strip()
    except EOFError:
        return None


def _ask(words: str) -> str | None:
    """What is typed, in small letters; None when there is nobody."""
    answer = typed(words)
    return None if answer is None else answer.casefold()
