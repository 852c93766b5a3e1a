"""Programs and templates, of one lifter each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.exercise import name_key
from workout_tui.model.plan import Program, ProgramKind, Target, Template, TemplateExercise
from workout_tui.model.slug import slug
from workout_tui.store import exercises, places, values

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from workout_tui.store.connection import Store

_TEMPLATE = (
    "SELECT t.*, p.uid AS program_uid, p.name AS program, p.kind AS program_kind FROM template t"
    " JOIN program p ON p.id = t.program_id"
)


def templates(store: Store, profile_id: int, *, archived: bool = False) -> tuple[Template, ...]:
    """The lifter's templates, program by program in the order of their weeks and days; the reserved one is left out.

    Args:
        store: the log.
        profile_id: whose.
        archived: also those that are archived, or whose program is.
    """
    rows = store.rows(
        f"{_TEMPLATE} WHERE p.profile_id = ? AND NOT t.reserved"
        " AND (? OR (t.archived_at IS NULL AND p.archived_at IS NULL)) ORDER BY p.id, t.week, t.day",
        (profile_id, archived),
    )
    return _whole(store, rows)


def programs(store: Store, profile_id: int) -> tuple[Program, ...]:
    """The lifter's programs with their templates, the reserved one left out, archived ones included."""
    by_program: dict[str, list[Template]] = {}
    for template in templates(store, profile_id, archived=True):
        by_program.setdefault(template.program_uid, []).append(template)
    return tuple(
        Program(
            uid=row["uid"],
            name=row["name"],
            kind=ProgramKind(row["kind"]),
            templates=tuple(by_program.get(row["uid"], ())),
            archived=row["archived_at"] is not None,
        )
        for row in store.rows("SELECT * FROM program WHERE profile_id = ? ORDER BY id", (profile_id,))
    )


def find(store: Store, profile_id: int, uid: str) -> tuple[int, Template] | None:
    """A template of the lifter and the id of its row."""
    rows = store.rows(f"{_TEMPLATE} WHERE p.profile_id = ? AND t.uid = ?", (profile_id, uid))
    return (rows[0]["id"], _whole(store, rows)[0]) if rows else None


def of_session(store: Store, profile_id: int, session_id: int) -> tuple[int, Template]:
    """The template one of the lifter's sessions was started from, and the id of its row."""
    rows = store.rows(
        f"{_TEMPLATE} JOIN session s ON s.template_id = t.id WHERE s.id = ? AND s.profile_id = ?",
        (session_id, profile_id),
    )
    return rows[0]["id"], _whole(store, rows)[0]


def some(store: Store, template_ids: Collection[int]) -> tuple[Template, ...]:
    """Templates by the ids of their rows, in no order."""
    marks = ", ".join("?" * len(template_ids))
    return _whole(store, store.rows(f"{_TEMPLATE} WHERE t.id IN ({marks})", tuple(template_ids)))


def reserved(store: Store, profile_id: int) -> str | None:
    """The uid of the lifter's empty workout."""
    found: str | None = store.value(
        "SELECT t.uid FROM template t JOIN program p ON p.id = t.program_id WHERE p.profile_id = ? AND t.reserved",
        (profile_id,),
    )
    return found


def taken_by_another(store: Store, profile_id: int, uid: str) -> bool:
    """Whether the uid names a template of another lifter."""
    owner = store.value(
        "SELECT p.profile_id FROM template t JOIN program p ON p.id = t.program_id WHERE t.uid = ?", (uid,)
    )
    return owner not in (None, profile_id)


def program_id(store: Store, profile_id: int, uid: str) -> int | None:
    """The id of a program's row, if it is this lifter's."""
    found: int | None = store.value("SELECT id FROM program WHERE uid = ? AND profile_id = ?", (uid, profile_id))
    return found


def program_named(store: Store, profile_id: int, name: str) -> str | None:
    """The uid of the lifter's program of this name."""
    found: str | None = store.value(
        "SELECT uid FROM program WHERE profile_id = ? AND name_key = ?", (profile_id, name_key(name))
    )
    return found


def template_named(store: Store, profile_id: int, name: str) -> tuple[int, int] | None:
    """Row and revision of the lifter's template of this name, a live one first; never the reserved one."""
    wanted = name_key(name)
    rows = store.rows(
        "SELECT t.id, t.revision, t.name FROM template t JOIN program p ON p.id = t.program_id"
        " WHERE p.profile_id = ? AND NOT t.reserved ORDER BY t.archived_at IS NOT NULL, t.id",
        (profile_id,),
    )
    return next(((row["id"], row["revision"]) for row in rows if name_key(row["name"]) == wanted), None)


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


