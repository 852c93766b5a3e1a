"""The columns of the log's tab, in the order in which it is made, and where they stand in a sheet.

The lifter may move them and put columns of their own between and beside them: they are found by their
header in every read. Key and token stand hidden between visible columns, so that a sort of a selection
cannot easily leave them behind.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from workout_tui.errors import NeedsUser
from workout_tui.sync.cells import at, canonical

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Column(StrEnum):
    """A column by the text of its header."""

    DATE = "Date"
    WORKOUT = "Workout"
    EXERCISE = "Exercise"
    SET = "Set"
    KEY = "Set key"
    """the set's uid; written by appends alone"""
    KIND = "Kind"
    WEIGHT = "Weight"
    UNIT = "Unit"
    REPS = "Reps"
    RPE = "RPE"
    TOKEN = "Token"  # noqa: S105 - no secret: the name of a column
    """what was written here last, and by which write (see ``tokens``)"""
    TIME = "Time (s)"
    DISTANCE = "Distance (m)"
    E1RM = "e1RM"
    VOLUME = "Volume"
    NOTE = "Note"
    WORKOUT_NOTE = "Workout note"
    BODYWEIGHT = "Bodyweight"
    STARTED = "Started"
    ENDED = "Ended"
    LIFTER = "Lifter"
    STATUS = "Status"
    SESSION = "Session key"


HIDDEN = (Column.KEY, Column.TOKEN, Column.SESSION)
"""What the lifter need not see."""

CONTENT = tuple(column for column in Column if column not in {Column.KEY, Column.TOKEN})
"""The columns that say something of the set: all but its key and its token."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns stand in a sheet, counted from 0."""

    places: Mapping[Column, int]

    @property
    def width(self) -> int:
        """How many columns of the sheet hold all of ours."""
        return max(self.places.values()) + 1

    def __getitem__(self, column: Column) -> int:
        return self.places[column]


FIRST = Layout({column: place for place, column in enumerate(Column)})
"""Where they stand in a tab that was just made."""


def find(header: Sequence[Any]) -> Layout:
    """Find the columns by the first row of the tab.

    Raises:
        NeedsUser: a column is missing, or two have its name.
    """
    texts = [canonical(at(header, place)).strip() for place in range(len(header))]
    counts = Counter(texts)
    missing = [column for column in Column if not counts[column]]
    if missing:
        raise NeedsUser(
            f"The sheet has no column “{missing[0]}”.",
            "In the sheet, undo what removed it, or write that name above its column again.",
            cause=f"the first row of the tab names {len(Column) - len(missing)} of the log’s {len(Column)} columns",
            columns=len(missing),
        )
    double = next((column for column in Column if counts[column] > 1), None)
    if double is not None:
        raise NeedsUser(
            f"The sheet has two columns named “{double}”.",
            "Give the one that is not the log’s another name.",
            cause="the log finds its columns by their names in the first row",
        )
    return Layout({column: texts.index(column) for column in Column})
