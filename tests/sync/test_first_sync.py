"""A first sync of a long past: told as it goes, at Google's pace, and taken up wherever it was cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.support import done
from tests.sync.virtual import Cloud, Fault, Laptop, assert_equal, reviews, train
from workout_tui.sync import appending, editing
from workout_tui.sync.cycle import run_cycle
from workout_tui.sync.sheet import CallFailed

PACE_MS = 1000
LATENCY_MS = 300
SETS = 2
"""of a workout"""


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of 22 workouts, as with a thousand rows and 45 sets a workout."""
    for step in (appending, editing):
        monkeypatch.setattr(step, "ROWS_AT_ONCE", 22 * SETS)


def past(laptop: Laptop, workouts: int) -> None:
    for _ in range(workouts):
        train(laptop, *[done(100, 5)] * SETS)


def arrivals(cloud: Cloud) -> list[int]:
    """The moments at which calls arrive from now on."""
    found: list[int] = []
    cloud.before_call = lambda _what: found.append(cloud.at - LATENCY_MS)
    return found


def is_paced(calls: Sequence[int]) -> bool:
    """Whether no more than one call a second was made, but for one that follows the read it rests on."""
    ahead = (later - first - PACE_MS * (number - 2) for first, number, later in _spans(calls))
    return min(ahead, default=0) >= 0


def _spans(calls: Sequence[int]) -> list[tuple[int, int, int]]:
    return [
        (first, after - before + 1, calls[after])
        for before, first in enumerate(calls)
        for after in range(before + 1, len(calls))
    ]


def test_every_set_is_there_once_at_whatever_step_the_program_died(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each life dies one step later than the one before, so at every step of a batch, and between the batches."""
    monkeypatch.setattr(appending, "ROWS_AT_ONCE", 4 * SETS)
    past(laptop, 45)
    deaths = 0
    while laptop.dies_at(deaths):
        deaths += 1
    laptop.settle()
    assert deaths > 15, "every step of a batch, and of the one after it"
    assert_equal(laptop)
    assert reviews(laptop) == []


def test_how_far_it_is_is_told_after_every_batch(laptop: Laptop) -> None:
    past(laptop, 50)
    told: list[tuple[int, int]] = []
    run_cycle(replace(laptop.desk(), progress=lambda sent, total: told.append((sent, total))))
    assert told == [(0, 50), (22, 50), (44, 50), (50, 50)]


def test_what_was_done_before_a_call_failed_is_counted(laptop: Laptop) -> None:
    past(laptop, 50)
    desk = laptop.desk()
    laptop.fault = lambda is_write: Fault.BEFORE_503 if is_write and laptop.calls.count("write") == 2 else Fault.NONE
    with pytest.raises(CallFailed):
        run_cycle(desk)
    assert (desk.tally.calls, desk.tally.sessions, desk.tally.rows) == (3, 22, 44)


def test_no_more_than_a_call_a_second(laptop: Laptop, cloud: Cloud) -> None:
    past(laptop, 90)
    calls = arrivals(cloud)
    laptop.cycle()
    assert len(calls) == 6
    assert is_paced(calls)
    assert all(later - sooner < 2 * PACE_MS for sooner, later in pairwise(calls)), "and no slower than that"


def test_nor_when_one_cycle_follows_another_at_once(laptop: Laptop, cloud: Cloud) -> None:
    past(laptop, 50)
    laptop.settle()
    with laptop.store.write():
        laptop.store.run("UPDATE exercise SET name = 'Bench', name_key = 'bench'")
    calls = arrivals(cloud)
    while (result := laptop.cycle()) is not None and result.again_in_s is not None:
        assert result.again_in_s == 0, "as many rows as one batch takes are looked at in a cycle; the next one goes on"
    assert len(calls) > 6
    assert is_paced(calls)
    assert_equal(laptop)
