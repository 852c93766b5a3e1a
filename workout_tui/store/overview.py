"""Figures over many completed sessions: what a day, a template or a week came to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workout_tui.store.connection import Store


class DayFigures(NamedTuple):
    """What a day came to, in kilograms."""

    sessions: int
    volume_kg: float


class TemplateFigures(NamedTuple):
    """How often and when last a template was done."""

    template_id: int
    template_uid: str
    program_id: int
    title: str
    sessions: int
    lately: int
    """how many of the last sessions were of it"""
    last_done: date
    last_at: int
    live: bool
    """neither the template nor its program is archived, and it is not the empty workout"""
    reserved: bool


def days(store: Store, profile_id: int, since: date, until: date = date.max) -> dict[date, DayFigures]:
    """The days on which something was completed, from a date on, to another if one is given."""
    rows = store.rows(
        "SELECT s.local_date AS day, count(*) AS sessions,"
        " sum((SELECT coalesce(sum(volume_kg), 0.0) FROM counted_sets WHERE session_id = s.id)) AS volume"
        " FROM session s WHERE s.profile_id = ? AND s.status = 'completed' AND s.local_date BETWEEN ? AND ?"
        " GROUP BY s.local_date",
        (profile_id, since.isoformat(), until.isoformat()),
    )
    return {date.fromisoformat(row["day"]): DayFigures(row["sessions"], row["volume"]) for row in rows}


LATELY = 12
"""how many of a lifter's last sessions say what they do these days"""


def templates(store: Store, profile_id: int) -> tuple[TemplateFigures, ...]:
    """All templates that were ever completed, the one done last first."""
    rows = store.rows(
        "WITH lately AS MATERIALIZED (SELECT template_id FROM session WHERE profile_id = :profile"
        "  AND status = 'completed' ORDER BY started_at DESC, id DESC LIMIT :lately)"
        " SELECT t.id, t.uid, t.program_id, t.name, t.reserved, s.started_at AS last_at, s.local_date AS last_done,"
        " (SELECT count(*) FROM session WHERE template_id = t.id AND status = 'completed') AS sessions,"
        " (SELECT count(*) FROM lately WHERE template_id = t.id) AS lately,"
        " t.archived_at IS NULL AND p.archived_at IS NULL AND NOT t.reserved AS live"
        " FROM program p JOIN template t ON t.program_id = p.id JOIN session s ON s.id = (SELECT id FROM session"
        "  WHERE template_id = t.id AND status = 'completed' ORDER BY started_at DESC, id DESC LIMIT 1)"
        " WHERE p.profile_id = :profile ORDER BY s.started_at DESC, s.id DESC",
        {"profile": profile_id, "lately": LATELY},
    )
    return tuple(
        TemplateFigures(
            template_id=row["id"],
            template_uid=row["uid"],
            program_id=row["program_id"],
            title=row["name"],
            sessions=row["sessions"],
            lately=row["lately"],
            last_done=date.fromisoformat(row["last_done"]),
            last_at=row["last_at"],
            live=bool(row["live"]),
            reserved=bool(row["reserved"]),
        )
        for row in rows
    )


_BEFORE = " AND (:before IS NULL OR (s.started_at, s.id) < (SELECT started_at, id FROM session WHERE id = :before))"


def durations_ms(store: Store, template_id: int, *, before: int | None = None, limit: int) -> tuple[int, ...]:
    """How long the last sessions of a template took, newest first; those before one, if it is named."""
    rows = store.rows(
        "SELECT s.ended_at - s.started_at AS took FROM session s WHERE s.template_id = :template"
        f" AND s.status = 'completed'{_BEFORE} ORDER BY s.started_at DESC, s.id DESC LIMIT :limit",
        {"template": template_id, "before": before, "limit": limit},
    )
    return tuple(row["took"] for row in rows)


def volumes(store: Store, template_id: int, *, before: int, limit: int) -> tuple[tuple[date, float], ...]:
    """Date and volume in kilograms of the sessions of a template before one, newest first."""
    rows = store.rows(
        "SELECT s.local_date, (SELECT coalesce(sum(volume_kg), 0.0) FROM counted_sets WHERE session_id = s.id) AS kg"
        f" FROM session s WHERE s.template_id = :template AND s.status = 'completed'{_BEFORE}"
        " ORDER BY s.started_at DESC, s.id DESC LIMIT :limit",
        {"template": template_id, "before": before, "limit": limit},
    )
    return tuple((date.fromisoformat(row["local_date"]), row["kg"]) for row in rows)


def exercises_since(store: Store, profile_id: int, since: date) -> tuple[str, ...]:
    """The exercises done in completed sessions from a date on, by uid, newest first."""
    rows = store.rows(
        "SELECT e.uid FROM session s JOIN session_exercise b ON b.session_id = s.id JOIN exercise e"
        " ON e.id = b.exercise_id WHERE s.profile_id = ? AND s.status = 'completed' AND s.local_date >= ?"
        " GROUP BY e.id ORDER BY max(s.started_at) DESC",
        (profile_id, since.isoformat()),
    )
    return tuple(row["uid"] for row in rows)


def orders(store: Store, profile_id: int, limit: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Title and exercises, by uid, in the order they were begun, of the last completed sessions, oldest first."""
    rows = store.rows(
        "SELECT s.id, s.title, e.uid FROM (SELECT id, title, started_at FROM session WHERE profile_id = ?"
        "  AND status = 'completed' ORDER BY started_at DESC, id DESC LIMIT ?) s"
        " JOIN session_exercise b ON b.session_id = s.id JOIN exercise e ON e.id = b.exercise_id"
        " WHERE EXISTS (SELECT 1 FROM performed_set WHERE session_exercise_id = b.id)"
        " ORDER BY s.started_at, s.id, b.position",
        (profile_id, limit),
    )
    found: dict[int, tuple[str, dict[str, None]]] = {}
    for row in rows:
        found.setdefault(row["id"], (row["title"], {}))[1][row["uid"]] = None
    return tuple((title, tuple(uids)) for title, uids in found.values())


def past_state(store: Store, profile_id: int) -> tuple[int, ...]:
    """Moves whenever a completed session, or what all sessions share, is changed; a running one does not move it."""
    row = store.rows(
        "SELECT count(*), coalesce(sum(revision), 0), coalesce(sum(id), 0),"
        " (SELECT coalesce(max(id), 0) FROM act WHERE session_id IS NULL)"
        " FROM session WHERE profile_id = ? AND status = 'completed'",
        (profile_id,),
    )[0]
    return tuple(row)
