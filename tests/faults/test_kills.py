"""Commands that are killed at every kind of moment: their work is done whole or not at all, and can be done again."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults import log
from tests.faults.killing import NEVER, Death, command
from tests.processes import outcomes, start
from tests.support import done, make_gym
from tests.unit.store import rows
from workout_tui.store import backup, health, migrations
from workout_tui.store.connection import Store
from workout_tui.store.examination import Examination

SEED = 20261120
WORKOUTS = 8
SETS = 30
"""of each workout of the export"""
HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"

SET_AND_DIE = """
import os, signal, sys
from pathlib import Path
from tests.faults import log
from workout_tui.store.connection import Store
store = Store(Path(sys.argv[1]))
log.log_set(store, 2)
os.kill(os.getpid(), signal.SIGKILL)
"""

FORMATS = Path(__file__).parents[1] / "unit" / "store" / "formats"

State = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few hundred sets as Strong writes them."""
    lines = [
        f"2024-{day // 28 + 1:02}-{day % 28 + 1:02} 18:00:00,Day {day % 3},1h,Lift {number // 5} (Barbell),"
        f"{number % 5 + 1},{40 + day / 2},{number % 12 + 1},0,0,,,"
        for day in range(WORKOUTS)
        for number in range(SETS)
    ]
    file = tmp_path_factory.mktemp("export") / "strong.csv"
    file.write_text("\n".join((HEADER, *lines)) + "\n")
    return file


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    return home


def state(path: Path) -> State:
    """What a log holds, without what counts its own use."""
    with closing(Store(path)) as store:
        return {table: held for table, held in rows.state(store).items() if table != "metric"}


