"""A lifter at the terminal: what their hands do, how they read the screen, and what the log says of it."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from tests.support import make_gym
from tests.terminal.terminal import ENVIRONMENT, PATIENCE_S, Terminal
from workout_tui.model.plan import Target, TemplateExercise
from workout_tui.paths import Paths


class Tick(NamedTuple):
    """A set that the screen shows as done."""

    n: int
    load: str
    reps: str


def paths(home: Path) -> Paths:
    """Where everything is when `home` is WORKOUT_HOME."""
    return Paths.of({"WORKOUT_HOME": str(home)})


def prepare(home: Path, *, sets: int = 40, name: str = "Lower", exercise: str = "Squat") -> None:
    """A log of one lifter with one workout of one exercise, its loads and reps left open."""
    paths(home).make()
    gym = make_gym(paths(home).database)
    gym.template(name, TemplateExercise("", gym.exercise(exercise), (Target(),) * sets))
    gym.store.close()


def train(terminal: Terminal) -> str:
    """From the moment the program starts to the set table: go on with what is open, else begin what is next."""
    terminal.wait_until(lambda text: "resume" in text or "start" in text, "Home")
    terminal.send("\r")
    return terminal.wait_for(" sets ", "LAST")


def log(terminal: Terminal, line: str) -> None:
    """Type a set and Enter, and wait until the screen counts it as done."""
    before = count(terminal.text)
    terminal.send(f"{line}\r")
    terminal.wait_until(lambda text: count(text) > before, f"{line} to be counted")


def breathe(terminal: Terminal) -> None:
    """Wait until the workout's clock moved twice: a second Enter sooner than that may be taken for a held key."""
    for _ in range(2):
        terminal.wait_until(partial(_moved_from, clock(terminal.text)), "the clock to move")


def _moved_from(shown: str, text: str) -> bool:
    return clock(text) != shown


def clock(text: str) -> str:
    """How long the workout lasts, as the top bar says it."""
    found = re.search(r"\d+:\d\d", text.split("\n", 1)[0])
    return found[0] if found else ""


def count(text: str) -> int:
    """How many sets the top bar counts as done; -1 when the set table is not in front."""
    found = re.search(r"(\d+) of \d+ sets", text.split("\n", 1)[0])
    return int(found[1]) if found else -1


def ticks(text: str, mark: str = "✓") -> list[Tick]:
    """The sets that the table in front shows as done, read by its columns."""
    lines = text.split("\n")
    head = next((n for n, line in enumerate(lines) if "SET" in line and "REPS" in line), len(lines))
    found = []
    for line in lines[head + 1 :]:
        if re.match(rf"\s*{mark}\s+\d", line):  # a frame half painted may show another screen's ticks below ours
            load_end = re.search(r"KG|LB", lines[head])
            assert load_end is not None, text
            load, reps = (line[:end].split()[-1] for end in (load_end.end(), lines[head].index("REPS") + 4))
            found.append(Tick(int(line.split()[1]), load, reps))
    return found


def finish(terminal: Terminal) -> None:
    """Save the workout as it stands.

    Finish ignores ⏎ for its first second, asks once when sets are open, and once whether the template is to follow.
    """
    terminal.send("f")
    terminal.wait_for("⏎ save")
    press_until(terminal, "\r", lambda text: "is saved" in text or "only today" in text)
    if "only today" in terminal.text:
        terminal.send("n")
        terminal.wait_for("is saved")


def press_until(terminal: Terminal, key: str, holds: Callable[[str], bool]) -> None:
    """Press a key again and again until `holds` of the screen, as somebody does who sees nothing happen."""
    deadline = time.monotonic() + PATIENCE_S
    while not holds(terminal.text):
        assert time.monotonic() < deadline, f"pressing {key!r} leads nowhere, the screen shows:\n{terminal.text}"
        terminal.send(key)
        terminal.read_until(holds, 0.4)


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, in a process of its own without a terminal."""
    command = [sys.executable, "-m", "workout_tui", *arguments]
    environment = {**ENVIRONMENT, "WORKOUT_HOME": str(home)}
    return subprocess.run(
        command, env=environment, cwd=home, capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )


def asked(home: Path, sql: str) -> list[dict[str, Any]]:
    """The answer of ``workout sql``."""
    told = run(home, "sql", sql, "--json")
    assert told.returncode == 0, told.stderr
    answer: list[dict[str, Any]] = json.loads(told.stdout)
    return answer


def value(home: Path, sql: str) -> Any:
    """One value, read from the file directly."""
    with closing(sqlite3.connect(f"{paths(home).database.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(sql).fetchone()[0]


def stands(home: Path) -> list[tuple[str, float, int]]:
    """Every set in the log, as session, load and reps, in order."""
    with closing(sqlite3.connect(f"{paths(home).database.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(
            "SELECT s.uid, p.load / 1000.0, p.reps FROM performed_set p"
            " JOIN session_exercise b ON b.id = p.session_exercise_id JOIN session s ON s.id = b.session_id"
            " ORDER BY s.id, b.position, p.n"
        ).fetchall()
