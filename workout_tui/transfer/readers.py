"""The open set of formats that can be read, and what every reader gives: a history as the file has it.

A new format is a new `Reader` in `importing.READERS`; nothing else changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from workout_tui.model.plan import SetKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from workout_tui.model.load import Distance, Load, Unit
    from workout_tui.transfer.table import Row


@dataclass(frozen=True, slots=True)
class ReadSet:
    """One set as the file has it: what the file leaves out is None, and loads have no sign."""

    row: int
    exercise: str
    load: Load | None = None
    reps: int | None = None
    seconds: int | None = None
    distance: Distance | None = None
    rpe10: int | None = None
    kind: SetKind = SetKind.WORK
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadSession:
    """One workout as the file has it, its sets in the file's order."""

    key: str
    """what the format knows it by, the same in every later export"""
    title: str
    started: datetime
    """by the clock on the wall; the file has no time zone"""
    sets: tuple[ReadSet, ...]
    duration_s: int | None = None
    """None: not known, or forgotten to finish"""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no set and no rest, and why."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file. Every one of its rows is a set, a rest, or skipped."""

    sessions: tuple[ReadSession, ...]
    rests: int
    skipped: tuple[Skipped, ...]
    remarks: tuple[Skipped, ...] = ()
    """rows of which something was left out"""

    @property
    def sets(self) -> int:
        """How many rows are sets."""
        return sum(len(session.sets) for session in self.sessions)


class Reader(Protocol):
    """Knows one program's files."""

    name: str
    """as people call the program"""
    source: str
    """as imports are marked; never changes"""

    def recognises(self, header: Sequence[str]) -> bool:
        """Whether a file that begins with this header is one of them."""
        ...

    def read(self, header: Sequence[str], rows: Sequence[Row], unit: Unit | None) -> Reading:
        """Read all rows.

        Args:
            header: the names of the columns.
            rows: all that follows.
            unit: of loads where the file does not say; None: the user did not say either.

        Raises:
            ImportProblem: the unit is needed.
        """
        ...