def spread(total: int, count: int, chance: random.Random) -> Iterator[Death]:
    """Deaths over the whole of a work of so many moments, its last ones (the commit) among them, some in between."""
    exact = {1 + total * number // count for number in range(count)} | set(range(total - 4, total + 1))
    for moment in sorted(exact):
        yield Death(moment)
        yield Death(moment, chance.randint(1, 2000))


def moments(home: Path, *arguments: str) -> int:
    """How many moments a command has that nobody kills."""
    ((_, count),) = command(home, [Death(NEVER)], *arguments)
    return count


def test_an_import_is_in_whole_or_not_at_all_and_the_next_one_completes_it(home: Path, export: Path) -> None:
    """The log does not exist yet: its creation and its first lifter are killed, too."""
    bring = ("import", str(export), "--unit", "kg", "--yes")
    ((whole, total),) = command(home, [Death(NEVER)], *bring)
    wanted = sets(whole / "workout.db")
    assert len(wanted) == WORKOUTS * SETS
    left = command(home, [*spread(total, 4, random.Random(SEED)), *map(Death, (2, 5, 20, 200))], *bring)
    killed = [folder / "workout.db" for folder, ended in left if ended == NEVER]
    assert len(killed) >= 10
    for path in killed:
        if path.exists():
            assert sets(path) in ([], wanted)
            assert health.quick_check(path) == []
    for path in killed[-1:]:
        ((again, _),) = command(path.parent, [Death(NEVER)], *bring)
        assert sets(again / "workout.db") == wanted


def test_a_new_log_is_whole_or_begins_again(home: Path) -> None:
    begin = ("import", str(home / "nothing.csv"), "--unit", "kg")
    (home / "nothing.csv").write_text(f"{HEADER}\n2024-01-01 18:00:00,Day,1h,Squat,1,100,5,0,0,,,\n")
    ((whole, total),) = command(home, [Death(NEVER)], *begin)
    made = _schema(whole / "workout.db")
    early = [Death(moment) for moment in range(1, total, max(1, total // 16))]
    for left, ended in command(home, early, *begin):
        assert ended == NEVER
        path = left / "workout.db"
        assert _schema(path) == made
        beside = {"workout.db", "workout.db-wal", "workout.db-shm", "nothing.csv", "workout.log", "backups"}
        assert {one.name for one in left.iterdir()} <= beside


def test_a_log_of_the_first_format_is_brought_up_to_date_whole_or_stays_as_it_was(home: Path) -> None:
    with closing(sqlite3.connect(home / "workout.db")) as connection:
        connection.executescript((FORMATS / "1.sql").read_text("utf-8"))
    before, held = _raw_schema(home / "workout.db"), _raw_sets(home / "workout.db")
    assert held
    ((whole, total),) = command(home, [Death(NEVER)], "exercises")
    wanted = state(whole / "workout.db")
    seen = set()
    for left, _ in command(home, list(spread(total, 2, random.Random(SEED))), "exercises"):
        path = left / "workout.db"
        with closing(sqlite3.connect(path)) as connection:
            found = Examination(connection)
            seen.add(found.format())
            if found.format() == 1:
                assert _raw_schema(path) == before
            else:
                assert found.format() == migrations.LATEST
                assert found.schema(("table", "index", "trigger", "view")) == []
        assert _raw_sets(path) == held
        assert state(path) == wanted
    assert seen == {1, migrations.LATEST}


def test_a_merge_of_exercises_that_is_killed_is_done_whole_or_not_at_all(home: Path) -> None:
    gym = make_gym(home / "workout.db")
    session = gym.trained(gym.push(), done(100, 5), done(100, 5))
    gone = session.exercises[0].exercise
    gym.logbook.change_exercise_field(gone.uid, "also", "BP")
    gym.logbook.change_exercise_field(gone.uid, "muscles", "chest, triceps")
    gym.logbook.change_exercise_field(gone.uid, "note", "seat 4")
    gym.exercise("Flat Bench")
    gym.store.close()
    merge = ("exercises", "merge", gone.name, "Flat Bench", "--yes")
    before = state(home / "workout.db")
    ((whole, total),) = command(home, [Death(NEVER)], *merge)
    after = state(whole / "workout.db")
    assert after != before
    killed = command(home, [*map(Death, range(1, total, 8)), *map(Death, range(total - 9, total - 4))], *merge)
    stands = [(left, state(left / "workout.db")) for left, _ in killed]
    assert all(one in (before, after) for _, one in stands)
    assert {one == after for _, one in stands} == {False, True}
    left = next(left for left, one in stands if one == before)
    ((again, _),) = command(left, [Death(NEVER)], *merge)
    assert state(again / "workout.db") == after


def test_a_backup_that_is_killed_leaves_the_others_and_no_half_one_under_a_name(home: Path) -> None:
    (home / "backups").mkdir(mode=0o700)
    log.make(home / "workout.db").close()
    old = [backup.back_up(home / "workout.db", home / "backups", at=rows.AT + n * 1000) for n in range(backup.KEPT)]
    held = {one.path.name: one.path.read_bytes() for one in old}
    wanted = state(home / "workout.db")
    total = moments(home, "backup")
    for left, _ in command(home, list(spread(total, 6, random.Random(SEED))), "backup"):
        found = {one.path.name: one.path for one in backup.backups(left / "backups")}
        new = found.keys() - held.keys()
        for name in found.keys() & held.keys():
            assert found[name].read_bytes() == held[name]
        assert new or found.keys() == held.keys(), "an old one went before the new one stood"
        assert len(held.keys() - found.keys()) <= 1
        for name in new:
            assert health.quick_check(found[name]) == []
            assert state(found[name]) == wanted


def test_a_restore_that_is_killed_leaves_the_old_log_or_the_restored_one(home: Path) -> None:
    """At each moment of the exchange, and at some before.

    The last set of the old log stands in its write-ahead log only: it must not come off.
    """
    (home / "backups").mkdir(mode=0o700)
    path = home / "workout.db"
    with closing(log.make(path)) as store:
        log.log_set(store, 1)
    made = backup.back_up(path, home / "backups", at=rows.AT)
    outcomes([start(SET_AND_DIE, path)])
    assert path.with_name("workout.db-wal").stat().st_size
    total = moments(home, "restore", made.path.name)
    seen = set()
    deaths = [Death(one) for one in (*range(1, total - 20, 20), *range(max(1, total - 20), total + 1))]
    for left, ended in command(home, deaths, "restore", made.path.name):
        assert ended == NEVER
        aside = [one for one in left.glob("workout-before-*.db") if not one.samefile(left / "workout.db")]
        stands = logged(left / "workout.db")
        seen.add(tuple(stands))
        if stands == ["set-1"]:
            assert [logged(one) for one in aside] == [["set-1", "set-2"]]
        else:
            assert stands == ["set-1", "set-2"]
            assert aside == []
    assert ("set-1", "set-2") in seen
    assert state(made.path)


def logged(path: Path) -> list[str]:
    with closing(Store(path)) as store:
        return log.logged(store)


def _schema(path: Path) -> list[tuple[object, ...]]:
    with closing(Store(path)) as store:
        return [
            tuple(row)
            for row in store.rows(
                "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1, 2"
            )
        ]


def _raw_schema(path: Path) -> list[tuple[object, ...]]:
    """As it stands: `Store` would bring the log up to date."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall()


def _raw_sets(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT uid, n, load, reps, kind, at FROM performed_set ORDER BY id").fetchall()


def sets(path: Path) -> list[tuple[object, ...]]:
    """The sets of a log by what a lifter sees of them."""
    with closing(Store(path)) as store:
        return [
            tuple(row)
            for row in store.rows(
                "SELECT s.started_at, e.name, p.n, p.load, p.reps FROM performed_set p"
                " JOIN session_exercise b ON b.id = p.session_exercise_id JOIN session s ON s.id = b.session_id"
                " JOIN exercise e ON e.id = b.exercise_id ORDER BY 1, 2, 3"
            )
        ]
