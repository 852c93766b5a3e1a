"""What a sheet has that the log has not: pure, from the rows of the tab and what is known of them here.

A row counts as a set's only while its key and its token fit together. Rows that look sorted apart from
their keys are refused as a whole: taking them would mix one set's numbers into another.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workout_tui.errors import NeedsUser
from workout_tui.model.session import Status
from workout_tui.sync import row_reading, tokens
from workout_tui.sync.cells import Value, at, canonical, same
from workout_tui.sync.columns import CONTENT, Column
from workout_tui.sync.row_reading import SheetSet, Unreadable
from workout_tui.sync.rows import REMOVED, Cells

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from workout_tui.sync.columns import Layout

_FEW = 10
"""so many rows may differ from what was written without looking sorted"""

_COUNTED_HERE = frozenset({Column.E1RM, Column.VOLUME, Column.SET, Column.SESSION, Column.STATUS, Column.LIFTER})
"""columns the log works out by itself: what somebody writes there says nothing about the set"""


@dataclass(frozen=True, slots=True)
class Coming:
    """A set that the log lacks."""

    uid: str
    token: str
    cells: Cells
    read: SheetSet


@dataclass(frozen=True, slots=True)
class Edited:
    """A set whose row was edited in the sheet since the log wrote it, and not here."""

    uid: str
    lines: tuple[tuple[Column, Value, Value, Value], ...]
    """column, was, here, in the sheet"""


@dataclass(frozen=True, slots=True)
class Unread:
    """A row with a key that the log cannot take, and why."""

    row: int
    """as the sheet counts, from 1"""
    words: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the log knows of a set."""

    here: Cells
    """its row as the log would write it now"""
    was: Cells | None
    """its row as it was last known to stand in the sheet; None: not known, the push compares them"""


@dataclass(slots=True)
class Found:
    """What came of reading a tab."""

    coming: list[Coming] = field(default_factory=list)
    edited: list[Edited] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    by_hand: list[int] = field(default_factory=list)
    """rows without a key, counted from 0"""
    left_out: Counter[str] = field(default_factory=Counter)
    """other rows that are not taken, by why"""
    lifters: Counter[str] = field(default_factory=Counter)
    """whose rows they say they are"""


COPY, MARRED, GONE, RUNNING = "copies", "marred", "removed", "running"
"""why rows are left out: twice there, token unfit, removed or discarded, of a workout that still runs elsewhere"""


def sort_out(
    lines: Sequence[Sequence[Any]], layout: Layout, known: Mapping[str, Known], removed: Collection[str]
) -> Found:
    """Go through the rows of the tab.

    Args:
        lines: the tab, the header first.
        layout: where its columns stand.
        known: the sets of the log.
        removed: sets the log had, and gave up; they do not come back.

    Raises:
        NeedsUser: the rows look sorted apart from their keys.
    """
    found = Found()
    keyed: dict[str, list[int]] = {}
    for row in range(1, len(lines)):
        key = canonical(at(lines[row], layout[Column.KEY]))
        if key:
            keyed.setdefault(key, []).append(row)
        elif any(canonical(at(lines[row], layout[column])) for column in CONTENT):
            found.by_hand.append(row)
    sound = _sound(lines, layout, keyed, found)
    _refuse_shuffled(sound)
    for one in sound:
        _take(found, one, known, removed)
    return found


@dataclass(frozen=True, slots=True)
class _Sound:
    """A row whose key and token fit together."""

    row: int
    uid: str
    token: str
    cells: Cells

    @property
    def as_written(self) -> bool:
        """Whether it still says what the program wrote into it."""
        token = tokens.read(self.token)
        return token is not None and token.hash == tokens.digest(self.cells)


def _sound(
    lines: Sequence[Sequence[Any]], layout: Layout, keyed: Mapping[str, Sequence[int]], found: Found
) -> list[_Sound]:
    sound = []
    for key, places in keyed.items():
        fitting = [row for row in places if tokens.fits(key, at(lines[row], layout[Column.TOKEN]))]
        found.left_out[MARRED] += len(places) - len(fitting) - _marked(lines, layout, places)
        if len(fitting) > 1:
            found.left_out[COPY] += len(fitting)
        elif fitting:
            [row] = fitting
            cells: Cells = {column: at(lines[row], layout[column]) for column in CONTENT}
            sound.append(_Sound(row, key, canonical(at(lines[row], layout[Column.TOKEN])), cells))
    return sound


def _marked(lines: Sequence[Sequence[Any]], layout: Layout, places: Sequence[int]) -> int:
    return sum(tokens.is_copy(at(lines[row], layout[Column.TOKEN])) for row in places)


def _refuse_shuffled(sound: Sequence[_Sound]) -> None:
    """Refuse rows most of which say something else than was written beside their tokens."""
    other = sum(not row.as_written for row in sound)
    if other > _FEW and other * 2 > len(sound):
        raise NeedsUser(
            f"{other} of {len(sound)} rows of the sheet no longer belong to their hidden keys: some columns look"
            " sorted without the others.",
            "Undo that in the sheet (File, Version history), then pull again. Nothing was taken.",
            rows=other,
        )


def _take(found: Found, row: _Sound, known: Mapping[str, Known], removed: Collection[str]) -> None:
    status = canonical(row.cells.get(Column.STATUS))
    if row.uid in known:
        lines = _edits(known[row.uid], row.cells)
        if lines and status != REMOVED:
            found.edited.append(Edited(row.uid, lines))
        return
    found.lifters[canonical(row.cells.get(Column.LIFTER))] += 1
    if status == REMOVED or row.uid in removed:
        found.left_out[GONE] += 1
    elif status == Status.ACTIVE:
        found.left_out[RUNNING] += 1
    else:
        try:
            found.coming.append(Coming(row.uid, row.token, row.cells, _readable(row.uid, row.cells)))
        except Unreadable as error:
            words = f"“{canonical(error.value)}” is no {error.column}" if error.value else f"no {error.column}"
            found.unread.append(Unread(row.row + 1, words))


def _readable(uid: str, cells: Cells) -> SheetSet:
    if not row_reading.is_uid(uid):
        raise Unreadable(Column.KEY, uid)
    read = row_reading.read(cells)
    values = read.values
    if values.reps is None and values.seconds is None and values.distance is None:
        raise Unreadable(Column.REPS, cells.get(Column.REPS))
    return read


def _edits(known: Known, there: Mapping[Column, Value]) -> tuple[tuple[Column, Value, Value, Value], ...]:
    """The cells that were changed in the sheet alone; those changed on both sides are asked about by the push."""
    was, here = known.was, known.here
    if was is None:
        return ()
    return tuple(
        (column, was.get(column), here.get(column), there.get(column))
        for column in CONTENT
        if column not in _COUNTED_HERE
        and not same(there.get(column), was.get(column))
        and same(here.get(column), was.get(column))
    )
