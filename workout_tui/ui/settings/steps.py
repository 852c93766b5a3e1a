"""What was changed in one visit, to be taken back step by step, whether it lies in the log or in a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Step:
    """One change: the way back, and forth again. Both may raise WorkoutError, and then nothing has changed."""

    back: Callable[[], object]
    forth: Callable[[], object]


@dataclass(slots=True)
class Steps:
    """The steps of a visit. Below them lies `log`, whose changes outlive the visit."""

    log: Step
    """takes back and does again what the log knows"""
    _done: list[Step] = field(default_factory=list)
    _undone: list[Step] = field(default_factory=list)

    def took(self, step: Step) -> None:
        """Something was changed: what was taken back before is given up."""
        self._done.append(step)
        self._undone.clear()

    def back(self) -> None:
        """Take back the last change."""
        step = self._done[-1] if self._done else self.log
        step.back()
        if self._done:
            self._done.pop()
        self._undone.append(step)

    def forth(self) -> None:
        """Do again what was taken back last."""
        step = self._undone[-1] if self._undone else self.log
        step.forth()
        if self._undone:
            self._undone.pop()
        self._done.append(step)
