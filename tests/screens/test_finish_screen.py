"""Finish in a window: pictures of each state, saving, and what keeps it from being saved by accident."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from screenshots import sample
from tests.screens.support import FOOTER, LARGE, SIZES, SMALL, app_of, evening, lines, parts, text, until, window
from tests.screens.test_home_screen import at, press
from tests.support import MINUTE
from workout_tui.model.session import Session, Status
from workout_tui.store import backup
from workout_tui.store.connection import Store
from workout_tui.ui.glyphs import ASCII, UNICODE
from workout_tui.ui.screens.confirm import ConfirmScreen
from workout_tui.ui.screens.finish import FinishScreen
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.log import LogScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from workout_tui.ui.glyphs import Glyphs

    Golden = Callable[[str, str], None]
    Prepare = Callable[[sample.Sample], Session]


def whole(made: sample.Sample) -> Session:
    """Tonight's session, nothing open any more."""
    return sample.end_push_a(made, sample.begin_push_a(made))


@asynccontextmanager
async def finishing(
    tmp_path: Path,
    prepare: Prepare = whole,
    size: tuple[int, int] = SMALL,
    *,
    deaf: bool = False,
    glyphs: Glyphs = UNICODE,
) -> AsyncIterator[tuple[Pilot[int], sample.TurnedClock, Session]]:
    """A window with the Finish page of a session in front, its deaf second over."""
    made = evening(tmp_path)
    session = prepare(made)
    made.close()
    async with window(parts(tmp_path, made.clock, glyphs=glyphs), size) as pilot:
        app_of(pilot).open_log(session.uid)
        await pilot.pause()
        app_of(pilot).open_finish(session.uid)
        await pilot.pause()
        if not deaf:
            made.clock.pass_ms(1000)
        yield pilot, made.clock, session


def stored(pilot: Pilot[int], session: Session) -> Session:
    return app_of(pilot).logbook.session(session.uid)


