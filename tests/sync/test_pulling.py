"""Pull: a fresh laptop becomes like the one that wrote the sheet; edits are asked about; nothing shuffled is taken."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support import START, FakeClock, done, kg, make_gym, open_place
from tests.sync.memory import Memory
from workout_tui import cli
from workout_tui.config import Config
from workout_tui.errors import InvalidEntry, NeedsUser, NotFound, StoreFull
from workout_tui.logbook.logbook import NewSet
from workout_tui.loopback.hands import Hands
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.session import Session, SetValues, Status
from workout_tui.paths import Paths
from workout_tui.store import bases, outbox, sheets, sync_notes
from workout_tui.sync import connecting, deciding, key, outcomes, pulling, tables
from workout_tui.sync.asking import Asked, Choice
from workout_tui.sync.columns import FIRST, Column
from workout_tui.sync.comparing import Kind
from workout_tui.sync.connecting import Desk
from workout_tui.sync.cycle import CycleDesk, CycleResult, run_cycle
from workout_tui.sync.device import this_device
from workout_tui.sync.outcomes import End
from workout_tui.sync.sheet import CallFailed
from workout_tui.sync.verifying import verify
from workout_tui.transfer import importing

BOOK = "training"
KEY = key.parse(
    json.dumps({"type": "service_account", "client_email": "a@b.iam", "private_key": "-----BEGIN PRIVATE KEY-----"})
)


class Laptop:
    """A log on a laptop of its own, connected to the one sheet."""

    def __init__(self, folder: Path, memory: Memory, name: str, seed: int) -> None:
        self.folder = folder
        self.paths = Paths.of({"WORKOUT_HOME": str(folder)})
        self.paths.make()
        # Identities begin with the time: two laptops that begin at different moments make different ones.
        self.gym = make_gym(self.paths.database, name=name, clock=FakeClock(START + seed))
        self.chance = random.Random(seed)
        self.desk = Desk(self.gym.store, self.paths, Config(), self.gym.clock, memory.open)
        steps = connecting.connect(self.desk, self.gym.logbook.lifter.uid, KEY, BOOK)
        assert all(step.done for step in steps)

    def push(self) -> CycleResult:
        row = sheets.of_lifter(self.gym.store, self.gym.logbook.lifter.uid)
        assert row is not None
        way = lambda: self.desk.open_sheet(KEY, BOOK, "")  # noqa: E731
        device = this_device(self.paths, self.gym.uids)
        desk = CycleDesk(self.gym.store, row.id, device, way, self.gym.clock, self.chance, lambda _: False)
        return run_cycle(desk)

    def look(self) -> pulling.Pull:
        return pulling.look(self.desk, self.gym.logbook.lifter.uid)

    def take(self) -> pulling.Pull:
        return pulling.take(self.desk, self.gym.logbook)

    def export(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
        """Its sets as CSV, and its records."""
        monkeypatch.setenv("WORKOUT_HOME", str(self.folder))
        capsys.readouterr()
        assert cli.main(["export"]) == 0
        sets = capsys.readouterr().out
        assert cli.main(["records", "--json"]) == 0
        return sets, capsys.readouterr().out

    @property
    def waiting(self) -> int:
        row = sheets.of_lifter(self.gym.store, self.gym.logbook.lifter.uid)
        assert row is not None
        return outbox.count_due(self.gym.store, row.id)


@pytest.fixture
def memory() -> Memory:
    here = Memory()
    here.api.create(BOOK, "Training log")
    return here


@pytest.fixture
def hands(memory: Memory) -> Hands:
    return Hands(memory.api, BOOK)


@pytest.fixture
def writer(tmp_path: Path, memory: Memory) -> Iterator[Laptop]:
    one = Laptop(tmp_path / "writer", memory, "Ann", 1)
    yield one
    one.gym.close()


@contextmanager
def fresh(tmp_path: Path, memory: Memory, name: str = "Ann", seed: int = 2) -> Iterator[Laptop]:
    one = Laptop(tmp_path / f"fresh-{seed}", memory, name, seed)
    yield one
    one.gym.close()


def everything(laptop: Laptop) -> Session:
    """A history with every measure, two units, warm-ups, notes, a bodyweight, and two workouts of one day."""
    gym = laptop.gym
    push = gym.push()
    session = gym.start(push)
    for values in (done(60, 5, SetKind.WARMUP), done(100, 5, rpe10=85), replace(done(100, 4), note="=grip <b>slipped")):
        session = gym.log(session, values)
    session = gym.log(session, SetValues(kg(-20), 8), block=1)
    gym.logbook.note_session(session.uid, "good\nday")
    gym.logbook.set_bodyweight(session.uid, kg(81.3))
    gym.clock.pass_ms(3_600_000)
    first = gym.logbook.finish(session.uid)
    second = gym.start(None)
    for name, measure, values in (
        ("Plank", Measure.TIME, SetValues(seconds=90)),
        ("Row", Measure.DISTANCE, SetValues(seconds=1460, distance=Distance(3100, DistanceUnit.MI))),
        ("Pull-up", Measure.BODYWEIGHT, SetValues(None, 8)),
        ("Plank", Measure.TIME, SetValues(seconds=60)),
    ):
        second = gym.logbook.add_exercise(second.uid, gym.exercise(name, measure).uid)
        block = len(second.exercises) - 1
        second = gym.logbook.log_sets(second.slot, open_place(second, block), [NewSet(gym.uids.new(), values)])
    gym.clock.pass_ms(1_800_000)
    gym.logbook.finish(second.uid)
    gym.trained(push, done(105, 5), SetValues(Load.of("225", Unit.LB), 3))
    return first


def test_a_fresh_laptop_becomes_equal_to_the_one_that_wrote_the_sheet(
    tmp_path: Path,
    writer: Laptop,
    memory: Memory,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    everything(writer)
    writer.push()
    with fresh(tmp_path, memory, name="Somebody") as other:
        seen = other.look()
        assert (seen.sessions, seen.sets, seen.lifter, seen.unread) == (3, 10, "Ann", ())
        assert other.export(capsys, monkeypatch)[0].count("\n") == 1, "a look changes nothing"
        taken = other.take()
        assert (taken.sessions, taken.sets) == (3, 10)
        assert other.gym.logbook.lifter.name == "Ann"
        assert other.export(capsys, monkeypatch) == writer.export(capsys, monkeypatch)
        memory.calls.clear()
        result = other.push()
        assert (result.calls, other.waiting, memory.calls) == (0, 0, []), "what came from the sheet is not sent again"
        assert verify(other.desk, other.gym.logbook.lifter.uid).is_equal
        assert other.look().is_empty


def test_what_was_pulled_is_edited_like_what_was_sent(
    tmp_path: Path, writer: Laptop, memory: Memory, hands: Hands
) -> None:
    session = everything(writer)
    writer.push()
    with fresh(tmp_path, memory) as other:
        other.take()
        other.gym.logbook.edit_set(session.exercises[0].performed[1].uid, done(102.5, 4))
        assert other.push().rows == 1
        assert verify(other.desk, other.gym.logbook.lifter.uid).is_equal
        row = sheets.of_lifter(other.gym.store, other.gym.logbook.lifter.uid)
        assert row is not None
        assert sync_notes.reviews(other.gym.store, row.id) == (), "only this laptop changed it: nothing to ask"


def test_two_laptops_share_a_sheet_and_each_gets_the_others_workouts_once(
    tmp_path: Path, writer: Laptop, memory: Memory
) -> None:
    everything(writer)
    writer.push()
    with fresh(tmp_path, memory) as other:
        other.gym.clock.pass_ms(7 * 86_400_000)
        other.gym.trained(other.gym.push(), done(110, 5))
        other.push()
        assert (other.take().sets, writer.take().sets) == (10, 1)
        row = sheets.of_lifter(writer.gym.store, writer.gym.logbook.lifter.uid)
        assert row is not None
        assert sync_notes.events(writer.gym.store, row.id)[0].words == "Pulled: 1 workout, 1 set"
        assert (other.push().rows, writer.push().rows) == (0, 0)
        for laptop in (other, writer):
            assert verify(laptop.desk, laptop.gym.logbook.lifter.uid).is_equal
            assert laptop.take().is_empty


def test_a_pull_is_taken_back_here_alone_and_can_be_taken_again(
    tmp_path: Path, writer: Laptop, memory: Memory, hands: Hands
) -> None:
    everything(writer)
    writer.push()
    stood = hands.rows("Log")
    with fresh(tmp_path, memory) as other:
        for _ in range(2):
            taken = other.take()
            assert (taken.sessions, taken.sets) == (3, 10)
            assert verify(other.desk, other.gym.logbook.lifter.uid).is_equal
            assert taken.batch_uid is not None
            assert other.gym.logbook.undo_import(taken.batch_uid).sessions_discarded == 3
            assert (other.waiting, other.push().calls) == (0, 0)
            assert hands.rows("Log") == stood, "what another laptop wrote is not blanked"
            told = verify(other.desk, other.gym.logbook.lifter.uid).differences
            assert [one.kind for one in told] == [Kind.UNKNOWN] * 10, "in the sheet, not here"
        other.take()
        put_aside = other.gym.logbook.discard(other.gym.logbook.past_page()[0].uid)
        assert other.push().rows == put_aside.done, "one that is discarded by itself is, in the sheet too"
        assert other.look().is_empty


def test_a_pull_is_taken_back_while_an_answer_about_it_is_lost(
    tmp_path: Path, writer: Laptop, memory: Memory, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything(writer)
    writer.push()
    with fresh(tmp_path, memory) as other:
        taken = other.take()
        with other.gym.store.write():
            other.gym.store.run("UPDATE exercise SET name = 'Bench', name_key = 'bench' WHERE name LIKE 'Bench%'")
        with monkeypatch.context() as patch, pytest.raises(CallFailed):
            _lose_the_answer(patch, other)
        assert taken.batch_uid is not None
        other.gym.logbook.undo_import(taken.batch_uid)
        for _ in range(2):
            other.push()
        header, *rows = hands.rows("Log")
        assert {row[header.index(Column.STATUS)] for row in rows} == {"completed"}
        assert "Bench" in {row[header.index(Column.EXERCISE)] for row in rows}, "what had arrived stays"
        assert other.look().sessions == 3


def _lose_the_answer(patch: pytest.MonkeyPatch, laptop: Laptop) -> None:
    sheet = type(laptop.desk.open_sheet(KEY, BOOK, ""))
    apply = sheet.batch_update

    def lose(self: Any, *given: Any) -> None:
        apply(self, *given)
        raise outcomes.without_answer(End.CUT)

    patch.setattr(sheet, "batch_update", lose)
    laptop.push()


def test_a_pull_that_was_cut_off_is_made_whole_by_the_next_sync(
    tmp_path: Path, writer: Laptop, memory: Memory, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The workouts are in, and the disk is full, or the program killed, before what is known of their rows is."""
    everything(writer)
    writer.push()
    stood = hands.rows("Log")
    with fresh(tmp_path, memory) as other:
        with monkeypatch.context() as patch:
            patch.setattr(bases, "put", _full)
            with pytest.raises(StoreFull):
                other.take()
        assert (other.waiting, other.look().is_empty) == (3, True)
        assert other.push().rows == 0
        assert other.waiting == 0
        assert hands.rows("Log") == stood
        assert verify(other.desk, other.gym.logbook.lifter.uid).is_equal


