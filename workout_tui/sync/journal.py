"""Receipts: what every batch writes at the top of a hidden tab, in the same atomic call.

A receipt has one row with the batch's id and a copy of the header, and one for each row that the batch is
about to write into, copied as it stood at that moment. It alone settles a batch: it is there, so the batch
was applied; it is absent once the quarantine is over, so it was not. The copies tell whose rows were hit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workout_tui.errors import NeedsUser
from workout_tui.sync.cells import VALUE_MASK, Value, cell, of_cell_data, of_json
from workout_tui.sync.sheet import Area

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_tui.sync.sheet import Json

COLUMNS = 120
"""how wide the tab is made"""

ANSWER_FIELDS = "updatedSpreadsheet(sheets(properties(sheetId),data(rowData(values(effectiveValue)))))"
"""what a batch asks for in its answer"""

_BESIDE = 2
"""columns before the copies: the batch's id, and what the row is a copy of"""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What stood in the sheet when a batch was applied."""

    header: tuple[Value, ...]
    rows: tuple[tuple[Value, ...], ...]
    """the rows it wrote into, as they were before, in the order of the batch"""


def requests(journal: int, tab: int, batch: str, *, width: int, targets: Sequence[int]) -> list[Json]:
    """The requests that write a receipt.

    Args:
        journal: the tab of receipts.
        tab: the log's tab.
        batch: the batch's id.
        width: how many columns to copy.
        targets: the rows about to be written into, from 0.

    Raises:
        NeedsUser: the columns lie too far to the right.
    """
    if width + _BESIDE > COLUMNS:
        raise NeedsUser(
            "The log’s columns lie too far to the right in the sheet.",
            f"Move them left, so that all lie among the first {COLUMNS - _BESIDE} columns.",
        )
    count = 1 + len(targets)
    where = Area(journal, 0, count).json
    lines = {"sheetId": journal, "dimension": "ROWS", "startIndex": 0, "endIndex": count}
    names = [[cell(batch), cell("header")], *([cell(batch), cell("row")] for _ in targets)]
    return [
        {"insertDimension": {"range": lines, "inheritFromBefore": False}},
        {"updateCells": {"range": {**where, "startColumnIndex": 0, "endColumnIndex": _BESIDE}, "fields": VALUE_MASK,
                         "rows": [{"values": pair} for pair in names]}},
        _copy(tab, 0, 1, width, to=(journal, 0)),
        *(
            _copy(tab, targets[first], length, width, to=(journal, 1 + first))
            for first, length in runs(targets)
        ),
    ]  # fmt: skip


def runs(places: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Stretches of neighbours in a list of places: the index of the first, and how many."""
    first = 0
    for index in range(1, len(places) + 1):
        if index == len(places) or places[index] != places[index - 1] + 1:
            yield first, index - first
            first = index


def address(title: str, targets: int) -> str:
    """Where the receipt stands right after its batch, for the answer."""
    quoted = title.replace("'", "''")
    return f"'{quoted}'!1:{1 + targets}"


def of_answer(body: Json, journal: int, batch: str) -> Receipt | None:
    """The receipt in the answer to a batch; None when the answer has none."""
    sheets = body.get("updatedSpreadsheet", {}).get("sheets", [])
    data: list[Json] = next((one.get("data", []) for one in sheets if _is(one, journal)), [])
    lines = [
        [of_cell_data(value) for value in line.get("values", [])]
        for part in data[:1]
        for line in part.get("rowData", [])
    ]
    return _receipt(lines, batch)


def find(column: Sequence[Any], batch: str) -> tuple[int, int] | None:
    """Where a batch's receipt stands: its first row and how many it has, by the first column of the tab."""
    places = [row for row, value in enumerate(column) if value == batch]
    return (places[0], len(places)) if places else None


def of_values(lines: Sequence[Sequence[Any]], batch: str) -> Receipt | None:
    """The receipt in rows that were read; None when it moved in the meantime."""
    return _receipt([[of_json(value) for value in line] for line in lines], batch)


def _receipt(lines: Sequence[Sequence[Value]], batch: str) -> Receipt | None:
    mine = [tuple(line) for line in lines if line and line[0] == batch]
    if not mine or len(mine) != len(lines) or mine[0][1:2] != ("header",):
        return None
    return Receipt(mine[0][_BESIDE:], tuple(line[_BESIDE:] for line in mine[1:]))


def _is(sheet: Json, tab: int) -> bool:
    return bool(sheet.get("properties", {}).get("sheetId", 0) == tab)


def _copy(tab: int, row: int, count: int, width: int, *, to: tuple[int, int]) -> Json:
    journal, line = to
    return {
        "copyPaste": {
            "source": Area(tab, row, row + count, 0, width).json,
            "destination": Area(journal, line, line + count, _BESIDE, _BESIDE + width).json,
            "pasteType": "PASTE_VALUES",
        }
    }
