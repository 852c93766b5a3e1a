"""The rest, the guards, and the keys of every keyboard."""

from __future__ import annotations

import pytest

from tests.unit.ui.workouts import block
from workout_tui.model.lifter import Lifter
from workout_tui.model.load import Unit
from workout_tui.ui.log import rest
from workout_tui.ui.log.guards import SinceEmpty
from workout_tui.ui.log.rest import Rest
from workout_tui.ui.log.typing import KeypadArrows, typed_by

NOW = 1_000_000_000


@pytest.mark.parametrize(
    ("left_ms", "text", "over"),
    [(180_000, "3:00", False), (179_001, "3:00", False), (102_000, "1:42", False), (1, "0:01", False),
     (0, "+0:00", True), (-24_000, "+0:24", True)],
)  # fmt: skip
def test_a_rest_counts_down_and_then_up(left_ms: int, text: str, over: bool) -> None:
    found = rest.at(NOW + left_ms, 180, NOW)
    assert found is not None
    assert (found.text, found.is_over) == (text, over)


def test_no_end_is_no_rest() -> None:
    assert rest.at(None, 180, NOW) is None


def test_overtime_is_calm_after_ten_minutes() -> None:
    assert not Rest(-600, 180).is_calm
    assert Rest(-601, 180).is_calm


def test_the_share_that_has_passed_stays_within_the_bar() -> None:
    assert Rest(90, 180).share == 0.5
    assert Rest(200, 180).share == 0.0
    assert Rest(-5, 180).share == 1.0
    assert Rest(5, 0).share == 1.0


def test_moving_an_overtime_begins_anew_from_now() -> None:
    assert rest.moved(NOW - 60_000, 180, 15, NOW) == (NOW + 15_000, 195)


def test_taking_off_more_than_is_left_ends_it_now() -> None:
    assert rest.moved(NOW + 10_000, 10, -15, NOW) == (NOW, 0)


def test_the_lifter_rests_as_usual_where_nothing_else_is_said() -> None:
    assert rest.length(block("A"), Lifter("l", "Ann", Unit.KG, rest_s=75)) == 75


def test_backspace_means_a_set_only_after_the_line_was_empty_for_half_a_second() -> None:
    line = SinceEmpty()
    assert line.long_enough(0.0)
    line.typed("1", 10.0)
    assert not line.long_enough(20.0)
    line.typed("", 20.0)
    assert not line.long_enough(20.4)
    line.typed("", 20.3)
    assert line.long_enough(20.5)


@pytest.mark.parametrize(
    ("key", "character", "text"),
    [("5", "5", "5"), ("multiply", None, "*"), ("divide", None, "/"), ("subtract", None, "-"), ("add", None, "+"),
     ("decimal", None, "."), ("separator", None, ","), ("equal", None, "="), ("multiply", "*", "*"),
     ("up", None, ""), ("enter", "\r", "")],
)  # fmt: skip
def test_the_keys_of_the_number_pad_type_what_is_printed_on_them(key: str, character: str | None, text: str) -> None:
    assert typed_by(key, character) == text


def test_arrows_just_after_a_digit_are_a_number_pad_without_numlock() -> None:
    arrows = KeypadArrows()
    assert arrows.may_move(0.0)
    arrows.typed("5", 10.0)
    assert not arrows.may_move(10.9)
    assert arrows.may_move(11.0)
    arrows.typed("w", 20.0)
    assert arrows.may_move(20.1)
