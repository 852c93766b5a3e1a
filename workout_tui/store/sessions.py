"""Sessions: their rows, found and proven by slot and uid, and their state."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.session import Slot, Status
from workout_tui.store import values

if TYPE_CHECKING:
    import sqlite3

    from workout_tui.model.load import Load
    from workout_tui.store.connection import Store


class Found(NamedTuple):
    """A session's row, found."""

    id: int
    uid: str
    status: Status


def _found(row: sqlite3.Row | None) -> Found | None:
    return Found(row["id"], row["uid"], Status(row["status"])) if row else None


def proven(store: Store, profile_id: int, slot: Slot, session_id: int, uid: str) -> bool:
    """Whether this row still is this session, in this slot of this lifter, and running.

    Asked inside the write transaction, so nothing can change between the proof and the write. The uid
    counts: in a restored file the id may belong to another session.
    """
    return (
        store.value(
            "SELECT 1 FROM session s JOIN template t ON t.id = s.template_id WHERE s.id = ? AND s.uid = ?"
            " AND s.profile_id = ? AND t.uid = ? AND s.occurrence = ? AND s.status = 'active'",
            (session_id, uid, profile_id, slot.template_uid, slot.occurrence),
        )
        is not None
    )


def in_slot(store: Store, profile_id: int, slot: Slot) -> Found | None:
    """The session that holds a slot; failing that, the newest one discarded from it."""
    return _found(
        store.row(
            "SELECT s.id, s.uid, s.status FROM session s JOIN template t ON t.id = s.template_id"
            " WHERE s.profile_id = ? AND t.uid = ? AND s.occurrence = ? ORDER BY s.status = 'discarded', s.id DESC",
            (profile_id, slot.template_uid, slot.occurrence),
        )
    )


def of_uid(store: Store, profile_id: int, uid: str) -> Found | None:
    """The lifter's session with this uid."""
    return _found(store.row("SELECT id, uid, status FROM session WHERE uid = ? AND profile_id = ?", (uid, profile_id)))


def last_before(store: Store, profile_id: int, session_id: int | None) -> int | None:
    """The row of the lifter's last completed session before this one, or of all; None: there is none."""
    found: int | None = store.value(
        "SELECT id FROM session WHERE profile_id = :profile AND status = 'completed' AND (:before IS NULL"
        " OR (started_at, id) < (SELECT started_at, id FROM session WHERE id = :before))"
        " ORDER BY started_at DESC, id DESC LIMIT 1",
        {"profile": profile_id, "before": session_id},
    )
    return found


def of_id(store: Store, session_id: int) -> Found | None:
    """Whatever session holds this row now, of whichever lifter."""
    return _found(store.row("SELECT id, uid, status FROM session WHERE id = ?", (session_id,)))


def all_ids(store: Store, profile_id: int) -> tuple[int, ...]:
    """The ids of the rows of all the lifter's sessions, oldest first."""
    rows = store.rows("SELECT id FROM session WHERE profile_id = ? ORDER BY started_at, id", (profile_id,))
    return tuple(row["id"] for row in rows)


def states(store: Store, profile_id: int) -> dict[str, Status]:
    """The state of each of the lifter's sessions, by their uids."""
    rows = store.rows("SELECT uid, status FROM session WHERE profile_id = ?", (profile_id,))
    return {row["uid"]: Status(row["status"]) for row in rows}


def known(store: Store, uid: str) -> bool:
    """Whether any lifter has a session with this uid."""
    return store.value("SELECT 1 FROM session WHERE uid = ?", (uid,)) is not None


def running(store: Store, profile_id: int) -> Found | None:
    """The lifter's running session; the database allows one."""
    return _found(
        store.row("SELECT id, uid, status FROM session WHERE profile_id = ? AND status = 'active'", (profile_id,))
    )


def template_of(store: Store, session_id: int) -> str:
    """The uid of the template a session was started from."""
    return str(
        store.value("SELECT t.uid FROM session s JOIN template t ON t.id = s.template_id WHERE s.id = ?", (session_id,))
    )


def next_occurrence(store: Store, profile_id: int, template_id: int) -> int:
    """The next running number of a template; those of discarded sessions are free again."""
    return int(
        store.value(
            "SELECT coalesce(max(occurrence), 0) + 1 FROM session"
            " WHERE profile_id = ? AND template_id = ? AND status <> 'discarded'",
            (profile_id, template_id),
        )
    )


def insert(
    store: Store,
    *,
    uid: str,
    profile_id: int,
    template_id: int,
    occurrence: int,
    title: str,
    local_date: str,
    started_at: int,
    utc_offset_min: int,
    template_revision: int,
    at: int,
    ended_at: int | None = None,
    note: str = "",
    bodyweight: Load | None = None,
    status: Status | None = None,
) -> int:
    """Add a session: running, or completed when it has an end, if no status says more. Returns the id of the row."""
    store.run(
        "INSERT INTO session(uid, profile_id, template_id, occurrence, title, local_date, started_at, utc_offset_min,"
        " ended_at, status, note, bodyweight, bodyweight_unit, template_revision, modified_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            uid,
            profile_id,
            template_id,
            occurrence,
            title,
            local_date,
            started_at,
            utc_offset_min,
            ended_at,
            (status or (Status.ACTIVE if ended_at is None else Status.COMPLETED)).value,
            note,
            *values.of_load(bodyweight),
            template_revision,
            at,
        ),
    )
    return int(store.value("SELECT last_insert_rowid()"))


