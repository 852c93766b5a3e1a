"""The editor in a window: pictures, and what its keys do to the template in the log."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from tests.screens.support import FOOTER, LARGE, SIZES, SMALL, app_of, evening, lines, parts, text, window
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import Target
from workout_tui.ui.glyphs import ASCII, UNICODE, Glyphs
from workout_tui.ui.screens.confirm import ConfirmScreen
from workout_tui.ui.screens.editor import EditorScreen
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.log import LogScreen
from workout_tui.ui.screens.pick import PickScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from screenshots.sample import TurnedClock
    from workout_tui.model.plan import Template

    Golden = Callable[[str, str], None]

NAMES = {"@": "at", "+": "plus", "-": "minus", ".": "full_stop", ",": "comma", " ": "space", "#": "number_sign"}


class Hand:
    """Fingers on the editor."""

    def __init__(self, pilot: Pilot[int], clock: TurnedClock) -> None:
        self.pilot = pilot
        self._clock = clock

    async def press(self, *keys: str) -> None:
        for key in keys:
            self._clock.pass_ms(400)
            await self.pilot.press(key)
            await self.pilot.pause()

    async def type(self, line: str) -> None:
        await self.press(*(NAMES.get(char, char) for char in line), "enter")

    @property
    def stored(self) -> Template:
        return app_of(self.pilot).logbook.templates()[0]

    @property
    def shown(self) -> str:
        return text(self.pilot)

    def names(self) -> list[str]:
        return [one.exercise.name for one in self.stored.exercises]


@asynccontextmanager
async def editing(
    tmp_path: Path, size: tuple[int, int] = SMALL, *, glyphs: Glyphs = UNICODE, key: str = "e"
) -> AsyncIterator[Hand]:
    """The editor on Push A, its second exercise marked."""
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock, glyphs=glyphs), size) as pilot:
        hand = Hand(pilot, made.clock)
        await hand.press("1", key, "down")
        assert isinstance(pilot.app.screen, EditorScreen)
        yield hand


def kg(number: float) -> Load:
    return Load(round(number * 1000), Unit.KG)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_picture(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with editing(tmp_path, size) as hand:
        golden(f"editor-{size[0]}x{size[1]}", hand.shown)


async def test_picture_of_a_fault(tmp_path: Path, golden: Golden) -> None:
    async with editing(tmp_path) as hand:
        await hand.type("3x5@1oo")
        golden("editor-fault-80x24", hand.shown)


async def test_picture_on_a_plain_terminal(tmp_path: Path, golden: Golden) -> None:
    async with editing(tmp_path, glyphs=ASCII) as hand:
        golden("editor-ascii-80x24", hand.shown)
        assert hand.shown.isascii()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_line_is_wider_than_the_window_and_the_footer_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    async with editing(tmp_path, size) as hand:
        shown = lines(hand.pilot)
        assert all(len(line) <= size[0] for line in shown)
        footer = next(line for line in reversed(shown) if line.strip())
        assert len(footer) <= FOOTER
        assert footer.endswith("? keys")


async def test_what_is_typed_says_what_it_means_before_it_is_kept(tmp_path: Path) -> None:
    async with editing(tmp_path) as hand:
        await hand.press(*"5x5", "at", *"100")
        assert "5 sets of 5 at 100 kg, rest 3:00, +2.5 kg after all reps made" in hand.shown
        await hand.press("enter")
        one = hand.stored.exercises[1]
        assert one.targets == (Target(5, 5, kg(100)),) * 5
        assert (one.rest_s, one.step) == (180, kg(2.5))


async def test_a_part_of_the_line_changes_that_part_alone(tmp_path: Path) -> None:
    async with editing(tmp_path) as hand:
        before = hand.stored.exercises[1]
        await hand.type("r90")
        after = hand.stored.exercises[1]
        assert (after.rest_s, after.targets, after.step) == (90, before.targets, before.step)


async def test_enter_takes_up_what_is_written_and_what_is_rubbed_out_is_gone(tmp_path: Path) -> None:
    async with editing(tmp_path) as hand:
        await hand.press("down", "enter")
        assert "3x6@60 r3:00 +2.5" in hand.shown
        await hand.press("ctrl+w", "enter")
        assert hand.stored.exercises[2].step is None
        assert hand.stored.exercises[2].targets == (Target(6, 6, kg(60)),) * 3


async def test_a_fault_keeps_the_text_and_writes_nothing(tmp_path: Path) -> None:
    async with editing(tmp_path) as hand:
        before = hand.stored
        await hand.type("3x5@")
        assert "load missing" in hand.shown
        assert "3x5@" in hand.shown
        assert hand.stored == before
        await hand.press("escape")
        assert isinstance(hand.pilot.app.screen, EditorScreen)
        await hand.press("escape")
        assert isinstance(hand.pilot.app.screen, HomeScreen)


async def test_exercises_are_moved_removed_and_brought_back(tmp_path: Path) -> None:
    async with editing(tmp_path) as hand:
        names = hand.names()
        await hand.press("K")
        assert hand.names()[:2] == [names[1], names[0]]
        await hand.press("d")
        assert hand.names() == [names[0], *names[2:]]
        assert "taken out · u takes it back" in hand.shown
        await hand.press("u", "u")
        assert hand.names() == names
        await hand.press("U")
        assert hand.names()[:2] == [names[1], names[0]]


async def test_an_exercise_is_added_by_a_few_letters(tmp_path: Path) -> None:
    async with editing(tmp_path) as hand:
        await hand.press("a")
        assert isinstance(hand.pilot.app.screen, PickScreen)
        await hand.press(*"face", "enter")
        assert hand.names()[2] == "Face Pull"
        await hand.type("3x12-15")
        assert hand.stored.exercises[2].targets == (Target(12, 15),) * 3


async def test_a_new_exercise_comes_into_the_library(tmp_path: Path) -> None:
    async with editing(tmp_path) as hand:
        await hand.press("a", *"zercher", "enter")
        assert hand.names()[2] == "zercher"
        assert "zercher" in [one.name for one in app_of(hand.pilot).logbook.exercises()]


async def test_an_exercise_is_swapped_and_its_loads_are_not_taken_over(tmp_path: Path) -> None:
    async with editing(tmp_path) as hand:
        await hand.press("e", *"db bench", "enter")
        one = hand.stored.exercises[1]
        assert one.exercise.name == "DB Bench Press"
        assert {target.load for target in one.targets} == {None}


async def test_supersets_are_made_and_undone(tmp_path: Path) -> None:
    async with editing(tmp_path) as hand:
        await hand.press("g")
        assert [one.superset for one in hand.stored.exercises[:4]] == ["", "A", "A", ""]
        assert "A1" in hand.shown
        await hand.press("g")
        assert {one.superset for one in hand.stored.exercises} == {""}


async def test_a_name_and_a_note_are_written(tmp_path: Path) -> None:
    async with editing(tmp_path) as hand:
        await hand.press("R", *["backspace"] * 6, *"Chest", "enter")
        await hand.press("n", *"pause", "enter")
        assert (hand.stored.name, hand.stored.exercises[1].note) == ("Chest", "pause")


async def test_a_training_max_goes_with_the_percentages(tmp_path: Path) -> None:
    async with editing(tmp_path) as hand:
        await hand.press(*"3x5", "at", *"85%", "space", *"tm140", "enter")
        bench = hand.stored.exercises[1]
        assert [target.percent10 for target in bench.targets] == [850] * 3
        assert app_of(hand.pilot).logbook.exercise_setting(bench.exercise.uid).training_max == kg(140)
        assert "3 × 5 at 120 kg" in hand.shown


async def test_putting_it_away_asks_first(tmp_path: Path) -> None:
    async with editing(tmp_path) as hand:
        await hand.press("D")
        assert isinstance(hand.pilot.app.screen, ConfirmScreen)
        await hand.press("escape")
        assert hand.stored.name == "Push A"
        await hand.press("D", "D")
        await hand.pilot.pause(0.3)
        assert isinstance(hand.pilot.app.screen, HomeScreen)
        assert "Push A" not in [one.name for one in app_of(hand.pilot).logbook.templates()]


class TestOnlyToday:
    async def test_a_session_begins_with_what_was_changed_and_the_template_stays(self, tmp_path: Path) -> None:
        async with editing(tmp_path, key="c") as hand:
            before = hand.stored
            assert "Only today" in hand.shown
            await hand.type("3x3@90")
            await hand.press("d", "u", "down", "d", "s")
            assert isinstance(hand.pilot.app.screen, LogScreen)
            session = app_of(hand.pilot).logbook.active()
            assert session is not None
            assert [one.exercise.name for one in session.exercises][1:3] == ["Bench Press", "Incline DB Press"]
            assert [one.target for one in session.exercises[1].planned] == [Target(3, 3, kg(90))] * 3
            assert [one.load for one in (row.target for row in session.exercises[0].planned)] == [kg(140)] * 4
            assert hand.stored == before

    async def test_leaving_begins_nothing(self, tmp_path: Path) -> None:
        async with editing(tmp_path, key="c") as hand:
            await hand.type("3x3@90")
            await hand.press("escape")
            assert app_of(hand.pilot).logbook.active() is None


async def test_a_new_workout_is_named_and_filled(tmp_path: Path) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        hand = Hand(pilot, made.clock)
        await hand.press("n", *"Arms", "enter")
        assert isinstance(pilot.app.screen, EditorScreen)
        await hand.press("enter", *"barbell curl", "enter")
        await hand.type("3x10@40")
        new = next(one for one in app_of(pilot).logbook.templates() if one.name == "Arms")
        assert [(one.exercise.name, len(one.targets)) for one in new.exercises] == [("Barbell Curl", 3)]


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_picture_of_its_keys(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with editing(tmp_path, size) as hand:
        await hand.press("question_mark")
        golden(f"editor-keys-{size[0]}x{size[1]}", hand.shown)
