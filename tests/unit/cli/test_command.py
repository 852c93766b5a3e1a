"""The command, from outside."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.support import Gym
from tests.unit.cli.conftest import RUN
from workout_tui import __version__, cli
from workout_tui.clock import SystemClock, Uids
from workout_tui.logbook.lifters import add_lifter
from workout_tui.model.load import Unit
from workout_tui.store.connection import Store
from workout_tui.store.query import ask


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKOUT_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return tmp_path / "home"


@pytest.fixture
def log(home: Path) -> Path:
    home.mkdir()
    Store(home / "workout.db").close()
    return home / "workout.db"


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"workout {__version__}\n"


def test_help_shows_every_command_by_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    text = capsys.readouterr().out
    assert all(f"workout {word}" in text for word in ("import", "sql", "paths"))


@pytest.mark.parametrize("arguments", [["bogus"], ["sql"], ["sql", "SELECT 1", "--json", "--csv"], ["--bogus"]])
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 2


def test_wrong_usage_never_acts_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["import", "a.csv", "\x1b]0;mine\x07.csv"])
    assert capsys.readouterr().err.endswith("unrecognized arguments: \\x1b]0;mine\\x07.csv\n")


def test_paths_makes_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["paths"]) == 0
    assert f"{home / 'workout.db'}   (not there yet)" in capsys.readouterr().out
    assert cli.main(["paths", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["log"] == str(home / "workout.db")
    assert not home.exists()


def test_without_a_terminal_the_interface_is_refused(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    assert cli.main([]) == 1
    assert "needs a terminal" in capsys.readouterr().err
    assert not home.exists()


def test_a_query_in_each_form(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sql", "SELECT 1 AS a"]) == 0
    assert cli.main(["sql", "SELECT 1 AS a", "--csv"]) == 0
    assert cli.main(["sql", "SELECT 1 AS a", "--json"]) == 0
    table, rest = capsys.readouterr().out.split("a\n─\n1\n")
    assert table == ""
    assert rest.startswith("a\n1\n")
    assert json.loads(rest.removeprefix("a\n1\n")) == [{"a": 1}]


def test_a_refusal_says_why_on_stderr_and_is_1(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sql", "DELETE FROM session"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "workout: “workout sql” only reads; this holds DELETE. Ask with a SELECT.\n"


def test_a_refusal_never_acts_on_the_terminal(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sql", "SELECT \x1b[31mred"]) == 1
    assert "\x1b" not in capsys.readouterr().err


STRONG = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE
2026-04-24 09:40:00,Push,51m,Bench Press (Barbell),1,62.5,5,0,0,
2026-04-24 09:40:00,Push,51m,Bench Press (Barbell),2,62.5,5,0,0,
"""


@pytest.fixture
def export(tmp_path: Path) -> str:
    (tmp_path / "strong.csv").write_text(STRONG)
    return str(tmp_path / "strong.csv")


def _counts(log: Path) -> list[int]:
    tables = ("profile", "session", "performed_set")
    return [int(ask(log, f"SELECT count(*) FROM {table}").rows[0][0] or 0) for table in tables]


