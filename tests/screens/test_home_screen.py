"""Home in a window: pictures of each state, sizes, and what the keys do."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from screenshots import sample
from tests.screens.support import (
    FOOTER,
    LARGE,
    SIZES,
    SMALL,
    app_of,
    evening,
    lines,
    parts,
    text,
    until,
    window,
)
from tests.support import DAY, HOUR
from workout_tui.model.session import Status
from workout_tui.store.connection import Store
from workout_tui.ui.glyphs import ASCII
from workout_tui.ui.screens.confirm import ConfirmScreen
from workout_tui.ui.screens.editor import EditorScreen
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.log import LogScreen
from workout_tui.ui.screens.small import SmallScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    Golden = Callable[[str, str], None]


async def press(pilot: Pilot[int], clock: sample.TurnedClock, *keys: str) -> None:
    """Keys as a finger presses them: time goes by between two."""
    for key in keys:
        clock.pass_ms(400)
        await pilot.press(key)
        await pilot.pause()


def at(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


# Pictures


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_nothing_open(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        await until(pilot, lambda: "most volume" in text(pilot))
        golden(f"home-fresh-{at(size)}", text(pilot))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_a_session_open(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    made = evening(tmp_path)
    sample.begin_push_a(made)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        await until(pilot, lambda: "most volume" in text(pilot))
        golden(f"home-{at(size)}", text(pilot))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_a_marked_workout(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        await until(pilot, lambda: "most volume" in text(pilot))
        await press(pilot, made.clock, "3")
        golden(f"home-marked-{at(size)}", text(pilot))


async def test_picture_on_a_plain_terminal(tmp_path: Path, golden: Golden) -> None:
    made = evening(tmp_path)
    sample.begin_push_a(made)
    made.close()
    async with window(parts(tmp_path, made.clock, glyphs=ASCII)) as pilot:
        await until(pilot, lambda: "most volume" in text(pilot))
        golden("home-ascii-80x24", text(pilot))
        assert text(pilot).isascii()


@pytest.mark.parametrize("size", SIZES, ids=at)
async def test_no_line_is_wider_than_the_window_and_the_footer_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    made = evening(tmp_path, weeks=2)
    sample.begin_push_a(made)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        shown = lines(pilot)
        assert len(shown) == size[1]
        assert all(len(line) <= size[0] for line in shown)
        footer = next(line for line in reversed(shown) if line.strip())
        assert len(footer.strip()) <= FOOTER
        assert footer.endswith("? keys")
        assert "WORKOUTS" in text(pilot)


# Starting and taking up


async def test_enter_starts_what_comes_next(tmp_path: Path) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "enter")
        assert isinstance(pilot.app.screen, LogScreen)
        running = app_of(pilot).logbook.active()
        assert running is not None
        assert running.title == "Push A"


async def test_a_digit_marks_and_enter_starts(tmp_path: Path) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "2")
        assert "MARKED   Pull A" in text(pilot)
        assert app_of(pilot).logbook.active() is None
        await press(pilot, made.clock, "enter")
        running = app_of(pilot).logbook.active()
        assert running is not None
        assert running.title == "Pull A"


async def test_zero_is_the_empty_workout(tmp_path: Path) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "0", "enter")
        running = app_of(pilot).logbook.active()
        assert running is not None
        assert running.exercises == ()


async def test_a_number_without_a_workout_does_nothing(tmp_path: Path) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "9")
        assert "UP NEXT" in text(pilot)
        assert "▸" not in text(pilot)


async def test_arrows_move_one_mark_and_stop_at_the_ends(tmp_path: Path) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "up")
        assert "UP NEXT" in text(pilot)
        await press(pilot, made.clock, "down")
        assert "▸ 0 empty one" in text(pilot)
        await press(pilot, made.clock, *["down"] * 9)
        assert "5 ▸Conditioning" in text(pilot)
        assert text(pilot).count("▸") == 1


async def test_enter_takes_up_the_open_session(tmp_path: Path) -> None:
    made = evening(tmp_path)
    session = sample.begin_push_a(made)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "enter")
        assert isinstance(pilot.app.screen, LogScreen)
        running = app_of(pilot).logbook.active()
        assert running is not None
        assert running.uid == session.uid


async def test_its_age_grows_while_home_is_shown(tmp_path: Path) -> None:
    made = evening(tmp_path)
    sample.begin_push_a(made)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        assert "last set 2 min ago" in text(pilot)
        made.clock.pass_ms(3 * HOUR)
        app_of(pilot).screen.action_move(0)  # type: ignore[attr-defined]
        await pilot.pause()
        assert "last set 3 h ago" in text(pilot)


# Another workout while one is open: resume, finish and start, or back


async def ask(pilot: Pilot[int], clock: sample.TurnedClock) -> None:
    await press(pilot, clock, "2", "enter")
    assert isinstance(pilot.app.screen, ConfirmScreen)


async def test_starting_another_asks_and_escape_leads_back(tmp_path: Path, golden: Golden) -> None:
    made = evening(tmp_path)
    sample.begin_push_a(made)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await until(pilot, lambda: "most volume" in text(pilot))
        await ask(pilot, made.clock)
        golden("home-still-open-80x24", text(pilot))
        await press(pilot, made.clock, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert app_of(pilot).logbook.active() is not None


async def test_enter_in_the_question_resumes(tmp_path: Path) -> None:
    made = evening(tmp_path)
    session = sample.begin_push_a(made)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await ask(pilot, made.clock)
        await press(pilot, made.clock, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))
        running = app_of(pilot).logbook.active()
        assert running is not None
        assert running.uid == session.uid


async def test_f_finishes_it_as_of_its_last_set_and_starts_the_other(tmp_path: Path) -> None:
    made = evening(tmp_path)
    session = sample.begin_push_a(made)
    last_at = made.logbook.session(session.uid).last_at
    made.close()
    made.clock.pass_ms(3 * DAY)
    async with window(parts(tmp_path, made.clock)) as pilot:
        await ask(pilot, made.clock)
        await press(pilot, made.clock, "f")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))
        logbook = app_of(pilot).logbook
        finished, running = logbook.session(session.uid), logbook.active()
        assert (finished.status, finished.ended_at) == (Status.COMPLETED, last_at)
        assert running is not None
        assert running.title == "Pull A"


async def test_f_discards_a_session_without_a_set(tmp_path: Path) -> None:
    made = evening(tmp_path)
    session = made.logbook.start(made.templates["Push A"].uid, session_uid=made.uids.new())
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await ask(pilot, made.clock)
        assert "Started just now, no set yet." in text(pilot)
        await press(pilot, made.clock, "f")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))
        assert app_of(pilot).logbook.session(session.uid).status is Status.DISCARDED


async def test_a_held_enter_starts_once_and_answers_nothing(tmp_path: Path) -> None:
    made = evening(tmp_path)
    sample.begin_push_a(made)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "2", "enter")
        for _ in range(20):
            made.clock.pass_ms(30)
            await pilot.press("enter")
        await pilot.pause(0.05)
        assert isinstance(pilot.app.screen, ConfirmScreen)


# What other programs do


async def test_what_another_program_wrote_is_shown_at_the_next_tick(tmp_path: Path) -> None:
    made = evening(tmp_path)
    async with window(parts(tmp_path, made.clock)) as pilot:
        assert "is open" not in text(pilot)
        made.logbook.start(made.templates["Legs"].uid, session_uid=made.uids.new())
        app_of(pilot).tick()
        await pilot.pause()
        assert "Legs is open" in text(pilot)
    made.close()


async def test_a_file_that_vanishes_is_said_in_words(tmp_path: Path) -> None:
    made = evening(tmp_path)
    made.close()
    given = parts(tmp_path, made.clock)
    async with window(given) as pilot:
        given.paths.database.unlink()
        await press(pilot, made.clock, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "deleted" in text(pilot)


async def test_a_busy_file_is_said_in_words_and_the_key_can_be_pressed_again(tmp_path: Path) -> None:
    made = evening(tmp_path)
    made.close()
    given = parts(tmp_path, made.clock)
    async with window(given) as pilot:
        other = Store(given.paths.database)
        with other.write():
            await press(pilot, made.clock, "enter")
            assert isinstance(pilot.app.screen, HomeScreen)
            assert "another program" in text(pilot)
        other.close()
        await press(pilot, made.clock, "enter")
        assert isinstance(pilot.app.screen, LogScreen)


# The window


async def test_a_window_too_small_says_so_and_takes_no_keys(tmp_path: Path) -> None:
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await pilot.resize_terminal(59, 24)
        await pilot.pause()
        assert isinstance(pilot.app.screen, SmallScreen)
        assert "make the window larger (60x18)" in text(pilot)
        await press(pilot, made.clock, "enter")
        assert app_of(pilot).logbook.active() is None
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "UP NEXT" in text(pilot)


async def test_a_window_that_begins_too_small_waits(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    async with window(parts(tmp_path, made.clock), (59, 24)) as pilot:
        assert isinstance(pilot.app.screen, SmallScreen)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "UP NEXT" in text(pilot)


async def test_u_without_a_finished_workout_says_so(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "u")
        assert "No workout was finished in this window yet." in text(pilot)
        await press(pilot, made.clock, "down")
        assert "No workout was finished" not in text(pilot)


async def test_the_log_is_read_once_at_the_start_and_once_on_coming_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, reread = [], HomeScreen.reread

    def counted(self: HomeScreen) -> None:
        read.append(1)
        reread(self)

    monkeypatch.setattr(HomeScreen, "reread", counted)
    made = evening(tmp_path, weeks=1)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        assert len(read) == 1
        await press(pilot, made.clock, "question_mark", "escape")
        assert len(read) == 2


async def test_a_program_begun_leads_where_nothing_did(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=0)
    for template in made.logbook.templates():
        made.logbook.archive_template(template.uid)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        assert "▸ 0 empty one" in text(pilot)
        await press(pilot, made.clock, "o", "enter", "escape")
        assert "▸ 0" not in text(pilot)
        await press(pilot, made.clock, "enter")
        running = app_of(pilot).logbook.active()
        assert running is not None
        assert running.exercises


async def test_q_quits_with_everything_closed(tmp_path: Path) -> None:
    made = evening(tmp_path)
    made.close()
    given = parts(tmp_path, made.clock)
    async with window(given) as pilot:
        await until(pilot, lambda: not any(one.name == "check" for one in threading.enumerate()))
        await press(pilot, made.clock, "q")
    assert not given.lock.held
    assert not list(tmp_path.glob("*-wal"))


async def test_more_than_nine_workouts_scroll(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    for number in range(6, 21):
        made.logbook.save_template(sample.another(made, f"Day {number}"))
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        assert "more" in text(pilot)
        await press(pilot, made.clock, *["down"] * 16)
        assert "▸Day 15" in text(pilot)
        await press(pilot, made.clock, "enter")
        running = app_of(pilot).logbook.active()
        assert running is not None
        assert running.title == "Day 15"


async def test_workouts_are_put_in_another_order(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "2", "K")
        names = [one.name for one in app_of(pilot).logbook.templates()]
        assert names[:2] == ["Pull A", "Push A"]
        await press(pilot, made.clock, "K", "J", "J")
        names = [one.name for one in app_of(pilot).logbook.templates()]
        assert names[:3] == ["Push A", "Legs", "Pull A"]


async def test_an_imported_workout_becomes_ones_own_when_it_is_edited(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.logbook.archive_template(made.templates["Push A"].uid)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        titles = [one.title for one in app_of(pilot).logbook.home(records=False).workouts]
        await press(pilot, made.clock, str(titles.index("Push A") + 1), "e")
        assert isinstance(pilot.app.screen, EditorScreen)
        assert "Push A" in [one.name for one in app_of(pilot).logbook.templates()]


async def test_the_empty_workout_has_no_plan_to_change_and_home_says_so(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        for key in ("e", "c"):
            await press(pilot, made.clock, "0", key)
            assert "The empty workout has no plan. n makes one that has." in text(pilot)
            assert isinstance(pilot.app.screen, HomeScreen)
