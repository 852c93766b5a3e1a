"""What the sync has to tell and to ask: jobs left to do, reviews for the lifter, and what happened."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.store.connection import Store

_EVENTS_KEPT = 200


class Job(NamedTuple):
    """Something to be put right in the sheet."""

    id: int
    kind: str
    set_uid: str
    session_id: int | None
    data: dict[str, Any]


class Review(NamedTuple):
    """Something that only the lifter can decide."""

    id: int
    kind: str
    session_id: int | None
    set_uid: str
    lines: list[Any]
    at: int
    choice: str
    """what the lifter decided; empty: nothing yet"""


class EventRow(NamedTuple):
    """Something that happened."""

    at: int
    words: str


def add_job(
    store: Store, sheet_id: int, kind: str, *, set_uid: str, session_id: int | None, data: dict[str, Any], at: int
) -> int:
    """Keep a job until it is done, inside `write`. Returns its id."""
    store.run(
        "INSERT INTO sync_job(sheet_id, kind, set_uid, session_id, data, at) VALUES (?, ?, ?, ?, ?, ?)",
        (sheet_id, kind, set_uid, session_id, json.dumps(data), at),
    )
    return int(store.value("SELECT last_insert_rowid()"))


def open_jobs(store: Store, sheet_id: int) -> tuple[Job, ...]:
    """The jobs that are left, oldest first."""
    rows = store.rows(
        "SELECT id, kind, set_uid, session_id, data FROM sync_job WHERE sheet_id = ? AND state = 'open' ORDER BY id",
        (sheet_id,),
    )
    return tuple(Job(row[0], row[1], row[2], row[3], json.loads(row[4])) for row in rows)


def has_jobs(store: Store, sheet_id: int) -> bool:
    """Whether a job is left."""
    return store.value("SELECT 1 FROM sync_job WHERE sheet_id = ? AND state = 'open' LIMIT 1", (sheet_id,)) is not None


def close_job(store: Store, job_id: int, *, done: bool) -> None:
    """A job is done, or cannot be done."""
    store.run("UPDATE sync_job SET state = ? WHERE id = ?", ("done" if done else "given up", job_id))


def ask(
    store: Store, sheet_id: int, kind: str, *, session_id: int | None, set_uid: str, lines: Sequence[Any], at: int
) -> None:
    """Keep a review until it is decided, inside `write`; the same question is asked once, with what stands now."""
    store.run(
        "INSERT INTO sync_review(sheet_id, kind, session_id, set_uid, lines, at) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(sheet_id, kind, set_uid) WHERE done_at IS NULL DO UPDATE SET"
        " choice = CASE WHEN lines = excluded.lines THEN choice ELSE '' END, lines = excluded.lines",
        (sheet_id, kind, session_id, set_uid, json.dumps(lines), at),
    )


def reviews(store: Store, sheet_id: int) -> tuple[Review, ...]:
    """The reviews that are not done, oldest first."""
    rows = store.rows(
        "SELECT id, kind, session_id, set_uid, lines, at, choice FROM sync_review"
        " WHERE sheet_id = ? AND done_at IS NULL ORDER BY id",
        (sheet_id,),
    )
    return tuple(Review(row[0], row[1], row[2], row[3], json.loads(row[4]), row[5], row[6]) for row in rows)


def count_reviews(store: Store, sheet_id: int) -> int:
    """How many reviews wait for the lifter."""
    return int(
        store.value(
            "SELECT count(*) FROM sync_review WHERE sheet_id = ? AND done_at IS NULL AND choice = ''", (sheet_id,)
        )
    )


def review(store: Store, review_id: int) -> tuple[int, Review] | None:
    """A review that is not done, and the id of its sheet."""
    row = store.row(
        "SELECT sheet_id, id, kind, session_id, set_uid, lines, at, choice FROM sync_review"
        " WHERE id = ? AND done_at IS NULL",
        (review_id,),
    )
    return (row[0], Review(row[1], row[2], row[3], row[4], json.loads(row[5]), row[6], row[7])) if row else None


def choose(store: Store, review_id: int, choice: str) -> None:
    """Note what the lifter decided; empty: they took it back."""
    store.run("UPDATE sync_review SET choice = ? WHERE id = ?", (choice, review_id))


def close_review(store: Store, review_id: int, at: int) -> None:
    """A review is settled."""
    store.run("UPDATE sync_review SET done_at = ? WHERE id = ?", (at, review_id))


def close_reviews_of(store: Store, sheet_id: int, kind: str, set_uid: str, at: int) -> None:
    """What was to be reviewed of a set is no longer so."""
    store.run(
        "UPDATE sync_review SET done_at = ? WHERE sheet_id = ? AND kind = ? AND set_uid = ? AND done_at IS NULL",
        (at, sheet_id, kind, set_uid),
    )


def tell(store: Store, sheet_id: int, at: int, words: str) -> None:
    """Note what happened, inside `write`; the newest are kept."""
    store.run("INSERT INTO sync_event(sheet_id, at, words) VALUES (?, ?, ?)", (sheet_id, at, words))
    store.run(
        "DELETE FROM sync_event WHERE sheet_id = ? AND id <= (SELECT max(id) FROM sync_event) - ?",
        (sheet_id, _EVENTS_KEPT),
    )


def events(store: Store, sheet_id: int, limit: int = 50) -> tuple[EventRow, ...]:
    """What happened, newest first."""
    rows = store.rows("SELECT at, words FROM sync_event WHERE sheet_id = ? ORDER BY id DESC LIMIT ?", (sheet_id, limit))
    return tuple(EventRow(*row) for row in rows)
