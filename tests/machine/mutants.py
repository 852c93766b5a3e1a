"""Two ways of saving a set that lose or double it, as they stood in loggers before: the machine must see them."""

from __future__ import annotations

import pytest

from workout_tui.logbook import performing
from workout_tui.logbook.desk import Deed
from workout_tui.logbook.performing import NewSet
from workout_tui.model.session import PerformedSet, PlanState
from workout_tui.store import sets, values
from workout_tui.store.connection import Store

_COLUMNS = f"uid, session_exercise_id, n, at, {', '.join(values.SET_COLUMNS)}"
_MARKS = ", ".join("?" * (4 + len(values.SET_COLUMNS)))
_INSERT = f"INSERT INTO performed_set({_COLUMNS}) VALUES ({_MARKS})"


def append(patch: pytest.MonkeyPatch) -> None:
    """Every save adds a row; when the uid is there already, under another one."""

    def put(store: Store, block_id: int, one: PerformedSet) -> None:
        known = int(store.value("SELECT count(*) FROM performed_set WHERE uid LIKE ? || '%'", (one.uid,)))
        uid = f"{one.uid}-{known}" if known else one.uid
        n = max(one.n, sets.last_place(store, block_id) + 1) if known else one.n
        store.run(_INSERT, (uid, block_id, n, one.at, *values.of_values(one.values)))

    patch.setattr(sets, "put", put)


def conflict_on_place(patch: pytest.MonkeyPatch) -> None:
    """The screen's place is believed, and a set that is there already is overwritten: its identity is its place."""
    chosen = performing._place_for
    columns = ", ".join(("uid", *values.SET_COLUMNS))
    new = ", ".join(f"excluded.{column}" for column in ("uid", *values.SET_COLUMNS))

    def put(store: Store, block_id: int, one: PerformedSet) -> None:
        store.run("PRAGMA defer_foreign_keys = ON")  # a planned set may name the one that is overwritten
        store.run(
            f"{_INSERT} ON CONFLICT(session_exercise_id, n) DO UPDATE SET ({columns}) = ({new})"
            f" WHERE ({columns}) IS NOT ({new})",
            (one.uid, block_id, one.n, one.at, *values.of_values(one.values)),
        )
        store.run(
            "UPDATE planned_set SET set_uid = ?1 WHERE session_exercise_id = ? AND n = ? AND set_uid <> ?1",
            (one.uid, block_id, one.n),
        )

    def place_for(deed: Deed, block_id: int, one: NewSet, wanted: str | None, previous: int) -> tuple[int, int | None]:
        believed = next((plan for plan in sets.planned_in(deed.store, block_id) if plan.uid == wanted), None)
        if believed is not None and believed.state is PlanState.DONE and not previous:
            return believed.n, believed.id
        return chosen(deed, block_id, one, wanted, previous)

    patch.setattr(sets, "put", put)
    patch.setattr(performing, "_place_for", place_for)
