"""Where the lifter stands, with a mark on one of the workouts that can be started; knows no screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.ui.marking import within
from workout_tui.ui.presenters.home.view import Spot, spots

if TYPE_CHECKING:
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.overview import Home, Suggestion

_EMPTY = Spot("empty")


class Board:
    """What Home shows: read from the logbook, the mark kept from look to look."""

    def __init__(self, logbook: Logbook) -> None:
        self._logbook = logbook
        self._leads_anew = False
        self.home: Home = logbook.home(records=False)
        self.card: Suggestion | None = None
        """the workout in the card: the marked one, else the next"""
        self.mark(spots(self.home)[0])

    def read(self) -> None:
        """Read again, but for the records, which need the whole past: those of the last look stay, nothing flickers."""
        home = self._logbook.home(records=False)
        week = home.week._replace(records=self.home.week.records)
        self._take(home._replace(records=self.home.records, week=week))

    def read_records(self) -> None:
        """Read again, with the records."""
        self._take(self._logbook.home())

    def _take(self, home: Home) -> None:
        before, self.home = self.home, home
        offered = spots(home)
        # What was marked for want of anything better gives way to what leads from now on.
        leads = self._leads_anew or (home.up_next is not None and before.up_next is None)
        self._leads_anew = False
        self.mark(self.spot if self.spot in offered and not leads else offered[0])

    # The mark

    def mark(self, spot: Spot) -> None:
        """Mark this."""
        self.card = self._preview(spot)
        self.spot = spot

    def move(self, by: int) -> None:
        """Move the mark, not beyond the ends."""
        offered = spots(self.home)
        self.mark(offered[within(offered.index(self.spot) + by, len(offered))])

    def pick(self, number: int) -> None:
        """Mark a workout by its number, 0 the empty one; a number that none has marks nothing."""
        wanted = Spot("choice", number - 1) if number else _EMPTY
        if wanted in spots(self.home):
            self.mark(wanted)

    def give_way(self) -> None:
        """Mark what leads, whatever is marked now, when the log is read next."""
        self._leads_anew = True

    def shift(self, by: int) -> bool:
        """Move the marked workout up or down the list, within its program; whether there was room."""
        moved = self._logbook.move_template(self.home.workouts[self.spot.place].template_uid, by)
        if moved:
            self.spot = Spot("choice", self.spot.place + by)
        return moved

    @property
    def planned(self) -> str | None:
        """The template in the card, while a workout with a plan is marked."""
        return self.card.template_uid if self.card is not None and self.spot != _EMPTY else None

    def _preview(self, spot: Spot) -> Suggestion | None:
        if spot.kind != "choice":
            return self.home.up_next
        return self._logbook.preview(self.home.workouts[spot.place].template_uid)
