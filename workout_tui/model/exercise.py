"""Exercises: what is lifted, and how its sets are counted."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workout_tui.model.load import DistanceUnit, Load, Unit


class Measure(StrEnum):
    """How the sets of an exercise are counted."""

    WEIGHT = "weight"
    """load × reps"""
    BODYWEIGHT = "bodyweight"
    """reps, with load added (+) or taken off by assistance (−)"""
    TIME = "time"
    """a duration, with a load or without"""
    DISTANCE = "distance"
    """a distance, with a duration or without"""


def name_key(name: str) -> str:
    """The form under which two names are one: case, width and inner spaces do not matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise, shared by all lifters of a log."""

    uid: str
    name: str
    measure: Measure = Measure.WEIGHT
    equipment: str = ""
    """barbell, dumbbell, machine, cable, kettlebell, bodyweight, band, other or nothing"""
    muscles: tuple[str, ...] = ()
    """the muscle groups it works first"""
    secondary: tuple[str, ...] = ()
    """the muscle groups it works besides"""
    aliases: tuple[str, ...] = ()
    archived: bool = False


class LoadOf(StrEnum):
    """What a typed load is the load of."""

    TOTAL = "total"
    """all that is lifted"""
    EACH = "each"
    """one dumbbell of two, or one side"""


@dataclass(frozen=True, slots=True)
class ExerciseSetting:
    """What one lifter has settled for an exercise. None: the lifter's default."""

    note: str = ""
    """a standing note, “seat 4”, shown whenever the exercise is on"""
    step: Load | None = None
    bar: Load | None = None
    rest_s: int | None = None
    unit: Unit | None = None
    distance_unit: DistanceUnit | None = None
    training_max: Load | None = None
    """what the percentages of templates are of"""
    load_of: LoadOf | None = None
    """whether 40 is one dumbbell or both; None: not settled, and nothing is said of it"""
    by_side: bool | None = None
    """whether the reps typed are those of each side, left and right in turn"""
