"""Two windows on one log, a log that cannot be opened, and faults of the program itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from screenshots import sample
from tests.screens.support import LARGE, SMALL, app_of, evening, folders, parts, text, until, window, with_config
from tests.screens.test_home_screen import press
from workout_tui.config import Config
from workout_tui.errors import ConfigError
from workout_tui.model.session import Status
from workout_tui.store import backup
from workout_tui.ui import app as interface
from workout_tui.ui.app import WorkoutApp
from workout_tui.ui.screens.finish import FinishScreen
from workout_tui.ui.screens.history import HistoryScreen
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.lifters import LiftersScreen
from workout_tui.ui.screens.log import LogScreen
from workout_tui.ui.screens.settings import SettingsScreen
from workout_tui.ui.screens.takeover import SteppedDownScreen, TakeoverScreen
from workout_tui.ui.screens.trouble import TroubleScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    Golden = Callable[[str, str], None]


ROOT = Path(__file__).parents[2]


# Two windows


async def test_the_newcomer_takes_over_and_the_first_one_says_so(tmp_path: Path, golden: Golden) -> None:
    made = evening(tmp_path, weeks=2)
    session = sample.begin_push_a(made)
    made.close()
    async with window(parts(tmp_path, made.clock)) as first:
        app_of(first).open_log(session.uid)
        await first.pause()
        app_of(first).open_finish(session.uid)
        await first.pause()
        await press(first, made.clock, "n")
        await first.press(*"half a note")
        async with window(parts(tmp_path, made.clock)) as second:
            assert isinstance(second.app.screen, TakeoverScreen)
            golden("takeover-80x24", text(second))
            await press(second, made.clock, "enter")
            first.app.call_later(app_of(first).tick)
            await until(first, lambda: isinstance(first.app.screen, SteppedDownScreen))
            await until(second, lambda: isinstance(second.app.screen, HomeScreen))
            await first.pause()
            golden("stepped-down-80x24", text(first))
            assert "Push A is open" in text(second)
            assert app_of(second).logbook.session(session.uid).note == "half a note"
            # and back
            await press(first, made.clock, "enter")
            assert isinstance(first.app.screen, TakeoverScreen)
            await press(first, made.clock, "enter")
            second.app.call_later(app_of(second).tick)
            await until(second, lambda: isinstance(second.app.screen, SteppedDownScreen))
            await until(first, lambda: isinstance(first.app.screen, HomeScreen))


async def test_a_window_that_does_not_answer_is_waited_for_no_longer_than_five_seconds(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    sleeping = parts(tmp_path, made.clock).lock
    assert sleeping.acquire()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "enter")
        assert sleeping.asked_to_step_down()
        assert "Waiting for the other window" in text(pilot)
        made.clock.pass_ms(5001)
        await until(pilot, lambda: "does not answer" in text(pilot))
        assert not sleeping.asked_to_step_down()  # nobody waits any more
        sleeping.release()
        await press(pilot, made.clock, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))


async def test_a_window_that_only_looks_writes_nothing(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    holder = parts(tmp_path, made.clock).lock
    assert holder.acquire()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await pilot.pause()
        assert "▲ read-only" in text(pilot)
        await press(pilot, made.clock, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "This window only looks" in text(pilot)
        assert app_of(pilot).logbook.active() is None
        await press(pilot, made.clock, "P")
        assert "add a lifter" not in text(pilot)
    holder.release()


async def test_a_window_that_only_looks_sees_what_the_other_one_does(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    holder = parts(tmp_path, made.clock).lock
    assert holder.acquire()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        made.logbook.start(made.templates["Legs"].uid, session_uid=made.uids.new())
        app_of(pilot).tick()
        await pilot.pause()
        assert "Legs is open" in text(pilot)
    made.close()
    holder.release()


# A log that cannot be opened


def scribble(path: Path) -> None:
    """Destroy a log."""
    path.write_bytes(b"not a database at all " * 500)


async def test_a_damaged_log_is_restored_from_the_newest_backup(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    paths = folders(tmp_path)
    backup.back_up(paths.database, paths.backups, at=made.clock.now())
    scribble(paths.database)
    async with window(parts(tmp_path, made.clock)) as pilot:
        assert isinstance(pilot.app.screen, TroubleScreen)
        await pilot.pause()
        assert "Newest sound backup: Tue 24 Sep, 17:34" in text(pilot)
        assert "restore the backup" in text(pilot)
        await press(pilot, made.clock, "r")
        await press(pilot, made.clock, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await pilot.pause()
        assert "Push A" in text(pilot)
    assert list(tmp_path.glob("workout-before-*.db"))


async def test_without_a_backup_there_is_nothing_to_restore(tmp_path: Path) -> None:
    clock = sample.TurnedClock()
    scribble(folders(tmp_path).database)
    async with window(parts(tmp_path, clock)) as pilot:
        assert isinstance(pilot.app.screen, TroubleScreen)
        await pilot.pause()
        assert "restore" not in text(pilot).splitlines()[-2]
        await press(pilot, clock, "r")
        assert isinstance(pilot.app.screen, TroubleScreen)
        folders(tmp_path).database.unlink()
        await press(pilot, clock, "enter")
        assert not isinstance(pilot.app.screen, TroubleScreen)


async def test_a_log_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.store.connection.execute("PRAGMA user_version = 9999")
    made.close()
    before = folders(tmp_path).database.read_bytes()
    async with window(parts(tmp_path, made.clock)) as pilot:
        assert isinstance(pilot.app.screen, TroubleScreen)
        await pilot.pause()
        assert "newer" in text(pilot)
        assert "restore" not in text(pilot)
    assert folders(tmp_path).database.read_bytes() == before


async def test_a_folder_without_rights_is_said_in_words(tmp_path: Path) -> None:
    given = parts(tmp_path, sample.TurnedClock())
    given.paths.lock.mkdir()
    async with window(given) as pilot:
        assert isinstance(pilot.app.screen, TroubleScreen)
        await pilot.pause()
        assert "cannot be used" in text(pilot)


# What is found beside the interface


async def test_faults_found_after_the_first_paint_become_an_alert(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.store.connection.execute("PRAGMA foreign_keys = OFF")
    made.store.connection.execute("UPDATE performed_set SET session_exercise_id = 99999 WHERE id = 1")
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        assert "UP NEXT" in text(pilot)
        await until(pilot, lambda: "The log has faults" in text(pilot))


async def test_a_log_without_a_backup_gets_one(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2, backed_up=False)
    made.close()
    given = parts(tmp_path, made.clock)
    async with window(given) as pilot:
        await until(pilot, lambda: bool(backup.backups(given.paths.backups)))


async def test_a_backup_that_fails_is_said_on_home_and_the_workout_is_saved(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    session = sample.end_push_a(made, sample.begin_push_a(made))
    made.close()
    given = parts(tmp_path, made.clock)
    backup.back_up(given.paths.database, given.paths.backups, at=made.clock.now())
    async with window(given) as pilot:
        app_of(pilot).open_finish(session.uid)
        await pilot.pause()
        for one in given.paths.backups.iterdir():
            one.unlink()
        given.paths.backups.rmdir()
        made.clock.pass_ms(2000)
        await press(pilot, made.clock, "enter")
        assert app_of(pilot).logbook.session(session.uid).status is Status.COMPLETED
        await until(pilot, lambda: "backup" in app_of(pilot).notices)
        assert "No backup was made" in app_of(pilot).notices["backup"]


# Settings


async def test_the_first_frame_of_a_screen_fits_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evening(tmp_path).close()
    seen: list[frozenset[str]] = []
    monkeypatch.setattr(HistoryScreen, "on_screen_resume", lambda self: seen.append(self.classes))
    for size in (SMALL, LARGE):
        async with window(parts(tmp_path), size=size) as pilot:
            await pilot.press("h")
    small, large = seen
    assert {"-narrow", "-short"} <= small
    assert {"-wide", "-tall"} <= large
    assert not {"-narrow", "-short"} & large


async def test_a_theme_of_the_settings_is_put_on_and_another_is_kept(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    given = with_config(parts(tmp_path, made.clock), theme="chalk")
    async with window(given) as pilot:
        assert pilot.app.theme == "chalk"
        app_of(pilot).change_theme("ember")
        assert pilot.app.theme == "ember"
    assert 'theme = "ember"' in given.paths.settings.read_text("utf-8")


@pytest.mark.parametrize("theme", ["iron", "chalk", "ember", "ansi16", "textual-light"])
async def test_every_theme_can_be_shown(tmp_path: Path, theme: str) -> None:
    made = evening(tmp_path, weeks=2)
    session = sample.begin_push_a(made)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        pilot.app.theme = theme
        await pilot.pause()
        app_of(pilot).open_finish(session.uid)
        await pilot.pause()
        assert isinstance(pilot.app.screen, FinishScreen)


async def test_a_users_key_works_and_is_shown(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    given = with_config(parts(tmp_path, made.clock), keys={"home.history": "ctrl+l", "home.enter": "space"})
    async with window(given) as pilot:
        assert "ctrl+l history" in text(pilot)
        assert "space start" in text(pilot)
        await press(pilot, made.clock, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, made.clock, "space")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))


def test_keys_that_cannot_work_are_refused_before_anything_is_shown(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no command “home\\.nothing”"):
        interface.run(folders(tmp_path), Config(keys={"home.nothing": "x"}))
    with pytest.raises(ConfigError, match="On Home the key “q” is wanted by"):
        interface.run(folders(tmp_path), Config(keys={"home.lifter": "q"}))


async def test_the_palette_knows_the_commands_of_the_screen_and_the_themes(tmp_path: Path, golden: Golden) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "ctrl+p")
        golden("palette-80x24", text(pilot))
        await press(pilot, made.clock, *"theme")
        assert all(f"theme {name}" in text(pilot) for name in ("chalk", "ember", "ansi16"))
        assert "theme iron" not in text(pilot)
        await press(pilot, made.clock, *["backspace"] * 5, *"take up", "enter")
        assert isinstance(pilot.app.screen, LogScreen)


async def test_the_palette_can_be_left_and_finds_nothing_where_nothing_is(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "ctrl+p", *"zzzz", "enter")
        assert "no command like it" in text(pilot)
        await press(pilot, made.clock, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, made.clock, "P", "ctrl+p")
        assert isinstance(pilot.app.screen, LiftersScreen)


async def test_the_palette_opened_from_the_page_of_keys_has_the_commands_of_the_screen_below(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "question_mark", "ctrl+p", *"settings", "enter")
        assert isinstance(pilot.app.screen, SettingsScreen)


async def test_a_theme_from_the_palette_is_put_on(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, "h", "ctrl+p", *"chalk", "enter")
        assert isinstance(pilot.app.screen, HistoryScreen)
        assert pilot.app.theme == "chalk"


async def test_another_version_installed_meanwhile_is_said_and_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    async with window(parts(tmp_path, made.clock), LARGE) as pilot:
        monkeypatch.setitem(sys.modules, "workout_tui.ui.screens.progress", None)
        await press(pilot, made.clock, "p")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Another version was installed" in " ".join(text(pilot).split())
        monkeypatch.undo()
        await press(pilot, made.clock, "h")
        assert isinstance(pilot.app.screen, HistoryScreen)


# Faults of our own


class Broken(WorkoutApp):
    """A program with a fault."""

    def tick(self) -> None:
        raise ZeroDivisionError("the lifter typed 100x5")


async def run_until_it_breaks(app: Broken) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        app.call_later(app.tick)
        await pilot.pause()


async def test_a_fault_is_recorded_without_content_and_ends_with_one_sentence(tmp_path: Path) -> None:
    made = evening(tmp_path, weeks=2)
    made.close()
    given = parts(tmp_path, made.clock)
    app = Broken(given)
    with pytest.raises(ZeroDivisionError):
        await run_until_it_breaks(app)
    assert app.return_code == 1
    records = [json.loads(line) for line in given.paths.log.read_text("utf-8").splitlines()]
    crash = next(one for one in records if one["operation"] == "crash")
    assert crash["error"] == "ZeroDivisionError"
    assert any("test_windows.py" in place for place in crash["trace"])
    assert "100x5" not in json.dumps(crash)
    assert str(given.paths.log) in interface.crashed(given)
    assert not given.lock.held


def test_starting_the_interface_imports_no_network() -> None:
    code = (
        "import sys, workout_tui.ui.app, workout_tui.ui.places;"
        "print([name for name in ('gspread', 'requests', 'urllib3', 'http.client') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
