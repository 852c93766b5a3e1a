"""A world in which the sync can be tried for years within seconds: one spreadsheet, laptops, time and bad luck.

Time passes only when it is told to. The server answers on its own clock; laptops have clocks that may be
wrong. Whatever goes wrong is drawn from a seed, so that a story can be told again.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from tests.support import START, new_log, opened
from workout_tui.clock import Uids
from workout_tui.errors import NeedsUser
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.lifters import add_lifter, first_lifter
from workout_tui.logbook.logbook import Logbook, NewSet, Place
from workout_tui.loopback.api import Api, Response
from workout_tui.loopback.hands import Hands
from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import Unit
from workout_tui.model.session import Session, SetValues, Status
from workout_tui.store import session_reads, sessions, sheets, sync_notes
from workout_tui.store.connection import Store
from workout_tui.store.sync_notes import Review
from workout_tui.sync import outcomes, rows, setting_up, tokens
from workout_tui.sync.cells import of_json
from workout_tui.sync.columns import CONTENT, Column, find
from workout_tui.sync.cycle import CycleDesk, CycleResult, run_cycle
from workout_tui.sync.device import settle_in
from workout_tui.sync.key import Key, Kind
from workout_tui.sync.outcomes import End, Said
from workout_tui.sync.rows import Cells
from workout_tui.sync.sheet import Answer, Area, CallFailed, Json, values_body

BOOK = "book"
KEY = Key(Kind.SERVICE, "log@example.iam.gserviceaccount.com", {})
_LATENCY_MS = 300


class Killed(BaseException):
    """The program is gone, with everything it had in its memory."""


class Fault(StrEnum):
    """What happens to a call."""

    NONE = "none"
    OFFLINE = "offline"
    BEFORE_503 = "503 before"
    BEFORE_429 = "429 before"
    BEFORE_RESET = "reset before"
    AFTER_503 = "503 after"
    AFTER_RESET = "reset after"
    CUT = "answer cut"
    LATE = "applied late"


@dataclass
class Cloud:
    """The spreadsheet's server, its clock, and the user's hands."""

    api: Api = field(default_factory=Api)
    at: int = START
    """the true time, UTC milliseconds"""
    late: list[tuple[int, str, Json]] = field(default_factory=list)
    story: list[str] = field(default_factory=list)
    before_call: Callable[[str], None] = field(default=lambda _what: None)
    """the user's hands, at the moment a call arrives"""

    def __post_init__(self) -> None:
        self.api.create(BOOK)

    @property
    def hands(self) -> Hands:
        return Hands(self.api, BOOK)

    def tell(self, words: str) -> None:
        self.story.append(f"{(self.at - START) / 1000:>10.1f}s  {words}")

    def pass_ms(self, milliseconds: int) -> None:
        """Time passes; requests that were on their way arrive."""
        end = self.at + milliseconds
        for one in sorted(self.late, key=lambda late: late[0]):
            due, path, body = one
            if due <= end:
                self.at = max(self.at, due)
                self.late.remove(one)
                said = self.api.handle("POST", path, (), body, now=self.at)
                self.tell(f"a request arrives late: {said.status}")
        self.at = end

    def tab(self) -> list[list[Any]]:
        """The rows of the log's tab as they stand."""
        tab = next(tab for tab in self.hands.book.tabs if tab.id == setting_up.LOG_TAB)
        return self.hands.rows(tab.title)


@dataclass
class LaptopClock:
    """A laptop's clocks: the wall's may be set, the other one stands still while the lid is closed."""

    cloud: Cloud
    skew: int = 0
    slept: float = 0.0

    def now(self) -> int:
        return self.cloud.at + self.skew

    def utc_offset_min(self, at: int) -> int:
        return 120

    def monotonic(self) -> float:
        return self.cloud.at / 1000 - self.slept

    def sleep(self, milliseconds: int) -> None:
        """The lid is closed."""
        self.slept += milliseconds / 1000
        self.cloud.pass_ms(milliseconds)


class MortalStore(Store):
    """A log whose program may be killed around every commit. No fsync: it is the process that dies, not the disk."""

    mortal: Callable[[str], None] = staticmethod(lambda _point: None)

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.connection.execute("PRAGMA synchronous = OFF")

    @contextmanager
    def write(self) -> Iterator[None]:
        self.mortal("before a transaction")
        with super().write():
            yield
            self.mortal("before a commit")
        self.mortal("after a commit")


