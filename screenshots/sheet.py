"""A sheet on this machine for the pictures that show one: the look-alike, and the sample lifter connected to it."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from workout_tui.config import Config, SheetSettings
from workout_tui.logbook import lifters
from workout_tui.store.connection import Store
from workout_tui.sync import connecting, key

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from workout_tui.clock import Clock
    from workout_tui.loopback.server import Server
    from workout_tui.paths import Paths
    from workout_tui.ui.app import WorkoutApp

BOOK = "training-log-of-the-pictures"
_LOOK_S = 0.1


def connect(server: Server, paths: Paths, clock: Clock) -> None:
    """Connect the lifter of the log to a new spreadsheet of the server."""
    server.service.api.create(BOOK, "Training log")
    fields = dict.fromkeys(("client_id", "client_secret", "refresh_token"), "picture")
    the_key = key.parse(json.dumps({**fields, "token_uri": f"{server.url}/token"}))
    with closing(Store(paths.database)) as store:
        lifter = lifters.first_lifter(store)
        if lifter is None:
            raise RuntimeError("the sample log has a lifter")
        desk = connecting.Desk(store, paths, config_for(server), clock)
        wrong = [step for step in connecting.connect(desk, lifter.uid, the_key, BOOK) if not step.done]
    if wrong:
        raise RuntimeError(wrong[0].words)


def config_for(server: Server, theme: str = "iron") -> Config:
    """Settings that lead to the server."""
    return Config(theme=theme, sheet=SheetSettings(server.url))


async def sent(app: WorkoutApp, pilot: Pilot[int]) -> None:
    """Wait until all of the log stands in the sheet."""
    app.sync.begin()
    while app.sync.state.last_good is None or app.sync.state.waiting:
        await pilot.pause(_LOOK_S)
