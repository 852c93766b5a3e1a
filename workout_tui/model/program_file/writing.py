"""Programs, written as a file that `reading` reads back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.plan import ProgramKind
from workout_tui.model.program import days
from workout_tui.model.written import Frame, Written
from workout_tui.model.written import write as write_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workout_tui.model.load import Load, Unit
    from workout_tui.model.plan import Program, Template, TemplateExercise

_HEAD = """\
# Workouts, to be read by people and by “workout programs --import”.
# 3x5@100 r3:00 +2.5 is three sets of 5 at 100, three minutes of rest, 2.5 more once all reps were made.
"""


def write(programs: Iterable[Program], unit: Unit, training_maxes: Mapping[str, Load] | None = None) -> str:
    """The file.

    Args:
        programs: their live days are written.
        unit: the lifter's; loads in another one say so.
        training_maxes: by the uids of exercises; written where a percentage needs them.
    """
    parts = [_HEAD, f"unit = {_text(unit)}\n"]
    for program in programs:
        parts.append(f"\n[[programs]]\nname = {_text(program.name)}\nkind = {_text(program.kind)}\n")
        parts += [_day(day, unit, training_maxes or {}) for day in days(program)]
    return "".join(parts)


def _day(day: Template, unit: Unit, training_maxes: Mapping[str, Load]) -> str:
    week = f"week = {day.week + 1}\n" if day.program_kind is ProgramKind.PLAN else ""
    exercises = "".join(f"  {_exercise(one, unit, training_maxes)},\n" for one in day.exercises)
    return f"\n[[programs.days]]\nname = {_text(day.name)}\n{week}exercises = [\n{exercises}]\n"


def _exercise(one: TemplateExercise, unit: Unit, training_maxes: Mapping[str, Load]) -> str:
    exercise = one.exercise
    needs_max = any(target.percent10 is not None for target in one.targets)
    written = Written.of(one, training_maxes.get(exercise.uid) if needs_max else None)
    pairs = {"name": exercise.name, "sets": write_line(written, Frame(exercise.measure, unit))}
    if exercise.measure is not Measure.WEIGHT:
        pairs["measure"] = exercise.measure
    if exercise.equipment:
        pairs["equipment"] = exercise.equipment
    return f"{{ {', '.join(f'{key} = {_text(value)}' for key, value in pairs.items() if value)} }}"


def _text(text: str) -> str:
    """A basic string of TOML: as JSON writes it, and without the one control character JSON lets through."""
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")
