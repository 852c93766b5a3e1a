"""The first run, drawn from values."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.load import Unit
from workout_tui.ui.glyphs import ASCII, UNICODE, Glyphs
from workout_tui.ui.presenters.first_run import EMPTY_WORKOUT, Offer, OffersView, offers, units, welcome

VIEW = OffersView(
    "Pick one:",
    (EMPTY_WORKOUT, Offer("1", "Full body", "squat, bench, row"), Offer("2", "5×5", "x" * 200)),
    1,
    UNICODE,
    tall=False,
)


def test_the_marked_offer_is_what_enter_does() -> None:
    rows = [row.plain for row in offers(VIEW, 76, 20)]
    assert rows[2].startswith("  0  start an empty workout")
    assert rows[3].startswith("█ ⏎  Full body")
    assert rows[4].startswith("  2  5×5")


def test_what_went_wrong_stands_below() -> None:
    assert offers(replace(VIEW, wrong="Not saved: the disk is full."), 76, 20)[-1].plain.startswith("✗ Not saved")


def test_one_unit_is_chosen() -> None:
    assert units(Unit.KG, UNICODE).plain == "▸ kg     lb"
    assert units(Unit.LB, ASCII).plain == "  kg   > lb"


def test_the_name_of_the_game_in_large_letters_or_plain() -> None:
    assert len(welcome("LIFT", 76, UNICODE, tall=False)) == 3
    assert welcome("LIFT", 76, ASCII, tall=False)[1].plain == "LIFT"
    assert welcome("LIFT", 5, UNICODE, tall=False)[1].plain == "LIFT"


@given(st.integers(50, 170), st.integers(1, 40), st.booleans(), st.sampled_from([UNICODE, ASCII]))
def test_the_list_keeps_to_its_room(width: int, height: int, tall: bool, glyphs: Glyphs) -> None:
    rows = offers(replace(VIEW, tall=tall, glyphs=glyphs, wrong="[/] " * 40), width, height)
    assert max(row.cell_length for row in rows) <= width
    assert len(rows) <= height
