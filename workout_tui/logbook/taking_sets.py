"""The sets of one workout from elsewhere: which are new, which came before, and where the new ones go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.alignment import Row, align
from workout_tui.model.exercise import name_key
from workout_tui.model.session import PerformedSet
from workout_tui.store import imports, sets

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from workout_tui.logbook.desk import Deed
    from workout_tui.model.alignment import Pair
    from workout_tui.model.intake import PastBlock, PastSession, PastSet
    from workout_tui.model.session import SetValues
    from workout_tui.store.connection import Store
    from workout_tui.store.imports import Imported


@dataclass(frozen=True, slots=True)
class _Coming:
    """A set as it comes, and the block of the file it is in."""

    block: int
    one: PastSet
    row: Row


@dataclass(slots=True)
class _Spot:
    """The last place that was come by in a block of the log."""

    block_id: int
    n: int
    is_new: bool = False

    def follow(self, store: Store, set_uid: str) -> None:
        """Go on to a set that stands in this block."""
        stand = sets.performed(store, set_uid)
        if stand is not None and stand.block_id == self.block_id:
            self.n = stand.n

    def make_room(self, store: Store) -> bool:
        """Go on to the next place and free it; False when the block is full."""
        if not self.is_new:
            if sets.last_place(store, self.block_id) >= sets.MOST:
                return False
            sets.make_room(store, self.block_id, self.n + 1, 1)
        self.n += 1
        return True


class SetIntake:
    """The sets of one session on their way in.

    Args:
        deed: the act that is running.
        batch_id: the import.
        note_id: the import's row of this session.
        counts: what became of the sets, added to.
        add_block: puts a block of the file at the end of the session; gives the id of its row.
        absent: the fields of a set of which the file says nothing.
    """

    def __init__(
        self,
        deed: Deed,
        batch_id: int,
        note_id: int,
        counts: Counter[str],
        add_block: Callable[[PastBlock], int],
        *,
        absent: Collection[str],
    ) -> None:
        self._deed = deed
        self._batch_id = batch_id
        self._note_id = note_id
        self._counts = counts
        self._add_block = add_block
        self._absent = absent
        self._spots: dict[int, _Spot] = {}

    def take(self, past: PastSession) -> None:
        """Add what is new, update what changed at the source only, and tell the rest."""
        known = imports.sets_of(self._deed.store, self._note_id)
        coming = [_Coming(at, one, _row(block, one)) for at, block in enumerate(past.blocks) for one in block.sets]
        as_said = [Row(came.exercise, imports.without(came.base, self._absent)) for came in known]
        pairs = align(as_said, [one.row for one in coming])
        self._renumber(pairs, known)
        self._counts["sets_moved"] += _moved(pairs)
        if any(i is None for i, _ in pairs):
            self._find_spots(pairs, known, coming)
        for ordinal, (i, j) in enumerate(pairs, start=1):
            if j is None:
                self._counts["sets_missing"] += 1
            elif i is None:
                self._add(ordinal, coming[j], past)
            else:
                self._compare(coming[j], known[i])

    def _renumber(self, pairs: Sequence[Pair], known: Sequence[Imported]) -> None:
        ordinals = {known[i].id: ordinal for ordinal, (i, _) in enumerate(pairs, start=1) if i is not None}
        moved = {came.id: ordinals[came.id] for came in known if ordinals[came.id] != came.ordinal}
        imports.renumber(self._deed.store, moved)

    def _find_spots(self, pairs: Sequence[Pair], known: Sequence[Imported], coming: Sequence[_Coming]) -> None:
        """In each block, begin before the first of its sets that stands in the log."""
        for i, j in pairs:
            if i is not None and j is not None and coming[j].block not in self._spots:
                stand = sets.performed(self._deed.store, known[i].set_uid)
                if stand is not None:
                    self._spots[coming[j].block] = _Spot(stand.block_id, stand.n - 1)

    def _add(self, ordinal: int, new: _Coming, past: PastSession) -> None:
        store = self._deed.store
        spot = self._spots.get(new.block)
        if spot is None or not spot.make_room(store):
            spot = self._spots[new.block] = _Spot(self._add_block(past.blocks[new.block]), 1, is_new=True)
        at = past.started_at if new.one.at is None else new.one.at
        uid = self._uid(new.one)
        sets.put(store, spot.block_id, PerformedSet(uid, spot.n, new.one.values, at))
        imports.add_set(store, self._note_id, ordinal, batch_id=self._batch_id, set_uid=uid, row=new.row)
        self._counts["sets_added"] += 1

    def _uid(self, one: PastSet) -> str:
        taken = one.uid is not None and sets.performed(self._deed.store, one.uid) is not None
        return one.uid if one.uid is not None and not taken else self._deed.new_uid()

    def _compare(self, one: _Coming, came: Imported) -> None:
        """A set that came before: what of it changed, at the source or here?"""
        store = self._deed.store
        if one.block in self._spots:
            self._spots[one.block].follow(store, came.set_uid)
        values = imports.filled(one.one.values, came.base, self._absent)
        row = Row(one.row.exercise, imports.image(values))
        if row.values == came.base:
            self._counts["sets_unchanged"] += 1
        elif came.now != came.base:
            self._counts["sets_kept"] += 1
            return
        else:
            self._update(values, came.set_uid)
            self._counts["sets_updated"] += 1
        imports.rebase(store, came.id, row)

    def _update(self, values: SetValues, set_uid: str) -> None:
        stand = sets.performed(self._deed.store, set_uid)
        if stand is not None:
            again = PerformedSet(set_uid, stand.n, values, self._deed.now)
            sets.put(self._deed.store, stand.block_id, again)


def resembles(past: PastSession, known: Sequence[Imported]) -> bool:
    """Whether at least half of a session's sets are those that came before."""
    before = Counter(Row(came.exercise, came.base) for came in known)
    coming = Counter(_row(block, one) for block in past.blocks for one in block.sets)
    return 2 * (before & coming).total() >= max(before.total(), coming.total(), 1)


def _moved(pairs: Sequence[Pair]) -> int:
    """How many sets that came before now come after one that they stood before."""
    moved, last = 0, -1
    for i, j in pairs:
        if i is not None and j is not None:
            moved += i < last
            last = max(last, i)
    return moved


def _row(block: PastBlock, one: PastSet) -> Row:
    return Row(name_key(block.named or block.exercise.name), imports.image(one.values))
