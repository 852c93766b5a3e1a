"""The bar for what takes longer than a second."""

import io

from tests.support import FakeClock
from workout_tui.transfer.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def run(out: io.StringIO, seconds: int) -> str:
    clock = FakeClock()
    with Progress(out, clock, "workouts") as bar:
        for number in range(1, 101):
            bar(number, 100)
            clock.pass_ms(seconds * 10)
    return out.getvalue()


def test_what_is_quick_shows_nothing() -> None:
    assert run(Terminal(), 1) == ""


def test_what_is_slow_shows_how_far_it_is_and_is_wiped_away() -> None:
    shown = run(Terminal(), 10)
    assert "###" in shown
    assert "50 of 100 workouts" in shown
    assert shown.endswith(" \r")


def test_without_a_terminal_there_is_nothing() -> None:
    assert run(io.StringIO(), 100) == ""
