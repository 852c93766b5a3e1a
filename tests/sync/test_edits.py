"""What happens to rows that stand in the sheet already: edits, removals, the lifter's own corrections."""

from __future__ import annotations

import pytest

from tests.support import done, kg
from tests.sync.virtual import Cloud, Laptop, assert_equal, expected, reviews, sheet_rows, train
from workout_tui.model.session import SetValues
from workout_tui.store import outbox, sheets
from workout_tui.sync import row_reading, rows
from workout_tui.sync.columns import Column, find


def place(cloud: Cloud, column: Column) -> int:
    return find(cloud.tab()[0])[column]


def type_into(cloud: Cloud, key: str, column: Column, value: object) -> None:
    """The lifter types something into a set's row."""
    row = next(number for number, (one, _, _) in enumerate(sheet_rows(cloud), 1) if one == key)
    cloud.hands.edit("Log", row, place(cloud, column), value)


def in_sheet(cloud: Cloud, key: str) -> rows.Cells:
    return next(cells for one, _, cells in sheet_rows(cloud) if one == key)


def calls(laptop: Laptop) -> list[str]:
    laptop.calls.clear()
    laptop.settle()
    return laptop.calls


def test_a_removed_set_says_so_and_counts_to_nothing(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5), done(100, 4), done(100, 3))
    laptop.settle()
    gone = session.exercises[0].performed[1]
    laptop.logbook.remove_set(gone.uid)
    assert calls(laptop) == ["read", "read", "write"]
    assert_equal(laptop)
    there = in_sheet(cloud, gone.uid)
    assert there[Column.STATUS] == "removed"
    assert {there[one] for one in (Column.WEIGHT, Column.REPS, Column.VOLUME, Column.E1RM)} == {None}
    laptop.logbook.undo(session.uid)
    laptop.settle()
    assert_equal(laptop)
    assert in_sheet(cloud, gone.uid)[Column.REPS] == 4


def test_a_discarded_workout_and_one_taken_back(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5), done(100, 4))
    laptop.settle()
    laptop.logbook.discard(session.uid)
    laptop.settle()
    assert {cells[Column.STATUS] for _, _, cells in sheet_rows(cloud)} == {"removed"}
    assert_equal(laptop)
    laptop.logbook.undiscard(session.uid)
    laptop.settle()
    assert_equal(laptop)
    assert len(sheet_rows(cloud)) == 2


def test_a_workout_discarded_before_it_was_ever_sent_is_no_call(laptop: Laptop) -> None:
    session = train(laptop, done(100, 5))
    laptop.logbook.discard(session.uid)
    assert calls(laptop) == []


def test_a_reopened_workout_says_so_once_and_its_new_sets_come_when_it_is_finished(
    laptop: Laptop, cloud: Cloud
) -> None:
    session = train(laptop, done(100, 5))
    laptop.settle()
    laptop.logbook.reopen(session.uid)
    assert calls(laptop) == ["read", "read", "write"]
    assert [cells[Column.STATUS] for _, _, cells in sheet_rows(cloud)] == ["active"]
    laptop.logbook.edit_set(session.exercises[0].performed[0].uid, done(110, 5))
    assert calls(laptop) == []
    laptop.logbook.finish(session.uid)
    laptop.settle()
    assert_equal(laptop)


def test_renaming_an_exercise_writes_its_name_and_nothing_else(laptop: Laptop, cloud: Cloud) -> None:
    train(laptop, done(100, 5), exercise="Bench")
    train(laptop, done(100, 5), exercise="Squat")
    laptop.settle()
    with laptop.store.write():
        laptop.store.run("UPDATE exercise SET name = 'Bench Press', name_key = 'bench press' WHERE name = 'Bench'")
    assert calls(laptop) == ["read", "read", "write"]
    assert_equal(laptop)


def test_a_touch_that_changes_nothing_is_no_call(laptop: Laptop) -> None:
    train(laptop, done(100, 5))
    laptop.settle()
    with laptop.store.write():
        laptop.store.run("UPDATE exercise SET name = name")
    assert outbox.count_due(laptop.store, laptop.sheet_id) == 1
    assert calls(laptop) == []
    assert outbox.count_due(laptop.store, laptop.sheet_id) == 0


def test_what_the_lifter_corrected_in_the_sheet_is_left_alone(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5), done(100, 5))
    laptop.settle()
    one, two = session.exercises[0].performed
    type_into(cloud, one.uid, Column.REPS, 6)
    type_into(cloud, two.uid, Column.NOTE, "felt easy")
    laptop.logbook.edit_set(one.uid, done(105, 4))
    laptop.logbook.edit_set(two.uid, done(105, 5))
    laptop.settle()
    there = in_sheet(cloud, one.uid)
    assert (there[Column.WEIGHT], there[Column.REPS]) == (105, 6)
    there = in_sheet(cloud, two.uid)
    assert (there[Column.WEIGHT], there[Column.NOTE]) == (105, "felt easy")
    (review,) = reviews(laptop)
    assert (review.kind, review.set_uid) == ("conflict", one.uid)
    assert {"column": "Reps", "was": 5, "here": 4, "sheet": 6} in review.lines


