"""Workouts from elsewhere, as a reader of a file hands them over, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Load
    from workout_tui.model.session import SetValues

OF_SHEET = "sheet"
"""the format of what was pulled from the lifter's own sheet: sessions and sets keep the uids that they have there"""


@dataclass(frozen=True, slots=True)
class ImportSource:
    """The file. `format` is the kind of source, “strong”; with it a session's key is unique for the lifter."""

    format: str
    file_name: str
    sha256: str
    absent: frozenset[str] = frozenset()
    """the fields of `SetValues` for which the file has no column: it says nothing about them, and erases nothing"""


@dataclass(frozen=True, slots=True)
class PastSet:
    """A set from elsewhere. When it comes again it is known by what it holds, else by its place between others."""

    values: SetValues
    at: int | None = None
    """when it was done, UTC milliseconds; None: not known"""
    uid: str | None = None
    """for sets this program once wrote itself"""


@dataclass(frozen=True, slots=True)
class PastBlock:
    """An exercise with its sets. An exercise the library lacks, by uid and by name, is added."""

    exercise: Exercise
    sets: tuple[PastSet, ...]
    superset: str = ""
    note: str = ""
    named: str = ""
    """what the source calls the exercise, which stays when it is renamed here; empty: as it is called here"""


@dataclass(frozen=True, slots=True)
class PastSession:
    """A workout from elsewhere."""

    key: str
    """what the source knows it by; the same key again is the same session"""
    title: str
    started_at: int
    utc_offset_min: int
    blocks: tuple[PastBlock, ...]
    ended_at: int | None = None
    """None: not known"""
    note: str = ""
    bodyweight: Load | None = None
    uid: str | None = None
    """for sessions this program once wrote itself"""
    day: date | None = None
    """the lifter's date, where the source knows it; None: that of its start"""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a file's sessions and sets. Each set is counted once, but for those missing from the file."""

    batch_uid: str | None
    """names the import, to undo it; None: nothing was new, so there is none"""
    sessions_added: int = 0
    sessions_known: int = 0
    sessions_renamed: int = 0
    """of those known: under another key at the source now, told by their start; they keep their name here"""
    sets_added: int = 0
    sets_updated: int = 0
    """changed at the source since"""
    sets_unchanged: int = 0
    sets_kept: int = 0
    """changed at the source, but here too: what stands here was kept"""
    sets_missing: int = 0
    """in the log from this source, but no longer in the file: reported, never deleted"""
    sets_moved: int = 0
    """of those known: they stand in another order at the source now; the order here stays"""
    exercises_added: tuple[str, ...] = ()
    """the names of exercises new to the library"""


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """An import that was made. `edited`: how many of its sets were changed or removed here since."""

    uid: str
    format: str
    file_name: str
    at: int
    sessions: int
    sets: int
    edited: int


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What became of an import that was undone."""

    batch: ImportBatch
    sessions_discarded: int
    """they are kept like every discarded workout, and can be taken back one by one"""
    sets_removed: int
    """sets it had added to workouts of an earlier import"""
    sessions_kept: int
    """changed here since: they stay, unless everything was to go"""
    sets_kept: int
    """the same, of sets in workouts of an earlier import"""
