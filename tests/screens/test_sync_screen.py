"""Sync in a window: pictures of every state, the ways through it, and what its keys do."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
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
    folders,
    lines,
    parts,
    text,
    until,
    window,
)
from tests.sync import here
from workout_tui.loopback.faults import Ending, Fault, When
from workout_tui.loopback.hands import Hands
from workout_tui.sync import network, sending, setting_up
from workout_tui.sync.columns import Column
from workout_tui.sync.state import Phase, SyncState, Told
from workout_tui.ui import app as ui_app
from workout_tui.ui.glyphs import ASCII, UNICODE, Glyphs
from workout_tui.ui.screens.sync import SyncScreen
from workout_tui.ui.syncing import Synced

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from workout_tui.loopback.server import Server
    from workout_tui.ui.app import WorkoutApp

    Golden = Callable[[str, str], None]

MINUTE = 60_000
DAY = 1440 * MINUTE
ACCOUNT = "logger@gym-4411.iam.gserviceaccount.com"


def at(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def states(now: int) -> dict[str, SyncState]:
    """Every state there is, as the thread would tell it now."""
    good = now - 3 * DAY
    refused = Told(
        "Google says this account may not edit the sheet.",
        f"In Google Sheets: Share, as Editor, with {ACCOUNT}.",
        now - MINUTE,
        "the sheet is not shared with the program’s account, or only to be read",
        ACCOUNT,
        "403: The caller does not have permission",
    )
    broken = Told("Google’s server failed (503).", "", now - MINUTE, technical="503")
    return {
        "waiting": SyncState(Phase.IDLE, 2, last_good=good, next_try=now + 5 * MINUTE),
        "sending": SyncState(Phase.SENDING, 2, 1, 3, last_good=good),
        "checking": SyncState(Phase.CHECKING, 2, last_good=good, next_try=now + 4 * MINUTE),
        "offline": SyncState(Phase.OFFLINE, 2, last_good=good, next_try=now + 5 * MINUTE),
        "broken": SyncState(Phase.IDLE, 2, problem=broken, last_good=good, next_try=now + 9 * MINUTE),
        "needs-you": SyncState(Phase.NEEDS_USER, 2, problem=refused, last_good=good, next_try=now + 60 * MINUTE),
    }


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(sending, "_PACE_S", 0.0)
    monkeypatch.setattr(network, "_leads_out", lambda *_: True)
    with here.server() as one:
        yield one


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sync begins when a test says so."""
    monkeypatch.setattr(ui_app, "_SYNC_AFTER_S", 3600)


def connected(tmp_path: Path, one: Server) -> sample.TurnedClock:
    """The sample lifter's log, connected to the sheet, nothing sent yet."""
    made = evening(tmp_path, weeks=1)
    here.connect(one, made.store, folders(tmp_path), made.clock, made.logbook.lifter.uid)
    made.close()
    return made.clock


@asynccontextmanager
async def syncing(
    tmp_path: Path, one: Server, size: tuple[int, int] = SMALL, *, sent: bool = False, glyphs: Glyphs = UNICODE
) -> AsyncIterator[tuple[Pilot[int], sample.TurnedClock]]:
    """Sync in front, before or after all was sent."""
    clock = connected(tmp_path, one)
    async with window(parts(tmp_path, clock, config=here.config_for(one), glyphs=glyphs), size) as pilot:
        if sent:
            app_of(pilot).sync.begin()
            await until(pilot, lambda: "✓ all synced" in text(pilot), 1000)
        await press(pilot, clock, "y")
        assert isinstance(pilot.app.screen, SyncScreen)
        yield pilot, clock


async def press(pilot: Pilot[int], clock: sample.TurnedClock, *keys: str) -> None:
    """Keys as a finger presses them: time goes by between two."""
    for key in keys:
        clock.pass_ms(400)
        await pilot.press(key)
        await pilot.pause()


async def tell(pilot: Pilot[int], state: SyncState) -> None:
    """What the thread would tell."""
    app_of(pilot).post_message(Synced(state))
    await pilot.pause()
    await pilot.pause()


