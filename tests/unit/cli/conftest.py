"""A home of its own for each test, with a log in it."""

from __future__ import annotations

import io
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import Gym, make_gym
from workout_tui import cli
from workout_tui.clock import SystemClock

RUN = Callable[..., "Ran"]


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKOUT_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return tmp_path / "home"


@pytest.fixture
def gym(home: Path) -> Iterator[Gym]:
    """A lifter's log in the home, open beside what the commands do; the clock stands at the present."""
    home.mkdir(mode=0o700)
    gym = make_gym(home / "workout.db", clock=None)
    gym.clock.at = SystemClock().now() - 3_600_000
    yield gym
    with suppress(sqlite3.ProgrammingError):  # a test that restores has closed it
        gym.close()


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> RUN:
    """Run a command in this process; `stdin` is what is piped into it."""

    def run(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        try:
            code = cli.main(list(arguments))
        except SystemExit as stop:
            code = int(stop.code or 0)
        return Ran(code, *capsys.readouterr())

    return run


def from_outside(*arguments: str, stdin: str = "", **more: str) -> Ran:
    """The same in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "workout_tui", *arguments],
        check=False,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=dict(os.environ) | more,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
