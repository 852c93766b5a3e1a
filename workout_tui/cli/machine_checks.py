"""What ``workout doctor`` looks at of the machine: what the log stands on, whether there is one or not."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from functools import partial
from typing import TYPE_CHECKING

from workout_tui import config
from workout_tui.cli import standing
from workout_tui.cli.findings import State
from workout_tui.store import health

if TYPE_CHECKING:
    from pathlib import Path

    from workout_tui.cli.findings import Check
    from workout_tui.paths import Paths

_LEAST_FREE = 20_000_000
_LITTLE_FREE = 500_000_000
"""bytes"""
_MOVE = "Move it to a folder of this machine alone (WORKOUT_HOME names it), and carry copies made by “workout backup”."


def of(paths: Paths) -> list[Check]:
    """The checks, to be made one after another."""
    return [
        ("sqlite", _sqlite),
        ("settings", partial(_settings, paths)),
        ("permissions", partial(_permissions, paths)),
        ("disk space", partial(_disk, paths.data)),
        ("place", partial(_place, paths.data)),
    ]


def _sqlite() -> tuple[State, str, str]:
    health.require_sqlite()
    known = health.known_faults()
    version = f"SQLite {sqlite3.sqlite_version}."
    return (State.NOTICE if known else State.OK, " ".join((version, *known)), "")


def _settings(paths: Paths) -> tuple[State, str, str]:
    found = config.load(paths.settings)
    if found.keys:
        from workout_tui.ui import keymap
        from workout_tui.ui.places import commands_by_place, typed_by_place

        keymap.check(found.keys, commands_by_place(), typed_by_place(found))
    return State.OK, "are valid" if paths.settings.exists() else "none; the defaults stand", ""


def _permissions(paths: Paths) -> tuple[State, str, str]:
    """May we write, and may others read?"""
    folders = [one for one in dict.fromkeys((paths.data, paths.backups, paths.config, paths.logs)) if one.exists()]
    files = [one for one in (paths.database, paths.log) if one.exists()]
    refused = [str(one) for one in folders if not os.access(one, os.R_OK | os.W_OK | os.X_OK)]
    refused += [str(one) for one in files if not os.access(one, os.R_OK | os.W_OK)]
    if refused:
        return State.FAULT, f"No right to write: {', '.join(refused)}.", "Give your user that right."
    open_to_all = [str(one) for one in (paths.data, paths.backups) if one.exists() and _is_open(one)]
    if open_to_all:
        return State.NOTICE, f"Others on this machine may look into {', '.join(open_to_all)}.", "“chmod 700” closes it."
    return State.OK, "yours alone", ""


def _is_open(folder: Path) -> bool:
    return os.name != "nt" and bool(stat.S_IMODE(folder.stat().st_mode) & 0o077)


def _disk(folder: Path) -> tuple[State, str, str]:
    there = next(one for one in (folder, *folder.parents) if one.exists())
    free = shutil.disk_usage(there).free
    words = f"{free / 1e9:.1f} GB free" if free >= 1e9 else f"{free / 1e6:.0f} MB free"
    if free >= _LITTLE_FREE:
        return State.OK, words, ""
    return (State.FAULT if free < _LEAST_FREE else State.NOTICE), f"{words}.", "Make room: a full disk refuses sets."


def _place(folder: Path) -> tuple[State, str, str]:
    """Does it lie where what was written stays as it was written?"""
    words = standing.trouble(folder)
    return (State.NOTICE, words, _MOVE) if words else (State.OK, "on a disk of this machine", "")
