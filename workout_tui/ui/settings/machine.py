"""The machine's settings as text: the same way as a lifter's, but kept in the settings file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui import config
from workout_tui.config import GLYPHS, THEMES, Config
from workout_tui.model.preferences import ON_OFF, Preference, on_off, refused

if TYPE_CHECKING:
    from pathlib import Path

_DIGITS = "1234567890"


def _read_digits(one: Config, typed: str) -> Config:
    row = "".join(typed.split())
    if row in {_DIGITS, "none"}:
        row = ""
    if not config.is_digit_row(row):
        raise refused("Ten different characters, none of them a digit.", UNSHIFTED_DIGITS)
    return replace(one, unshifted_digits=row)


THEME: Preference[Config] = Preference(
    "theme", "Theme", "the colours", ", ".join(THEMES),
    lambda one: one.theme, lambda one, typed: replace(one, theme=typed), THEMES,
)  # fmt: skip
GLYPH_SET: Preference[Config] = Preference(
    "glyphs", "Marks", "auto looks at the terminal", ", ".join(GLYPHS),
    lambda one: one.glyphs, lambda one, typed: replace(one, glyphs=typed), GLYPHS,
)  # fmt: skip
BIG_NUMBERS: Preference[Config] = Preference(
    "big_numbers", "Big numbers", "to be read from the bench", "on or off",
    lambda one: on_off(one.big_numbers), lambda one, typed: replace(one, big_numbers=typed == "on"), ON_OFF,
)  # fmt: skip
UNSHIFTED_DIGITS: Preference[Config] = Preference(
    "unshifted_digits", "Digit row", "what 1 to 0 type without shift", "ten characters, those of the keys 1 to 0",
    lambda one: " ".join(one.unshifted_digits or _DIGITS), _read_digits,
)  # fmt: skip

MACHINE = (THEME, GLYPH_SET, BIG_NUMBERS, UNSHIFTED_DIGITS)
"""The machine's settings, in the order in which they are shown."""


def change(path: Path, one: Preference[Config], typed: str) -> Config:
    """Give a setting the value that was typed and keep it in the file; returns all settings as they then stand.

    Raises:
        InvalidEntry: it cannot have this value.
        ConfigError: the file cannot be read or written.
    """
    wanted = one.changed(config.load(path), typed)
    return config.change(path, one.name, getattr(wanted, one.name))
