"""A log for the tests of faults, and sets that are written as the program writes them."""

from __future__ import annotations

from pathlib import Path

from tests.unit.store import rows
from workout_tui.model.load import Load, Unit
from workout_tui.model.session import PerformedSet, SetValues
from workout_tui.store import sets
from workout_tui.store.acts import act
from workout_tui.store.connection import Store

SESSION = BLOCK = 1


def make(path: Path) -> Store:
    """A log with an active session of one block."""
    store = Store(path, checkpoints=True)
    rows.small_log(store)
    return store


def log_set(store: Store, n: int, note: str = "") -> None:
    """Log the set with the uid “set-n” on place n: when this returns, it is acknowledged."""
    values = SetValues(Load(100_000, Unit.KG), 5, note=note)
    with act(store, "log", at=rows.AT + n, session_id=SESSION):
        sets.put(store, BLOCK, PerformedSet(f"set-{n}", n, values, rows.AT + n))


def logged(store: Store) -> list[str]:
    """The uids of the sets that stand, in order of place."""
    return [row["uid"] for row in store.rows("SELECT uid FROM performed_set ORDER BY n")]


def expected(count: int) -> list[str]:
    """The uids of sets 1 to `count`."""
    return [f"set-{n}" for n in range(1, count + 1)]
