"""Faults, late requests, kills, closed lids, and hands in the sheet in the very second of a write."""

from __future__ import annotations

from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from tests.support import HOUR, done
from tests.sync.virtual import BOOK, Cloud, Fault, Laptop, assert_equal, reviews, sheet_rows, train
from workout_tui.loopback.api import Api, Response
from workout_tui.model.session import Session
from workout_tui.store import batches, devices, outbox
from workout_tui.sync import setting_up, tokens
from workout_tui.sync.columns import Column, find
from workout_tui.sync.unsettled import QUARANTINE_MS

AMBIGUOUS = (Fault.BEFORE_503, Fault.BEFORE_RESET, Fault.AFTER_503, Fault.AFTER_RESET, Fault.CUT, Fault.LATE)
CERTAIN = (Fault.OFFLINE, Fault.BEFORE_429)


def once(fault: Fault) -> Callable[[bool], Fault]:
    """The first write meets this, nothing else does."""
    left = [fault]
    return lambda is_write: left.pop() if is_write and left else Fault.NONE


def sent(laptop: Laptop) -> Session:
    session = train(laptop, done(100, 5), done(100, 4), done(100, 3))
    laptop.settle()
    return session


def change(laptop: Laptop, session: Session) -> None:
    """Edit one set, remove one, add a workout."""
    one, two, _ = session.exercises[0].performed
    laptop.logbook.edit_set(one.uid, done(105, 4))
    laptop.logbook.remove_set(two.uid)
    train(laptop, done(60, 10), exercise="Row")


@pytest.mark.parametrize("fault", [*AMBIGUOUS, *CERTAIN])
def test_a_write_that_fails_is_there_once_in_the_end(laptop: Laptop, fault: Fault) -> None:
    """D1, D2: the answer is lost, or late, or says nothing; what is sent again is what is known not to be there."""
    session = train(laptop, done(100, 5), done(100, 5), done(100, 5))
    laptop.fault = once(fault)
    assert laptop.cycle() is None
    assert batches.is_unsettled(laptop.store, laptop.sheet_id) is (fault in AMBIGUOUS)
    laptop.settle()
    assert_equal(laptop)
    change(laptop, session)
    laptop.fault = once(fault)
    laptop.cycle()
    laptop.fault = once(fault)
    laptop.cycle()
    laptop.settle()
    assert_equal(laptop)
    assert reviews(laptop) == []


def test_no_clock_of_the_laptops_ends_a_quarantine(laptop: Laptop, cloud: Cloud) -> None:
    train(laptop, done(100, 5))
    laptop.fault = once(Fault.BEFORE_RESET)
    laptop.cycle()
    laptop.clock.skew = 48 * HOUR
    first = laptop.cycle()
    assert first is not None
    assert (first.checking, first.again_in_s, len(cloud.tab())) == (True, QUARANTINE_MS / 1000, 1)
    laptop.clock.skew = -48 * HOUR
    cloud.pass_ms(QUARANTINE_MS - 5000)
    second = laptop.cycle()
    assert second is not None
    assert (second.checking, len(cloud.tab())) == (True, 1)
    laptop.clock.sleep(5000)
    third = laptop.cycle()
    assert third is not None
    assert (third.checking, third.left) == (False, 0)
    assert_equal(laptop)


def test_other_workouts_do_not_wait_for_a_quarantine_but_edits_do(laptop: Laptop, cloud: Cloud) -> None:
    session = sent(laptop)
    change(laptop, session)
    laptop.fault = once(Fault.NONE)
    laptop.cycle()
    laptop.logbook.edit_set(session.exercises[0].performed[2].uid, done(90, 9))
    laptop.fault = once(Fault.BEFORE_RESET)
    laptop.cycle()
    train(laptop, done(70, 7), exercise="Squat")
    laptop.logbook.edit_set(session.exercises[0].performed[0].uid, done(80, 8))
    result = laptop.cycle()
    assert result is not None
    assert (result.checking, result.rows, result.left) == (True, 1, 1)
    laptop.settle()
    assert_equal(laptop)


def test_a_lid_closed_between_intent_and_sending_plans_again(laptop: Laptop, cloud: Cloud) -> None:
    train(laptop, done(100, 5))

    def close_lid(point: str) -> None:
        if point == "after a commit" and batches.is_unsettled(laptop.store, laptop.sheet_id):
            laptop.store.mortal = lambda _point: None
            laptop.clock.sleep(10 * HOUR)

    laptop.mortal = close_lid
    result = laptop.cycle()
    assert result is not None
    assert (result.again_in_s, result.checking, len(cloud.tab())) == (0, False, 1)
    laptop.settle()
    assert_equal(laptop)


