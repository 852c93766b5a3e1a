"""backup, restore, doctor."""

import json
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support import Gym, done
from tests.unit.cli.conftest import RUN
from workout_tui.clock import SystemClock
from workout_tui.lock import Lock
from workout_tui.store.query import ask

SETS = "SELECT count(*) FROM performed_set"


def states(run: RUN) -> dict[str, str]:
    """Each check of the doctor and how it came out."""
    ran = run("doctor", "--json")
    found = {one["check"]: one["state"] for one in json.loads(ran.out)}
    assert ran.code == (1 if "fault" in found.values() else 0)
    return found


def vandalise(path: Path, sql: str) -> None:
    """Change the file as no part of the program would."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.executescript(sql)


@pytest.fixture
def trained(gym: Gym) -> Gym:
    gym.trained(gym.push(), done(100, 5), done(100, 5))
    return gym


def test_a_sound_log_passes_every_check(trained: Gym, run: RUN) -> None:
    run("backup")
    found = states(run)
    assert set(found) == {
        "sqlite", "settings", "permissions", "disk space", "place", "schema", "triggers", "integrity", "foreign keys",
        "records of change", "backup", "clock", "write-ahead log", "counters", "sheet",
    }  # fmt: skip
    assert "fault" not in found.values()
    assert {found[one] for one in ("schema", "triggers", "integrity", "foreign keys", "backup", "clock")} == {"ok"}
    assert "rows unchanged since, all the same" in run("doctor").out


@pytest.mark.parametrize(
    ("sql", "checks"),
    [
        ("DROP TRIGGER performed_set_U", {"triggers"}),
        ("DROP VIEW v_weekly_volume", {"schema"}),
        ("CREATE TABLE other(a)", {"schema"}),
        ("DROP INDEX session_active", {"schema"}),
        ("PRAGMA foreign_keys = OFF; DROP TRIGGER exercise_D; DELETE FROM exercise", {"triggers", "foreign keys"}),
    ],
)
def test_what_is_wrong_is_found(trained: Gym, run: RUN, sql: str, checks: set[str]) -> None:
    vandalise(trained.path, sql)
    found = states(run)
    assert {name for name, state in found.items() if state == "fault"} == checks


def test_a_flipped_value_is_found_though_the_file_is_sound(trained: Gym, run: RUN) -> None:
    run("backup")
    vandalise(trained.path, "DROP TRIGGER performed_set_U; UPDATE performed_set SET reps = 6 WHERE id = 1")
    with closing(sqlite3.connect(trained.path)) as connection:
        from workout_tui.store.triggers import triggers

        connection.execute(next(one for one in triggers() if one.startswith("CREATE TRIGGER performed_set_U ")))
    found = states(run)
    assert {name for name, state in found.items() if state == "fault"} == {"records of change", "backup"}


def test_a_change_after_the_backup_is_no_fault(trained: Gym, run: RUN) -> None:
    run("backup")
    (past,) = trained.logbook.past_page()
    one = trained.logbook.session(past.uid).exercises[0].performed[0]
    trained.logbook.edit_set(one.uid, done(105, 5))
    assert states(run)["backup"] == "ok"


def test_a_backup_the_log_did_not_go_on_from_is_told(trained: Gym, run: RUN) -> None:
    first = run("backup").out.split()[-1]
    trained.start()
    second = run("backup").out.split()[-1]
    assert first != second
    trained.close()
    assert run("restore", first).code == 0
    assert states(run)["backup"] == "notice"


def test_a_file_that_is_none_of_ours_is_one_finding(home: Path, run: RUN) -> None:
    home.mkdir()
    (home / "workout.db").write_bytes(b"no database at all " * 100)
    assert states(run)["log"] == "fault"


def test_without_a_log_there_is_nothing_wrong(home: Path, run: RUN) -> None:
    assert states(run)["log"] == "notice"
    assert not home.exists()


def test_a_clock_behind_the_log_is_found(gym: Gym, run: RUN) -> None:
    gym.clock.at = SystemClock().now() + 86_400_000
    gym.start()
    assert states(run)["clock"] == "fault"


def test_settings_that_are_wrong_are_found(trained: Gym, home: Path, run: RUN) -> None:
    (home / "workout.toml").write_text("theme = 3\n")
    assert states(run)["settings"] == "fault"
    (home / "workout.toml").write_text('[keys]\n"log.undo" = "s"\n')
    assert states(run)["settings"] == "fault"
    assert "wanted by log.undo and by log.skip" in run("doctor").out
    (home / "workout.toml").write_text('[keys]\n"log.undo" = "z"\n')
    assert states(run)["settings"] == "ok"


@pytest.mark.skipif(os.name == "nt", reason="rights are told otherwise there")
def test_a_folder_that_others_may_look_into_is_told(trained: Gym, home: Path, run: RUN) -> None:
    home.chmod(0o755)
    assert states(run)["permissions"] == "notice"
    home.chmod(0o700)
    assert states(run)["permissions"] == "ok"


def test_a_backup_comes_back(trained: Gym, home: Path, run: RUN) -> None:
    made = run("backup")
    assert made.code == 0
    name = Path(made.out.split()[-1]).name
    assert name in run("restore").out
    (listed,) = json.loads(run("restore", "--json").out)
    assert listed["backup"].endswith(name)
    assert datetime.fromisoformat(listed["made"]).tzinfo is UTC
    trained.start()
    trained.close()
    (home / "workout.db").rename(home / "lost.db")
    assert run("restore", name).code == 0
    assert ask(home / "workout.db", SETS).rows == ((2,),)


def test_the_old_log_is_set_aside_and_named(trained: Gym, home: Path, run: RUN) -> None:
    made = run("backup").out.split()[-1]
    trained.clock.pass_ms(1000)
    trained.trained(trained.logbook.templates()[0], done(100, 5))
    trained.close()
    ran = run("restore", made)
    assert ran.code == 0
    aside = Path(ran.out.split()[-1].rstrip("."))
    assert ask(aside, SETS).rows == ((3,),)
    assert ask(home / "workout.db", SETS).rows == ((2,),)


def test_under_an_open_window_nothing_is_restored(trained: Gym, home: Path, run: RUN) -> None:
    made = run("backup").out.split()[-1]
    lock = Lock(home / "workout.lock", SystemClock())
    assert lock.acquire()
    ran = run("restore", made)
    lock.release()
    assert ran.code == 1
    assert "a window of “workout” is open" in ran.err


def test_a_damaged_backup_is_not_restored(trained: Gym, home: Path, run: RUN) -> None:
    made = Path(run("backup").out.split()[-1])
    made.write_bytes(made.read_bytes()[:5000])
    before = ask(home / "workout.db", SETS)
    trained.close()
    assert run("restore", str(made)).code == 1
    assert ask(home / "workout.db", SETS) == before
    assert not list(home.glob("*before*"))


def test_a_backup_elsewhere_never_overwrites(trained: Gym, tmp_path: Path, run: RUN) -> None:
    target = tmp_path / "stick.db"
    assert run("backup", str(target)).code == 0
    assert ask(target, SETS).rows == ((2,),)
    ran = run("backup", str(target))
    assert ran.code == 1
    assert "already" in ran.err
    assert run("backup", str(tmp_path / "none" / "x.db")).code == 1
    assert run("restore", str(tmp_path / "nothing.db")).code == 1
    assert "the log itself" in run("restore", str(trained.path)).err


def test_a_name_that_no_disk_can_keep_is_refused_in_words(gym: Gym, run: RUN) -> None:
    for command in ("backup", "restore"):
        ran = run(command, "x" * 300)
        assert (ran.code, ran.out) == (1, "")
        assert "File name too long" in ran.err
