"""Log as it stands on the screen: every state at both sizes, and no row wider than any window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.screens import support
from tests.screens.at_the_bar import at_the_bar, tonight
from workout_tui.ui.glyphs import ASCII
from workout_tui.ui.log.keys import FOOTER as KEYS
from workout_tui.ui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.screens.at_the_bar import Bar

    Golden = Callable[[str, str], None]

NOTE = "Elbows in, pause on the chest"


def at(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


both = pytest.mark.parametrize("size", [support.SMALL, support.LARGE], ids=at)

STATES: dict[str, str] = {
    "log": "",
    "log-typing": "105*5/8",
    "log-several": "x5,5,4",
    "log-error": "100x5 @11",
    "log-unfinished": "100x5@",
    "log-doubt": "3x5",
    "log-record": "110*5\n",
    "log-unloadable": "101*5",
}


@both
@pytest.mark.parametrize("state", STATES)
async def test_picture_of_what_is_typed(tmp_path: Path, golden: Golden, size: tuple[int, int], state: str) -> None:
    async with at_the_bar(*tonight(tmp_path, note=NOTE), size) as bar:
        await bar.type(STATES[state])
        golden(f"{state}-{at(size)}", bar.text())


@both
async def test_picture_of_an_overtime(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with at_the_bar(*tonight(tmp_path, note=NOTE), size) as bar:
        bar.wait(102 + 24)
        await bar.pilot.pause()
        golden(f"log-over-{at(size)}", bar.text())


@both
async def test_picture_of_a_done_row(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with at_the_bar(*tonight(tmp_path), size) as bar:
        await bar.press("up", "backspace")
        golden(f"log-remove-{at(size)}", bar.text())


@both
async def test_picture_of_a_superset(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with at_the_bar(*tonight(tmp_path, rest=False), size) as bar:
        await bar.press("tab", "tab", "g", "enter")
        golden(f"log-superset-{at(size)}", bar.text())


@both
async def test_picture_of_an_exercise_counted_otherwise(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with at_the_bar(*tonight(tmp_path), size) as bar:
        await bar.press("shift+tab", "shift+tab", "enter")
        golden(f"log-dips-{at(size)}", bar.text())


@both
async def test_picture_of_all_done(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with at_the_bar(*tonight(tmp_path), size) as bar:
        for _ in range(15):
            bar.clock.pass_ms(60_000)
            await bar.press("enter")
        golden(f"log-all-done-{at(size)}", bar.text())


@both
async def test_picture_of_an_empty_workout(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    made = support.evening(tmp_path)
    session = made.logbook.start(None, session_uid=made.uids.new())
    made.close()
    async with at_the_bar(support.parts(tmp_path, made.clock), session.uid, size) as bar:
        golden(f"log-empty-{at(size)}", bar.text())
        await bar.press("A")
        golden(f"log-pick-{at(size)}", bar.text())


@both
async def test_picture_of_the_notes(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with at_the_bar(*tonight(tmp_path, note=NOTE), size) as bar:
        await bar.press("n")
        golden(f"log-note-{at(size)}", bar.text())


@both
async def test_picture_of_the_keys(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with at_the_bar(*tonight(tmp_path), size) as bar:
        await bar.press("question_mark")
        golden(f"keys-{at(size)}", bar.text())


@pytest.mark.parametrize("keys", ["", "105", "100x5 @11"], ids=["shown", "typed", "error"])
async def test_picture_on_a_plain_terminal(tmp_path: Path, golden: Golden, keys: str) -> None:
    made, uid = tonight(tmp_path, note=NOTE)
    async with at_the_bar(replace(made, glyphs=ASCII), uid) as bar:
        await bar.type(keys)
        assert bar.text().isascii()
        golden(f"log-ascii-{len(keys)}-80x24", bar.text())


async def test_the_page_of_keys_is_plain_on_a_plain_terminal(tmp_path: Path) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(replace(made, glyphs=ASCII), uid) as bar:
        await bar.press("question_mark")
        assert bar.text().isascii()


async def test_with_small_figures_the_set_stands_in_plain_letters(tmp_path: Path) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(support.with_config(made, big_numbers=False), uid, support.LARGE) as bar:
        assert "102.5 × 5" in bar.text()
        assert "██████" not in bar.text()


@pytest.mark.parametrize("size", [*support.SIZES, (60, 18)], ids=at)
async def test_no_row_is_wider_than_the_window_and_help_is_always_named(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_bar(*tonight(tmp_path, note=NOTE * 4), size) as bar:
        await bar.type("100x5 #a rather long note about how this set felt\n")
        for keys in ([], ["up", "backspace"], ["A"], ["escape", "n"], ["escape", "question_mark"]):
            await bar.press(*keys)
            rows = bar.lines()
            assert len(rows) == size[1]
            assert max(map(len, rows)) <= size[0]
            assert "? keys" in rows[-1] or keys[-1:] == ["question_mark"]


async def test_the_row_of_keys_keeps_within_78_columns(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path), (160, 50)) as bar:
        footer = bar.screen.query_one(KeyBar).render().plain
        assert len(footer) <= support.FOOTER
        assert all(command.label in footer for command in KEYS)


@pytest.mark.parametrize("theme", ["chalk", "ember", "ansi16"])
async def test_another_theme_recolours_what_stands(tmp_path: Path, theme: str) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(made, uid, support.LARGE) as bar:
        before = colours(bar)
        bar.pilot.app.theme = theme
        await bar.pilot.pause()
        assert bar.text().count("102.5") > 2
        assert colours(bar) != before


async def test_a_window_that_grows_shows_more(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path), support.SMALL) as bar:
        assert "EXERCISES" not in bar.text()
        await bar.type("105")
        await bar.pilot.resize_terminal(120, 40)
        await bar.pilot.pause()
        text = bar.text()
        assert "EXERCISES" in text
        assert "EACH SIDE" in text
        assert bar.line == "105"
        await bar.pilot.resize_terminal(80, 24)
        await bar.pilot.pause()
        assert "EXERCISES" not in bar.text()


def colours(bar: Bar) -> set[str]:
    """The colours in the row of the current set."""
    strips = bar.pilot.app.screen._compositor.render_strips()
    strip = next(strip for strip in strips if "▸  3" in strip.text)
    return {str(segment.style.color) for segment in strip if segment.style}
