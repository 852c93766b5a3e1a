"""A log that cannot be read just now, from a failing disk: no key ends the program, and all is there again after."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from screenshots import sample
from tests.screens.support import app_of, evening, parts, text, window
from tests.screens.test_home_screen import press
from workout_tui.errors import StoreDamaged
from workout_tui.ui import app as ui_app
from workout_tui.ui.screens.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

PAGE = 4096

WAYS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "home": ((), ("down", "3", "up", "P", "u")),
    "history": (("h",), ("down", "left", "pagedown", "D", "v", "slash")),
    "a past workout": (("h", "enter"), ("tab", "t", "D", "u")),
    "its sets": (("h", "e"), ("down", "right", "u")),
    "progress": (("p",), ("down", "tab", "left", "b")),
    "exercises": (("E",), ("down", "enter")),
    "the form of an exercise": (("E", "enter"), ("down", "u", "right")),
    "settings": (("comma",), ("down", "right", "u")),
    "programs": (("o",), ("down", "s", "u")),
    "the lifters": (("P",), ("1",)),
    "a past day": (("h", "a"), ("enter",)),
    "what an exercise is the same as": (("E", "M"), ("enter",)),
    "the editor": (("1", "e"), ("down", "K", "u")),
    "a note in the editor": (("1", "e", "n"), ("x", "enter")),
    "the log": (("enter",), ("right", "5", "enter", "u", "P")),
    "finish": (("enter", "f"), ("t", "D", "enter")),
}
"""how each screen is reached from Home, and keys that need the log"""


@contextmanager
def out_of_reach(pilot: Pilot[int]) -> Iterator[None]:
    """Nothing but zeros comes from the disk meanwhile."""
    store = app_of(pilot).file.store
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = store.path.read_bytes()
    with store.path.open("r+b") as disk:
        disk.seek(PAGE)
        disk.write(bytes(len(whole) - PAGE))
        disk.flush()
        store.connection.execute("PRAGMA shrink_memory")  # what was read before is forgotten
        yield
        disk.seek(0)
        disk.write(whole)
    store.connection.execute("PRAGMA shrink_memory")


@pytest.mark.parametrize("way", WAYS)
async def test_every_key_is_survived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.setattr(ui_app, "_SYNC_AFTER_S", 3600)
    made = evening(tmp_path, weeks=1)
    if way in {"the log", "finish"}:
        sample.begin_push_a(made)
    made.close()
    there, keys = WAYS[way]
    async with window(parts(tmp_path, made.clock)) as pilot:
        await press(pilot, made.clock, *there)
        with out_of_reach(pilot):
            with pytest.raises(StoreDamaged):
                app_of(pilot).logbook.home()
            await press(pilot, made.clock, *keys)
            app_of(pilot).tick()
            await pilot.resize_terminal(120, 40)
        await pilot.resize_terminal(80, 24)
        while not isinstance(pilot.app.screen, Place):
            await press(pilot, made.clock, "escape")
        app_of(pilot).screen.look()  # type: ignore[attr-defined]
        await pilot.pause()
        assert app_of(pilot).is_running
        assert len(text(pilot).split()) > 20
