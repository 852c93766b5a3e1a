"""The machine's settings: a TOML file that need not exist. A lifter's settings are in the log.

theme = "iron"              # iron, chalk, ember, ansi16
glyphs = "auto"             # auto, unicode, ascii
big_numbers = true          # the current set in large figures
unshifted_digits = ""       # what the keys 1 2 … 9 0 type without shift: on AZERTY &é"'(-è_çà

[keys]                      # a command's key, by the name that the command palette shows
"log.undo" = "z"

[sheet]
api_root = "http://127.0.0.1:8020"   # where Google's Sheets are spoken; for a demo or a proxy
"""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from workout_tui.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tomlkit import TOMLDocument

THEMES = ("iron", "chalk", "ember", "ansi16")
GLYPHS = ("auto", "unicode", "ascii")
API_VARIABLE = "WORKOUT_SHEET_API"
"""Names another place where Google's Sheets are spoken; goes before the settings."""

GOOGLE = "https://sheets.googleapis.com"


@dataclass(frozen=True, slots=True)
class SheetSettings:
    """How the sheet is reached from this machine."""

    api_root: str = GOOGLE


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one machine; the defaults stand where the file says nothing."""

    theme: str = "iron"
    glyphs: str = "auto"
    big_numbers: bool = True
    unshifted_digits: str = ""
    """ten characters, those of the keys 1 2 … 9 0; empty: the digits are unshifted"""
    keys: Mapping[str, str] = field(default_factory=dict)
    """keys the user chose, by the id of the command"""
    sheet: SheetSettings = field(default_factory=SheetSettings)

    def digit(self, character: str) -> str:
        """The digit a key of the unshifted digit row stands for; any other character as it is."""
        place = self.unshifted_digits.find(character) if character else -1
        return character if place < 0 else "1234567890"[place]


def load(path: Path) -> Config:
    """Read the settings; a missing file gives the defaults.

    Raises:
        ConfigError: naming the file, the key and what is allowed.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ConfigError(
            f"The settings file {path} cannot be read: {reason}.", "Make it readable, or remove it."
        ) from error
    return _parse(text, path)


def api_root(config: Config, environment: Mapping[str, str] | None = None) -> str:
    """Where Google's Sheets are spoken, without a slash at its end.

    Raises:
        ConfigError: the variable holds no address that may be used.
    """
    said = (os.environ if environment is None else environment).get(API_VARIABLE, "")
    if said and not _is_api_root(said):
        raise ConfigError(f"{API_VARIABLE} has a value it cannot have.", f"Allowed: {_API_ROOTS}.", key=API_VARIABLE)
    return (said or config.sheet.api_root).rstrip("/")


def change(path: Path, key: str, value: str | bool) -> Config:
    """Set one key in the file, leaving every other line and comment as it is; returns the new settings.

    Raises:
        ConfigError: the value is not allowed, or the file cannot be written.
    """
    wanted = replace(load(path), **{key: _checked(path, key, value)})
    return _rewrite(path, key, wanted, lambda document: document.update({key: value}))


def change_key(path: Path, command_id: str, key: str | None) -> Config:
    """Give a command a key of the user's own, or back the one it had (None); the rest of the file stays as it is.

    Raises:
        ConfigError: the file cannot be written.
    """
    before = load(path)
    others = {known: theirs for known, theirs in before.keys.items() if known != command_id}

    def edit(document: TOMLDocument) -> None:
        table = document.setdefault("keys", {})
        if key is None:
            table.pop(command_id, None)
        else:
            table[command_id] = key

    return _rewrite(
        path, command_id, replace(before, keys=others if key is None else {**others, command_id: key}), edit
    )


def _rewrite(path: Path, key: str, wanted: Config, edit: Callable[[TOMLDocument], None]) -> Config:
    import tomlkit  # noqa: PLC0415 - only a change of the file needs it

    document = tomlkit.parse(path.read_text("utf-8-sig") if path.exists() else "")
    edit(document)
    text = tomlkit.dumps(document)
    if _parse(text, path) != wanted:
        raise ConfigError(f"“{key}” could not be changed in {path}.", "Change it there by hand.", key=key)
    _write(path, text)
    return wanted


def _parse(text: str, path: Path) -> Config:
    import tomllib  # noqa: PLC0415 - most have no settings, and the first paint waits for it

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"The settings file {path} is not valid TOML: {error}.", "Correct that line.") from error
    except RecursionError as error:
        raise ConfigError(f"The settings file {path} is no TOML: brackets without end.", "Correct it.") from error
    values = {key: _checked(path, key, value) for key, value in table.items()}
    if "sheet" in values:
        values["sheet"] = SheetSettings(**values["sheet"])
    return Config(**values)


def _checked(path: Path, key: str, value: Any) -> Any:
    if key not in _RULES:
        near = difflib.get_close_matches(key, _RULES, n=1)
        fix = f"Did you mean “{near[0]}”?" if near else f"Known are: {', '.join(_RULES)}."
        raise ConfigError(f"The settings file {path} has “{key}”, which is no setting.", fix, key=key)
    allowed, holds = _RULES[key]
    if not holds(value):
        raise ConfigError(
            f"In the settings file {path}, “{key}” has a value it cannot have.", f"Allowed: {allowed}.", key=key
        )
    return value


def _one_of(names: tuple[str, ...]) -> tuple[str, Callable[[Any], bool]]:
    return ", ".join(names), lambda value: isinstance(value, str) and value in names


def is_digit_row(value: Any) -> bool:
    """Whether these can be what the keys 1 2 … 9 0 type without shift; empty: they type digits."""
    return isinstance(value, str) and (
        not value or (len(value) == len(set(value)) == 10 and not any(one.isdigit() or one.isspace() for one in value))
    )


def _is_keymap(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) and one for one in value.values())


_API_ROOTS = "an address of https, or of http on this machine, as http://127.0.0.1:8020"


def may_hold_secrets(address: str) -> bool:
    """Whether a token or a key may be sent there: over TLS, or no farther than this machine."""
    try:
        there = urlsplit(address)
        return bool(there.hostname) and (there.scheme == "https" or (there.scheme == "http" and is_here(address)))
    except ValueError:
        return False


def is_here(address: str) -> bool:
    """Whether an address leads to this machine only."""
    return urlsplit(address).hostname in {"127.0.0.1", "::1", "localhost"}


def _is_api_root(value: Any) -> bool:
    return isinstance(value, str) and may_hold_secrets(value)


def _is_sheet(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() <= {"api_root"} and all(map(_is_api_root, value.values()))


_RULES: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "theme": _one_of(THEMES),
    "glyphs": _one_of(GLYPHS),
    "big_numbers": ("true, false", lambda value: isinstance(value, bool)),
    "unshifted_digits": ("ten different characters, those of the keys 1 2 … 9 0, or nothing", is_digit_row),
    "keys": ("a table of commands and their keys", _is_keymap),
    "sheet": (f"a table with api_root, {_API_ROOTS}", _is_sheet),
}


def _write(path: Path, text: str) -> None:
    from workout_tui import private_file  # noqa: PLC0415 - settings are read at every start, and seldom written

    try:
        private_file.write(path.resolve(), text)  # a link leads to where the file is kept, and stays
    except OSError as error:
        raise ConfigError(
            f"The settings file {path} cannot be written: {error.strerror}.", "Check its folder and the rights there."
        ) from error
