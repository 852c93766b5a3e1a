"""Windows on real logs, driven by keys: the sample evening, and what stands on the screen."""

from __future__ import annotations

import random
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from screenshots import sample
from workout_tui.clock import Uids
from workout_tui.config import Config
from workout_tui.lock import Lock
from workout_tui.logs import Log
from workout_tui.paths import Paths
from workout_tui.store import backup
from workout_tui.ui.app import WorkoutApp
from workout_tui.ui.glyphs import UNICODE, Glyphs
from workout_tui.ui.parts import Parts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from workout_tui.clock import Clock

SMALL, LARGE = (80, 24), (120, 40)
SIZES = [(72, 22), (80, 24), (100, 30), (120, 40), (160, 50)]
FOOTER = 78


def folders(tmp_path: Path) -> Paths:
    """Everything in one folder."""
    paths = Paths(tmp_path, tmp_path, tmp_path)
    paths.make()
    return paths


def parts(
    tmp_path: Path, clock: Clock | None = None, *, config: Config | None = None, glyphs: Glyphs = UNICODE
) -> Parts:
    """What a window is made of, with time and chance to be turned."""
    paths, clock = folders(tmp_path), clock or sample.TurnedClock()
    uids = Uids(clock, random.Random(11))
    return Parts(paths, config or Config(), clock, uids, glyphs, Log(paths.log, clock), Lock(paths.lock, clock))


def evening(tmp_path: Path, *, weeks: int = 3, backed_up: bool = True) -> sample.Sample:
    """The log of the sample lifter in the folder of `parts`, and its backup of this evening."""
    paths, (log, name, copy) = folders(tmp_path), _written(weeks)
    paths.database.write_bytes(log)
    if backed_up:
        (paths.backups / name).write_bytes(copy)
    return sample.reopen(paths.database)


@cache
def _written(weeks: int) -> tuple[bytes, str, bytes]:
    """The sample log as a file, the name of its backup, and that; written once in a run of the tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.db"
        made = sample.make(path, weeks=weeks)
        made.close()
        copy = backup.back_up(path, path.parent, at=made.clock.now()).path
        return path.read_bytes(), copy.name, copy.read_bytes()


@asynccontextmanager
async def window(made: Parts, size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[int]]:
    """The program in a window of this size, once it has come to rest."""
    app = WorkoutApp(made)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def app_of(pilot: Pilot[int]) -> WorkoutApp:
    """The app behind a pilot."""
    assert isinstance(pilot.app, WorkoutApp)
    return pilot.app


def lines(pilot: Pilot[int]) -> list[str]:
    """What stands on the screen, row by row, ends trimmed."""
    strips = pilot.app.screen._compositor.render_strips()
    return [strip.text.rstrip() for strip in strips]


def text(pilot: Pilot[int]) -> str:
    """What stands on the screen."""
    return "\n".join(lines(pilot)) + "\n"


async def until(pilot: Pilot[int], reached: Callable[[], bool], rounds: int = 200) -> None:
    """Let the program work until something is so; fails when it never is."""
    for _ in range(rounds):
        if reached():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came to that:\n" + text(pilot))


def with_config(made: Parts, **settings: object) -> Parts:
    """The same parts with other settings."""
    return replace(made, config=replace(made.config, **settings))  # type: ignore[arg-type]
