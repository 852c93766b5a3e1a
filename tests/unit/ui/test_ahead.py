"""What is imported ahead: in small pieces, everything that Home leads to, and nothing that speaks to Google."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.css.stylesheet import Stylesheet

from tests.screens.support import app_of, evening, parts, until, window
from tests.support import done, make_gym
from workout_tui.store import history
from workout_tui.ui import ahead
from workout_tui.ui.screens.place import Place
from workout_tui.ui.sheets import Sheets

if TYPE_CHECKING:
    import pytest

    from workout_tui.store.connection import Store

MOST = 8
"""modules that one piece may bring: each takes about a millisecond at most"""
FROM_HOME = ("log", "history", "progress", "editor", "programs", "exercises", "settings", "sync", "keys", "finish")
_TOLD = """
import importlib, json, sys
import workout_tui.ui.app, textual.containers, textual.widgets
from workout_tui.ui.ahead import PIECES
def brings(name):
    before = set(sys.modules)
    importlib.import_module("workout_tui." + name)
    return [one for one in sys.modules if one not in before]
modules = [one for one in PIECES if not one.endswith(".tcss")]
print(json.dumps({name: brings(name) for name in modules + ["ui.screens." + one for one in sys.argv[1:]]}))
"""


def _told() -> dict[str, list[str]]:
    """What each piece brings that was not there, in their order, then what the screens still bring."""
    command = [sys.executable, "-c", _TOLD, *FROM_HOME]
    loaded: dict[str, list[str]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return loaded


def test_pieces_are_small_and_none_loads_what_speaks_to_google() -> None:
    told = _told()
    assert {name: found for name, found in told.items() if len(found) > MOST} == {}
    everything = {module.split(".")[0] for found in told.values() for module in found}
    assert everything.isdisjoint({"gspread", "requests", "google"})


def test_every_screen_home_leads_to_is_made_of_them() -> None:
    assert {f"ui.screens.{name}" for name in FROM_HOME} <= set(ahead.PIECES)


def test_one_piece_at_a_time_and_none_while_something_else_is_to_be_done(monkeypatch: pytest.MonkeyPatch) -> None:
    came: list[str] = []
    busy = [False, True, False, True, True, False]
    monkeypatch.setattr(ahead, "import_module", came.append)
    monkeypatch.setattr(ahead, "PIECES", ("one", "two"))
    monkeypatch.setattr(ahead, "_EVERY_S", 0.001)
    asked: list[int] = []

    def at_rest() -> bool:
        asked.append(len(came))
        return len(asked) > len(busy) or not busy[len(asked) - 1]

    async def live() -> None:
        async with App[None]().run_test() as pilot:
            ahead.begin(pilot.app, pilot.app.stylesheet, at_rest)
            for _ in range(200):
                await pilot.pause(0.002)
                if len(asked) == len(busy):
                    break

    asyncio.run(live())
    assert came == ["workout_tui.one", "workout_tui.two"]
    assert asked[: len(busy)] == [0, 1, 1, 2, 2, 2]  # a tick that was under way when it ended may ask once more


async def test_another_screen_in_front_stops_it_and_home_takes_it_up(tmp_path: Path) -> None:
    evening(tmp_path).close()
    async with window(parts(tmp_path)) as pilot:
        app = app_of(pilot)
        assert app._waits_at_home()
        await pilot.press("question_mark")
        assert not app._waits_at_home()
        await pilot.press("escape")
        await until(pilot, app._waits_at_home)


async def test_a_screens_sheet_is_parsed_alone_and_other_colours_reach_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening(tmp_path).close()
    parsed: list[str] = []
    real = Stylesheet._parse_rules

    def noting(self: Stylesheet, css: str, read_from: tuple[str, str], *more: object, **named: object) -> object:
        known = len(self._parse_cache)
        rules = real(self, css, read_from, *more, **named)  # type: ignore[arg-type]
        if len(self._parse_cache) > known:
            parsed.append(read_from[0].rsplit("/")[-1])
        return rules

    async with window(parts(tmp_path)) as pilot:
        app = app_of(pilot)
        assert isinstance(app.stylesheet, Sheets)
        monkeypatch.setattr(Stylesheet, "_parse_rules", noting)
        await pilot.press("comma")
        assert "settings.tcss" in parsed
        assert "home.tcss" not in parsed
        app.theme = "chalk"
        await pilot.pause()
        assert {"settings.tcss", "home.tcss", "app.tcss"} <= set(parsed)


async def test_a_sheet_that_was_parsed_ahead_is_not_read_when_its_screen_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening(tmp_path).close()
    monkeypatch.setattr(ahead, "PIECES", ("screens/settings.tcss",))
    read: list[str] = []
    async with window(parts(tmp_path)) as pilot:
        sheets = app_of(pilot).stylesheet
        path = str(Path(ahead.__file__).with_name("screens").joinpath("settings.tcss").resolve())
        await until(pilot, lambda: sheets.has_source(path))
        assert any("#settings-rows" in rule.selectors for rule in sheets.rules)
        monkeypatch.setattr(sheets, "read", lambda found: read.append(str(found)))
        await pilot.press("comma")
        assert app_of(pilot).screen.query_one("#settings-line").display is False
        assert read == []


def test_the_sheet_of_every_screen_home_leads_to_is_parsed_ahead() -> None:
    screens = [import_module(f"workout_tui.ui.screens.{name}") for name in FROM_HOME]
    brought = {
        (Path(one.__file__ or "").parent / kind.CSS_PATH).resolve()
        for one in screens
        for kind in vars(one).values()
        if isinstance(kind, type) and issubclass(kind, Place) and isinstance(kind.CSS_PATH, str)
    }
    folder = Path(ahead.__file__).parent.resolve()
    assert {str(one.relative_to(folder)) for one in brought} <= set(ahead.PIECES)


def test_the_bests_of_what_enter_leads_to_are_at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    real = history.peaks

    def noting(store: Store, profile_id: int, exercise_id: int, **more: Any) -> object:
        read.append(exercise_id)
        return real(store, profile_id, exercise_id, **more)

    with closing(make_gym(tmp_path / "log.db")) as gym:
        logbook = gym.logbook
        push = gym.push()
        gym.trained(push, done(100, 5))
        monkeypatch.setattr(history, "peaks", noting)
        ahead.work_out_bests(logbook, logbook.home(records=False))
        assert len(read) == 1
        session = gym.start(push)
        logbook.bests(session.exercises[0].exercise.uid, before=session.uid)
        assert len(read) == 1
        while session.exercises[0].open_rows:
            session = gym.log(session)
        ahead.work_out_bests(logbook, logbook.home(records=False))
        logbook.bests(session.exercises[1].exercise.uid, before=session.uid)
        assert len(read) == 2
