"""How long a screen takes to open after its key, the first time, beside Textual pushing an empty one.

Taken on the program in a pty, once for each screen, so that each is opened by a program that never opened any.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.program import Program
from tests.benchmarks.report import Figure, median
from tests.benchmarks.startup import make_log

SETS = 100_000
ROUNDS = 3
OPEN_MS = 50
RESTED_S = 3.0
"""after the first paint: what is imported ahead, and the look over the file, are done"""
SCREENS = {
    "Log": ("\r", "log"),
    "History": ("h", "sessions"),
    "Progress": ("p", "metric"),
    "Editor": ("e", "superset"),
    "Programs": ("o", "begin"),
    "Exercises": ("E", "merge"),
    "Settings": (",", "section"),
    "Sync": ("y", "connect"),
    "Keys": ("?", "close"),
}
"""the key on Home, and a word of the screen's last row"""
EMPTY = """
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static
class Empty(Screen[None]):
    def compose(self):
        yield Static("pushed")
class Hello(App[None]):
    BINDINGS = [("h", "open", "open")]
    def compose(self):
        yield Static("Hello")
    def action_open(self):
        self.push_screen(Empty())
Hello().run()
"""
"""the least that Textual can be asked to do for it"""


class Opened(NamedTuple):
    """From the key until the last row is written, in milliseconds."""

    wall: float
    used: float
    """the processor's time of the interface's thread"""


def measure() -> Iterator[Figure]:
    """Every screen on an empty log, where there is one, and on a large one."""
    with tempfile.TemporaryDirectory() as name:
        for label, sets in (("an empty log", 0), (f"{SETS:,} sets", SETS)):
            home = Path(name, str(sets))
            home.mkdir()
            make_log(home, sets)
            for screen, (key, shown) in SCREENS.items():
                if sets or screen != "Editor":  # an empty log has no workout to edit
                    yield from _pair(home, f"{screen}, {label}", key, shown)


def _pair(home: Path, name: str, key: str, shown: str) -> Iterator[Figure]:
    """A screen and the empty one, taking turns."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(_once(("-c", EMPTY), home, "Hello", "h", "pushed"))
        ours.append(_once(("-m", "workout_tui"), home, "keys", key, shown))
    one, other = _middle(ours), _middle(theirs)
    yield Figure(f"{name}", one.wall, "ms", other.wall)
    yield Figure(f"{name}, processor", one.used, "ms", other.used, OPEN_MS)


def _once(arguments: tuple[str, ...], home: Path, first: str, key: str, shown: str) -> Opened:
    with Program(*arguments, home=home) as program:
        program.painted(first)
        program.rest(RESTED_S)
        before = program.interface_s()
        wall = program.answered(key, shown)
        return Opened(wall, (program.interface_s() - before) * 1000)


def _middle(all_of_it: list[Opened]) -> Opened:
    return Opened(*(median(each) for each in zip(*all_of_it, strict=True)))
