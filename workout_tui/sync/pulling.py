"""Pull: the way back, from the sheet into the log. Looked at first, never by itself, never into a running workout.

What is taken has the identity it has in the sheet, and what is known of its row stands beside it in the same
moment: it is not sent again. What was edited in the sheet is not taken here: it becomes a review, cell by cell.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from workout_tui.errors import InvalidEntry
from workout_tui.model.exercise import Exercise, name_key
from workout_tui.model.intake import OF_SHEET, ImportSource
from workout_tui.model.session import PerformedSet, SessionExercise, Status
from workout_tui.store import bases, lifters, outbox, session_reads, sessions, sync_notes
from workout_tui.store.bases import BaseRow
from workout_tui.sync import columns, coming, gathering, looking, plan, restoring, rows
from workout_tui.sync.asking import Asked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.session import Session
    from workout_tui.store.connection import Store
    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.coming import Coming, Found, Known, Unread
    from workout_tui.sync.connecting import Desk

_AT_ONCE = 50
"""sessions read at once"""

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Pull:
    """What a pull would bring, or brought."""

    title: str
    """of the spreadsheet"""
    sessions: int = 0
    """workouts the log lacks"""
    sets: int = 0
    """their sets"""
    additions: int = 0
    """sets the log lacks of workouts that it has"""
    edited: int = 0
    """rows to review: they were edited in the sheet"""
    by_hand: int = 0
    """rows somebody typed, without a key"""
    gone: int = 0
    """sets that were in the sheet, and are there no longer; they stay here"""
    held: int = 0
    """sets of a workout that runs here just now: they come once it is finished"""
    unread: tuple[Unread, ...] = ()
    """rows with a key that the log cannot take"""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """other rows that are not taken: see ``coming``"""
    lifter: str = ""
    """the one other name that all new rows have; empty: the lifter's own, or several"""
    batch_uid: str | None = None
    """names what was taken in new workouts, to take it back"""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take and nothing to review."""
        return not (self.sessions or self.additions or self.edited)


def look(desk: Desk, lifter_uid: str) -> Pull:
    """Say what a pull would bring; nothing is changed on either side.

    Raises:
        NotFound: no sheet is connected.
        NeedsUser: the sheet is not as it must be, or looks sorted apart from its keys.
        SyncProblem: it cannot be read, or is being written just now.
        StoreUnavailable: the log cannot be read.
    """
    with looking.alone(desk, lifter_uid) as row:
        found = _Found.read(desk, lifter_uid, row)
    return found.told()


def take(desk: Desk, logbook: Logbook, told: Callable[[int, int], None] | None = None) -> Pull:
    """Take what the sheet has and the log lacks, and ask about what was edited there.

    Args:
        desk: with what the sheet is read.
        logbook: the lifter's.
        told: called with how many workouts are in, of how many.

    Raises: as `look` does.
    """
    with looking.alone(desk, logbook.lifter.uid) as row:
        found = _Found.read(desk, logbook.lifter.uid, row)
        if found.lifter and not found.has_sessions:
            _take_name(logbook, found.lifter)
        batch_uid = _take_sessions(logbook, found, told)
        for uid, its in found.additions.items():
            _add_sets(logbook, uid, its)
        with desk.store.write():
            bases.put(desk.store, row.id, found.base_rows())
            found.acknowledge()
            found.ask(desk.store, desk.clock.now())
            sync_notes.tell(desk.store, row.id, desk.clock.now(), _words(found))
    return replace(found.told(), batch_uid=batch_uid)


@dataclass(slots=True)
class _Found:
    """What came of comparing a tab with the log."""

    store: Store
    row: SheetRow
    found: Found
    new: dict[str, list[Coming]]
    """sets of workouts that the log lacks, by their uid"""
    additions: dict[str, list[Coming]]
    """sets of workouts that it has, and that do not run"""
    held: int
    gone: int
    has_sessions: bool
    text: str
    """the hash of what was read"""

    @classmethod
    def read(cls, desk: Desk, lifter_uid: str, row: SheetRow) -> _Found:
        """Read the tab, and compare."""
        lines = looking.tab(desk, lifter_uid, row)
        layout = columns.find(lines[0] if lines else ())
        with desk.store.read():
            known, aside = _known(desk.store, row)
            sent = bases.every(desk.store, row.id)
            stand = sessions.states(desk.store, row.profile_id)
        found = coming.sort_out(lines, layout, known, sent.keys() - known.keys())
        its = restoring.by_session(found.coming)
        keys = {str(line[layout[columns.Column.KEY]]) for line in lines[1:] if len(line) > layout[columns.Column.KEY]}
        return cls(
            store=desk.store,
            row=row,
            found=found,
            new={uid: sets for uid, sets in its.items() if uid not in stand or uid in aside},
            additions={uid: sets for uid, sets in its.items() if stand.get(uid) is Status.COMPLETED},
            held=sum(len(sets) for uid, sets in its.items() if stand.get(uid) is Status.ACTIVE),
            gone=sum(uid not in keys and not base.gone for uid, base in sent.items()),
            has_sessions=bool(stand),
            text=hashlib.sha256(json.dumps(lines, sort_keys=True).encode()).hexdigest(),
        )

    @property
    def lifter(self) -> str:
        """The one other name that all new rows have."""
        names = set(self.found.lifters) - {""}
        own = lifters.name(self.store, self.row.profile_id)
        return names.pop() if len(names) == 1 and own not in names else ""

    def told(self) -> Pull:
        """The counts."""
        found = self.found
        return Pull(
            title=self.row.title,
            sessions=len(self.new),
            sets=sum(map(len, self.new.values())),
            additions=sum(map(len, self.additions.values())),
            edited=len(found.edited),
            by_hand=len(found.by_hand),
            gone=self.gone,
            held=self.held,
            unread=tuple(found.unread),
            left_out={why: count for why, count in found.left_out.items() if count},
            lifter=self.lifter,
        )

    def base_rows(self) -> list[BaseRow]:
        """What is known now of the rows that were taken."""
        ids = _ids(self.store, self.row.profile_id, {*self.new, *self.additions})
        return [
            BaseRow(one.uid, ids[uid], one.token, rows.to_json(one.cells))
            for uid, its in (*self.new.items(), *self.additions.items())
            if uid in ids
            for one in its
        ]

    def acknowledge(self) -> None:
        """The sheet has what was taken from it: nothing of it is due, inside `write`."""
        store, sheet_id = self.store, self.row.id
        ids = set(_ids(store, self.row.profile_id, {*self.new, *self.additions}).values())
        taken = [one for one in outbox.due(store, sheet_id) if one.session_id in ids]
        lifter = lifters.name(store, self.row.profile_id)
        for part in _parts(taken):
            sent = _sent(store, sheet_id, [one.session_id for one in part])
            stand = session_reads.several(store, [one.session_id for one in part])
            for one, session in zip(part, stand, strict=True):
                if all(wish.is_met for wish in plan.wishes(session, lifter, sent.get(one.session_id, {}))):
                    outbox.acknowledge(store, sheet_id, one)

    def ask(self, store: Store, at: int) -> None:
        """Have what was edited in the sheet reviewed, inside `write`."""
        known = bases.of_sets(store, self.row.id, [one.uid for one in self.found.edited])
        for one in self.found.edited:
            lines = [
                {"column": column.value, "was": was, "here": here, "sheet": there}
                for column, was, here, there in one.lines
            ]
            sync_notes.ask(
                store,
                self.row.id,
                Asked.EDITED,
                session_id=known[one.uid].session_id,
                set_uid=one.uid,
                lines=lines,
                at=at,
            )


def _known(store: Store, row: SheetRow) -> tuple[dict[str, Known], frozenset[str]]:
    """Every set of the log, as it would be written and as it was sent; and the workouts whose pull was taken back.

    Those are put aside here, and no sheet is told of them: their sets count as lacking.
    """
    lifter, found, aside = lifters.name(store, row.profile_id), {}, set()
    followed = outbox.followed(store, row.id)
    for part in _parts(sessions.all_ids(store, row.profile_id)):
        sent = _sent(store, row.id, part)
        for session_id, session in zip(part, session_reads.several(store, part), strict=True):
            if session.status is Status.DISCARDED and session_id not in followed:
                aside.add(session.uid)
                continue
            its = {} if session.status is Status.ACTIVE else sent.get(session_id, {})  # no pull into what runs
            for uid, cells in rows.of_session(session, lifter).items():
                found[uid] = coming.Known(cells, its[uid].cells if uid in its else None)
    return found, frozenset(aside)


def _sent(store: Store, sheet_id: int, session_ids: Sequence[int]) -> dict[int, dict[str, plan.Base]]:
    """What is known to stand in the sheet of these sessions, by session and set."""
    sent: dict[int, dict[str, plan.Base]] = {}
    for one in bases.of_sessions(store, sheet_id, session_ids):
        sent.setdefault(one.session_id, {})[one.set_uid] = gathering.base(one)
    return sent


def _parts(found: Sequence[Part]) -> Iterator[Sequence[Part]]:
    for first in range(0, len(found), _AT_ONCE):
        yield found[first : first + _AT_ONCE]


def _ids(store: Store, profile_id: int, uids: set[str]) -> dict[str, int]:
    found = ((uid, sessions.of_uid(store, profile_id, uid)) for uid in uids)
    return {uid: one.id for uid, one in found if one is not None}


def _take_name(logbook: Logbook, name: str) -> None:
    """A log without a workout becomes that of the lifter whose sheet it is, so that no row has to be renamed."""
    try:
        logbook.change_lifter(replace(logbook.lifter, name=name))
    except InvalidEntry:
        return  # another lifter here has that name: the rows will have this one's


def _take_sessions(logbook: Logbook, found: _Found, told: Callable[[int, int], None] | None) -> str | None:
    past = restoring.past(found.new)
    if not past:
        return None
    source = ImportSource(OF_SHEET, found.row.title or OF_SHEET, found.text)

    def count(number: int) -> None:
        if told is not None:
            told(number, len(past))

    return logbook.take_in(source, past, told=count).batch_uid


def _add_sets(logbook: Logbook, session_uid: str, its: Sequence[Coming]) -> None:
    """Add sets to a workout that is here, where they stand in the sheet.

    Raises:
        StaleSession: it was changed in that very moment; what is left comes with the next pull.
    """
    session = logbook.session(session_uid)
    read_at = session.revision
    for one in its:
        session = _with_set(logbook, session, one)
    logbook.save_session(session, expected_revision=read_at)


def _with_set(logbook: Logbook, session: Session, one: Coming) -> Session:
    blocks = list(session.exercises)
    done = PerformedSet(one.uid, 1, one.read.values, one.read.at)
    place = one.read.block - 1
    if not (place < len(blocks) and name_key(blocks[place].exercise.name) == name_key(one.read.exercise)):
        place = next(
            (n for n, block in enumerate(blocks) if name_key(block.exercise.name) == name_key(one.read.exercise)), -1
        )
    if place < 0:
        exercise = logbook.add_exercises([Exercise("", one.read.exercise, one.read.measure)])[0]
        # A uid of its own that is the same whenever this is tried again.
        blocks.append(SessionExercise(f"{one.uid}-block", len(blocks) + 1, exercise, performed=(done,)))
    else:
        block = blocks[place]
        last = max((row.n for row in block.rows), default=0)
        blocks[place] = replace(block, performed=(*block.performed, replace(done, n=last + 1)))
    return replace(session, exercises=tuple(blocks))


def _words(found: _Found) -> str:
    pull = found.told()
    return f"Pulled: {pull.sessions} workouts, {pull.sets + pull.additions} sets, {pull.edited} rows to review"
