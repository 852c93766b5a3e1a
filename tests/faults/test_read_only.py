"""A log that may only be read: it is read, nothing in its folder moves, and what would change it is refused."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from tests.faults import log
from tests.processes import hold_to_rights, outcomes, start
from tests.support import Gym, done, make_gym
from workout_tui.errors import StoreBusy
from workout_tui.store import migrations, read_only
from workout_tui.store.connection import Store

FORMATS = Path(__file__).parents[1] / "unit" / "store" / "formats"

READS = (
    "history", "records", "templates", "exercises", "status", "trail last", "progress bench", "programs", "imports",
    "settings", "export",
)  # fmt: skip
WRITES = ("finish --sure", "discard --sure", "log 100x5", "exercises archive bench", "settings rest 3:00")

# Runs one command after the other in one process; prints the exit code of each and what it said.
COMMANDS = """
import contextlib, io, json, sys
from workout_tui import cli
def run(line):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.main(line if isinstance(line, list) else line.split())
    return code, out.getvalue(), err.getvalue()
print(json.dumps([run(line) for line in json.loads(sys.argv[1])]))
"""


def run(home: Path, *lines: str | list[str]) -> list[tuple[int, str, str]]:
    """What commands come to for somebody who is held to the rights of files."""
    scratch = home.with_name("scratch")
    scratch.mkdir(exist_ok=True)
    environment = {**os.environ, "WORKOUT_HOME": str(home), "TMPDIR": str(scratch)}
    process = start(COMMANDS, json.dumps(lines), limit=hold_to_rights, env=environment)
    ((code, told, complaints),) = outcomes([process])
    assert (code, complaints) == (0, "")
    assert list(scratch.iterdir()) == []
    return [(one[0], one[1], one[2]) for one in json.loads(told)]


@contextmanager
def only_to_read(home: Path) -> Iterator[None]:
    """Nobody may write there meanwhile, and nothing changes."""
    files = [one for one in home.iterdir() if one.is_file()]
    before = {one.name: one.read_bytes() for one in files}
    for one in files:
        one.chmod(0o444)
    home.chmod(0o555)
    try:
        yield
        assert {one.name: one.read_bytes() for one in home.iterdir()} == before
    finally:
        home.chmod(0o755)
        for one in files:
            one.chmod(0o644)


@pytest.fixture
def gym(tmp_path: Path) -> Iterator[Gym]:
    (tmp_path / "home").mkdir()
    gym = make_gym(tmp_path / "home" / "workout.db")
    push = gym.push()
    gym.trained(push, done(100, 5))
    gym.log(gym.start(push))
    yield gym
    with suppress(sqlite3.ProgrammingError):  # closed by a test
        gym.close()


pytestmark = pytest.mark.skipif(os.getuid() == 0 and sys.platform != "linux", reason="nothing holds root back here")


@pytest.mark.parametrize("in_use", [False, True])
def test_a_log_that_may_only_be_read_is_read_and_refuses_changes(gym: Gym, in_use: bool) -> None:
    """Its owner may be at it, with what was logged last beside the file."""
    home = gym.path.parent
    if not in_use:
        gym.store.close()
    with only_to_read(home):
        read = run(home, *READS, ["sql", "SELECT load_kg, reps FROM v_sets"])
        refused = run(home, *WRITES)
    assert {(code, err) for code, _, err in read} == {(0, "")}
    assert "100" in read[-1][1]
    assert {(code, out) for code, out, _ in refused} == {(1, "")}
    assert {err for *_, err in refused} == {
        "workout: Not saved: the file or its folder is read-only. Allow writing to both. Then try again.\n"
    }


@pytest.mark.parametrize("older", sorted(FORMATS.glob("*.sql")), ids=lambda one: one.stem)
def test_an_older_log_that_may_only_be_read_is_read_and_stays_old(tmp_path: Path, older: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with closing(sqlite3.connect(home / "workout.db")) as connection:
        connection.executescript(older.read_text("utf-8"))
    with only_to_read(home):
        ((code, out, err),) = run(home, "history --json")
    assert (code, err) == (0, "")
    assert json.loads(out)
    with closing(sqlite3.connect(home / "workout.db")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] < migrations.LATEST


def test_one_that_may_not_even_be_read_is_told(gym: Gym) -> None:
    gym.store.close()
    gym.path.chmod(0)
    told = run(gym.path.parent, "history", ["sql", "SELECT 1"])
    assert [(code, out) for code, out, _ in told] == [(1, "")] * 2
    assert {err.partition(": ")[2] for *_, err in told} == {
        "The log cannot be read: the rights of the file or its folder forbid it. Change them. Then try again.\n"
    }


def test_a_copy_counts_only_if_nothing_moved_while_it_was_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copyfile, logged = shutil.copyfile, 0

    def while_written(source: Path, target: Path) -> None:
        nonlocal logged
        copyfile(source, target)
        if logged < most:
            logged += 1
            log.log_set(store, logged)

    with closing(log.make(path)) as store:
        monkeypatch.setattr(shutil, "copyfile", while_written)
        most = 3
        with read_only._copied(path) as copy, closing(Store(copy)) as read:
            assert log.logged(read) == log.expected(3)
        assert not copy.exists()
        most = 99
        with pytest.raises(StoreBusy, match="another program is writing it"), read_only._copied(path):
            pass
