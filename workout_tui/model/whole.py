"""A lifter's log as one value: all there is to carry to another laptop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workout_tui.model.exercise import Exercise, ExerciseSetting
    from workout_tui.model.lifter import Lifter
    from workout_tui.model.load import Load
    from workout_tui.model.plan import Program, Template
    from workout_tui.model.session import Session, SetValues


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A day that was left out of a run."""

    template_uid: str
    at: int
    """UTC milliseconds"""


@dataclass(frozen=True, slots=True)
class CarriedRun:
    """A run of a program; what was done in it is told by the sessions."""

    program_uid: str
    started_on: date
    began_at: int
    """UTC milliseconds"""
    ended_at: int | None = None
    """None: the lifter is in it"""
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class CarriedSet:
    """A set that a file brought: what the file calls its exercise, and what the file said of it."""

    set_uid: str
    exercise: str
    was: SetValues
    import_uid: str = ""
    """the import that added it to the workout; empty: the one that brought the workout"""


@dataclass(frozen=True, slots=True)
class CarriedSession:
    """A workout that a file brought, and what the file knows it by."""

    session_uid: str
    key: str
    sets: tuple[CarriedSet, ...] = ()
    """in the order of the file"""


@dataclass(frozen=True, slots=True)
class CarriedImport:
    """A history that was imported: with it a later export of the same program adds only what is new."""

    uid: str
    format: str
    file_name: str
    sha256: str
    at: int
    """UTC milliseconds"""
    sessions: tuple[CarriedSession, ...] = ()


@dataclass(frozen=True, slots=True)
class WholeLog:
    """Everything of one lifter, discarded and archived things too.

    Not in it: what undo remembers, how the sheet stands, counts of revisions, and the running rest. A backup keeps
    those.
    """

    lifter: Lifter
    bars: tuple[Load, ...]
    plates: tuple[tuple[Load, int], ...]
    exercises: tuple[Exercise, ...]
    """the library"""
    settings: Mapping[str, ExerciseSetting]
    """what was settled for exercises, by their uid"""
    programs: tuple[Program, ...]
    """with their templates"""
    empty: Template
    """the reserved template of workouts without a plan"""
    sessions: tuple[Session, ...]
    """oldest first"""
    runs: tuple[CarriedRun, ...] = ()
    """oldest first"""
    imports: tuple[CarriedImport, ...] = ()
    """oldest first"""


@dataclass(frozen=True, slots=True)
class WholeTaken:
    """What became of a whole log that was taken in: how much was new, and how much was here already."""

    lifter: Lifter
    sessions: int = 0
    sessions_known: int = 0
    sets: int = 0
    exercises: int = 0
    programs: int = 0
    templates: int = 0
