"""A log and its sheet lived at random, step by step: workouts, edits, cycles, bad luck, hands in the sheet.

After every step no set stands twice and nothing of the owner's has moved from its row; once all is settled no set is
missing and no edit is lost. In these lives nobody sorts while a request is still on its way: what happens then is the
chaos's matter. The shortest life that breaks a promise is shown by ``--machine-runs 500``.
"""

from __future__ import annotations

import logging
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from tests.machine.life import MEMORY, pick
from tests.support import HOUR, MINUTE, done
from tests.sync.virtual import Cloud, Fault, Killed, Laptop, expected, reviews, sheet_rows, train
from workout_tui.errors import WorkoutError
from workout_tui.model.session import Session, SetValues
from workout_tui.store import outbox, session_reads, sessions
from workout_tui.store.connection import Store
from workout_tui.store.outbox import Due
from workout_tui.store.sync_notes import Review
from workout_tui.sync import rows, setting_up, tokens, unsettled
from workout_tui.sync.asking import Asked, Choice
from workout_tui.sync.cells import Value, same
from workout_tui.sync.columns import CONTENT, Column
from workout_tui.sync.deciding import decide

CALM = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
MOOD = "Mood"

numbers = st.integers(0, 40)
faults = st.sampled_from((*[Fault.NONE] * 4, *Fault, Fault.LATE))
values = st.builds(done, st.sampled_from((60, 82.5, 100)), st.integers(1, 12))
workouts = st.lists(values, max_size=3)


