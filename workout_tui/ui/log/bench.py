"""What the keys do on the Log screen. Knows the logbook, but no widget.

Only here is written; what was typed stays until the log has it, under the identity it was given.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.errors import StoreBusy, StoreUnavailable, WorkoutError
from workout_tui.logbook.performing import NewSet, Place
from workout_tui.ui.log.course import block_at, rests_after
from workout_tui.ui.log.enter import ChangeSet, Confirm, GoOn, LogSets, PickNext, Presses, Refuse, enter
from workout_tui.ui.log.hint import Bar, Said
from workout_tui.ui.log.named import REST, UNDO
from workout_tui.ui.log.rest import length
from workout_tui.ui.log.standing import Accepted, Standing
from workout_tui.ui.log.words import boast

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.model.session import Session, SessionExercise
    from workout_tui.ui.log.look import Look
    from workout_tui.ui.log.outcome import Act, Outcome


class Bench(Standing):
    """One lifter's running session under their fingers."""

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
                self._write(Accepted(here, decision, new, at))
            case ChangeSet():
                self._write(Accepted(here, decision, (), at))
            case GoOn():
                self._go_on(here)
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
            self.said = Said(f"no rest is running · {REST} starts one")
        self._say_timer_trouble()

    # Within

    def _go_on(self, here: Look) -> None:
        """⏎ where there is nothing to write."""
        self.go(self._after(self.session, here.block))

    def _write(self, line: Accepted) -> None:
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

    def _written(self, line: Accepted) -> Session:
        if isinstance(line.act, ChangeSet):
            return self.logbook.edit_set(line.act.set_uid, line.act.values)
        block, row = line.here.block, line.here.row
        place = Place(block.uid, block.exercise.uid, row.planned.uid if row and row.planned else None)
        return self.logbook.log_sets(self.session.slot, place, line.new)

    def _go_on_after(self, line: Accepted, session: Session) -> None:
        """The line is in the log: empty it, go to the next set, rest."""
        is_new = isinstance(line.act, LogSets)
        is_bare = isinstance(line.act, LogSets) and line.act.is_bare
        self._presses = Presses(last_bare=line.at if is_bare else None)
        self._put_text("")
        if is_new:
            self._next_uids.used()
        block = next((one for one in session.exercises if one.uid == line.here.block.uid), None)
        self._take(session, self._after(session, block) if block else None)
        if not is_new:
            self.said = Said(f"changed · {UNDO} takes it back")
        elif line.here.records:
            self.said = Said(boast(line.here.records_over_past), is_record=True)
        else:
            self.said = None
        if is_new and block is not None:
            self._rest_after(session, block, line)

    def _rest_after(self, session: Session, block: SessionExercise, line: Accepted) -> None:
        if not self.lifter.rest_auto:
            return
        if rests_after(session, block, line.new[-1].values.kind, more_to_come=self.is_free):
            self.timer.begin(length(block, self.lifter))
        else:
            self.timer.stop()
        self._say_timer_trouble()

    def _say_timer_trouble(self) -> None:
        if self.timer.trouble:
            self.said = Said(self.timer.trouble, Bar.WARN)

    def _ask(self, token: str, words: str) -> None:
        self._presses = replace(self._presses, confirmed=token)
        self.said = Said(words, Bar.WARN) if words else None


def _reason(error: WorkoutError) -> str:
    """What went wrong, without the words that stand before it already."""
    return error.message.removeprefix("Not saved: ")
