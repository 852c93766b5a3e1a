"""Lines of sets from the command line into the running workout, read as the Log screen reads them.

Each line is one act, so that undo takes back one line. An exercise stays until another is named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workout_tui.cli import naming
from workout_tui.errors import InvalidEntry, NotFound
from workout_tui.logbook.performing import NewSet, Place
from workout_tui.model import entry
from workout_tui.ui.log import known
from workout_tui.ui.log.course import block_at, into, opening, rests_after
from workout_tui.ui.log.look import Look, look
from workout_tui.ui.log.rest import Timer, length
from workout_tui.ui.log.words import boast

if TYPE_CHECKING:
    from workout_tui.cli.opening import Book
    from workout_tui.model.session import PerformedSet, Session, SessionExercise
    from workout_tui.ui.log.course import Cursor

_HEADED = re.compile(r"(?P<name>(?=[^#:]*?[^\W\d_])[^#:]*+(?:(?<!\d):|:(?=\s|$)))(?P<rest>.*)", re.DOTALL)
"""“Bench Press: 100x5”, but neither 1:30 nor what stands in a note; a line is gone through once, however long"""


@dataclass(frozen=True, slots=True)
class Taken:
    """A line that is in the log."""

    exercise: SessionExercise
    """as it stands now"""
    sets: tuple[PerformedSet, ...]
    words: str
    """the sets, as they were read"""
    boast: str
    """the records they made, in words; empty: none"""


class Taking:
    """The running workout, to write lines into.

    Args:
        book: the lifter's.
        exercise: the exercise of lines that name none; None: where the interface would stand.
        sure: whether doubts are answered already.

    Raises:
        NotFound: no workout is running.
    """

    def __init__(self, book: Book, exercise: str | None, *, sure: bool) -> None:
        self._book = book
        self._sure = sure
        self._chosen = exercise
        self.session = running(book)

    def take(self, line: str) -> Taken | None:
        """Log one line; None when it only named the exercise of those that follow.

        Raises:
            InvalidEntry: it is not understood, or doubtful. Nothing of it was logged.
        """
        headed = _HEADED.fullmatch(line.strip())
        if headed is not None:
            self._chosen, line = headed["name"][:-1].strip(), headed["rest"].strip()
            if not line:
                self._cursor()
                return None
        here = self._look()
        read = entry.read(line, here.context, marks_first=True)
        if read.problem is not None:
            raise InvalidEntry(
                f"{here.block.exercise.name}: {read.problem.message}.", _fix(read.problem.fix), field="set"
            )
        if not line.strip() and here.row is None and here.block.planned:
            raise InvalidEntry(f"All sets of {here.block.exercise.name} are done.", "Type the set to log one more.")
        if read.doubts and not self._sure:
            raise InvalidEntry(f"{read.reading}: {'; '.join(read.doubts)}.", "If it is right, add --sure.", field="set")
        return self._log(replace(here, text=line, entry=read))

    def _log(self, here: Look) -> Taken:
        before = {one.uid for one in here.block.performed}
        new = [NewSet(self._book.uids.new(), values) for values in here.entry.sets]
        planned_uid = here.planned.uid if here.planned else None
        place = Place(here.block.uid, here.block.exercise.uid, planned_uid)
        self.session = self._book.logbook.log_sets(self.session.slot, place, new)
        block = next(one for one in self.session.exercises if one.uid == here.block.uid)
        self._rest_after(block, here)
        sets = tuple(one for one in block.performed if one.uid not in before)
        return Taken(block, sets, here.entry.reading, boast(here.records_over_past) if here.records else "")

    def _look(self) -> Look:
        cursor = self._cursor()
        block = block_at(self.session, cursor)
        if cursor is None or block is None:
            raise InvalidEntry("This workout has no exercise yet.", "Name one: -e “Bench Press”.", field="exercise")
        logbook = self._book.logbook
        here = look(self.session, cursor, known.read(logbook, logbook.lifter, self.session, block))
        assert here is not None, "the block was just found"
        return here

    def _cursor(self) -> Cursor | None:
        """Where the next set goes; an exercise that is not in the workout yet is added to it."""
        if self._chosen is None:
            return opening(self.session)
        block = self._block(self._chosen)
        if block is None:
            wanted = naming.exercise(self._chosen, self._book.logbook.exercises())
            block = self._block_of(wanted.uid)
            if block is None:
                self.session = self._book.logbook.add_exercise(self.session.uid, wanted.uid)
                block = self.session.exercises[-1]
        return into(block)

    def _block(self, name: str) -> SessionExercise | None:
        """The exercise of the workout that is meant; None when it has none of the sort."""
        try:
            found = naming.exercise(name, [block.exercise for block in self.session.exercises])
        except InvalidEntry:
            return None
        return self._block_of(found.uid)

    def _block_of(self, exercise_uid: str) -> SessionExercise | None:
        """The first block of an exercise with a set still open, else its last one."""
        blocks = [block for block in self.session.exercises if block.exercise.uid == exercise_uid]
        return next((block for block in blocks if block.open_rows), blocks[-1] if blocks else None)

    def _rest_after(self, block: SessionExercise, here: Look) -> None:
        lifter = self._book.logbook.lifter
        if not lifter.rest_auto:
            return
        timer = Timer(self._book.logbook, self.session, self._book.clock)
        live = {template.uid for template in self._book.logbook.templates()}
        more_to_come = self.session.slot.template_uid not in live
        if rests_after(self.session, block, here.entry.sets[-1].kind, more_to_come=more_to_come):
            timer.begin(length(block, lifter))
        else:
            timer.stop()


def _fix(words: str) -> str:
    """The way out that Log shows, as a sentence; the forms stand in the help here."""
    words = words.replace("? shows", "“workout log --help” shows")
    is_form = not words.partition(" ")[0].isalpha()
    return words and f"{words if is_form else f'{words[0].upper()}{words[1:]}'}."


def running(book: Book) -> Session:
    """The running workout.

    Raises:
        NotFound: there is none.
    """
    session = book.logbook.active()
    if session is None:
        raise NotFound("No workout is open.", "“workout start” begins one.")
    return session


def next_set(book: Book, session: Session) -> Look | None:
    """Where the interface would stand now, with what ⏎ would log; None in a workout without exercises."""
    cursor = opening(session)
    block = block_at(session, cursor)
    if cursor is None or block is None:
        return None
    return look(session, cursor, known.read(book.logbook, book.logbook.lifter, session, block))
