"""The way through a session: what comes next, supersets in rounds, when to rest."""

from __future__ import annotations

import pytest

from tests.unit.ui.workouts import a_set, at, block, session, target
from workout_tui.model.plan import SetKind
from workout_tui.model.session import Session
from workout_tui.ui.log import course
from workout_tui.ui.log.course import Cursor


def walk(one: Session, name: str) -> Cursor:
    return course.onward(one, next(block for block in one.exercises if block.uid == name))


def rests(one: Session, name: str, kind: SetKind = SetKind.WORK, *, more: bool = False) -> bool:
    there = next(block for block in one.exercises if block.uid == name)
    return course.rests_after(one, there, kind, more_to_come=more)


def test_the_next_open_set_of_the_exercise_comes_next() -> None:
    assert walk(session(block("A", 3, 1), block("B")), "A") == at("A", 2)


def test_after_the_last_set_of_an_exercise_comes_the_next_exercise_with_an_open_set() -> None:
    assert walk(session(block("A", 2, 2), block("B", 2, 2), block("C")), "A") == at("C", 1)


def test_what_was_left_open_earlier_comes_after_the_last_exercise() -> None:
    assert walk(session(block("A", 2, 1), block("B", 2, 2)), "B") == at("A", 2)


def test_skipped_sets_are_passed_by() -> None:
    assert walk(session(block("A", 3, 1, skipped=(2,))), "A") == at("A", 3)


def test_when_all_is_done_the_cursor_stays_on_the_free_place() -> None:
    assert walk(session(block("A", 2, 2)), "A") == at("A", None)


@pytest.mark.parametrize(
    ("first", "second", "after", "there"),
    [
        (1, 0, "A", at("B", 1)),
        (1, 1, "B", at("A", 2)),
        (2, 1, "A", at("B", 2)),
        (2, 2, "B", at("A", 3)),
        (3, 2, "A", at("C", 1)),
    ],
)
def test_a_superset_of_unequal_counts_is_walked_in_rounds(first: int, second: int, after: str, there: Cursor) -> None:
    one = session(block("A", 3, first, "X"), block("B", 2, second, "X"), block("C"))
    assert walk(one, after) == there


def test_warm_ups_of_a_superset_come_before_its_first_round() -> None:
    warm, work = target(60, 5, SetKind.WARMUP), target()
    warmed = a_set(60, kind=SetKind.WARMUP)
    one = session(block("A", (warm, warm, work, work), (warmed,), "X"), block("B", (warm, work), (), "X"))
    assert walk(one, "A") == at("A", 2)
    one = session(block("A", (warm, warm, work, work), (warmed,) * 2, "X"), block("B", (warm, work), (), "X"))
    assert walk(one, "A") == at("B", 1)
    one = session(block("A", (warm, work, work), (warmed,), "X"), block("B", (warm, work), (warmed,), "X"))
    assert walk(one, "B") == at("A", 2)
    one = session(block("A", (warm, work, work), (warmed, a_set()), "X"), block("B", (warm, work), (warmed,), "X"))
    assert walk(one, "A") == at("B", 2)
    assert walk(one, "B") == at("B", 2), "its warm-up was late: it owes a set of this round"


def test_a_drop_set_follows_its_set_before_the_round_goes_on() -> None:
    plan = (target(), target(kind=SetKind.DROP), target())
    one = session(block("A", plan, 1, "X"), block("B", 2, 0, "X"))
    assert walk(one, "A") == at("A", 2)
    assert not rests(one, "A")


def test_rest_comes_after_work_sets_but_not_after_warm_ups() -> None:
    one = session(block("A", 3, 1))
    assert rests(one, "A")
    assert not rests(one, "A", SetKind.WARMUP)


def test_rest_comes_after_the_round_of_a_superset() -> None:
    assert not rests(session(block("A", 2, 1, "X"), block("B", 2, 0, "X")), "A")
    assert rests(session(block("A", 2, 1, "X"), block("B", 2, 1, "X")), "B")


def test_who_is_left_alone_in_a_superset_rests_after_each_set() -> None:
    assert rests(session(block("A", 4, 2, "X"), block("B", 1, 1, "X")), "A")


def test_no_rest_after_the_last_set_of_all() -> None:
    one = session(block("A", 2, 2))
    assert not rests(one, "A")
    assert rests(one, "A", more=True)


def test_the_session_opens_behind_the_set_logged_last() -> None:
    one = session(block("A", 3, 1, began=0), block("B", 3, 1, began=30))
    assert course.opening(one) == at("B", 2)


def test_a_session_without_sets_opens_at_its_first() -> None:
    assert course.opening(session(block("A", 3, 0, "X"), block("B", 3, 0, "X"))) == at("A", 1)
    assert course.opening(session()) is None


def test_the_cursor_stays_where_it_was_when_the_session_is_read_again() -> None:
    one = session(block("A", 3, 1), block("B"))
    assert course.kept(one, at("A", 1)) == at("A", 1)
    assert course.kept(one, Cursor("A", "gone")) == at("A", 2)
    assert course.kept(one, Cursor("gone", None)) == at("A", 2)


def test_rows_end_with_the_free_place() -> None:
    one = block("A", 2, 1)
    assert course.by_row(one, at("A", 1), -1) == at("A", 1)
    assert course.by_row(one, at("A", 2), 1) == at("A", None)
    assert course.by_row(one, at("A", None), 1) == at("A", None)


def test_exercises_go_around() -> None:
    one = session(block("A", 1, 1), block("B"))
    assert course.by_exercise(one, at("B", 1), 1) == at("A", None)
    assert course.by_exercise(one, at("A", None), -1) == at("B", 1)


def test_an_exercise_moves_up_and_down_but_not_off_the_end() -> None:
    one = session(block("A"), block("B"))
    assert course.moved(one, "B", -1) == ["B", "A"]
    assert course.moved(one, "A", -1) is None


def test_joining_takes_a_free_letter_or_that_of_the_exercise_below() -> None:
    assert course.joined(session(block("A"), block("B")), "A") == {"A": "A", "B": "A"}
    assert course.joined(session(block("A"), block("B", group="A"), block("C", group="A")), "A") == {"A": "A", "B": "A"}
    assert course.joined(session(block("A", group="A"), block("B", group="A"), block("C"), block("D")), "C") == {
        "C": "B",
        "D": "B",
    }
    assert course.joined(session(block("A")), "A") is None


def test_leaving_a_superset_of_two_ends_it() -> None:
    assert course.joined(session(block("A", group="A"), block("B", group="A")), "A") == {"A": "", "B": ""}
    three = session(*(block(name, group="A") for name in "ABC"))
    assert course.joined(three, "B") == {"B": ""}


def test_supersets_are_named_by_place() -> None:
    one = session(block("A", group="A"), block("B", group="A"), block("C"))
    assert [course.superset_name(one, each) for each in one.exercises] == ["A1", "A2", ""]


def test_a_row_keeps_its_key_when_it_is_performed() -> None:
    before, after = block("A", 1), block("A", 1, (a_set(),))
    assert course.key_of(before.rows[0]) == course.key_of(after.rows[0])
