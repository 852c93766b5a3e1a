"""Programs and templates, of one lifter each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.model.exercise import name_key
from workout_tui.model.plan import Deload, Program, ProgramKind, Target, Template, TemplateExercise
from workout_tui.store import exercises, values

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


def program_known(store: Store, uid: str) -> bool:
    """Whether any lifter has a program with this uid."""
    return store.value("SELECT 1 FROM program WHERE uid = ?", (uid,)) is not None


def place_taken(store: Store, program: int, week: int, day: int) -> bool:
    """Whether a live template stands on a day of a program, by the id of its row."""
    return (
        store.value(
            "SELECT 1 FROM template WHERE program_id = ? AND week = ? AND day = ? AND archived_at IS NULL",
            (program, week, day),
        )
        is not None
    )


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
        targets.setdefault(row["template_exercise_id"], []).append(values.template_target(row))
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
                deload=_deload(row),
            )
        )
    return tuple(_template(row, tuple(blocks.get(row["id"], ()))) for row in rows)


def _deload(row: sqlite3.Row) -> Deload | None:
    percent = row["deload_percent"]
    return None if percent is None else Deload(percent, row["deload_after"])


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
