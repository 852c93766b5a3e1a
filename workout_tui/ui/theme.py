"""The colour tokens and the themes made of them.

Code and style sheet use only the tokens; what a token means never changes between themes.
Every colour has a glyph and a word beside it, so a terminal without colours loses nothing.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

TOKENS = (
    "background", "card", "card-hi", "line", "ink", "dim", "faint", "now", "now-bg", "on-now",
    "done", "pr", "warn", "bad", "sync", "heat-0", "heat-1", "heat-2", "heat-3", "heat-4",
    "plate-25", "plate-20", "plate-15", "plate-10", "plate-5", "plate-small", "plate-tiny",
)  # fmt: skip
"""
``now`` what ⏎ acts on · ``done`` done, saved, going up · ``pr`` record · ``warn`` needs a look ·
``bad`` blocked, destructive · ``sync`` waiting to be sent · ``ink`` ``dim`` ``faint`` three levels of text ·
``background`` ``card`` ``card-hi`` page, raised, dialog · ``line`` rules, empty marks · ``heat-0…4`` volume.
"""

_DARK_PLATES = "#e5484d #4c8df6 #e6b93c #46a758 #d9d9d9 #e5484d #9aa0a6"
_LIGHT_PLATES = "#e5484d #4c8df6 #e6b93c #46a758 #8d8d8d #e5484d #9aa0a6"


def _palette(colours: str, plates: str) -> dict[str, str]:
    return dict(zip(TOKENS, (colours + " " + plates).split(), strict=True))


PALETTES: dict[str, dict[str, str]] = {
    "iron": _palette(
        "#101214 #171a1d #1f2327 #2d3338 #eceae4 #9ba1a6 #727980 #d3f34b #2b3217 #101214"
        " #5fd0c0 #ffd27d #ec7f45 #ff4a80 #7aa5ff #23282c #1d4b47 #2a746b #3da192 #74dccb",
        _DARK_PLATES,
    ),
    "chalk": _palette(
        "#f7f4ee #fffdf9 #eee9df #dcd5c8 #1d2024 #60656b #7f8288 #456f00 #dcef94 #ffffff"
        " #007885 #7a4700 #cc3a00 #a0004c #2b4ecb #e7e1d5 #bfe0d8 #83c2b5 #3f9a8b #0f665d",
        _LIGHT_PLATES,
    ),
    "ember": _palette(
        "#141110 #1c1816 #26201d #3a312c #f1e9e2 #a99d94 #74695f #ff9a52 #3a2416 #141110"
        " #5ab8a4 #ffd45c #f27bb5 #ff6070 #86b6ff #2a2421 #4a2d1c #7d4520 #b96629 #ff9a52",
        _DARK_PLATES,
    ),
    "ansi16": _palette(
        "ansi_default ansi_default ansi_default ansi_bright_black ansi_default ansi_white ansi_bright_black"
        " ansi_bright_yellow ansi_blue ansi_black ansi_green ansi_bright_magenta ansi_bright_red ansi_bright_red"
        " ansi_bright_cyan ansi_bright_black ansi_blue ansi_cyan ansi_bright_cyan ansi_bright_white",
        "ansi_red ansi_blue ansi_yellow ansi_green ansi_white ansi_red ansi_bright_black",
    ),
}

DEFAULT = "iron"


def _theme(name: str) -> Theme:
    colours = PALETTES[name]
    ansi = name == "ansi16"
    variables = {token: colour for token, colour in colours.items() if token != "background"}
    if ansi:
        variables |= {"ansi-background": "ansi_black", "ansi-foreground": "ansi_white"}
    variables |= {
        "block-cursor-background": colours["now"],
        "block-cursor-foreground": colours["on-now"],
        "input-cursor-background": colours["now"],
        "input-cursor-foreground": colours["on-now"],
        "input-selection-background": colours["now-bg"],
        "scrollbar": colours["line"],
        "scrollbar-background": colours["background"],
        "scrollbar-hover": colours["dim"],
        "scrollbar-active": colours["now"],
    }
    return Theme(
        name=name,
        ansi=ansi,
        dark=name != "chalk",
        primary=colours["now"],
        secondary=colours["sync"],
        accent=colours["now"],
        warning=colours["warn"],
        error=colours["bad"],
        success=colours["done"],
        foreground=colours["ink"],
        background=colours["background"],
        surface=colours["card"],
        panel=colours["card-hi"],
        variables=variables,
    )


def choose(setting: str, environment: Mapping[str, str] | None = None) -> str:
    """The theme for this terminal: one of sixteen colours cannot show the default one.

    Args:
        setting: the theme of the settings.
        environment: the environment to look at; the process's own by default.
    """
    terminal = (os.environ if environment is None else environment).get("TERM", "")
    plain = terminal == "linux" or terminal.endswith("-16color")
    return "ansi16" if plain and setting == DEFAULT else setting


def themes() -> list[Theme]:
    """The program's own themes, to be registered with the app."""
    return [_theme(name) for name in PALETTES]


def defaults() -> dict[str, str]:
    """Values of the tokens for any theme that does not know them, such as Textual's own."""
    return {token: colour for token, colour in PALETTES[DEFAULT].items() if token != "background"}