class SheetLives(RuleBasedStateMachine):
    """Each rule is something that the lifter, the owner of the sheet, or bad luck does."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        folder = Path(self._folder.name, "a")
        folder.mkdir()
        (folder / "workout.db").write_bytes(_log())
        self.cloud = Cloud()
        self.laptop = Laptop(self.cloud, "a", folder)
        self.laptop.connect()
        self.moods: dict[str, str] = {}
        """what the owner wrote beside rows, by their keys"""
        self.own: list[str] = []
        """rows of the owner's own, by their notes"""
        self.corrected: dict[tuple[str, Column], Value] = {}
        """what the owner typed over cells of ours"""
        self.corrections = 0
        self.left: set[tuple[str, Column]] = set()
        """what the lifter left as the owner typed it, though the set was removed and could not take it"""
        self.cloud.hands.edit("Log", 0, len(self.cloud.tab()[0]), MOOD)

    def teardown(self) -> None:
        try:
            self.settle()
        finally:
            self.laptop.store.connection.close()
            self._folder.cleanup()

    # The lifter

    @rule(sets=st.lists(values, min_size=1, max_size=3))
    def trains(self, sets: list[SetValues]) -> None:
        train(self.laptop, *sets)

    @precondition(lambda self: self.sessions)
    @rule(
        which=numbers,
        number=numbers,
        deed=st.sampled_from(("edit", "edit", "remove", "discard", "undiscard", "reopen", "note", "undo")),
    )
    def changes_the_past(self, which: int, number: int, deed: str) -> None:
        book, session = self.laptop.logbook, self._session(which)
        performed = _sets(session)
        ways: dict[str, Callable[[], object]] = {
            "edit": lambda: book.edit_set(pick(performed, number).uid, done(30 + number, 3)) if performed else None,
            "remove": lambda: book.remove_set(pick(performed, number).uid) if len(performed) > 1 else None,
            "discard": lambda: book.discard(session.uid),
            "undiscard": lambda: book.undiscard(session.uid),
            "reopen": lambda: (book.reopen(session.uid), book.finish(session.uid)),
            "note": lambda: book.note_session(session.uid, f"note {number}"),
            "undo": lambda: book.undo(session.uid),
        }
        self._try(ways[deed])

    @precondition(lambda self: not self.cloud.late)
    @rule(number=numbers, column=st.sampled_from((Column.WEIGHT, Column.REPS)), new=values,
          choice=st.sampled_from((None, Choice.HERE, Choice.SHEET)))  # fmt: skip
    def both_sides_change_a_cell(self, number: int, column: Column, new: SetValues, choice: Choice | None) -> None:
        """Before the next cycle knows of either; what is asked about then may be decided, now or later."""
        found = self._keyed()
        if found:
            row, key = pick(found, number)
            self._correct(row, key, column)
            self._try(lambda: self.laptop.logbook.edit_set(key, new))
            self.laptop.cycle()
        open_ones = [one for one in reviews(self.laptop) if one.kind == Asked.CONFLICT and not one.choice]
        if choice and open_ones:
            self._try(lambda: self._decide(pick(open_ones, number), choice))

    # The program

    @rule(sets=workouts, read=faults, write=faults, times=st.integers(1, 3))
    def syncs(self, sets: list[SetValues], read: Fault, write: Fault, times: int) -> None:
        """Some cycles, perhaps after a workout; something befalls the first call of each kind."""
        if sets:
            train(self.laptop, *sets)
        waiting = {False: read, True: write}
        self.laptop.fault = lambda is_write: waiting.pop(is_write, Fault.NONE)
        for _ in range(times):
            self.laptop.cycle()
        self._calm_down()

    @rule(steps=st.integers(1, 14))
    def is_killed_while_it_syncs(self, steps: int) -> None:
        left = [steps]

        def die(point: str) -> None:
            left[0] -= 1
            if not left[0]:
                raise Killed(point)

        self.laptop.mortal = die
        self.laptop.cycle()
        self._calm_down()

    @rule(sets=st.lists(values, min_size=1, max_size=3), number=numbers, lid=st.booleans())
    def is_disturbed_while_it_syncs(self, sets: list[SetValues], number: int, lid: bool) -> None:
        """A set of what is being sent is edited while the call is under way; perhaps the lid was closed before."""
        one = pick(_sets(train(self.laptop, *sets)), number)

        def edit(what: str) -> None:
            if what == "batchUpdate":
                self._try(lambda: self.laptop.logbook.edit_set(one.uid, done(20 + number, 20)))

        self.cloud.before_call = edit
        if lid:
            self.laptop.between = lambda: self.laptop.clock.sleep(HOUR)
        self.laptop.cycle()
        self._calm_down()

    @rule(minutes=st.sampled_from((1, 2, 5, 60)), hours_off=st.sampled_from((0, 0, 0, -30, 30)))
    def time_passes(self, minutes: int, hours_off: int) -> None:
        self.cloud.pass_ms(minutes * MINUTE)
        self.laptop.clock.skew = hours_off * HOUR

    # The owner of the sheet

    @precondition(lambda self: not self.cloud.late)
    @rule(number=numbers, deed=st.sampled_from(("sort", "sort", "rows", "column", "move", "rename", "colour")))
    def rearranges(self, number: int, deed: str) -> None:
        hands, tab, header = self.cloud.hands, self._tab, self.cloud.tab()[0]
        at, by = number % len(header), pick((Column.WEIGHT, Column.REPS, Column.DATE, MOOD), number)
        ways: dict[str, Callable[[], None]] = {
            "sort": lambda: hands.sort(tab, self._place(by), descending=number % 2 == 0),
            "rows": lambda: hands.insert_rows(tab, 1 + number % len(self.cloud.tab())),
            "column": lambda: hands.insert_columns(tab, at) if len(header) < 40 else None,
            "move": lambda: hands.move_columns(tab, at, at + 1, 0) if at > 1 else None,
            "rename": lambda: hands.rename(tab, f"Log {number}"),
            "colour": lambda: hands.colour(tab, 1, 2 + number),
        }
        ways[deed]()

    @rule(number=numbers, deed=st.sampled_from(("below", "beside", Column.WEIGHT, Column.REPS, Column.NOTE)))
    def writes(self, number: int, deed: str) -> None:
        """Below our rows, beside one, or over a cell of ours; that not while a request is on its way."""
        found = self._keyed()
        if deed == "below":
            row, note = len(self.cloud.tab()) + 1, f"own {len(self.own)}"
            self._type(row, Column.NOTE, note)
            self._type(row, Column.WEIGHT, number)
            self.own.append(f"{note}: {number}")
        elif found and deed == "beside":
            row, key = pick(found, number)
            self.moods[key] = f"mood {number}"
            self._type(row, MOOD, self.moods[key])
        elif found and isinstance(deed, Column) and not self.cloud.late:
            row, key = pick(found, number)
            self._correct(row, key, deed)

    # The promises

    @invariant()
    def no_set_stands_twice(self) -> None:
        counts = Counter(key for key, token, _ in sheet_rows(self.cloud) if tokens.fits(key, token))
        assert not counts or max(counts.values()) == 1, f"written twice: {counts.most_common(1)}"

    @invariant()
    def what_is_the_owners_stays_where_it_is(self) -> None:
        place = self._place(MOOD)
        there = {key: line for (key, _, _), line in zip(sheet_rows(self.cloud), self.cloud.tab()[1:], strict=True)}
        for key, mood in self.moods.items():
            assert there[key][place] == mood, "the owner's words are beside another row"
        own = [
            f"{cells[Column.NOTE]}: {cells[Column.WEIGHT]}"
            for key, _, cells in sheet_rows(self.cloud)
            if key is None and cells[Column.NOTE] is not None
        ]
        assert sorted(own) == sorted(self.own), "a row of the owner's own was changed"
        for (key, column), value in self.corrected.items():
            (cells,) = (cells for one, _, cells in sheet_rows(self.cloud) if one == key)
            assert same(cells[column], value), f"the owner's {value} in {column} was written over"

    @rule()
    def settle(self) -> None:
        """Everything is well for a while: then the sheet says what the log says."""
        self._calm_down()
        self.cloud.pass_ms(10 * MINUTE)
        self.laptop.settle()
        there = {key: cells for key, token, cells in sheet_rows(self.cloud) if tokens.fits(key, token)}
        live = expected(self.laptop)
        assert not live.keys() - there.keys(), "acknowledged, and not in the sheet"
        for key, cells in there.items():
            wanted = live.get(key) or rows.removed(cells)
            for column in (one for one in CONTENT if (key, one) not in self.left):
                meant = self.corrected.get((key, column), wanted[column])
                assert same(cells[column], meant), f"{column}: an edit was lost: {cells[column]!r}, not {meant!r}"

    # What the rules share

    @property
    def sessions(self) -> list[int]:
        return list(sessions.all_ids(self.laptop.store, self.laptop.profile_id))

    @property
    def _tab(self) -> str:
        """The log’s tab by the name it has now."""
        return next(tab.title for tab in self.cloud.hands.book.tabs if tab.id == setting_up.LOG_TAB)

    def _type(self, row: int, column: str, value: Value) -> None:
        self.cloud.hands.edit(self._tab, row, self._place(column), value)

    def _place(self, column: str) -> int:
        return self.cloud.tab()[0].index(column)

    def _keyed(self) -> list[tuple[int, str]]:
        found = enumerate(sheet_rows(self.cloud), 1)
        return [(row, str(key)) for row, (key, token, _) in found if tokens.fits(key, token)]

    def _session(self, which: int) -> Session:
        return session_reads.whole(self.laptop.store, pick(self.sessions, which))

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except WorkoutError:
            return  # not possible just now, as the screen would say

    def _correct(self, row: int, key: str, column: Column) -> None:
        """Each time to something that never stood anywhere: the same again would be no correction."""
        self.corrections += 1
        value: Value = f"really {self.corrections}" if column is Column.NOTE else 150 + self.corrections
        self._type(row, column, value)
        self.corrected[key, column] = value

    def _decide(self, review: Review, choice: Choice) -> None:
        decide(self.laptop.store, review.id, choice, self.laptop.clock)
        for line in review.lines:
            cell = review.set_uid, Column(line["column"])
            if same(self.corrected.get(cell), line["sheet"]):  # not if it was corrected once more meanwhile
                self.corrected.pop(cell, None)
                if choice is Choice.SHEET and review.set_uid not in expected(self.laptop):
                    self.left.add(cell)

    def _calm_down(self) -> None:
        self.laptop.fault, self.laptop.mortal = lambda _is_write: Fault.NONE, lambda _point: None
        self.laptop.between, self.cloud.before_call = lambda: None, lambda _what: None


