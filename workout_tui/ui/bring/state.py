"""How far one is in bringing a history: the step, what was found and answered, what it came to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from workout_tui.ui.presenters.bring import Asked, first_open

if TYPE_CHECKING:
    from workout_tui.errors import UnitNeeded
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Unit
    from workout_tui.transfer.bringing import Found, Outcome
    from workout_tui.ui.bring.files import Candidate
    from workout_tui.ui.bring.run import Run


class Step(Enum):
    """Where the lifter is."""

    FILE = auto()
    UNIT = auto()
    SAME = auto()
    PREVIEW = auto()
    DONE = auto()
    BUSY = auto()
    """something is done beside the interface"""


@dataclass(frozen=True, slots=True)
class NewLifter:
    """Somebody who begins with their history; they come into the log with it."""

    name: str
    unit: Unit


@dataclass(slots=True)
class State:
    """One history on its way."""

    new: NewLifter | None = None
    """whose it is, when they are not in the log yet"""
    begun: str | None = None
    """the uid they then have there"""
    step: Step = Step.FILE
    behind: Step = Step.FILE
    """where what is done beside the interface leads back to, when it fails"""
    candidates: tuple[Candidate, ...] = ()
    """files that lie about"""
    wrong: str = ""
    """what went wrong, or is missing"""
    typed: str = ""
    """the path as it was when it was read"""
    path: Path = field(default_factory=Path)
    need: UnitNeeded | None = None
    unit: Unit | None = None
    found: Found | None = None
    """what the file holds"""
    suggested: dict[str, Exercise] = field(default_factory=dict)
    asked: tuple[Asked, ...] = ()
    outcome: Outcome | None = None
    """what would become of it, or became"""
    doing: str = ""
    run: Run | None = None
    """what is done beside the interface"""

    def read(self, found: Found, suggested: dict[str, Exercise]) -> None:
        """The file was read: these names may be exercises that are known."""
        self.found, self.suggested = found, suggested
        self.asked = tuple(Asked(name, one.name) for name, one in suggested.items())

    def answer(self, how_many: int, *, same: bool) -> bool:
        """The next names are known exercises, or new ones. Whether all are answered then."""
        now = first_open(self.asked)
        answered = (replace(one, answer=same) for one in self.asked[now : now + how_many])
        self.asked = (*self.asked[:now], *answered, *self.asked[now + how_many :])
        return first_open(self.asked) == len(self.asked)

    @property
    def confirmed(self) -> dict[str, Exercise]:
        """The names of the file that are known exercises."""
        return {one.theirs: self.suggested[one.theirs] for one in self.asked if one.answer}

    @property
    def batch_uid(self) -> str | None:
        """The import that can be taken back."""
        return self.outcome.batch_uid if self.outcome else None

    @property
    def lines(self) -> tuple[str, ...]:
        """What the outcome says below its first line, row by row."""
        return self.outcome.lines[1:] if self.outcome else ()
