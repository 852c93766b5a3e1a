"""What the sync takes for granted of Google and no recorded answer proves, tried on a real spreadsheet.

    python -m tests.live --key key.json --spreadsheet LINK

It makes two tabs of its own, works in them, and deletes them; no other tab is read or written. It takes about a minute:
one request a second. Each assumption is told with ✓ or ✗; the exit code is 1 when one does not hold. Share an empty
spreadsheet with the key's account first (see docs/sheet.md). ``WORKOUT_SHEET_API`` leads to the look-alike instead.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import SystemRandom
from typing import Any

from workout_tui import config
from workout_tui.config import Config
from workout_tui.errors import WorkoutError
from workout_tui.sync import address, journal, key
from workout_tui.sync.cells import DATED_MASK, VALUE_MASK, Value, cell, of_json
from workout_tui.sync.google import open_sheet
from workout_tui.sync.sheet import Answer, Applied, Area, CallFailed, Json, Sheet, read_values

ROWS, COLUMNS = 12, 8
PACE_S = 1.0
STALE_S = 60
"""how long a write may stay unseen before the check gives up; the sync itself allows four minutes"""
CLOCK_MS = 10 * 60_000


@dataclass
class Scratch:
    """Two tabs to be thrown away: one like the log's, one like that of the receipts."""

    sheet: Sheet
    pace_s: float
    log: int = field(default_factory=lambda: SystemRandom().randrange(1_000_000_000, 2_000_000_000))
    last: int = 0
    """the `Date` of the last answer"""

    @property
    def receipts(self) -> int:
        return self.log + 1

    @property
    def title(self) -> str:
        return f"workout’s test {self.receipts}"

    def write(self, *requests: Json, answer: Json | None = None, fields: str = "spreadsheetId") -> Answer:
        """One batch; the refusal of one is the refusal of all."""
        time.sleep(self.pace_s)
        found = self.sheet.batch_update({"requests": list(requests), **(answer or {})}, fields)
        self.last = found.at
        return found

    def read(self, area: Area) -> list[list[Value]]:
        """Values as they stand."""
        time.sleep(self.pace_s)
        found = self.sheet.values([area])
        self.last = found.at
        return [[of_json(value) for value in line] for line in read_values(found, [area])[0][1]]

    def description(self, fields: str) -> Json:
        """What is told of the log-like tab."""
        time.sleep(self.pace_s)
        tabs = self.sheet.metadata(f"sheets(properties(sheetId),{fields})").body["sheets"]
        found: Json = next(one for one in tabs if one["properties"]["sheetId"] == self.log)
        return found

    def put(self, row: int, column: int, *lines: list[Value], date: bool = False) -> Json:
        """A request that writes lines of values, as the sync does."""
        rows = [{"values": [cell(value, date=date) for value in line]} for line in lines]
        start = {"sheetId": self.log, "rowIndex": row, "columnIndex": column}
        return {"updateCells": {"start": start, "rows": rows, "fields": DATED_MASK if date else VALUE_MASK}}

    def append(self, *lines: Sequence[Value]) -> Json:
        """A request that appends lines."""
        rows = [{"values": [cell(value) for value in line]} for line in lines]
        return {"appendCells": {"sheetId": self.log, "rows": rows, "fields": DATED_MASK}}

    def clear(self) -> None:
        """Empty the log-like tab, and make it as small as it was."""
        grid = {"rowCount": ROWS, "columnCount": COLUMNS}
        self.write(
            {"updateCells": {"range": Area(self.log).json, "fields": "userEnteredValue"}},
            {"updateSheetProperties": {"properties": {"sheetId": self.log, "gridProperties": grid},
                                       "fields": "gridProperties(rowCount,columnCount)"}},
        )  # fmt: skip

    @contextmanager
    def tabs(self) -> Iterator[None]:
        """Make the tabs; whatever happens, delete them."""
        self.write(
            _add(self.log, f"workout’s test {self.log}"), _add(self.receipts, self.title, columns=journal.COLUMNS)
        )
        try:
            yield
        finally:
            for one in (self.log, self.receipts):
                with suppress(CallFailed):  # the other one is deleted all the same; a tab that is left says whose it is
                    self.write({"deleteSheet": {"sheetId": one}})


def _add(tab: int, title: str, columns: int = COLUMNS) -> Json:
    grid = {"rowCount": ROWS, "columnCount": columns}
    return {"addSheet": {"properties": {"sheetId": tab, "title": title, "gridProperties": grid}}}


def refused(act: Callable[[], object]) -> CallFailed:
    """The refusal of what must be refused, which must be certain to have done nothing."""
    failure = None
    try:
        act()
    except CallFailed as caught:
        failure = caught
    assert failure is not None, "it was not refused"
    assert failure.applied is Applied.NO, f"refused, but it is not certain: {failure.kind} {failure.technical}"
    return failure


