"""What History looks at: all sessions, those that were put aside, those of a search or of one exercise.

Here is the list with its mark, the map with its cursor, and every way they change. Knows no widget.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from workout_tui.ui.history.shelf import Shelf
from workout_tui.ui.history.weeks import Weeks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.search import Entry
    from workout_tui.model.session import Session, SetValues

_ONE_MORE = 60
"""how many sessions of an exercise are read ahead"""


class Browser:
    """The past of one lifter, looked through.

    Args:
        logbook: theirs.
        exercise: only sessions of this one.
    """

    def __init__(self, logbook: Logbook, exercise: Exercise | None = None) -> None:
        self.logbook = logbook
        self.exercise = exercise
        self.discarded = False
        """whether those that were put aside are looked at"""
        self.on_map = False
        """whether the arrows are for the map"""
        self.query = ""
        self._entries: Sequence[Entry] | None = None
        """what is searched; None: nothing was searched since the log was read"""
        self._sets: dict[str, tuple[SetValues, ...]] = {}
        self.cursor: date | None = None
        """the day the map's cursor is on"""
        self._front: Session | None = None
        self._load()
        self._find(None)

    def read(self, wanted: str | None = None) -> None:
        """Read all of it again, marking the session `wanted`, else the one that was marked."""
        wanted = wanted or self.chosen
        self._load()
        self._find(wanted)

    def _load(self) -> None:
        self.totals = self.logbook.totals()
        self.weeks = Weeks(self.logbook, self.logbook.today())
        self.unit = self.logbook.lifter.unit
        self.due = self.logbook.due_for_the_sheet()
        """the sessions that wait for the sheet; None: there is none"""
        self._entries = self._front = None
        self._sets.clear()

    @property
    def chosen(self) -> str | None:
        """The uid of the marked session; None: there is none."""
        marked = self.shelf.marked
        return marked.uid if marked else None

    @property
    def front(self) -> Session | None:
        """The marked session in full, read once; None: there is none."""
        uid = self.chosen
        if uid is None:
            return None
        if self._front is None or self._front.uid != uid:
            self._front = self.logbook.session(uid)
        return self._front

    @property
    def found(self) -> int | None:
        """How many sessions are in the list; None: it has not been narrowed."""
        return len(self._uids) if self._uids is not None else None

    @property
    def uids(self) -> frozenset[str] | None:
        """The sessions the list was narrowed to; None: all there are."""
        return None if self._uids is None else frozenset(self._uids)

    # What is in the list

    def search(self, query: str) -> None:
        """List what fits; all there is for an empty query."""
        if query != self.query:
            self.query = query
            self._find(self.chosen)

    def turn(self) -> None:
        """To what was put aside, or to what was finished."""
        self.discarded, self.on_map, self.query = not self.discarded, False, ""
        self._entries = None
        self._find(None)

    def _find(self, wanted: str | None) -> None:
        self._uids = self._narrowed()
        self.shelf = Shelf(self.logbook, discarded=self.discarded, found=self._uids)
        if wanted is not None:
            self.shelf.to_uid(wanted)
        self.point()

    def _narrowed(self) -> tuple[str, ...] | None:
        if self.query.strip():
            from workout_tui.model.search import search  # noqa: PLC0415 - History opens before anything is searched

            if self._entries is None:
                self._entries = self.logbook.past_texts(discarded=self.discarded)
            return search(self.query, self._entries, self.weeks.today)
        if self.exercise is not None and not self.discarded:
            return self.logbook.sessions_with(self.exercise.uid)
        return None

    def sets(self) -> dict[str, tuple[SetValues, ...]]:
        """What was done of the exercise in the sessions read so far, by their uids; nothing without an exercise."""
        if self.exercise is not None and len(self._sets) < len(self.shelf.lines):
            past = self.logbook.history(self.exercise.uid, limit=len(self.shelf.lines) + _ONE_MORE)
            self._sets = {one.session_uid: one.sets for one in past}
        return self._sets

    # Moving

    def move(self, by: int) -> None:
        """Along the list, or by a day in the map."""
        if self.on_map:
            self.to_day(by)
        else:
            self.shelf.move(by)
            self.point()

    def to_week(self, step: int) -> None:
        """To the next week that has a session, or, in the map, to the one beside."""
        if self.on_map:
            self.to_day(7 * step)
        elif self.shelf.marked is not None:
            self.shelf.to_week(step, self.weeks.begin(self.shelf.marked.day))
            self.point()

    def to_day(self, by: int) -> None:
        """Move the cursor of the map; the mark of the list follows."""
        if self.cursor is not None:
            self.cursor = min(self.cursor + timedelta(days=by), self.weeks.today)
            self.shelf.to_day(self.cursor)

    def to_end(self, *, newest: bool) -> None:
        """To the newest session, or to the oldest."""
        if newest:
            self.shelf.at = 0
        else:
            self.shelf.to_end()
        self.point()

    def use_map(self, *, on: bool) -> None:
        """Give the arrows to the map, or to the list again."""
        self.on_map = on and self.cursor is not None
        if not self.on_map:
            self.point()

    def point(self) -> None:
        """The day of the marked session is the day of the map's cursor."""
        marked = self.shelf.marked
        self.cursor = marked.day if marked else None