def test_a_history_comes_into_a_new_log(home: Path, export: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", export, "--unit", "kg"]) == 0
    assert "2 sets added, in 1 new workout\n" in capsys.readouterr().out
    assert _counts(home / "workout.db") == [1, 1, 2]
    assert '"operation": "import"' in (home / "workout.log").read_text()
    assert cli.main(["import", export, "--unit", "kg"]) == 0
    assert "2 sets here already" in capsys.readouterr().out
    assert _counts(home / "workout.db") == [1, 1, 2]


def test_a_dry_run_says_the_same_and_does_nothing(home: Path, export: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", export, "--unit", "kg", "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "2 sets added, in 1 new workout\n" in out
    assert "Nothing was written" in out
    assert not home.exists()
    cli.main(["import", export, "--unit", "kg"])
    before = (home / "workout.db").read_bytes()
    assert cli.main(["import", export, "--unit", "kg", "--dry-run"]) == 0
    assert "2 sets here already" in capsys.readouterr().out
    assert (home / "workout.db").read_bytes() == before


def test_without_a_unit_nothing_is_begun(home: Path, export: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", export]) == 1
    assert "look like kg" in capsys.readouterr().err
    assert not home.exists()


def test_several_lifters_must_be_told_apart(home: Path, export: str, capsys: pytest.CaptureFixture[str]) -> None:
    clock = SystemClock()
    home.mkdir()
    with closing(Store(home / "workout.db")) as store:
        for name in ("Ada", "Bea"):
            add_lifter(store, name, Unit.KG, clock=clock, uids=Uids(clock))
    assert cli.main(["import", export, "--unit", "kg"]) == 1
    assert "Several lifters share this log: Ada, Bea." in capsys.readouterr().err
    assert cli.main(["import", export, "--unit", "kg", "--lifter", "Eve"]) == 1
    assert "no lifter “Eve”. There is: Ada, Bea." in capsys.readouterr().err
    assert cli.main(["import", export, "--unit", "kg", "--lifter", "bea"]) == 0
    assert ask(home / "workout.db", "SELECT DISTINCT profile FROM v_sessions").rows == (("Bea",),)


def _run(*arguments: str, code: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *(["-c", code] if code else ["-m", "workout_tui"]), *arguments]
    environment = dict(os.environ) | more
    return subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
    )


FAULTY = """
import sys
from workout_tui import cli
from workout_tui.cli import asking

asking._paths = lambda *_: 1 // 0
sys.exit(cli.main())
"""


def test_as_a_module_it_is_the_same_command(home: Path) -> None:
    done = _run("--version")
    assert (done.returncode, done.stdout) == (0, f"workout {__version__}\n")


def test_a_fault_of_ours_is_one_sentence_and_a_record(home: Path) -> None:
    home.mkdir()
    done = _run("paths", code=FAULTY)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert str(home / "workout.log") in done.stderr
    record = json.loads((home / "workout.log").read_text())
    assert record["error"] == "ZeroDivisionError"
    assert any(line.startswith("__init__.py:") for line in record["trace"])


def test_a_fault_without_a_folder_for_records_is_still_one_sentence(home: Path) -> None:
    done = _run("paths", code=FAULTY)
    assert done.returncode == 1
    assert "could not be described" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_stops_early_is_no_fault(log: Path) -> None:
    many = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000) SELECT x FROM n"
    with subprocess.Popen(
        [sys.executable, "-m", "workout_tui", "sql", many, "--csv"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def _in_a_shell(line: str) -> tuple[int, str, str]:
    """What a line of a shell comes to; `workout` in it is the program."""
    named = f'workout() {{ "{sys.executable}" -m workout_tui "$@"; }}; {line}'
    done = subprocess.run(
        ["sh", "-c", named], check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL,
        env=dict(os.environ) | {"PYTHONUNBUFFERED": ""},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", ["paths", "--help"])
def test_an_answer_that_cannot_be_written_is_told_in_one_sentence(log: Path, command: str) -> None:
    code, _, told = _in_a_shell(f"workout {command} >/dev/full")
    assert (code, told.count("\n")) == (1, 1)
    assert "The disk is full" in told
    code, _, told = _in_a_shell(f"workout {command} >&-")
    assert (code, told.count("\n")) == (1, 1)
    assert "Standard output is closed" in told


def test_a_complaint_that_nobody_hears_is_no_answer_and_no_second_fault(log: Path) -> None:
    for there in ("2>&-", "2>/dev/full", "2>&- <&-"):
        assert _in_a_shell(f"workout status {there}") == (1, "", ""), there
    assert _in_a_shell("workout paths <&- 2>&-")[::2] == (0, "")


def test_what_was_asked_for_is_done_though_nobody_hears_of_it(gym: Gym, run: RUN) -> None:
    gym.push()
    run("start", "push")
    code, _, told = _in_a_shell("workout log 100x5 >&-")
    assert (code, told.count("\n")) == (1, 1)
    assert "What was logged is kept" in told
    assert "100 kg × 5" in run("status").out


def test_a_terminal_without_utf_8_gets_escapes_and_no_fault(log: Path) -> None:
    done = _run("sql", "SELECT 'Übung' AS a", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert r"\xdcbung" in done.stdout


def test_what_is_listed_is_json_for_programs_also_when_there_is_nothing(gym: Gym, run: RUN) -> None:
    lists = ("history", "history --discarded", "records", "templates", "exercises", "programs", "programs --starters",
             "imports", "restore", "settings", "doctor", "export")  # fmt: skip
    for command in lists:
        assert isinstance(json.loads(run(*command.split(), "--json").out), list), command
    assert json.loads(run("status", "--json").out) is None
    assert json.loads(run("paths", "--json").out)["log"] == str(gym.path)
