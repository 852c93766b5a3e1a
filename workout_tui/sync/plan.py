"""What has to be done so that the sheet says what the log says: pure, from what both say.

A set has a *wish*: what its row should say. Where the sheet has no row of its key the wish is appended;
where it has one, only the cells are written that changed here since they were last sent, and only while
the sheet still has there what was sent. What somebody corrected in the sheet is left alone, and asked about.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workout_tui.model.session import Status
from workout_tui.sync import rows, tokens
from workout_tui.sync.cells import Value, same
from workout_tui.sync.columns import CONTENT, Column

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from workout_tui.model.session import Session
    from workout_tui.sync.rows import Cells


@dataclass(frozen=True, slots=True)
class Base:
    """A set's row as it was last known to stand in the sheet."""

    session_id: int
    token: str
    cells: Cells
    gone: bool = False
    missing_seen_at: int | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What a set's row should say."""

    uid: str
    cells: Cells
    base: Base | None
    is_new: bool
    """whether it is appended where the sheet has no such row"""

    @property
    def is_met(self) -> bool:
        """Whether the sheet is known to say so, or to have had the row taken out."""
        if self.base is None:
            return False
        return self.base.gone or not differing(self.cells, self.base.cells)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet that has a set's key, counted from 0."""

    row: int
    token: Value


@dataclass(slots=True)
class Sorted:
    """Wishes by what the sheet has of them."""

    appends: list[Wish] = field(default_factory=list)
    looks: list[tuple[Wish, Row]] = field(default_factory=list)
    """in the sheet once: to be read before anything is written"""
    missing: list[Wish] = field(default_factory=list)
    """once in the sheet, and no longer; or there with a token that does not fit"""
    damaged: list[Wish] = field(default_factory=list)
    """never sent from here as far as is known, and there with a token that does not fit"""
    copied: list[tuple[Wish, tuple[Row, ...]]] = field(default_factory=list)
    """there more than once"""
    elsewhere: list[Wish] = field(default_factory=list)
    """made on another laptop, which has yet to append them"""
    held: list[Wish] = field(default_factory=list)
    """waiting for something else to be put right first"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be written into a row that was read."""

    writes: Cells
    after: Cells
    """what will be known to stand there: the base of the next comparison"""
    conflicts: dict[Column, tuple[Value, Value, Value]]
    """columns changed on both sides: was, here, in the sheet"""


def differing(one: Mapping[Column, Value], other: Mapping[Column, Value]) -> tuple[Column, ...]:
    """The columns in which two rows differ."""
    return tuple(column for column in CONTENT if not same(one.get(column), other.get(column)))


def wishes(session: Session, lifter: str, bases: Mapping[str, Base]) -> tuple[Wish, ...]:
    """What the rows of a session should say.

    Args:
        session: as it stands here.
        lifter: the name of its lifter.
        bases: what is known to stand in the sheet of all sets that it has or had.
    """
    stand = rows.of_session(session, lifter)
    if session.status is Status.ACTIVE:  # it is told that it runs again; its sets come when it is finished
        return tuple(
            Wish(uid, rows.with_status(base.cells, Status.ACTIVE.value), base, is_new=False)
            for uid, base in bases.items()
            if base.cells.get(Column.STATUS) != rows.REMOVED
        )
    is_gone = session.status is Status.DISCARDED
    left = [Wish(uid, rows.removed(base.cells), base, is_new=False) for uid, base in bases.items() if uid not in stand]
    return (
        *(
            Wish(uid, rows.removed(cells) if is_gone else cells, bases.get(uid), is_new=not is_gone)
            for uid, cells in stand.items()
        ),
        *left,
    )


def sort_out(
    found: Sequence[Wish],
    index: Mapping[str, Sequence[Row]],
    *,
    mine: Collection[str] | None,
    held: Collection[str],
) -> Sorted:
    """Compare wishes with the keys and tokens of the sheet.

    Args:
        found: the wishes of a session.
        index: the rows of the sheet by their keys.
        mine: the sets that were made on this laptop; None: all.
        held: sets that wait for something to be put right.
    """
    parts = Sorted()
    for wish in found:
        if wish.is_met:
            continue
        there = index.get(wish.uid, ())
        fitting = tuple(row for row in there if tokens.fits(wish.uid, row.token))
        if wish.uid in held:
            parts.held.append(wish)
        elif len(fitting) > 1:
            parts.copied.append((wish, fitting))
        elif fitting:
            parts.looks.append((wish, fitting[0]))
        elif wish.base is not None:
            parts.missing.append(wish)
        elif any(not tokens.is_copy(row.token) for row in there):
            parts.damaged.append(wish)
        elif wish.is_new:
            (parts.appends if mine is None or wish.uid in mine else parts.elsewhere).append(wish)
    return parts


def compare(wish: Wish, seen: Mapping[Column, Value], allowed: Mapping[Column, Value]) -> Verdict:
    """Decide cell by cell what to write into a row that was just read.

    Of a row that another laptop sent, or this one before a backup was restored, no base is known: what
    differs there may well be the newer of the two, so it is asked about and never written over.

    Args:
        wish: what it should say.
        seen: what its cells say now.
        allowed: values in the sheet that the lifter decided to give up for those here.
    """
    was = wish.base.cells if wish.base else {}
    writes: Cells = {}
    after: Cells = {}
    conflicts: dict[Column, tuple[Value, Value, Value]] = {}
    for column in CONTENT:
        before, here, there = was.get(column), wish.cells.get(column), seen.get(column)
        after[column] = before
        if column in was and same(here, before):
            continue
        if same(here, there):
            after[column] = here
        elif (column in was and same(there, before)) or (column in allowed and same(there, allowed[column])):
            writes[column] = after[column] = here
        else:
            conflicts[column] = (before, here, there)
    return Verdict(writes, after, conflicts)
