"""Reading the sheet: its header, its keys and tokens, the receipts of batches whose end is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workout_tui.errors import NeedsUser
from workout_tui.sync import columns, journal
from workout_tui.sync.cells import at, of_json
from workout_tui.sync.columns import Column
from workout_tui.sync.plan import Row
from workout_tui.sync.sheet import Area, CallFailed, read_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.columns import Layout
    from workout_tui.sync.journal import Receipt
    from workout_tui.sync.sheet import Answer


@dataclass(frozen=True, slots=True)
class Seen:
    """The sheet at one moment."""

    at: int
    """by the server's clock, UTC milliseconds"""
    layout: Layout
    journal_title: str
    index: Index
    receipts: dict[str, tuple[int, int]] = field(default_factory=dict)
    """where the receipts of the batches asked for stand: first row, how many"""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one sheet. `call`: how areas are read, by columns or by rows, with the retries of a read."""

    sheet: SheetRow
    call: Callable[[Sequence[Area], bool], Answer]

    def look(self, batches: Iterable[str] = ()) -> Seen:
        """Read header, keys and tokens, and where the receipts of these batches stand: one call, as a rule.

        A second one is needed when the columns were moved since the last time.

        Raises:
            NeedsUser: a column, or a whole tab, is gone.
            CallFailed: there was no answer.
        """
        wanted = tuple(batches)
        places = (self.sheet.key_place, self.sheet.token_place)
        try:
            answer, parts = self._read(places, everything=bool(wanted))
        except CallFailed as failure:
            if failure.kind != "400":  # not: beyond the last column
                raise
            layout = columns.find(self._header())
            if (layout[Column.KEY], layout[Column.TOKEN]) == places:
                raise
            answer, parts = self._read((layout[Column.KEY], layout[Column.TOKEN]), everything=bool(wanted))
        else:
            layout = columns.find(_across(parts[0][1]))
            if (layout[Column.KEY], layout[Column.TOKEN]) != places:
                answer, parts = self._read((layout[Column.KEY], layout[Column.TOKEN]), everything=bool(wanted))
        again = columns.find(_across(parts[0][1]))
        if (again[Column.KEY], again[Column.TOKEN]) != (layout[Column.KEY], layout[Column.TOKEN]):
            raise NeedsUser("The columns of the sheet are being moved.", "Try again when that is done.")
        return self._seen(answer, parts, again, wanted)

    def rows(self, wanted: Sequence[int], width: int) -> dict[int, Sequence[Any]]:
        """Rows of the log's tab, by their numbers from 0; with them, as row 0, the header."""
        places = sorted({0, *wanted})
        stretches = list(journal.runs(places))
        areas = [Area(self.sheet.tab, places[first], places[first] + length, 0, width) for first, length in stretches]
        found: dict[int, Sequence[Any]] = {}
        for (first, length), (_, lines) in zip(stretches, read_values(self.call(areas, False), areas), strict=True):
            for offset in range(length):
                found[places[first] + offset] = lines[offset] if offset < len(lines) else ()
        return found

    def everything(self) -> list[list[Any]]:
        """The log's tab, whole."""
        areas = [Area(self.sheet.tab)]
        return read_values(self.call(areas, False), areas)[0][1]

    def receipts(self, seen: Seen) -> tuple[dict[str, Receipt | None], bool]:
        """The receipts that were seen, read, None where one moved since; and whether the columns stand as before."""
        names = list(seen.receipts)
        if not names:
            return {}, True
        areas = [Area(self.sheet.journal, row, row + count) for row, count in seen.receipts.values()]
        areas.append(Area(self.sheet.tab, 0, 1))
        *parts, (_, header) = read_values(self.call(areas, False), areas)
        found = {name: journal.of_values(lines, name) for name, (_, lines) in zip(names, parts, strict=True)}
        return found, columns.find(header[0] if header else ()) == seen.layout

    def _header(self) -> list[Any]:
        areas = [Area(self.sheet.tab, 0, 1)]
        return _across(read_values(self.call(areas, True), areas)[0][1])

    def _read(self, places: tuple[int, int], *, everything: bool) -> tuple[Answer, list[tuple[str, list[list[Any]]]]]:
        tab = self.sheet.tab
        areas = [Area(tab, 0, 1), *(Area(tab, column=place, end_column=place + 1) for place in places)]
        areas.append(Area(self.sheet.journal, 0, None if everything else 1, 0, 1))
        answer = self.call(areas, True)
        return answer, read_values(answer, areas)

    def _seen(
        self, answer: Answer, parts: list[tuple[str, list[list[Any]]]], layout: Layout, wanted: tuple[str, ...]
    ) -> Seen:
        (_, _), (_, keys), (_, tokens), (journal_title, receipts) = parts
        found = {batch: journal.find(receipts[0] if receipts else (), batch) for batch in wanted}
        return Seen(
            at=answer.at,
            layout=layout,
            journal_title=journal_title,
            index=Index(keys[0] if keys else (), tokens[0] if tokens else ()),
            receipts={batch: place for batch, place in found.items() if place is not None},
        )


def _across(by_column: Sequence[Sequence[Any]]) -> list[Any]:
    return [column[0] if column else None for column in by_column]


class Index(Mapping[str, tuple[Row, ...]]):
    """The rows that have a key, by their keys, made when they are asked for.

    Of a hundred thousand rows it keeps texts and numbers alone: Python looks through everything else for garbage in
    one piece, and the window would stand still meanwhile.
    """

    def __init__(self, keys: Sequence[Any], tokens: Sequence[Any]) -> None:
        self._tokens = tokens
        self._first: dict[str, int] = {}
        self._more: dict[str, list[int]] = {}
        for row, key in enumerate(keys):
            held = of_json(key)
            if row and isinstance(held, str) and self._first.setdefault(held, row) != row:
                self._more.setdefault(held, []).append(row)

    def __getitem__(self, key: str) -> tuple[Row, ...]:
        return tuple(Row(row, at(self._tokens, row)) for row in (self._first[key], *self._more.get(key, ())))

    def __iter__(self) -> Iterator[str]:
        return iter(self._first)

    def __len__(self) -> int:
        return len(self._first)
