"""Ways in which other loggers lost or doubled workouts, by the number of the case, where no other test bears it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support import Gym, done, make_gym, open_place
from workout_tui.errors import DuplicateSession, StaleSession
from workout_tui.logbook.logbook import NewSet
from workout_tui.store.connection import Store


@pytest.fixture
def gym(path: Path) -> Iterator[Gym]:
    gym = make_gym(path)
    yield gym
    gym.close()


def test_d5_no_key_can_be_doubled_by_leaving_a_part_of_it_out(path: Path) -> None:
    """To a UNIQUE constraint two NULLs differ, so no column of a key may be NULL, unless NULL means “has none”."""
    with closing(Store(path)) as store:
        keys = store.rows(
            "SELECT t.name AS tbl, i.name AS key, c.name AS col FROM sqlite_schema t, pragma_index_list(t.name) i,"
            " pragma_index_info(i.name) c WHERE t.type = 'table' AND substr(t.name, 1, 1) <> '_'"
            " AND i.\"unique\" AND i.origin <> 'pk'"
        )
        nullable = {
            (row["key"], row["col"])
            for row in keys
            if not store.value('SELECT "notnull" FROM pragma_table_info(?) WHERE name = ?', (row["tbl"], row["col"]))
        }
    assert len(keys) > 40
    # Many planned sets wait for a performed one, and many acts are closed.
    assert nullable - {("planned_set_done", "set_uid"), ("act_open", "open")} == set()


def test_l3_a_stale_copy_of_the_whole_workout_deletes_nothing(gym: Gym) -> None:
    """A window that read the workout before a set was logged elsewhere may not write its older one over it."""
    stale = gym.log(gym.start(gym.push()))
    elsewhere = gym.again()
    longer = elsewhere.log_sets(stale.slot, open_place(stale), [NewSet("elsewhere", done(100, 5))])
    with pytest.raises(StaleSession) as refused:
        gym.logbook.save_session(replace(stale, note="mine"), expected_revision=stale.revision)
    assert refused.value.theirs == longer
    assert gym.logbook.session(stale.uid) == longer


def test_l6_a_second_workout_does_not_replace_the_running_one(gym: Gym) -> None:
    """It is refused by name, in this window and in another one; what runs is as it was."""
    running = gym.log(gym.start(gym.push()))
    other = gym.template("Pull", gym.planned("Row"))
    again = gym.again()
    for book in (gym.logbook, again):
        with pytest.raises(DuplicateSession, match="Push A") as refused:
            book.start(other.uid, session_uid=gym.uids.new())
        assert refused.value.session_uid == running.uid
    assert again.active() == running
