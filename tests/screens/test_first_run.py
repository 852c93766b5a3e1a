"""The first run in a window: a name, a unit, something to begin with; then several lifters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from screenshots import sample
from tests.screens.support import LARGE, SIZES, SMALL, app_of, evening, lines, parts, text, until, window
from tests.screens.test_home_screen import at, press
from workout_tui.logbook import lifters, starters
from workout_tui.model.load import Unit
from workout_tui.store.connection import Store
from workout_tui.ui.screens.first_run import FirstRunScreen
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.lifters import LiftersScreen
from workout_tui.ui.screens.log import LogScreen
from workout_tui.ui.screens.offers import OffersScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    Golden = Callable[[str, str], None]


@pytest.fixture(autouse=True)
def _ann(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system knows its user as ann, in Germany."""
    monkeypatch.setenv("LOGNAME", "ann")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MEASUREMENT", raising=False)


def lifter(pilot: Pilot[int]) -> tuple[str, Unit]:
    one = app_of(pilot).logbook.lifter
    return one.name, one.unit


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_pictures(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    clock = sample.TurnedClock()
    async with window(parts(tmp_path, clock), size) as pilot:
        golden(f"first-run-{at(size)}", text(pilot))
        await press(pilot, clock, "enter")
        golden(f"offers-{at(size)}", text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=at)
async def test_no_line_is_wider_than_the_window(tmp_path: Path, size: tuple[int, int]) -> None:
    clock = sample.TurnedClock()
    async with window(parts(tmp_path, clock), size) as pilot:
        assert all(len(line) <= size[0] for line in lines(pilot))
        await press(pilot, clock, "enter", "down")
        assert all(len(line) <= size[0] for line in lines(pilot))
        assert "Bodyweight" in text(pilot)


async def test_two_enters_begin_with_an_empty_workout(tmp_path: Path) -> None:
    clock = sample.TurnedClock()
    async with window(parts(tmp_path, clock)) as pilot:
        await press(pilot, clock, "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))
        assert lifter(pilot) == ("Ann", Unit.KG)
        running = app_of(pilot).logbook.active()
        assert running is not None
        assert running.exercises == ()


async def test_a_starter_program_leads_home_with_its_first_day(tmp_path: Path) -> None:
    clock = sample.TurnedClock()
    async with window(parts(tmp_path, clock)) as pilot:
        await press(pilot, clock, "enter", "4", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen) and "UP NEXT" in text(pilot))
        home = app_of(pilot).logbook.home()
        assert home.up_next is not None
        assert [one.title for one in home.workouts] == ["5×5 A", "5×5 B"]
        assert {one.exercise.name for one in home.up_next.lines} >= {"Back Squat", "Bench Press"}


async def test_the_library_and_its_steps_are_there_from_the_first_set_on(tmp_path: Path) -> None:
    clock = sample.TurnedClock()
    async with window(parts(tmp_path, clock)) as pilot:
        await press(pilot, clock, "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))
        logbook = app_of(pilot).logbook
        names = {one.name: one.uid for one in logbook.exercises()}
        assert len(names) == len(starters.library())
        bench = names["Bench Press"]
        assert logbook.exercise_setting(bench).step == starters.settings(Unit.KG)[bench].step


@pytest.mark.parametrize("number", range(1, 7))
async def test_each_starter_program_can_be_begun_with(tmp_path: Path, number: int) -> None:
    clock = sample.TurnedClock()
    async with window(parts(tmp_path, clock)) as pilot:
        await press(pilot, clock, "enter", str(number), "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen) and "UP NEXT" in text(pilot))
        assert "▸" not in text(pilot)
        await press(pilot, clock, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))


async def test_name_and_unit_can_be_changed(tmp_path: Path) -> None:
    clock = sample.TurnedClock()
    async with window(parts(tmp_path, clock)) as pilot:
        await pilot.press("ctrl+u", *"[b]Zoë", "down")
        assert "▸ lb" in text(pilot)
        await press(pilot, clock, "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))
        assert lifter(pilot) == ("[b]Zoë", Unit.LB)


async def test_a_lifter_needs_a_name(tmp_path: Path) -> None:
    clock = sample.TurnedClock()
    async with window(parts(tmp_path, clock)) as pilot:
        await press(pilot, clock, "ctrl+u", "space", "enter")
        assert isinstance(pilot.app.screen, FirstRunScreen)
        assert "A lifter needs a name." in text(pilot)


async def test_escape_leads_back_to_the_name_and_leaves_nothing_behind(tmp_path: Path) -> None:
    clock = sample.TurnedClock()
    async with window(parts(tmp_path, clock)) as pilot:
        await press(pilot, clock, "enter", "escape")
        assert isinstance(pilot.app.screen, FirstRunScreen)
        await press(pilot, clock, "escape")
        assert isinstance(pilot.app.screen, FirstRunScreen)
    store = Store(parts(tmp_path).paths.database)
    assert lifters.first_lifter(store) is None
    store.close()


async def test_a_log_that_fails_is_said_and_can_be_tried_again(tmp_path: Path) -> None:
    clock = sample.TurnedClock()
    given = parts(tmp_path, clock)
    async with window(given) as pilot:
        await press(pilot, clock, "enter")
        other = Store(given.paths.database)
        with other.write():
            await press(pilot, clock, "enter")
            assert isinstance(pilot.app.screen, OffersScreen)
            assert "another program" in text(pilot)
        other.close()
        await press(pilot, clock, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))


# Several lifters


async def test_p_switches_lifters_and_each_has_a_log_of_their_own(tmp_path: Path, golden: Golden) -> None:
    made = evening(tmp_path, weeks=2)
    sample.begin_push_a(made)
    lifters.add_lifter(made.store, "Bo [x]", Unit.LB, clock=made.clock, uids=made.uids)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        assert "Push A is open" in text(pilot)
        await press(pilot, made.clock, "P")
        assert isinstance(pilot.app.screen, LiftersScreen)
        golden("lifters-80x24", text(pilot))
        await press(pilot, made.clock, "2")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await pilot.pause()
        assert "Tue 24 Sep   Bo [x]" in text(pilot)
        assert "is open" not in text(pilot)
        await press(pilot, made.clock, "P", "1")
        await until(pilot, lambda: "Push A is open" in text(pilot))


async def test_a_adds_a_lifter(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "P", "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, FirstRunScreen))
        await pilot.press(*"Bo")
        await press(pilot, made.clock, "enter", "2", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen) and "UP NEXT" in text(pilot))
        assert lifter(pilot) == ("Bo", Unit.KG)
        assert len(app_of(pilot).logbook.lifters()) == 2


async def test_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "P", "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, FirstRunScreen))
        await pilot.press(*"aLEX")
        await press(pilot, made.clock, "enter")
        assert isinstance(pilot.app.screen, FirstRunScreen)
        assert "There is a lifter “aLEX” already. Choose another name." in text(pilot)
        await press(pilot, made.clock, "ctrl+u")
        await pilot.press(*"Bo")
        await press(pilot, made.clock, "enter")
        assert isinstance(pilot.app.screen, OffersScreen)
        await press(pilot, made.clock, "escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
