"""The keys a user chose: checked before they are used, since Textual lets the loser of a clash vanish in silence."""

from __future__ import annotations

import difflib
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.keys import Keys, format_key, key_to_character

from workout_tui.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from workout_tui.ui.commands import Command
    from workout_tui.ui.glyphs import Glyphs

_NAMED = frozenset(key.value for key in Keys)
_NONE: Mapping[str, Collection[str]] = MappingProxyType({})
_TAKEN = {"ctrl+p": "opens the command palette", "ctrl+q": "quits", "ctrl+c": "is the terminal's"}
_MODIFIERS = ("ctrl+", "shift+", "alt+", "super+")


def check(
    keys: Mapping[str, str], places: Mapping[str, Sequence[Command]], typed: Mapping[str, Collection[str]] = _NONE
) -> None:
    """See whether `keys` (by command id) can stand.

    Args:
        keys: what the user wrote.
        places: the commands of each screen, by the screen's name.
        typed: the characters that begin a line on a screen, by its name, and so can be no command's there.

    Raises:
        ConfigError: a command is unknown, a key has no such name, or two commands of one screen want one key.
    """
    known = {command.id for commands in places.values() for command in commands}
    for command_id, key in keys.items():
        refuse_unknown(command_id, known)
        if not _is_key(key):
            raise ConfigError(
                f"“{key}” for {command_id} is no key.",
                "Write one character, or a name such as f5, ctrl+z, space, enter.",
                key=command_id,
            )
        if key in _TAKEN:
            raise ConfigError(f"“{key}” {_TAKEN[key]}.", "Choose another key.", key=command_id)
    for place, commands in places.items():
        _refuse_typed(place, commands, keys, typed.get(place, ()))
        _refuse_clash(place, applied(commands, keys))


def refuse_unknown(command_id: str, known: Collection[str]) -> None:
    """Raise ConfigError for a command that there is not, with the one that was meant."""
    if command_id not in known:
        near = difflib.get_close_matches(command_id, known, n=1)
        meant = f"Did you mean “{near[0]}”? " if near else ""
        fix = f'{meant}“workout settings {command_id} ""” takes it out of the settings.'
        raise ConfigError(f"There is no command “{command_id}”.", fix, key=command_id)


def applied(commands: Iterable[Command], keys: Mapping[str, str]) -> list[Command]:
    """`commands` with the user's keys, as they are to be shown."""
    return [
        replace(command, key=keys[command.id], shown=_shown(keys[command.id])) if command.id in keys else command
        for command in commands
    ]


def written(keys: Mapping[str, str]) -> dict[str, str]:
    """How the keys of the user are written, for words that name them."""
    return {command_id: _shown(key) for command_id, key in keys.items()}


def in_marks(commands: Iterable[Command], glyphs: Glyphs) -> list[Command]:
    """`commands` with their keys written in the marks of this terminal."""
    marks = {
        "⏎": glyphs.enter,
        "⌫": glyphs.backspace,
        "↑ ↓": glyphs.up_down,
        "← →": glyphs.left_right,
        "–": glyphs.dash,
    }
    marks |= {"…": glyphs.dots}
    return [
        replace(command, shown=_in_marks(command.shown, marks), label=_in_marks(command.label, marks))
        for command in commands
    ]


def for_textual(keys: Mapping[str, str]) -> dict[str, str]:
    """The same as Textual's key map wants it, which splits at commas."""
    return {command_id: "comma" if key == "," else key for command_id, key in keys.items()}


def _in_marks(shown: str, marks: Mapping[str, str]) -> str:
    for mark, written in marks.items():
        shown = shown.replace(mark, written)
    return shown


def _is_key(key: str) -> bool:
    for modifier in _MODIFIERS:
        key = key.removeprefix(modifier)
    return canonical(key).isprintable() and (len(canonical(key)) == 1 or key in _NAMED)


def _refuse_typed(place: str, commands: Iterable[Command], keys: Mapping[str, str], typed: Collection[str]) -> None:
    for command in commands:
        key = canonical(keys.get(command.id, ""))
        if key and key in typed:
            raise ConfigError(
                f"On {place} “{key}” begins a line, so it can't be the key of {command.id}.",
                "Choose another key.",
                key=command.id,
            )


def _refuse_clash(place: str, commands: Sequence[Command]) -> None:
    owners: dict[str, str] = {}
    for command in commands:
        for key in _keys(command):
            owner = owners.setdefault(key, command.id)
            if owner != command.id:
                raise ConfigError(
                    f"On {place} the key “{key}” is wanted by {owner} and by {command.id}.",
                    "Give one of them another key.",
                    key=command.id,
                )


def comes_with(command: Command, key: str) -> bool:
    """Whether a key is one of those a command has when nobody chose another."""
    return canonical(key) in _keys(command)


def _keys(command: Command) -> list[str]:
    return [canonical(key) for key in (command.key.split(",") if len(command.key) > 1 else [command.key])]


def canonical(key: str) -> str:
    """One name for one key: ``?`` and ``question_mark`` are the same."""
    return (key_to_character(key) or key) if len(key) > 1 else key


def _shown(key: str) -> str:
    character = canonical(key)
    return character if len(character) == 1 and not character.isspace() else key if key == "space" else format_key(key)
