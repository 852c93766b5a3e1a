"""Tables that the lifter keeps in the spreadsheet by hand, as the importer reads them.

Rows that were typed below the log's own, and whole tabs of one's own. They are only read: what was brought
goes into the log's tab like every other workout, and the lifter's own rows stay where they are.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.sync import columns, coming, looking, setting_up
from workout_tui.sync.cells import Value, at, canonical
from workout_tui.transfer import table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from workout_tui.sync.connecting import Desk
    from workout_tui.sync.sheet import Sheet
    from workout_tui.transfer.table import Table

_DATES = frozenset({"date", "day", "datum", "tag", "jour", "fecha", "data"})
"""headers of columns whose numbers are dates"""

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's dates have no zone


def by_hand(desk: Desk, lifter_uid: str) -> Table | None:
    """The rows somebody typed into the log's tab, without a key; None when there are none.

    Raises:
        NotFound: no sheet is connected.
        NeedsUser: a column is missing.
        SyncProblem: the sheet cannot be read.
    """
    row = looking.connected(desk, lifter_uid)
    lines = looking.tab(desk, lifter_uid, row)
    layout = columns.find(lines[0] if lines else ())
    places = coming.sort_out(lines, layout, {}, ()).by_hand
    return _table(f"{row.title}, by hand", [lines[0], *(lines[place] for place in places)]) if places else None


def own_tab(desk: Desk, lifter_uid: str, title: str) -> Table:
    """A tab of the lifter's own; its first row that is not empty names the columns.

    Raises:
        InvalidEntry: there is no such tab, or it is the log's, or empty.
        NotFound: no sheet is connected.
        SyncProblem: the sheet cannot be read.
    """
    row = looking.connected(desk, lifter_uid)
    lines = looking.tab(desk, lifter_uid, row, lambda sheet: _tab(sheet, title))
    filled = [line for line in lines if any(canonical(at(line, place)) for place in range(len(line)))]
    if not filled:
        raise InvalidEntry(f"The tab “{title}” is empty.", "Name another one.", field="tab")
    return _table(title, filled)


def _tab(sheet: Sheet, title: str) -> int:
    tabs = setting_up.look(sheet).tabs
    own = {name: tab for tab, name in tabs.items() if tab not in {setting_up.LOG_TAB, setting_up.JOURNAL_TAB}}
    found = own.get(title)
    if found is None:
        names = ", ".join(f"“{name}”" for name in own) or "none"
        raise InvalidEntry(f"The spreadsheet has no tab “{title}” of yours.", f"There is: {names}.", field="tab")
    return found


def _table(name: str, lines: Sequence[Sequence[Any]]) -> Table:
    width = max(map(len, lines))
    header = [canonical(at(lines[0], place)).strip() for place in range(width)]
    dated = {place for place, text in enumerate(header) if text.casefold() in _DATES}
    rows = [[_text(at(line, place), dated=place in dated) for place in range(width)] for line in lines[1:]]
    return table.of_values(name, header, rows)


def _text(value: Value, *, dated: bool) -> str:
    if dated and isinstance(value, (int, float)) and 0 < value < 200_000:
        moment = _EPOCH + timedelta(days=value)
        return str(date(moment.year, moment.month, moment.day))
    return canonical(value)
