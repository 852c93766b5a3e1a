"""History in a window: pictures, sizes, the ways through it, and what its keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from screenshots import sample
from tests.screens.support import FOOTER, LARGE, SIZES, SMALL, app_of, evening, lines, parts, text, until, window
from workout_tui.ui.glyphs import ASCII
from workout_tui.ui.screens.history import HistoryScreen
from workout_tui.ui.screens.home import HomeScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    Golden = Callable[[str, str], None]


def at(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def past(tmp_path: Path, weeks: int = 3) -> sample.TurnedClock:
    """The log of the sample lifter, tonight's session in it too."""
    made = evening(tmp_path, weeks=weeks)
    session = sample.begin_push_a(made)
    sample.end_push_a(made, session)
    made.logbook.finish(session.uid)
    made.close()
    return made.clock


async def press(pilot: Pilot[int], clock: sample.TurnedClock, *keys: str) -> None:
    """Keys as a finger presses them: time goes by between two."""
    for key in keys:
        clock.pass_ms(400)
        await pilot.press(key)
        await pilot.pause()


async def looking_back(pilot: Pilot[int], clock: sample.TurnedClock) -> HistoryScreen:
    """History in front, its stars found."""
    await press(pilot, clock, "h")
    screen = pilot.app.screen
    assert isinstance(screen, HistoryScreen)
    await until(pilot, lambda: bool(screen._made_at))
    await pilot.pause()
    return screen


def marked(pilot: Pilot[int]) -> str:
    """The row of the list that is marked."""
    return next(line for line in lines(pilot) if line.strip().startswith(("▌", "|")))


# Pictures


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock), size) as pilot:
        await looking_back(pilot, clock)
        golden(f"history-{at(size)}", text(pilot))


async def test_picture_on_a_plain_terminal(tmp_path: Path, golden: Golden) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock, glyphs=ASCII)) as pilot:
        await looking_back(pilot, clock)
        golden("history-ascii-80x24", text(pilot))
        assert text(pilot).isascii()


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_an_empty_log(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    made = evening(tmp_path, weeks=0)
    for line in made.logbook.past_page():
        made.logbook.discard(line.uid)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        await press(pilot, made.clock, "h")
        golden(f"history-empty-{at(size)}", text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=at)
async def test_no_line_is_wider_than_the_window_and_the_footer_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock), size) as pilot:
        await looking_back(pilot, clock)
        shown = lines(pilot)
        assert len(shown) == size[1]
        assert all(len(line) <= size[0] for line in shown)
        footer = next(line for line in reversed(shown) if line.strip())
        assert len(footer) <= FOOTER
        assert footer.endswith("? keys")


# Ways


async def test_up_and_down_along_the_list(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock), LARGE) as pilot:
        await looking_back(pilot, clock)
        assert "Push A" in marked(pilot)
        await press(pilot, clock, "up", "down")
        assert "Push B" in marked(pilot)
        assert "Push B    Mon 23 Sep" in text(pilot)  # beside the list stands what is marked
        await press(pilot, clock, "end")
        oldest = marked(pilot)
        await press(pilot, clock, "down")
        assert marked(pilot) == oldest
        await press(pilot, clock, "home")
        assert "Tue 24 Sep" in marked(pilot)


