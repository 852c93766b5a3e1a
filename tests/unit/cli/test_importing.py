"""``workout import`` and ``workout imports`` as a lifter uses them."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.support import Gym
from tests.unit.cli.conftest import RUN
from tests.unit.transfer.files import WHOLE
from workout_tui.store.query import ask

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
ROW = "2026-04-2{day} 09:40:00,Push,{duration},{exercise},1,{load},5,0,0,"


def row(day: int = 4, duration: str = "51m", exercise: str = "Bench Press (Barbell)", load: float = 62.5) -> str:
    return ROW.format(day=day, duration=duration, exercise=exercise, load=load)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return write(tmp_path, row(), row())


def write(folder: Path, *rows: str) -> Path:
    file = folder / "strong.csv"
    file.write_text("\n".join((HEADER, *rows)) + "\n")
    return file


def end_of(out: str) -> str:
    """The name of the import in the line that says how to take it back."""
    return out.partition("--undo ")[2].split(maxsplit=1)[0]


def sets_in(home: Path) -> int:
    return int(ask(home / "workout.db", "SELECT count(*) FROM v_sets").rows[0][0] or 0)


@pytest.mark.parametrize("name", WHOLE)
def test_every_format_is_recognised(run: RUN, tmp_path: Path, name: str) -> None:
    (tmp_path / "history.csv").write_text(WHOLE[name], "utf-8")
    done = run("import", str(tmp_path / "history.csv"), "--unit", "kg")
    assert (done.code, done.err) == (0, "")
    assert " added, in " in done.out


def test_the_preview_says_what_would_come_and_what_to_look_at(run: RUN, home: Path, tmp_path: Path) -> None:
    twice = [
        row(5, load=load, exercise=name)
        for _ in range(2)
        for name in ("Squat (Barbell)", "Plank X")
        for load in (60, 70)
    ]
    rows = [row(), row(6, "264h 1m"), row(4, exercise="Bench Pres (Barbell)"), row(load=9999), *twice]
    done = run("import", str(write(tmp_path, *rows)), "--unit", "kg", "--dry-run")
    assert done.code == 0
    assert "strong.csv (Strong): 12 rows\n  11 sets added, in 3 new workouts\n" in done.out
    assert "    Bench Press (Barbell) → Bench Press\n" in done.out
    assert (
        "  1 exercise perhaps not new; --yes takes as the same:\n    Bench Pres (Barbell) → Bench Press?\n" in done.out
    )
    assert "row 4: the weight “9999.0” cannot be" in done.out or "row 4: the weight “9999” cannot be" in done.out
    assert "  1 workout over 6 hours, forgotten to be finished; no end is kept:\n    2026-04-26 Push\n" in done.out
    assert (
        "  1 workout whose second half repeats the first; look whether it was one:\n    2026-04-25 Push\n" in done.out
    )
    assert done.out.endswith("Nothing was written: this was a dry run.\n")
    assert not home.exists()


def test_yes_takes_what_is_suggested_and_keeps_it(run: RUN, home: Path, tmp_path: Path) -> None:
    file = str(write(tmp_path, row(exercise="Bench Pres (Barbell)")))
    done = run("import", file, "--unit", "kg", "--yes")
    assert "perhaps" not in done.out
    assert ask(home / "workout.db", "SELECT DISTINCT exercise FROM v_sets").rows == (("Bench Press",),)
    write(tmp_path, row(exercise="Bench Pres (Barbell)"), row(5, exercise="bench pres (barbell)"))
    assert "new exercise" not in run("import", file, "--unit", "kg").out


def test_without_yes_and_without_a_terminal_it_is_an_exercise_of_its_own(run: RUN, home: Path, tmp_path: Path) -> None:
    done = run("import", str(write(tmp_path, row(exercise="Bench Pres (Barbell)"))), "--unit", "kg")
    assert "perhaps not new" in done.out
    assert ask(home / "workout.db", "SELECT DISTINCT exercise FROM v_sets").rows == (("Bench Pres (Barbell)",),)


def test_the_format_can_be_named(run: RUN, export: Path) -> None:
    assert run("import", str(export), "--unit", "kg", "--as", "strong").code == 0
    refused = run("import", str(export), "--unit", "kg", "--as", "hevy")
    assert (refused.code, refused.out) == (1, "")
    assert "Readable are the exports of Hevy." in refused.err


def test_a_dry_run_without_room_for_a_copy_is_refused_in_words(
    gym: Gym, tmp_path: Path, run: RUN, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    ran = run("import", str(write(tmp_path)), "--unit", "kg", "--dry-run")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("workout: It cannot be tried out on a copy of the log: No such file or directory.")


@pytest.mark.parametrize("arguments", [[], ["--undo", ""], ["strong.csv", "--undo", "x"], ["--undo", "x", "--dry-run"]])
def test_wrong_usage(run: RUN, arguments: list[str]) -> None:
    done = run("import", *arguments)
    assert done.code == 2
    assert "either a FILE to bring, or --undo" in done.err


def test_imports_are_listed_and_one_is_taken_back(run: RUN, gym: Gym, home: Path, export: Path) -> None:
    which = end_of(run("import", str(export), "--unit", "kg").out)
    listed = run("imports").out
    assert which in listed
    (one,) = json.loads(run("imports", "--json").out)
    assert (one["import"], one["file"], one["workouts"], one["sets"], one["changed since"]) == (
        which,
        "strong.csv",
        1,
        2,
        0,
    )
    done = run("import", "--undo", which)
    assert (done.code, done.out) == (0, "strong.csv: 1 workout taken back\n")
    assert sets_in(home) == 0
    assert run("imports").out == "Nothing was imported. “workout import FILE” brings a history.\n"
    assert "2 sets added, in 1 new workout" in run("import", str(export), "--unit", "kg").out


def test_what_was_changed_since_is_told_and_stays_unless_all_is_to_go(
    run: RUN, gym: Gym, home: Path, tmp_path: Path
) -> None:
    which = end_of(run("import", str(write(tmp_path, row(), row(5))), "--unit", "kg").out)
    session = gym.logbook.session(gym.logbook.past_page()[0].uid)
    gym.logbook.remove_set(session.exercises[0].performed[0].uid)
    gym.logbook.note_session(session.uid, "mine")
    done = run("import", "--undo", which)
    assert done.out == (
        "strong.csv: 1 workout taken back\n"
        "  1 set of it had been changed or removed since\n"
        f"  1 workout and 0 sets changed since stay; “workout import --undo {which} --all” takes them too\n"
    )
    assert run("import", "--undo", which, "--all").out.startswith("strong.csv: 1 workout taken back\n")


@pytest.mark.parametrize("which", ["zzzz", "-"])
def test_an_import_that_there_is_not(run: RUN, gym: Gym, which: str) -> None:
    done = run("import", f"--undo={which}")
    assert done.code == 1
    assert done.err == f"workout: No import ends in “{which}”. “workout imports” lists them.\n"


def test_nothing_is_listed_where_there_is_no_log(run: RUN, home: Path) -> None:
    assert run("imports").code == 1
    assert not home.exists()


def test_at_a_terminal_it_asks_for_the_unit_and_for_each_name(home: Path, tmp_path: Path) -> None:
    file = write(tmp_path, row(), row(exercise="Bench Pres (Barbell)"), row(exercise="Squats (Barbell)"))
    ours, theirs = pty.openpty()
    os.write(ours, b"stone\n\ny\nn\n")  # no unit; what it looks like; yes; no
    command = [sys.executable, "-m", "workout_tui", "import", str(file)]
    done = subprocess.run(command, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, check=False)
    os.close(theirs)
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert said.count("kg or lb? [kg] ") == 2
    assert "Is “Bench Pres (Barbell)” your “Bench Press”? y/n " in said
    exercises = ask(home / "workout.db", "SELECT exercise, load_kg FROM v_sets ORDER BY at, exercise").rows
    assert sorted(exercises) == [("Bench Press", 62.5), ("Bench Press", 62.5), ("Squats (Barbell)", 62.5)]


def test_nobody_at_the_terminal_answers(home: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, b"\x04")
    command = [sys.executable, "-m", "workout_tui", "import", str(write(tmp_path, row()))]
    done = subprocess.run(command, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, check=False)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 1
    assert not home.exists()
