"""The triggers: they record every edit and count the revisions of sessions and templates.

They see what is written by whatever program, so no way of writing gets round the audit. An image is
the JSON of all audited columns and the id; what is NULL is left out of it.
"""

from __future__ import annotations

_TARGET = "reps_lo reps_hi load unit seconds distance distance_unit rpe10"
_VALUES = "load unit reps seconds distance distance_unit rpe10 note"
_BLOCK = "position exercise_id rest_s superset step step_unit note"

AUDITED: dict[str, tuple[str, ...]] = {
    table: tuple(columns.split())
    for table, columns in {
        "profile": "uid name name_key unit day_start week_start week_goal rest_s rest_auto bell step step_unit",
        "bar": "profile_id load unit",
        "plate": "profile_id load unit pairs",
        "exercise": "uid name name_key measure equipment archived_at",
        "exercise_alias": "exercise_id alias alias_key",
        "exercise_muscle": "exercise_id muscle part",
        "exercise_setting": "profile_id exercise_id note step step_unit bar bar_unit rest_s unit distance_unit"
        " load_of by_side training_max training_max_unit",
        "program": "uid profile_id name name_key kind archived_at",
        "template": "uid program_id week day slug name reserved archived_at",
        "template_exercise": f"uid template_id {_BLOCK} deload_percent deload_after",
        "template_set": f"template_exercise_id n kind {_TARGET} percent10",
        "program_run": "uid profile_id program_id started_on began_at ended_at",
        "program_skip": "run_id template_id at",
        "session": "uid profile_id template_id occurrence title local_date started_at utc_offset_min ended_at status"
        " note bodyweight bodyweight_unit template_revision",
        "session_exercise": f"uid session_id {_BLOCK}",
        "planned_set": f"uid session_exercise_id n state set_uid kind {_TARGET}",
        "performed_set": f"uid session_exercise_id n kind {_VALUES} at",
        "import_batch": "uid profile_id format file_name sha256 at",
        "import_session": "profile_id source source_key batch_id session_id",
        "import_set": "import_session_id ordinal batch_id set_uid base",
    }.items()
}
"""Every column that a lifter can edit, by table: what the triggers record and undo restores.

Parents stand before their children. Not among them: the rest timer (no edit of the workout), the
metrics, and the counters of change themselves.
"""

PLACE: dict[str, str] = {
    "template": "day",
    "template_exercise": "position",
    "template_set": "n",
    "session_exercise": "position",
    "planned_set": "n",
    "performed_set": "n",
}
"""The column that orders the rows of a table. It is negative while a row is parked."""

_BLOCK_SESSION = "(SELECT session_id FROM session_exercise WHERE id = {row}.session_exercise_id)"
_SESSION_OF = {
    "session": "{row}.id",
    "session_exercise": "{row}.session_id",
    "planned_set": _BLOCK_SESSION,
    "performed_set": _BLOCK_SESSION,
}
_TEMPLATE_OF = {
    "template": "{row}.id",
    "template_exercise": "{row}.template_id",
    "template_set": "(SELECT template_id FROM template_exercise WHERE id = {row}.template_exercise_id)",
}

_AT = "coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER))"


def triggers() -> list[str]:
    """The audit and revision triggers, one statement each.

    The act that is open writes itself into the audit row; a change from outside the program has none.
    No UPDATE trigger reads ``old.*``: before SQLite 3.45.3 it may be wrong in an UPSERT, and the row's
    previous audit entry says the same.
    """
    return [_trigger(table, op) for table in AUDITED for op in "IUD"]


def _trigger(table: str, op: str) -> str:
    columns = AUDITED[table]
    event = {"I": "INSERT", "U": f"UPDATE OF {', '.join(columns)}", "D": "DELETE"}[op]
    parked = f" WHEN new.{PLACE[table]} >= 0" if op == "U" and table in PLACE else ""
    statements = "".join(f"  {statement};\n" for statement in (_record(table, op), *_counts(table, op)))
    return f"CREATE TRIGGER {table}_{op} AFTER {event} ON {table}{parked} BEGIN\n{statements}END"


def _record(table: str, op: str) -> str:
    row = "old" if op == "D" else "new"
    pairs = ", ".join(f"'{name}', {row}.{name}" for name in ("id", *AUDITED[table]))
    image = f"json_patch('{{}}', json_object({pairs}))"  # a merge patch drops the NULLs
    old, new = (image, "NULL") if op == "D" else ("NULL", image)
    session = _SESSION_OF.get(table, "NULL").format(row=row)
    return (
        "INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)\n"
        f"  VALUES ({_AT}, (SELECT id FROM act WHERE open = 1), '{table}', {row}.id, {session}, '{op}', {old}, {new})"
    )


def _counts(table: str, op: str) -> list[str]:
    if table in {"session", "template"} and op != "U":
        return []  # a new one begins at 1
    row = "old" if op == "D" else "new"
    statements = []
    if table in _SESSION_OF:
        statements.append(
            f"UPDATE session SET revision = revision + 1, modified_at = {_AT}"
            f" WHERE id = {_SESSION_OF[table].format(row=row)}"
        )
    if table in _TEMPLATE_OF:
        statements.append(
            f"UPDATE template SET revision = revision + 1 WHERE id = {_TEMPLATE_OF[table].format(row=row)}"
        )
    return statements
