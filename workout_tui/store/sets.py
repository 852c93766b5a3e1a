"""Planned and performed sets. A set's uid is its identity; its place is chosen inside the transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import PerformedSet, PlanState
from workout_tui.store import places, values

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from workout_tui.store.connection import Store

MOST = 99
"""places in a block"""

_SET = ", ".join(values.SET_COLUMNS)
_NEW_SET = ", ".join(f"excluded.{column}" for column in values.SET_COLUMNS)
_TARGET = ", ".join(values.TARGET_COLUMNS)
_UPSERT = (
    f"INSERT INTO performed_set(uid, session_exercise_id, n, at, {_SET}) VALUES (?, ?, ?, ?, {', '.join('?' * 9)})"
    f" ON CONFLICT(uid) DO UPDATE SET ({_SET}) = ({_NEW_SET}) WHERE ({_SET}) IS NOT ({_NEW_SET})"
)


class Planned(NamedTuple):
    """A planned set, found."""

    id: int
    uid: str
    block_id: int
    session_id: int
    n: int
    state: PlanState
    kind: SetKind


class Performed(NamedTuple):
    """A performed set, found."""

    id: int
    uid: str
    block_id: int
    session_id: int
    profile_id: int
    n: int


def _planned(row: sqlite3.Row) -> Planned:
    return Planned(row[0], row[1], row[2], row[3], row[4], PlanState(row[5]), SetKind(row[6]))


def planned(store: Store, profile_id: int, uid: str) -> Planned | None:
    """A planned set of one of the lifter's sessions."""
    row = store.row(
        "SELECT p.id, p.uid, b.id, b.session_id, p.n, p.state, p.kind FROM planned_set p"
        " JOIN session_exercise b ON b.id = p.session_exercise_id JOIN session s ON s.id = b.session_id"
        " WHERE p.uid = ? AND s.profile_id = ?",
        (uid, profile_id),
    )
    return _planned(row) if row else None


def planned_in(store: Store, block_id: int) -> tuple[Planned, ...]:
    """The planned sets of a block in order of place."""
    rows = store.rows(
        "SELECT p.id, p.uid, b.id, b.session_id, p.n, p.state, p.kind FROM planned_set p"
        " JOIN session_exercise b ON b.id = p.session_exercise_id WHERE b.id = ? ORDER BY p.n",
        (block_id,),
    )
    return tuple(_planned(row) for row in rows)


def performed(store: Store, uid: str) -> Performed | None:
    """A performed set of whichever lifter: the caller must look at the profile."""
    row = store.row(
        "SELECT p.id, p.uid, b.id, b.session_id, s.profile_id, p.n FROM performed_set p"
        " JOIN session_exercise b ON b.id = p.session_exercise_id JOIN session s ON s.id = b.session_id"
        " WHERE p.uid = ?",
        (uid,),
    )
    return Performed(*row) if row else None


def performed_in(store: Store, block_id: int) -> tuple[tuple[int, str, int], ...]:
    """Id, uid and place of the performed sets of a block, in order of place."""
    rows = store.rows("SELECT id, uid, n FROM performed_set WHERE session_exercise_id = ? ORDER BY n", (block_id,))
    return tuple((row["id"], row["uid"], row["n"]) for row in rows)


def put(store: Store, block_id: int, one: PerformedSet) -> None:
    """Write a performed set. The same uid is the same set: its place and time stay, only a difference is written."""
    store.run(_UPSERT, (one.uid, block_id, one.n, one.at, *values.of_values(one.values)))


def planned_known(store: Store, uid: str) -> bool:
    """Whether any session has a planned set with this uid."""
    return store.value("SELECT 1 FROM planned_set WHERE uid = ?", (uid,)) is not None


def delete(store: Store, set_id: int, uid: str) -> None:
    """Remove a performed set; its planned row becomes open again."""
    store.run("UPDATE planned_set SET state = 'open', set_uid = NULL WHERE set_uid = ?", (uid,))
    store.run("DELETE FROM performed_set WHERE id = ?", (set_id,))


