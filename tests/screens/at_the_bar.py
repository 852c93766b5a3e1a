"""The Log screen on the sample evening, driven by keys as fast as fingers are."""

from __future__ import annotations

import re
import shutil
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import events

from screenshots import sample
from tests.screens import support
from workout_tui.ui.screens.log import LogScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from workout_tui.model.session import Session, SetValues
    from workout_tui.ui.log.bench import Bench
    from workout_tui.ui.parts import Parts

FINGER_MS = 400
"""between two keys: more than a bounce, less than the three seconds between bare Enters"""
NAMES = {
    "*": "asterisk", "/": "slash", "+": "plus", "-": "minus", "=": "equals_sign", ".": "full_stop", ",": "comma",
    "@": "at", " ": "space", "#": "number_sign", ";": "semicolon", ">": "greater_than_sign", "?": "question_mark",
    "[": "left_square_bracket", "]": "right_square_bracket", ":": "colon", "<": "less_than_sign",
}  # fmt: skip
CHARACTERS = {key: char for char, key in NAMES.items()}

_WRITTEN: dict[Path, tuple[sample.TurnedClock, str]] = {}
"""the evenings that stand ready, by folder"""


@dataclass
class Bar:
    """A window with the Log screen in front."""

    pilot: Pilot[int]
    clock: sample.TurnedClock
    session_uid: str

    @property
    def screen(self) -> LogScreen:
        assert isinstance(self.pilot.app.screen, LogScreen), self.pilot.app.screen
        return self.pilot.app.screen

    @property
    def bench(self) -> Bench:
        return self.screen.bench

    @property
    def stored(self) -> Session:
        """The session as it stands in the file."""
        return support.app_of(self.pilot).logbook.session(self.session_uid)

    def sets(self, block: int) -> list[SetValues]:
        """The sets of a block in the file."""
        return [one.values for one in self.stored.exercises[block].performed]

    async def press(self, *keys: str) -> None:
        """Press keys by name, one after another, each once the one before has done what it does."""
        for key in keys:
            self.send(key)
            await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text, each line in one burst, with Enter for each line break."""
        for chunk in re.split("(\n)", text):
            for char in "" if chunk == "\n" else chunk:
                self.send(NAMES.get(char, char), char)
            if chunk:
                await self.pilot.pause()
            if chunk == "\n":
                await self.press("enter")

    def send(self, key: str, character: str | None = None) -> None:
        """What the terminal sends for a key."""
        self.clock.pass_ms(FINGER_MS)
        character = character or CHARACTERS.get(key) or (key if len(key) == 1 else None)
        event = events.Key(key, character)
        event.set_sender(self.pilot.app)
        self.pilot.app.post_message(event)

    def wait(self, seconds: float) -> None:
        """Time goes by, and the screen looks at the clock."""
        self.clock.pass_ms(round(seconds * 1000))
        self.screen._tick()

    def lines(self) -> list[str]:
        return support.lines(self.pilot)

    def text(self) -> str:
        return support.text(self.pilot)

    @property
    def line(self) -> str:
        """What stands in the entry line."""
        return self.screen._entry.value

    @property
    def hint(self) -> str:
        """The row below the entry line."""
        rows = [row for row in self.lines() if row.lstrip().startswith(("█", "▌", "|"))]
        return rows[-1].lstrip("█▌| ") if rows else ""


def tonight(tmp_path: Path, *, weeks: int = 3, rest: bool = True, note: str = "") -> tuple[Parts, str]:
    """The folder of the sample evening with Push A open, six work sets done; gives the parts and the session.

    It is written once for a run of the tests and copied for each.
    """
    ready = tmp_path.parent / f"tonight-{weeks}-{rest}-{len(note)}"
    if ready not in _WRITTEN:
        _WRITTEN[ready] = _write(ready, weeks=weeks, rest=rest, note=note)
    clock, uid = _WRITTEN[ready]
    made = support.parts(tmp_path, replace(clock))
    shutil.copyfile(support.folders(ready).database, made.paths.database)
    return made, uid


def _write(folder: Path, *, weeks: int, rest: bool, note: str) -> tuple[sample.TurnedClock, str]:
    folder.mkdir()
    made = support.evening(folder, weeks=weeks)
    session = sample.begin_push_a(made)
    if rest:
        made.logbook.rest(session.uid, made.clock.now() + 102_000, 180)
    if note:
        exercise = session.exercises[1].exercise
        setting = made.logbook.exercise_setting(exercise.uid)
        made.logbook.set_exercise_setting(exercise.uid, replace(setting, note=note))
    made.close()
    return made.clock, session.uid


@asynccontextmanager
async def at_the_bar(made: Parts, session_uid: str, size: tuple[int, int] = support.SMALL) -> AsyncIterator[Bar]:
    """A window with this session in front."""
    assert isinstance(made.clock, sample.TurnedClock)
    async with support.window(made, size) as pilot:
        support.app_of(pilot).open_log(session_uid)
        await pilot.pause()
        yield Bar(pilot, made.clock, session_uid)
