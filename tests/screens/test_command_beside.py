"""The command line beside an open window: what it writes is seen there at the next tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.screens import support
from tests.support import make_gym
from tests.unit.cli.conftest import from_outside
from workout_tui.clock import SystemClock
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.log import LogScreen

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def seen(pilot: Pilot[int], words: str) -> None:
    """The window looks at the log, as it does each second, and these words stand on it."""
    support.app_of(pilot).tick()
    await support.until(pilot, lambda: words in support.text(pilot))


def command(home: Path, *arguments: str) -> None:
    """A command in a process of its own, on the log of the window."""
    ran = from_outside(*arguments, WORKOUT_HOME=str(home))
    assert ran.code == 0, ran.err


async def test_a_workout_from_the_command_line_shows_in_an_open_window(tmp_path: Path) -> None:
    gym = make_gym(tmp_path / "workout.db")
    gym.push()
    gym.close()
    async with support.window(support.parts(tmp_path, SystemClock())) as pilot:
        assert isinstance(pilot.app.screen, HomeScreen)
        command(tmp_path, "start", "Push A")
        await seen(pilot, "Push A is open   0 of 6 sets")
        await pilot.press("enter")
        await support.until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))
        command(tmp_path, "log", "102.5x4")
        await seen(pilot, "102.5")
        await pilot.press("9", "7", "full_stop", "5", "x", "5", "enter")
        await pilot.pause()
        ran = from_outside("status", WORKOUT_HOME=str(tmp_path))
        assert "2/3  Bench Press  102.5 kg × 4; 97.5 kg × 5" in ran.out
        command(tmp_path, "finish", "--sure")
        assert from_outside("restore", str(tmp_path / "workout.db"), WORKOUT_HOME=str(tmp_path)).code == 1
