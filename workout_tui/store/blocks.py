"""The exercises of a session: their rows, their order, and what hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_tui.store import places, values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_tui.model.load import Load
    from workout_tui.store.connection import Store


class Block(NamedTuple):
    """An exercise of a session, found."""

    id: int
    uid: str
    session_id: int
    exercise_id: int
    position: int


def of_uid(store: Store, profile_id: int, uid: str) -> Block | None:
    """A block of one of the lifter's sessions."""
    row = store.row(
        "SELECT b.id, b.uid, b.session_id, b.exercise_id, b.position FROM session_exercise b"
        " JOIN session s ON s.id = b.session_id WHERE b.uid = ? AND s.profile_id = ?",
        (uid, profile_id),
    )
    return Block(*row) if row else None


def in_session(store: Store, session_id: int) -> tuple[Block, ...]:
    """The blocks of a session in order."""
    rows = store.rows(
        "SELECT id, uid, session_id, exercise_id, position FROM session_exercise WHERE session_id = ?"
        " ORDER BY position",
        (session_id,),
    )
    return tuple(Block(*row) for row in rows)


def known(store: Store, uid: str) -> bool:
    """Whether any session has a block with this uid."""
    return store.value("SELECT 1 FROM session_exercise WHERE uid = ?", (uid,)) is not None


def insert(
    store: Store,
    *,
    uid: str,
    session_id: int,
    exercise_id: int,
    rest_s: int | None = None,
    superset: str = "",
    step: Load | None = None,
    note: str = "",
) -> int:
    """Add an exercise at the end of a session. Returns the id of the row."""
    store.run(
        "INSERT INTO session_exercise(uid, session_id, position, exercise_id, rest_s, superset, step, step_unit, note)"
        " VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM session_exercise WHERE session_id = ?2),"
        " ?3, ?4, ?5, ?6, ?7, ?8)",
        (uid, session_id, exercise_id, rest_s, superset, *values.of_load(step), note),
    )
    return int(store.value("SELECT last_insert_rowid()"))


def delete(store: Store, block_id: int) -> None:
    """Take an exercise out of its session, with its planned sets; it must have no performed ones."""
    store.run("DELETE FROM planned_set WHERE session_exercise_id = ?", (block_id,))
    store.run("DELETE FROM session_exercise WHERE id = ?", (block_id,))


def reorder(store: Store, block_ids: Sequence[int]) -> None:
    """Put the blocks of a session in this order; all of them must be named."""
    places.rearrange(store, "session_exercise", {block_id: n for n, block_id in enumerate(block_ids, start=1)})


def set_exercise(store: Store, block_id: int, exercise_id: int, rest_s: int | None, step: Load | None) -> None:
    """Make a block another exercise."""
    new = (exercise_id, rest_s, *values.of_load(step))
    store.run(
        "UPDATE session_exercise SET (exercise_id, rest_s, step, step_unit) = (?, ?, ?, ?)"
        " WHERE id = ? AND (exercise_id, rest_s, step, step_unit) IS NOT (?, ?, ?, ?)",
        (*new, block_id, *new),
    )


def set_note(store: Store, block_id: int, note: str) -> None:
    """Write the note of a block."""
    store.run(
        "UPDATE session_exercise SET note = :note WHERE id = :id AND note <> :note", {"id": block_id, "note": note}
    )


def set_supersets(store: Store, letters: Mapping[int, str]) -> None:
    """Group blocks: those with the same letter stand together."""
    for block_id, letter in letters.items():
        store.run(
            "UPDATE session_exercise SET superset = :letter WHERE id = :id AND superset <> :letter",
            {"id": block_id, "letter": letter},
        )
