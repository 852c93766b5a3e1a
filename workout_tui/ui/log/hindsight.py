"""A session that is over, under the fingers: the same line, the same acts, another way through it.

It begins at the first set, goes on by rows and never jumps to what is open, starts no rest, and does not
run over what was changed elsewhere since it was seen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.errors import StaleSession
from workout_tui.logbook.performing import Place
from workout_tui.ui.log.bench import Bench
from workout_tui.ui.log.course import Cursor, block_at, by_exercise, by_row, key_of, row_at
from workout_tui.ui.log.enter import ChangeSet

if TYPE_CHECKING:
    from workout_tui.model.session import PerformedSet, Session, SessionExercise
    from workout_tui.ui.log.look import Look
    from workout_tui.ui.log.standing import Accepted


@dataclass(frozen=True, slots=True)
class Clash:
    """A change of a set that was changed elsewhere, too."""

    was: Session
    mine: Session
    theirs: Session
    line: Accepted


class Hindsight(Bench):
    """One lifter's finished session under their fingers."""

    clash: Clash | None = None
    """what is to be decided before anything is written"""
    _begun: PerformedSet | None = None
    """the set as it stood when the line that changes it was begun"""
    _put_in: frozenset[str] = frozenset()
    """the sets that the last line added"""

    def type(self, text: str) -> None:
        """The line now reads `text`."""
        if not self.text and self.look is not None:
            self._begun = self.look.done
        super().type(text)

    def to_exercise(self, step: int) -> None:
        """To the first set of another exercise."""
        if self.cursor is not None:
            block = block_at(self.session, by_exercise(self.session, self.cursor, step))
            self.go(_first(block) if block else self.cursor)

    def keep_mine(self, clash: Clash) -> None:
        """Write the change all the same."""
        if isinstance(clash.line.act, ChangeSet):
            change = clash.line.act
            self._go_on_after(clash.line, self.logbook.edit_set(change.set_uid, change.values))

    # The way through the session

    def _opening(self) -> Cursor | None:
        return _first(self.session.exercises[0]) if self.session.exercises else None

    def _after(self, session: Session, block: SessionExercise) -> Cursor:
        """The row below this one, and below all that the line just put in: the next line must not change those."""
        if self.cursor is None or self.cursor.block != block.uid:
            return _first(block)
        cursor = by_row(block, self.cursor, 1)
        while (row := row_at(session, cursor)) and row.performed and row.performed.uid in self._put_in:
            cursor = by_row(block, cursor, 1)
        return cursor

    def _go_on(self, here: Look) -> None:
        if here.row is None:
            self.to_exercise(1)
        else:
            self.to_row(1)

    # Writing

    def _written(self, line: Accepted) -> Session:
        block, row, done = line.here.block, line.here.row, line.here.done
        self._put_in = frozenset()
        if isinstance(line.act, ChangeSet) and done is not None:
            was = self._begun if self._begun and self._begun.uid == done.uid else done
            try:
                return self.logbook.correct_set(line.act.set_uid, line.act.values, was=was.values)
            except StaleSession as error:
                self.clash = Clash(_with(error.theirs, was), error.mine, error.theirs, line)
                raise
        place = Place(block.uid, block.exercise.uid, row.planned.uid if row and row.planned else None)
        self._put_in = frozenset(one.uid for one in line.new)
        return self.logbook.log_past_sets(self.session.uid, place, line.new)

    def _rest_after(self, session: Session, block: SessionExercise, line: Accepted) -> None:
        """Nobody rests."""


def _with(session: Session, one: PerformedSet) -> Session:
    """The session with this set as it stood."""
    return replace(
        session,
        exercises=tuple(
            replace(block, performed=tuple(one if other.uid == one.uid else other for other in block.performed))
            for block in session.exercises
        ),
    )


def _first(block: SessionExercise) -> Cursor:
    """The first row of an exercise."""
    return Cursor(block.uid, key_of(block.rows[0]) if block.rows else None)
