"""One cycle after another: what is due gets into the sheet, with how many calls."""

from __future__ import annotations

from tests.support import done, kg
from tests.sync.virtual import Cloud, Laptop, assert_equal, sheet_rows, train
from workout_tui.model.session import SetValues
from workout_tui.sync.columns import Column


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
