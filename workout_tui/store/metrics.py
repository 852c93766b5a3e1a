"""Counters that outlive the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_tui.store.connection import Store


def add(store: Store, counts: Mapping[str, int], at: int) -> None:
    """Add to the counters."""
    store.run_many(
        "INSERT INTO metric(name, value, at) VALUES (?, ?, ?)"
        " ON CONFLICT(name) DO UPDATE SET value = value + excluded.value, at = excluded.at",
        [(name, value, at) for name, value in sorted(counts.items())],
    )


def since(store: Store, at: int) -> dict[str, int]:
    """The counters that moved at or after a moment."""
    return {row["name"]: row["value"] for row in store.rows("SELECT name, value FROM metric WHERE at >= ?", (at,))}
