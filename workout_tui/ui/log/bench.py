"""The Log screen's state, and every way it changes. Knows the logbook, but no widget.

What is on the screen is in the log; here is only what is not yet: the line being typed, the place of
the cursor, the identity of the set about to be logged.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.errors import StoreBusy, StoreUnavailable, WorkoutError
from workout_tui.logbook.performing import NewSet, Place
from workout_tui.model.bests import Bests
from workout_tui.ui.log import known
from workout_tui.ui.log.course import Cursor, block_at, by_exercise, by_row, kept, onward, opening, rests_after
from workout_tui.ui.log.enter import ChangeSet, Confirm, GoOn, LogSets, PickNext, Presses, Refuse, enter
from workout_tui.ui.log.guards import SinceEmpty
from workout_tui.ui.log.hint import Bar, Said
from workout_tui.ui.log.identity import NextUids
from workout_tui.ui.log.known import Known
from workout_tui.ui.log.look import Look, look
from workout_tui.ui.log.rest import Timer, length
from workout_tui.ui.log.words import boast

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.clock import Clock, Uids
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.session import Session, SessionExercise
    from workout_tui.ui.log.acts import Act, Outcome


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that ⏎ accepted: what is to be written where, under which identities."""

    here: Look
    act: LogSets | ChangeSet
    new: tuple[NewSet, ...]
    at: float


