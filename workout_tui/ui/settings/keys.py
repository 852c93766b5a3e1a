"""Giving a command another key, from whatever asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui import config
from workout_tui.ui import keymap
from workout_tui.ui.places import commands_by_place, typed_by_place

if TYPE_CHECKING:
    from pathlib import Path

    from workout_tui.config import Config
    from workout_tui.ui.commands import Command


def command_of(command_id: str) -> Command:
    """The command of this name.

    Raises:
        ConfigError: there is none; the words name the one that was meant.
    """
    known = {one.id: one for commands in commands_by_place().values() for one in commands}
    keymap.refuse_unknown(command_id, known)
    return known[command_id]


def forget(path: Path, command_id: str) -> Config:
    """Take a key out of the file; of a command that there is no more, too.

    Raises:
        ConfigError: another command has the key it comes with, or the file cannot be written.
    """
    known = any(one.id == command_id for commands in commands_by_place().values() for one in commands)
    return give(path, command_of(command_id), None) if known else config.change_key(path, command_id, None)


def give(path: Path, command: Command, key: str | None) -> Config:
    """Keep another key for a command in the file, or none (None) for the one it comes with; returns all settings.

    Raises:
        ConfigError: it could not work: it is no key, taken on a screen, or begins a line there.
    """
    now = config.load(path)
    chosen = {known: theirs for known, theirs in now.keys.items() if known != command.id}
    own = key if key and not keymap.comes_with(command, key) else None
    keymap.check({**chosen, **({command.id: own} if own else {})}, commands_by_place(), typed_by_place(now))
    return config.change_key(path, command.id, own)
