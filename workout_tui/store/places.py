"""Moving rows to other places. A swap in one statement would meet the place still taken, so rows are parked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.store.triggers import PLACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workout_tui.store.connection import Store


def park(store: Store, table: str, ids: Iterable[int]) -> None:
    """Give up the places of these rows for the moment, unseen by the audit. Each must get one before the commit."""
    column = PLACE[table]
    store.run_many(
        f"UPDATE {table} SET {column} = -1 - {column} WHERE id = ? AND {column} >= 0", ((one,) for one in ids)
    )


def rearrange(store: Store, table: str, places: Mapping[int, int]) -> None:
    """Put rows, by id, on the places given; those that stand right are left alone. Runs inside `write`.

    Raises:
        InvalidEntry: a place is taken by a row that is not among them.
    """
    column = PLACE[table]
    marks = ", ".join("?" * len(places))
    stands = store.rows(f"SELECT id, {column} FROM {table} WHERE id IN ({marks})", tuple(places))
    moved = [row["id"] for row in stands if row[column] != places[row["id"]]]
    park(store, table, moved)
    store.run_many(f"UPDATE {table} SET {column} = ? WHERE id = ?", ((places[one], one) for one in moved))
