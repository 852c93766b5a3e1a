"""Pull: the way back, from the sheet into the log. Looked at first, never by itself, never into a running workout.

What is taken has the identity it has in the sheet, and what is known of its row stands beside it in the same
moment: it is not sent again. What was edited in the sheet is not taken here: it becomes a review, cell by cell.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry
from workout_tui.model.exercise import Exercise, name_key
from workout_tui.model.intake import OF_SHEET, ImportSource
from workout_tui.model.session import PerformedSet, SessionExercise
from workout_tui.store import bases, sync_notes
from workout_tui.sync import looking, restoring
from workout_tui.sync.lacking import Lack
from workout_tui.transfer.telling import count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.session import Session
    from workout_tui.sync.coming import Coming, Unread
    from workout_tui.sync.connecting import Desk


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
        found = Lack.read(desk, lifter_uid, row)
    return _told(found)


def take(desk: Desk, logbook: Logbook, told: Callable[[int, int], None] | None = None) -> Pull:
    """Take what the sheet has and the log lacks, and ask about what was edited there.

    Args:
        desk: with what the sheet is read.
        logbook: the lifter's.
        told: called with how many workouts are in, of how many.

    Raises: as `look` does.
    """
    with looking.alone(desk, logbook.lifter.uid) as row:
        found = Lack.read(desk, logbook.lifter.uid, row)
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
    return replace(_told(found), batch_uid=batch_uid)


def _told(found: Lack) -> Pull:
    """The counts."""
    its = found.found
    return Pull(
        title=found.row.title,
        sessions=len(found.new),
        sets=sum(map(len, found.new.values())),
        additions=sum(map(len, found.additions.values())),
        edited=len(its.edited),
        by_hand=len(its.by_hand),
        gone=found.gone,
        held=found.held,
        unread=tuple(its.unread),
        left_out={why: count for why, count in its.left_out.items() if count},
        lifter=found.lifter,
    )


def _take_name(logbook: Logbook, name: str) -> None:
    """A log without a workout becomes that of the lifter whose sheet it is, so that no row has to be renamed."""
    try:
        logbook.change_lifter(replace(logbook.lifter, name=name))
    except InvalidEntry:
        return  # another lifter here has that name: the rows will have this one's


def _take_sessions(logbook: Logbook, found: Lack, told: Callable[[int, int], None] | None) -> str | None:
    past = restoring.past(found.new)
    if not past:
        return None
    source = ImportSource(OF_SHEET, found.row.title or OF_SHEET, found.text)

    def went_on(number: int) -> None:
        if told is not None:
            told(number, len(past))

    return logbook.take_in(source, past, told=went_on).batch_uid


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


def _words(found: Lack) -> str:
    pull = _told(found)
    review = f", {count(pull.edited, 'row')} to review" if pull.edited else ""
    return f"Pulled: {count(pull.sessions, 'workout')}, {count(pull.sets + pull.additions, 'set')}{review}"
