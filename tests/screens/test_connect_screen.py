"""Connecting a sheet in a window: a key, a link, and every step told as it is done."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from screenshots import sample
from tests.screens.support import LARGE, SMALL, app_of, evening, parts, text, until, window
from tests.sync import here
from workout_tui.loopback.faults import Ending, Fault
from workout_tui.loopback.hands import Hands
from workout_tui.store import sheets
from workout_tui.sync import network, sending
from workout_tui.ui import app as ui_app
from workout_tui.ui.screens.connect import ConnectScreen
from workout_tui.ui.screens.sync import SyncScreen
from workout_tui.ui.sheet import connecting
from workout_tui.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from textual.pilot import Pilot

    from workout_tui.loopback.server import Server

    Golden = Callable[[str, str], None]


OTHER = "another-log-for-the-tests-of-connecting"


def at(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Server]:
    monkeypatch.setattr(sending, "_PACE_S", 0.0)
    monkeypatch.setattr(network, "_leads_out", lambda *_: True)
    monkeypatch.setattr(ui_app, "_SYNC_AFTER_S", 3600)
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    monkeypatch.setattr(connecting, "FOLDERS", (str(downloads),))
    with here.server() as one:
        whose = here.key_text(one).replace('"client_id"', '"account": "alex@example.com", "client_id"')
        (downloads / "gym-4411.json").write_text(whose, "utf-8")
        (downloads / "other.json").write_text("{}", "utf-8")
        yield one


@asynccontextmanager
async def connecting_to(
    tmp_path: Path, one: Server, size: tuple[int, int] = SMALL
) -> AsyncIterator[tuple[Pilot[int], sample.TurnedClock]]:
    """Connect in front, the keys that lie about found."""
    made = evening(tmp_path, weeks=1)
    made.close()
    async with window(parts(tmp_path, made.clock, config=here.config_for(one)), size) as pilot:
        await press(pilot, made.clock, "y", "enter")
        assert isinstance(pilot.app.screen, ConnectScreen)
        await until(pilot, lambda: "gym-4411.json" in text(pilot))
        yield pilot, made.clock


async def press(pilot: Pilot[int], clock: sample.TurnedClock, *keys: str) -> None:
    """Keys as a finger presses them: time goes by between two."""
    for key in keys:
        clock.pass_ms(400)
        await pilot.press(key)
        await pilot.pause()


async def paste(pilot: Pilot[int], clock: sample.TurnedClock, words: str, *keys: str) -> None:
    """A line out of the clipboard, then keys."""
    field = pilot.app.screen.focused
    assert isinstance(field, Field)
    field.post_message(Paste(words))
    await pilot.pause()
    await press(pilot, clock, *keys)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_pictures_of_every_step(tmp_path: Path, server: Server, golden: Golden, size: tuple[int, int]) -> None:
    async with connecting_to(tmp_path, server, size) as (pilot, clock):
        golden(f"connect-key-{at(size)}", text(pilot))
        await press(pilot, clock, "1")
        golden(f"connect-link-{at(size)}", text(pilot))
        Hands(server.service.api, here.BOOK).share(shared=False)
        await paste(pilot, clock, here.BOOK, "enter")
        await until(pilot, lambda: "try again" in text(pilot), 1000)
        golden(f"connect-refused-{at(size)}", text(pilot))
        Hands(server.service.api, here.BOOK).share(shared=True)
        await press(pilot, clock, "enter")
        await until(pilot, lambda: "✓ all synced" in text(pilot), 1000)
        golden(f"connect-done-{at(size)}", text(pilot))
        await press(pilot, clock, "enter")
        assert isinstance(pilot.app.screen, SyncScreen)
        await until(pilot, lambda: "Everything is in the sheet." in text(pilot))
        await press(pilot, clock, "escape")
        assert not isinstance(pilot.app.screen, SyncScreen), "there is one Sync, not one on another"
        assert len(here.rows(server)) == 70


async def test_what_is_no_key_is_said_and_what_was_typed_stays(tmp_path: Path, server: Server) -> None:
    async with connecting_to(tmp_path, server) as (pilot, clock):
        await press(pilot, clock, "enter")
        assert "Type or paste the path of the key file." in text(pilot)
        await paste(pilot, clock, str(tmp_path / "downloads" / "other.json"), "enter")
        assert "That file holds no key of a service account." in text(pilot)
        assert pilot.app.screen.query_one(Field).value.endswith("other.json")


async def test_a_path_is_completed(tmp_path: Path, server: Server) -> None:
    async with connecting_to(tmp_path, server) as (pilot, clock):
        await paste(pilot, clock, str(tmp_path / "downloads" / "gym"), "tab", "enter")
        assert "2 of 2" in text(pilot)


async def test_what_is_no_link_is_said_in_words(tmp_path: Path, server: Server) -> None:
    async with connecting_to(tmp_path, server) as (pilot, clock):
        await press(pilot, clock, "1")
        await paste(pilot, clock, "docs.google.com/document/d/12345", "enter")
        assert "another kind of document" in text(pilot)


async def test_the_address_to_share_with_is_copied(tmp_path: Path, server: Server) -> None:
    async with connecting_to(tmp_path, server) as (pilot, clock):
        await press(pilot, clock, "1", "c")
        assert pilot.app.clipboard == "alex@example.com"
        assert "alex@example.com" in text(pilot)
        await press(pilot, clock, "a", "c")
        assert "link       ac" in text(pilot), "in the middle of a link it is a letter like any other"


async def test_digits_on_the_empty_line_that_pick_nothing_are_typed(tmp_path: Path, server: Server) -> None:
    async with connecting_to(tmp_path, server) as (pilot, clock):
        await press(pilot, clock, "7")
        assert "key file   7" in text(pilot)


async def test_escape_goes_back_step_by_step_and_what_was_typed_is_there(tmp_path: Path, server: Server) -> None:
    async with connecting_to(tmp_path, server) as (pilot, clock):
        await press(pilot, clock, "1", "x", "y", "escape")
        assert "1 of 2" in text(pilot)
        assert "gym-4411.json" in text(pilot)
        await press(pilot, clock, "enter")
        assert "link       xy" in text(pilot)
        await press(pilot, clock, "escape", "escape")
        assert isinstance(pilot.app.screen, SyncScreen)


async def test_the_keys_work_while_google_is_asked(tmp_path: Path, server: Server) -> None:
    server.service.faults.add(Fault(ending=Ending.STALL))
    async with connecting_to(tmp_path, server) as (pilot, clock):
        await press(pilot, clock, "1")
        before = len(server.service.log)
        await paste(pilot, clock, here.BOOK, "enter")
        await until(pilot, lambda: len(server.service.log) > before, 1000)
        assert "asking Google" in text(pilot)
        await press(pilot, clock, "escape", "escape", "h")
        assert "History" in text(pilot)


async def test_another_sheet_is_asked_about(tmp_path: Path, server: Server) -> None:
    server.service.api.create(OTHER, "Other log")
    async with connecting_to(tmp_path, server) as (pilot, clock):
        await press(pilot, clock, "1")
        await paste(pilot, clock, here.BOOK, "enter")
        await until(pilot, lambda: "✓ all synced" in text(pilot), 1000)
        await press(pilot, clock, "enter", "k", "enter")
        assert "2 of 2" in text(pilot), "the key that is kept needs no file"
        await paste(pilot, clock, OTHER, "enter")
        assert "Leave Training log for another sheet?" in text(pilot)
        await press(pilot, clock, "escape")
        assert "2 of 2" in text(pilot)
        await press(pilot, clock, "enter", "y")
        await until(pilot, lambda: "Connected" in text(pilot), 1000)
        app = app_of(pilot)
        row = sheets.of_lifter(app.file.store, app.logbook.lifter.uid)
        assert row is not None
        assert row.title == "Other log"


def test_only_keys_are_offered_newest_first(tmp_path: Path, server: Server) -> None:
    downloads = tmp_path / "downloads"
    (downloads / "new.json").write_text(here.key_text(server), "utf-8")
    (downloads / "new.json").touch()
    (downloads / "nested.json").write_text("[" * 90_000, "utf-8")
    (downloads / "gone.json").symlink_to(downloads / "nowhere")
    os.mkfifo(downloads / "pipe.json")
    found = [one.path.name for one in connecting.keys_in([downloads, tmp_path / "nowhere"])]
    assert sorted(found) == ["gym-4411.json", "new.json"]
