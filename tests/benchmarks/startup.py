"""Start and quit in a real terminal, beside Textual's smallest program, and what each layer costs to import.

The two programs take turns, so that a busy machine is unfair to both.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import big_log
from tests.benchmarks.program import Program
from tests.benchmarks.report import Figure, median
from tests.support import make_gym
from workout_tui.paths import Paths

ROUNDS = 15
SETS = 100_000
TO_PAINT, TO_QUIT_MS = 1.3, 60
"""how many times as long the first paint may take, and how much later the program may end"""

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App[None]):
    BINDINGS = [("q", "quit", "quit")]
    def compose(self):
        yield Static("Hello")
Hello().run()
"""


class Run(NamedTuple):
    """A program from its start to its end, in milliseconds."""

    painted: float
    used: float
    """the processor's time until then"""
    ended: float


_PACKAGES = ("model", "store", "logbook", "ui")


def measure() -> Iterator[Figure]:
    """First paint and quitting on an empty log and on a large one, then the imports."""
    with tempfile.TemporaryDirectory() as name:
        for label, sets in (("an empty log", 0), (f"{SETS:,} sets", SETS)):
            home = Path(name, str(sets))
            home.mkdir()
            make_log(home, sets)
            yield from _turns(home, label)
    yield from _imports()


def make_log(home: Path, sets: int) -> None:
    """The log of one lifter with about so many sets in the folder the program is then told of."""
    paths = Paths.of({"WORKOUT_HOME": str(home)})
    paths.make()
    if sets:
        big_log.make(paths.database, sets)
    else:
        with closing(make_gym(paths.database)):
            pass


def _turns(home: Path, label: str) -> Iterator[Figure]:
    ours, theirs = [], []
    for _ in range(ROUNDS + 1):
        theirs.append(_once(("-c", HELLO), home, "Hello"))
        ours.append(_once(("-m", "workout_tui"), home, "keys"))
    one, other = _middle(ours[1:]), _middle(theirs[1:])
    yield Figure(f"first paint, {label}", one.painted, "ms", other.painted, other.painted * TO_PAINT)
    yield Figure(f"first paint, {label}, processor", one.used, "ms", other.used, other.used * TO_PAINT)
    yield Figure(f"quit, {label}", one.ended, "ms", other.ended, other.ended + TO_QUIT_MS)


def _once(arguments: tuple[str, ...], home: Path, shown: str) -> Run:
    with Program(*arguments, home=home) as program:
        painted = program.painted(shown)
        used = program.processor_s() * 1000
        program.rest(0.3)
        return Run(painted, used, program.ended("q"))


def _middle(runs: list[Run]) -> Run:
    return Run(*(median(each) for each in zip(*runs, strict=True)))


def _imports() -> Iterator[Figure]:
    """Milliseconds that the modules of a layer take by themselves when the interface is imported."""
    totals = [_by_layer() for _ in range(7)]
    floor = median([one["textual"] for one in totals])
    for layer in (*_PACKAGES, "all of the interface"):
        yield Figure(f"import of {layer}", median([one[layer] for one in totals]), "ms", floor)


def _by_layer() -> dict[str, float]:
    """What importing costs, by layer; “textual” is Textual with all it needs, which everything is measured beside."""
    found = dict.fromkeys(_PACKAGES, 0.0)
    code = "import textual.app, textual.widgets, textual.screen, workout_tui.ui.app"
    command = [sys.executable, "-X", "importtime", "-c", code]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    whole = {}
    for own, total, _, name in re.findall(r"import time:\s+(\d+) \|\s+(\d+) \|( +)([\w.]+)", told):
        whole[name] = int(total) / 1000
        layer = name.split(".")[1] if name.startswith("workout_tui.") else ""
        if layer in found:
            found[layer] += int(own) / 1000
    found["textual"] = whole["textual.app"]
    found["all of the interface"] = whole["workout_tui.ui.app"]
    return found