def fulfil(store: Store, planned_id: int, set_uid: str) -> None:
    """A planned set was done."""
    store.run("UPDATE planned_set SET state = 'done', set_uid = ? WHERE id = ?", (set_uid, planned_id))


def set_state(store: Store, planned_id: int, state: PlanState) -> None:
    """A planned set is skipped, or open again."""
    store.run(
        "UPDATE planned_set SET state = :state, set_uid = NULL WHERE id = :id AND state <> :state",
        {"id": planned_id, "state": state.value},
    )


def set_planned_kind(store: Store, planned_id: int, kind: SetKind) -> None:
    """Make a planned set a warm-up, a work set …."""
    store.run(
        "UPDATE planned_set SET kind = :kind WHERE id = :id AND kind <> :kind", {"id": planned_id, "kind": kind.value}
    )


def plan(store: Store, block_id: int, uid: str, n: int, target: Target) -> None:
    """Add a planned set, open."""
    store.run(
        f"INSERT INTO planned_set(uid, session_exercise_id, n, {_TARGET}) VALUES (?, ?, ?, {', '.join('?' * 9)})",
        (uid, block_id, n, *values.of_target(target)),
    )


def retarget(store: Store, planned_id: int, target: Target) -> None:
    """Give a planned set another target."""
    new = values.of_target(target)
    store.run(
        f"UPDATE planned_set SET ({_TARGET}) = ({', '.join('?' * 9)}) WHERE id = ?"
        f" AND ({_TARGET}) IS NOT ({', '.join('?' * 9)})",
        (*new, planned_id, *new),
    )


def targets_of(store: Store, planned_ids: Sequence[int]) -> tuple[Target, ...]:
    """The targets of planned sets, by the ids of their rows, in that order."""
    marks = ", ".join("?" * len(planned_ids))
    rows = {row["id"]: row for row in store.rows(f"SELECT * FROM planned_set WHERE id IN ({marks})", planned_ids)}
    return tuple(values.target(rows[one]) for one in planned_ids)


def drop_load(store: Store, planned_id: int) -> None:
    """Leave the load of a planned set open."""
    store.run("UPDATE planned_set SET load = NULL, unit = NULL WHERE id = ? AND load IS NOT NULL", (planned_id,))


def unplan(store: Store, planned_id: int) -> None:
    """Take a planned set out of its session."""
    store.run("DELETE FROM planned_set WHERE id = ?", (planned_id,))


def last_place(store: Store, block_id: int) -> int:
    """The highest place taken in a block, 0 when it is empty."""
    return int(
        store.value(
            "SELECT max(coalesce((SELECT max(n) FROM planned_set WHERE session_exercise_id = ?1), 0),"
            " coalesce((SELECT max(n) FROM performed_set WHERE session_exercise_id = ?1), 0))",
            (block_id,),
        )
    )


def make_room(store: Store, block_id: int, n: int, count: int) -> None:
    """Move the sets from place `n` on down by `count` places."""
    for table in ("planned_set", "performed_set"):
        rows = store.rows(f"SELECT id, n FROM {table} WHERE session_exercise_id = ? AND n >= ?", (block_id, n))
        places.rearrange(store, table, {row["id"]: row["n"] + count for row in rows})


def move_all(store: Store, block_id: int, to_block_id: int, shift: int) -> None:
    """Move the performed sets of a block to another one, `shift` places down, leaving its plan open again."""
    store.run(
        "UPDATE planned_set SET state = 'open', set_uid = NULL WHERE session_exercise_id = ? AND state = 'done'",
        (block_id,),
    )
    store.run(
        "UPDATE performed_set SET session_exercise_id = ?, n = n + ? WHERE session_exercise_id = ?",
        (to_block_id, shift, block_id),
    )
