"""What a new log begins with: common exercises and starter programs, read from the package's own data."""

from __future__ import annotations

import tomllib
import uuid
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from workout_tui.model import program_file
from workout_tui.model.exercise import Exercise, ExerciseSetting, Measure, name_key
from workout_tui.model.load import Load, Unit
from workout_tui.model.slug import slug

if TYPE_CHECKING:
    from workout_tui.clock import Uids
    from workout_tui.logbook.setting_up import SettingUp
    from workout_tui.model.plan import Program

_NAMESPACE = uuid.UUID("5f0a9d5e-0c5b-4c52-9c1e-8f6f2b1f7a10")
"""Exercises of the library get their uid from their name, so that two laptops mean the same one."""


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
    folder = files("workout_tui.data").joinpath("programs")
    texts = [one.read_text("utf-8") for one in sorted(folder.iterdir(), key=lambda one: one.name) if _is_toml(one.name)]
    known = library()
    return tuple(
        Starter(one.about, _identified(one.program, uids))
        for text in texts
        for one in program_file.read(text, known, unit)
    )


def _is_toml(name: str) -> bool:
    return name.endswith(".toml")


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


def _identified(program: Program, uids: Uids) -> Program:
    """The program with uids of its own, and slugs for its days."""
    uid = uids.new()
    taken: list[str] = []
    templates = []
    for day in program.templates:
        taken.append(slug(day.name, taken))
        exercises = tuple(replace(one, uid=uids.new()) for one in day.exercises)
        templates.append(replace(day, uid=uids.new(), slug=taken[-1], program_uid=uid, exercises=exercises))
    return replace(program, uid=uid, templates=tuple(templates))