@dataclass
class VirtualSheet:
    """The four calls, through bad luck."""

    laptop: Laptop

    def metadata(self, fields: str) -> Answer:
        return self._call("GET", "", [("fields", fields)], None)

    def values(self, areas: Sequence[Area], *, columns: bool = False) -> Answer:
        return self._call("POST", "/values:batchGetByDataFilter", [], values_body(areas, columns=columns))

    def batch_update(self, body: Json, fields: str = "") -> Answer:
        return self._call("POST", ":batchUpdate", [("fields", fields)] if fields else [], body)

    def close(self) -> None:
        pass

    def _call(self, method: str, rest: str, query: list[tuple[str, str]], body: Json | None) -> Answer:
        laptop, cloud = self.laptop, self.laptop.cloud
        what = rest.strip(":/") or "metadata"
        is_write = what == "batchUpdate"
        laptop.calls.append("write" if is_write else "read")
        laptop.mortal(f"before {what}")
        fault = laptop.fault(is_write)
        cloud.pass_ms(_LATENCY_MS)
        if fault is not Fault.NONE:
            cloud.tell(f"{laptop.name}: {what}: {fault}")
        path = f"/v4/spreadsheets/{BOOK}{rest}"
        self._fail_before(fault, path, body or {}, is_write=is_write)
        cloud.before_call(what)
        said = cloud.api.handle(method, path, query, body, now=cloud.at)
        laptop.mortal(f"after {what}")
        cloud.pass_ms(_LATENCY_MS)
        return self._answer(said, fault)

    def _fail_before(self, fault: Fault, path: str, body: Json, *, is_write: bool) -> None:
        cloud = self.laptop.cloud
        if fault is Fault.OFFLINE:
            raise outcomes.without_answer(End.NO_WAY)
        if fault is Fault.BEFORE_503:
            raise outcomes.answered(Said(503, "unavailable", at=cloud.at), KEY)
        if fault is Fault.BEFORE_429:
            raise outcomes.answered(Said(429, "slow down", at=cloud.at), KEY)
        if fault is Fault.BEFORE_RESET:
            raise outcomes.without_answer(End.CUT)
        if fault is Fault.LATE:
            if is_write:
                cloud.late.append((cloud.at + self.laptop.chance.randrange(10_000, 180_000), path, body))
            cloud.pass_ms(10_000)
            raise outcomes.without_answer(End.TOO_SLOW)

    def _answer(self, said: Response, fault: Fault) -> Answer:
        at = int(parsedate_to_datetime(said.headers["Date"]).timestamp() * 1000)
        if fault is Fault.AFTER_503:
            raise outcomes.answered(Said(503, "unavailable", at=at), KEY)
        if fault is Fault.AFTER_RESET:
            raise outcomes.without_answer(End.CUT)
        if fault is Fault.CUT:
            raise outcomes.without_answer(End.UNREADABLE)
        if said.status != 200:
            raise outcomes.answered(Said(said.status, str(said.body["error"]["message"]), at=at), KEY)
        return Answer(said.body, at)


