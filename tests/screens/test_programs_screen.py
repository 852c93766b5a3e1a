"""The programs in a window: pictures, and what its keys do to what comes next."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from tests.screens.support import FOOTER, LARGE, SIZES, SMALL, app_of, evening, lines, parts, text, window
from tests.screens.test_editor_screen import Hand
from workout_tui.ui.glyphs import ASCII, UNICODE, Glyphs
from workout_tui.ui.screens.confirm import ConfirmScreen
from workout_tui.ui.screens.editor import EditorScreen
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.programs import ProgramsScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    Golden = Callable[[str, str], None]

FIVE_BY_FIVE = ("down",) * 4


@asynccontextmanager
async def programs(tmp_path: Path, size: tuple[int, int] = SMALL, *, glyphs: Glyphs = UNICODE) -> AsyncIterator[Hand]:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock, glyphs=glyphs), size) as pilot:
        hand = Hand(pilot, made.clock)
        await hand.press("o")
        assert isinstance(pilot.app.screen, ProgramsScreen)
        yield hand


async def answer(hand: Hand, key: str) -> None:
    """A key on a dialog, which waits for it to be quiet."""
    assert isinstance(hand.pilot.app.screen, ConfirmScreen)
    await hand.press(key)
    await hand.pilot.pause(0.3)


def up_next(hand: Hand) -> str:
    found = app_of(hand.pilot).logbook.home(records=False).up_next
    return found.title if found else ""


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
async def test_picture(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with programs(tmp_path, size) as hand:
        await hand.press(*FIVE_BY_FIVE, "enter", "s")
        golden(f"programs-{size[0]}x{size[1]}", hand.shown)


async def test_picture_on_a_plain_terminal(tmp_path: Path, golden: Golden) -> None:
    async with programs(tmp_path, glyphs=ASCII) as hand:
        await hand.press(*FIVE_BY_FIVE)
        golden("programs-ascii-80x24", hand.shown)
        assert hand.shown.isascii()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_line_is_wider_than_the_window_and_the_footer_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    async with programs(tmp_path, size) as hand:
        await hand.press(*FIVE_BY_FIVE, "enter")
        shown = lines(hand.pilot)
        assert all(len(line) <= size[0] for line in shown)
        footer = next(line for line in reversed(shown) if line.strip())
        assert len(footer) <= FOOTER
        assert footer.endswith("? keys")


async def test_a_starter_begins_and_leads_what_comes_next(tmp_path: Path) -> None:
    async with programs(tmp_path) as hand:
        await hand.press(*FIVE_BY_FIVE, "enter")
        assert "5×5 has begun" in hand.shown
        assert up_next(hand) == "5×5 A"
        await hand.press("s")
        assert up_next(hand) == "5×5 B"
        await hand.press("u")
        assert up_next(hand) == "5×5 A"
        await hand.press("escape")
        assert isinstance(hand.pilot.app.screen, HomeScreen)
        assert "5×5 A" in text(hand.pilot)


async def test_another_one_asks_before_it_takes_over(tmp_path: Path) -> None:
    async with programs(tmp_path) as hand:
        await hand.press(*FIVE_BY_FIVE, "enter", "down", "down", "enter")
        await answer(hand, "escape")
        assert up_next(hand) == "5×5 A"
        await hand.press("enter")
        await answer(hand, "b")
        assert up_next(hand) == "Full body A"


async def test_the_one_under_way_is_begun_again_or_left(tmp_path: Path) -> None:
    async with programs(tmp_path) as hand:
        await hand.press(*FIVE_BY_FIVE, "enter", "s", "enter")
        await answer(hand, "b")
        assert up_next(hand) == "5×5 A"
        await hand.press("enter")
        await answer(hand, "l")
        assert app_of(hand.pilot).logbook.standing() is None
        await hand.press("u")
        assert up_next(hand) == "5×5 A"


async def test_a_day_is_edited_once_the_program_is_ones_own(tmp_path: Path) -> None:
    async with programs(tmp_path) as hand:
        await hand.press(*FIVE_BY_FIVE, "2")
        assert "Begin it first" in hand.shown
        await hand.press("enter", "2")
        assert isinstance(hand.pilot.app.screen, EditorScreen)
        assert "5×5 B" in text(hand.pilot)


async def test_a_program_is_put_away_and_brought_back(tmp_path: Path) -> None:
    async with programs(tmp_path) as hand:
        await hand.press(*FIVE_BY_FIVE, "enter", "D")
        await answer(hand, "D")
        logbook = app_of(hand.pilot).logbook
        assert "5×5" not in [one.name for one in logbook.programs() if not one.archived]
        await hand.press("u")
        assert "5×5" in [one.name for one in logbook.programs() if not one.archived]


async def test_workouts_in_no_order_are_started_from_home(tmp_path: Path) -> None:
    async with programs(tmp_path) as hand:
        await hand.press("enter")
        assert "started from Home" in hand.shown
        await hand.press("s")
        assert "No day of a program comes next" in hand.shown


async def test_a_program_of_ones_own_is_made_of_workouts_by_their_names(tmp_path: Path) -> None:
    async with programs(tmp_path) as hand:
        await hand.press("n", *"Mine", "tab", *"Legs", "comma", *"Arms", "enter")
        logbook = app_of(hand.pilot).logbook
        made = next(one for one in logbook.programs() if one.name == "Mine")
        assert [one.name for one in made.templates] == ["Legs", "Arms"]
        assert "Mine is made" in hand.shown
        await hand.press("enter")
        assert up_next(hand) == "Legs"


async def test_a_program_without_days_is_refused_with_words(tmp_path: Path) -> None:
    async with programs(tmp_path) as hand:
        await hand.press("n", *"Mine", "enter")
        assert "1 to 14 days" in hand.shown
        assert "Mine" not in [one.name for one in app_of(hand.pilot).logbook.programs()]
