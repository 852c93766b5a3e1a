"""What the system knows about its user: a name and a unit to begin with."""

from __future__ import annotations

import getpass
import locale
from typing import TYPE_CHECKING

from workout_tui.model.load import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

_POUNDS = ("US", "LR", "MM")
_LOCALE_VARIABLES = ("LC_ALL", "LC_MEASUREMENT", "LANG")


def name() -> str:
    """The user's name as the system has it; empty when it has none."""
    try:
        return getpass.getuser().strip().capitalize()
    except (OSError, KeyError):  # no entry for this user: a bare container
        return ""


def unit(environment: Mapping[str, str]) -> Unit:
    """Pounds where people weigh in pounds, else kilograms, by the environment's locale."""
    text = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "")
    text = text or (locale.getlocale()[0] or "")
    country = text.partition(".")[0].partition("@")[0].rpartition("_")[2]
    return Unit.LB if country in _POUNDS else Unit.KG
