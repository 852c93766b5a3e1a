"""Writing programs and templates: found by uid, and only what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.exercise import name_key
from workout_tui.model.slug import slug
from workout_tui.store import places, values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.plan import Program, Target, Template, TemplateExercise
    from workout_tui.store.connection import Store

_EXERCISE = (
    "position", "exercise_id", "rest_s", "superset", "step", "step_unit", "note", "deload_percent", "deload_after",
)  # fmt: skip
"""The columns of a template's exercise beside its identity, in the order in which they are written."""


def put_program(store: Store, profile_id: int, program: Program, at: int) -> int:
    """Write a program, without its templates; the same uid is the same program. Returns the id of the row."""
    store.run(
        "INSERT INTO program(uid, profile_id, name, name_key, kind, archived_at) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(uid) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, kind = excluded.kind,"
        " archived_at = excluded.archived_at WHERE (name, kind, archived_at IS NULL)"
        " IS NOT (excluded.name, excluded.kind, excluded.archived_at IS NULL)",
        (
            program.uid,
            profile_id,
            program.name,
            name_key(program.name),
            program.kind.value,
            at if program.archived else None,
        ),
    )
    return int(store.value("SELECT id FROM program WHERE uid = ?", (program.uid,)))


def put_template(store: Store, program: int, template: Template, exercise_ids: dict[str, int], at: int) -> int:
    """Write a template whole; only what differs is written. Its slug stays what it was when it was made.

    Args:
        store: the log.
        program: the id of its program's row.
        template: the template.
        exercise_ids: the ids of the rows of its exercises, by uid.
        at: when, for a template that is archived now.
    """
    old = store.row("SELECT id, program_id, slug FROM template WHERE uid = ?", (template.uid,))
    taken = {
        row["slug"]
        for row in store.rows("SELECT slug FROM template WHERE program_id = ? AND uid <> ?", (program, template.uid))
    }
    store.run(
        "INSERT INTO template(uid, program_id, week, day, slug, name, reserved, archived_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(uid) DO UPDATE SET program_id = excluded.program_id,"
        " week = excluded.week, day = excluded.day, slug = excluded.slug, name = excluded.name,"
        " archived_at = excluded.archived_at WHERE (program_id, week, day, slug, name, archived_at IS NULL) IS NOT"
        " (excluded.program_id, excluded.week, excluded.day, excluded.slug, excluded.name,"
        " excluded.archived_at IS NULL)",
        (
            template.uid,
            program,
            template.week,
            template.day,
            slug(old["slug"] if old else template.slug or template.name, taken),
            template.name,
            int(template.reserved),
            at if template.archived else None,
        ),
    )
    template_id = int(store.value("SELECT id FROM template WHERE uid = ?", (template.uid,)))
    _put_exercises(store, template_id, template.exercises, exercise_ids)
    return template_id


def swap_days(store: Store, one: tuple[str, int], other: tuple[str, int]) -> None:
    """Exchange the days of two templates of one week, each given by its uid and its day."""
    ids = {uid: int(store.value("SELECT id FROM template WHERE uid = ?", (uid,))) for uid, _ in (one, other)}
    places.rearrange(store, "template", {ids[one[0]]: other[1], ids[other[0]]: one[1]})


def next_day(store: Store, program: int) -> int:
    """The first free day of a program's first week."""
    return int(
        store.value("SELECT coalesce(max(day), -1) + 1 FROM template WHERE program_id = ? AND week = 0", (program,))
    )


def _put_exercises(
    store: Store, template_id: int, wanted: Sequence[TemplateExercise], exercise_ids: dict[str, int]
) -> None:
    known = {
        row["uid"]: row["id"]
        for row in store.rows("SELECT uid, id FROM template_exercise WHERE template_id = ?", (template_id,))
    }
    for uid in known.keys() - {one.uid for one in wanted}:
        store.run("DELETE FROM template_set WHERE template_exercise_id = ?", (known[uid],))
        store.run("DELETE FROM template_exercise WHERE id = ?", (known[uid],))
    order = [
        row["uid"]
        for row in store.rows(
            "SELECT uid FROM template_exercise WHERE template_id = ? ORDER BY position", (template_id,)
        )
    ]
    if order != [one.uid for one in wanted]:
        places.park(store, "template_exercise", [known[uid] for uid in order])
    for position, one in enumerate(wanted, start=1):
        _put_exercise(store, template_id, position, one, exercise_ids[one.exercise.uid])


def _put_exercise(store: Store, template_id: int, position: int, one: TemplateExercise, exercise_id: int) -> None:
    columns, new = ", ".join(_EXERCISE), ", ".join(f"excluded.{column}" for column in _EXERCISE)
    marks = ", ".join("?" * (2 + len(_EXERCISE)))
    store.run(
        f"INSERT INTO template_exercise(uid, template_id, {columns}) VALUES ({marks}) ON CONFLICT(uid) DO UPDATE"
        f" SET ({columns}) = ({new}) WHERE ({columns}) IS NOT ({new})",
        (
            one.uid,
            template_id,
            position,
            exercise_id,
            one.rest_s,
            one.superset,
            *values.of_load(one.step),
            one.note,
            one.deload.percent if one.deload else None,
            one.deload.after if one.deload else None,
        ),
    )
    block_id = int(store.value("SELECT id FROM template_exercise WHERE uid = ?", (one.uid,)))
    _put_targets(store, block_id, one.targets)


def _put_targets(store: Store, block_id: int, targets: Sequence[Target]) -> None:
    store.run("DELETE FROM template_set WHERE template_exercise_id = ? AND n > ?", (block_id, len(targets)))
    columns = ", ".join(values.TEMPLATE_COLUMNS)
    new = ", ".join(f"excluded.{column}" for column in values.TEMPLATE_COLUMNS)
    marks = ", ".join("?" * (2 + len(values.TEMPLATE_COLUMNS)))
    for n, target in enumerate(targets, start=1):
        store.run(
            f"INSERT INTO template_set(template_exercise_id, n, {columns}) VALUES ({marks})"
            f" ON CONFLICT(template_exercise_id, n) DO UPDATE SET ({columns}) = ({new})"
            f" WHERE ({columns}) IS NOT ({new})",
            (block_id, n, *values.of_template_target(target)),
        )
