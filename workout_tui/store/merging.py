"""Two exercises that are one: all that names the first names the second from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.exercise import name_key

if TYPE_CHECKING:
    from workout_tui.store.connection import Store

_SETTLED = (
    ("note",),
    ("step", "step_unit"),
    ("bar", "bar_unit"),
    ("rest_s",),
    ("unit",),
    ("distance_unit",),
    ("load_of",),
    ("by_side",),
    ("training_max", "training_max_unit"),
)
"""What a lifter settles for an exercise; columns that belong together stand together."""


class Use(NamedTuple):
    """How much of the log names an exercise, whoever trained; discarded sessions are among it."""

    sessions: int
    sets: int
    templates: int
    """archived ones left out"""


def use(store: Store, exercise_id: int) -> Use:
    """How much of the log names an exercise."""
    row = store.row(
        "SELECT (SELECT count(DISTINCT session_id) FROM session_exercise WHERE exercise_id = :id) AS sessions,"
        " (SELECT count(*) FROM session_exercise b JOIN performed_set p ON p.session_exercise_id = b.id"
        "  WHERE b.exercise_id = :id) AS sets,"
        " (SELECT count(DISTINCT x.template_id) FROM template_exercise x JOIN template t ON t.id = x.template_id"
        "  WHERE x.exercise_id = :id AND t.archived_at IS NULL) AS templates",
        {"id": exercise_id},
    )
    assert row is not None
    return Use(row["sessions"], row["sets"], row["templates"])


def merge(store: Store, gone_id: int, kept_id: int) -> None:
    """Let everything that names one exercise name another, and the other bear the name of the first too.

    What was settled for the kept one stands; what was not is taken over. Within an act.
    """
    name: str = store.value("SELECT name FROM exercise WHERE id = ?", (gone_id,))
    for table in ("session_exercise", "template_exercise", "exercise_alias"):
        store.run(f"UPDATE {table} SET exercise_id = ? WHERE exercise_id = ?", (kept_id, gone_id))
    _merge_settings(store, gone_id, kept_id)
    _merge_muscles(store, gone_id, kept_id)
    store.run("DELETE FROM exercise WHERE id = ?", (gone_id,))
    store.run(
        "INSERT INTO exercise_alias(exercise_id, alias, alias_key) VALUES (?, ?, ?)", (kept_id, name, name_key(name))
    )


def _merge_settings(store: Store, gone_id: int, kept_id: int) -> None:
    for row in store.rows("SELECT id, profile_id FROM exercise_setting WHERE exercise_id = ?", (gone_id,)):
        kept = store.value(
            "SELECT id FROM exercise_setting WHERE exercise_id = ? AND profile_id = ?", (kept_id, row["profile_id"])
        )
        if kept is None:
            store.run("UPDATE exercise_setting SET exercise_id = ? WHERE id = ?", (kept_id, row["id"]))
            continue
        for columns in _SETTLED:
            store.run(
                f"UPDATE exercise_setting SET ({', '.join(columns)}) ="
                f" (SELECT {', '.join(columns)} FROM exercise_setting WHERE id = :gone)"
                f" WHERE id = :kept AND coalesce({columns[0]}, '') = ''"
                f" AND (SELECT coalesce({columns[0]}, '') FROM exercise_setting WHERE id = :gone) <> ''",
                {"gone": row["id"], "kept": kept},
            )
        store.run("DELETE FROM exercise_setting WHERE id = ?", (row["id"],))


def _merge_muscles(store: Store, gone_id: int, kept_id: int) -> None:
    if store.value("SELECT 1 FROM exercise_muscle WHERE exercise_id = ? LIMIT 1", (kept_id,)):
        store.run("DELETE FROM exercise_muscle WHERE exercise_id = ?", (gone_id,))
    else:
        store.run("UPDATE exercise_muscle SET exercise_id = ? WHERE exercise_id = ?", (kept_id, gone_id))
