"""Which sessions the sheet has yet to hear of.

Derived from the sessions themselves, so it cannot disagree with them: completed with a newer revision than
was acknowledged, or open again or discarded after they were ever in a batch that is not known as failed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.session import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workout_tui.store.connection import Store


class Due(NamedTuple):
    """A session that is due."""

    session_id: int
    uid: str
    revision: int
    status: Status
    was_sent: bool = False
    """whether the sheet has had it before"""


_DUE = """
  FROM session s JOIN sheet h ON h.profile_id = s.profile_id
  LEFT JOIN sheet_session y ON y.sheet_id = h.id AND y.session_id = s.id
  WHERE h.id = :sheet AND CASE s.status
    WHEN 'completed' THEN y.session_id IS NULL OR y.stale OR s.revision > y.revision OR y.status <> 'completed'
    WHEN 'active' THEN coalesce(y.sent AND y.status <> 'active', 0)
    ELSE coalesce(y.sent AND (y.stale OR s.revision > y.revision OR y.status <> 'discarded'), 0) END
"""


def due(store: Store, sheet_id: int) -> tuple[Due, ...]:
    """The sessions that are due, oldest first."""
    return _found(
        store,
        f"SELECT s.id, s.uid, s.revision, s.status, coalesce(y.revision, 0) > 0 {_DUE} ORDER BY s.started_at, s.id",
        sheet_id,
    )


def count_due(store: Store, sheet_id: int) -> int:
    """How many sessions are due."""
    return int(store.value(f"SELECT count(*) {_DUE}", {"sheet": sheet_id}))


def elsewhere(store: Store, sheet_id: int) -> tuple[Due, ...]:
    """The sessions with sets that only another laptop may append, as far as is known."""
    return _found(
        store,
        "SELECT s.id, s.uid, s.revision, s.status, 1 FROM session s JOIN sheet_session y ON y.session_id = s.id"
        " WHERE y.sheet_id = :sheet AND y.elsewhere = 1 ORDER BY s.started_at, s.id",
        sheet_id,
    )


def waiting_since(store: Store, sheet_id: int) -> int | None:
    """Since when the completed session that has waited longest waits, UTC milliseconds.

    None waits since before its last change, nor since before there was a sheet to go to.
    """
    found = store.value(
        f"SELECT min(max(s.modified_at, h.connected_at)) {_DUE} AND s.status = 'completed'", {"sheet": sheet_id}
    )
    return None if found is None else int(found)


def made_after(store: Store, session_ids: Sequence[int], last_set: int) -> frozenset[str]:
    """The sets of these sessions that were made after the set with this id."""
    marks = ", ".join("?" * len(session_ids))
    rows = store.rows(
        "SELECT p.uid FROM performed_set p JOIN session_exercise b ON b.id = p.session_exercise_id"
        f" WHERE b.session_id IN ({marks}) AND p.id > ?",
        (*session_ids, last_set),
    )
    return frozenset(row["uid"] for row in rows)


def note_sent(store: Store, sheet_id: int, session_ids: Collection[int]) -> None:
    """These sessions are in a batch that is about to be sent."""
    store.run_many(
        "INSERT INTO sheet_session(sheet_id, session_id, sent, tries) VALUES (?, ?, 1, 1)"
        " ON CONFLICT DO UPDATE SET sent = 1, tries = tries + 1",
        [(sheet_id, one) for one in session_ids],
    )


def note_failed(store: Store, sheet_id: int, session_ids: Collection[int]) -> None:
    """The batch with these sessions was certainly not applied; what stands in the sheet was sent before."""
    store.run_many(
        "UPDATE sheet_session AS y SET sent = y.revision > 0 OR EXISTS (SELECT 1 FROM sheet_base b"
        "   WHERE b.sheet_id = y.sheet_id AND b.session_id = y.session_id)"
        " OR EXISTS (SELECT 1 FROM sync_batch d, json_each(d.members) m WHERE d.sheet_id = y.sheet_id"
        "   AND d.state = 'dropped' AND m.value ->> '$.session' = y.session_id)"
        " WHERE y.sheet_id = ? AND y.session_id = ?",
        [(sheet_id, one) for one in session_ids],
    )


def acknowledge(store: Store, sheet_id: int, one: Due, *, elsewhere: bool = False) -> None:
    """The sheet has what was read of this session, but for what `elsewhere` says another laptop has to bring."""
    store.run(
        "INSERT INTO sheet_session(sheet_id, session_id, revision, status, sent, elsewhere)"
        " VALUES (?, ?, ?, ?, EXISTS (SELECT 1 FROM sheet_base WHERE sheet_id = ?1 AND session_id = ?2), ?)"
        " ON CONFLICT DO UPDATE SET revision = excluded.revision, status = excluded.status, stale = 0, tries = 0,"
        " elsewhere = excluded.elsewhere",
        (sheet_id, one.session_id, one.revision, one.status.value, int(elsewhere)),
    )


def forget(store: Store, session_id: int) -> None:
    """No sheet is told of a session any longer; its rows, where there are any, stay as they are."""
    for table in ("sheet_base", "sheet_session"):
        store.run(f"DELETE FROM {table} WHERE session_id = ?", (session_id,))


def followed(store: Store, sheet_id: int) -> frozenset[int]:
    """The sessions that the sheet was ever told of, or is being told of, and that were not forgotten since."""
    rows = store.rows("SELECT session_id FROM sheet_session WHERE sheet_id = ?", (sheet_id,))
    return frozenset(row["session_id"] for row in rows)


def make_due(store: Store, sheet_id: int, session_id: int) -> None:
    """The session is to be looked at again, though nothing of it was changed here."""
    store.run(
        "UPDATE sheet_session SET stale = 1 WHERE sheet_id = ? AND session_id = ?",
        (sheet_id, session_id),
    )


def tries(store: Store, sheet_id: int) -> dict[int, int]:
    """How often each session was sent in vain since it was last acknowledged."""
    rows = store.rows("SELECT session_id, tries FROM sheet_session WHERE sheet_id = ? AND tries > 0", (sheet_id,))
    return {row["session_id"]: row["tries"] for row in rows}


def _found(store: Store, sql: str, sheet_id: int) -> tuple[Due, ...]:
    return tuple(
        Due(row[0], row[1], row[2], Status(row[3]), bool(row[4])) for row in store.rows(sql, {"sheet": sheet_id})
    )
