"""Exercises in a window: the library, the form of one, and what its keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from screenshots import sample
from tests.screens.support import LARGE, SIZES, SMALL, app_of, evening, lines, parts, text, until, window
from tests.screens.test_home_screen import at, press
from workout_tui.lock import Lock
from workout_tui.ui.glyphs import ASCII
from workout_tui.ui.screens.exercise import ExerciseScreen
from workout_tui.ui.screens.exercises import ExercisesScreen
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.progress import ProgressScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from workout_tui.model.exercise import Exercise

    Golden = Callable[[str, str], None]


def named(pilot: Pilot[int], name: str) -> Exercise:
    return next(one for one in app_of(pilot).logbook.exercises() if one.name == name)


async def open_on(pilot: Pilot[int], name: str) -> None:
    app_of(pilot).open_exercises(named(pilot, name).uid)
    await pilot.pause()


async def agree(pilot: Pilot[int], clock: sample.TurnedClock) -> None:
    """Say yes, and wait until the dialog is sure that the key was not held."""
    await press(pilot, clock, "y")
    await until(pilot, lambda: isinstance(pilot.app.screen, ExercisesScreen))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_the_library(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        await open_on(pilot, "Bench Press")
        golden(f"exercises-{at(size)}", text(pilot))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_one(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        await open_on(pilot, "DB Bench Press")
        await press(pilot, made.clock, "enter", "tab", "down", "down", "right", "right")
        golden(f"exercise-{at(size)}", text(pilot))


async def test_picture_on_a_plain_terminal(tmp_path: Path, golden: Golden) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock, glyphs=ASCII)) as pilot:
        await open_on(pilot, "Bench Press")
        golden("exercises-ascii-80x24", text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=at)
async def test_no_line_is_wider_than_the_window(tmp_path: Path, size: tuple[int, int]) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        await press(pilot, made.clock, "E", "end")
        assert max(map(len, lines(pilot))) <= size[0]
        await press(pilot, made.clock, "enter")
        assert max(map(len, lines(pilot))) <= size[0]


class TestLibrary:
    async def test_the_mark_moves_and_stays_within(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await press(pilot, made.clock, "E", "home", "up")
            assert "Ab Wheel" in lines(pilot)[-6]
            await press(pilot, made.clock, "end", "down", "pageup", "pagedown")
            last = app_of(pilot).logbook.exercises()[-1].name
            assert last in lines(pilot)[-6]
            await press(pilot, made.clock, "slash", *"deadl", "enter")
            assert "Deadlift" in lines(pilot)[-6]

    async def test_a_new_one_is_added_and_taken_back(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await press(pilot, made.clock, "E", "A", *"Zercher Carry", "down", "down", "enter")
            assert "Zercher Carry is in the library" in text(pilot)
            assert named(pilot, "Zercher Carry").measure.value == "time"
            await press(pilot, made.clock, "u")
            assert "undone" in text(pilot)
            assert "Zercher Carry" not in {one.name for one in app_of(pilot).logbook.exercises()}
            await press(pilot, made.clock, "U")
            assert named(pilot, "Zercher Carry")

    async def test_one_that_is_there_is_marked(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await press(pilot, made.clock, "E", "A", *"bench press", "enter")
            assert "is there already" in text(pilot)

    async def test_a_merge_is_told_beforehand_and_taken_back(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await open_on(pilot, "Close-Grip Bench Press")
            gone, kept = named(pilot, "Close-Grip Bench Press"), named(pilot, "Bench Press")
            use = app_of(pilot).logbook.exercise_form(gone.uid).use
            await press(pilot, made.clock, "M", *"bench press", "enter")
            assert f"{use.sessions} workouts, {use.sets} sets" in text(pilot)
            await press(pilot, made.clock, "escape")
            assert named(pilot, "Close-Grip Bench Press")
            await press(pilot, made.clock, "M", *"bench press", "enter")
            await agree(pilot, made.clock)
            assert gone.uid not in {one.uid for one in app_of(pilot).logbook.exercises()}
            assert "Close-Grip Bench Press" in named(pilot, "Bench Press").aliases
            assert "Bench Press is in the library, and is Close-Grip Bench Press too" in text(pilot)
            await press(pilot, made.clock, "u")
            assert named(pilot, "Close-Grip Bench Press").uid == gone.uid
            assert app_of(pilot).logbook.exercise_form(gone.uid).use == use
            assert kept == named(pilot, "Bench Press")

    async def test_put_away_and_taken_out_again(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await open_on(pilot, "Burpee")
            await press(pilot, made.clock, "D")
            assert "Burpee is offered no more" in text(pilot)
            assert named(pilot, "Burpee").archived
            await press(pilot, made.clock, "v", "D")
            assert not named(pilot, "Burpee").archived
            assert "Nothing was put away" in text(pilot)
            await press(pilot, made.clock, "enter", "M", "D", "p", "down")
            assert isinstance(pilot.app.screen, ExercisesScreen), "there is nothing to do anything with"

    async def test_the_ways_on_and_back(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await press(pilot, made.clock, "E", "p")
            assert isinstance(pilot.app.screen, ProgressScreen)
            await press(pilot, made.clock, "escape", "enter")
            assert isinstance(pilot.app.screen, ExerciseScreen)
            await press(pilot, made.clock, "escape", "escape")
            assert isinstance(pilot.app.screen, HomeScreen)

    async def test_a_window_that_only_looks_changes_nothing(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        made.close()
        first = Lock(parts(tmp_path).paths.lock, made.clock)
        assert first.acquire()
        async with window(parts(tmp_path, made.clock)) as pilot:
            app_of(pilot).enter(read_only=True)
            await pilot.pause()
            await open_on(pilot, "Burpee")
            await press(pilot, made.clock, "D")
            assert "only looks" in text(pilot)
            assert not named(pilot, "Burpee").archived
            await press(pilot, made.clock, "enter", "enter", *"x", "enter")
            assert "only looks" in text(pilot)
        first.release()


async def test_settings_lead_to_it_too(tmp_path: Path) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "comma", "tab", "up")
        assert "147 in the library" in text(pilot)
        await press(pilot, made.clock, "enter")
        assert isinstance(pilot.app.screen, ExercisesScreen)


class TestForm:
    async def test_it_is_one_key_away_from_the_set_and_acts_there_at_once(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        session = sample.begin_push_a(made)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            app_of(pilot).open_log(session.uid)
            await pilot.pause()
            await press(pilot, made.clock, "E", "tab", "down", "down", "left", "escape")
            assert "load of each side" in text(pilot)

    async def test_another_name_is_told_beforehand_and_taken_back(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await open_on(pilot, "Bench Press")
            await press(pilot, made.clock, "enter", "enter", *(["backspace"] * len("Bench Press")), *"Flat Bench")
            assert "which go to a connected sheet again" in text(pilot)
            await press(pilot, made.clock, "enter")
            assert named(pilot, "Flat Bench").aliases[-1] == "Bench Press"
            assert "Flat Bench" in lines(pilot)[0]
            await press(pilot, made.clock, "u")
            assert named(pilot, "Bench Press")

    async def test_a_name_that_is_taken_stays_in_the_line(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await open_on(pilot, "Bench Press")
            await press(pilot, made.clock, "enter", "enter", *(["backspace"] * len("Bench Press")), *"Burpee", "enter")
            assert "There is a “Burpee” already" in text(pilot)
            assert "Burpee" in lines(pilot)[-4]
            assert named(pilot, "Bench Press")

    async def test_what_a_load_is_of_is_settled_and_shown_with_its_chart(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await open_on(pilot, "Lateral Raise")
            await press(pilot, made.clock, "enter", "tab", "down", "down", "left", "down", "left")
            await press(pilot, made.clock, "escape", "p")
            assert "load of each dumbbell, reps of each side" in text(pilot)
