"""The program is ended, or a key comes again, before a screen stands: nothing fails, and nothing else is left."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from screenshots import sample
from tests.screens.support import app_of, evening, parts, window
from tests.screens.test_home_screen import press
from workout_tui.ui import app as ui_app
from workout_tui.ui.app import WorkoutApp
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question
from workout_tui.ui.screens.digits import DigitsScreen
from workout_tui.ui.screens.history import HistoryScreen
from workout_tui.ui.screens.keymap import KeymapScreen, PressScreen
from workout_tui.ui.screens.lifters import LiftersScreen
from workout_tui.ui.screens.report import ReportScreen

if TYPE_CHECKING:
    from pathlib import Path

    from textual.screen import ModalScreen

    from workout_tui.ui.parts import Parts

WAYS: dict[str, tuple[str, ...]] = {
    "the log": ("enter",),
    "finish": ("enter", "f"),
    "the picker of exercises": ("enter", "A"),
    "progress": ("p",),
    "bringing a history": ("i",),
}
"""how a screen is reached from Home; the last key opens it"""

CARDS: tuple[ModalScreen[Any], ...] = (
    LiftersScreen([], ""),
    ConfirmScreen(Question("Discard it?", "", (Answer("D", "discard"),))),
    DigitsScreen(),
    PressScreen(KeymapScreen.KEYS[0]),
    ReportScreen("Report", "all is well"),
)


@pytest.fixture(autouse=True)
def no_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ui_app, "_SYNC_AFTER_S", 3600)


def training(tmp_path: Path) -> tuple[Parts, sample.TurnedClock]:
    made = evening(tmp_path, weeks=1)
    sample.begin_push_a(made)
    made.close()
    return parts(tmp_path, made.clock), made.clock


async def ended_after(turns: int, made: Parts, clock: sample.TurnedClock, keys: tuple[str, ...]) -> Exception | None:
    """What the program failed of, when it is told to end so many turns of its loop after the last key."""
    app = WorkoutApp(made)
    async with app.run_test() as pilot:
        await pilot.pause()
        await press(pilot, clock, *keys[:-1])
        app.simulate_key(keys[-1])
        for _ in range(turns):
            await asyncio.sleep(0)
        app.simulate_key("ctrl+q")
    return app._exception


@pytest.mark.parametrize("way", WAYS)
async def test_the_end_may_come_while_a_screen_is_made(tmp_path: Path, way: str) -> None:
    made, clock = training(tmp_path)
    for turns in range(4, 28, 2):
        assert await ended_after(turns, made, clock, WAYS[way]) is None, turns


@pytest.mark.parametrize("way", [way for way, keys in WAYS.items() if way != "the picker of exercises"])
async def test_a_tick_may_come_while_a_screen_is_made(tmp_path: Path, way: str) -> None:
    made, clock = training(tmp_path)
    async with window(made) as pilot:
        await press(pilot, clock, *WAYS[way][:-1])
        below = app_of(pilot).front
        pilot.app.simulate_key(WAYS[way][-1])
        while app_of(pilot).front is below:
            await asyncio.sleep(0)
        front = app_of(pilot).front
        assert front is not None
        assert not front.is_mounted
        front.look()
        await pilot.pause()
        assert pilot.app.screen is front
        assert front.is_mounted


@pytest.mark.parametrize("card", CARDS, ids=lambda card: type(card).__name__)
async def test_each_key_of_a_burst_leaves_one_thing(tmp_path: Path, card: ModalScreen[Any]) -> None:
    made, clock = training(tmp_path)
    async with window(made) as pilot:
        await press(pilot, clock, "h", "enter")
        await pilot.app.push_screen(card)
        for key in ("escape", "escape"):
            pilot.app.simulate_key(key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, HistoryScreen)
        for key in ("escape", "escape", "h"):
            pilot.app.simulate_key(key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, HistoryScreen)
