"""Sync in a window: pictures of every state, the ways through it, and what its keys do."""

from __future__ import annotations

from contextlib import asynccontextmanager
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
from workout_tui.sync import network, sending
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
    broken = Told("Google has a fault of its own.", "It is tried again by itself.", now - MINUTE, technical="503")
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