@pytest.mark.parametrize("work", ["append", "edit", "repair"])
def test_killed_at_every_step(cloud: Cloud, tmp_path: Path, work: str) -> None:
    """The program dies at each point in turn, with nothing left of its memory."""
    died = 0
    for number in range(100):
        laptop = Laptop(Cloud(), "a", tmp_path / f"{work} {number}")
        laptop.connect()
        session = sent(laptop)
        if work != "append":
            laptop.logbook.edit_set(session.exercises[0].performed[0].uid, done(105, 4))
            laptop.logbook.remove_set(session.exercises[0].performed[1].uid)
        if work != "repair":
            train(laptop, done(60, 10), exercise="Row")
        if work == "repair":
            laptop.cloud.before_call = sorts_once(laptop.cloud)
            laptop.cycle()
        if not laptop.dies_at(number):
            break
        died += 1
        laptop.settle()
        assert_equal(laptop)
        assert reviews(laptop) == []
    assert died > 10


def sorts_once(cloud: Cloud, column: Column = Column.REPS) -> Callable[[str], None]:
    """The lifter sorts in the moment the next write arrives."""
    left = [True]

    def sort(what: str) -> None:
        if what == "batchUpdate" and left:
            left.pop()
            cloud.hands.sort("Log", find(cloud.tab()[0])[column])

    return sort


@pytest.mark.parametrize("fault", [Fault.NONE, Fault.AFTER_RESET, Fault.CUT])
def test_rows_sorted_in_the_second_of_an_edit_are_put_back(laptop: Laptop, cloud: Cloud, fault: Fault) -> None:
    session = train(laptop, done(100, 5), done(90, 6), done(80, 4))
    train(laptop, done(70, 9), done(60, 1))
    laptop.settle()
    cloud.hands.edit("Log", 9, 0, "mine")
    cloud.hands.edit("Log", 9, 6, 42)
    cloud.hands.edit("Log", 9, find(cloud.tab()[0])[Column.REPS], 0)
    before = cloud.tab()[9]
    for one in session.exercises[0].performed[:2]:
        laptop.logbook.edit_set(one.uid, done(110, 2, rpe10=90))
    cloud.before_call = sorts_once(cloud)
    laptop.fault = once(fault)
    laptop.cycle()
    assert any(line[:1] == ["mine"] for line in cloud.tab())
    laptop.settle()
    assert_equal(laptop)
    assert before in cloud.tab()
    assert reviews(laptop) == []


def inserts(cloud: Cloud, column: int, times: int = 1) -> Callable[[str], None]:
    """The lifter inserts a column in the moment in which each of the next writes arrives, and types into it."""
    left = [True] * times

    def insert(what: str) -> None:
        if what == "batchUpdate" and left:
            left.pop()
            cloud.hands.insert_columns("Log", column)
            cloud.hands.edit("Log", 1, column, "mine")

    return insert


@pytest.mark.parametrize("fault", [Fault.NONE, Fault.AFTER_RESET])
@pytest.mark.parametrize("column", [0, 4, 5, 12, 22])
def test_a_column_inserted_in_the_second_of_a_write(laptop: Laptop, cloud: Cloud, fault: Fault, column: int) -> None:
    session = sent(laptop)
    cloud.before_call, laptop.fault = inserts(cloud, column), once(fault)
    train(laptop, done(60, 10), exercise="Row")
    laptop.cycle()
    laptop.settle()
    assert_equal(laptop)
    laptop.logbook.edit_set(session.exercises[0].performed[0].uid, done(110, 2))
    cloud.before_call, laptop.fault = inserts(cloud, column), once(fault)
    laptop.cycle()
    laptop.settle()
    assert_equal(laptop)
    assert reviews(laptop) == []
    assert [line[column : column + 2] for line in cloud.tab()[1:2]] == [["mine", "mine"]]
    assert {one for line in cloud.tab()[2:] for one in line[column : column + 2]} <= {""}


