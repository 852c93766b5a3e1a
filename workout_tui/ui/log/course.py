"""The way through a session: which set is current, which one comes next, and when to rest between.

A superset is walked in rounds: A1, A2, A1, A2 …; who runs out of sets drops out of the rounds.
Warm-ups are done one exercise after the other before its first round. A drop set follows its set at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.plan import SetKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.session import Row, Session, SessionExercise


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the set table of one exercise."""

    block: str
    """uid of the session's exercise"""
    row: str | None
    """the row's key; None: the free place below the last row"""


def key_of(row: Row) -> str:
    """What a row is known by: it stays the same when a planned set is performed."""
    if row.planned is not None:
        return row.planned.uid
    return row.performed.uid if row.performed else ""


def block_at(session: Session, cursor: Cursor | None) -> SessionExercise | None:
    """The exercise the cursor is in; None when it is no longer there."""
    if cursor is None:
        return None
    return next((block for block in session.exercises if block.uid == cursor.block), None)


def row_at(session: Session, cursor: Cursor | None) -> Row | None:
    """The row under the cursor; None on the free place."""
    block = block_at(session, cursor)
    if block is None or cursor is None:
        return None
    return next((row for row in block.rows if key_of(row) == cursor.row), None)


def into(block: SessionExercise) -> Cursor:
    """Where the cursor stands on coming to an exercise: at its first open set, else below its last row."""
    first = next(iter(block.open_rows), None)
    return Cursor(block.uid, key_of(first) if first else None)


def opening(session: Session) -> Cursor | None:
    """Where to go on in a session: behind the set logged last; None: it has no exercise yet."""
    if not session.exercises:
        return None
    done = [(one.at, block) for block in session.exercises for one in block.performed]
    if not done:
        return into(next((block for block in session.exercises if block.open_rows), session.exercises[0]))
    latest = max(done, key=lambda pair: pair[0])[1]
    return onward(session, latest)


def kept(session: Session, cursor: Cursor | None) -> Cursor | None:
    """The same place in a session that was read again; the nearest one when it is gone."""
    block = block_at(session, cursor)
    if block is None or cursor is None:
        return opening(session)
    if cursor.row is None or any(key_of(row) == cursor.row for row in block.rows):
        return cursor
    return into(block)


def onward(session: Session, block: SessionExercise, *, jump: bool = True) -> Cursor:
    """Where to go after a set of `block`.

    Args:
        session: as it stands after the set.
        block: the exercise that was just done.
        jump: whether to go on to other exercises once this one is done.
    """
    if _comes(block, SetKind.DROP):
        return into(block)
    for other in _turn(session, block):
        if other.open_rows:
            return into(other)
    if jump:
        for other in _rotated(session.exercises, block):
            if other.open_rows:
                return into(other)
    return Cursor(block.uid, None)


def is_all_done(session: Session) -> bool:
    """Whether no planned set is open any more, in a session that had some."""
    return any(block.planned for block in session.exercises) and not any(b.open_rows for b in session.exercises)


def rests_after(session: Session, block: SessionExercise, kind: SetKind, *, more_to_come: bool = False) -> bool:
    """Whether a rest begins after a set.

    Args:
        session: as it stands after the set.
        block: the exercise the set belongs to, as it stands after the set.
        kind: of the set.
        more_to_come: exercises are still to be added, so no set is known to be the last one.
    """
    if kind is SetKind.WARMUP or (is_all_done(session) and not more_to_come):
        return False
    if _comes(block, SetKind.DROP):
        return False
    group = partners(session, block)
    following = next((other for other in _round(session, block) if other.open_rows), None)
    return following is None or group.index(following) <= group.index(block)


def partners(session: Session, block: SessionExercise) -> tuple[SessionExercise, ...]:
    """The exercises of the block's superset in order; the block alone when it is in none."""
    if not block.superset:
        return (block,)
    return tuple(other for other in session.exercises if other.superset == block.superset)


def superset_name(session: Session, block: SessionExercise) -> str:
    """``A1`` for the first exercise of superset A; nothing for an exercise by itself."""
    group = partners(session, block)
    return f"{block.superset}{group.index(block) + 1}" if len(group) > 1 else ""


def by_row(block: SessionExercise, cursor: Cursor, step: int) -> Cursor:
    """The cursor moved over the rows of its exercise; it stops at both ends."""
    places: list[str | None] = [*(key_of(row) for row in block.rows), None]
    here = places.index(cursor.row) if cursor.row in places else len(places) - 1
    return Cursor(block.uid, places[min(max(here + step, 0), len(places) - 1)])


def by_exercise(session: Session, cursor: Cursor, step: int) -> Cursor:
    """The cursor moved over the exercises, around the ends."""
    uids = [block.uid for block in session.exercises]
    here = uids.index(cursor.block) if cursor.block in uids else 0
    return into(session.exercises[(here + step) % len(uids)])


def moved(session: Session, block_uid: str, step: int) -> list[str] | None:
    """The order of the exercises with one of them moved; None when it is at the end already."""
    uids = [block.uid for block in session.exercises]
    here = uids.index(block_uid)
    there = here + step
    if not 0 <= there < len(uids):
        return None
    uids[here], uids[there] = uids[there], uids[here]
    return uids


def joined(session: Session, block_uid: str) -> dict[str, str] | None:
    """The superset letters after joining an exercise with the one below it, or after taking it out of its superset.

    None: it is in no superset and nothing stands below it.
    """
    blocks = session.exercises
    here = next(place for place, block in enumerate(blocks) if block.uid == block_uid)
    block = blocks[here]
    if block.superset:
        left = [other for other in partners(session, block) if other is not block]
        return {block.uid: ""} | ({left[0].uid: ""} if len(left) == 1 else {})
    if here + 1 == len(blocks):
        return None
    below = blocks[here + 1]
    letter = below.superset or _free_letter(session)
    return {block.uid: letter, below.uid: letter}


def _free_letter(session: Session) -> str:
    used = {block.superset for block in session.exercises}
    return next(letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in used)


def _comes(block: SessionExercise, kind: SetKind) -> bool:
    """Whether the next open set of an exercise is planned as of this kind."""
    following = next(iter(block.open_rows), None)
    return following is not None and following.planned is not None and following.planned.target.kind is kind


def _turn(session: Session, block: SessionExercise) -> Sequence[SessionExercise]:
    """Whose set comes after the latest one of `block`, in a superset or alone, the first choice first."""
    latest = max(block.performed, key=lambda one: one.at, default=None)
    if latest is None or latest.values.kind is not SetKind.WARMUP:
        return _round(session, block)
    warming = [one for one in (block, *_round(session, block)) if _comes(one, SetKind.WARMUP)]
    return (*warming, *sorted(partners(session, block), key=_rounds_done))


def _rounds_done(block: SessionExercise) -> int:
    return sum(one.values.kind is not SetKind.WARMUP for one in block.performed)


def _round(session: Session, block: SessionExercise) -> Sequence[SessionExercise]:
    """The exercises of the block's superset in the order of the round that follows it; itself comes last."""
    return _rotated(partners(session, block), block)


def _rotated(blocks: Sequence[SessionExercise], block: SessionExercise) -> Sequence[SessionExercise]:
    here = next(place for place, one in enumerate(blocks) if one.uid == block.uid)
    return (*blocks[here + 1 :], *blocks[: here + 1])
