"""What stands in a log, row by row, and the trail that each act leaves in it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any

from workout_tui.errors import WorkoutError
from workout_tui.model.load import Load
from workout_tui.model.plan import Target
from workout_tui.model.session import PlanState, SetValues, Status


@dataclass(frozen=True, slots=True)
class SessionRow:
    uid: str
    lifter: str
    template: str
    occurrence: int
    title: str
    started_at: int
    ended_at: int | None = None
    status: Status = Status.ACTIVE
    note: str = ""
    bodyweight: Load | None = None


@dataclass(frozen=True, slots=True)
class BlockRow:
    uid: str
    session: str
    position: int
    exercise: str
    superset: str = ""
    rest_s: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    uid: str
    block: str
    n: int
    target: Target
    state: PlanState = PlanState.OPEN
    set_uid: str | None = None


@dataclass(frozen=True, slots=True)
class SetRow:
    uid: str
    block: str
    n: int
    values: SetValues
    at: int


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    uid: str
    name: str


@dataclass(frozen=True, slots=True)
class AliasRow:
    uid: str
    """what stands for it: it has none of its own"""
    exercise: str
    alias: str


@dataclass(frozen=True, slots=True)
class ListedRow:
    """An exercise of a template."""

    uid: str
    template: str
    position: int
    exercise: str


LibraryRow = ExerciseRow | AliasRow | ListedRow
"""what all lifters share, or begin sessions from"""
Row = SessionRow | BlockRow | PlannedRow | SetRow | LibraryRow
Rows = dict[str, Row]


class RefusalError(Exception):
    """The act must be refused with an error of this kind, and change nothing."""

    def __init__(self, kind: type[WorkoutError]) -> None:
        super().__init__(kind.__name__)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Act:
    """What one act made of each row it touched: before and after."""

    number: int
    kind: str
    changes: dict[str, tuple[Row | None, Row | None]]


@dataclass
class Trail:
    """The acts of one session."""

    done: list[Act] = field(default_factory=list)
    undone: list[Act] = field(default_factory=list)
    """those that redo may still do again, the one undone last at the end"""


def renamed(row: Row, names: dict[str, str]) -> Row:
    """The row with placeholders, its own and its parents', made names."""
    said: dict[str, Any] = {one.name: getattr(row, one.name) for one in fields(row)}
    changed: dict[str, Any] = {name: names[uid] for name, uid in said.items() if isinstance(uid, str) and uid in names}
    return replace(row, **changed)
