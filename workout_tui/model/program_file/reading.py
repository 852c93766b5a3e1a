"""A file of programs, read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.model.exercise import Exercise, Measure, name_key
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import Program, ProgramKind, Template, TemplateExercise
from workout_tui.model.program_file.entries import Entries
from workout_tui.model.written import Frame
from workout_tui.model.written import read as read_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class FromFile:
    """A program of a file. Its uids are empty: they are made when it is added to a log."""

    program: Program
    about: str = ""
    """what is in it, for one line beside its name"""
    training_maxes: tuple[tuple[str, Load], ...] = ()
    """by the names of exercises"""


def read(text: str, known: Iterable[Exercise], unit: Unit) -> tuple[FromFile, ...]:
    """Read a file.

    Args:
        text: what stands in it.
        known: the library; exercises are found in it by name or alias.
        unit: what the lifter lifts in: where a line for pounds stands beside it, that one is taken.

    Raises:
        InvalidEntry: it is no such file; the words name the place and what would be right.
    """
    if len(text) > _MOST_BYTES:
        raise InvalidEntry("This file is too large for programs.", "Choose another file.", field="file")
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        why = error if isinstance(error, tomllib.TOMLDecodeError) else "brackets without end"
        raise InvalidEntry(f"This is no TOML file: {why}.", "Look at an exported file.", field="file") from error
    whole = Entries(table, "The file")
    reader = _Reader(_by_name(known), whole.one_of("unit", Unit, unit), unit)
    programs = whole.list("programs")
    whole.close()
    if not programs:
        raise InvalidEntry("There is no program in this file.", "It begins with [[programs]].", field="programs")
    return tuple(reader.program(Entries(one, f"Program {n}")) for n, one in enumerate(programs, 1))


def _by_name(known: Iterable[Exercise]) -> dict[str, Exercise]:
    found: dict[str, Exercise] = {}
    for one in known:
        for name in (one.name, *one.aliases):
            found.setdefault(name_key(name), one)
    return found


class _Reader:
    """Reads programs against a library; training maxes are gathered on the way."""

    def __init__(self, known: Mapping[str, Exercise], unit: Unit, own: Unit) -> None:
        self._known = dict(known)
        self._unit = unit
        self._own = own
        self._maxes: dict[str, Load] = {}

    def program(self, entries: Entries) -> FromFile:
        """One program with its days."""
        self._maxes = {}
        name = entries.where = entries.text("name")
        about = entries.text("about", "")
        program = Program("", name, entries.one_of("kind", ProgramKind, ProgramKind.LOOSE))
        days = entries.list("days")
        entries.close()
        templates: list[Template] = []
        for n, one in enumerate(days, 1):
            day = self._day(Entries(one, f"{name}, day {n}"), program)
            place = sum(other.week == day.week for other in templates)
            templates.append(replace(day, day=place))
        return FromFile(replace(program, templates=tuple(templates)), about, tuple(self._maxes.items()))

    def _day(self, entries: Entries, program: Program) -> Template:
        name = entries.where = entries.text("name")
        week = entries.number("week", 1) - 1
        if week and program.kind is not ProgramKind.PLAN:
            raise entries.fault("week", "kind = “plan” for a program of several weeks")
        exercises = entries.list("exercises")
        entries.close()
        return Template(
            uid="",
            name=name,
            slug="",
            revision=1,
            program_uid="",
            program=program.name,
            program_kind=program.kind,
            week=week,
            day=0,
            exercises=tuple(
                self._exercise(Entries(one, f"{name}, exercise {n}")) for n, one in enumerate(exercises, 1)
            ),
        )

    def _exercise(self, entries: Entries) -> TemplateExercise:
        name = entries.text("name")
        entries.where = f"{entries.where.partition(',')[0]}, {name}"
        measure = entries.one_of("measure", Measure, Measure.WEIGHT)
        equipment = entries.text("equipment", "")
        exercise = self._known.setdefault(name_key(name), Exercise("", name, measure, equipment))
        line, pounds = entries.text("sets", ""), entries.text("lb", "")
        entries.close()
        in_pounds = bool(pounds) and self._own is Unit.LB
        frame = Frame(exercise.measure, Unit.LB if in_pounds else self._unit)
        found = read_line(pounds if in_pounds else line, frame)
        if found.problem is not None:
            problem = found.problem
            raise InvalidEntry(f"{entries.where}: {problem.message}.", f"{problem.fix}.", field="sets", at=problem.at)
        written = found.written
        if written.training_max is not None:
            self._maxes[exercise.name] = written.training_max
        return TemplateExercise(
            uid="",
            exercise=exercise,
            targets=written.targets,
            rest_s=written.rest_s,
            superset=written.superset,
            step=written.step,
            note=written.note,
            deload=written.deload,
        )
