"""The open set of formats that can be read, and what every reader gives: a history as the file has it.

A new format is a new `Reader` in `importing.READERS`; nothing else changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from workout_tui.model.plan import SetKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from workout_tui.model.load import Distance, Load, Unit
    from workout_tui.transfer.table import Row


@dataclass(frozen=True, slots=True)
class ReadSet:
    """One set as the file has it. What it leaves out is None; loads have a sign only in what this program wrote."""

    row: int
    exercise: str
    load: Load | None = None
    reps: int | None = None
    seconds: int | None = None
    distance: Distance | None = None
    rpe10: int | None = None
    kind: SetKind = SetKind.WORK
    note: str = ""
    at: datetime | None = None
    """when it was done, where the file says so"""
    block: int = 0
    """sets of one exercise in a row with the same number stand together; another number begins a new block"""
    superset: str = ""
    block_note: str = ""


@dataclass(frozen=True, slots=True)
class ReadSession:
    """One workout as the file has it, its sets in the file's order."""

    key: str
    """what the format knows it by, the same in every later export"""
    title: str
    started: datetime
    """by the clock on the wall where it has no time zone"""
    sets: tuple[ReadSet, ...] = ()
    duration_s: int | None = None
    """as the file says; None: not known"""
    note: str = ""
    bodyweight: Load | None = None
    twin: str = ""
    """tells it from others of this file with the same key"""
    uid: str | None = None
    """its identity, of a workout that this program wrote itself"""

    @property
    def forgotten(self) -> bool:
        """Whether it was not finished when it ended, so that nobody knows how long it took."""
        return self.duration_s is not None and self.duration_s > FORGOTTEN_S


FORGOTTEN_S = 6 * 3600
"""a workout that is longer than this was forgotten to be finished"""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no set and no rest, and why."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file. Every one of its rows holds sets, is a rest, was not done, or is skipped."""

    sessions: tuple[ReadSession, ...]
    rests: int
    skipped: tuple[Skipped, ...]
    remarks: tuple[Skipped, ...] = ()
    """rows of which something was left out"""
    undone: int = 0
    """rows of sets that were planned and not done"""
    absent: frozenset[str] = frozenset()
    """the fields of a set for which the file has no column: it says nothing about them"""

    @property
    def sets(self) -> int:
        """How many sets there are."""
        return sum(len(session.sets) for session in self.sessions)

    @property
    def set_rows(self) -> int:
        """How many rows hold sets."""
        return len({one.row for session in self.sessions for one in session.sets})


class Reader(Protocol):
    """Knows one program's files."""

    name: str
    """as people call the program"""
    source: str
    """as imports are marked; never changes"""
    header: bool
    """whether the first row holds the names of the columns"""

    def recognises(self, first: Sequence[str]) -> bool:
        """Whether a file that begins with this row is one of them."""
        ...

    def read(self, first: Sequence[str], rows: Iterable[Row], unit: Unit | None) -> Reading:
        """Read all rows.

        Args:
            first: the names of the columns, or the first row of a file without a header.
            rows: all that are to be read; a list, or made anew for each reader.
            unit: of loads where the file does not say; None: the user did not say either.

        Raises:
            UnitNeeded: the file leaves the unit open, and so did the user.
        """
        ...
