"""The disk fills up while the sync is at work: nothing is lost or sent twice, and once there is space it ends."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support import done
from tests.sync.test_bad_luck import change, once, sent
from tests.sync.virtual import Cloud, Fault, Laptop, assert_equal, reviews, train
from workout_tui.errors import StoreFull
from workout_tui.store import batches
from workout_tui.sync import unsettled


def cycle_while_it_fills(laptop: Laptop, room: int) -> bool:
    """A cycle on a disk with space for so many commits; whether it had to end there."""
    left = [room]

    def fill(point: str) -> None:
        if point == "before a commit":
            left[0] -= 1
            if left[0] < 0:
                raise StoreFull("Not saved: the disk is full.")

    laptop.mortal = fill
    with suppress(StoreFull):
        laptop.cycle()
    return left[0] < 0


@pytest.mark.parametrize("fault", [Fault.NONE, Fault.AFTER_RESET, Fault.BEFORE_429])
def test_a_disk_that_is_full_from_any_commit_on(tmp_path: Path, fault: Fault) -> None:
    refused = 0
    for room in range(50):
        laptop = Laptop(Cloud(), "a", tmp_path / str(room))
        laptop.connect()
        change(laptop, sent(laptop))
        laptop.fault = once(fault)
        if not cycle_while_it_fills(laptop, room):
            break
        refused += 1
        for _ in range(2):  # it is still full
            cycle_while_it_fills(laptop, 0)
        laptop.settle()
        assert_equal(laptop)
        assert reviews(laptop) == []
        laptop.kill()
    assert refused > 1


def test_a_write_that_arrived_and_could_not_be_noted_is_settled_by_its_receipt(laptop: Laptop, cloud: Cloud) -> None:
    """A file that cannot grow, not a fault that is played: what is known of long notes needs pages of their own."""
    train(laptop, *[replace(done(100, 5), note="y" * 9000)] * 20)

    def fill(point: str) -> None:
        if point == "after batchUpdate":
            laptop.store.value(f"PRAGMA max_page_count = {laptop.store.value('PRAGMA page_count')}")

    laptop.mortal = fill
    with pytest.raises(StoreFull):
        laptop.cycle()
    assert batches.is_unsettled(laptop.store, laptop.sheet_id)
    laptop.store.value("PRAGMA max_page_count = 1000000")
    before = len(laptop.calls)
    laptop.mortal = lambda _point: None
    cloud.pass_ms(unsettled.QUARANTINE_MS)
    laptop.settle()
    assert "write" not in laptop.calls[before:]
    assert_equal(laptop)
