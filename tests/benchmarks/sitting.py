"""An evening at the Log screen: from key to repaint, the idle processor, memory, and eight hours of it.

Keys and processor are measured on the program in a pty; the hours pass on a clock that is turned.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from screenshots.sample import TurnedClock
from tests.benchmarks import big_log
from tests.benchmarks.program import Program
from tests.benchmarks.report import Figure, median, percentile
from tests.screens import support
from tests.screens.at_the_bar import Bar, at_the_bar
from tests.support import kg, make_gym
from workout_tui.model.plan import Target, TemplateExercise
from workout_tui.paths import Paths

SIZES = ((80, 24), (120, 40))
SETS = 10_000
KEYS = ("1", "0", "2", ".", "5", "x", "8", "\x7f", "\x7f", "\x7f", "\x7f", "\x7f", "\x7f", "\x7f")
"""a set as it is typed and taken back, so that every round begins with an empty line"""
ROUNDS = 12
REPAINT_MS, IDLE_PERCENT, MEMORY_MIB = 16, 1, 70
IDLE_S = 10
HOURS, MINUTES = 8, 60
FIELD = """
from textual.app import App
from textual.widgets import Input
class Field(App[None]):
    def compose(self):
        yield Input("Hello")
Field().run()
"""
"""the least that Textual can be asked to do with a key"""

GROWTH_KIB = 64
"""that an hour may add once everything was seen: less than its own rows on the screen"""


class Typed(NamedTuple):
    """What keys took."""

    times: list[float]
    """milliseconds until the last byte of the repaint, for each"""
    used: float
    """milliseconds of processor for one, on average"""


def measure() -> Iterator[Figure]:
    """Keys and rest in a real terminal, then the hours."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name, "home")
        home.mkdir()
        paths = Paths.of({"WORKOUT_HOME": str(home)})
        paths.make()
        big_log.make(paths.database, SETS)
        for size in SIZES:
            yield from _in_terminal(home, size, _floor(home, size))
        yield asyncio.run(_hours(Path(name, "hours")))


def _floor(home: Path, size: tuple[int, int]) -> Typed:
    with Program("-c", FIELD, home=home, columns=size[0], rows=size[1]) as program:
        program.painted("Hello")
        program.rest(1)
        return _typed(program)


def _typed(program: Program) -> Typed:
    before = program.processor_s()
    times = [program.repainted(key) for _ in range(ROUNDS) for key in KEYS]
    return Typed(times, (program.processor_s() - before) / len(times) * 1000)


def _in_terminal(home: Path, size: tuple[int, int], floor: Typed) -> Iterator[Figure]:
    where = f"{size[0]}×{size[1]}"
    with Program("-m", "workout_tui", home=home, columns=size[0], rows=size[1]) as program:
        program.painted("keys")
        program.rest(1)
        program.answered("\r", "LAST")
        program.rest(2)
        typed = _typed(program)
        p95 = percentile(typed.times, 0.95)
        yield Figure(f"processor for a key, {where}", typed.used, "ms", floor.used, REPAINT_MS)
        yield Figure(f"key to repaint, {where}, median", median(typed.times), "ms", median(floor.times))
        yield Figure(f"key to repaint, {where}, p95", p95, "ms", percentile(floor.times, 0.95), REPAINT_MS)
        before = program.processor_s()
        program.rest(IDLE_S)
        used = (program.processor_s() - before) / IDLE_S * 100
        yield Figure(f"idle processor on Log, {where}", used, "%", aim=IDLE_PERCENT)
        yield Figure(f"memory, {where}", program.memory_mib(), "MiB", aim=MEMORY_MIB)


async def _hours(folder: Path) -> Figure:
    """What each hour after the second adds, in KiB: a set every four minutes, a look at the clock every ten seconds."""
    made = support.parts(folder, TurnedClock())
    gym = make_gym(made.paths.database)
    workout = gym.template(
        "All day",
        *[TemplateExercise("", gym.exercise(f"Exercise {n}"), (Target(5, 5, kg(100)),) * 10) for n in range(12)],
    )
    session = gym.start(workout)
    gym.close()
    async with at_the_bar(made, session.uid) as bar:
        held = [await _hour(bar) for _ in range(HOURS)]
    return Figure(f"growth in an hour, of {HOURS}", (held[-1] - held[1]) / (HOURS - 2) / 1024, "KiB", aim=GROWTH_KIB)


async def _hour(bar: Bar) -> int:
    """Train for an hour; the bytes then held."""
    for minute in range(MINUTES):
        if minute % 4 == 0:
            await bar.press("enter")
        for _ in range(6):
            bar.wait(10)
        await bar.pilot.pause()
    gc.collect()
    return sum(sys.getsizeof(one) for one in gc.get_objects())
