"""Doubts: what asks for a second Enter, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.model.test_entry import BODYWEIGHT, DISTANCE, FIRST_TIME, TIME, WEIGHT
from workout_tui.model.entry import Context, read
from workout_tui.model.load import Load, Unit
from workout_tui.model.session import SetValues

POUNDS = replace(WEIGHT, best=Load.of("265", Unit.LB))
BODYWEIGHT_ALONE = replace(BODYWEIGHT, shown=SetValues(reps=8))
FREE = replace(WEIGHT, best=None, shown=SetValues(load=Load.of("25", Unit.KG), reps=5), beside_name="what stood here")
ROW = replace(TIME, shown=SetValues(seconds=300))


@pytest.mark.parametrize(
    ("context", "text", "doubts"),
    [
        # far under the plan
        (WEIGHT, "40x5", ()),
        (WEIGHT, "39.5x5", ("39.5 kg is far under the plan (100)",)),
        (WEIGHT, "39.5x5w", ()),
        (WEIGHT, "100x5>39.5x5", ()),
        (WEIGHT, "45lbx5", ("45 lb is far under the plan (100 kg)",)),
        (BODYWEIGHT, "bw", ()),
        (BODYWEIGHT, "-20", ()),
        # far over the best, or over the plan where nothing was done before
        (WEIGHT, "156x5", ()),
        (WEIGHT, "157x5", ("157 kg is 1.3× your best (120)",)),
        (POUNDS, "157x5", ("157 kg is 1.3× your best (265 lb)",)),
        (replace(WEIGHT, best=Load.of("40", Unit.KG), shown=SetValues(reps=5)), "60x5", ()),
        (replace(WEIGHT, best=None), "1000x5", ("1000 kg is 10× the plan (100)",)),
        (FIRST_TIME, "500x5", ()),
        (FIRST_TIME, "1000x5", ("1000 kg is a lot for a first time",)),
        (FREE, "1000x5", ("1000 kg is 40× what stood here (25)",)),
        (FREE, "9x5", ("9 kg is far under what stood here (25) — 9 sets? x5x9",)),
        # a set put right is measured by its plan, not by what is wrong with it
        (replace(WEIGHT, shown=SetValues(load=Load.of("1000", Unit.KG), reps=5), beside=WEIGHT.shown), "100x5", ()),
        # sets meant where a load was read
        (WEIGHT, "1x5", ("1 kg is far under the plan (100)",)),
        (FIRST_TIME, "3x10", ("3 kg — 3 sets? 3x10@weight",)),
        (FIRST_TIME, "3x10x2", ()),
        (FIRST_TIME, "3kgx10", ()),
        (BODYWEIGHT, "3x8", ("BW+3 kg is far under the plan (BW+20 kg) — 3 sets? x8x3",)),
        (BODYWEIGHT_ALONE, "3x8", ("BW+3 kg — 3 sets? x8x3",)),
        (BODYWEIGHT_ALONE, "+3x8", ()),
        (TIME, "3x1:00", ("3 kg — 3 sets? x1:00x3",)),
        # far more reps than planned, none at all
        (WEIGHT, "x13", ()),
        (WEIGHT, "x14", ("14 reps is far over the plan (5)",)),
        (TIME, "0", ("0:00 logs a failed attempt",)),
        (DISTANCE, "0", ("0 km logs a failed attempt",)),
        # seconds where minutes were meant
        (ROW, "5", ("0:05 is far under the plan (5:00) — minutes? 5min",)),
        (TIME, "5", ("0:05 is far under the plan (1:00)",)),
        (TIME, "20", ()),
        # more sets than are open
        (replace(WEIGHT, open_sets=1), "x5x3", ()),
        (replace(WEIGHT, open_sets=1), "x5x4", ("4 sets at once, 1 open",)),
        (replace(WEIGHT, open_sets=0), "x5x3", ("3 sets at once, none open",)),
        (replace(WEIGHT, open_sets=None), "x5x20", ()),
        # equal sets are doubted once, different ones each
        (WEIGHT, "x0x3", ("0 reps logs a failed attempt",)),
        (WEIGHT, "10 0", ("10 kg is far under the plan (100)", "0 reps logs a failed attempt")),
    ],
)
def test_doubts(context: Context, text: str, doubts: tuple[str, ...]) -> None:
    entry = read(text, context)
    assert (entry.problem, entry.doubts) == (None, doubts)


@pytest.mark.parametrize(("text", "meant"), [("3x5", "x5x3"), ("3x5@8", "x5x3")])
def test_the_other_reading_that_a_doubt_offers_can_be_typed(text: str, meant: str) -> None:
    assert read(text, WEIGHT).doubts[0].endswith(f"3 sets? {meant}")
    assert read(meant, WEIGHT).sets == (WEIGHT.shown,) * 3


def test_a_line_with_a_problem_has_no_doubts() -> None:
    assert read("x0 foo", WEIGHT).doubts == ()