def _sets(session: Session) -> list[Any]:
    return [one for block in session.exercises for one in block.performed]


@cache
def _log() -> bytes:
    """A log with a lifter and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        laptop = Laptop(Cloud(), "a", Path(folder))
        laptop.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        laptop.store.connection.close()
        return laptop.path.read_bytes()


@pytest.fixture(scope="module", autouse=True)
def quiet() -> Iterator[None]:
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


def test_in_every_life_the_sheet_comes_to_say_what_the_log_says() -> None:
    run_state_machine_as_test(SheetLives, settings=CALM)


def test_in_new_lives_too(request: pytest.FixtureRequest) -> None:
    """As many as asked for, and other ones each time; of one that fails the shortest form is shown."""
    runs: int = request.config.getoption("--machine-runs")
    if not runs:
        pytest.skip("asked for with --machine-runs")
    new = settings(CALM, max_examples=runs, derandomize=False, phases=(Phase.generate, Phase.shrink))
    run_state_machine_as_test(SheetLives, settings=new)


def no_quarantine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not there yet is taken for never arriving."""
    monkeypatch.setattr(unsettled, "QUARANTINE_MS", 0)


def acknowledge_what_stands_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sheet is said to have what the log has now, not what was read and sent."""
    acknowledge = outbox.acknowledge

    def newest(store: Store, sheet_id: int, one: Due, *, elsewhere: bool = False) -> None:
        revision = int(store.value("SELECT revision FROM session WHERE id = ?", (one.session_id,)))
        acknowledge(store, sheet_id, one._replace(revision=revision), elsewhere=elsewhere)

    monkeypatch.setattr(outbox, "acknowledge", newest)


@pytest.mark.parametrize(
    ("mutate", "seen"),
    [(no_quarantine, "written twice"), (acknowledge_what_stands_now, "an edit was lost")],
    ids=["no quarantine", "acknowledged unread"],
)
def test_a_protocol_that_loses_or_doubles_is_seen(
    mutate: Callable[[pytest.MonkeyPatch], None], seen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mutate(monkeypatch)
    with pytest.raises(AssertionError, match=seen):
        run_state_machine_as_test(SheetLives, settings=CALM)
