"""A sheet on this machine: the look-alike on a real port, a key that opens it, and a lifter connected to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from workout_tui.clock import Clock
from workout_tui.config import Config, SheetSettings
from workout_tui.loopback.hands import Hands
from workout_tui.loopback.server import Server
from workout_tui.paths import Paths
from workout_tui.store.connection import Store
from workout_tui.sync import connecting, key, setting_up

BOOK = "the-training-log-of-the-tests"


@contextmanager
def server() -> Iterator[Server]:
    """The look-alike, with one empty spreadsheet."""
    with Server() as one:
        one.service.api.create(BOOK, "Training log")
        yield one


def key_text(one: Server) -> str:
    """The file of a signed-in user, whose tokens come from this machine."""
    fields = {"client_id": "c", "client_secret": "s", "refresh_token": "r", "token_uri": f"{one.url}/token"}
    return json.dumps({"type": "authorized_user", **fields})


def config_for(one: Server) -> Config:
    """Settings that lead there."""
    return Config(sheet=SheetSettings(one.url))


def connect(one: Server, store: Store, paths: Paths, clock: Clock, lifter_uid: str) -> None:
    """Connect a lifter, over HTTP as everything else."""
    desk = connecting.Desk(store, paths, config_for(one), clock)
    steps = list(connecting.connect(desk, lifter_uid, key.parse(key_text(one)), BOOK))
    assert all(step.done for step in steps), steps


def rows(one: Server) -> list[list[object]]:
    """The rows of sets that stand in the log's tab, without its header."""
    hands = Hands(one.service.api, BOOK)
    tab = next(tab.title for tab in hands.book.tabs if tab.id == setting_up.LOG_TAB)
    return [row for row in hands.rows(tab)[1:] if any(row)]