def _full(*_: object) -> None:
    raise StoreFull("Not saved: the disk is full.")


def test_an_edit_in_the_sheet_is_asked_about_and_taken_on_the_lifters_word(writer: Laptop, hands: Hands) -> None:
    session = everything(writer)
    writer.push()
    edited = session.exercises[0].performed[1]
    hands.edit("Log", 2, FIRST[Column.REPS], 3)
    assert writer.look().edited == 1
    assert writer.take().edited == 1
    assert writer.gym.logbook.session(session.uid).exercises[0].performed[1] == edited, "nothing changes unasked"
    row = sheets.of_lifter(writer.gym.store, writer.gym.logbook.lifter.uid)
    assert row is not None
    [review] = sync_notes.reviews(writer.gym.store, row.id)
    assert (review.kind, review.set_uid, review.lines) == (
        Asked.EDITED,
        edited.uid,
        [{"column": "Reps", "was": 5, "here": 5, "sheet": 3}],
    )
    deciding.decide(writer.gym.store, review.id, Choice.SHEET, writer.gym.clock)
    assert writer.gym.logbook.session(session.uid).exercises[0].performed[1].values.reps == 3
    writer.push()
    assert verify(writer.desk, writer.gym.logbook.lifter.uid).is_equal
    assert writer.gym.logbook.undo(session.uid).session.exercises[0].performed[1].values.reps == 5


