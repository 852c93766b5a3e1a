"""W on Log: the warm-up from the bar to the working load, in one key and one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.screens.at_the_bar import at_the_bar, tonight
from workout_tui.model.plan import SetKind

if TYPE_CHECKING:
    from pathlib import Path

    from tests.screens.at_the_bar import Bar

BENCH, PRESS, FLY = 1, 2, 4


def warm_ups(bar: Bar, block: int) -> list[str]:
    targets = [one.target for one in bar.stored.exercises[block].planned]
    return [f"{one.load.number}x{one.reps_lo}" for one in targets if one.kind is SetKind.WARMUP and one.load]


async def test_it_puts_the_warm_up_before_the_sets_and_u_takes_all_of_it_out(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("right")
        before = bar.stored.exercises[PRESS].planned
        await bar.press("W")
        assert warm_ups(bar, PRESS) == ["20x10", "30x5", "40x3", "50x2"]
        assert "4 warm-up sets on the way to 62.5 kg" in bar.hint
        assert bar.bench.look is not None
        assert bar.bench.look.row is not None
        assert bar.bench.look.row.n == 1
        await bar.press("u")
        assert bar.stored.exercises[PRESS].planned == before


async def test_enter_then_logs_its_first_set(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("right", "W", "enter")
        done = bar.stored.exercises[PRESS].performed
        assert [(one.values.kind, one.values.load and one.values.load.number, one.values.reps) for one in done] == [
            (SetKind.WARMUP, "20", 10)
        ]


async def test_without_a_bar_it_climbs_in_steps(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("right", "right", "right", "W")
        assert warm_ups(bar, FLY) == ["7.5x8", "12.5x4"]


async def test_not_twice_and_not_after_the_first_set(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("W")
        assert "a warm-up is planned already" in bar.hint
        await bar.press("right", "enter", "W")
        assert "goes before the first set" in bar.hint
        assert warm_ups(bar, PRESS) == []
