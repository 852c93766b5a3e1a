"""What a new log begins with: common exercises and starter programs, read from the package's own data."""

from __future__ import annotations

import re
import tomllib
import uuid
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from workout_tui.model.exercise import Exercise, ExerciseSetting, Measure, name_key
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import Program, ProgramKind, Target, Template, TemplateExercise
from workout_tui.model.slug import slug

if TYPE_CHECKING:
    from workout_tui.clock import Uids
    from workout_tui.logbook.setting_up import SettingUp

_NAMESPACE = uuid.UUID("5f0a9d5e-0c5b-4c52-9c1e-8f6f2b1f7a10")
"""Exercises of the library get their uid from their name, so that two laptops mean the same one."""

_SETS = re.compile(r"(\d+)x(?:(\d+):(\d\d)|(\d+)(?:-(\d+))?)")


@dataclass(frozen=True, slots=True)
class Starter:
    """A program to begin with, and what to say about it."""

    about: str
    """what is in it, short enough for one line beside its name"""
    program: Program


def library() -> tuple[Exercise, ...]:
    """The common exercises. Their uids are the same on every laptop."""
    return tuple(_exercise(name, entry) for name, entry in _toml("exercises.toml")["exercises"].items())


def settings(unit: Unit) -> dict[str, ExerciseSetting]:
    """The step of each exercise of the library, and its bar where it has one of its own, by the exercise's uid."""
    data = _toml("exercises.toml")
    return {_uid(name): _setting(entry, data["steps"], unit) for name, entry in data["exercises"].items()}


def fill_library(logbook: SettingUp, unit: Unit) -> None:
    """Give a new lifter the common exercises, with the steps and bars of their unit."""
    wanted = library()
    there = logbook.add_exercises(wanted)
    uids = {ours.uid: known.uid for ours, known in zip(wanted, there, strict=True)}
    logbook.set_exercise_settings({uids[uid]: setting for uid, setting in settings(unit).items()})


def starters(unit: Unit, uids: Uids) -> tuple[Starter, ...]:
    """The starter programs, loads and steps in `unit`, each ready to be added to a lifter's log."""
    known = {name_key(one.name): one for one in library()}
    names = sorted(one.name for one in files("workout_tui.data").joinpath("programs").iterdir())
    return tuple(_starter(_toml("programs", name), known, unit, uids) for name in names if name.endswith(".toml"))


def targets(text: str, load: Load | None = None) -> tuple[Target, ...]:
    """Read ``3x5``, ``3x8-12``, ``2x0:45``, several with commas between, as one target a set.

    Raises:
        ValueError: for anything else.
    """
    found: list[Target] = []
    for part in text.split(","):
        match = _SETS.fullmatch(part.strip())
        if match is None:
            raise ValueError(f"“{part}” is no number of sets and reps")
        count, minutes, seconds, low, high = match.groups()
        if low is None:
            target = Target(seconds=int(minutes) * 60 + int(seconds), load=load)
        else:
            target = Target(int(low), int(high or low), load)
        found += [target] * int(count)
    return tuple(found)


def _toml(*path: str) -> dict[str, Any]:
    return tomllib.loads(files("workout_tui.data").joinpath(*path).read_text("utf-8"))


def _uid(name: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, name_key(name)))


def _load(pair: list[float] | None, unit: Unit) -> Load | None:
    return None if pair is None else Load(round(pair[unit is Unit.LB] * 1000), unit)


def _setting(entry: dict[str, Any], steps: dict[str, list[float]], unit: Unit) -> ExerciseSetting:
    step = entry.get("step", steps.get(entry["equipment"]))
    return ExerciseSetting(step=_load(step, unit), bar=_load(entry.get("bar"), unit))


def _exercise(name: str, entry: dict[str, Any]) -> Exercise:
    return Exercise(
        uid=_uid(name),
        name=name,
        measure=Measure(entry.get("measure", Measure.WEIGHT)),
        equipment=entry["equipment"],
        muscles=tuple(entry.get("muscles", ())),
        secondary=tuple(entry.get("secondary", ())),
        aliases=tuple(entry.get("aliases", ())),
    )


def _starter(data: dict[str, Any], known: dict[str, Exercise], unit: Unit, uids: Uids) -> Starter:
    program = Program(uids.new(), data["name"], ProgramKind(data["kind"]))
    taken: list[str] = []
    templates = []
    for day, entry in enumerate(data["days"]):
        taken.append(slug(entry["name"], taken))
        templates.append(
            Template(
                uid=uids.new(),
                name=entry["name"],
                slug=taken[-1],
                revision=1,
                program_uid=program.uid,
                program=program.name,
                program_kind=program.kind,
                week=0,
                day=day,
                exercises=tuple(_planned(one, known, unit, uids) for one in entry["exercises"]),
            )
        )
    return Starter(data["about"], Program(program.uid, program.name, program.kind, tuple(templates)))


def _planned(entry: dict[str, Any], known: dict[str, Exercise], unit: Unit, uids: Uids) -> TemplateExercise:
    return TemplateExercise(
        uid=uids.new(),
        exercise=known[name_key(entry["name"])],
        targets=targets(entry["sets"], _load(entry.get("load"), unit)),
        rest_s=entry["rest"],
        superset=entry.get("superset", ""),
        step=_load(entry.get("step"), unit),
        note=entry.get("note", ""),
    )
