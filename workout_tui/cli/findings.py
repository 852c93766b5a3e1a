"""What ``workout doctor`` finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workout_tui.errors import WorkoutError
from workout_tui.store.problems import Doing, on_disk, translated

if TYPE_CHECKING:
    from collections.abc import Callable


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    NOTICE = "notice"
    """worth knowing; nothing is wrong"""
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found."""

    check: str
    state: State
    words: str
    fix: str = ""


Check = tuple[str, "Callable[[], tuple[State, str, str]]"]
"""its name, and what looks: how it came out, in which words, and what to do about it"""


def found_by(check: Check) -> Finding:
    """What a check finds; one that cannot be made is a fault itself."""
    name, look = check
    try:
        with translated(Doing.READING), on_disk(Doing.READING):
            return Finding(name, *look())
    except WorkoutError as error:
        return Finding(name, State.FAULT, error.message, error.fix)
