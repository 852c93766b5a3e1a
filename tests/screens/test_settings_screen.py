"""Settings: what is changed is kept where it belongs, and taken back; what cannot be stays in the line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from screenshots import sample
from tests.screens.support import LARGE, SIZES, SMALL, app_of, evening, lines, parts, text, window
from workout_tui import config
from workout_tui.config import Config
from workout_tui.store import sheets
from workout_tui.ui.glyphs import ASCII, UNICODE
from workout_tui.ui.screens.connect import ConnectScreen
from workout_tui.ui.screens.settings import SettingsScreen
from workout_tui.ui.screens.sync import SyncScreen


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys as fingers do: none is a repeat of the one before."""
    clock = app_of(pilot).clock
    assert isinstance(clock, sample.TurnedClock)
    for key in keys:
        clock.pass_ms(300)
        await pilot.press(key)


TO = {"bars": ("tab",), "look": ("tab",) * 3, "keyboard": ("tab",) * 4, "lifters": ("tab",) * 5}


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_picture(tmp_path: Path, golden: Callable[[str, str], None], size: tuple[int, int]) -> None:
    evening(tmp_path).close()
    async with window(parts(tmp_path), size) as pilot:
        await press(pilot, "comma", "down", "down")
        golden(f"settings-{size[0]}x{size[1]}", text(pilot))


