"""One cycle after another: what is due gets into the sheet, with how many calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import done, kg
from tests.sync.virtual import Cloud, Laptop, sheet_rows
from workout_tui.logbook.logbook import NewSet, Place
from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.session import Session, SetValues
from workout_tui.store import session_reads, sessions
from workout_tui.sync import rows, tokens
from workout_tui.sync.columns import Column


@pytest.fixture
def cloud() -> Cloud:
    return Cloud()


@pytest.fixture
def laptop(cloud: Cloud, tmp_path: Path) -> Laptop:
    one = Laptop(cloud, "a", tmp_path / "a")
    one.connect()
    return one


def train(laptop: Laptop, *sets: SetValues, exercise: str = "Bench Press") -> Session:
    """A whole workout, finished."""
    book = laptop.logbook
    session = book.start(None, session_uid=laptop.uids.new())
    lift = book.add_exercises([Exercise("", exercise, Measure.WEIGHT)])[0]
    session = book.add_exercise(session.uid, lift.uid)
    block = session.exercises[-1]
    new = [NewSet(laptop.uids.new(), values) for values in sets]
    session = book.log_sets(session.slot, Place(block.uid, lift.uid, None), new)
    laptop.cloud.pass_ms(60_000)
    return book.finish(session.uid)


def expected(laptop: Laptop) -> dict[str, rows.Cells]:
    """What the sheet should say, by the keys of its rows."""
    found: dict[str, rows.Cells] = {}
    for one in session_reads.several(laptop.store, sessions.all_ids(laptop.store, laptop.profile_id)):
        found |= rows.of_session(one, laptop.logbook.lifter.name)
    return found


def assert_equal(laptop: Laptop) -> None:
    """Every set stands in the sheet exactly once, as it is here."""
    there = sheet_rows(laptop.cloud)
    keys = [key for key, _, _ in there]
    wanted = expected(laptop)
    assert sorted(keys) == sorted(wanted)
    assert all(tokens.fits(key, token) for key, token, _ in there)
    assert {key: cells for key, _, cells in there} == wanted


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
