"""Draw the pictures of the README: ``python -m screenshots.make``.

A made-up lifter's log is written into a temporary folder, the program runs on it without a terminal,
keys are pressed, and each screen is written as an SVG beside this file.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from screenshots import sample, sheet
from screenshots.svg import svg
from workout_tui.clock import Uids
from workout_tui.lock import Lock
from workout_tui.logs import Log
from workout_tui.loopback.server import Server
from workout_tui.paths import Paths
from workout_tui.ui.app import WorkoutApp
from workout_tui.ui.glyphs import UNICODE
from workout_tui.ui.parts import Parts
from workout_tui.ui.theme import PALETTES

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from workout_tui.config import Config

HERE = Path(__file__).parent
SMALL, LARGE = (80, 24), (120, 40)
_FINGER_MS = 3500
"""between two keys: no key is a repeat of the one before, no Enter a bounce"""
_REST_S = 0.2
_RESTING_MS = 102_000 + _FINGER_MS
"""what is left of the rest when a session is half-way; the key that leads there takes its part"""


@dataclass(frozen=True)
class Picture:
    """A screen to be drawn: how far tonight's session is, and which keys lead to the screen."""

    name: str
    state: str
    """``new`` no log yet, ``fresh`` nothing open, ``open`` half-way and resting, ``done`` all sets logged,
    ``synced`` nothing open and all of it in a sheet"""
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = SMALL
    theme: str = "iron"

    @property
    def path(self) -> Path:
        """The file."""
        return HERE / f"{self.name}-{self.size[0]}x{self.size[1]}-{self.theme}.svg"


PICTURES = (
    Picture("home", "open"),
    Picture("home", "fresh", size=LARGE),
    Picture("log", "open", ("enter",)),
    Picture("log", "open", ("enter",), LARGE),
    Picture("log", "open", ("enter",), LARGE, "chalk"),
    Picture("log", "open", ("enter",), theme="ember"),
    Picture("finish", "done", ("enter", "f")),
    Picture("finish", "done", ("enter", "f"), LARGE),
    Picture("keys", "open", ("enter", "question_mark")),
    Picture("first-run", "new", ("enter", "down")),
    *(
        Picture(name, "fresh", keys, size)
        for name, keys in (
            ("history", ("h",)),
            ("progress", ("p", "slash", "b", "e", "n", "c", "h", "enter")),
            ("editor", ("e", "down")),
            ("settings", ("comma",)),
        )
        for size in (SMALL, LARGE)
    ),
    *(Picture("sync", "synced", ("y",), size) for size in (SMALL, LARGE)),
)


async def draw(picture: Picture) -> None:
    """Run the program up to the screen and write what stands on it."""
    with tempfile.TemporaryDirectory() as folder, Server() as server:
        paths = Paths(*[Path(folder)] * 3)
        paths.make()
        clock = _log(paths.database, picture.state)
        synced = picture.state == "synced"
        if synced:
            sheet.connect(server, paths, clock)
        app = WorkoutApp(_parts(paths, clock, sheet.config_for(server, picture.theme)))
        async with app.run_test(size=picture.size) as pilot:
            if synced:
                await sheet.sent(app, pilot)
            await _press(pilot, clock, picture.keys)
            strips = app.screen._compositor.render_strips()  # noqa: SLF001 - the rows as they stand
            colours = PALETTES[picture.theme]
            text = svg(strips, picture.size[0], colours["background"], colours["ink"])
    picture.path.write_text(text, "utf-8")


def _log(path: Path, state: str) -> sample.TurnedClock:
    """Write the log up to a state; the clock as it then stands."""
    if state == "new":
        return sample.TurnedClock()
    made = sample.make(path)
    if state in {"open", "done"}:
        session = sample.begin_push_a(made)
        if state == "done":
            sample.end_push_a(made, session)
        else:
            made.logbook.rest(session.uid, made.clock.at + _RESTING_MS, 180)
    made.close()
    return made.clock


def _parts(paths: Paths, clock: sample.TurnedClock, config: Config) -> Parts:
    uids = Uids(clock, random.Random(11))
    return Parts(paths, config, clock, uids, UNICODE, Log(paths.log, clock), Lock(paths.lock, clock))


async def _press(pilot: Pilot[int], clock: sample.TurnedClock, keys: tuple[str, ...]) -> None:
    await pilot.pause(_REST_S)
    for key in keys:
        clock.pass_ms(_FINGER_MS)
        await pilot.press(key)
        await pilot.pause(_REST_S)


def main() -> int:
    """Draw all pictures, or those whose names begin with one of the arguments."""
    wanted = tuple(sys.argv[1:])
    os.environ |= {"LOGNAME": "alex", "LC_ALL": "en_GB.UTF-8"}  # whom the first run guesses
    for picture in PICTURES:
        if not wanted or picture.path.name.startswith(wanted):
            asyncio.run(draw(picture))
            print(f"{picture.path.name:32}{picture.path.stat().st_size / 1024:6.1f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
