"""What the cycle needs of a spreadsheet, and the outcomes of a call.

Bodies and answers are the raw JSON of Google's Sheets API, version 4, so that the real service, the
look-alike over HTTP and one in memory stand behind the same four calls.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from workout_tui.errors import Ambiguous

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_tui.errors import SyncProblem

Json = dict[str, Any]
"""A JSON object as it goes over the wire."""


@dataclass(frozen=True, slots=True)
class Area:
    """Cells of one tab by its id, which survives renaming: rows and columns from 0, the end not included.

    None leaves a side open.
    """

    tab: int
    row: int | None = None
    end_row: int | None = None
    column: int | None = None
    end_column: int | None = None

    @property
    def json(self) -> Json:
        """The area as a `GridRange`."""
        sides = {
            "startRowIndex": self.row,
            "endRowIndex": self.end_row,
            "startColumnIndex": self.column,
            "endColumnIndex": self.end_column,
        }
        return {"sheetId": self.tab, **{name: side for name, side in sides.items() if side is not None}}


@dataclass(frozen=True, slots=True)
class Answer:
    """A 2xx answer that could be read whole."""

    body: Json
    at: int
    """the `Date` header of the answer, UTC milliseconds: the server's own clock"""


class Sheet(Protocol):
    """One spreadsheet, from one thread. Every call raises `CallFailed`, and nothing else, when it fails."""

    def metadata(self, fields: str) -> Answer:
        """GET ``spreadsheets/{id}`` with a field mask."""
        ...

    def values(self, areas: Sequence[Area], *, columns: bool = False) -> Answer:
        """POST ``spreadsheets/{id}/values:batchGetByDataFilter``: plain values, dates as serial numbers.

        The body of the answer has ``valueRanges``, each with the ``dataFilters`` it answers and a
        ``valueRange``. By grid range, because a title may change between two calls.

        Args:
            areas: what to read.
            columns: whether the values come column by column.
        """
        ...

    def batch_update(self, body: Json, fields: str = "") -> Answer:
        """POST ``spreadsheets/{id}:batchUpdate``: all of it or nothing. `fields`: what to have of the answer."""
        ...

    def close(self) -> None:
        """Give the connection back; called once, at the end of a cycle."""
        ...


def values_body(areas: Sequence[Area], *, columns: bool = False) -> Json:
    """The body of ``values:batchGetByDataFilter`` for `Sheet.values`."""
    return {
        "dataFilters": [{"gridRange": area.json} for area in areas],
        "majorDimension": "COLUMNS" if columns else "ROWS",
        "valueRenderOption": "UNFORMATTED_VALUE",
        "dateTimeRenderOption": "SERIAL_NUMBER",
    }


def read_values(answer: Answer, areas: Sequence[Area]) -> list[tuple[str, list[list[Any]]]]:
    """The title of the tab and the values of each area, in the order asked for; empty where nothing stands."""
    found = {
        _sides(given.get("gridRange", {})): one.get("valueRange", {})
        for one in answer.body.get("valueRanges", [])
        for given in one.get("dataFilters", [])
    }
    ranges = [found.get(_sides(area.json), {}) for area in areas]
    return [(_title(one.get("range", "")), one.get("values", [])) for one in ranges]


def _sides(grid_range: Mapping[str, Any]) -> frozenset[tuple[str, Any]]:
    # Google leaves zeros out of what it echoes.
    return frozenset((name, side) for name, side in grid_range.items() if side)


def _title(address: str) -> str:
    name = address.rpartition("!")[0]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


class Applied(StrEnum):
    """What is known of a write that failed."""

    NO = "no"
    """certainly not applied"""
    UNKNOWN = "unknown"
    """it may stand in the sheet, now or within some minutes"""


class Blame(StrEnum):
    """Whose turn it is after a failed call."""

    TRANSIENT = "transient"
    """nobody's: try again later"""
    NEEDS_USER = "needs user"
    BUG = "bug"
    """the request was refused as wrong: ours"""


class CallFailed(Exception):
    """A call that gave no readable 2xx answer.

    Args:
        applied: whether a write may have been applied.
        blame: whose turn it is.
        kind: a short name for logs and counters, such as “429” or “reset”.
        problem: the words, the cause and the fix for the lifter.
        technical: what the library or the server said, for those who want to see it; no keys, no cells.
        retry_after_s: seconds the server asked to wait.
        offline: whether there was no way to the server at all.
        at: the server's `Date` when it answered, UTC milliseconds.
    """

    def __init__(
        self,
        applied: Applied,
        blame: Blame,
        kind: str,
        problem: SyncProblem,
        technical: str = "",
        *,
        retry_after_s: float | None = None,
        offline: bool = False,
        at: int | None = None,
    ) -> None:
        super().__init__(f"{kind}: {problem.message}")
        self.applied = applied
        self.blame = blame
        self.kind = kind
        self.problem = problem
        self.technical = technical
        self.retry_after_s = retry_after_s
        self.offline = offline
        self.at = at

    def told_once(self) -> SyncProblem:
        """The problem for somebody who asked once: nobody but they will try again."""
        problem = copy(self.problem)
        if isinstance(problem, Ambiguous):
            problem.fix = "Try again in a minute: nothing is done twice."
        elif not problem.fix:
            problem.fix = "Try again in a minute."
        return problem
