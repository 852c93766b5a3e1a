"""What became of a batch that was applied, by its receipt: pure.

The receipt has the rows as they were at the very moment of the write. Whose row was hit, and what stood in
it, is known from it and from nothing else: a row may have been sorted away between the read and the write.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workout_tui.store.bases import BaseRow
from workout_tui.sync import tokens
from workout_tui.sync.cells import Value, at, canonical, same
from workout_tui.sync.columns import Column

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from workout_tui.store.outbox import Due
    from workout_tui.sync.journal import Receipt
    from workout_tui.sync.members import Append, Members, Part, Write


@dataclass(frozen=True, slots=True)
class NewJob:
    """Something to be put right."""

    kind: str
    set_uid: str
    session_id: int | None
    data: dict[str, Any]


@dataclass(slots=True)
class Settled:
    """What a batch that was applied came to."""

    bases: list[BaseRow] = field(default_factory=list)
    jobs: list[NewJob] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    """jobs that it did"""
    whole: list[tuple[Due, bool]] = field(default_factory=list)
    """sessions that stand in the sheet as they were read, and whether another laptop has to bring the rest"""
    rows: int = 0
    """rows that are where they belong"""


def settle(members: Members, receipt: Receipt) -> Settled:
    """Compare what was meant with what the receipt says was hit."""
    judge = _Judge(members, receipt)
    before = iter(receipt.rows)
    for part in members.parts:
        wrong = judge.appends(part)
        for write in part.writes:
            wrong += not judge.write(part, write, next(before, ()))
        if part.session and part.whole and not wrong:
            judge.settled.whole.append((part.due, part.elsewhere))
    return judge.settled


@dataclass(slots=True)
class _Judge:
    """One batch and its receipt."""

    members: Members
    receipt: Receipt
    settled: Settled = field(default_factory=Settled)

    def appends(self, part: Part) -> int:
        """How many rows were appended beside their columns."""
        if self._stood({place: name for name, place in self.members.places.items()}):
            rows = [BaseRow(one.uid, part.session, one.token, one.cells) for one in part.appends]
            self.settled.bases += rows
            self.settled.rows += len(rows)
            return 0
        self.settled.jobs += [self._beside(part, one) for one in part.appends]
        return len(part.appends)

    def write(self, part: Part, write: Write, before: tuple[Value, ...]) -> bool:
        """Whether a write hit the row it was meant for; whatever it overwrote unseen is put back."""
        columns = {**write.columns, self._place(Column.KEY): Column.KEY.value}
        if not (self._stood(columns) and self._is_meant(write, before)):
            self.settled.jobs.append(self._put_back(part, write, before, write.writes))
            return False
        token_place = self._place(Column.TOKEN)
        lost = [
            place
            for place in write.writes
            if place != token_place and not same(at(before, place), write.seen.get(place))
        ]
        if lost:  # somebody wrote into these cells between the read and the write
            self.settled.jobs.append(self._put_back(part, write, before, lost))
        if write.job is not None:
            self.settled.done.append(write.job)
        if write.after:
            self.settled.bases.append(self._base(part, write, lost))
        self.settled.rows += 1
        return True

    def _place(self, column: Column) -> int:
        return self.members.places[column.value]

    def _stood(self, columns: Mapping[int, str]) -> bool:
        """Whether these columns were where they were taken to be."""
        return all(canonical(at(self.receipt.header, place)).strip() == name for place, name in columns.items())

    def _is_meant(self, write: Write, before: tuple[Value, ...]) -> bool:
        token = at(before, self._place(Column.TOKEN))
        if not same(at(before, self._place(Column.KEY)), write.key):
            return False
        if write.job is None:
            return tokens.fits(write.uid, token)
        if tokens.read(write.seen.get(self._place(Column.TOKEN))) is None:
            # Appended beside its columns, or not ours: any row of the lifter's own looks like it but for its cells.
            return all(same(at(before, place), value) for place, value in write.seen.items())
        return same(token, write.seen.get(self._place(Column.TOKEN)))

    def _beside(self, part: Part, one: Append) -> NewJob:
        values = {**one.cells, Column.KEY.value: one.uid, Column.TOKEN.value: one.token}
        data = {
            "header": list(self.receipt.header),
            "writes": {place: values.get(name) for name, place in self.members.places.items()},
            "token": one.token,
            "token_place": self._place(Column.TOKEN),
            "cells": one.cells,
        }
        return NewJob("beside", one.uid, part.session, data)

    def _put_back(self, part: Part, write: Write, before: tuple[Value, ...], places: Iterable[int]) -> NewJob:
        header = [canonical(value).strip() for value in self.receipt.header]
        key_place = header.index(Column.KEY) if Column.KEY in header else self._place(Column.KEY)
        data = {
            "header": list(self.receipt.header),
            "writes": {place: write.writes[place] for place in places},
            "before": {place: at(before, place) for place in places},
            "token": write.token,
            "token_place": self._place(Column.TOKEN),
            "key": at(before, key_place),
            "of": write.job,
        }
        return NewJob("put back", write.uid, part.session or None, data)

    def _base(self, part: Part, write: Write, lost: Collection[int]) -> BaseRow:
        seen = {name: write.seen.get(place) for name, place in self.members.places.items() if place in lost}
        cells = {name: value for name, value in {**write.after, **seen}.items() if value is not None}
        return BaseRow(write.uid, part.session, canonical(write.token), cells)
