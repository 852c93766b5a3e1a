"""Progress in a window: pictures, sizes, and what its keys do."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from screenshots import sample
from tests.screens.support import LARGE, SIZES, SMALL, app_of, evening, lines, parts, text, window
from tests.screens.test_home_screen import at, press
from tests.support import DAY, make_gym
from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.session import SetValues
from workout_tui.ui.glyphs import ASCII
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.log import LogScreen
from workout_tui.ui.screens.progress import ProgressScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.support import Gym

    Golden = Callable[[str, str], None]

WEEKS = 40


def named(pilot: Pilot[int], name: str) -> str:
    """The uid of an exercise."""
    return next(one.uid for one in app_of(pilot).logbook.exercises() if one.name == name)


async def open_on(pilot: Pilot[int], name: str) -> None:
    app_of(pilot).open_progress(named(pilot, name))
    await pilot.pause()


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_an_exercise(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    made = evening(tmp_path, weeks=WEEKS)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        await open_on(pilot, "Bench Press")
        golden(f"progress-{at(size)}", text(pilot))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_the_records(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    made = evening(tmp_path, weeks=WEEKS)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        await open_on(pilot, "Bench Press")
        await press(pilot, made.clock, "r")
        golden(f"progress-records-{at(size)}", text(pilot))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_the_weeks(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    made = evening(tmp_path, weeks=WEEKS)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        await press(pilot, made.clock, "p", "b", "down")
        golden(f"progress-you-{at(size)}", text(pilot))


async def test_picture_on_a_plain_terminal(tmp_path: Path, golden: Golden) -> None:
    made = evening(tmp_path, weeks=WEEKS)
    made.close()
    async with window(parts(tmp_path, made.clock, glyphs=ASCII)) as pilot:
        await open_on(pilot, "Bench Press")
        golden("progress-ascii-80x24", text(pilot))
        assert text(pilot).isascii()


@pytest.mark.parametrize("size", SIZES, ids=at)
@pytest.mark.parametrize("keys", [(), ("r",), ("b",), ("b", "tab", "tab")])
async def test_no_line_is_wider_than_the_window(tmp_path: Path, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        await press(pilot, made.clock, "p", *keys)
        assert max(map(len, lines(pilot))) <= size[0]
        assert lines(pilot)[-1].endswith("? keys") or lines(pilot)[-2].endswith("? keys")


class TestKeys:
    async def test_tab_goes_through_the_metrics_and_back(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await open_on(pilot, "Bench Press")
            assert "e1RM" in lines(pilot)[2]
            await press(pilot, made.clock, "tab")
            assert "top set" in lines(pilot)[2]
            await press(pilot, made.clock, "tab", "tab")
            assert "reps at" in lines(pilot)[2]
            await press(pilot, made.clock, "tab", "shift+tab", "shift+tab")
            assert "volume" in lines(pilot)[2]

    async def test_arrows_change_range_and_exercise(self, tmp_path: Path) -> None:
        made = evening(tmp_path, weeks=WEEKS)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await open_on(pilot, "Bench Press")
            assert "in a year" in text(pilot)
            await press(pilot, made.clock, "left")
            assert "in 6 months" in text(pilot)
            await press(pilot, made.clock, "right", "right", "right")
            assert "since" in text(pilot)
            await press(pilot, made.clock, "down")
            assert "Bench Press " not in lines(pilot)[2].replace("Close-Grip Bench Press", "")
            await press(pilot, made.clock, "up")
            assert lines(pilot)[2].startswith("  Bench Press")

    async def test_brackets_ask_for_reps_at_another_load(self, tmp_path: Path) -> None:
        made = evening(tmp_path, weeks=WEEKS)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await open_on(pilot, "Bench Press")
            await press(pilot, made.clock, "right_square_bracket")
            assert lines(pilot)[2].endswith("reps at 100 kg")
            await press(pilot, made.clock, "left_square_bracket")
            assert lines(pilot)[2].endswith("reps at 97.5 kg")

    async def test_find_takes_what_was_done_and_adds_nothing(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await press(pilot, made.clock, "p", "slash", *"never done")
            await press(pilot, made.clock, "enter")
            assert "PROGRESS OF" in text(pilot)
            await press(pilot, made.clock, "escape", "slash", *"deadl", "enter")
            assert "Deadlift" in lines(pilot)[2]

    async def test_the_way_back(self, tmp_path: Path) -> None:
        made = evening(tmp_path)
        session = sample.begin_push_a(made)
        made.close()
        async with window(parts(tmp_path, made.clock)) as pilot:
            await press(pilot, made.clock, "p", "escape")
            assert isinstance(pilot.app.screen, HomeScreen)
            app_of(pilot).open_log(session.uid)
            await pilot.pause()
            await press(pilot, made.clock, "p")
            assert isinstance(pilot.app.screen, ProgressScreen)
            assert lines(pilot)[2].startswith("  Bench Press"), "the exercise under the cursor"
            await press(pilot, made.clock, "escape")
            assert isinstance(pilot.app.screen, LogScreen)


def trained(
    gym: Gym, name: str, measure: Measure, *sessions: tuple[SetValues, ...], weight: Load | None = None
) -> None:
    """A session a week, the last one a week ago."""
    exercise = gym.logbook.add_exercises([Exercise("", name, measure)])[0]
    gym.clock.pass_ms(-len(sessions) * 7 * DAY)
    for sets in sessions:
        session = gym.logbook.add_exercise(gym.start().uid, exercise.uid)
        gym.logbook.set_bodyweight(session.uid, weight)
        for values in sets:
            session = gym.log(session, values)
        gym.logbook.finish(session.uid)
        gym.clock.pass_ms(7 * DAY)


class TestEveryMeasure:
    async def test_one_session_makes_no_line(self, tmp_path: Path) -> None:
        gym = make_gym(parts(tmp_path).paths.database)
        trained(gym, "Bench Press", Measure.WEIGHT, (SetValues(Load(100_000, Unit.KG), 5),))
        gym.close()
        async with window(parts(tmp_path, gym.clock)) as pilot:
            await press(pilot, sample.TurnedClock(), "p")
            assert "Two sessions of Bench Press make a line. One so far." in text(pilot)

    async def test_sets_too_long_for_an_estimate_are_told_by_their_load(self, tmp_path: Path) -> None:
        gym = make_gym(parts(tmp_path).paths.database)
        trained(gym, "Bench Press", Measure.WEIGHT, *[(SetValues(Load(100_000, Unit.KG), 5),)] * 2)
        trained(gym, "Lateral Raise", Measure.WEIGHT, *[(SetValues(Load(12_000, Unit.KG), 20),)] * 2)
        gym.close()
        async with window(parts(tmp_path, gym.clock)) as pilot:
            await open_on(pilot, "Lateral Raise")
            assert "12 kg top set" in lines(pilot)[2]
            await open_on(pilot, "Bench Press")
            assert "e1RM" in lines(pilot)[2]

    async def test_nothing_at_all(self, tmp_path: Path) -> None:
        make_gym(parts(tmp_path).paths.database).close()
        async with window(parts(tmp_path)) as pilot:
            app_of(pilot).open_progress()
            await pilot.pause()
            await press(
                pilot, sample.TurnedClock(), "tab", "down", "r", "left_square_bracket", "b", "tab", "tab", "down"
            )
            assert "Two days on the scales make a line" in text(pilot)
            await press(pilot, sample.TurnedClock(), "b")
            assert "No workout was finished yet" in text(pilot)

    async def test_less_help_goes_up(self, tmp_path: Path, golden: Golden) -> None:
        gym = make_gym(parts(tmp_path).paths.database)
        sets = [(SetValues(Load(-help_kg * 1000, Unit.KG), 8),) for help_kg in (40, 35, 30, 30, 25)]
        trained(gym, "Assisted Dips", Measure.BODYWEIGHT, *sets, weight=Load(80_000, Unit.KG))
        gym.close()
        async with window(parts(tmp_path, gym.clock)) as pilot:
            await open_on(pilot, "Assisted Dips")
            assert "▲" in lines(pilot)[2]
            golden("progress-assisted-80x24", text(pilot))

    async def test_times_are_read_as_times(self, tmp_path: Path, golden: Golden) -> None:
        gym = make_gym(parts(tmp_path).paths.database)
        trained(gym, "Plank", Measure.TIME, *[(SetValues(seconds=60 + 15 * n),) * 2 for n in range(5)])
        gym.close()
        async with window(parts(tmp_path, gym.clock)) as pilot:
            await open_on(pilot, "Plank")
            golden("progress-time-80x24", text(pilot))

    async def test_distances_are_read_in_their_unit(self, tmp_path: Path, golden: Golden) -> None:
        gym = make_gym(parts(tmp_path).paths.database)
        runs = [(SetValues(distance=Distance(3000 + 100 * n, DistanceUnit.MI), seconds=1500),) for n in range(5)]
        trained(gym, "Run", Measure.DISTANCE, *runs)
        gym.close()
        async with window(parts(tmp_path, gym.clock)) as pilot:
            await open_on(pilot, "Run")
            golden("progress-distance-80x24", text(pilot))
            await press(pilot, sample.TurnedClock(), "tab", "r")
            golden("progress-pace-80x24", text(pilot))

    async def test_two_units_stand_side_by_side_as_they_were_typed(self, tmp_path: Path) -> None:
        gym = make_gym(parts(tmp_path).paths.database)
        trained(
            gym,
            "Bench Press",
            Measure.WEIGHT,
            (SetValues(Load(225_000, Unit.LB), 5),),
            (SetValues(Load(102_500, Unit.KG), 5),),
        )
        gym.close()
        async with window(parts(tmp_path, gym.clock)) as pilot:
            await open_on(pilot, "Bench Press")
            assert "225 lb×5" in text(pilot)
            assert "102.5×5" in text(pilot)
            assert "1 rep" not in text(pilot), "five reps were done, no single"

    async def test_a_long_break_is_told(self, tmp_path: Path) -> None:
        gym = make_gym(parts(tmp_path).paths.database)
        sets = [(SetValues(Load(100_000, Unit.KG), 5),)] * 3
        trained(gym, "Bench Press", Measure.WEIGHT, *sets)
        gym.clock.pass_ms(int(timedelta(days=400).total_seconds() * 1000))
        gym.close()
        async with window(parts(tmp_path, gym.clock)) as pilot:
            await open_on(pilot, "Bench Press")
            assert "Nothing in this time. The last was on 17 September 2024." in text(pilot)
