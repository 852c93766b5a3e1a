"""What can be settled of an exercise, as text: how it is shown, how what is typed is read, why it cannot be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.model.exercise import Exercise, ExerciseSetting, LoadOf, Measure, name_key
from workout_tui.model.load import DistanceUnit, Load, Unit
from workout_tui.model.preferences import Preference, minutes, read_seconds, refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST_NAME = 80
EQUIPMENT = ("barbell", "dumbbell", "machine", "cable", "kettlebell", "bodyweight", "band", "other", "none")
MEASURES = {
    Measure.WEIGHT: "weight × reps",
    Measure.BODYWEIGHT: "bodyweight × reps",
    Measure.TIME: "time",
    Measure.DISTANCE: "distance",
}
"""how the sets of an exercise are counted, in words"""
_AUTO = "auto"
_MOST_NAMES, _LONGEST_NOTE = 12, 200
_HEAVIEST, _HEAVIEST_MAX = 100_000, 2_000_000
_LONGEST_REST_S = 3600
_LOADS_OF = {None: "not said", LoadOf.TOTAL: "all of it", LoadOf.EACH: "each dumbbell or side"}
_SIDES = {None: "not said", False: "both sides at once", True: "each side in turn"}


@dataclass(frozen=True, slots=True)
class Settled:
    """An exercise, and what one lifter settled for it."""

    exercise: Exercise
    setting: ExerciseSetting
    unit: Unit
    """the lifter's own, for loads typed without one"""

    @property
    def load_unit(self) -> Unit:
        """In which a load of this exercise is typed."""
        return self.setting.unit or self.unit


Field = Preference[Settled]


def _exercise(name: str) -> Callable[[Settled, object], Settled]:
    """A function that puts a value into a field of the exercise."""
    return lambda one, value: replace(one, exercise=replace(one.exercise, **{name: value}))  # type: ignore[arg-type]


def _setting(name: str) -> Callable[[Settled, object], Settled]:
    """A function that puts a value into a field of what is settled."""
    return lambda one, value: replace(one, setting=replace(one.setting, **{name: value}))  # type: ignore[arg-type]


def _read_name(one: Settled, typed: str) -> Settled:
    if not typed:
        raise InvalidEntry("An exercise needs a name.", "Type one.", field="name")
    if len(typed) > LONGEST_NAME:
        raise InvalidEntry("The name is too long.", f"At most {LONGEST_NAME} letters.", field="name")
    old = one.exercise
    if name_key(typed) == name_key(old.name):
        return _exercise("name")(one, typed)
    # Files of other programs, and fingers, go on to use the old name.
    aliases = [alias for alias in (*old.aliases, old.name) if name_key(alias) != name_key(typed)]
    return replace(one, exercise=replace(old, name=typed, aliases=tuple(aliases)))


def _names(typed: str, field: Field) -> tuple[str, ...]:
    """Names with commas between, each once."""
    found = {name_key(name): " ".join(name.split()) for name in typed.split(",") if name.strip()}
    if typed.casefold() in {"", "none"}:
        return ()
    if len(found) > _MOST_NAMES or any(len(name) > LONGEST_NAME for name in found.values()):
        raise refused(f"At most {_MOST_NAMES} names, each of {LONGEST_NAME} letters.", field)
    return tuple(found.values())


def _read_muscles(one: Settled, typed: str) -> Settled:
    muscles = _names(typed.casefold(), MUSCLES)
    besides = tuple(muscle for muscle in one.exercise.secondary if muscle not in muscles)
    return replace(one, exercise=replace(one.exercise, muscles=muscles, secondary=besides))


def _read_besides(one: Settled, typed: str) -> Settled:
    besides = _names(typed.casefold(), BESIDES)
    first = tuple(muscle for muscle in one.exercise.muscles if muscle not in besides)
    return replace(one, exercise=replace(one.exercise, muscles=first, secondary=besides))


def _read_aliases(one: Settled, typed: str) -> Settled:
    names = _names(typed, ALSO)
    return _exercise("aliases")(one, tuple(name for name in names if name_key(name) != name_key(one.exercise.name)))


def _load(one: Settled, typed: str, field: Field, most: int) -> Load | None:
    if typed.casefold() in {"", _AUTO, "none"}:
        return None
    try:
        load = Load.written(typed, one.load_unit)
    except ValueError:
        raise refused(f"“{typed}” is no weight.", field) from None
    if not 0 <= load.milli <= most or (load.milli == 0 and field is not BAR):
        raise refused(f"{load} cannot be.", field)
    return load


def _read_rest(one: Settled, typed: str) -> Settled:
    if typed.casefold() in {"", _AUTO}:
        return _setting("rest_s")(one, None)
    seconds = read_seconds(typed)
    if seconds is None or seconds > _LONGEST_REST_S:
        raise refused(f"“{typed}” is no rest.", REST)
    return _setting("rest_s")(one, seconds)


def _read_note(one: Settled, typed: str) -> Settled:
    if len(typed) > _LONGEST_NOTE:
        raise refused("The note is too long.", NOTE)
    return _setting("note")(one, typed)


def _any(choices: Iterable[str]) -> str:
    """What can be chosen, in words."""
    *first, last = choices
    return f"{', '.join(first)} or {last}"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "none"


