"""What an act made of the rows it touched, as the audit recorded it; and how rows are brought there, or back.

The net effect of an act is each of its rows before and after. It is applied only to rows that are proved to stand
as one side says; rows come back under their old id and uid.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.errors import CannotUndo
from workout_tui.store.places import park
from workout_tui.store.triggers import AUDITED, PLACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.store.connection import Store

Image = dict[str, str | int]
"""A row's id and audited columns; what is NULL is left out."""

BY_HAND = "Change it by hand."
"""the fix when an act cannot be taken back"""

_NAMES = {
    "profile": "A setting",
    "exercise": "The exercise",
    "exercise_alias": "Another name of an exercise",
    "exercise_muscle": "A muscle of an exercise",
    "session": "The workout",
    "session_exercise": "An exercise of this workout",
    "planned_set": "A planned set",
    "performed_set": "A set",
    "exercise_setting": "The setting of an exercise",
    "template": "The template",
    "template_exercise": "An exercise of the template",
    "template_set": "A set of the template",
    "program": "The program",
    "program_run": "The run of the program",
}


class Change(NamedTuple):
    """What one act made of one row. None: there is no such row."""

    table: str
    id: int
    before: Image | None
    after: Image | None

    def turned(self) -> Change:
        """The way back."""
        return Change(self.table, self.id, self.after, self.before)


def of_act(store: Store, act_id: int) -> list[Change]:
    """The net effect of an act, parents before their children.

    Raises:
        CannotUndo: the audit does not know what stood there before.
    """
    first: dict[tuple[str, int], tuple[int, str]] = {}
    after: dict[tuple[str, int], Image | None] = {}
    for row in store.rows("SELECT seq, entity, entity_id, op, new FROM audit WHERE act_id = ? ORDER BY seq", (act_id,)):
        key = (row["entity"], row["entity_id"])
        first.setdefault(key, (row["seq"], row["op"]))
        after[key] = _image(row["new"])
    changes = [
        Change(table, one, None if op == "I" else _image_before(store, table, one, seq), after[table, one])
        for (table, one), (seq, op) in first.items()
    ]
    order = list(AUDITED)
    return sorted(changes, key=lambda change: order.index(change.table))


def _image_before(store: Store, table: str, row_id: int, seq: int) -> Image:
    image = _image(
        store.value(
            "SELECT new FROM audit WHERE entity = ? AND entity_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
            (table, row_id, seq),
        )
    )
    if image is None:
        raise CannotUndo("What stood there before is not known.", BY_HAND, table=table)
    return image


def _image(text: str | None) -> Image | None:
    return None if text is None else json.loads(text)


def apply(store: Store, changes: Sequence[Change]) -> None:
    """Bring every row from `before` to `after`, once all of them are proved to stand as `before` says.

    Raises:
        CannotUndo: one of them does not.
    """
    for change in changes:
        _prove(store, change)
    updated = [one for one in changes if one.before and one.after and one.before != one.after]
    store.run("PRAGMA defer_foreign_keys = ON")  # until the commit: a set may move off a block that goes
    _vacate(store, updated)
    for change in reversed(changes):
        if change.after is None:
            store.run(f"DELETE FROM {change.table} WHERE id = ?", (change.id,))
    for change in changes:
        if change.before is None and change.after is not None:
            _insert(store, change.table, change.after)
    for change in updated:
        _update(store, change.table, change.id, change.after or {})


def _prove(store: Store, change: Change) -> None:
    if change.table == "session" and (change.before is None or change.after is None):
        raise CannotUndo("This began the workout.", "Discard the workout instead.")
    columns = ", ".join(("id", *AUDITED[change.table]))
    row = store.row(f"SELECT {columns} FROM {change.table} WHERE id = ?", (change.id,))
    stands = {name: row[name] for name in row.keys() if row[name] is not None} if row else None  # noqa: SIM118 - a Row
    if stands != change.before:
        raise CannotUndo(f"{_NAMES.get(change.table, 'Something')} was changed since.", BY_HAND, table=change.table)


def _vacate(store: Store, updated: Sequence[Change]) -> None:
    """Give up the places, and what else is unique, of rows that are about to change: some may swap."""
    for table in PLACE:
        park(store, table, [one.id for one in updated if one.table == table])
    store.run_many(
        "UPDATE planned_set SET state = 'open', set_uid = NULL WHERE id = ?",
        [(one.id,) for one in updated if one.table == "planned_set"],
    )


def _insert(store: Store, table: str, image: Image) -> None:
    columns = [name for name in ("id", *AUDITED[table]) if name in image]
    marks = ", ".join("?" * len(columns))
    store.run(f"INSERT INTO {table}({', '.join(columns)}) VALUES ({marks})", tuple(image[name] for name in columns))


def _update(store: Store, table: str, row_id: int, image: Image) -> None:
    updates = ", ".join(f"{name} = ?" for name in AUDITED[table])
    store.run(f"UPDATE {table} SET {updates} WHERE id = ?", (*(image.get(name) for name in AUDITED[table]), row_id))