def rewritten(store: Store, template_exercise_uid: str, since: int) -> bool:
    """Whether a target of a template's exercise was written anew after a moment, by the audit trail."""
    return (
        store.value(
            "SELECT 1 FROM template_exercise b JOIN template_set p ON p.template_exercise_id = b.id"
            " JOIN audit a ON a.entity = 'template_set' AND a.entity_id = p.id AND a.op = 'U'"
            " WHERE b.uid = ? AND a.at > ? LIMIT 1",
            (template_exercise_uid, since),
        )
        is not None
    )


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
    store.run(
        "INSERT INTO template_exercise(uid, template_id, position, exercise_id, rest_s, superset, step, step_unit,"
        " note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(uid) DO UPDATE SET position = excluded.position,"
        " exercise_id = excluded.exercise_id, rest_s = excluded.rest_s, superset = excluded.superset,"
        " step = excluded.step, step_unit = excluded.step_unit, note = excluded.note"
        " WHERE (position, exercise_id, rest_s, superset, step, step_unit, note) IS NOT (excluded.position,"
        " excluded.exercise_id, excluded.rest_s, excluded.superset, excluded.step, excluded.step_unit, excluded.note)",
        (
            one.uid,
            template_id,
            position,
            exercise_id,
            one.rest_s,
            one.superset,
            *values.of_load(one.step),
            one.note,
        ),
    )
    block_id = int(store.value("SELECT id FROM template_exercise WHERE uid = ?", (one.uid,)))
    _put_targets(store, block_id, one.targets)


def _put_targets(store: Store, block_id: int, targets: Sequence[Target]) -> None:
    store.run("DELETE FROM template_set WHERE template_exercise_id = ? AND n > ?", (block_id, len(targets)))
    columns = ", ".join(values.TARGET_COLUMNS)
    new = ", ".join(f"excluded.{column}" for column in values.TARGET_COLUMNS)
    for n, target in enumerate(targets, start=1):
        store.run(
            f"INSERT INTO template_set(template_exercise_id, n, {columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            f" ON CONFLICT(template_exercise_id, n) DO UPDATE SET ({columns}) = ({new})"
            f" WHERE ({columns}) IS NOT ({new})",
            (block_id, n, *values.of_target(target)),
        )


def _whole(store: Store, rows: Sequence[sqlite3.Row]) -> tuple[Template, ...]:
    """Templates with their exercises and targets: three queries however many there are."""
    marks = ", ".join("?" * len(rows))
    ids = [row["id"] for row in rows]
    targets: dict[int, list[Target]] = {}
    for row in store.rows(
        "SELECT s.* FROM template_set s JOIN template_exercise b ON b.id = s.template_exercise_id"
        f" WHERE b.template_id IN ({marks}) ORDER BY s.template_exercise_id, s.n",
        ids,
    ):
        targets.setdefault(row["template_exercise_id"], []).append(values.target(row))
    blocks: dict[int, list[TemplateExercise]] = {}
    for row in store.rows(
        f"SELECT b.*, {exercises.COLUMNS} FROM template_exercise b JOIN exercise e ON e.id = b.exercise_id"
        f" WHERE b.template_id IN ({marks}) ORDER BY b.template_id, b.position",
        ids,
    ):
        blocks.setdefault(row["template_id"], []).append(
            TemplateExercise(
                uid=row["uid"],
                exercise=exercises.exercise(row),
                targets=tuple(targets.get(row["id"], ())),
                rest_s=row["rest_s"],
                superset=row["superset"],
                step=values.load(row["step"], row["step_unit"]),
                note=row["note"],
            )
        )
    return tuple(_template(row, tuple(blocks.get(row["id"], ()))) for row in rows)


def _template(row: sqlite3.Row, blocks: tuple[TemplateExercise, ...]) -> Template:
    return Template(
        uid=row["uid"],
        name=row["name"],
        slug=row["slug"],
        revision=row["revision"],
        program_uid=row["program_uid"],
        program=row["program"],
        program_kind=ProgramKind(row["program_kind"]),
        week=row["week"],
        day=row["day"],
        exercises=blocks,
        reserved=bool(row["reserved"]),
        archived=row["archived_at"] is not None,
    )