NAME: Field = Preference(
    "name", "Name", "the old one is kept as another name", f"up to {LONGEST_NAME} letters",
    lambda one: one.exercise.name, _read_name,
)  # fmt: skip
MEASURE: Field = Preference(
    "measure", "Counted as", "can change until the first set", _any(MEASURES.values()),
    lambda one: MEASURES[one.exercise.measure],
    lambda one, typed: _exercise("measure")(one, next(kind for kind, words in MEASURES.items() if words == typed)),
    tuple(MEASURES.values()),
)  # fmt: skip
EQUIPMENT_FIELD: Field = Preference(
    "equipment", "Equipment", "", _any(EQUIPMENT), lambda one: one.exercise.equipment or "none",
    lambda one, typed: _exercise("equipment")(one, "" if typed == "none" else typed), EQUIPMENT,
)  # fmt: skip
MUSCLES: Field = Preference(
    "muscles", "Muscles", "a set counts whole to these", "muscles with commas between",
    lambda one: _listed(one.exercise.muscles), _read_muscles,
)  # fmt: skip
BESIDES: Field = Preference(
    "besides", "Besides", "a set counts half to these", "muscles with commas between",
    lambda one: _listed(one.exercise.secondary), _read_besides,
)  # fmt: skip
ALSO: Field = Preference(
    "also", "Also called", "found by these, and imported under them", "names with commas between",
    lambda one: _listed(one.exercise.aliases), _read_aliases,
)  # fmt: skip
UNIT: Field = Preference(
    "unit", "Unit", "of loads typed without one; auto: your own", "auto, kg or lb",
    lambda one: one.setting.unit or _AUTO,
    lambda one, typed: _setting("unit")(one, None if typed == _AUTO else Unit(typed)), (_AUTO, *Unit),
)  # fmt: skip
DISTANCE_UNIT: Field = Preference(
    "distance_unit", "Distance in", "auto: as typed last", "auto, m, km, mi, yd or ft",
    lambda one: one.setting.distance_unit or _AUTO,
    lambda one, typed: _setting("distance_unit")(one, None if typed == _AUTO else DistanceUnit(typed)),
    (_AUTO, *DistanceUnit),
)  # fmt: skip
LOAD_OF: Field = Preference(
    "load_of", "Load typed", "is 40 one dumbbell or both?", _any(_LOADS_OF.values()),
    lambda one: _LOADS_OF[one.setting.load_of],
    lambda one, typed: _setting("load_of")(one, next(of for of, words in _LOADS_OF.items() if words == typed)),
    tuple(_LOADS_OF.values()),
)  # fmt: skip
SIDES: Field = Preference(
    "sides", "Reps typed", "left and right", _any(_SIDES.values()), lambda one: _SIDES[one.setting.by_side],
    lambda one, typed: _setting("by_side")(one, next(of for of, words in _SIDES.items() if words == typed)),
    tuple(_SIDES.values()),
)  # fmt: skip
STEP: Field = Preference(
    "step", "Step of + and −", "auto: your own", "a weight such as 2.5, or auto",
    lambda one: str(one.setting.step or _AUTO),
    lambda one, typed: _setting("step")(one, _load(one, typed, STEP, _HEAVIEST)),
)  # fmt: skip
BAR: Field = Preference(
    "bar", "Bar", "what the empty bar weighs; auto: your usual one", "a weight such as 15, 0, or auto",
    lambda one: str(one.setting.bar or _AUTO),
    lambda one, typed: _setting("bar")(one, _load(one, typed, BAR, _HEAVIEST)),
)  # fmt: skip
MAX: Field = Preference(
    "training_max", "Training max", "what the percentages of a program are of", "a weight such as 140, or none",
    lambda one: str(one.setting.training_max or "none"),
    lambda one, typed: _setting("training_max")(one, _load(one, typed, MAX, _HEAVIEST_MAX)),
)  # fmt: skip
REST: Field = Preference(
    "rest", "Rest", "auto: the workout’s, or your own", "a time such as 3:00, 90s or 2min, or auto",
    lambda one: _AUTO if one.setting.rest_s is None else minutes(one.setting.rest_s), _read_rest,
)  # fmt: skip
NOTE: Field = Preference(
    "note", "Standing note", "shown whenever it is on: seat 4, elbows in", f"up to {_LONGEST_NOTE} letters",
    lambda one: one.setting.note, _read_note,
)  # fmt: skip

SHARED = (NAME, MEASURE, EQUIPMENT_FIELD, MUSCLES, BESIDES, ALSO)
"""What all lifters of a log share."""
OWN = (NOTE, UNIT, DISTANCE_UNIT, LOAD_OF, SIDES, STEP, BAR, MAX, REST)
"""What each lifter settles for themselves."""
FIELDS = {one.name: one for one in (*SHARED, *OWN)}

_NOT_FOR = {
    Measure.WEIGHT: {DISTANCE_UNIT},
    Measure.BODYWEIGHT: {DISTANCE_UNIT, LOAD_OF, BAR, MAX},
    Measure.TIME: {DISTANCE_UNIT, MAX, STEP},
    Measure.DISTANCE: {MAX, STEP, SIDES, BAR},
}


def own(measure: Measure) -> tuple[Field, ...]:
    """What there is to settle of an exercise that is counted so."""
    return tuple(one for one in OWN if one not in _NOT_FOR[measure])
