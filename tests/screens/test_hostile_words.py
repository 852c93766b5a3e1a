"""Names and notes that were made to do harm: on every screen they are text, in the window, and nothing else."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from screenshots import sample
from tests.screens.support import LARGE, SMALL, evening, lines, parts, text, window
from tests.screens.test_home_screen import press
from workout_tui.store import sheets
from workout_tui.ui import app as ui_app
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

WORDS = "[red]x[/] \x1b[2J\x07\u202e אבג \u2066ねこ💪🏽\u200b[/not][@click=app.quit]=1+1"

TOURS: dict[str, dict[str, tuple[str, ...]]] = {
    "home and small screens": {
        "home": (),
        "today’s plan": ("1", "c"),
        "lifters": ("P",),
        "programs": ("o",),
        "programs, skip": ("o", "s"),
        "programs, put away": ("o", "D"),
        "settings": ("comma",),
        "settings, lifters": ("comma", *("tab",) * 5),
        "sync": ("y",),
    },
    "history": {
        "history": ("h",),
        "history of a search": ("h", "slash", "x", "enter"),
        "history, put aside": ("h", "D"),
        "a past workout": ("h", "enter"),
        "its trail": ("h", "enter", "tab"),
        "its note": ("h", "n"),
        "its facts": ("h", "t"),
        "a template of it": ("h", "m"),
        "its sets": ("h", "e"),
    },
    "exercises": {
        "progress": ("p",),
        "progress, records": ("p", "r"),
        "progress, another exercise": ("p", "slash"),
        "exercises": ("E",),
        "exercises, merge": ("E", "M"),
        "exercises, put away": ("E", "D"),
        "an exercise": ("E", "enter"),
        "an exercise, its name": ("E", "enter", "enter"),
    },
    "the editor": {
        "the editor": ("1", "e"),
        "a note": ("1", "e", "n"),
        "a name": ("1", "e", "R"),
        "put away": ("1", "e", "D"),
        "swap": ("1", "e", "e"),
        "a step": ("1", "e", "K", "d", "u"),
    },
    "a session": {
        "the log": ("enter",),
        "a set in doubt": ("enter", *"999"),
        "another exercise": ("enter", "e"),
        "where its sets go": ("enter", "M"),
        "its notes": ("enter", "n"),
        "its setup": ("enter", "E"),
        "finish": ("enter", "f"),
        "finish, its note": ("enter", "f", "n"),
        "finish, what is next": ("enter", "f", "t"),
        "finish, discard": ("enter", "f", "D"),
        "another workout meanwhile": ("2", "enter"),
    },
}
"""how each screen is reached from Home, in windows of one way after the other"""
WIDE: dict[str, tuple[str, ...]] = {
    "home": (), "a past workout": ("h", "enter"), "progress": ("p",), "the editor": ("1", "e"), "sync": ("y",)
}  # fmt: skip
"""what looks other in a wide window"""
WITHOUT = {"settings"}
"""where no name stands"""

NAMES = (
    "profile.name", "exercise.name", "exercise.equipment", "exercise_alias.alias", "program.name", "template.name",
    "template_exercise.note", "session.title", "session.note", "session_exercise.note", "performed_set.note",
)  # fmt: skip


def poisoned(tmp_path: Path, words: str = WORDS, *, training: bool = False) -> sample.TurnedClock:
    """The sample lifter's log as another program may have written it: the words stand wherever words can."""
    made = evening(tmp_path, weeks=2)
    logbook, connection = made.logbook, made.store.connection
    newest = logbook.past_page()[0].uid
    logbook.note_session(newest, words)  # for its trail
    if training:
        sample.begin_push_a(made)
    for table, column in (name.split(".") for name in NAMES):
        connection.execute(f"UPDATE {table} SET {column} = trim(? || ' ' || id)", (words,))
    sheets.connect(
        made.store, connection.execute("SELECT id FROM profile").fetchone()[0],
        sheets.Destination(words, 1, 2, title=words, account=words), at=made.clock.now(), anew=True,
    )  # fmt: skip
    (sheet,) = sheets.every(made.store)
    connection.execute("INSERT INTO sync_event (sheet_id, at, words) VALUES (?, 0, ?)", (sheet.id, words))
    made.close()
    return made.clock


def harmful(shown: str) -> set[str]:
    """The characters on a screen that a terminal would obey, not show."""
    return {char for char in shown if unicodedata.category(char) in {"Cc", "Cf", "Cs"} and char not in "\n\u200d"}


def look_over(pilot: Pilot[int], way: str) -> None:
    """Whatever stands on the screen is text, and within the window and its part of it."""
    shown = text(pilot)
    told = f"{way}:\n{shown}"
    assert way in WITHOUT or "[red]x" in shown, told
    assert not harmful(shown), told
    assert all(cell_len(line) <= pilot.app.size.width for line in lines(pilot)), told
    for canvas in pilot.app.screen.query(Canvas):
        width, height = canvas.size
        rows = canvas._draw(width, height) if canvas._draw and width else ()
        assert not [row.plain for row in rows if row.cell_length > width or harmful(row.plain) or "\n" in row.plain], (
            told
        )


async def go_round(tmp_path: Path, tour: dict[str, tuple[str, ...]], size: tuple[int, int], *, training: bool) -> None:
    """Each way from Home and back."""
    clock = poisoned(tmp_path, training=training)
    async with window(parts(tmp_path, clock), size) as pilot:
        for way, keys in tour.items():
            await press(pilot, clock, *keys)
            look_over(pilot, way)
            for _ in range(6):
                if isinstance(pilot.app.screen, HomeScreen):
                    break
                await press(pilot, clock, "escape")
            assert isinstance(pilot.app.screen, HomeScreen), way


@pytest.fixture(autouse=True)
def no_copying(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ui_app, "_SYNC_AFTER_S", 3600)


@pytest.mark.parametrize("tour", TOURS)
async def test_hostile_words_are_shown_as_text(tmp_path: Path, tour: str) -> None:
    await go_round(tmp_path, TOURS[tour], SMALL, training=tour == "a session")


async def test_in_a_wide_window_too(tmp_path: Path) -> None:
    await go_round(tmp_path, WIDE, LARGE, training=False)


async def test_while_training_in_a_wide_window(tmp_path: Path) -> None:
    await go_round(tmp_path, {"home": (), "the log": ("enter",), "finish": ("enter", "f")}, LARGE, training=True)
