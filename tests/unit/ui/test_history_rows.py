"""One session of History, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.ui.workouts import TODAY, a_set, block, session
from workout_tui.model.load import Unit
from workout_tui.ui.glyphs import ASCII
from workout_tui.ui.presenters.history.session import body
from workout_tui.ui.presenters.history.view import SessionView

if TYPE_CHECKING:
    from workout_tui.model.session import SessionExercise

SQUAT, ROW = block("Squat", 0, (a_set(100), a_set(105))), block("Row", 0, (a_set(60, 8), a_set(60, 6)))


def drawn(*blocks: SessionExercise) -> list[str]:
    view = SessionView(session(*blocks), {}, Unit.KG, TODAY, ASCII)
    return [row.plain.rstrip() for row in body(view, 46)]


def test_d9_what_repeats_itself_is_doubted_before_its_sets_whatever_was_felt() -> None:
    again = block("Squat", 0, (a_set(100, rpe10=80), a_set(105)))
    assert drawn(SQUAT, ROW, again, ROW)[:4] == [
        "! The second half repeats the first, set for",
        "set. Done only once? e takes sets out.",
        "",
        "Squat",
    ]


def test_nothing_else_is_and_no_circuit_gone_round_twice() -> None:
    assert drawn(SQUAT, ROW)[0] == drawn(SQUAT, ROW, SQUAT)[0] == "Squat"
    stations = [block(name, 0, (a_set(load),)) for load, name in enumerate(("Squat", "Row", "Press", "Curl"), 20)]
    assert drawn(*stations, *stations)[0] == "Squat"
