"""The body of a batch: its receipt, then its rows, in one call that is applied whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.sync import journal
from workout_tui.sync.cells import DATED_MASK, VALUE_MASK, Value, cell
from workout_tui.sync.columns import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workout_tui.sync.members import Append, Members, Write
    from workout_tui.sync.sheet import Json


def body(members: Members, *, tab: int, journal_tab: int, journal_title: str, batch: str) -> Json:
    """A `batchUpdate` that writes these members and reads its own receipt back.

    Raises:
        NeedsUser: the columns lie too far to the right for a receipt.
    """
    targets = [write.row for write in members.targets]
    places = {Column(name): place for name, place in members.places.items()}
    width = max((*places.values(), *(place for write in members.targets for place in write.writes))) + 1
    appends = [one for part in members.parts for one in part.appends]
    requests = journal.requests(journal_tab, tab, batch, width=width, targets=targets)
    if appends:
        rows = [{"values": _line(one, places)} for one in appends]
        requests.append({"appendCells": {"sheetId": tab, "rows": rows, "fields": DATED_MASK}})
    for write in members.targets:
        requests += _updates(write, tab, places[Column.DATE])
    return {
        "requests": requests,
        "includeSpreadsheetInResponse": True,
        "responseRanges": [journal.address(journal_title, len(targets))],
        "responseIncludeGridData": True,
    }


def _line(one: Append, places: Mapping[Column, int]) -> list[Json]:
    values: dict[Column, Value] = {Column(name): value for name, value in one.cells.items()}
    values |= {Column.KEY: one.uid, Column.TOKEN: one.token}
    line: list[Json] = [{} for _ in range(max(places.values()) + 1)]
    for column, place in places.items():
        line[place] = cell(values.get(column), date=column is Column.DATE)
    return line


def _updates(write: Write, tab: int, date_place: int) -> Iterator[Json]:
    plain = sorted(place for place in write.writes if place != date_place)
    stretches = [plain[first : first + length] for first, length in journal.runs(plain)]
    for stretch in (*stretches, *([[date_place]] if date_place in write.writes else [])):
        is_date = stretch == [date_place]
        yield {
            "updateCells": {
                "start": {"sheetId": tab, "rowIndex": write.row, "columnIndex": stretch[0]},
                "rows": [{"values": [cell(write.writes[place], date=is_date) for place in stretch]}],
                "fields": DATED_MASK if is_date else VALUE_MASK,  # the lifter's own formats stay
            }
        }