def test_an_edit_in_the_sheet_goes_when_the_lifter_keeps_the_laptops(writer: Laptop, hands: Hands) -> None:
    session = everything(writer)
    writer.push()
    hands.edit("Log", 2, FIRST[Column.REPS], 3)
    writer.take()
    row = sheets.of_lifter(writer.gym.store, writer.gym.logbook.lifter.uid)
    assert row is not None
    [review] = sync_notes.reviews(writer.gym.store, row.id)
    deciding.decide(writer.gym.store, review.id, Choice.HERE, writer.gym.clock)
    assert writer.push().rows == 1
    assert verify(writer.desk, writer.gym.logbook.lifter.uid).is_equal
    assert writer.gym.logbook.session(session.uid).exercises[0].performed[1].values.reps == 5
    assert writer.look().is_empty


def test_a_sheet_sorted_apart_from_its_keys_is_refused(
    tmp_path: Path, writer: Laptop, memory: Memory, hands: Hands
) -> None:
    push = writer.gym.push()
    for week in range(5):
        writer.gym.trained(push, *(done(100 + week, 5 + n) for n in range(3)))
    writer.push()
    rows = hands.rows("Log")[1:]
    for place, row in enumerate(reversed(rows), start=1):
        for column in (Column.WEIGHT, Column.REPS, Column.DATE):
            hands.edit("Log", place, FIRST[column], row[FIRST[column]])
    with fresh(tmp_path, memory) as other, pytest.raises(NeedsUser, match="no longer belong"):
        other.take()