def date_header(it: Scratch) -> None:
    """Every answer has a Date, and it is the time"""
    off = it.last - time.time() * 1000
    assert abs(off) < CLOCK_MS, f"it is {off / 60_000:.0f} minutes off this machine's clock"


def append_position(it: Scratch) -> None:
    """appendCells writes below the last row with anything in it, from column A on, whatever stands in other columns"""
    it.write(it.put(0, 0, ["Date", "Key"]), it.put(4, 6, ["junk"]), it.put(2, 3, ["more", "junk"]))
    it.write(it.append(["appended", "k"]))
    rows = it.read(Area(it.log))
    places = [(row, line.index("appended")) for row, line in enumerate(rows) if "appended" in line]
    assert places == [(5, 0)], f"it stands at {places} (row, column from 0)"


def append_grows(it: Scratch) -> None:
    """appendCells makes a full tab longer"""
    it.write(it.append(*([n] for n in range(ROWS + 5))))
    count = len(it.read(Area(it.log, column=0, end_column=1)))
    assert count == ROWS + 5, f"{count} of {ROWS + 5} rows stand there"


def rollback(it: Scratch) -> None:
    """A batch of which one request is refused does nothing, and the refusal is certain"""
    nowhere = {"updateCells": {"start": {"sheetId": it.log - 1, "rowIndex": 0, "columnIndex": 0}, "rows": [],
                               "fields": VALUE_MASK}}  # fmt: skip
    refused(lambda: it.write(it.put(0, 0, ["half a batch"]), it.append(["half"]), nowhere))
    rows = it.read(Area(it.log))
    assert rows == [], f"of the batch there is {rows}"


def taken_id(it: Scratch) -> None:
    """A tab cannot be made with an id that is taken"""
    refused(lambda: it.write(_add(it.log, "workout’s test, twice")))


def receipt_order(it: Scratch) -> None:
    """A receipt copies its rows as they stood before the batch wrote into them, and the answer has it"""
    it.write(it.put(0, 0, ["Date", "Reps"], ["before", 5], ["other", 6], ["last", 7]))
    for batch in ("one", "two"):  # a second one is inserted above the first
        receipt = journal.requests(it.receipts, it.log, batch, width=2, targets=[1, 3])
        answer = it.write(
            *receipt, it.put(1, 0, [f"after {batch}"]), it.put(3, 1, [8]),
            answer={"includeSpreadsheetInResponse": True, "responseIncludeGridData": True,
                    "responseRanges": [journal.address(it.title, 2)]},
            fields=journal.ANSWER_FIELDS,
        )  # fmt: skip
        told = journal.of_answer(answer.body, it.receipts, batch)
        assert told is not None, f"the answer to batch {batch} has no receipt"
        seen = [line[:2] for line in (told.header, *told.rows)]
        before = "before" if batch == "one" else "after one"
        assert seen == [("Date", "Reps"), (before, 5), ("last", 7 if batch == "one" else 8)], f"it holds {seen}"
    rows = it.read(Area(it.receipts, 0, 3))
    kept = journal.of_values(rows, "two")
    assert kept is not None, f"read again, it is {rows}"
    assert kept.rows[0][:2] == ("after one", 5), f"read again, it holds {kept.rows}"
    now = it.read(Area(it.log, 1, 2))
    assert now == [["after two", 5]], f"the row it copied is now {now}"


def read_after_write(it: Scratch) -> None:
    """A read sees what was written just before it"""
    for number in range(3):
        it.write(it.put(0, 0, [number]))
        began = time.monotonic()
        while it.read(Area(it.log, 0, 1, 0, 1)) != [[number]]:
            assert time.monotonic() - began < STALE_S, f"not after {STALE_S} seconds"
        waited = time.monotonic() - began - it.pace_s
        assert waited < it.pace_s + 1, f"it did after {waited:.0f} seconds: stale reads are real"


def hidden_columns_sort(it: Scratch) -> None:
    """A sort of whole rows takes hidden columns along, by a range and by the filter's arrows"""
    _table(it)
    it.write({"sortRange": {"range": Area(it.log, 1).json, "sortSpecs": [_by(0, "ASCENDING")]}})
    _whole(it, [1, 2, 3])
    spec = {"range": Area(it.log, 0, None, 0, 3).json, "sortSpecs": [_by(0, "DESCENDING")]}
    it.write({"setBasicFilter": {"filter": spec}})
    _whole(it, [3, 2, 1])


