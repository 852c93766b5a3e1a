"""One cycle after another: what is due gets into the sheet, with how many calls."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support import done, kg
from tests.sync.virtual import Cloud, Laptop, assert_equal, sheet_rows, train
from workout_tui.logbook.lifters import add_lifter
from workout_tui.model.load import Unit
from workout_tui.model.session import SetValues
from workout_tui.sync.columns import Column
from workout_tui.sync.cycle import CycleResult, run_cycle


def test_nothing_due_is_no_call(laptop: Laptop) -> None:
    result = laptop.cycle()
    assert result is not None
    assert (result.calls, laptop.calls, result.left) == (0, [], 0)


def test_finished_workouts_are_appended_with_one_read_and_one_write(laptop: Laptop) -> None:
    train(laptop, done(100, 5), done(102.5, 5), done(102.5, 4))
    train(laptop, SetValues(kg(60), 8, note="=1+1"))
    result = laptop.cycle()
    assert result is not None
    assert (result.calls, result.sessions, result.rows, result.left, result.again_in_s) == (2, 2, 4, 0, None)
    assert laptop.calls == ["read", "write"]
    assert_equal(laptop)
    assert laptop.cycle() == type(result)()


def test_an_edit_writes_only_what_changed(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5), done(100, 5))
    laptop.cycle()
    before = {key: token for key, token, _ in sheet_rows(cloud)}
    one = session.exercises[0].performed[0]
    laptop.logbook.edit_set(one.uid, done(105, 3))
    laptop.calls.clear()
    result = laptop.cycle()
    assert result is not None
    assert (laptop.calls, result.left) == (["read", "read", "write"], 0)
    assert_equal(laptop)
    changed = {key for key, token, _ in sheet_rows(cloud) if before[key] != token}
    assert changed == {one.uid}
    assert next(cells for key, _, cells in sheet_rows(cloud) if key == one.uid)[Column.WEIGHT] == 105


@pytest.mark.parametrize(
    ("workouts", "sets", "calls"), [(0, 0, 0), (1, 1, 2), (30, 33, 2), (31, 33, 3), (45, 45, 4), (61, 33, 4)]
)
def test_any_number_of_workouts_is_one_read_and_a_write_a_thousand_rows(
    laptop: Laptop, workouts: int, sets: int, calls: int
) -> None:
    for _ in range(workouts):
        train(laptop, *(done(100, 5) for _ in range(sets)))
    result = laptop.cycle()
    assert result is not None
    assert (result.calls, result.rows, result.left) == (calls, workouts * sets, 0)


def test_a_batch_of_long_notes_is_a_smaller_one(laptop: Laptop) -> None:
    for _ in range(3):
        train(laptop, *(SetValues(kg(60), 8, note="long " * 3990) for _ in range(30)))
    laptop.settle()
    assert laptop.calls == ["read", "write", "write", "write"]
    assert_equal(laptop)


def test_two_lifters_of_one_log_share_a_spreadsheet_or_not(laptop: Laptop, cloud: Cloud) -> None:
    train(laptop, done(100, 5))
    other = add_lifter(laptop.store, "Bo", Unit.LB, clock=laptop.clock, uids=laptop.uids)
    mine, laptop.logbook = laptop.logbook, laptop.logbook.of(other.uid)
    train(laptop, done(60, 8), done(60, 7))
    laptop.settle()
    assert [cells[Column.LIFTER] for _, _, cells in sheet_rows(cloud)] == ["Ann"]
    sheet_id = laptop.connect_lifter(other.uid)
    result = run_cycle(replace(laptop.desk(), sheet_id=sheet_id))
    assert (result.calls, result.rows) == (2, 2)
    assert sorted(str(cells[Column.LIFTER]) for _, _, cells in sheet_rows(cloud)) == ["Ann", "Bo", "Bo"]
    laptop.logbook = mine
    assert laptop.cycle() == CycleResult()
