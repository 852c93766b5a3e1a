"""Two weeks of a lifter’s life: what is sent when, with how many calls a day, and all of it there in the end.

The rounds are the thread’s own, with its waits and its back-off, on a clock that is turned; the sheet is the
look-alike. The laptop is open from half past five in the afternoon till half past
ten.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support import DAY, HOUR, done
from tests.sync.virtual import BOOK, Cloud, Fault, Laptop, VirtualSheet, assert_equal, sheet_rows, train
from workout_tui.config import Config
from workout_tui.logs import Log
from workout_tui.model.session import Session
from workout_tui.paths import Paths
from workout_tui.sync import connecting, key, rows, turning
from workout_tui.sync.columns import Column
from workout_tui.sync.device import settle_in, this_device
from workout_tui.sync.rounds import Rounds
from workout_tui.sync.state import Phase, SyncState
from workout_tui.sync.verifying import verify

EVENING = 5 * HOUR
KEY = key.parse(json.dumps({"client_id": "c", "client_secret": "s", "refresh_token": "r"}))


@dataclass
class Fortnight:
    """A lifter, a laptop, a sheet; day after day."""

    cloud: Cloud
    laptop: Laptop
    book: connecting.Desk
    rounds: Rounds
    told: list[SyncState]
    answered: list[str] = field(default_factory=list)
    """the calls that got as far as the spreadsheet, today"""
    first: int = 0

    def __post_init__(self) -> None:
        self.cloud.before_call = self.answered.append
        self.first = self.cloud.at

    def state(self) -> SyncState:
        """What was told last."""
        return self.told[-1]

    def train(self, *reps: int) -> Session:
        """A workout, finished; the thread is woken as the screen would."""
        session = train(self.laptop, *(done(100, count) for count in reps))
        self.go(0, woken=True)
        return session

    def change(self, act: Callable[[], object]) -> None:
        """Something of the past is changed."""
        act()
        self.go(0, woken=True)

    def go(self, milliseconds: int, *, woken: bool = False) -> None:
        """The laptop is open for so long, and nobody does anything; one round at least."""
        end = self.laptop.cloud.at + milliseconds
        while True:
            wait = round(1000 * self.rounds.go(self.laptop.store, woken=woken))
            woken, left = False, end - self.cloud.at
            if left <= 0:
                return
            self.cloud.pass_ms(max(1, min(wait, left)))

    def until_night(self) -> list[str]:
        """The rest of the evening; then the lid is closed till tomorrow. Returns the calls of the day."""
        day = (self.cloud.at - self.first) // DAY
        self.go(max(0, self.first + day * DAY + EVENING - self.cloud.at))
        self.laptop.clock.sleep(self.first + (day + 1) * DAY - self.cloud.at)
        calls, self.answered[:] = list(self.answered), []
        return ["write" if call == "batchUpdate" else "read" for call in calls]

    def faults(self, *found: Fault, writes_only: bool = False) -> None:
        """What befalls the next calls."""
        waiting = list(found)

        def next_fault(is_write: bool) -> Fault:
            return waiting.pop(0) if waiting and (is_write or not writes_only) else Fault.NONE

        self.laptop.fault = next_fault

    def close_the_lid_after_the_intent(self) -> None:
        """The next batch that is written down is not sent before the lid was closed for an hour."""

        def mortal(point: str) -> None:
            if point == "after a commit" and self.laptop.store.value("SELECT 1 FROM sync_batch WHERE state = 'sent'"):
                self.laptop.store.mortal = lambda _point: None
                self.laptop.clock.sleep(HOUR)

        self.laptop.store.mortal = mortal


@pytest.fixture
def fortnight(cloud: Cloud, tmp_path: Path) -> Iterator[Fortnight]:
    laptop = Laptop(cloud, "a", tmp_path)
    paths = Paths(tmp_path, tmp_path, tmp_path)
    book = connecting.Desk(laptop.store, paths, Config(), laptop.clock, lambda _key, _id, _root: VirtualSheet(laptop))
    settle_in(laptop.store, this_device(paths, laptop.uids), laptop.clock)
    assert all(step.done for step in connecting.connect(book, laptop.logbook.lifter.uid, KEY, BOOK))
    told: list[SyncState] = []

    def wait(seconds: float) -> bool:
        cloud.pass_ms(round(1000 * seconds))
        return False

    with closing(Log(paths.log, laptop.clock)) as log:
        desk = turning.Desk(paths, Config(), laptop.clock, laptop.chance, log, wait, book.open_sheet)
        rounds = Rounds(desk, told.append)
        rounds.front = laptop.logbook.lifter.uid
        yield Fortnight(cloud, laptop, book, rounds, told)
    laptop.store.close()


NEW, EDITED = ["read", "write"], ["read", "read", "write"]


def _first_week(it: Fortnight) -> None:
    logbook = it.laptop.logbook
    tuesday = it.train(5, 5, 5)
    assert it.until_night() == NEW

    it.change(lambda: logbook.edit_set(tuesday.exercises[0].performed[1].uid, done(102.5, 4)))
    assert it.until_night() == EDITED, "Wednesday: yesterday's second set is corrected"

    thursday = it.train(8, 8, 8)
    it.change(lambda: logbook.remove_set(thursday.exercises[0].performed[2].uid))
    assert it.until_night() == NEW + EDITED, "Thursday: a set that was none"

    it.faults(*[Fault.OFFLINE] * 1000)
    it.train(5, 5)
    assert it.state().phase is Phase.OFFLINE
    assert it.until_night() == [], "Friday: no network"
    assert it.until_night() == [], "Saturday: none yet, and nothing given up"
    it.faults()
    it.rounds.rota.network_is_back()
    it.go(0)
    assert it.until_night() == NEW, "Sunday: Friday's workout"

    it.cloud.hands.sort("Log", it.cloud.tab()[0].index("Reps"), descending=True)
    it.cloud.hands.insert_columns("Log", 3)
    it.cloud.hands.edit("Log", 0, 3, "Mood")
    assert it.until_night() == [], "Monday: the lifter is busy in the sheet, the program has nothing to say"


def _second_week(it: Fortnight) -> None:
    laptop, logbook = it.laptop, it.laptop.logbook
    laptop.calls.clear()
    it.faults(*[Fault.BEFORE_429] * 6)
    it.train(3, 3, 3)
    assert it.state().problem is not None
    assert it.until_night() == ["read", *NEW], "Tuesday: throttled; the columns were moved, so one more look"
    assert len(laptop.calls) == 6 + 3, "what was refused was tried again, and not more often than that"

    it.faults(Fault.AFTER_RESET, writes_only=True)
    wednesday = it.train(10)
    assert it.state().phase is Phase.CHECKING
    assert it.until_night() == [*NEW, "read", "read"], "Wednesday: an answer is lost, and its receipt read"

    it.close_the_lid_after_the_intent()
    it.train(9, 9)
    assert it.until_night() == ["read", *NEW], "Thursday: an intent of an hour ago is not sent"

    laptop.clock.skew = 2 * DAY
    ahead = it.train(1)
    laptop.clock.skew = 0
    it.change(lambda: logbook.discard(ahead.uid))
    assert it.until_night() == NEW + EDITED, "Friday: a clock that was wrong, and a workout of the day after tomorrow"

    it.cloud.hands.share(shared=False)
    it.train(5, 5, 5)
    assert it.state().phase is Phase.NEEDS_USER
    hourly = it.until_night()
    assert (set(hourly), len(hourly)) == ({"read"}, 5), "Saturday: the sheet is not shared; asked once an hour"
    it.cloud.hands.share(shared=True)
    it.rounds.rota.forget()
    it.change(lambda: logbook.note_session(wednesday.uid, "slept badly"))
    assert it.until_night() == [*NEW, "read", "write"], "Sunday: it is shared again, and somebody asks"

    it.faults(Fault.LATE, writes_only=True)
    it.train(2, 2)
    assert it.until_night() == ["read"] * 4, "Monday: a request arrives minutes late, and is found"


def test_two_weeks(fortnight: Fortnight) -> None:
    it, laptop = fortnight, fortnight.laptop
    _first_week(it)
    _second_week(it)
    assert (it.state().phase, it.state().waiting, it.state().reviews, it.state().problem) == (Phase.IDLE, 0, 0, None)
    assert_equal(laptop)
    report = verify(it.book, laptop.logbook.lifter.uid)
    assert report.is_equal, report.differences
    removed = [cells for _, _, cells in sheet_rows(it.cloud) if cells[Column.STATUS] == rows.REMOVED]
    assert len(removed) == 2, "the set that was none, and the workout of the wrong day"
