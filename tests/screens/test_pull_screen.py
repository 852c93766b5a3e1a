"""Bringing what the sheet has, in a window: on a new laptop from the first key on, and into a log that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from screenshots import sample
from tests.screens.support import SMALL, app_of, evening, folders, parts, text, until, window
from tests.sync import here
from workout_tui.lock import Lock
from workout_tui.sync import network, sending
from workout_tui.ui import app as ui_app
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.pull import PullScreen
from workout_tui.ui.sheet import connecting
from workout_tui.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from workout_tui.loopback.server import Server

    Golden = Callable[[str, str], None]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Server]:
    monkeypatch.setattr(sending, "_PACE_S", 0.0)
    monkeypatch.setattr(network, "_leads_out", lambda *_: True)
    monkeypatch.setattr(ui_app, "_SYNC_AFTER_S", 3600)
    monkeypatch.setattr(connecting, "FOLDERS", (str(tmp_path),))
    with here.server() as one:
        (tmp_path / "key.json").write_text(here.key_text(one), "utf-8")
        yield one


async def press(pilot: Pilot[int], clock: sample.TurnedClock, *keys: str) -> None:
    """Keys as a finger presses them: time goes by between two."""
    for key in keys:
        clock.pass_ms(400)
        await pilot.press(key)
        await pilot.pause()


async def send_all(folder: Path, one: Server) -> sample.TurnedClock:
    """The first laptop's log stands in the sheet."""
    made = evening(folder, weeks=1)
    here.connect(one, made.store, folders(folder), made.clock, made.logbook.lifter.uid)
    made.close()
    async with window(parts(folder, made.clock, config=here.config_for(one))) as pilot:
        app_of(pilot).sync.begin()
        await until(pilot, lambda: "✓ all synced" in text(pilot), 1000)
    return made.clock


async def test_a_new_laptop_has_every_workout_from_the_sheet(tmp_path: Path, server: Server, golden: Golden) -> None:
    clock = await send_all(tmp_path / "old", server)
    async with window(parts(tmp_path / "new", clock, config=here.config_for(server)), SMALL) as pilot:
        await press(pilot, clock, "A", "enter", "g")
        await until(pilot, lambda: "key.json" in text(pilot))
        await press(pilot, clock, "1")
        field = pilot.app.screen.focused
        assert isinstance(field, Field)
        field.post_message(Paste(here.BOOK))
        await pilot.pause()
        await press(pilot, clock, "enter")
        await until(pilot, lambda: "look what is in it" in text(pilot), 1000)
        await press(pilot, clock, "enter")
        await until(pilot, lambda: "that this log lacks" in text(pilot), 1000)
        golden("pull-80x24", text(pilot))
        await press(pilot, clock, "enter")
        await until(pilot, lambda: "Taken." in text(pilot), 1000)
        assert text(pilot).splitlines()[-1].split() == ["⏎", "go", "on", "u", "take", "it", "back"]
        await press(pilot, clock, "u")
        await until(pilot, lambda: "Taken back." in text(pilot), 1000)
        assert app_of(pilot).logbook.past_page() == ()
        assert "5 workouts put aside; in the sheet nothing was changed." in text(pilot)
        await press(pilot, clock, "enter", "y", "i")
        await until(pilot, lambda: "5 workouts with 70 sets that this log lacks." in text(pilot), 1000)
        await press(pilot, clock, "enter")
        await until(pilot, lambda: "Taken." in text(pilot), 1000)
        await press(pilot, clock, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        app = app_of(pilot)
        assert len(app.logbook.past_page()) == 5
        assert app.logbook.lifter.name == "Alex", "the log is that of the lifter whose sheet it is"
        rows = len(here.rows(server))
        app.sync.now()
        await until(pilot, lambda: "✓ all synced" in text(pilot), 1000)
        assert len(here.rows(server)) == rows == 70, "what came is not sent again"


async def test_with_nothing_to_bring_it_says_so(tmp_path: Path, server: Server) -> None:
    clock = await send_all(tmp_path / "old", server)
    async with window(parts(tmp_path / "old", clock, config=here.config_for(server))) as pilot:
        await press(pilot, clock, "y", "i")
        assert isinstance(pilot.app.screen, PullScreen)
        await until(pilot, lambda: "This log has all that is in the sheet." in text(pilot), 1000)
        assert "take it" not in text(pilot)
        await press(pilot, clock, "escape")
        assert "WHAT HAPPENED" in text(pilot)


async def test_while_the_sheet_is_written_it_waits_for_another_key(tmp_path: Path, server: Server) -> None:
    clock = await send_all(tmp_path / "old", server)
    other = Lock(folders(tmp_path / "old").sync_lock, clock)
    assert other.acquire()
    async with window(parts(tmp_path / "old", clock, config=here.config_for(server))) as pilot:
        await press(pilot, clock, "y", "i")
        await until(pilot, lambda: "is being written just now" in text(pilot), 1000)
        other.release()
        await press(pilot, clock, "enter")
        await until(pilot, lambda: "This log has all that is in the sheet." in text(pilot), 1000)
