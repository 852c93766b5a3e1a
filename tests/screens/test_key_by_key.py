"""What is typed at once, as a slow line sends it, does what the same keys do one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from tests.screens.at_the_bar import at_the_bar, tonight

if TYPE_CHECKING:
    from pathlib import Path

    from tests.screens.at_the_bar import Bar

SCRIPTS: dict[str, tuple[str, ...]] = {
    "through the picker": ("A", *"dead", "enter", *"100x5", "enter", "u", *"8", "enter"),
    "a picker that is left": ("A", *"sq", "escape", *"3", "enter"),
    "through a note": ("n", *"knee", "enter", *"5", "enter", "right", *"4", "enter"),
    "to another screen and back": ("h", "down", "escape", *"6", "enter", "f", "escape", *"7", "enter"),
    "by the palette": ("ctrl+p", *"finish", "enter", "t", "escape", *"x5x2", "enter"),
    "a question that is not answered": ("f", "D", "escape", "escape", *"9", "enter"),
    "out, to the sheet, and in again": ("escape", "y", "escape", "enter", *"2", "enter"),
}


async def done(tmp_path: Path, keys: tuple[str, ...], *, at_once: bool) -> tuple[object, ...]:
    """Where the keys lead, and the sets they leave."""
    async with at_the_bar(*tonight(tmp_path)) as bar:
        for key in keys:
            bar.send(key)
            if not at_once:
                await bar.pilot.pause()
        await bar.pilot.pause()
        return type(bar.pilot.app.screen), *_sets(bar)


def _sets(bar: Bar) -> list[object]:
    return [(block.exercise.name, one.values) for block in bar.stored.exercises for one in block.performed]


@pytest.mark.parametrize("script", SCRIPTS)
async def test_typed_at_once_it_is_what_it_is_key_by_key(tmp_path: Path, script: str) -> None:
    one_by_one, at_once = tmp_path / "one by one", tmp_path / "at once"
    assert await done(at_once, SCRIPTS[script], at_once=True) == await done(one_by_one, SCRIPTS[script], at_once=False)


async def test_what_is_pasted_keeps_its_place_among_the_keys(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        before = len(_sets(bar))
        for key in ("A", *"dead", "enter"):
            bar.send(key)
        bar.pilot.app.post_message(Paste("100x5"))
        bar.send("enter")
        await bar.pilot.pause()
        assert len(_sets(bar)) == before + 1
        assert bar.stored.exercises[-1].performed[-1].values.reps == 5
        assert bar.line == ""