# Pictures


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_without_a_sheet(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    made = evening(tmp_path, weeks=1)
    made.close()
    async with window(parts(tmp_path, made.clock), size) as pilot:
        await press(pilot, made.clock, "y")
        golden(f"sync-none-{at(size)}", text(pilot))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
@pytest.mark.parametrize("name", states(0))
async def test_picture(tmp_path: Path, server: Server, golden: Golden, name: str, size: tuple[int, int]) -> None:
    async with syncing(tmp_path, server, size) as (pilot, clock):
        await tell(pilot, states(clock.now())[name])
        golden(f"sync-{name}-{at(size)}", text(pilot))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_when_all_is_in_the_sheet(
    tmp_path: Path, server: Server, golden: Golden, size: tuple[int, int]
) -> None:
    async with syncing(tmp_path, server, size, sent=True) as (pilot, _):
        golden(f"sync-good-{at(size)}", text(pilot))


@pytest.mark.parametrize("name", states(0))
async def test_a_plain_terminal_gets_plain_signs(tmp_path: Path, server: Server, name: str) -> None:
    async with syncing(tmp_path, server, LARGE, glyphs=ASCII) as (pilot, clock):
        await tell(pilot, states(clock.now())[name])
        assert text(pilot).isascii()


@pytest.mark.parametrize("size", SIZES, ids=at)
async def test_no_line_is_wider_than_the_window_and_the_footer_fits(
    tmp_path: Path, server: Server, size: tuple[int, int]
) -> None:
    async with syncing(tmp_path, server, size) as (pilot, clock):
        for state in states(clock.now()).values():
            await tell(pilot, state)
            shown = lines(pilot)
            assert all(len(line) <= size[0] for line in shown)
            footer = next(line for line in reversed(shown) if line.strip())
            assert len(footer) <= FOOTER
            assert footer.endswith("? keys")


# Deciding


def type_into(one: Server, set_uid: str, column: Column, value: object) -> None:
    """The lifter types something into a set's row in the browser."""
    hands = Hands(one.service.api, here.BOOK)
    tab = next(tab.title for tab in hands.book.tabs if tab.id == setting_up.LOG_TAB)
    header, *rows = hands.rows(tab)
    row = next(place for place, cells in enumerate(rows, 1) if set_uid in cells)
    hands.edit(tab, row, header.index(column.value), value)


@asynccontextmanager
async def reviewing(
    tmp_path: Path, one: Server, size: tuple[int, int] = SMALL
) -> AsyncIterator[tuple[Pilot[int], sample.TurnedClock, list[str]]]:
    """Sync in front with two sets of one workout that were changed in both places; their uids."""
    clock = connected(tmp_path, one)
    async with window(parts(tmp_path, clock, config=here.config_for(one)), size) as pilot:
        app = app_of(pilot)
        app.sync.begin()
        await until(pilot, lambda: "✓ all synced" in text(pilot), 1000)
        session = app.logbook.session(app.logbook.past_page()[-1].uid)
        first, second = (block.performed[0] for block in session.exercises[:2])
        type_into(one, first.uid, Column.REPS, 4)
        type_into(one, second.uid, Column.NOTE, "depth good")
        for done in (first, second):
            app.logbook.edit_set(done.uid, replace(done.values, reps=7, note="slow"))
        app.tick()
        await until(pilot, lambda: "≠ 2 to review" in text(pilot), 1000)
        await press(pilot, clock, "y")
        await until(pilot, lambda: "TO REVIEW  1 of 2" in text(pilot))
        yield pilot, clock, [first.uid, second.uid]


def rest(app: WorkoutApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing is sent, whatever the tick finds."""
    app.sync.end()
    monkeypatch.setattr(app.sync, "begin", lambda: None)


def here_now(pilot: Pilot[int], set_uid: str) -> tuple[int | None, str]:
    """Reps and note of a set as they stand in the log."""
    logbook = app_of(pilot).logbook
    sets = [
        one for line in logbook.past_page() for block in logbook.session(line.uid).exercises for one in block.performed
    ]
    found = next(one for one in sets if one.uid == set_uid)
    return found.values.reps, found.values.note


def there_now(one: Server, set_uid: str, column: Column) -> object:
    """A cell of a set's row as it stands in the sheet."""
    hands = Hands(one.service.api, here.BOOK)
    tab = next(tab.title for tab in hands.book.tabs if tab.id == setting_up.LOG_TAB)
    header, *rows = hands.rows(tab)
    place = header.index(column.value)
    cells = next(cells for cells in rows if set_uid in cells)
    return cells[place] if place < len(cells) else None


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_what_is_to_be_decided(
    tmp_path: Path, server: Server, golden: Golden, size: tuple[int, int]
) -> None:
    async with reviewing(tmp_path, server, size) as (pilot, _, _):
        golden(f"sync-review-{at(size)}", text(pilot))


async def test_the_laptops_is_kept_and_goes_into_the_sheet(tmp_path: Path, server: Server) -> None:
    async with reviewing(tmp_path, server) as (pilot, clock, uids):
        await press(pilot, clock, "l")
        assert "1 row: the laptop’s · u takes it back" in text(pilot)
        await press(pilot, clock, "escape")
        await until(pilot, lambda: there_now(server, uids[0], Column.REPS) == 7, 1000)
        await until(pilot, lambda: "≠ 1 to review" in text(pilot), 1000)
        assert there_now(server, uids[1], Column.NOTE) == "depth good", "nothing was decided of the other"


async def test_a_choice_is_taken_back_before_it_is_carried_out(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reviewing(tmp_path, server) as (pilot, clock, uids):
        rest(app_of(pilot), monkeypatch)
        await press(pilot, clock, "l", "up")
        assert "Done when you leave this page." in text(pilot)
        await press(pilot, clock, "u")
        assert "it is to be decided again" in text(pilot)
        assert "Done when you leave this page." not in text(pilot)
        assert there_now(server, uids[0], Column.REPS) == 4


async def test_the_sheets_comes_here_for_all_of_the_workout_and_goes_again(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reviewing(tmp_path, server) as (pilot, clock, uids):
        rest(app_of(pilot), monkeypatch)
        await press(pilot, clock, "S")
        assert "2 rows: the sheet’s · u takes it back" in text(pilot)
        assert [here_now(pilot, uid) for uid in uids] == [(4, "slow"), (7, "depth good")]
        assert "TO REVIEW" not in text(pilot)
        await press(pilot, clock, "u")
        assert [here_now(pilot, uid) for uid in uids] == [(7, "slow"), (7, "slow")]
        await press(pilot, clock, "u")
        assert "Nothing was decided in this window." in text(pilot)


async def test_what_was_changed_after_a_choice_is_not_undone_here(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reviewing(tmp_path, server) as (pilot, clock, uids):
        rest(app_of(pilot), monkeypatch)
        await press(pilot, clock, "s")
        logbook = app_of(pilot).logbook
        first = logbook.session(logbook.past_page()[-1].uid).exercises[0].performed[0]
        logbook.edit_set(first.uid, replace(first.values, reps=9))
        await press(pilot, clock, "u")
        assert "The workout was changed since." in text(pilot)
        assert here_now(pilot, uids[0])[0] == 9


async def test_a_held_key_decides_once(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reviewing(tmp_path, server) as (pilot, _, uids):
        rest(app_of(pilot), monkeypatch)
        await pilot.press("s", "s")
        assert here_now(pilot, uids[1]) == (7, "slow")


# The other keys


async def test_the_address_to_share_with_is_copied_and_shown(tmp_path: Path, server: Server) -> None:
    async with syncing(tmp_path, server) as (pilot, clock):
        await tell(pilot, states(clock.now())["needs-you"])
        await press(pilot, clock, "c")
        assert pilot.app.clipboard == ACCOUNT
        assert f"copied: {ACCOUNT}" in text(pilot)


async def test_without_an_address_the_report_is_copied_and_shown(tmp_path: Path, server: Server) -> None:
    async with syncing(tmp_path, server) as (pilot, clock):
        await tell(pilot, states(clock.now())["broken"])
        await press(pilot, clock, "c")
        assert "said: 503" in pilot.app.clipboard
        assert "said: 503" in text(pilot)
        assert "Push" not in pilot.app.clipboard, "nothing of the log is in it"
        await press(pilot, clock, "escape")
        assert "said: 503" not in text(pilot)


async def test_the_sheets_address_is_copied_and_shown(tmp_path: Path, server: Server) -> None:
    async with syncing(tmp_path, server, LARGE) as (pilot, clock):
        await press(pilot, clock, "o")
        assert pilot.app.clipboard == f"{server.url}/sheet/{here.BOOK}"
        assert pilot.app.clipboard in text(pilot)


async def test_the_page_follows_what_the_thread_does(tmp_path: Path, server: Server) -> None:
    async with syncing(tmp_path, server) as (pilot, clock):
        assert "WAITING  5" in text(pilot)
        await press(pilot, clock, "y")
        await until(pilot, lambda: "Everything is in the sheet." in text(pilot), 1000)
        assert "WAITING" not in text(pilot)
        assert "5 workouts: 70 rows sent, checked" in text(pilot)


async def test_what_only_the_lifter_can_mend_is_told_and_one_key_tries_again(tmp_path: Path, server: Server) -> None:
    async with syncing(tmp_path, server) as (pilot, clock):
        hands = Hands(server.service.api, here.BOOK)
        hands.share(shared=False)
        await press(pilot, clock, "y")
        await until(pilot, lambda: "▲ sync needs you" in text(pilot), 1000)
        assert "then y to try again. Nothing is lost." in text(pilot)
        assert "WAITING  5" in text(pilot)
        hands.share(shared=True)
        await press(pilot, clock, "y")
        await until(pilot, lambda: "Everything is in the sheet." in text(pilot), 1000)
        assert "Asked Google" not in text(pilot)
        assert len(here.rows(server)) == 70


async def test_leaving_the_sheet_asks_and_forgets_the_key(tmp_path: Path, server: Server) -> None:
    async with syncing(tmp_path, server) as (pilot, clock):
        paths, lifter = app_of(pilot).parts.paths, app_of(pilot).logbook.lifter.uid
        await press(pilot, clock, "D")
        assert "Leave Training log?" in text(pilot)
        await press(pilot, clock, "escape")
        assert paths.key(lifter).exists()
        await press(pilot, clock, "D", "D")
        await until(pilot, lambda: "The key is forgotten." in text(pilot))
        assert not paths.key(lifter).exists()
        assert "connect a sheet" in text(pilot)


async def test_a_window_that_only_reads_changes_nothing(tmp_path: Path, server: Server) -> None:
    clock = connected(tmp_path, server)
    other = parts(tmp_path, clock).lock
    assert other.acquire()
    async with window(parts(tmp_path, clock, config=here.config_for(server))) as pilot:
        app_of(pilot).enter(read_only=True)
        await pilot.pause()
        for key in ("y", "y", "D", "k"):
            await press(pilot, clock, key)
            assert isinstance(pilot.app.screen, SyncScreen)
        assert "This window only looks" in text(pilot)
    other.release()


async def test_a_lost_answer_is_told_with_the_time_when_it_will_be_known(tmp_path: Path, server: Server) -> None:
    async with syncing(tmp_path, server) as (pilot, clock):
        server.service.faults.add(Fault(When.AFTER, Ending.RESET, fits=":batchUpdate"))
        await press(pilot, clock, "y")
        await until(pilot, lambda: "◌ checking" in text(pilot), 1000)
        assert "Checking whether it arrived." in text(pilot)
        assert "The sheet is read at 17:" in text(pilot)
        await press(pilot, clock, "y")
        await until(pilot, lambda: "Everything is in the sheet." in text(pilot), 1000)
        assert len(here.rows(server)) == 70, "its receipt says that it arrived: nothing is sent twice"


async def test_offline_is_calm_and_says_when_it_is_tried_again(tmp_path: Path, server: Server) -> None:
    async with syncing(tmp_path, server) as (pilot, clock):
        server.close()
        await press(pilot, clock, "y")
        await until(pilot, lambda: "○ offline · 5 waiting" in text(pilot), 1000)
        assert "By itself at 17:" in text(pilot)
        assert "WAITING  5" in text(pilot)
