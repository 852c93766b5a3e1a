"""A lifter's settings as text: how each is shown, how what is typed is read, and why it cannot be.

The settings screen and the command line share these words, so what one takes the other takes too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from workout_tui.errors import InvalidEntry
from workout_tui.model.load import Load, Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.model.lifter import Lifter

T = TypeVar("T")

ON_OFF = ("on", "off")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST_NAME = 40
_LONGEST_REST_S = 3600
_MOST_A_WEEK = 14
_HEAVIEST_STEP = 100_000
_MINUTES = re.compile(r"(\d{1,2}):([0-5]\d)$|(\d{1,4})\s*(s|sec|min|m)?$")
_SURELY_SECONDS = 15
"""a bare number from here on is seconds; a smaller one may as well be minutes"""


@dataclass(frozen=True, slots=True)
class Preference(Generic[T]):
    """One setting of `T`: its names, and the way between its value and text."""

    name: str
    """on the command line"""
    label: str
    """on the screen"""
    about: str
    """what it is for, in a few words"""
    allowed: str
    """what can be typed"""
    show: Callable[[T], str]
    read: Callable[[T, str], T]
    """`T` with what was typed; raises InvalidEntry with the reason"""
    choices: tuple[str, ...] = ()
    """all values there are, when they are few"""

    def changed(self, whole: T, text: str) -> T:
        """`whole` with this setting as typed.

        Raises:
            InvalidEntry: it cannot be that; the words say what it can be.
        """
        typed = " ".join(text.split())
        if self.choices:
            typed = _chosen(self, typed)
        return self.read(whole, typed)


def on_off(value: bool) -> str:
    """How a switch is shown."""
    return "on" if value else "off"


def minutes(seconds: int) -> str:
    """A rest as it is shown and typed, an hour too: ``3:00``, ``60:00``."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def refused(reason: str, setting: Preference[T]) -> InvalidEntry:
    """The error for a value that a setting cannot have."""
    return InvalidEntry(reason, f"{setting.label} can be {setting.allowed}.", field=setting.name)


def _chosen(setting: Preference[T], typed: str) -> str:
    """The choice that what was typed begins."""
    key = typed.casefold()
    same = {"true": "on", "yes": "on", "false": "off", "no": "off"}.get(key, key)
    fits = [one for one in setting.choices if one.casefold().startswith(same)]
    exact = [one for one in fits if one.casefold() == same]
    found = exact or fits
    if not key or len(found) != 1:
        raise refused(f"“{typed}” is none of them." if key else "Something has to stand here.", setting)
    return found[0]


def _read_name(lifter: Lifter, typed: str) -> Lifter:
    if not typed:
        raise InvalidEntry("A lifter needs a name.", "Type one.", field="name")
    if len(typed) > LONGEST_NAME:
        raise InvalidEntry("The name is too long.", f"At most {LONGEST_NAME} letters.", field="name")
    return replace(lifter, name=typed)


def _read_step(lifter: Lifter, typed: str) -> Lifter:
    if typed.casefold() in {"", "auto"}:
        return replace(lifter, step=None)
    try:
        step = Load.written(typed, lifter.unit)
    except ValueError:
        raise refused(f"“{typed}” is no weight.", STEP) from None
    if not 0 < step.milli <= _HEAVIEST_STEP:
        raise refused(f"{step} is no step.", STEP)
    return replace(lifter, step=step)


def _read_rest(lifter: Lifter, typed: str) -> Lifter:
    seconds = read_seconds(typed)
    if seconds is None:
        bare = typed.isdecimal()
        reason = f"{typed} seconds, or minutes?" if bare else f"“{typed}” is no time."
        raise refused(reason, REST)
    if seconds > _LONGEST_REST_S:
        raise refused(f"{minutes(seconds)} is longer than an hour.", REST)
    return replace(lifter, rest_s=seconds)


def read_seconds(typed: str) -> int | None:
    """Seconds from ``3:00``, ``90``, ``90s`` or ``3min``; None for anything else, small bare numbers too."""
    match = _MINUTES.match(typed.strip())
    if match is None:
        return None
    minutes, seconds, number, unit = match.groups()
    if minutes is not None:
        return int(minutes) * 60 + int(seconds)
    if unit is None and 0 < int(number) < _SURELY_SECONDS:
        return None
    return int(number) * (60 if unit in {"min", "m"} else 1)


def _read_hour(lifter: Lifter, typed: str) -> Lifter:
    hour = typed.removesuffix(":00")
    if not (hour.isdecimal() and len(hour) <= 2 and int(hour) < 24):
        raise refused(f"“{typed}” is no hour.", DAY_START)
    return replace(lifter, day_start=int(hour))


def _read_goal(lifter: Lifter, typed: str) -> Lifter:
    if typed.casefold() in {"", "none", "0"}:
        return replace(lifter, week_goal=None)
    if not (typed.isdecimal() and len(typed) <= 2 and int(typed) <= _MOST_A_WEEK):
        raise refused(f"“{typed}” is no number of workouts.", WEEK_GOAL)
    return replace(lifter, week_goal=int(typed))


NAME = Preference(
    "name", "Name", "whose log this is", f"up to {LONGEST_NAME} letters", lambda one: one.name, _read_name
)
UNIT: Preference[Lifter] = Preference(
    "unit", "Unit", "of weights typed without one", "kg or lb",
    lambda one: one.unit.value, lambda one, typed: replace(one, unit=Unit(typed)), tuple(Unit),
)  # fmt: skip
STEP: Preference[Lifter] = Preference(
    "step", "Step of + and −", "where an exercise has none of its own", "a weight such as 2.5, or auto",
    lambda one: str(one.step) if one.step else "auto", _read_step,
)  # fmt: skip
REST: Preference[Lifter] = Preference(
    "rest", "Rest", "where a workout says none", "a time such as 3:00, 90s or 2min",
    lambda one: minutes(one.rest_s), _read_rest,
)  # fmt: skip
REST_AUTO: Preference[Lifter] = Preference(
    "rest_auto", "Rest starts by itself", "when a set is logged", "on or off",
    lambda one: on_off(one.rest_auto), lambda one, typed: replace(one, rest_auto=typed == "on"), ON_OFF,
)  # fmt: skip
BELL: Preference[Lifter] = Preference(
    "bell", "Bell", "when the rest is over", "on or off",
    lambda one: on_off(one.bell), lambda one, typed: replace(one, bell=typed == "on"), ON_OFF,
)  # fmt: skip
WEEK_GOAL: Preference[Lifter] = Preference(
    "week_goal", "Workouts a week", "what Home counts towards", f"a number up to {_MOST_A_WEEK}, or none",
    lambda one: str(one.week_goal or "none"), _read_goal,
)  # fmt: skip
WEEK_START: Preference[Lifter] = Preference(
    "week_start", "Week starts", "on this day", "a day of the week",
    lambda one: WEEKDAYS[one.week_start - 1],
    lambda one, typed: replace(one, week_start=WEEKDAYS.index(typed) + 1), WEEKDAYS,
)  # fmt: skip
DAY_START: Preference[Lifter] = Preference(
    "day_start", "Day starts", "for those who train past midnight", "an hour from 0:00 to 23:00",
    lambda one: f"{one.day_start}:00", _read_hour,
)  # fmt: skip

LIFTER = (NAME, UNIT, STEP, REST, REST_AUTO, BELL, WEEK_GOAL, WEEK_START, DAY_START)
"""A lifter's settings, in the order in which they are shown."""