@pytest.mark.parametrize("column", [0, 4, 5, 12, 22])
def test_another_column_inserted_in_the_second_of_the_repair(laptop: Laptop, cloud: Cloud, column: int) -> None:
    session = sent(laptop)
    cloud.before_call = inserts(cloud, column, 2)
    train(laptop, done(60, 10), exercise="Row")
    laptop.settle()
    laptop.logbook.edit_set(session.exercises[0].performed[0].uid, done(110, 2))
    cloud.before_call = inserts(cloud, column, 2)
    laptop.settle()
    mine = sum(line.count("mine") for line in cloud.tab())
    assert mine == (3 if column == 22 else 4)  # no edit writes there, so nothing had to be put right
    if not reviews(laptop):
        assert_equal(laptop)
    assert len(reviews(laptop)) <= (column == 22), "beyond our last column a receipt does not see"


@pytest.mark.parametrize("column", [0, 4, 5, 12, 22])
def test_rows_inserted_in_the_second_of_the_repair(laptop: Laptop, cloud: Cloud, column: int) -> None:
    """A row of the lifter's own has no key and no token: nor has one that was appended beside its columns."""
    sent(laptop)
    cloud.hands.edit("Log", 4, find(cloud.tab()[0])[Column.WEIGHT], 7)
    cloud.hands.edit("Log", 4, find(cloud.tab()[0])[Column.NOTE], "mine")
    cloud.before_call = inserts(cloud, column)
    train(laptop, done(60, 10), done(50, 12), exercise="Row")
    laptop.cycle()
    own = cloud.tab()[4]
    left = [True]

    def insert(what: str) -> None:
        if what == "batchUpdate" and left:
            left.pop()
            cloud.hands.insert_rows("Log", 1, 1)

    cloud.before_call = insert
    laptop.settle()
    assert not left
    assert_equal(laptop)
    assert cloud.tab()[5] == own
    assert reviews(laptop) == []


def test_a_cell_the_lifter_types_into_in_the_second_of_a_write_is_theirs(laptop: Laptop, cloud: Cloud) -> None:
    session = sent(laptop)
    one = session.exercises[0].performed[0]
    laptop.logbook.edit_set(one.uid, done(110, 2))
    left = [True]

    def correct(what: str) -> None:
        if what == "batchUpdate" and left:
            left.pop()
            cloud.hands.edit("Log", 1, find(cloud.tab()[0])[Column.REPS], 12)

    cloud.before_call = correct
    laptop.cycle()
    laptop.settle()
    (cells,) = (cells for key, _, cells in sheet_rows(cloud) if key == one.uid)
    assert (cells[Column.WEIGHT], cells[Column.REPS]) == (110, 12)


def test_a_copied_log_never_appends_what_was_done_elsewhere(laptop: Laptop, cloud: Cloud) -> None:
    """L3: a stale copy may add what is its own, and takes nothing away."""
    sent(laptop)
    train(laptop, done(90, 9))
    laptop.fault = once(Fault.AFTER_RESET)
    laptop.cycle()
    other = laptop.copied("b")
    own = train(other, done(50, 5), exercise="Curl")
    other.settle()
    assert not batches.is_unsettled(other.store, other.sheet_id)
    assert {key for key, _, _ in sheet_rows(cloud)} >= {one.uid for one in own.exercises[0].performed}
    laptop.settle()
    assert len(sheet_rows(cloud)) == 5
    train(laptop, done(95, 9))
    third = laptop.copied("c")
    third.settle()
    assert len(outbox.elsewhere(third.store, third.sheet_id)) == 1
    assert len(sheet_rows(cloud)) == 5
    with third.store.write():
        devices.others_are_out(third.store, third.clock.now())
    third.settle()
    assert len(sheet_rows(cloud)) == 6


def test_what_a_copied_log_cannot_know_is_asked_about_each_time(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5))
    laptop.fault = once(Fault.AFTER_RESET)
    laptop.cycle()
    other = laptop.copied("b")
    other.logbook.discard(session.uid)
    for note in ("", "again"):
        other.logbook.note_session(session.uid, note)
        other.settle()
        (review,) = reviews(other)
        assert {"Weight", "Reps", "Status"} <= {line["column"] for line in review.lines}
    assert [cells[Column.WEIGHT] for _, _, cells in sheet_rows(cloud)] == [100]