def test_what_cannot_be_read_is_told_by_row_and_everything_else_comes(
    tmp_path: Path, writer: Laptop, memory: Memory, hands: Hands
) -> None:
    everything(writer)
    writer.push()
    hands.edit("Log", 1, FIRST[Column.REPS], "five or so")
    with fresh(tmp_path, memory) as other:
        taken = other.take()
        assert (taken.sets, [(one.row, one.words) for one in taken.unread]) == (9, [(2, "“five or so” is no Reps")])


def test_removed_sets_stay_removed_and_a_running_workout_is_left_alone(
    tmp_path: Path, writer: Laptop, memory: Memory
) -> None:
    session = everything(writer)
    writer.push()
    gym = writer.gym
    gym.logbook.reopen(session.uid)
    gym.logbook.remove_set(session.exercises[0].performed[2].uid)
    gym.logbook.finish(session.uid)
    writer.push()
    with fresh(tmp_path, memory) as other:
        taken = other.take()
        assert (taken.sets, taken.left_out) == (9, {"removed": 1})
        other.gym.logbook.reopen(session.uid)
        assert other.gym.logbook.session(session.uid).status is Status.ACTIVE
        gym.logbook.edit_set(session.exercises[0].performed[1].uid, done(101, 5))
        writer.push()
        assert other.take().is_empty, "nothing of a workout that runs here changes"


def test_the_lifters_own_rows_and_tabs_are_brought_once_as_an_import(writer: Laptop, hands: Hands) -> None:
    everything(writer)
    writer.push()
    place = len(hands.rows("Log"))
    for column, value in ((Column.DATE, 45_500), (Column.EXERCISE, "Bench Press"), (Column.WEIGHT, 90)):
        hands.edit("Log", place, FIRST[column], value)
    hands.edit("Log", place, FIRST[Column.UNIT], "kg")
    hands.edit("Log", place, FIRST[Column.REPS], 5)
    lifter_uid = writer.gym.logbook.lifter.uid
    assert writer.look().by_hand == 1
    found = tables.by_hand(writer.desk, lifter_uid)
    assert found is not None
    for added in (1, 0):
        report = importing.take_in(importing.read_table(found, None, "own"), writer.gym.logbook, writer.gym.clock)
        assert report.taken.sets_added == added
    [brought] = [
        one
        for one in writer.gym.logbook.history(writer.gym.exercise("Bench Press").uid)
        if one.day.year == 2024 and one.day.month == 7
    ]
    assert [(one.load, one.reps) for one in brought.sets] == [(kg(90), 5)]
    with pytest.raises(InvalidEntry, match="no tab “2019” of yours"):
        tables.own_tab(writer.desk, lifter_uid, "2019")


def test_without_a_sheet_there_is_nothing_to_pull(tmp_path: Path) -> None:
    paths = Paths.of({"WORKOUT_HOME": str(tmp_path)})
    paths.make()
    gym = make_gym(paths.database)
    with pytest.raises(NotFound, match="No sheet is connected"):
        pulling.look(Desk(gym.store, paths, Config(), gym.clock), gym.logbook.lifter.uid)
    gym.close()
