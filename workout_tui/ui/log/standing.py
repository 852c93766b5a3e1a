"""Where one stands in a session: the place of the cursor, the line that is being typed, what is said below it.

What is on the screen is in the log; here is only what is not yet. Nothing here writes a set.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.errors import WorkoutError
from workout_tui.model.bests import Bests
from workout_tui.ui.log import known
from workout_tui.ui.log.course import Cursor, block_at, by_exercise, by_row, kept, onward, opening
from workout_tui.ui.log.enter import Presses
from workout_tui.ui.log.guards import SinceEmpty
from workout_tui.ui.log.hint import Bar, Said
from workout_tui.ui.log.identity import NextUids
from workout_tui.ui.log.known import Known
from workout_tui.ui.log.look import Look, look
from workout_tui.ui.log.rest import Timer

if TYPE_CHECKING:
    from workout_tui.clock import Clock, Uids
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.logbook.performing import NewSet
    from workout_tui.model.session import Session, SessionExercise
    from workout_tui.ui.log.enter import ChangeSet, LogSets


@dataclass(frozen=True, slots=True)
class Accepted:
    """A line that ⏎ accepted: what is to be written where, under which identities."""

    here: Look
    act: LogSets | ChangeSet
    new: tuple[NewSet, ...]
    at: float


class Standing:
    """One lifter's running session, read; the line and the cursor in it."""

    def __init__(self, logbook: Logbook, session_uid: str, clock: Clock, uids: Uids) -> None:
        self.logbook = logbook
        self._clock = clock
        self._known: dict[str, Known] = {}
        self._since_empty = SinceEmpty()
        self._presses = Presses()
        self._next_uids = NextUids(uids)
        self._waiting: Accepted | None = None
        """what waits for another program to let go of the file"""
        self.text = ""
        self.idea = 0
        self.said: Said | None = None
        self.insists = False
        """whether ⏎ was pressed on an unfinished line, which then is an error"""
        self.look: Look | None = None
        """the current place; None: the session has no exercise"""
        self.session: Session = logbook.session(session_uid)
        self.lifter = logbook.lifter
        self.is_free = self._is_without_template()
        self.cursor = self._opening()
        self.timer = Timer(logbook, self.session, clock)
        self._anchor = (clock.now(), clock.monotonic())
        self._settle()

    def reread(self) -> None:
        """Read all of it again, keeping the line and, if it is still there, the place.

        What another program logged on this very place stays as it is: the line is for the next set.
        """
        was_editing = self.look is not None and self.look.is_editing
        self.session = self.logbook.session(self.session.uid)
        self.lifter = self.logbook.lifter
        self.is_free = self._is_without_template()
        self.timer.follow(self.session)
        self._known.clear()
        self.cursor = kept(self.session, self.cursor)
        self._settle()
        if self.look is not None and self.look.is_editing and not was_editing:
            self.cursor = self._after(self.session, self.look.block)
            self._settle()

    @property
    def elapsed_s(self) -> int:
        """Seconds since the start; a clock that is set meanwhile changes nothing."""
        seen_at, seen_mono = self._anchor
        return max(0, (seen_at - self.session.started_at) // 1000 + int(self._clock.monotonic() - seen_mono))

    # Typing and moving

    def type(self, text: str) -> None:
        """The line now reads `text`."""
        if text != self.text:
            self._put_text(text)
            self._forget()
            self._settle()

    def next_idea(self) -> None:
        """Show the next suggestion."""
        self._forget()
        if self.look is not None and not self.look.is_editing and len(self.look.ideas) > 1:
            self.idea = (self.look.idea + 1) % len(self.look.ideas)
            self._settle()

    def to_row(self, step: int) -> None:
        """Up or down the rows of the exercise."""
        block = block_at(self.session, self.cursor)
        if block is not None and self.cursor is not None:
            self.go(by_row(block, self.cursor, step))

    def to_exercise(self, step: int) -> None:
        """To another exercise."""
        if self.cursor is not None:
            self.go(by_exercise(self.session, self.cursor, step))

    def go(self, cursor: Cursor) -> None:
        """Put the cursor somewhere."""
        self._forget()
        if cursor != self.cursor:
            self.cursor, self.idea = cursor, 0
        self._settle()

    def clear(self) -> bool:
        """Empty the line, take back what `next_idea` chose and what was asked; False when there was nothing to."""
        had = bool(self.text or self.idea or self._presses.confirmed)
        self._put_text("")
        self.idea = 0
        self._forget()
        self._settle()
        return had

    @property
    def may_remove(self) -> bool:
        """Whether ⌫ means a set, and not the end of rubbing out a line."""
        return not self.text and self._since_empty.long_enough(self._clock.monotonic())

    def say(self, said: Said) -> None:
        """Say something until the next key."""
        self._forget()
        self.said = said

    # The way through the session

    def _opening(self) -> Cursor | None:
        """Where to begin."""
        return opening(self.session)

    def _after(self, session: Session, block: SessionExercise) -> Cursor:
        """Where to go after something was written in `block`, as both stand then."""
        return onward(session, block)

    # Within

    def _take(self, session: Session, cursor: Cursor | None) -> None:
        """Go on with the session as the logbook gave it back."""
        self.session = session
        self.timer.follow(session)
        self.cursor, self.idea = kept(session, cursor or self.cursor), 0
        self._settle()

    def _settle(self) -> None:
        """Think the place through, and give the set that is now current its identity."""
        block = block_at(self.session, self.cursor)
        if block is None or self.cursor is None:
            self.look = None
            return
        self.look = look(self.session, self.cursor, self._known_of(block), self.text, self.idea)
        self._next_uids.settle(self.cursor)

    def _known_of(self, block: SessionExercise) -> Known:
        """The past of an exercise, read once; when it cannot be read, sets can be logged all the same."""
        if block.uid not in self._known:
            try:
                self._known[block.uid] = known.read(self.logbook, self.lifter, self.session, block)
            except WorkoutError as error:
                self.said = Said(f"the past of this exercise is out of reach: {error.message}", Bar.WARN)
                return Known(Bests(block.exercise.measure), unit=block.setting.unit or self.lifter.unit)
        return self._known[block.uid]

    def _put_text(self, text: str) -> None:
        self.text = text
        self._since_empty.typed(text, self._clock.monotonic())

    def _forget(self) -> None:
        """Another key: nothing is confirmed, nothing waits, nothing more to say."""
        self._presses = replace(self._presses, confirmed="")
        self.said = self._waiting = None
        self.insists = False

    def _is_without_template(self) -> bool:
        return all(template.uid != self.session.slot.template_uid for template in self.logbook.templates())