def set_status(store: Store, session_id: int, status: Status, ended_at: int | None) -> None:
    """Move a session to another state; a running one has no end, every other one has."""
    store.run(
        "UPDATE session SET status = ?, ended_at = ?, rest_ends_at = NULL, rest_s = NULL WHERE id = ?",
        (status.value, ended_at, session_id),
    )


def take_free_occurrence(store: Store, session_id: int) -> None:
    """Give a discarded session the next number when its own was taken meanwhile."""
    store.run(
        "UPDATE session AS mine SET occurrence = (SELECT max(occurrence) + 1 FROM session"
        " WHERE profile_id = mine.profile_id AND template_id = mine.template_id AND status <> 'discarded')"
        " WHERE id = ? AND EXISTS (SELECT 1 FROM session WHERE profile_id = mine.profile_id AND id <> mine.id"
        " AND template_id = mine.template_id AND occurrence = mine.occurrence AND status <> 'discarded')",
        (session_id,),
    )


def status_before_discard(store: Store, session_id: int) -> Status:
    """What a discarded session was before, by its audit trail."""
    found = store.value(
        "SELECT json_extract(new, '$.status') FROM audit WHERE entity = 'session' AND entity_id = ?"
        " AND json_extract(new, '$.status') <> 'discarded' ORDER BY seq DESC LIMIT 1",
        (session_id,),
    )
    return Status(found) if found else Status.COMPLETED


def times(store: Store, session_id: int) -> tuple[int, int | None, int | None]:
    """When a session started, when it ended, and when its last set was logged."""
    (row,) = store.rows(
        "SELECT s.started_at, s.ended_at, (SELECT max(p.at) FROM session_exercise b"
        " JOIN performed_set p ON p.session_exercise_id = b.id WHERE b.session_id = s.id) AS last_at"
        " FROM session s WHERE s.id = ?",
        (session_id,),
    )
    return row["started_at"], row["ended_at"], row["last_at"]


def set_times(
    store: Store, session_id: int, *, local_date: str, started_at: int, utc_offset_min: int, ended_at: int | None
) -> None:
    """Move a session in time."""
    store.run(
        "UPDATE session SET local_date = :day, started_at = :start, utc_offset_min = :offset, ended_at = :end"
        " WHERE id = :id AND (local_date, started_at, utc_offset_min, ended_at) IS NOT (:day, :start, :offset, :end)",
        {"id": session_id, "day": local_date, "start": started_at, "offset": utc_offset_min, "end": ended_at},
    )


def set_note(store: Store, session_id: int, note: str) -> None:
    """Write the session's note."""
    store.run("UPDATE session SET note = :note WHERE id = :id AND note <> :note", {"id": session_id, "note": note})


def set_title(store: Store, session_id: int, title: str) -> None:
    """Write the session's title."""
    store.run("UPDATE session SET title = :new WHERE id = :id AND title <> :new", {"id": session_id, "new": title})


def set_bodyweight(store: Store, session_id: int, bodyweight: Load | None) -> None:
    """Write the lifter's bodyweight on the day."""
    load, unit = values.of_load(bodyweight)
    store.run(
        "UPDATE session SET bodyweight = :load, bodyweight_unit = :unit"
        " WHERE id = :id AND (bodyweight, bodyweight_unit) IS NOT (:load, :unit)",
        {"id": session_id, "load": load, "unit": unit},
    )


def set_rest(store: Store, session_id: int, ends_at: int | None, rest_s: int | None) -> None:
    """Keep the rest timer: no edit of the workout, so no revision and no audit."""
    store.run(
        "UPDATE session SET rest_ends_at = ?, rest_s = ? WHERE id = ?",
        (ends_at, None if ends_at is None else rest_s or 0, session_id),
    )


def last_bodyweight(store: Store, profile_id: int, before: int | None = None) -> Load | None:
    """The bodyweight of the newest session that has one; of those that began before a moment, if one is given."""
    row = store.row(
        "SELECT bodyweight, bodyweight_unit FROM session WHERE profile_id = ? AND bodyweight IS NOT NULL"
        " AND status <> 'discarded' AND started_at < coalesce(?, 9e18) ORDER BY started_at DESC, id DESC LIMIT 1",
        (profile_id, before),
    )
    return values.load(row["bodyweight"], row["bodyweight_unit"]) if row else None


def revision(store: Store, session_id: int) -> int:
    """How often the session was changed."""
    return int(store.value("SELECT revision FROM session WHERE id = ?", (session_id,)))