def filter_width(it: Scratch) -> None:
    """A filter over the whole width grows with a column inserted between, and with rows appended"""
    _table(it)
    it.write({"setBasicFilter": {"filter": {"range": {"sheetId": it.log, "startColumnIndex": 0, "endColumnIndex": 3}}}})
    lines = {"sheetId": it.log, "dimension": "COLUMNS", "startIndex": 1, "endIndex": 2}
    it.write({"insertDimension": {"range": lines, "inheritFromBefore": True}})
    area = it.description("basicFilter(range)")["basicFilter"]["range"]
    assert (area.get("startColumnIndex", 0), area.get("endColumnIndex")) == (0, 4), f"it spans {area}"


def warning_only(it: Scratch) -> None:
    """A protection that only warns keeps the program out of nothing"""
    area = {"range": Area(it.log, 0, 1).json, "description": "a test", "warningOnly": True}
    it.write({"addProtectedRange": {"protectedRange": area}})
    it.write(it.put(0, 0, ["written"]), it.append(["below"]))
    rows = it.read(Area(it.log))
    assert rows == [["written"], ["below"]], f"the rows are {rows}"


def text_and_numbers(it: Scratch) -> None:
    """Text stays text whatever it looks like, numbers and dates are numbers in every locale"""
    typed: list[Value] = ["=1+1", "1/2", "12,5", "+49", "'quoted", "line\nbreak", 102.5]
    it.write(it.put(0, 0, typed), it.put(1, 0, [45559], date=True))
    rows = it.read(Area(it.log, 0, 2))
    assert rows == [typed, [45559]], f"read back they are {rows}"


def beyond_the_columns(it: Scratch) -> None:
    """A read of a column that is not there is refused as a wrong request"""
    failure = refused(lambda: it.read(Area(it.log, column=COLUMNS + 50, end_column=COLUMNS + 51)))
    assert failure.kind == "400", f"it is taken for {failure.kind}: {failure.technical}"


def empty_and_open(it: Scratch) -> None:
    """Empty areas come back empty, open ones without what is empty at their end"""
    nothing = it.read(Area(it.log, 3, 5))
    assert nothing == [], f"where nothing stands there is {nothing}"
    it.write(it.put(1, 1, ["here"]))
    rows = it.read(Area(it.log))
    assert rows == [[], [None, "here"]], f"the rows are {rows}"


CHECKS: tuple[Callable[[Scratch], None], ...] = (
    date_header, append_position, append_grows, rollback, taken_id, receipt_order, read_after_write,
    hidden_columns_sort, filter_width, warning_only, text_and_numbers, beyond_the_columns, empty_and_open,
)  # fmt: skip
"""What is tried, each by itself in emptied tabs; the first line of its docstring is what it proves."""


def _table(it: Scratch) -> None:
    """Three rows with a hidden key between two columns."""
    it.write(
        it.put(0, 0, ["Reps", "Key", "Note"], [3, "k3", "n3"], [1, "k1", "n1"], [2, "k2", "n2"]),
        {"updateDimensionProperties": {
            "range": {"sheetId": it.log, "dimension": "COLUMNS", "startIndex": 1, "endIndex": 2},
            "properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}},
    )  # fmt: skip


def _by(column: int, order: str) -> Json:
    return {"dimensionIndex": column, "sortOrder": order}


def _whole(it: Scratch, order: list[int]) -> None:
    rows = it.read(Area(it.log, 1, 4))
    assert rows == [[n, f"k{n}", f"n{n}"] for n in order], f"the rows are {rows}"


def run(sheet: Sheet, pace_s: float, say: Callable[[str], object]) -> int:
    """Try everything; returns how many assumptions do not hold.

    Raises:
        CallFailed: the tabs could not be made.
    """
    it, failed = Scratch(sheet, pace_s), 0
    with it.tabs():
        for check in CHECKS:
            words = (check.__doc__ or check.__name__).splitlines()[0]
            try:
                it.clear()
                check(it)
                say(f"✓ {words}")
            except (AssertionError, CallFailed) as why:
                failed += 1
                detail = f"{why} {why.technical}" if isinstance(why, CallFailed) else str(why) or "it was otherwise"
                say(f"✗ {words}\n    {detail}")
    return failed


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser("python -m tests.live", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--key", type=Path, required=True, metavar="FILE", help="the key file that Google made")
    parser.add_argument("--spreadsheet", required=True, metavar="LINK", help="shared with the key's account, as Editor")
    given: Any = parser.parse_args(arguments)
    root = config.api_root(Config())
    try:
        with closing(open_sheet(key.read(given.key), address.spreadsheet_id(given.spreadsheet), root)) as sheet:
            failed = run(sheet, 0.0 if config.is_here(root) else PACE_S, lambda line: sys.stdout.write(f"{line}\n"))
    except (CallFailed, WorkoutError) as error:
        sys.stdout.write(f"✗ {error.problem if isinstance(error, CallFailed) else error}\n")
        return 1
    sys.stdout.write(f"{failed} do not hold\n" if failed else "all hold\n")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
