"""What a form is made of: rows under heads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.logbook.preferences import Setting


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a value that can be changed, or a way on to another screen."""

    setting: Setting
    change: Callable[[str], object] | None = None
    """writes what was typed; raises WorkoutError with the reason when it cannot be"""
    read: Callable[[str], str] | None = None
    """how what was typed would be shown"""
    open: Callable[[], object] | None = None
    """what ⏎ leads to, where the value is not changed here"""
    is_logged: bool = False
    """whether the log keeps it, and takes it back"""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one head."""

    title: str
    rows: tuple[Row, ...]
