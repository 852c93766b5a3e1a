"""Bringing a history in a window: every step on real files, and what the log holds afterwards."""

from __future__ import annotations

import os
import re
import threading
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual import events

from screenshots import sample
from tests.screens.support import LARGE, SIZES, SMALL, app_of, evening, lines, parts, text, until, window
from tests.screens.test_home_screen import at, press
from tests.unit.transfer.files import WHOLE
from workout_tui.store.connection import Store
from workout_tui.ui.bring.state import Step
from workout_tui.ui.glyphs import ASCII, UNICODE
from workout_tui.ui.screens.bring import BringScreen
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.offers import OffersScreen
from workout_tui.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    Golden = Callable[[str, str], None]

STRONG = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2024-08-01 18:00:00,Push,51m,Bench Press (Barbell),1,60.0,5.0,0,0.0,"deep, slow","good day",8
2024-08-01 18:00:00,Push,51m,Bench Press (Barbell),Rest Timer,0.0,0.0,0,120.0,"","",
2024-08-01 18:00:00,Push,51m,Bench Press (Barbell),2,heavy,5.0,0,0.0,"","",
2024-08-01 18:00:00,Push,51m,Overhed Press,1,40.0,6.0,0,0.0,"","",
2024-08-01 18:00:00,Push,51m,Barbel Curl,1,30.0,10.0,0,0.0,"","",
2024-08-03 09:00:00,[b]Long\x1b[31m,9h,Zercher Shrug,1,100.0,5.0,0,0.0,"","",
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own, which is also where the program was started."""
    folder = tmp_path / "home"
    (folder / "Downloads").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("LOGNAME", "ann")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MEASUREMENT", raising=False)
    monkeypatch.chdir(folder)
    return folder


def put(folder: Path, name: str, content: str, *, days_ago: int = 1) -> Path:
    path = folder / name
    path.write_text(content, "utf-8")
    changed = sample.EVENING / 1000 - days_ago * 86_400
    os.utime(path, (changed, changed))
    return path


def screen_of(pilot: Pilot[int]) -> BringScreen:
    assert isinstance(pilot.app.screen, BringScreen)
    return pilot.app.screen


async def reached(pilot: Pilot[int], step: Step) -> None:
    await until(pilot, lambda: screen_of(pilot)._at.step is step)
    await pilot.pause()


async def typed(pilot: Pilot[int], clock: sample.TurnedClock, path: object) -> None:
    pilot.app.screen.query_one(Field).value = str(path)
    await press(pilot, clock, "enter")


async def opened(pilot: Pilot[int], clock: sample.TurnedClock) -> None:
    await press(pilot, clock, "i")
    await pilot.pause()
    screen_of(pilot)


def masked(shown: str) -> str:
    return re.sub(r"--undo [0-9a-z]{8}", "--undo 01234567", shown)


def count(folder: Path, what: str) -> int:
    with closing(Store(folder / "workout.db")) as store:
        return int(store.value(f"SELECT count(*) FROM {what}"))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_pictures_of_every_step(tmp_path: Path, home: Path, golden: Golden, size: tuple[int, int]) -> None:
    put(home / "Downloads", "strong.csv", STRONG, days_ago=2)
    put(home, "older.csv", WHOLE["hevy"], days_ago=40)
    made = evening(tmp_path)
    made.close()
    clock = made.clock
    async with window(parts(tmp_path, clock), size) as pilot:
        await opened(pilot, clock)
        await until(pilot, lambda: "older.csv" in text(pilot))
        golden(f"bring-file-{at(size)}", text(pilot))
        await press(pilot, clock, "1")
        await reached(pilot, Step.UNIT)
        golden(f"bring-unit-{at(size)}", text(pilot))
        await press(pilot, clock, "k")
        await reached(pilot, Step.SAME)
        await press(pilot, clock, "y")
        golden(f"bring-same-{at(size)}", text(pilot))
        await press(pilot, clock, "n")
        await reached(pilot, Step.PREVIEW)
        golden(f"bring-preview-{at(size)}", text(pilot))
        await press(pilot, clock, "enter")
        await reached(pilot, Step.DONE)
        golden(f"bring-done-{at(size)}", masked(text(pilot)))


@pytest.mark.parametrize("size", SIZES, ids=at)
@pytest.mark.parametrize("plain", [False, True], ids=["unicode", "ascii"])
async def test_no_line_is_too_wide_at_any_step(
    tmp_path: Path, home: Path, size: tuple[int, int], *, plain: bool
) -> None:
    path = put(home, "strong.csv", STRONG)
    made = evening(tmp_path)
    made.close()
    clock = made.clock

    def check() -> None:
        assert all(len(line) <= size[0] for line in lines(pilot))
        assert "\x1b" not in text(pilot)
        assert not plain or text(pilot).isascii()

    async with window(parts(tmp_path, clock, glyphs=ASCII if plain else UNICODE), size) as pilot:
        await opened(pilot, clock)
        check()
        await typed(pilot, clock, path)
        await reached(pilot, Step.UNIT)
        check()
        await press(pilot, clock, "k")
        await reached(pilot, Step.SAME)
        check()
        await press(pilot, clock, "a")
        await reached(pilot, Step.PREVIEW)
        check()


async def test_the_preview_writes_nothing_and_says_what_the_import_then_does(tmp_path: Path, home: Path) -> None:
    path = put(home, "strong.csv", STRONG)
    made = evening(tmp_path)
    made.close()
    clock = made.clock
    before = count(tmp_path, "session")
    async with window(parts(tmp_path, clock), LARGE) as pilot:
        await opened(pilot, clock)
        await typed(pilot, clock, path)
        await reached(pilot, Step.UNIT)
        await press(pilot, clock, "k")
        await reached(pilot, Step.SAME)
        await press(pilot, clock, "a")
        await reached(pilot, Step.PREVIEW)
        seen = [line for line in lines(pilot) if "rows" in line or "  " in line.strip()]
        assert count(tmp_path, "session") == before
        assert count(tmp_path, "import_batch") == 0
        said = screen_of(pilot)._at.outcome
        await press(pilot, clock, "enter")
        await reached(pilot, Step.DONE)
        done = screen_of(pilot)._at.outcome
        assert said is not None
        assert done is not None
        assert said.lines == done.lines
        assert seen
        assert count(tmp_path, "session") == before + 2
        names = {name for one in app_of(pilot).logbook.exercises() for name in (one.name, *one.aliases)}
        assert {"Overhed Press", "Barbel Curl", "Zercher Shrug"} <= names


async def test_u_takes_the_import_back(tmp_path: Path, home: Path) -> None:
    path = put(home, "hevy.csv", WHOLE["hevy"])
    made = evening(tmp_path)
    made.close()
    clock = made.clock
    async with window(parts(tmp_path, clock)) as pilot:
        await opened(pilot, clock)
        await typed(pilot, clock, path)
        await reached(pilot, Step.PREVIEW)
        await press(pilot, clock, "enter")
        await reached(pilot, Step.DONE)
        assert len(app_of(pilot).logbook.imports()) == 1
        await press(pilot, clock, "u")
        await until(pilot, lambda: "taken back" in text(pilot))
        assert app_of(pilot).logbook.imports() == ()
        await press(pilot, clock, "u", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))


async def test_a_second_time_adds_nothing(tmp_path: Path, home: Path) -> None:
    path = put(home, "hevy.csv", WHOLE["hevy"])
    made = evening(tmp_path)
    made.close()
    clock = made.clock
    async with window(parts(tmp_path, clock)) as pilot:
        for _ in range(2):
            await opened(pilot, clock)
            await typed(pilot, clock, path)
            await reached(pilot, Step.PREVIEW)
            await press(pilot, clock, "enter")
            await reached(pilot, Step.DONE)
            shown = text(pilot)
            await press(pilot, clock, "enter")
        assert "0 sets added, in 0 new workouts" in shown
        assert "--undo" not in shown
        assert "take it back" not in shown


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", "", "is empty"),
        ("notes.csv", "[b]what\x1b[31m,ever\n1,2\n", "is no history that can be read"),
        ("old.json", '{\n "format": "workout", broken', "is no complete JSON file"),
    ],
)
async def test_what_cannot_be_read_is_said_and_the_path_stays(
    tmp_path: Path, home: Path, name: str, content: str, words: str
) -> None:
    path = put(home, name, content)
    made = evening(tmp_path)
    made.close()
    clock = made.clock
    async with window(parts(tmp_path, clock), LARGE) as pilot:
        await opened(pilot, clock)
        await typed(pilot, clock, path)
        await until(pilot, lambda: words in " ".join(text(pilot).split()))
        assert "\x1b" not in text(pilot)
        assert pilot.app.screen.query_one(Field).value == str(path)
        await pilot.press("x")
        await pilot.pause()
        assert words not in " ".join(text(pilot).split())


async def test_a_path_that_leads_nowhere_and_no_path_at_all(tmp_path: Path) -> None:
    made = evening(tmp_path)
    made.close()
    clock = made.clock
    async with window(parts(tmp_path, clock), LARGE) as pilot:
        await opened(pilot, clock)
        await press(pilot, clock, "enter")
        assert "Type the path of the file" in text(pilot)
        await typed(pilot, clock, "~/nowhere.csv")
        await until(pilot, lambda: "cannot be read" in " ".join(text(pilot).split()))  # wherever it is wrapped
        await press(pilot, clock, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_tab_completes_and_the_key_that_opened_it_types_nothing(tmp_path: Path, home: Path) -> None:
    put(home / "Downloads", "strong.csv", STRONG)
    made = evening(tmp_path)
    made.close()
    async with window(parts(tmp_path, made.clock)) as pilot:
        await pilot.press("i")
        await pilot.press("i")
        await pilot.pause()
        assert pilot.app.screen.query_one(Field).value == ""
        made.clock.pass_ms(400)
        await pilot.press(*"~/Do", "tab", "s", "tab")
        assert pilot.app.screen.query_one(Field).value == "~/Downloads/strong.csv"
        pilot.app.screen.query_one(Field).value = "~/Downloads/"
        for key in ("s", "tab"):  # in one burst, as a terminal sends what is typed fast
            pilot.app.post_message(events.Key(key, "s" if key == "s" else None))
        await pilot.pause()
        assert pilot.app.screen.query_one(Field).value == "~/Downloads/strong.csv"


async def test_the_unit_that_the_numbers_look_like_is_one_key_and_never_assumed(tmp_path: Path, home: Path) -> None:
    header, row = STRONG.splitlines()[:2]
    rows = "\n".join(row.replace("60.0", weight) for weight in ("135.0", "185.0", "225.0"))
    path = put(home, "strong.csv", f"{header}\n{rows}\n")
    made = evening(tmp_path)
    made.close()
    clock = made.clock
    async with window(parts(tmp_path, clock)) as pilot:
        await opened(pilot, clock)
        await typed(pilot, clock, path)
        await reached(pilot, Step.UNIT)
        assert "look like lb" in text(pilot)
        await press(pilot, clock, "enter")
        await reached(pilot, Step.PREVIEW)
        assert screen_of(pilot)._at.unit == "lb"


async def test_stopping_leaves_the_log_as_it_was(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(home, "hevy.csv", WHOLE["hevy"])
    made = evening(tmp_path)
    made.close()
    clock = made.clock
    before = count(tmp_path, "session")
    async with window(parts(tmp_path, clock)) as pilot:
        await opened(pilot, clock)
        await typed(pilot, clock, path)
        await reached(pilot, Step.PREVIEW)
        # ⏎ and esc in one breath: the run is told to stop before its thread has taken the first workout in.
        screen = screen_of(pilot)
        clock.pass_ms(400)
        monkeypatch.setattr("workout_tui.ui.bring.run.threading.Thread", Held)
        screen.action_enter()
        screen.action_back()
        Held.last.go()
        await until(pilot, lambda: "nothing of the file was taken in" in text(pilot))
        assert count(tmp_path, "session") == before
        assert count(tmp_path, "import_batch") == 0


class Held:
    """A thread that begins when it is told to."""

    last: Held

    def __init__(self, *, target: Callable[..., None], args: tuple[object, ...], name: str, daemon: bool) -> None:
        assert (name, daemon) == ("import", True)
        self.go: Callable[[], None] = partial(target, *args)
        Held.last = self

    def start(self) -> None:
        """Not yet."""


async def test_a_new_lifter_begins_with_their_history(tmp_path: Path, home: Path, golden: Golden) -> None:
    path = put(home, "hevy.csv", WHOLE["hevy"])
    clock = sample.TurnedClock()
    async with window(parts(tmp_path, clock)) as pilot:
        await press(pilot, clock, "enter", "i")
        await until(pilot, lambda: "hevy.csv" in text(pilot))
        await press(pilot, clock, "escape")
        assert isinstance(pilot.app.screen, OffersScreen)
        await press(pilot, clock, "i")
        await typed(pilot, clock, path)
        await reached(pilot, Step.PREVIEW)
        assert count(tmp_path, "profile") == 0
        await press(pilot, clock, "enter")
        await reached(pilot, Step.DONE)
        await press(pilot, clock, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        logbook = app_of(pilot).logbook
        assert logbook.lifter.name == "Ann"
        assert logbook.imports()[0].sets > 0


async def test_a_whole_log_begins_a_first_run_with_its_lifter(tmp_path: Path, home: Path) -> None:
    from workout_tui.logbook import whole as whole_log
    from workout_tui.transfer import whole

    made = evening(tmp_path)
    put(home, "alex.json", whole.write(whole_log.read(made.store, made.logbook.lifter.uid)))
    sessions = count(tmp_path, "session")
    made.close()
    other = tmp_path / "other"
    async with window(parts(other, made.clock)) as pilot:
        await press(pilot, made.clock, "enter", "i")
        await typed(pilot, made.clock, "~/alex.json")
        await reached(pilot, Step.PREVIEW)
        await press(pilot, made.clock, "enter")
        await reached(pilot, Step.DONE)
        await press(pilot, made.clock, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert app_of(pilot).logbook.lifter.name == "Alex"
    assert count(other, "session") == sessions
    assert count(other, "profile") == 1


async def test_a_window_that_only_looks_brings_nothing(tmp_path: Path, home: Path) -> None:
    path = put(home, "hevy.csv", WHOLE["hevy"])
    made = evening(tmp_path)
    made.close()
    clock = made.clock
    async with window(parts(tmp_path, clock), LARGE) as pilot:
        app_of(pilot).file.read_only = True
        await press(pilot, clock, "i")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "This window only looks" in text(pilot)
        app_of(pilot).file.read_only = False
        await opened(pilot, clock)
        app_of(pilot).file.read_only = True
        await typed(pilot, clock, path)
        assert "This window only looks" in text(pilot)
        assert screen_of(pilot)._at.step is Step.FILE


async def test_a_long_account_can_be_read_to_its_end(tmp_path: Path, home: Path) -> None:
    header, row = STRONG.splitlines()[:2]
    rows = "\n".join(
        row.replace("Bench Press (Barbell)", f"Odd lift of mine {letter * 3}") for letter in "abcdefghijklmnop"
    )
    path = put(home, "strong.csv", f"{header}\n{rows}\n")
    made = evening(tmp_path)
    made.close()
    clock = made.clock
    async with window(parts(tmp_path, clock)) as pilot:
        await opened(pilot, clock)
        await typed(pilot, clock, path)
        await reached(pilot, Step.UNIT)
        await press(pilot, clock, "k")
        await reached(pilot, Step.PREVIEW)
        assert "mine ppp" not in text(pilot)
        assert "more rows below" in text(pilot)
        assert "more" in lines(pilot)[-1]
        await press(pilot, clock, "down", "pagedown", "pagedown")
        assert "mine ppp" in text(pilot)
        assert "more rows below" not in text(pilot)
        await press(pilot, clock, *["pageup"] * 3)
        assert "1 set added" not in text(pilot)
        assert "16 sets added" in text(pilot)


async def test_quitting_while_it_runs_leaves_all_or_nothing(tmp_path: Path, home: Path) -> None:
    path = put(home, "hevy.csv", WHOLE["hevy"])
    made = evening(tmp_path)
    made.close()
    clock = made.clock
    before = count(tmp_path, "performed_set")
    async with window(parts(tmp_path, clock)) as pilot:
        await opened(pilot, clock)
        await typed(pilot, clock, path)
        await reached(pilot, Step.PREVIEW)
        said = screen_of(pilot)._at.outcome
        assert said is not None
        expected = before + int(said.lines[1].split()[0])
        clock.pass_ms(400)
        screen_of(pilot).action_enter()
        pilot.app.exit()
    for thread in threading.enumerate():
        if thread.name == "import":
            thread.join()
    assert count(tmp_path, "performed_set") in {before, expected}
    assert count(tmp_path, "import_batch") == (count(tmp_path, "performed_set") > before)
