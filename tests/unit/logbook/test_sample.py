"""The made-up lifter of the demo."""

from __future__ import annotations

import random
from pathlib import Path

from tests.support import DAY, FakeClock
from workout_tui.logbook import sample
from workout_tui.store.connection import Store


def lived(path: Path, clock: FakeClock) -> list[tuple[object, ...]]:
    """The workouts of a new log with the sample in it."""
    store = Store(path)
    sample.fill(store, clock, random.Random(5), weeks=6)
    rows = [tuple(row) for row in store.rows("SELECT date, workout, sets, volume_kg FROM v_sessions ORDER BY date")]
    store.close()
    return rows


def test_the_same_weeks_every_time_up_to_yesterday(tmp_path: Path) -> None:
    first, second = (lived(tmp_path / f"{number}.db", FakeClock()) for number in range(2))
    assert first == second
    assert len(first) > 15
    assert str(first[-1][0]) in {"2024-09-23", "2024-09-22", "2024-09-21"}, "today is left to whoever looks"


def test_another_day_moves_the_weeks(tmp_path: Path) -> None:
    clock = FakeClock()
    clock.pass_ms(30 * DAY)
    assert str(lived(tmp_path / "later.db", clock)[-1][0]) > "2024-10-15"
