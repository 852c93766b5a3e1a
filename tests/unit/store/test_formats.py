"""Logs of earlier formats: each was written by the program of its day, and must open, whole, in every later one.

A format change that cannot open its own older files leaves somebody outside in the gym (case L8).
"""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.support import DAY, START, FakeClock, done
from workout_tui.cli import checks
from workout_tui.cli.findings import State
from workout_tui.clock import Uids
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.lifters import first_lifter
from workout_tui.logbook.logbook import Logbook, NewSet, Place
from workout_tui.paths import Paths
from workout_tui.store import backup, examination, migrations
from workout_tui.store.connection import Store
from workout_tui.store.examination import Examination

FORMATS = sorted(Path(__file__).with_name("formats").glob("*.sql"))
DERIVED = ("table", "index", "trigger", "view")


@pytest.fixture(params=FORMATS, ids=lambda one: f"format {one.stem}")
def old_log(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "workout.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(request.param.read_text("utf-8"))
    return path


def test_an_older_log_becomes_like_a_new_one(old_log: Path) -> None:
    Store(old_log).close()
    with closing(sqlite3.connect(old_log)) as connection:
        found = Examination(connection)
        assert found.format() == migrations.LATEST
        assert found.schema(DERIVED) == []
        assert found.integrity() == found.references() == found.recorded() == []


def test_nothing_of_an_older_log_is_lost_and_it_goes_on(old_log: Path) -> None:
    with closing(sqlite3.connect(old_log)) as connection:
        before = connection.execute("SELECT uid, n, load, reps, kind, at FROM performed_set ORDER BY id").fetchall()
    clock = FakeClock()
    uids = Uids(clock, random.Random(3))
    with closing(Store(old_log)) as store:
        after = [tuple(row) for row in store.rows("SELECT uid, n, load, reps, kind, at FROM performed_set ORDER BY id")]
        assert after == before
        lifter = first_lifter(store)
        assert lifter is not None
        logbook = Logbook(store, lifter.uid, clock=clock, uids=uids, metrics=Metrics())
        session = logbook.active()
        assert session is not None
        block = session.exercises[0]
        place = Place(block.uid, block.exercise.uid, block.planned[0].uid)
        session = logbook.log_sets(session.slot, place, [NewSet(uids.new(), done(105, 5))])
        assert session.done == 1
        assert logbook.undo(session.uid).session.done == 0


def test_what_the_lifter_made_in_it_stays_as_it_is(old_log: Path) -> None:
    """It may stand on views of ours, which a migration makes anew, or on nothing at all."""
    made = [
        ("mine", "CREATE VIEW mine AS SELECT * FROM v_sets"),
        ("broken", "CREATE VIEW broken AS SELECT * FROM nowhere"),
        ("my own", 'CREATE TRIGGER "my own" INSTEAD OF INSERT ON mine BEGIN SELECT 1; END'),
    ]
    with closing(sqlite3.connect(old_log)) as connection:
        for _, statement in made:
            connection.execute(statement)
    with closing(Store(old_log)) as store:
        assert store.value("SELECT count(*) FROM mine") == store.value("SELECT count(*) FROM performed_set") > 0
        for name, statement in made:
            assert store.value("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)) == statement


def test_doctor_finds_no_fault_in_an_older_log(old_log: Path) -> None:
    clock = FakeClock()
    clock.pass_ms(7 * DAY)
    found = list(checks.examine(Paths.of({"WORKOUT_HOME": str(old_log.parent)}), clock))
    assert [one for one in found if one.state is State.FAULT] == []
    assert {one.check for one in found if "older version" in one.words} == {"schema", "triggers"}
    assert {"records of change", "counters", "sheet"} <= {one.check for one in found}


def test_a_backup_of_the_older_format_can_be_compared_and_put_back(old_log: Path) -> None:
    """The newest backup is of the format before, until the next workout is over."""
    older = backup.back_up(old_log, old_log.parent, at=START).path
    Store(old_log).close()
    with examination.opened(old_log) as found:
        compared = found.beside(older)
        assert (compared.descends, compared.faults) == (True, ())
        assert compared.rows > 0
    backup.restore(older, old_log, at=START)
    with closing(Store(old_log)) as store:
        assert Examination(store.connection).format() == migrations.LATEST