async def test_picture_of_a_value_that_cannot_be(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    evening(tmp_path).close()
    async with window(parts(tmp_path)) as pilot:
        await press(pilot, "comma", *TO["bars"], "down", "enter", "space", "9", "9", "x", "enter")
        golden("settings-wrong-80x24", text(pilot))


async def test_picture_of_the_keys(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    evening(tmp_path).close()
    async with window(parts(tmp_path)) as pilot:
        await press(pilot, "comma", *TO["keyboard"], "down", "enter")
        assert "Keys" in lines(pilot)[0]
        golden("keymap-80x24", "\n".join(lines(pilot)[:5]) + "\n")


async def test_no_line_is_too_wide_on_any_window(tmp_path: Path) -> None:
    evening(tmp_path).close()
    for size in SIZES:
        async with window(parts(tmp_path), size) as pilot:
            await press(pilot, "comma", "tab", "down")
            assert all(len(line) <= size[0] for line in lines(pilot))
            assert "? keys" in lines(pilot)[-1]


async def test_plain_terminals_get_plain_marks(tmp_path: Path) -> None:
    evening(tmp_path).close()
    async with window(parts(tmp_path, glyphs=ASCII)) as pilot:
        await press(pilot, "comma", "down", "tab", "down", "enter", "x")
        assert text(pilot).isascii()


class TestTheLifters:
    async def test_a_choice_turns_and_undo_turns_it_back(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        async with window(parts(tmp_path)) as pilot:
            book = app_of(pilot).logbook
            await press(pilot, "comma", "down", "right")
            assert book.lifter.unit == "lb"
            await press(pilot, "u")
            assert book.lifter.unit == "kg"
            assert "undone: Unit is kg" in text(pilot)
            await press(pilot, "U")
            assert book.lifter.unit == "lb"
            assert "redone: Unit is lb" in text(pilot)

    async def test_what_is_typed_is_kept_and_read_again_by_the_place_below(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        async with window(parts(tmp_path)) as pilot:
            await press(pilot, "comma", "enter", *["backspace"] * 4, *"Sam", "enter")
            assert app_of(pilot).logbook.lifter.name == "Sam"
            assert "Sam" in text(pilot)

    async def test_a_value_that_cannot_be_stays_with_the_reason_until_it_can(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        async with window(parts(tmp_path)) as pilot:
            await press(pilot, "comma", "down", "down", "down", "enter", *["backspace"] * 4, "3", "enter")
            assert "3 seconds, or minutes?" in text(pilot)
            assert app_of(pilot).logbook.lifter.rest_s == 120
            await press(pilot, "colon", "0", "0")
            assert "Rest: 3:00" in text(pilot)
            await press(pilot, "enter")
            assert app_of(pilot).logbook.lifter.rest_s == 180

    async def test_esc_leaves_a_line_as_it_was_and_then_the_screen(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        async with window(parts(tmp_path)) as pilot:
            await press(pilot, "comma", "enter", "x", "escape")
            assert app_of(pilot).logbook.lifter.name == "Alex"
            assert isinstance(pilot.app.screen, SettingsScreen)
            await press(pilot, "escape")
            assert not isinstance(pilot.app.screen, SettingsScreen)

    async def test_letters_type_while_a_line_is_open(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        async with window(parts(tmp_path)) as pilot:
            await press(pilot, "comma", "enter", "u", "U", "question_mark", "enter")
            assert app_of(pilot).logbook.lifter.name == "AlexuU?"

    async def test_there_is_nothing_to_undo_at_first(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        async with window(parts(tmp_path)) as pilot:
            await press(pilot, "comma", "u")
            assert "Nothing to undo" in text(pilot)

    async def test_another_lifter_is_added_and_chosen(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        async with window(parts(tmp_path), LARGE) as pilot:
            await press(pilot, "comma", *TO["lifters"], "down", "enter", *"Bo", "enter", "enter")
            assert app_of(pilot).logbook.lifter.name == "Bo"
            app_of(pilot).go_home()
            await press(pilot, "comma", *TO["lifters"], "enter")
            await pilot.pause()
            assert app_of(pilot).logbook.lifter.name == "Alex"


class TestTheMachines:
    async def test_the_look_is_kept_in_the_file_and_seen_at_once(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        (tmp_path / "workout.toml").write_text("# mine\n")
        async with window(parts(tmp_path)) as pilot:
            await press(pilot, "comma", *TO["look"], "enter")
            assert pilot.app.theme == "chalk"
            await press(pilot, "down", "right", "down", "enter")
            assert app_of(pilot).glyphs.unicode
            assert app_of(pilot).config == config.load(tmp_path / "workout.toml")
            assert config.load(tmp_path / "workout.toml") == Config("chalk", "unicode", big_numbers=False)
            assert (tmp_path / "workout.toml").read_text().startswith("# mine\n")

    async def test_other_marks_are_home_s_too(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        async with window(parts(tmp_path, glyphs=UNICODE)) as pilot:
            await press(pilot, "comma", *TO["look"], "down", "left", "escape")
            await pilot.pause()
            assert app_of(pilot).config.glyphs == "ascii"
            assert "WORKOUTS" in text(pilot)
            assert text(pilot).isascii()

    async def test_undo_takes_back_what_was_changed_last_wherever_it_is_kept(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        async with window(parts(tmp_path)) as pilot:
            app = app_of(pilot)
            await press(pilot, "comma", "down", "enter", *TO["look"], "enter")
            assert (app.logbook.lifter.unit, app.theme) == ("lb", "chalk")
            await press(pilot, "u")
            assert (app.logbook.lifter.unit, app.theme) == ("lb", "iron")
            await press(pilot, "u")
            assert (app.logbook.lifter.unit, app.theme) == ("kg", "iron")
            await press(pilot, "U", "U")
            assert (app.logbook.lifter.unit, app.theme) == ("lb", "chalk")

    async def test_a_file_that_cannot_be_written_is_told(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        (tmp_path / "workout.toml").write_text("theme = \n")
        async with window(parts(tmp_path)) as pilot:
            await press(pilot, "comma", *TO["look"], "enter")
            assert "not valid TOML" in text(pilot)
            assert pilot.app.theme == "iron"

    async def test_before_there_is_a_lifter_there_is_only_the_machine(self, tmp_path: Path) -> None:
        async with window(parts(tmp_path)) as pilot:
            await press(pilot, "enter", "comma")
            assert "TRAINING" not in text(pilot)
            assert "LIFTERS" not in text(pilot)
            await press(pilot, "enter", "u", "u")
            assert pilot.app.theme == "iron"
            await press(pilot, "escape")
            assert "Pick one" in text(pilot)


class TestTheKeyboard:
    async def test_the_digit_row_is_told_by_pressing_it(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        async with window(parts(tmp_path)) as pilot:
            await press(pilot, "comma", *TO["keyboard"], "enter", *"&é", "é")
            assert "was pressed before" in text(pilot)
            await press(pilot, "x", "backspace", *"\"'(-è_çà")
            assert app_of(pilot).config.unshifted_digits == "&é\"'(-è_çà"
            assert '& é "' in text(pilot)
            await press(pilot, "enter", *"1234567890")
            assert app_of(pilot).config.unshifted_digits == ""

    async def test_a_command_is_given_the_key_that_is_pressed(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        async with window(parts(tmp_path)) as pilot:
            await press(pilot, "comma", *TO["keyboard"], "down", "enter")
            while "home.settings" not in lines(pilot)[0]:
                await press(pilot, "down")
            await press(pilot, "enter", "z")
            assert app_of(pilot).config.keys == config.load(tmp_path / "workout.toml").keys == {"home.settings": "z"}
            assert "was ," in text(pilot)
            await press(pilot, "escape", "escape", "comma")
            assert not isinstance(pilot.app.screen, SettingsScreen)
            await press(pilot, "z")
            assert isinstance(pilot.app.screen, SettingsScreen)
            await press(pilot, *TO["keyboard"])
            assert "1 command changed" in text(pilot)

    async def test_a_key_that_is_taken_is_refused_with_the_name_of_its_owner(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        async with window(parts(tmp_path)) as pilot:
            await press(pilot, "comma", *TO["keyboard"], "down", "enter")
            while "log.undo" not in lines(pilot)[0]:
                await press(pilot, "down")
            await press(pilot, "enter", "s")
            assert "wanted by log.undo and by log.skip" in text(pilot)
            await press(pilot, "enter", "5")
            assert "“5” begins a line" in text(pilot)
            await press(pilot, "enter", "escape")
            assert app_of(pilot).config.keys == {}
            assert not (tmp_path / "workout.toml").exists()
            await press(pilot, "enter", "z", "backspace")
            assert app_of(pilot).config.keys == config.load(tmp_path / "workout.toml").keys == {}

    async def test_words_that_name_a_key_name_the_one_that_was_chosen(self, tmp_path: Path) -> None:
        evening(tmp_path).close()
        made = parts(tmp_path, config=Config(keys={"log.undo": "z", "log.rest": "f5"}))
        async with window(made, LARGE) as pilot:
            await press(pilot, "enter", "s")
            assert "skipped · z takes it back" in text(pilot)
            assert "F5 starts" in text(pilot) or "f5 starts" in text(pilot)
            await press(pilot, "z")
            assert "taken back" in text(pilot)


async def test_the_sheet_is_connected_from_here(tmp_path: Path) -> None:
    evening(tmp_path).close()
    async with window(parts(tmp_path)) as pilot:
        await press(pilot, "comma", "tab", "tab")
        assert "none yet, connect one" in text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ConnectScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SettingsScreen)


async def test_a_connected_sheet_is_named_and_leads_to_its_page(tmp_path: Path) -> None:
    made = evening(tmp_path)
    with made.store.write():
        sheets.connect(made.store, 1, sheets.Destination("x", 1, 2, title="Training log", account=""), at=0, anew=True)
    made.close()
    async with window(parts(tmp_path)) as pilot:
        await press(pilot, "comma", "tab", "tab")
        assert "Training log" in text(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, SyncScreen)
