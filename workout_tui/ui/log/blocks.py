"""The exercises of the session in short: which are done, which is on, what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.plan import SetKind
from workout_tui.model.session import PlanState
from workout_tui.ui.log.before import kind_of
from workout_tui.ui.log.course import superset_name
from workout_tui.ui.log.words import plan_text
from workout_tui.ui.presenters.names import short_names

if TYPE_CHECKING:
    from workout_tui.model.session import Row, Session, SessionExercise


@dataclass(frozen=True, slots=True)
class BlockView:
    """One exercise of the session. Only work sets are counted."""

    name: str
    short: str
    group: str
    """``A1`` in a superset, else nothing"""
    marks: tuple[bool | None, ...]
    """a work set each: done, open, or None for skipped"""
    is_now: bool

    @property
    def done(self) -> int:
        """The sets that were done."""
        return sum(mark is True for mark in self.marks)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return bool(self.marks) and all(mark is not False for mark in self.marks)

    @property
    def count(self) -> str:
        """``2/4``."""
        return f"{self.done}/{len(self.marks)}"


def blocks(session: Session, now_uid: str | None) -> tuple[BlockView, ...]:
    """All exercises, in order."""
    names = short_names([block.exercise.name for block in session.exercises])
    return tuple(
        BlockView(
            block.exercise.name,
            brief,
            superset_name(session, block),
            tuple(_mark(row) for row in work_rows(block)),
            block.uid == now_uid,
        )
        for block, brief in zip(session.exercises, names, strict=True)
    )


def work_rows(block: SessionExercise) -> tuple[Row, ...]:
    """The rows that are no warm-ups."""
    return tuple(row for row in block.rows if kind_of(row) is not SetKind.WARMUP)


def work_count(session: Session) -> tuple[int, int]:
    """How many work sets are done, and how many there are."""
    rows = [row for block in session.exercises for row in work_rows(block)]
    return sum(row.performed is not None for row in rows), len(rows)


def plan_of(block: SessionExercise) -> str:
    """What was planned: ``3 × 5 @8, then 1 × 8``."""
    return plan_text(tuple(one.target for one in block.planned))


def _mark(row: Row) -> bool | None:
    if row.performed is not None:
        return True
    return None if row.planned and row.planned.state is PlanState.SKIPPED else False
