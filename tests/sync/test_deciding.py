"""What the Sync screen shows, and what the lifter decides there."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from tests.support import amend, done
from tests.sync.test_edits import in_sheet, type_into
from tests.sync.virtual import Cloud, Fault, Laptop, assert_equal, sheet_rows, train
from workout_tui.errors import CannotUndo, InvalidEntry, NotFound
from workout_tui.model.session import PerformedSet, Session
from workout_tui.store import sync_notes
from workout_tui.sync.asking import Asked, Choice
from workout_tui.sync.columns import Column
from workout_tui.sync.deciding import decide, take_back
from workout_tui.sync.overview import Line, Review, SyncPage, Waiting, page
from workout_tui.ui.sheet.decisions import Decisions

if TYPE_CHECKING:
    from workout_tui.ui.app import WorkoutApp


def look(laptop: Laptop) -> SyncPage:
    return page(laptop.store, laptop.logbook.lifter.uid)


def asked(laptop: Laptop) -> Review:
    (review,) = look(laptop).reviews
    return review


def conflict(laptop: Laptop, cloud: Cloud, value: object = 6) -> tuple[Session, PerformedSet]:
    """Reps were changed on both sides."""
    session = train(laptop, done(100, 5), done(100, 5))
    laptop.settle()
    one = session.exercises[0].performed[0]
    type_into(cloud, one.uid, Column.REPS, value)
    laptop.logbook.edit_set(one.uid, done(105, 4))
    laptop.settle()
    return session, one


def test_without_a_sheet_there_is_an_empty_page(laptop: Laptop) -> None:
    assert page(laptop.store, "nobody") == SyncPage(None, (), 0, 0, None, (), ())


def test_what_waits_and_what_happened(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5), done(100, 5))
    (waiting,) = look(laptop).waiting
    assert (waiting.session_uid, waiting.sets, waiting.tries, waiting.state) == (session.uid, 2, 0, Waiting.DUE)
    faults = [Fault.AFTER_RESET]
    laptop.fault = lambda is_write: faults.pop() if is_write and faults else Fault.NONE
    laptop.cycle()
    (waiting,) = look(laptop).waiting
    assert (waiting.tries, waiting.state) == (1, Waiting.CHECKING)
    laptop.settle()
    shown = look(laptop)
    assert (shown.waiting, shown.waiting_count, shown.sent_rows, shown.reviews) == ((), 0, 2, ())
    assert shown.sheet is not None
    assert shown.sheet.title == "Workouts"
    assert [one.words for one in shown.events] == ["Empty workout: 2 rows sent, checked"]
    assert shown.last_good == laptop.clock.now()


def test_a_conflict_shows_three_sides(laptop: Laptop, cloud: Cloud) -> None:
    session, _ = conflict(laptop, cloud)
    review = asked(laptop)
    assert (review.kind, review.session_uid, review.day) == (Asked.CONFLICT, session.uid, session.day)
    assert review.lines == (Line("Bench Press, set 1", "105 kg × 5", "105 kg × 4", "105 kg × 6"),)


def test_keeping_the_laptops_writes_it(laptop: Laptop, cloud: Cloud) -> None:
    conflict(laptop, cloud)
    decide(laptop.store, asked(laptop).id, Choice.HERE, laptop.clock)
    assert asked(laptop).choice == Choice.HERE
    laptop.settle()
    assert_equal(laptop)
    assert look(laptop).reviews == ()


def test_keeping_the_laptops_counts_when_the_edit_here_was_undone(laptop: Laptop, cloud: Cloud) -> None:
    session, one = conflict(laptop, cloud)
    laptop.logbook.undo(session.uid)
    laptop.settle()
    assert in_sheet(cloud, one.uid)[Column.REPS] == 6
    assert asked(laptop).lines[0].here == "100 kg × 5"
    decide(laptop.store, asked(laptop).id, Choice.HERE, laptop.clock)
    laptop.settle()
    assert_equal(laptop)
    assert look(laptop).reviews == ()


def test_a_decision_can_be_taken_back_until_it_is_done(laptop: Laptop, cloud: Cloud) -> None:
    _, one = conflict(laptop, cloud)
    decide(laptop.store, asked(laptop).id, Choice.HERE, laptop.clock)
    take_back(laptop.store, asked(laptop).id)
    laptop.settle()
    assert in_sheet(cloud, one.uid)[Column.REPS] == 6
    decide(laptop.store, asked(laptop).id, Choice.HERE, laptop.clock)
    number = asked(laptop).id
    laptop.settle()
    with pytest.raises(NotFound):
        take_back(laptop.store, number)


def test_what_changed_again_in_the_sheet_is_asked_again(laptop: Laptop, cloud: Cloud) -> None:
    _, one = conflict(laptop, cloud)
    decide(laptop.store, asked(laptop).id, Choice.HERE, laptop.clock)
    type_into(cloud, one.uid, Column.REPS, 9)
    laptop.settle()
    assert in_sheet(cloud, one.uid)[Column.REPS] == 9
    assert (asked(laptop).choice, asked(laptop).lines[0].sheet) == ("", "105 kg × 9")


def test_taking_the_sheets_is_an_act_that_can_be_undone(laptop: Laptop, cloud: Cloud) -> None:
    session, one = conflict(laptop, cloud)
    decide(laptop.store, asked(laptop).id, Choice.SHEET, laptop.clock)
    assert look(laptop).reviews == ()
    performed = laptop.logbook.session(session.uid).exercises[0].performed[0]
    assert (performed.values.reps, performed.at) == (6, one.at)
    laptop.settle()
    assert_equal(laptop)
    laptop.logbook.undo(session.uid)
    laptop.settle()
    assert in_sheet(cloud, one.uid)[Column.REPS] == 4
    assert_equal(laptop)


@pytest.mark.parametrize("column", [Column.NOTE, Column.WORKOUT_NOTE, Column.WORKOUT])
def test_hostile_text_is_taken_as_text(laptop: Laptop, cloud: Cloud, column: Column) -> None:
    session = train(laptop, done(100, 5))
    laptop.settle()
    uid = session.exercises[0].performed[0].uid
    type_into(cloud, uid, column, "[red] =1+1\x1b[2J\x00\ud800\u202e x" + "\u0301" * 9)
    laptop.logbook.edit_set(uid, replace(done(105, 4), note="mine"))
    laptop.logbook.note_session(session.uid, "mine")
    amend(laptop.logbook, session.uid, title="mine")
    laptop.settle()
    decide(laptop.store, asked(laptop).id, Choice.SHEET, laptop.clock)
    stands = laptop.logbook.session(session.uid)
    texts = {Column.NOTE: stands.exercises[0].performed[0].values.note, Column.WORKOUT_NOTE: stands.note}
    taken = texts.get(column, stands.title)
    assert taken.startswith("[red] =1+1[2J x")
    assert taken.isprintable()


def test_a_name_the_log_cannot_keep_is_told(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5))
    laptop.settle()
    type_into(cloud, session.exercises[0].performed[0].uid, Column.WORKOUT, "x" * 49_000)
    amend(laptop.logbook, session.uid, title="mine")
    laptop.settle()
    with pytest.raises(InvalidEntry, match="under Workout"):
        decide(laptop.store, asked(laptop).id, Choice.SHEET, laptop.clock)
    assert laptop.logbook.session(session.uid).title == "mine"


@pytest.mark.parametrize(
    ("columns", "words", "comes"),
    [
        ([Column.REPS, Column.VOLUME], "the sheet’s comes here", True),
        ([Column.DATE, Column.NOTE, Column.STARTED], "the sheet’s comes here, but for date and started", True),
        ([Column.EXERCISE], "it stays as it is there; here nothing changes", False),
        ([Column.E1RM], "it stays as it is there; here nothing changes", False),
    ],
)
def test_what_the_log_cannot_take_from_the_sheet_is_said_before(
    laptop: Laptop, columns: list[Column], words: str, comes: bool
) -> None:
    session = train(laptop, done(100, 5))
    laptop.settle()
    uid = session.exercises[0].performed[0].uid
    lines = [{"column": one.value, "was": 1, "here": 1, "sheet": 2} for one in columns]
    with laptop.store.write():
        sync_notes.ask(laptop.store, laptop.sheet_id, Asked.EDITED, session_id=1, set_uid=uid, lines=lines, at=1)
    assert (asked(laptop).if_sheet, asked(laptop).comes) == (words, comes)


def test_what_cannot_be_taken_is_told(laptop: Laptop, cloud: Cloud) -> None:
    conflict(laptop, cloud, "many")
    with pytest.raises(InvalidEntry, match="“many”"):
        decide(laptop.store, asked(laptop).id, Choice.SHEET, laptop.clock)
    assert asked(laptop).choice == ""


def test_a_row_taken_out_can_be_sent_again(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5), done(100, 4))
    laptop.settle()
    cloud.hands.delete_rows("Log", 1, 2)
    laptop.logbook.edit_set(session.exercises[0].performed[0].uid, done(105, 5))
    laptop.settle()
    assert asked(laptop).kind is Asked.GONE
    decide(laptop.store, asked(laptop).id, Choice.HERE, laptop.clock)
    laptop.settle()
    assert_equal(laptop)
    assert len(sheet_rows(cloud)) == 2


def test_a_copy_is_marked_and_stands_for_no_set(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5))
    laptop.settle()
    cloud.hands.copy_rows("Log", 1, 2, 5)
    one = session.exercises[0].performed[0]
    laptop.logbook.edit_set(one.uid, done(105, 4))
    laptop.settle()
    review = asked(laptop)
    assert (review.kind, review.words) == (
        Asked.COPIES,
        "This row stands more than once in the sheet: rows 2 and 6.",
    )
    decide(laptop.store, review.id, Choice.HERE, laptop.clock)
    laptop.settle()
    found = [(token, cells[Column.WEIGHT]) for key, token, cells in sheet_rows(cloud) if key == one.uid]
    assert [weight for _, weight in found] == [105, 100]
    assert "~" in str(found[1][0])


def test_a_damaged_token_can_be_put_right_and_looked_at_again(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5))
    laptop.settle()
    one = session.exercises[0].performed[0]
    token = sheet_rows(cloud)[0][1]
    type_into(cloud, one.uid, Column.TOKEN, "oops")
    laptop.logbook.edit_set(one.uid, done(105, 4))
    laptop.settle()
    assert asked(laptop).kind is Asked.DAMAGED
    type_into(cloud, one.uid, Column.TOKEN, token)
    decide(laptop.store, asked(laptop).id, Choice.HERE, laptop.clock)
    laptop.settle()
    assert_equal(laptop)


def test_a_way_back_is_offered_only_where_there_is_one(laptop: Laptop, cloud: Cloud) -> None:
    window = SimpleNamespace(
        file=SimpleNamespace(store=laptop.store), clock=laptop.clock, logbook=laptop.logbook,
        glyphs=SimpleNamespace(key=lambda _name, comes_with: comes_with),
    )  # fmt: skip
    app = cast("WorkoutApp", window)
    decisions = Decisions(app)
    _, one = conflict(laptop, cloud)
    assert decisions.make(look(laptop).reviews, Choice.HERE) == "1 row: the laptop’s · u takes it back"
    assert decisions.undo() == "Taken back: it is to be decided again."
    decisions.make(look(laptop).reviews, Choice.HERE)
    assert Decisions(app).undo(asked(laptop)) == "Taken back: it is to be decided again.", "a later sitting"
    assert asked(laptop).choice == ""
    with pytest.raises(CannotUndo, match="Nothing was decided"):
        Decisions(app).undo(asked(laptop))
    decide(laptop.store, asked(laptop).id, Choice.HERE, laptop.clock)
    laptop.settle()
    cloud.hands.copy_rows("Log", 1, 2, 5)
    laptop.logbook.edit_set(one.uid, done(107, 3))
    laptop.settle()
    assert asked(laptop).kind is Asked.COPIES
    assert decisions.make(look(laptop).reviews, Choice.HERE) == "1 row: the laptop’s"
    with pytest.raises(CannotUndo, match="settled already"):
        decisions.undo()