def test_two_laptops_edit_one_row(laptop: Laptop, cloud: Cloud) -> None:
    session = sent(laptop)
    other = laptop.copied("b")
    one, two, _ = session.exercises[0].performed
    laptop.logbook.edit_set(one.uid, done(110, 5))
    laptop.settle()
    other.logbook.edit_set(one.uid, done(120, 4))
    other.logbook.edit_set(two.uid, done(100, 9))
    other.settle()
    there = {key: (cells[Column.WEIGHT], cells[Column.REPS]) for key, _, cells in sheet_rows(cloud)}
    assert (there[one.uid], there[two.uid]) == ((110, 4), (100, 9))
    (review,) = reviews(other)
    assert {"column": "Weight", "was": 100, "here": 120, "sheet": 110} in review.lines


def test_ten_thousand_sets_go_in_thousands_and_can_be_cut_anywhere(laptop: Laptop) -> None:
    for _ in range(50):
        train(laptop, *(done(100, 5) for _ in range(45)))
    laptop.fault = lambda is_write: Fault.CUT if is_write and laptop.calls.count("write") == 2 else Fault.NONE
    assert laptop.cycle() is None
    assert laptop.calls == ["read", "write", "write"]
    laptop.fault = lambda _is_write: Fault.NONE
    result = laptop.cycle()
    assert result is not None
    assert (result.calls, result.left) == (3, 0)  # keys, the receipt of the one that was cut, and the last write
    assert_equal(laptop)


def test_a_workout_discarded_while_it_is_unknown_whether_it_arrived(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5))
    laptop.fault = once(Fault.LATE)
    laptop.cycle()
    laptop.logbook.discard(session.uid)
    laptop.settle()
    assert [cells[Column.STATUS] for _, _, cells in sheet_rows(cloud)] == ["removed"]
    other = train(laptop, done(90, 5))
    laptop.fault = once(Fault.BEFORE_RESET)
    laptop.cycle()
    laptop.logbook.discard(other.uid)
    laptop.settle()
    assert len(sheet_rows(cloud)) == 1


def test_a_workout_that_google_refuses_keeps_no_other_waiting(
    laptop: Laptop, cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    """L4: nothing is given up, and nothing is parked in silence: it stays due, and is tried last."""
    bad = train(laptop, done(100, 5), exercise="Refused")
    handle = Api.handle

    def refuse(api: Api, method: str, path: str, query: Any = (), body: Any = None, *, now: int) -> Response:
        if "Refused" in str(body):
            return Response(400, {"Date": formatdate(now / 1000, usegmt=True)}, {"error": {"message": "Invalid value"}})
        return handle(api, method, path, query, body, now=now)

    monkeypatch.setattr(Api, "handle", refuse)
    for n in range(3):
        train(laptop, done(90 + n, 5))
    for _ in range(6):
        laptop.cycle()
    assert len(sheet_rows(cloud)) == 3
    assert [one.uid for one in outbox.due(laptop.store, laptop.sheet_id)] == [bad.uid]
    monkeypatch.undo()
    laptop.settle()
    assert_equal(laptop)


def clear_receipts(cloud: Cloud) -> None:
    """All but one row, as much as Google lets anybody delete."""
    lines = {"sheetId": setting_up.JOURNAL_TAB, "dimension": "ROWS", "startIndex": 1}
    first = {"sheetId": setting_up.JOURNAL_TAB, "startRowIndex": 0, "endRowIndex": 1}
    body = {"requests": [{"deleteDimension": {"range": lines}}, {"updateCells": {"range": first, "fields": "*"}}]}
    assert cloud.api.handle("POST", f"/v4/spreadsheets/{BOOK}:batchUpdate", (), body, now=cloud.at).status == 200


def test_a_receipt_cleared_too_soon_doubles_nothing_but_what_a_write_hit_is_named_nowhere(
    laptop: Laptop, cloud: Cloud
) -> None:
    """Why receipts are never cleared by the program: another laptop may have an answer yet to look for there."""
    session = train(laptop, done(100, 5), done(90, 6), done(80, 4), done(70, 9), done(60, 1))
    laptop.fault = once(Fault.AFTER_RESET)
    laptop.cycle()
    clear_receipts(cloud)
    laptop.settle()
    assert_equal(laptop)
    for one in session.exercises[0].performed[:2]:
        laptop.logbook.edit_set(one.uid, done(110, 2))
    cloud.before_call, laptop.fault = sorts_once(cloud), once(Fault.AFTER_RESET)
    laptop.cycle()
    clear_receipts(cloud)
    laptop.settle()
    assert not all(tokens.fits(key, token) for key, token, _ in sheet_rows(cloud))
    assert reviews(laptop) == []
