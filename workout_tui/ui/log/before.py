"""What was done before a place in a session: today, and at the same place last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.plan import SetKind
from workout_tui.ui.log.course import key_of

if TYPE_CHECKING:
    from workout_tui.model.session import Row, Session, SessionExercise, SetValues
    from workout_tui.ui.log.known import Known


def done_before(session: Session, block: SessionExercise, row: Row | None) -> tuple[SetValues, ...]:
    """Today's sets of this exercise up to a place, those of its earlier blocks included."""
    sets: list[SetValues] = []
    for other in session.exercises:
        if other.uid == block.uid:
            break
        if other.exercise.uid == block.exercise.uid:
            sets += [one.values for one in other.performed]
    return (*sets, *done_here(block, row))


def done_here(block: SessionExercise, row: Row | None) -> tuple[SetValues, ...]:
    """The sets of one block up to a place."""
    end = row.n if row else float("inf")
    return tuple(one.values for one in sorted(block.performed, key=lambda one: one.n) if one.n < end)


def at_same_place(block: SessionExercise, row: Row | None, known: Known) -> SetValues | None:
    """Last time's set at this place, counted among warm-ups or among all others."""
    warm = kind_of(row) is SetKind.WARMUP
    place = 0
    for other in block.rows:
        if row is not None and key_of(other) == key_of(row):
            break
        place += (kind_of(other) is SetKind.WARMUP) is warm
    same = [one for one in known.last if (one.kind is SetKind.WARMUP) is warm]
    return same[place] if place < len(same) else None


def kind_of(row: Row | None) -> SetKind:
    """What the set of a row is for; a work set on the free place."""
    if row is not None and row.performed is not None:
        return row.performed.values.kind
    return row.planned.target.kind if row and row.planned else SetKind.WORK
