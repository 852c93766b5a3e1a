"""A whole log as one JSON file: every field of the model travels, and comes back as it was.

Loads and distances stand as they are said, “102.5 kg”, exercises within workouts by their uid, days as
ISO dates, moments as UTC milliseconds. What has its usual value is left out. A file is read strictly:
what is not understood is refused, and never half taken in.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from workout_tui.errors import ImportProblem
from workout_tui.model import exercise, lifter, load, plan, session, whole
from workout_tui.model.exercise import Exercise
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit, milli
from workout_tui.model.whole import WholeLog
from workout_tui.transfer.telling import count

if TYPE_CHECKING:
    from pathlib import Path

    from workout_tui.model.whole import WholeTaken

FORMAT = "workout"
VERSION = 1

_FIX = "Export it again with “workout export --whole”."
_UNITS: dict[type[Load] | type[Distance], type[StrEnum]] = {Load: Unit, Distance: DistanceUnit}
_NAMES = {
    name: value
    for module in (exercise, lifter, load, plan, session, whole)
    for name, value in vars(module).items()
    if isinstance(value, type)
} | {"date": date, "Mapping": Mapping}


def write(log: WholeLog) -> str:
    """The file of a log."""
    everything = {"format": FORMAT, "version": VERSION, **_fields(log)}
    everything["exercises"] = [_fields(one) for one in log.exercises]
    return json.dumps(everything, ensure_ascii=True, indent=1) + "\n"


def recognises(path: Path) -> bool:
    """Whether a file says that it is a whole log; one that cannot be read is left to other readers."""
    try:
        with path.open("rb") as file:
            return file.read(200).lstrip().startswith(b'{\n "format": "workout"')
    except OSError:
        return False


def read(path: Path) -> WholeLog:
    """Read a file back.

    Raises:
        ImportProblem: it cannot be read, is damaged, or a newer program wrote it.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ImportProblem(f"{path} cannot be read: {error.strerror}.", "Check the name and the rights.") from error
    except (ValueError, RecursionError) as error:
        raise ImportProblem(f"{path.name} is no complete JSON file.", _FIX) from error
    try:
        version = found.pop("version", None)
        if isinstance(version, int) and version > VERSION:
            raise ImportProblem(f"{path.name} was written by a newer workout.", "Update this program.")
        _expect(found.pop("format", None) == FORMAT and version == VERSION, "format")
        return _Reader(found).log()
    except _Misfit as misfit:
        raise ImportProblem(f"{path.name} is not as this program writes it: see “{misfit}”.", _FIX) from misfit


def words(taken: WholeTaken) -> str:
    """What became of a log that was taken in."""
    counted = {"workout": taken.sessions, "set": taken.sets, "exercise": taken.exercises, "program": taken.programs}
    counted["template"] = taken.templates
    new = ", ".join(count(number, name) for name, number in counted.items() if number)
    known = taken.sessions_known
    here = f"{count(known, 'workout')} {'was' if known == 1 else 'were'} here already" if known else ""
    return f"{taken.lifter.name}: {'; '.join(filter(None, (new and f'{new} added', here))) or 'nothing new'}."


class _Misfit(ValueError):
    """Something in the file is not what it should be; its words say where."""


def _expect(holds: bool, where: str) -> None:
    if not holds:
        raise _Misfit(where)


def _fields(one: Any) -> dict[str, Any]:
    """A value of the model by its fields, without those that have their usual value."""
    return {
        field.name: _plain(value)
        for field in dataclasses.fields(one)
        if (value := getattr(one, field.name)) != field.default
    }


def _plain(value: Any) -> Any:
    """What stands for a value in JSON."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, Load | Distance | Exercise):
        return _fields(value)
    return _word(value)


def _word(value: Any) -> str | int | None:
    """What stands for a value in one word."""
    match value:
        case Load() | Distance():
            return str(value)
        case Exercise():
            return value.uid
        case date():
            return value.isoformat()
        case StrEnum():
            return value.value
    found: str | int | None = value
    return found


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The types of the fields of a value of the model. They are imported for types only, so their names are ours."""
    return get_type_hints(kind, localns=_NAMES)


class _Reader:
    """Reads one file, by the types of the model's fields."""

    def __init__(self, found: dict[str, Any]) -> None:
        self._found = found
        self._library: dict[str, Exercise] = {}

    def log(self) -> WholeLog:
        """The log of the file."""
        library = self._found.pop("exercises", None)
        _expect(isinstance(library, list), "exercises")
        for one in library or []:
            read = self._value(Exercise, one, "exercises")
            self._library[read.uid] = read
        self._found["exercises"] = list(self._library)
        log: WholeLog = self._value(WholeLog, self._found, "file")
        homes = {program.uid for program in log.programs}
        templates = {one.uid for program in log.programs for one in program.templates} | {log.empty.uid}
        _expect(log.empty.program_uid in homes and log.empty.reserved, "empty")
        _expect(all(one.program_uid == home.uid for home in log.programs for one in home.templates), "programs")
        _expect(all(one.slot.template_uid in templates for one in log.sessions), "sessions")
        _expect(log.settings.keys() <= self._library.keys(), "settings")
        sessions = {one.uid for one in log.sessions}
        _expect(all(one.session_uid in sessions for brought in log.imports for one in brought.sessions), "imports")
        return log

    def _value(self, kind: Any, found: Any, where: str) -> Any:
        """A value of a type, from what stands for it in JSON."""
        origin = get_origin(kind)
        if origin is types.UnionType:
            return None if found is None else self._value(get_args(kind)[0], found, where)
        if origin in {tuple, Mapping}:
            return self._several(kind, found, where)
        if kind is Exercise and isinstance(found, str):
            _expect(found in self._library, where)
            return self._library[found]
        if dataclasses.is_dataclass(kind) and kind not in _UNITS:
            return self._object(kind, found, where)
        return _measured(kind, found, where) if kind in _UNITS else _scalar(kind, found, where)

    def _object(self, kind: Any, found: Any, where: str) -> Any:
        hints = _hints(kind)
        _expect(isinstance(found, dict) and found.keys() <= hints.keys(), where)
        try:
            return kind(**{name: self._value(hints[name], one, name) for name, one in found.items()})
        except TypeError as error:  # a field without a usual value is missing
            raise _Misfit(where) from error

    def _several(self, kind: Any, found: Any, where: str) -> tuple[Any, ...] | dict[str, Any]:
        parts = get_args(kind)
        if get_origin(kind) is Mapping:
            _expect(isinstance(found, dict), where)
            return {key: self._value(parts[1], one, where) for key, one in found.items()}
        _expect(isinstance(found, list), where)
        if parts[-1] is Ellipsis:
            return tuple(self._value(parts[0], one, where) for one in found)
        _expect(len(found) == len(parts), where)
        return tuple(self._value(part, one, where) for part, one in zip(parts, found, strict=True))


def _measured(kind: Any, found: Any, where: str) -> Any:
    _expect(isinstance(found, str), where)
    try:
        number, unit = found.split(" ")
        return kind(milli(number), _UNITS[kind](unit))
    except ValueError as error:
        raise _Misfit(where) from error


def _scalar(kind: Any, found: Any, where: str) -> Any:
    if isinstance(kind, type) and issubclass(kind, StrEnum | date):
        _expect(isinstance(found, str), where)
        try:
            return kind.fromisoformat(found) if issubclass(kind, date) else kind(found)
        except ValueError as error:
            raise _Misfit(where) from error
    _expect(type(found) is kind, where)
    return found