class Bench:
    """One lifter's running session under their fingers."""

    def __init__(self, logbook: Logbook, session_uid: str, clock: Clock, uids: Uids) -> None:
        self.logbook = logbook
        self._clock = clock
        self._known: dict[str, Known] = {}
        self._since_empty = SinceEmpty()
        self._presses = Presses()
        self._next_uids = NextUids(uids)
        self._waiting: _Line | None = None
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
        self.cursor = opening(self.session)
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
            self.cursor = onward(self.session, self.look.block)
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

    # Enter

    def enter(self) -> bool:
        """⏎. True: it is time to pick the next exercise."""
        here, at = self.look, self._clock.monotonic()
        if here is None:
            return True
        decision = enter(here, self._presses, at, is_free=self.is_free)
        self._forget()
        match decision:
            case LogSets(sets):
                uids = self._next_uids.take(len(sets))
                new = tuple(NewSet(uid, values) for uid, values in zip(uids, sets, strict=True))
                self._write(_Line(here, decision, new, at))
            case ChangeSet():
                self._write(_Line(here, decision, (), at))
            case GoOn():
                self.go(onward(self.session, here.block))
            case Confirm(token, words):
                self._ask(token, words)
            case Refuse(words):
                self.insists = True
                self.said = Said(words, Bar.WARN) if words else None
            case PickNext():
                return True
        return False

    @property
    def is_waiting(self) -> bool:
        """Whether a line waits for another program to let go of the file."""
        return self._waiting is not None

    def retry(self) -> None:
        """Try a waiting line again, with the same identities: it cannot be written twice."""
        if self._waiting is not None:
            self._write(self._waiting)

    # Commands

    def do(self, act: Act) -> None:
        """Do what a command key asks for, at the current place."""
        here = self.look
        if here is not None:
            self.attempt(lambda: act(self.logbook, here))

    def attempt(self, act: Callable[[], Outcome]) -> None:
        """Do an act; what goes wrong is said, and nothing is lost."""
        self._forget()
        try:
            outcome = act()
        except StoreUnavailable as error:
            self.said = Said(f"not saved: {_reason(error)} {error.fix}".strip(), Bar.BAD)
        except WorkoutError as error:
            self.said = Said(str(error), Bar.WARN)
        else:
            self._take(outcome.session, outcome.cursor)
            self.said = outcome.said

    def say(self, said: Said) -> None:
        """Say something until the next key."""
        self._forget()
        self.said = said

    def confirms(self, token: str, words: str) -> bool:
        """Whether the same was asked for just before; if not, say what asking again does."""
        if self._presses.confirmed == token:
            return True
        self._forget()
        self._ask(token, words)
        return False

    def toggle_rest(self) -> None:
        """Stop the rest, or begin one."""
        self._forget()
        block = block_at(self.session, self.cursor)
        if self.timer.rest is not None:
            self.timer.stop()
        elif block is not None:
            self.timer.begin(length(block, self.lifter))
        self._say_timer_trouble()

    def shift_rest(self, by_s: int) -> None:
        """Make the running rest longer or shorter."""
        self._forget()
        if not self.timer.shift(by_s):
            self.said = Said("no rest is running · space starts one")
        self._say_timer_trouble()

    # Within

    def _write(self, line: _Line) -> None:
        """Write an accepted line. Only once the log has it does the row tick and the line empty."""
        self._waiting = None
        # Whatever goes wrong, the next ⏎ means it: no doubt is asked twice about one line.
        confirmed = f"doubt:{self.text}" if self.text else "bounce"
        self._presses = replace(self._presses, confirmed=confirmed)
        try:
            session = self._written(line)
        except StoreBusy:
            self._waiting = line
            self.said = Said("waiting: another program holds the log. Your line is kept", Bar.WARN)
        except WorkoutError as error:
            # What to do stands in front: a narrow window cuts the end.
            told = f"⏎ tries again · {_reason(error)}" if error.retryable else f"{_reason(error)} {error.fix}"
            self.said = Said(f"not saved: {told}".strip(), Bar.BAD)
        else:
            self._go_on_after(line, session)

    def _written(self, line: _Line) -> Session:
        if isinstance(line.act, ChangeSet):
            return self.logbook.edit_set(line.act.set_uid, line.act.values)
        block, row = line.here.block, line.here.row
        place = Place(block.uid, block.exercise.uid, row.planned.uid if row and row.planned else None)
        return self.logbook.log_sets(self.session.slot, place, line.new)

    def _go_on_after(self, line: _Line, session: Session) -> None:
        """The line is in the log: empty it, go to the next set, rest."""
        is_new = isinstance(line.act, LogSets)
        is_bare = isinstance(line.act, LogSets) and line.act.is_bare
        self._presses = Presses(last_bare=line.at if is_bare else None)
        self._put_text("")
        if is_new:
            self._next_uids.used()
        block = next((one for one in session.exercises if one.uid == line.here.block.uid), None)
        self._take(session, onward(session, block) if block else opening(session))
        if not is_new:
            self.said = Said("changed · u takes it back")
        elif line.here.records:
            self.said = Said(boast(line.here.records_over_past), is_record=True)
        else:
            self.said = None
        if is_new and block is not None and self.lifter.rest_auto:
            self._rest_after(session, line)

    def _rest_after(self, session: Session, line: _Line) -> None:
        block = next(one for one in session.exercises if one.uid == line.here.block.uid)
        if rests_after(session, block, line.new[-1].values.kind, more_to_come=self.is_free):
            self.timer.begin(length(block, self.lifter))
        else:
            self.timer.stop()
        self._say_timer_trouble()

    def _say_timer_trouble(self) -> None:
        if self.timer.trouble:
            self.said = Said(self.timer.trouble, Bar.WARN)

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

    def _ask(self, token: str, words: str) -> None:
        self._presses = replace(self._presses, confirmed=token)
        self.said = Said(words, Bar.WARN) if words else None

    def _forget(self) -> None:
        """Another key: nothing is confirmed, nothing waits, nothing more to say."""
        self._presses = replace(self._presses, confirmed="")
        self.said = self._waiting = None
        self.insists = False

    def _is_without_template(self) -> bool:
        return all(template.uid != self.session.slot.template_uid for template in self.logbook.templates())


def _reason(error: WorkoutError) -> str:
    """What went wrong, without the words that stand before it already."""
    return error.message.removeprefix("Not saved: ")
