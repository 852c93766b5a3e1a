"""start, log, finish, discard, status: a workout without the interface."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support import Gym, done, kg
from tests.unit.cli.conftest import RUN, from_outside
from workout_tui.clock import SystemClock
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.session import SetValues, Status
from workout_tui.store.connection import Store


def test_a_whole_workout(gym: Gym, run: RUN) -> None:
    gym.push()
    assert run("start", "push").code == 0
    assert run("log", "100x5", "x4").out.startswith("Bench Press  100 kg × 5 · 1/3\nBench Press  100 kg × 4 · 2/3\n")
    assert run("log", "").code == 0
    assert run("log", "-e", "overhead", "3x5@60").code == 0
    shown = run("status").out
    assert "Push A · open" in shown
    assert "3/3  Overhead Press  3 sets of 60 kg × 5" in shown
    ended = run("finish")
    assert ended.code == 0
    assert "Push A · finished" in ended.out
    (past,) = gym.logbook.past_page()
    assert past.sets == 6
    assert len(list((gym.path.parent / "backups").glob("*.db"))) == 1
    assert "2300" in run("history").out


def test_each_line_is_an_act_of_its_own(gym: Gym, run: RUN) -> None:
    gym.push()
    run("start", "Push A")
    run("log", "-", stdin="100x5\n\n100x4\r\n")
    session = gym.logbook.active()
    assert session is not None
    assert [one.values for one in session.exercises[0].performed] == [done(100, 5), done(100, 4)]
    undone = gym.logbook.undo(session.uid).session
    assert [one.values for one in undone.exercises[0].performed] == [done(100, 5)]


def test_the_pipe_stops_at_the_first_bad_line(gym: Gym, run: RUN) -> None:
    gym.push()
    run("start", "Push A")
    ran = run("log", "-", stdin="100x5\n100x5\n100xx\n100x5\n")
    assert ran.code == 1
    assert ran.out.count("Bench Press") == 2
    assert "Stopped at line 3" in ran.err
    assert "The 2 sets before it are logged." in ran.err
    session = gym.logbook.active()
    assert session is not None
    assert session.done == 2


def test_an_exercise_stays_until_another_is_named(gym: Gym, run: RUN) -> None:
    gym.push()
    gym.exercise("Squat")
    run("start", "Push A")
    assert run("log", "-", stdin="overhead: 60x5\nx5\nSquat:\n100x5\n=\n").code == 0
    session = gym.logbook.active()
    assert session is not None
    count = {block.exercise.name: len(block.performed) for block in session.exercises}
    assert count == {"Bench Press": 0, "Overhead Press": 2, "Squat": 2}


def test_a_time_and_a_note_are_no_name(gym: Gym, run: RUN) -> None:
    gym.push()
    run("start", "Push A")
    assert run("log", "x5 #tempo: slow").code == 0
    assert run("log", "1:30").code == 1
    session = gym.logbook.active()
    assert session is not None
    assert [one.values.note for one in session.exercises[0].performed] == ["tempo: slow"]


def test_what_is_not_understood_is_told_in_words_for_a_command_however_long_it_is(gym: Gym, run: RUN) -> None:
    gym.push()
    run("start", "Push A")
    assert "“workout log --help” shows the forms." in run("log", "100x5 foo").err
    assert run("log", "x").err.endswith("reps missing after x. x5.\n")
    assert "at most 500 characters" in run("log", "a" * 200_000).err


def test_a_mark_may_stand_before(gym: Gym, run: RUN) -> None:
    gym.push()
    run("start", "Push A")
    assert run("log", "w 60x5", "f 100x5").code == 0
    session = gym.logbook.active()
    assert session is not None
    kinds = [one.values.kind for one in session.exercises[0].performed]
    assert kinds == [SetKind.WARMUP, SetKind.FAILURE]


def test_help_by_assistance_stands_behind_two_dashes(gym: Gym, run: RUN) -> None:
    gym.exercise("Pull Up", Measure.BODYWEIGHT)
    run("start", "--empty")
    assert run("log", "-e", "pull", "--", "-20x6").code == 0
    session = gym.logbook.active()
    assert session is not None
    assert session.exercises[0].performed[0].values == SetValues(Load(-20000, Unit.KG), 6)


def test_a_slip_is_doubted_until_one_is_sure(gym: Gym, run: RUN) -> None:
    gym.trained(gym.push(), done(100, 5))
    run("start", "Push A")
    ran = run("log", "1000x5")
    assert ran.code == 1
    assert "--sure" in ran.err
    session = gym.logbook.active()
    assert session is not None
    assert session.done == 0
    assert run("log", "--sure", "1000x5").code == 0


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("log", "100x5"), "No workout is open."),
        (("finish",), "No workout is open."),
        (("discard",), "No workout is open."),
        (("start", "Nothing"), "There is no workout “Nothing”."),
        (("history", "Nothing"), "There is no exercise “Nothing”."),
        (("start", "Push A", "--empty"), "An empty workout has no name"),
        (("status", "--lifter", "Eve"), "no lifter “Eve”"),
    ],
)
def test_what_cannot_be_ranis_refused_in_words(gym: Gym, run: RUN, command: tuple[str, ...], says: str) -> None:
    ran = run(*command)
    assert ran.code == 1
    assert says in ran.err
    assert ran.out == ""


def test_a_name_that_fits_several_is_asked_back(gym: Gym, run: RUN) -> None:
    gym.template("Upper A", gym.planned("Bench Press"))
    gym.template("Upper B", gym.planned("Bench Press"))
    ran = run("start", "upper")
    assert ran.code == 1
    assert "Several workouts fit “upper”: Upper A, Upper B." in ran.err


def test_another_workout_is_not_begun_beside_an_open_one(gym: Gym, run: RUN) -> None:
    gym.push()
    gym.template("Legs", gym.planned("Squat"))
    assert run("start", "Legs").code == 0
    assert run("start", "Legs").code == 0
    ran = run("start", "Push A")
    assert ran.code == 1
    assert "“Legs” is still open." in ran.err


def test_without_a_name_what_is_up_next_begins(gym: Gym, run: RUN) -> None:
    gym.push()
    assert run("start").out.startswith("Push A · open")


def test_finish_and_discard_ask_while_something_would_be_left(gym: Gym, run: RUN) -> None:
    gym.push()
    run("start")
    assert "Nothing was logged." in run("finish").err
    run("log", "100x5")
    assert "5 planned sets are still open." in run("finish").err
    assert "1 set was logged in it." in run("discard").err
    assert run("discard", "--sure").code == 0
    assert [one.status for one in gym.logbook.past_page(discarded=True)] == [Status.DISCARDED]
    assert "Push A" in run("history", "--discarded").out


def test_json_is_json_everywhere(gym: Gym, run: RUN) -> None:
    gym.trained(gym.push(), done(100, 5))
    gym.clock.pass_ms(1000)
    assert json.loads(run("status", "--json").out) is None
    assert json.loads(run("start", "--json").out)["workout"] == "Push A"
    logged = [json.loads(line) for line in run("log", "--json", "110x5", "=").out.splitlines()]
    assert [one["sets"][0]["load"] for one in logged] == [110, 110]
    status = json.loads(run("status", "--json").out)
    assert status["done"] == 2
    assert status["next"]["exercise"] == "Bench Press"
    assert json.loads(run("finish", "--sure", "--json").out)["status"] == "completed"
    records = {one["record"]: one for one in json.loads(run("records", "--json").out)}
    assert records.keys() >= {"weight", "e1rm"}
    assert (records["e1rm"]["value"], records["e1rm"]["load"], records["e1rm"]["reps"]) == (128.3, 110, 5)
    assert json.loads(run("history", "--json").out)[0]["sets"] == 2
    assert json.loads(run("history", "bench", "--json").out)[0]["sets"] == "2 sets of 110 kg × 5"
    assert json.loads(run("templates", "--json").out)[0]["workout"] == "Push A"
    assert {one["exercise"] for one in json.loads(run("exercises", "--json").out)} == {"Bench Press", "Overhead Press"}


def test_each_lifter_has_a_workout_of_their_own(gym: Gym, run: RUN) -> None:
    other = gym.other_lifter("Bo")
    assert "Several lifters share this log: Ann, Bo." in run("status").err
    assert run("start", "--empty", "--lifter", "bo").code == 0
    assert gym.logbook.active() is None
    assert other.active() is not None


def test_a_log_that_is_not_there_is_not_begun(home: object, run: RUN) -> None:
    ran = run("start")
    assert ran.code == 1
    assert "There is no log yet" in ran.err


def test_the_rest_runs_as_after_a_set_in_the_interface(gym: Gym, run: RUN) -> None:
    gym.push()
    run("start")
    run("log", "100x5")
    session = gym.logbook.active()
    assert session is not None
    assert session.rest_s == 120
    assert "· rest " in run("status").out


def test_what_a_lifter_wrote_never_acts_on_the_terminal(gym: Gym, run: RUN) -> None:
    gym.template("Push\x1b[31m", gym.planned("Bench\x1b]0;x\x07"))
    for command in (("start",), ("log", "100x5 #\x1b[2J"), ("status",), ("templates",), ("exercises",)):
        ran = run(*command)
        assert ran.code == 0
        assert "\x1b" not in ran.out
        assert "\x07" not in ran.out


def test_a_pipe_from_outside(gym: Gym) -> None:
    gym.push()
    assert from_outside("start").code == 0
    ran = from_outside("log", "-", stdin="100x5\nx5\nnonsense\n")
    assert ran.code == 1
    assert "Stopped at line 3" in ran.err
    assert from_outside("log").code == 2
    session = gym.logbook.active()
    assert session is not None
    assert session.done == 2
    assert [one.values.load for one in session.exercises[0].performed] == [kg(100), kg(100)]


def test_bytes_that_are_no_text_are_refused_as_a_line(gym: Gym) -> None:
    gym.push()
    assert from_outside("start").code == 0
    ran = subprocess.run(
        [sys.executable, "-m", "workout_tui", "log", "-"],
        check=False,
        input=b"100x5\n\xff\xfe\x00\x1b[2J\n",
        capture_output=True,
        env=dict(os.environ) | {"PYTHONUTF8": "1"},
    )
    assert ran.returncode == 1
    assert b"Stopped at line 2" in ran.stderr
    assert b"\x1b" not in ran.stderr
    assert b"Traceback" not in ran.stderr
    session = gym.logbook.active()
    assert session is not None
    assert session.done == 1


def test_while_the_log_is_held_a_set_is_refused_and_the_reason_said(
    gym: Gym, run: RUN, monkeypatch: pytest.MonkeyPatch
) -> None:
    gym.push()
    run("start")
    monkeypatch.setattr(Store.__init__, "__kwdefaults__", {**(Store.__init__.__kwdefaults__ or {}), "busy_ms": 10})
    with gym.store.write():
        ran = run("log", "100x5")
        assert ran.code == 1
        assert "another program is using it" in ran.err
        assert run("status").code == 0
    assert run("log", "100x5").code == 0


def test_a_workout_that_recurs_in_an_import_can_be_started_by_its_name(home: Path, run: RUN, tmp_path: Path) -> None:
    days = [SystemClock().now() // 86_400_000 - back for back in (8, 5, 2)]
    rows = [
        f"{date(1970, 1, 1) + timedelta(day):%Y-%m-%d} 09:00:00,Heavy,50m,Squat (Barbell),{kind},{load},5,0,0,"
        for day in days
        for kind, load in (("W", 60), (1, 100), (2, 100))
    ]
    history = tmp_path / "strong.csv"
    header = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
    history.write_text("\n".join([header, *rows, ""]))
    assert run("import", str(history), "--unit", "kg", "--lifter", "Ann", "--yes").code == 0
    assert [one["workout"] for one in json.loads(run("templates", "--json").out)] == ["Heavy"]
    started = run("start", "heavy")
    assert (started.code, started.out.splitlines()[:2]) == (0, ["Heavy · open · 0 min · 0/2 sets", "  0/2  Back Squat"])
    stopped = run("log", "", "oops")
    assert "Stopped at “oops”" in stopped.err
    assert "The set before it is logged." in stopped.err
    assert run("status").out.splitlines()[0] == "Heavy · open · 0 min · 0/2 sets", "a warm-up does not count"
