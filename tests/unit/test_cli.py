"""The command, from outside."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from workout_tui import __version__, cli
from workout_tui.store.connection import Store


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


def test_paths_makes_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["paths"]) == 0
    assert f"{home / 'workout.db'}   (not there yet)" in capsys.readouterr().out
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


def test_as_a_module_it_is_the_same_command(home: Path) -> None:
    done = _run("--version")
    assert (done.returncode, done.stdout) == (0, f"workout {__version__}\n")


def test_a_fault_of_ours_is_one_sentence_and_a_record(home: Path) -> None:
    home.mkdir()
    code = "import sys; from workout_tui import cli; cli._paths = lambda *_: 1 // 0; sys.exit(cli.main())"
    done = _run("paths", code=code)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert str(home / "workout.log") in done.stderr
    record = json.loads((home / "workout.log").read_text())
    assert record["error"] == "ZeroDivisionError"
    assert any(line.startswith("cli.py:") for line in record["trace"])


def test_a_fault_without_a_folder_for_records_is_still_one_sentence(home: Path) -> None:
    code = "import sys; from workout_tui import cli; cli._paths = lambda *_: 1 // 0; sys.exit(cli.main())"
    done = _run("paths", code=code)
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


def test_a_terminal_without_utf_8_gets_escapes_and_no_fault(log: Path) -> None:
    done = _run("sql", "SELECT 'Übung' AS a", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert r"\xdcbung" in done.stdout
