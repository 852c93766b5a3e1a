"""The command keys of Log: each does one thing, says it, and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.screens.at_the_bar import at_the_bar, tonight
from tests.support import done
from workout_tui.model.plan import SetKind
from workout_tui.model.session import PlanState
from workout_tui.ui.screens.keys import KeysScreen
from workout_tui.ui.screens.log import LogScreen
from workout_tui.ui.screens.pick import PickScreen

if TYPE_CHECKING:
    from pathlib import Path

    from tests.screens.at_the_bar import Bar

BENCH, PRESS = 1, 2


def states(bar: Bar, block: int) -> list[PlanState]:
    return [one.state for one in bar.stored.exercises[block].planned]


def kinds(bar: Bar, block: int) -> list[SetKind]:
    return [one.target.kind for one in bar.stored.exercises[block].planned]


def names(bar: Bar) -> list[str]:
    return [block.exercise.name for block in bar.stored.exercises]


def here(bar: Bar) -> str:
    assert bar.bench.look is not None
    return bar.bench.look.block.exercise.name


async def test_s_skips_the_set_and_takes_it_back(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("s")
        assert states(bar, BENCH)[4:] == [PlanState.SKIPPED, PlanState.OPEN]
        await bar.press("up", "s")
        assert states(bar, BENCH)[4:] == [PlanState.OPEN, PlanState.OPEN]


async def test_a_skipped_set_takes_no_text(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("s", "up")
        await bar.type("100x5\n")
        assert bar.stored.done == 8
        assert "s takes it back" in bar.hint
        assert bar.line == "100x5"


async def test_shift_s_skips_the_exercise_and_goes_on(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("S")
        assert states(bar, BENCH)[4:] == [PlanState.SKIPPED] * 2
        assert here(bar) == "Overhead Press"
        await bar.press("u")
        assert states(bar, BENCH)[4:] == [PlanState.OPEN] * 2


async def test_w_makes_the_set_a_warm_up_and_back(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("w")
        assert kinds(bar, BENCH)[4] is SetKind.WARMUP
        assert bar.bench.look is not None
        assert bar.bench.look.shown == done(60, 5, SetKind.WARMUP)
        await bar.press("w")
        assert bar.bench.look.shown == done(102.5, 5)


async def test_a_warm_up_starts_no_rest(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path, rest=False)) as bar:
        await bar.press("w", "enter")
        assert bar.sets(BENCH)[-1].kind is SetKind.WARMUP
        assert bar.bench.timer.rest is None


async def test_d_makes_the_next_set_a_drop_set(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("d")
        assert "DROP SET" in bar.text()
        await bar.type("80x8\n")
        assert bar.sets(BENCH)[-1] == done(80, 8, SetKind.DROP)
        assert len(bar.stored.exercises[BENCH].open_rows) == 2


async def test_a_adds_a_set_and_backspace_twice_takes_it_out(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("a")
        assert len(bar.stored.exercises[BENCH].planned) == 7
        await bar.press("down", "down", "backspace")
        assert len(bar.stored.exercises[BENCH].planned) == 7
        assert "⌫ again" in bar.hint
        await bar.press("backspace")
        assert len(bar.stored.exercises[BENCH].planned) == 6


async def test_backspace_removes_a_done_set_only_when_pressed_twice(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("up", "backspace", "down", "up", "backspace")
        assert bar.stored.done == 8
        await bar.press("backspace")
        assert bar.stored.done == 7
        await bar.press("u")
        assert bar.stored.done == 8


async def test_rubbing_out_a_line_never_reaches_the_sets(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("up", "1", "0")
        for _ in range(12):
            bar.clock.pass_ms(30)
            await bar.pilot.press("backspace")
        assert bar.line == ""
        assert bar.stored.done == 8
        assert "⌫ again" not in bar.hint


async def test_a_done_row_is_changed_by_text_and_left_by_enter(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        before = bar.stored.exercises[BENCH].performed[3]
        ends_at = bar.stored.rest_ends_at
        await bar.press("up", "enter")
        assert bar.sets(BENCH)[3] == before.values
        await bar.press("up")
        await bar.type("4/9\n")
        after = bar.stored.exercises[BENCH].performed[3]
        assert after.values == done(102.5, 4, rpe10=90)
        assert (after.uid, after.at) == (before.uid, before.at)
        assert bar.stored.rest_ends_at == ends_at
        assert bar.bench.look is not None
        assert not bar.bench.look.is_editing


async def test_tab_and_arrows_change_the_exercise_only_while_the_line_is_empty(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("right")
        assert here(bar) == "Overhead Press"
        await bar.type("60")
        await bar.press("left")
        assert here(bar) == "Overhead Press"
        await bar.press("escape")
        await bar.type("5")
        await bar.press("backspace", "left")
        assert here(bar) == "Overhead Press", "a digit was typed less than a second ago"
        bar.clock.pass_ms(1000)
        await bar.press("left")
        assert here(bar) == "Bench Press"
        await bar.press("shift+tab")
        assert here(bar) == "Back Squat"


async def test_shift_j_moves_the_exercise_down(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("J")
        assert names(bar)[:3] == ["Back Squat", "Overhead Press", "Bench Press"]
        assert here(bar) == "Bench Press"
        await bar.press("K")
        assert names(bar)[:3] == ["Back Squat", "Bench Press", "Overhead Press"]


async def test_a_superset_is_walked_in_rounds_and_rests_after_each(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path, rest=False)) as bar:
        await bar.press("tab", "tab", "g")
        walk, rests = [], []
        for _ in range(6):
            bar.clock.pass_ms(10_000)
            walk.append(here(bar))
            await bar.press("enter")
            rests.append(bar.stored.rest_ends_at is not None)
        assert walk == ["Incline DB Press", "Cable Fly"] * 3
        assert rests == [False, True] * 3


async def test_shift_a_picks_an_exercise_by_a_few_letters(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("A")
        assert isinstance(bar.pilot.app.screen, PickScreen)
        await bar.type("facep")
        await bar.press("enter")
        assert "Face Pull" in names(bar)
        assert here(bar) == "Face Pull"


async def test_a_held_key_types_nothing_into_the_picker(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("A")
        bar.clock.pass_ms(30)
        await bar.pilot.press("A")
        assert bar.pilot.app.screen.query_one("Field").value == ""  # type: ignore[attr-defined]


async def test_a_new_exercise_is_added_by_its_name_and_counted_as_chosen(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("A")
        await bar.type("Zzq hold")
        await bar.press("down", "down", "enter")
        assert here(bar) == "Zzq hold"
        await bar.type("45\n")
        assert bar.stored.exercises[-1].performed[0].values.seconds == 45


async def test_e_asks_what_to_swap_once_sets_are_done(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("e", "r")
        await confirmed(bar)
        await bar.type("facep")
        await bar.press("enter")
        assert names(bar)[1:3] == ["Bench Press", "Face Pull"]
        assert len(bar.sets(BENCH)) == 4
        assert not bar.stored.exercises[BENCH].open_rows


async def test_shift_m_moves_what_was_done_to_the_right_exercise(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("M")
        await bar.type("Overhead")
        await bar.press("enter")
        assert len(bar.sets(BENCH)) == 0
        assert len(bar.sets(PRESS)) == 4


async def test_n_writes_the_notes(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("n")
        await bar.type("tight")
        await bar.press("down")
        await bar.type("seat 4")
        await bar.press("enter")
        assert bar.stored.exercises[BENCH].note == "tight"
        assert bar.stored.exercises[BENCH].setting.note == "seat 4"


async def test_shift_b_writes_the_bodyweight_and_refuses_what_is_none(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("B", *["backspace"] * 5)
        await bar.type("81,5")
        await bar.press("enter")
        assert str(bar.stored.bodyweight) == "81.5 kg"
        await bar.press("B")
        await bar.type("x")
        await bar.press("enter")
        assert "isn't a number" in bar.hint
        assert str(bar.stored.bodyweight) == "81.5 kg"
        await bar.press("B", *["backspace"] * 5)
        await bar.type("180 lb")
        await bar.press("enter")
        assert str(bar.stored.bodyweight) == "180 lb"


async def test_a_repeated_command_key_counts_once(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("a")
        bar.clock.pass_ms(100)
        await bar.pilot.press("a")
        assert len(bar.stored.exercises[BENCH].planned) == 7


async def test_esc_empties_the_line_first_and_then_goes_home(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.type("105")
        await bar.press("escape")
        assert bar.line == ""
        await bar.press("escape")
        assert not isinstance(bar.pilot.app.screen, LogScreen)


async def test_the_keys_are_shown_and_put_away_with_the_line_as_it_was(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("question_mark")
        assert isinstance(bar.pilot.app.screen, KeysScreen)
        await bar.press("escape")
        assert isinstance(bar.pilot.app.screen, LogScreen)
        await bar.type("4\n")
        assert bar.sets(BENCH)[-1] == done(102.5, 4)


async def test_f_opens_finish_and_esc_comes_back_to_lifting(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("f")
        assert not isinstance(bar.pilot.app.screen, LogScreen)
        await bar.press("escape")
        assert isinstance(bar.pilot.app.screen, LogScreen)


async def confirmed(bar: Bar) -> None:
    """A dialog takes an answer only once its key was quiet."""
    from tests.screens.support import until

    await until(bar.pilot, lambda: isinstance(bar.pilot.app.screen, PickScreen))