@dataclass
class Laptop:
    """A laptop with the log on it."""

    cloud: Cloud
    name: str
    folder: Path
    seed: int = 1
    clock: LaptopClock = field(init=False)
    chance: random.Random = field(init=False)
    uids: Uids = field(init=False)
    store: MortalStore = field(init=False)
    logbook: Logbook = field(init=False)
    calls: list[str] = field(default_factory=list)
    fault: Callable[[bool], Fault] = field(default=lambda _is_write: Fault.NONE)
    """what happens to the next call, told whether it writes"""
    mortal: Callable[[str], None] = field(default=lambda _point: None)
    between: Callable[[], None] = field(default=lambda: None)
    """what happens while the program waits"""
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = LaptopClock(self.cloud)
        self.chance = random.Random(f"{self.seed} {self.name}")
        self.uids = Uids(self.clock, random.Random(f"uids {self.seed} {self.name}"))
        self.folder.mkdir(parents=True, exist_ok=True)
        self.open()

    @property
    def path(self) -> Path:
        return self.folder / "workout.db"

    def open(self) -> None:
        """Start the program."""
        if not self.path.exists():
            self.path.write_bytes(new_log())
        self.store = opened(MortalStore(self.path))
        settle_in(self.store, f"device {self.name}", self.clock)
        lifter = first_lifter(self.store) or add_lifter(self.store, "Ann", Unit.KG, clock=self.clock, uids=self.uids)
        self.logbook = Logbook(self.store, lifter.uid, clock=self.clock, uids=self.uids, metrics=Metrics())

    def kill(self) -> None:
        """All that was in memory is gone; the program starts again."""
        self.store.connection.close()
        self.open()

    def connect(self) -> None:
        """Connect the log to the spreadsheet, whose tabs are made when they are missing."""
        self.connect_lifter(self.logbook.lifter.uid)
        self.calls.clear()

    def connect_lifter(self, lifter_uid: str) -> int:
        """Connect a lifter to the spreadsheet. Returns the row of their sheet."""
        sheet = VirtualSheet(self)
        made = setting_up.make_what_is_missing(sheet, setting_up.look(sheet))
        profile_id = int(self.store.value("SELECT id FROM profile WHERE uid = ?", (lifter_uid,)))
        to = sheets.Destination(BOOK, setting_up.LOG_TAB, setting_up.JOURNAL_TAB, "Workouts", KEY.account)
        with self.store.write():
            return sheets.connect(self.store, profile_id, to, at=self.clock.now(), anew=made)

    @property
    def profile_id(self) -> int:
        return int(self.store.value("SELECT min(id) FROM profile"))

    @property
    def sheet_id(self) -> int:
        row = sheets.current(self.store, self.profile_id)
        assert row is not None
        return row.id

    def desk(self) -> CycleDesk:
        return CycleDesk(
            self.store, self.sheet_id, f"device {self.name}", lambda: VirtualSheet(self), self.clock, self.chance,
            self._wait,
        )  # fmt: skip

    def _wait(self, seconds: float) -> bool:
        self.cloud.pass_ms(round(seconds * 1000))
        self.between()
        return False

    def cycle(self) -> CycleResult | None:
        """One cycle, as the worker would run it; None when a call failed or the program was killed."""
        self.store.mortal = self.mortal
        try:
            return run_cycle(self.desk())
        except CallFailed as failure:
            self.problems.append(failure.kind)
        except NeedsUser as problem:
            self.problems.append(problem.message)
        except Killed as killed:
            self.cloud.tell(f"{self.name}: killed {killed}")
            self.kill()
        finally:
            self.store.mortal = lambda _point: None
        return None

    def dies_at(self, step: int) -> bool:
        """A cycle in which the program dies at this step, counted from 0; False when it came to its end before."""
        left = [step]

        def die(point: str) -> None:
            left[0] -= 1
            if left[0] == -1:
                raise Killed(point)

        self.mortal = die
        return self.cycle() is None

    def settle(self, rounds: int = 40) -> None:
        """Cycles without any more bad luck until nothing is left to do."""
        self.fault, self.mortal, self.between = lambda _is_write: Fault.NONE, lambda _point: None, lambda: None
        for _ in range(rounds):
            result = self.cycle()
            if result is not None and result.again_in_s is None:
                return
            self.cloud.pass_ms(round(1000 * ((result.again_in_s if result else None) or 300)))
        raise AssertionError(f"{self.name} is not done: {result}, {self.problems[-3:]}")

    def copied(self, name: str) -> Laptop:
        """Another laptop with a copy of this one's log, as it is now."""
        folder = self.folder.with_name(name)
        folder.mkdir()
        self.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(self.path, folder / "workout.db")
        return Laptop(self.cloud, name, folder, self.seed)


def sheet_rows(cloud: Cloud) -> list[tuple[Any, Any, Cells]]:
    """Key, token and cells of every row of the log's tab below the header."""
    header, *lines = cloud.tab()
    layout = find(header)

    def cell(line: list[Any], column: Column) -> Any:
        place = layout[column]
        return of_json(line[place]) if place < len(line) else None

    return [
        (cell(line, Column.KEY), cell(line, Column.TOKEN), {column: cell(line, column) for column in CONTENT})
        for line in lines
    ]


def train(laptop: Laptop, *sets: SetValues, exercise: str = "Bench Press") -> Session:
    """A whole workout, finished."""
    book = laptop.logbook
    session = book.start(None, session_uid=laptop.uids.new())
    lift = book.add_exercises([Exercise("", exercise, Measure.WEIGHT)])[0]
    session = book.add_exercise(session.uid, lift.uid)
    block = session.exercises[-1]
    new = [NewSet(laptop.uids.new(), values) for values in sets]
    session = book.log_sets(session.slot, Place(block.uid, lift.uid, None), new)
    laptop.cloud.pass_ms(60_000)
    return book.finish(session.uid)


def expected(laptop: Laptop) -> dict[str, Cells]:
    """What the sheet should say of completed workouts, by the keys of its rows."""
    found: dict[str, Cells] = {}
    for one in session_reads.several(laptop.store, sessions.all_ids(laptop.store, laptop.profile_id)):
        if one.status is Status.COMPLETED:
            found |= rows.of_session(one, laptop.logbook.lifter.name)
    return found


def assert_equal(*laptops: Laptop) -> None:
    """Every set of theirs stands in the sheet exactly once, as it is here; what was removed counts to nothing."""
    there = [row for row in sheet_rows(laptops[0].cloud) if row[0] is not None]
    keys = [key for key, _, _ in there]
    assert len(keys) == len(set(keys)), "doubled"
    assert all(tokens.fits(key, token) for key, token, _ in there)
    live = {key: cells for key, _, cells in there if cells[Column.STATUS] != rows.REMOVED}
    assert live == {key: cells for one in laptops for key, cells in expected(one).items()}
    assert all(cells == rows.removed(cells) for _, _, cells in there if cells[Column.STATUS] == rows.REMOVED)


def reviews(laptop: Laptop) -> list[Review]:
    """What the lifter is asked."""
    return list(sync_notes.reviews(laptop.store, laptop.sheet_id))
