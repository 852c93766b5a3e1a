"""A press is told from its repeats."""

from __future__ import annotations

from tests.support import FakeClock
from workout_tui.ui.presses import Presses


def test_a_second_press_too_soon_is_a_bounce() -> None:
    clock = FakeClock()
    presses = Presses(clock)
    assert not presses.is_repeat("enter")
    clock.pass_ms(149)
    assert presses.is_repeat("enter")
    clock.pass_ms(151)
    assert not presses.is_repeat("enter")


def test_another_key_is_no_repeat() -> None:
    presses = Presses(FakeClock())
    assert not presses.is_repeat("enter")
    assert not presses.is_repeat("D")
    assert not presses.is_repeat("enter")


def test_a_held_key_counts_once_however_long_it_is_held() -> None:
    clock = FakeClock()
    presses = Presses(clock)
    counted = 0
    for wait in [500, *[30] * 100]:  # what a keyboard sends while a key is held
        counted += not presses.is_repeat("D")
        clock.pass_ms(wait)
    assert counted == 2
