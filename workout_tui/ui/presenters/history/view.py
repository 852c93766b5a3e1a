"""Everything History is drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Unit
    from workout_tui.model.looking_back import MadeRecord, PastLine, Totals
    from workout_tui.model.overview import Day
    from workout_tui.model.session import Session, SetValues
    from workout_tui.ui.glyphs import Glyphs

Made = dict[str, dict[str, "MadeRecord"]]
"""the weightiest record of each exercise, by session and exercise"""


@dataclass(frozen=True, slots=True)
class ListView:
    """The list of sessions, and the one that is marked."""

    lines: tuple[PastLine, ...]
    at: int
    """the place of the marked one"""
    top: int
    """the place of the first one shown"""
    today: date
    unit: Unit
    glyphs: Glyphs
    has_focus: bool = True
    nothing: str = ""
    """what to say while there is no session"""
    stars: Mapping[str, int] = field(default_factory=dict)
    """in how many exercises each session made records, by its uid"""
    exercise: Exercise | None = None
    """what the list is about; None: all"""
    sets: Mapping[str, tuple[SetValues, ...]] = field(default_factory=dict)
    """what was done of it in each session, by its uid"""
    signs: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """a mark and its colour at the end of a session's row, by its uid"""


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of days."""

    days: Callable[[int], tuple[Day, ...]]
    """the days of so many weeks, whole ones but the last"""
    marked: date | None
    has_focus: bool
    glyphs: Glyphs


@dataclass(frozen=True, slots=True)
class FactsView:
    """The line under the map."""

    totals: Totals
    records: int | None
    """None: they are still being looked for"""
    discarded: bool
    """whether the list shows what was put aside"""
    query: str
    """what was searched for"""
    found: int | None
    """how many sessions the list was narrowed to; None: it shows all"""
    glyphs: Glyphs
    said: tuple[str, str] | None = None
    """a colour token and a message, in place of the facts"""


@dataclass(frozen=True, slots=True)
class SessionView:
    """One session in full."""

    session: Session
    records: Mapping[str, MadeRecord]
    """the weightiest of each exercise, by its uid"""
    unit: Unit
    today: date
    glyphs: Glyphs
    sign: tuple[str, str, str] | None = None
    """a mark, its colour and its word: where its copy in the sheet stands"""


def sheet_sign(uid: str, due: frozenset[str] | None, glyphs: Glyphs) -> tuple[str, str, str] | None:
    """Where the copy of a session in the sheet stands: a mark, its colour and its word; None without a sheet."""
    if due is None:
        return None
    return (glyphs.waiting, "sync", "waiting") if uid in due else (glyphs.done, "done", "in the sheet")