def test_the_lifters_formulas_colours_and_columns_are_never_touched(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5))
    laptop.settle()
    cloud.hands.insert_columns("Log", 2)
    cloud.hands.edit("Log", 0, 2, "Mood")
    cloud.hands.edit("Log", 1, 2, "=1+1")
    cloud.hands.move_columns("Log", place(cloud, Column.KEY), place(cloud, Column.KEY) + 1, 1)
    laptop.logbook.edit_set(session.exercises[0].performed[0].uid, done(105, 4))
    train(laptop, done(60, 10), exercise="Row")
    laptop.settle()
    assert_equal(laptop)
    mood = cloud.tab()[0].index("Mood")
    assert cloud.tab()[1][mood] == "=1+1"
    assert len(cloud.tab()[2]) <= mood or cloud.tab()[2][mood] == ""


def test_a_row_taken_out_of_the_sheet_is_not_sent_again(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5), done(100, 5))
    laptop.settle()
    cloud.hands.delete_rows("Log", 1, 2)
    one = session.exercises[0].performed[0]
    laptop.logbook.edit_set(one.uid, done(105, 5))
    first = laptop.cycle()
    assert first is not None
    assert first.left == 1
    assert first.again_in_s is not None
    laptop.settle()
    assert [key for key, _, _ in sheet_rows(cloud)] == [session.exercises[0].performed[1].uid]
    assert [(review.kind, review.set_uid) for review in reviews(laptop)] == [("gone", one.uid)]
    assert calls(laptop) == []


def test_copies_of_a_row_are_asked_about_and_never_written_into(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5))
    laptop.settle()
    cloud.hands.copy_rows("Log", 1, 2, 5)
    before = cloud.tab()
    laptop.logbook.edit_set(session.exercises[0].performed[0].uid, done(105, 5))
    laptop.settle()
    assert cloud.tab() == before
    assert [review.kind for review in reviews(laptop)] == ["copies"]


@pytest.mark.parametrize(("column", "value"), [(Column.TOKEN, "x"), (Column.TOKEN, "")])
def test_a_row_whose_token_was_damaged_is_asked_about(laptop: Laptop, cloud: Cloud, column: Column, value: str) -> None:
    session = train(laptop, done(100, 5))
    laptop.settle()
    one = session.exercises[0].performed[0]
    type_into(cloud, one.uid, column, value)
    laptop.logbook.edit_set(one.uid, done(105, 5))
    laptop.settle()
    assert in_sheet(cloud, one.uid)[Column.WEIGHT] == 100
    assert [review.kind for review in reviews(laptop)] == ["damaged"]


def test_a_renamed_tab_is_found(laptop: Laptop, cloud: Cloud) -> None:
    train(laptop, done(100, 5))
    cloud.hands.rename("Log", "My 'lifts'")
    cloud.hands.rename("Log receipts", "it's hidden")
    laptop.settle()
    assert_equal(laptop)


def test_a_column_that_is_gone_stops_everything_until_it_is_back(laptop: Laptop, cloud: Cloud) -> None:
    train(laptop, done(100, 5))
    cloud.hands.edit("Log", 0, place(cloud, Column.REPS), "Repetitions")
    assert laptop.cycle() is None
    assert laptop.problems == ["The sheet has no column “Reps”."]
    assert len(cloud.tab()) == 1
    cloud.hands.edit("Log", 0, cloud.tab()[0].index("Repetitions"), "Reps")
    laptop.settle()
    assert_equal(laptop)


def test_rows_sorted_and_shuffled_between_cycles_are_found_by_their_keys(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, *(done(100 + n, 5) for n in range(5)))
    laptop.settle()
    cloud.hands.sort("Log", place(cloud, Column.WEIGHT), descending=True)
    cloud.hands.insert_rows("Log", 2, 3)
    for one in session.exercises[0].performed[::2]:
        laptop.logbook.edit_set(one.uid, done(60, 12))
    laptop.settle()
    assert_equal(laptop)


def test_another_spreadsheet_begins_with_nothing_sent(laptop: Laptop) -> None:
    train(laptop, done(100, 5))
    laptop.settle()
    first = laptop.sheet_id
    with laptop.store.write():
        other = sheets.connect(
            laptop.store, laptop.profile_id, sheets.Destination("other", 1, 2, title="", account=""), at=1, anew=False
        )
    assert outbox.count_due(laptop.store, other) == 1
    assert outbox.count_due(laptop.store, first) == 0


def test_a_second_lifter_has_a_sheet_of_their_own(laptop: Laptop) -> None:
    train(laptop, done(100, 5))
    assert outbox.count_due(laptop.store, laptop.sheet_id) == 1
    assert expected(laptop)
    assert laptop.store.value("SELECT synced FROM v_sessions") == 0
    laptop.settle()
    assert laptop.store.value("SELECT synced FROM v_sessions") == 1
    laptop.logbook.note_session(laptop.store.value("SELECT uid FROM session"), "good")
    assert laptop.store.value("SELECT synced FROM v_sessions") == 0


def test_bodyweight_and_times_restore_a_session(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, SetValues(kg(12.5), 8, rpe10=85, note="hard"))
    laptop.logbook.set_bodyweight(session.uid, kg(82.4))
    laptop.settle()
    (cells,) = (cells for _, _, cells in sheet_rows(cloud))
    read = row_reading.read(cells)
    assert (read.values, read.bodyweight) == (SetValues(kg(12.5), 8, rpe10=85, note="hard"), kg(82.4))
    assert (read.session_uid, read.started_at, read.ended_at) == (session.uid, session.started_at, session.ended_at)