# Pictures


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_a_session_done(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with finishing(tmp_path, size=size) as (pilot, _, _):
        golden(f"finish-{at(size)}", text(pilot))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_sets_still_open(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with finishing(tmp_path, sample.begin_push_a, size) as (pilot, clock, _):
        await press(pilot, clock, "enter")
        golden(f"finish-open-{at(size)}", text(pilot))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_the_next_targets(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with finishing(tmp_path, size=size) as (pilot, clock, _):
        await press(pilot, clock, "t")
        golden(f"finish-targets-{at(size)}", text(pilot))


async def test_picture_of_the_question_before_discarding(tmp_path: Path, golden: Golden) -> None:
    async with finishing(tmp_path) as (pilot, clock, _):
        await press(pilot, clock, "D")
        golden("discard-80x24", text(pilot))


async def test_picture_on_a_plain_terminal(tmp_path: Path, golden: Golden) -> None:
    async with finishing(tmp_path, glyphs=ASCII) as (pilot, _, _):
        golden("finish-ascii-80x24", text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=at)
async def test_no_line_is_wider_than_the_window_and_the_footer_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    async with finishing(tmp_path, size=size) as (pilot, _, _):
        shown = lines(pilot)
        assert all(len(line) <= size[0] for line in shown)
        footer = next(line for line in reversed(shown) if line.strip())
        assert len(footer) <= FOOTER
        assert footer.endswith("? keys")
        assert "Back Squat" in text(pilot)


# Saving


async def test_enter_saves_and_leads_home_with_a_backup(tmp_path: Path) -> None:
    async with finishing(tmp_path) as (pilot, clock, session):
        await press(pilot, clock, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await pilot.pause()
        assert "Push A is saved · u keeps training" in text(pilot)
        assert stored(pilot, session).status is Status.COMPLETED
        folder = app_of(pilot).parts.paths.backups
        await until(pilot, lambda: len(backup.backups(folder)) == 2)
        newest = backup.newest(folder)
        assert newest is not None
        assert newest.at > backup.backups(folder)[1].at


async def test_enter_in_the_first_second_was_meant_for_the_last_set(tmp_path: Path) -> None:
    async with finishing(tmp_path, deaf=True) as (pilot, clock, session):
        clock.pass_ms(300)
        await pilot.press("enter")
        clock.pass_ms(600)
        await pilot.press("enter")
        assert stored(pilot, session).status is Status.ACTIVE
        clock.pass_ms(101)
        await pilot.press("enter")
        assert stored(pilot, session).status is Status.ACTIVE  # a bounce of the one before
        clock.pass_ms(400)
        await pilot.press("enter")
        assert stored(pilot, session).status is Status.COMPLETED


async def test_open_sets_ask_once_more(tmp_path: Path) -> None:
    async with finishing(tmp_path, sample.begin_push_a) as (pilot, clock, session):
        await press(pilot, clock, "enter")
        assert "14 sets still open · ⏎ again saves without them" in text(pilot)
        assert stored(pilot, session).status is Status.ACTIVE
        await press(pilot, clock, "enter")
        assert stored(pilot, session).status is Status.COMPLETED


async def test_a_held_enter_never_confirms(tmp_path: Path) -> None:
    async with finishing(tmp_path, sample.begin_push_a, deaf=True) as (pilot, clock, session):
        for wait in [500, *[30] * 60]:
            await pilot.press("enter")
            clock.pass_ms(wait)
        assert stored(pilot, session).status is Status.ACTIVE


async def test_nothing_logged_cannot_be_saved(tmp_path: Path, golden: Golden) -> None:
    def begun(made: sample.Sample) -> Session:
        return made.logbook.start(made.templates["Push A"].uid, session_uid=made.uids.new())

    async with finishing(tmp_path, begun) as (pilot, clock, session):
        golden("finish-nothing-80x24", text(pilot))
        await press(pilot, clock, "enter", "enter")
        assert stored(pilot, session).status is Status.ACTIVE
        assert isinstance(pilot.app.screen, FinishScreen)


async def test_escape_keeps_lifting(tmp_path: Path) -> None:
    async with finishing(tmp_path, sample.begin_push_a) as (pilot, clock, session):
        await press(pilot, clock, "escape")
        assert isinstance(pilot.app.screen, LogScreen)
        assert stored(pilot, session).status is Status.ACTIVE


async def test_u_on_home_takes_the_finished_workout_up_again(tmp_path: Path) -> None:
    async with finishing(tmp_path) as (pilot, clock, session):
        await press(pilot, clock, "enter", "u")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))
        assert stored(pilot, session).status is Status.ACTIVE


# When the workout ended


def forgotten(made: sample.Sample) -> Session:
    """A session that was left an hour ago."""
    session = whole(made)
    made.clock.pass_ms(60 * MINUTE)
    return session


async def test_a_forgotten_session_ends_with_its_last_set(tmp_path: Path) -> None:
    async with finishing(tmp_path, forgotten) as (pilot, clock, session):
        assert "Ends with the last set at 18:21, 60 min ago.   e end now" in text(pilot)
        await press(pilot, clock, "enter")
        assert stored(pilot, session).ended_at == session.last_at


async def test_e_ends_it_now(tmp_path: Path) -> None:
    async with finishing(tmp_path, forgotten) as (pilot, clock, session):
        await press(pilot, clock, "e")
        assert "Ends now; the last set was at 18:21.   e end there" in text(pilot)
        assert "17:34 – 19:21" in text(pilot)
        await press(pilot, clock, "enter")
        ended_at = stored(pilot, session).ended_at
        assert ended_at is not None
        assert ended_at >= (session.last_at or 0) + 60 * MINUTE


async def test_e_does_nothing_after_a_session_just_ended(tmp_path: Path) -> None:
    async with finishing(tmp_path) as (pilot, clock, _):
        before = text(pilot)
        await press(pilot, clock, "e")
        assert text(pilot) == before


# The note


async def test_a_note_is_kept_half_a_second_after_the_last_letter(tmp_path: Path) -> None:
    async with finishing(tmp_path, sample.begin_push_a) as (pilot, clock, session):
        await press(pilot, clock, "n")
        await pilot.press(*"[/]tired")
        assert stored(pilot, session).note == ""
        await until(pilot, lambda: stored(pilot, session).note == "[/]tired")


async def test_leaving_keeps_the_note_at_once(tmp_path: Path) -> None:
    async with finishing(tmp_path, sample.begin_push_a) as (pilot, clock, session):
        await press(pilot, clock, "n")
        assert lines(pilot)[-1].strip() == "⏎ done"
        await pilot.press(*"fine", "escape")
        await pilot.pause()
        assert lines(pilot)[-1].strip().startswith("⏎ save")
        assert stored(pilot, session).note == "fine"
        assert "NOTE   fine" in text(pilot)
        assert isinstance(pilot.app.screen, FinishScreen)
        await press(pilot, clock, "n", "s", "enter")
        assert stored(pilot, session).note == "fines"


async def test_quitting_keeps_the_note(tmp_path: Path) -> None:
    async with finishing(tmp_path, sample.begin_push_a) as (pilot, clock, session):
        await press(pilot, clock, "n")
        await pilot.press(*"bye", "ctrl+q")
    with_note = Store(parts(tmp_path).paths.database)
    assert with_note.value("SELECT note FROM session WHERE uid = ?", (session.uid,)) == "bye"
    with_note.close()


async def test_letters_in_the_note_are_no_commands(tmp_path: Path) -> None:
    async with finishing(tmp_path) as (pilot, clock, session):
        await press(pilot, clock, "n", "end", "D", "t", "e", "question_mark", "q")
        assert isinstance(pilot.app.screen, FinishScreen)
        await pilot.press("escape")
        assert stored(pilot, session).note.endswith("closing.Dte?q")


# Discarding


async def test_discarding_asks_and_escape_keeps(tmp_path: Path) -> None:
    async with finishing(tmp_path) as (pilot, clock, session):
        await press(pilot, clock, "D", "escape")
        assert isinstance(pilot.app.screen, FinishScreen)
        assert stored(pilot, session).status is Status.ACTIVE


async def test_the_same_letter_again_discards_and_home_takes_it_back(tmp_path: Path) -> None:
    async with finishing(tmp_path) as (pilot, clock, session):
        await press(pilot, clock, "D", "D")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await pilot.pause()
        assert stored(pilot, session).status is Status.DISCARDED
        assert "Push A was discarded · u takes it back" in text(pilot)
        await press(pilot, clock, "u")
        assert stored(pilot, session).status is Status.ACTIVE


async def test_a_held_letter_discards_nothing(tmp_path: Path) -> None:
    async with finishing(tmp_path) as (pilot, clock, session):
        for wait in [500, *[30] * 40]:  # what a keyboard sends while a key is held
            await pilot.press("D")
            clock.pass_ms(wait)
        assert isinstance(pilot.app.screen, ConfirmScreen)
        assert stored(pilot, session).status is Status.ACTIVE


# The template


def with_dips_twice(made: sample.Sample) -> Session:
    session = whole(made)
    for block in session.exercises:
        if block.exercise.name == "Cable Fly":
            session = made.logbook.add_set(block.uid)
    return session


async def ask_about_template(pilot: Pilot[int], clock: sample.TurnedClock) -> None:
    await press(pilot, clock, "enter", "enter")
    assert isinstance(pilot.app.screen, ConfirmScreen)
    assert "Keep these changes in Push A?" in text(pilot)


def flies(pilot: Pilot[int]) -> int:
    template = next(one for one in app_of(pilot).logbook.templates() if one.name == "Push A")
    return next(len(one.targets) for one in template.exercises if one.exercise.name == "Cable Fly")


async def test_what_was_changed_on_the_way_can_be_kept(tmp_path: Path, golden: Golden) -> None:
    async with finishing(tmp_path, with_dips_twice) as (pilot, clock, session):
        await ask_about_template(pilot, clock)
        golden("finish-template-80x24", text(pilot))
        await press(pilot, clock, "y")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert flies(pilot) == 4
        assert stored(pilot, session).status is Status.COMPLETED


async def test_or_left_to_today(tmp_path: Path) -> None:
    async with finishing(tmp_path, with_dips_twice) as (pilot, clock, session):
        await ask_about_template(pilot, clock)
        await press(pilot, clock, "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert flies(pilot) == 3
        assert stored(pilot, session).status is Status.COMPLETED


async def test_or_nothing_is_saved_yet(tmp_path: Path) -> None:
    async with finishing(tmp_path, with_dips_twice) as (pilot, clock, session):
        await ask_about_template(pilot, clock)
        await press(pilot, clock, "escape")
        assert isinstance(pilot.app.screen, FinishScreen)
        assert stored(pilot, session).status is Status.ACTIVE


# Saving fails


async def test_a_full_disk_is_said_and_enter_tries_again(tmp_path: Path) -> None:
    async with finishing(tmp_path) as (pilot, clock, session):
        store = app_of(pilot).file.store
        pages = store.value("PRAGMA page_count")
        store.connection.execute(f"PRAGMA max_page_count = {pages}")
        store.connection.execute("PRAGMA wal_checkpoint")
        await press(pilot, clock, "n")
        await pilot.press(*"long " * 60)
        await pilot.press("escape")
        await press(pilot, clock, "enter")
        if stored(pilot, session).status is Status.ACTIVE:
            assert "the disk is full" in text(pilot)
            assert isinstance(pilot.app.screen, FinishScreen)
            store.connection.execute("PRAGMA max_page_count = 1000000")
            await press(pilot, clock, "enter")
        assert stored(pilot, session).status is Status.COMPLETED


async def test_a_busy_file_is_waited_for(tmp_path: Path) -> None:
    async with finishing(tmp_path) as (pilot, clock, session):
        other = Store(app_of(pilot).parts.paths.database)
        with other.write():
            await press(pilot, clock, "enter")
            assert "Waiting for another program" in text(pilot)
            assert stored(pilot, session).status is Status.ACTIVE
        await until(pilot, lambda: stored(pilot, session).status is Status.COMPLETED)
        other.close()
