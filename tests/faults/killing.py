"""Processes that die at a chosen moment of their work, by a real SIGKILL.

A moment is a statement of SQL or a change of names in a folder, whichever way the program comes to it: both
are heard from inside Python, without touching the program. Many lives are forked from one process that has
imported everything, each in a home of its own.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.processes import outcomes, start

NEVER = 0
"""the moment of a life that ends by itself"""

_FILES = frozenset({"os.link", "os.rename", "os.remove", "os.truncate"})


@dataclass(frozen=True)
class Death:
    """When a process dies: at the moment of this number, or so many microseconds after it."""

    moment: int
    after_us: int = 0


_CONNECT = sqlite3.connect


class _Moments:
    """Counts the moments of this process, and kills it at one of them."""

    def __init__(self, death: Death) -> None:
        self.count = 0
        self._death = death

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _FILES:
            self.pass_by()

    def connect(self, *arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = _CONNECT(*arguments, **options)
        connection.set_trace_callback(lambda _statement: self.pass_by())
        return connection

    def pass_by(self) -> None:
        self.count += 1
        if self.count != self._death.moment:
            return
        if self._death.after_us:
            threading.Thread(target=self._die_later, daemon=True).start()
        else:
            os.kill(os.getpid(), signal.SIGKILL)

    def _die_later(self) -> None:
        until = time.perf_counter() + self._death.after_us / 1_000_000
        while time.perf_counter() < until:
            time.sleep(0)
        os.kill(os.getpid(), signal.SIGKILL)


def live(work: Callable[[], object], death: Death) -> int:
    """Do the work in a process of its own; returns how many moments it had, or NEVER when it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        moments = _Moments(death)
        sys.addaudithook(moments.hear)
        sqlite3.connect = moments.connect  # type: ignore[assignment]
        work()
        os.write(writing, b"%d" % moments.count)
        os._exit(0)
    os.close(writing)
    told = os.read(reading, 20)
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if not told:
        assert os.WIFSIGNALED(status), "the work failed"
        assert os.WTERMSIG(status) == signal.SIGKILL
    return int(told or NEVER)


_COMMAND = """
import os, sys
from pathlib import Path
from tests.faults import killing
from workout_tui import cli
from workout_tui.cli import exercises, importing, opening, safety
from workout_tui.logbook import logbook, starters
from workout_tui.store import backup, connection, exchange
from workout_tui.transfer import importing, telling
from sqlite_utils import Migrations
arguments = sys.argv[3:]
def work():
    sys.stdout = open(os.devnull, "w")
    os.environ["WORKOUT_HOME"] = os.getcwd()
    if cli.main(arguments):
        os._exit(2)
killing.live_many(Path(sys.argv[1]), sys.argv[2], work)
"""


def command(home: Path, deaths: Sequence[Death], *arguments: str) -> list[tuple[Path, int]]:
    """Run a command of the program in a copy of a home for each death.

    Args:
        home: as it is before; it stays so.
        deaths: of each run.
        arguments: of the command.

    Returns:
        For each the home as it was left, and how many moments the run had (NEVER when it was killed).
    """
    told = ",".join(f"{one.moment}+{one.after_us}" for one in deaths)
    ((code, out, complaints),) = outcomes([start(_COMMAND, home, told, *arguments)], seconds=120)
    assert (code, complaints) == (0, "")
    counts = [int(line) for line in out.split()]
    return [(_left(home, number), count) for number, count in enumerate(counts)]


def live_many(home: Path, told: str, work: Callable[[], object]) -> None:
    """The part of `command` in the process that forks."""
    for number, one in enumerate(told.split(",")):
        moment, after_us = one.split("+")
        left = _left(home, number)
        shutil.rmtree(left, ignore_errors=True)
        shutil.copytree(home, left)
        os.chdir(left)
        print(live(work, Death(int(moment), int(after_us))), flush=True)  # noqa: T201 - read by `command`


def _left(home: Path, number: int) -> Path:
    return home.with_name(f"{home.name}-{number}")
