"""A log that was damaged while the program was closed: told at the start, replaced by the newest sound backup, kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screens.support import evening, folders, parts, text, until, window
from tests.screens.test_home_screen import press
from tests.unit.cli.conftest import from_outside
from workout_tui.store import backup
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.trouble import TroubleScreen

PAGE = 4096

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut off in its header": lambda whole: whole[:50],
    "cut off in its first page": lambda whole: whole[: PAGE // 2],
    "cut off by half": lambda whole: whole[: len(whole) // 2],
    "a first page of zeros": lambda whole: b"\0" * PAGE + whole[PAGE:],
    "bits of the header flipped": lambda whole: bytes([whole[0] ^ 4]) + whole[1:],
    "another format": lambda _: b"PK\x03\x04" + b"a spreadsheet" * 900,
}


@pytest.mark.parametrize("name", DAMAGES)
async def test_the_newest_sound_backup_takes_its_place(tmp_path: Path, name: str) -> None:
    made = evening(tmp_path, weeks=1, backed_up=False)
    made.close()
    paths = folders(tmp_path)
    at = made.clock.now()
    sound = backup.back_up(paths.database, paths.backups, at=at - 86_400_000)
    rotten = backup.back_up(paths.database, paths.backups, at=at)
    rotten.path.write_bytes(DAMAGES[name](rotten.path.read_bytes()))
    damaged = DAMAGES[name](paths.database.read_bytes())
    paths.database.write_bytes(damaged)
    told = from_outside("status", WORKOUT_HOME=str(tmp_path))
    assert told.code == 1
    assert "damaged" in told.err
    assert "Traceback" not in told.err
    async with window(parts(tmp_path, made.clock)) as pilot:
        assert isinstance(pilot.app.screen, TroubleScreen)
        await pilot.pause()
        assert sound.path.name in text(pilot).replace("\n", "").replace(" ", "")
        await press(pilot, made.clock, "r")
        await press(pilot, made.clock, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
    (kept,) = tmp_path.glob("workout-before-*.db")
    assert kept.read_bytes() == damaged
    assert rotten.path.exists()


@pytest.mark.parametrize("state", ["missing", "empty"])
async def test_a_log_that_is_gone_is_not_begun_anew_in_silence(tmp_path: Path, state: str) -> None:
    made = evening(tmp_path, weeks=1, backed_up=False)
    made.close()
    paths = folders(tmp_path)
    backup.back_up(paths.database, paths.backups, at=made.clock.now())
    paths.database.unlink()
    if state == "empty":
        paths.database.touch()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await pilot.pause()
        assert isinstance(pilot.app.screen, TroubleScreen)
        assert f"The log is {state}, though there are backups of it." in text(pilot)
        await press(pilot, made.clock, "r")
        await press(pilot, made.clock, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
