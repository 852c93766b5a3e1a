"""``workout demo``: the whole product with no account, in a folder that is gone afterwards."""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workout_tui.cli.options import command
from workout_tui.cli.output import say
from workout_tui.errors import WorkoutError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from workout_tui.loopback.server import Server
    from workout_tui.paths import Paths

_EXAMPLES = """\
  workout demo                     a made-up lifter's months, and a sheet on this machine that a browser shows
"""
_BOOK = "training-log"
_TITLE = "Training log"
_SEED = 5


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command(commands, "demo", _demo, about="look at everything with sample data; nothing stays", examples=_EXAMPLES)


def _demo(_: argparse.Namespace, __: Paths) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WorkoutError("The demo needs a terminal.", "“workout --help” shows what does not.")
    from workout_tui import config
    from workout_tui.loopback.server import Server
    from workout_tui.sync import address

    with Server() as server, throwaway() as paths:
        prepare(paths, server)
        say(f"The sheet: {address.link(_BOOK, api_root=server.url)}")
        say(f"The log:   WORKOUT_HOME={paths.data}, till you quit")
        from workout_tui.ui import app

        code = app.run(paths, config.load(paths.settings))
    say("The demo is over, and its folder is gone. “workout” begins a log of your own.")
    return code


@contextmanager
def throwaway() -> Iterator[Paths]:
    """A folder for everything, removed in the end."""
    from workout_tui.paths import Paths

    folder = Path(tempfile.mkdtemp(prefix="workout-demo-"))
    try:
        yield Paths(folder, folder, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # a folder of samples that cannot be removed harms nobody


def prepare(paths: Paths, server: Server) -> None:
    """Write the sample log, and connect its lifter to a spreadsheet of the server."""
    from workout_tui import config
    from workout_tui.clock import SystemClock
    from workout_tui.logbook import sample
    from workout_tui.store.connection import Store
    from workout_tui.sync import connecting, key

    paths.make()
    paths.settings.write_text(f"[sheet]\napi_root = {json.dumps(server.url)}\n", "utf-8")
    server.service.api.create(_BOOK, _TITLE)
    fields = dict.fromkeys(("client_id", "client_secret", "refresh_token"), "demo")
    the_key = key.parse(json.dumps({**fields, "token_uri": f"{server.url}/token"}))
    clock = SystemClock()
    with closing(Store(paths.database)) as store:
        store.connection.execute("PRAGMA synchronous = OFF")  # a log that is thrown away need not survive a power cut
        lifter = sample.fill(store, clock, random.Random(_SEED))  # noqa: S311 - a sample, no secret
        desk = connecting.Desk(store, paths, config.load(paths.settings), clock)
        steps = list(connecting.connect(desk, lifter.uid, the_key, _BOOK))
    failed = next((step for step in steps if not step.done), None)
    if failed is not None:
        raise WorkoutError(failed.words, failed.fix)