async def test_left_and_right_go_by_weeks(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        await press(pilot, clock, "left")
        assert "Sun 22 Sep" in marked(pilot)  # the newest session of the week before
        await press(pilot, clock, "left")
        assert "Sat 14 Sep" in marked(pilot)
        await press(pilot, clock, "right", "right")
        assert "Tue 24 Sep" in marked(pilot)
        await press(pilot, clock, "right")
        assert "Tue 24 Sep" in marked(pilot)


async def test_tab_gives_the_arrows_to_the_map(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        await press(pilot, clock, "tab", "left")
        assert "▸■" in text(pilot)  # Tuesday 17 September
        assert "Tue 17 Sep" in marked(pilot)
        await press(pilot, clock, "up", "up")
        assert "▸·" in text(pilot)  # Sunday 15: no session, the list keeps to what was before
        assert "Sat 14 Sep" in marked(pilot)
        await press(pilot, clock, "enter", "down")
        assert "▸" not in text(pilot)
        assert "Tue 10 Sep" in marked(pilot)


async def test_what_was_put_aside_has_a_list_of_its_own(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        logbook = app_of(pilot).logbook
        logbook.discard(logbook.past_page()[3].uid)
        await looking_back(pilot, clock)
        await press(pilot, clock, "v")
        assert "1 put aside" in text(pilot)
        assert "Pull A" in marked(pilot)
        await press(pilot, clock, "escape")
        assert "Tue 24 Sep" in marked(pilot)
        await press(pilot, clock, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_what_another_program_writes_is_shown_and_the_mark_stays(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        await press(pilot, clock, "down", "down")
        before = marked(pilot)
        other = sample.reopen(tmp_path / "workout.db")
        other.logbook.discard(other.logbook.past_page()[0].uid)
        other.close()
        app_of(pilot).tick()
        await pilot.pause()
        assert marked(pilot) == before
        assert "Push A " not in next(line for line in lines(pilot) if "24 Sep" in line or "23 Sep" in line)


# Searching


async def test_the_list_follows_what_is_typed(tmp_path: Path, golden: Golden) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        await press(pilot, clock, "slash", *"dead")
        golden("history-search-80x24", text(pilot))
        assert "Pull A" in marked(pilot)
        assert "Push" not in text(pilot)
        await press(pilot, clock, "down")
        first = marked(pilot)
        await press(pilot, clock, "enter")
        assert "/ dead" in text(pilot)
        assert marked(pilot) == first
        await press(pilot, clock, "escape")
        assert "13 sessions" in text(pilot)
        assert marked(pilot) == first  # where one was, now among all


async def test_letters_type_while_the_line_has_the_focus(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        await press(pilot, clock, "slash", *"rudey")
        assert "Nothing fits" in text(pilot)
        assert isinstance(pilot.app.screen, HistoryScreen)
        await press(pilot, clock, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_date_finds_its_day(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        await press(pilot, clock, "slash", *"21", "space", *"sep", "enter")
        assert "1 of 13 fit" in text(pilot)
        assert "Sat 21 Sep" in marked(pilot)
        await press(pilot, clock, "D", "escape")  # what is found can be dealt with like any other
        assert "Sat 21 Sep" in marked(pilot)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_the_history_of_an_exercise_from_the_bar(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    made = evening(tmp_path)
    session = sample.begin_push_a(made)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        app_of(pilot).open_log(session.uid)
        await pilot.pause()
        await press(pilot, made.clock, "h")
        screen = pilot.app.screen
        assert isinstance(screen, HistoryScreen)
        await until(pilot, lambda: bool(screen._made_at))
        await pilot.pause()
        golden(f"history-exercise-{at(size)}", text(pilot))
        assert "Bench Press" in text(pilot)
        assert "Legs" not in text(pilot)
        await press(pilot, made.clock, "escape")
        assert "while" not in text(pilot)
        assert app_of(pilot).screen.__class__.__name__ == "LogScreen"


async def test_what_is_listed_is_written_to_a_new_file(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock), LARGE) as pilot:
        await looking_back(pilot, clock)
        await press(pilot, clock, "slash", *"pull", "enter", "x", "ctrl+u")
        target = tmp_path / "pulls.csv"
        for char in str(target):
            await press(pilot, clock, {"/": "slash", ".": "full_stop", "-": "minus", "_": "underscore"}.get(char, char))
        await press(pilot, clock, "enter")
        await until(pilot, lambda: "written to" in text(pilot))
        written = target.read_text("utf-8").splitlines()
        assert {line.split(",")[4] for line in written[1:]} == {"Pull A"}
        assert f"{len(written) - 1} sets written" in text(pilot)
        await press(pilot, clock, "x", "ctrl+u")
        for char in str(target):
            await press(pilot, clock, {"/": "slash", ".": "full_stop", "-": "minus", "_": "underscore"}.get(char, char))
        await press(pilot, clock, "enter")
        assert "There is a file" in " ".join(text(pilot).split())
        assert target.read_text("utf-8").splitlines() == written
