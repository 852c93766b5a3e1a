"""What ⏎ does: it logs only what is shown, asks about doubts, and never twice by accident."""

from __future__ import annotations

import pytest

from tests.unit.ui.workouts import a_set, at, block, known, looked, past, session, target
from workout_tui.model.exercise import Measure
from workout_tui.model.session import SetValues
from workout_tui.ui.keynames import named
from workout_tui.ui.log.enter import (
    ChangeSet,
    Confirm,
    Decision,
    GoOn,
    LogSets,
    PickNext,
    Presses,
    Refuse,
    enter,
    is_whole,
)
from workout_tui.ui.log.look import Look

ONE = session(block("Bench", 3, 1))


def press(look: Look, before: Presses | None = None, at_s: float = 100.0, *, free: bool = False) -> Decision:
    return enter(look, before or Presses(), at_s, is_free=free)


def test_bare_enter_logs_what_is_shown() -> None:
    assert press(looked(ONE, at("Bench", 2))) == LogSets((a_set(),), is_bare=True)


def test_a_typed_line_logs_all_its_sets() -> None:
    assert press(looked(ONE, at("Bench", 2), text="x4,3")) == LogSets((a_set(100, 4), a_set(100, 3)), is_bare=False)


@pytest.mark.parametrize(("since", "asks"), [(0.5, True), (2.9, True), (3.0, False), (200, False)])
def test_a_bare_enter_within_three_seconds_of_the_last_one_asks(since: float, asks: bool) -> None:
    decision = press(looked(ONE, at("Bench", 2)), Presses(last_bare=100 - since))
    assert isinstance(decision, Confirm if asks else LogSets)


def test_the_second_bare_enter_is_meant() -> None:
    here = looked(ONE, at("Bench", 2))
    asked = press(here, Presses(last_bare=99))
    assert isinstance(asked, Confirm)
    assert asked.words.startswith("1 s since the last set")
    assert press(here, Presses(asked.token, last_bare=99)) == LogSets((a_set(),), is_bare=True)


def test_a_doubt_needs_the_same_line_twice() -> None:
    here = looked(ONE, at("Bench", 2), text="3x5")
    asked = press(here)
    assert isinstance(asked, Confirm)
    assert press(here, Presses(asked.token)) == LogSets((a_set(3, 5),), is_bare=False)
    assert isinstance(press(looked(ONE, at("Bench", 2), text="4x5"), Presses(asked.token)), Confirm)


@pytest.mark.parametrize("text", ["100x5 @11", "100x5@", "nonsense"])
def test_what_is_not_understood_logs_nothing(text: str) -> None:
    assert press(looked(ONE, at("Bench", 2), text=text)) == Refuse()


def test_bare_enter_on_a_done_row_goes_back_and_writes_nothing() -> None:
    assert press(looked(ONE, at("Bench", 1))) == GoOn()


def test_text_on_a_done_row_changes_it() -> None:
    assert press(looked(ONE, at("Bench", 1), text="4/9")) == ChangeSet("Bench-s1", a_set(100, 4, rpe10=90))


def test_a_done_row_takes_one_set() -> None:
    assert isinstance(press(looked(ONE, at("Bench", 1), text="x4,3")), Refuse)


def test_a_skipped_row_takes_nothing() -> None:
    one = session(block("Bench", 3, 1, skipped=(2,)))
    for text in ("", "100x5"):
        decision = press(looked(one, at("Bench", 2), text=text))
        assert isinstance(decision, Refuse)
        assert "s takes it back" in named(decision.words, {})


def test_below_the_last_row_bare_enter_goes_on_and_text_logs_one_more() -> None:
    assert press(looked(ONE, at("Bench", None))) == GoOn()
    assert press(looked(ONE, at("Bench", None), text="90x3")) == LogSets((a_set(90, 3),), is_bare=False)


def test_when_all_is_done_bare_enter_does_nothing() -> None:
    one = session(block("Bench", 1, 1))
    assert press(looked(one, at("Bench", None))) == Refuse()


def test_below_the_last_row_a_suggestion_that_was_asked_for_is_logged() -> None:
    here = looked(session(block("Bench", 1, 1)), at("Bench", None), idea=1)
    assert press(here) == LogSets((here.ideas[1],), is_bare=True)


def test_in_a_free_session_the_next_exercise_is_offered() -> None:
    assert press(looked(session(block("Bench", 1, 1)), at("Bench", None)), free=True) == PickNext()


def test_an_exercise_without_a_plan_logs_on_and_on() -> None:
    one = session(block("Bench", 0))
    about = known(past(a_set(80, 8)))
    assert press(looked(one, at("Bench", None), about), free=True) == LogSets((a_set(80, 8),), is_bare=True)


def test_with_nothing_to_go_by_enter_says_what_to_type() -> None:
    one = session(block("Bench", (target(None, None),)))
    decision = press(looked(one, at("Bench", 1)))
    assert isinstance(decision, Refuse)
    assert "60x8" in decision.words


@pytest.mark.parametrize(
    ("values", "measure", "whole"),
    [
        (a_set(), Measure.WEIGHT, True),
        (a_set(None, 5), Measure.WEIGHT, False),
        (a_set(100, None), Measure.WEIGHT, False),
        (a_set(None, 5), Measure.BODYWEIGHT, True),
        (SetValues(seconds=60), Measure.TIME, True),
        (SetValues(), Measure.TIME, False),
        (SetValues(seconds=60), Measure.DISTANCE, False),
    ],
)
def test_a_set_is_whole_when_its_exercise_could_count_it(values: SetValues, measure: Measure, whole: bool) -> None:
    assert is_whole(values, measure) is whole
