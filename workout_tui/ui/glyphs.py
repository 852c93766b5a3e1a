"""The marks that stand beside colours, in two sets: for any modern terminal, and plain ASCII."""

from __future__ import annotations

import locale
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of marks. The names say what a mark means, never how it looks."""

    unicode: bool
    """whether block characters may be used: the big face, the charts, the barbell"""
    done: str
    now: str
    record: str
    up: str
    down: str
    warn: str
    bad: str
    open: str
    skipped: str
    full: str
    """a set that is done, in the list of exercises"""
    empty: str
    day: str
    """a day with training in a calendar"""
    no_day: str
    waiting: str
    sending: str
    offline: str
    checking: str
    """sent, and not yet known whether it arrived"""
    differs: str
    times: str
    minus: str
    dash: str
    dots: str
    prompt: str
    bar: str
    logo: str
    enter: str
    backspace: str
    up_down: str
    left_right: str
    keys: Mapping[str, str] = field(default_factory=dict, hash=False)
    """how the keys are written that the user chose, by the command's id"""

    def key(self, command_id: str, comes_with: str) -> str:
        """How the key of a command is written; `comes_with`: unless the user chose another."""
        return self.keys.get(command_id, comes_with)


UNICODE = Glyphs(
    unicode=True, done="✓", now="▸", record="★", up="▲", down="▼", warn="▲", bad="✗", open="·", skipped="–",
    full="●", empty="○", day="■", no_day="·", waiting="↑", sending="↻", offline="○", checking="◌", differs="≠",
    times="×", minus="−", dash="–", dots="…", prompt="›", bar="▌", logo="┣━━┫", enter="⏎", backspace="⌫",
    up_down="↑↓", left_right="←→",
)  # fmt: skip

ASCII = Glyphs(
    unicode=False, done="v", now=">", record="*", up="^", down="v", warn="!", bad="X", open=".", skipped="-",
    full="#", empty="o", day="#", no_day=".", waiting="^", sending="~", offline="o", checking="?", differs="!=",
    times="x", minus="-", dash="-", dots="..", prompt=">", bar="|", logo="|--|", enter="Enter", backspace="Bksp",
    up_down="Up/Dn", left_right="L/R",
)  # fmt: skip


def choose(setting: str, environment: dict[str, str] | None = None) -> Glyphs:
    """The marks for this terminal.

    Args:
        setting: ``unicode``, ``ascii``, or ``auto``: ASCII on a Linux console and where the locale
            is not UTF-8.
        environment: the environment to look at; the process's own by default.
    """
    if setting != "auto":
        return ASCII if setting == "ascii" else UNICODE
    environment = dict(os.environ) if environment is None else environment
    if environment.get("TERM") == "linux":
        return ASCII
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if environment.get(name):
            return UNICODE if "utf" in environment[name].lower() else ASCII
    return UNICODE if "utf" in locale.getpreferredencoding(False).lower() else ASCII
