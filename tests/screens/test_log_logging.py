"""Logging: one key a set, what is shown is what is written, and nothing typed is lost."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.screens import support
from tests.screens.at_the_bar import at_the_bar, tonight
from tests.support import done, kg
from workout_tui.model.plan import SetKind
from workout_tui.model.session import SetValues

if TYPE_CHECKING:
    from pathlib import Path

BENCH, PRESS, DIPS = 1, 2, 5


async def test_enter_logs_the_set_as_shown(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("enter")
        assert bar.sets(BENCH)[-1] == done(102.5, 5)
        assert bar.stored.done == 9


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("4\n", done(102.5, 4)),
        ("+\n", done(105, 5)),
        ("/8\n", done(102.5, 5, rpe10=80)),
        ("105*4/9\n", done(105, 4, rpe10=90)),
        ("=\n", done(102.5, 5, rpe10=85)),
        ("100x5f\n", done(100, 5, SetKind.FAILURE)),
    ],
)
async def test_what_is_typed_is_logged(tmp_path: Path, typed: str, wanted: SetValues) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.type(typed)
        assert bar.sets(BENCH)[-1] == wanted
        assert bar.line == ""


async def test_several_sets_in_one_line_go_together_and_come_back_together(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.type("x5x2\n")
        assert bar.sets(BENCH)[-2:] == [done(102.5, 5)] * 2
        await bar.press("u")
        assert len(bar.sets(BENCH)) == 4
        await bar.press("U")
        assert len(bar.sets(BENCH)) == 6


async def test_the_hero_shows_at_each_key_what_enter_will_log(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        for typed, reading in (("1", "102.5 kg × 1"), ("0", "102.5 kg × 10"), ("5", "105 kg × 5")):
            await bar.type(typed)
            assert bar.hint.startswith(f"⏎ logs {reading}")
        assert "★ PR" in bar.hint


async def test_keys_in_a_burst_meet_the_line_as_the_one_before_left_it(tmp_path: Path) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(made, uid) as bar:
        from textual import events

        for key in ("4", "enter", "7", "enter"):
            event = events.Key(key, key if len(key) == 1 else "\r")
            event.set_sender(bar.pilot.app)
            bar.pilot.app.post_message(event)
        await support.until(bar.pilot, lambda: bar.stored.done == 10)
        assert [one.reps for one in bar.sets(BENCH)[-2:]] == [4, 7]


async def test_a_burst_goes_through_a_card_and_a_bouncing_enter_logs_no_set_behind_it(tmp_path: Path) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(made, uid) as bar:
        from textual import events

        done, blocks = bar.stored.done, len(bar.stored.exercises)
        for key in ("A", *"deadlift", "enter", "enter", *"100x5", "enter", "enter"):
            event = events.Key(key, key if len(key) == 1 else "\r")
            event.set_sender(bar.pilot.app)
            bar.pilot.app.post_message(event)
        await support.until(bar.pilot, lambda: bar.stored.done > done)
        await bar.pilot.pause()
        assert len(bar.stored.exercises) == blocks + 1
        assert bar.stored.exercises[-1].exercise.name == "Deadlift"
        assert [one.values.reps for one in bar.stored.exercises[-1].performed] == [5]
        assert bar.screen.is_active
        await bar.press("enter")
        assert bar.stored.done == done + 2, "a finger's ⏎ is no bouncing one"


async def test_the_second_suggestion_is_put_into_the_hero_and_logged_by_enter(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        look = bar.bench.look
        assert look is not None
        second = look.ideas[1]
        before = bar.stored.done
        await bar.press("full_stop")
        assert bar.stored.done == before
        await bar.press("enter")
        assert bar.sets(BENCH)[-1] == second


async def test_the_comma_does_the_same_and_goes_around(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        look = bar.bench.look
        assert look is not None
        await bar.press(*["comma"] * len(look.ideas))
        assert bar.bench.look is not None
        assert bar.bench.look.shown == look.shown


async def test_an_error_points_at_its_column_and_keeps_the_line(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.type("100x5 @11")
        before = bar.stored.done
        rows = bar.lines()
        line = next(place for place, row in enumerate(rows) if "100x5 @11" in row)
        assert rows[line + 1].index("^^^") == rows[line].index("@11")
        await bar.press("enter")
        assert bar.line == "100x5 @11"
        assert bar.stored.done == before


async def test_an_unfinished_line_is_calm_until_enter(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.type("100x5@")
        assert bar.hint == "RPE missing…"
        assert not bar.screen.query_one("#log-line").has_class("-bad")
        await bar.press("enter")
        assert "^ RPE missing" in bar.hint
        assert bar.screen.query_one("#log-line").has_class("-bad")


async def test_a_doubt_is_logged_by_the_second_enter(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        before = bar.stored.done
        await bar.type("3x5\n")
        assert bar.stored.done == before
        assert "far under the plan" in bar.hint
        await bar.press("enter")
        assert bar.sets(BENCH)[-1] == done(3, 5)


async def test_a_bare_enter_soon_after_another_asks(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("enter", "enter")
        assert bar.stored.done == 9
        assert "⏎ again" in bar.hint
        await bar.press("enter")
        assert bar.stored.done == 10


async def test_a_bouncing_or_held_enter_counts_once(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("enter")
        for _ in range(20):
            bar.clock.pass_ms(30)
            await bar.pilot.press("enter")
        assert bar.stored.done == 9


async def test_a_record_is_told_with_what_it_beat(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.type("110*5\n")
        assert bar.hint.startswith("★ e1RM 128.3 kg, was ")


async def test_after_the_last_set_of_an_exercise_the_next_one_is_on(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.type("x5x2\n")
        assert bar.bench.look is not None
        assert bar.bench.look.block.exercise.name == "Overhead Press"


async def test_after_the_last_set_of_all_enter_does_nothing(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        for _ in range(14):
            bar.clock.pass_ms(60_000)
            await bar.press("enter")
        assert bar.stored.done == 22
        assert bar.bench.timer.rest is None
        bar.clock.pass_ms(60_000)
        await bar.press("enter")
        assert bar.stored.done == 22
        assert bar.hint.startswith("all sets done   f finish")


async def test_a_busy_store_keeps_the_line_and_tries_again_with_the_same_uid(tmp_path: Path) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(made, uid) as bar:
        await bar.type("105*5")
        other = sqlite3.connect(made.paths.database)
        other.execute("BEGIN IMMEDIATE")
        await bar.press("enter")
        assert "waiting" in bar.hint
        assert bar.line == "105*5"
        bar.screen._retry()
        assert bar.line == "105*5"
        other.rollback()
        other.close()
        bar.screen._retry()
        await bar.pilot.pause()
        assert bar.line == ""
        assert bar.sets(BENCH)[-1] == done(105, 5)
        assert bar.stored.done == 9


async def test_typing_on_gives_up_waiting(tmp_path: Path) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(made, uid) as bar:
        await bar.type("105*5")
        other = sqlite3.connect(made.paths.database)
        other.execute("BEGIN IMMEDIATE")
        await bar.press("enter")
        await bar.type("/8")
        other.rollback()
        other.close()
        bar.screen._retry()
        assert bar.stored.done == 8
        await bar.press("enter")
        assert bar.sets(BENCH)[-1] == done(105, 5, rpe10=80)


async def test_a_store_that_cannot_be_written_keeps_the_line_and_ticks_nothing(tmp_path: Path) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(made, uid) as bar:
        await bar.type("105*5")
        store = support.app_of(bar.pilot).file.store
        store.run("PRAGMA query_only = 1")
        await bar.press("enter")
        assert bar.hint.startswith("✗ not saved:")
        assert bar.line == "105*5"
        assert bar.screen.query_one("#log-line").has_class("-bad")
        assert bar.stored.done == 8
        store.run("PRAGMA query_only = 0")
        await bar.press("enter")
        assert bar.sets(BENCH)[-1] == done(105, 5)
        assert bar.stored.done == 9


async def test_sets_of_another_program_appear_and_the_line_stays(tmp_path: Path) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(made, uid) as bar:
        await bar.type("105*")
        with sqlite3.connect(made.paths.database) as other:
            other.execute("UPDATE session SET note = 'from the command line'")
        other.close()
        support.app_of(bar.pilot).tick()
        await bar.pilot.pause()
        assert bar.bench.session.note == "from the command line"
        assert bar.line == "105*"


async def test_bodyweight_sets_take_added_and_assisted_loads(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("tab", "tab", "tab", "tab")
        await bar.type("+20x6\n-10x8\nbw 10\n")
        assert bar.sets(DIPS) == [SetValues(kg(20), 6), SetValues(kg(-10), 8), SetValues(None, 10)]


async def test_what_a_lifter_writes_is_text(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.type("100x5 #[b]x[/] \n")
        assert bar.sets(BENCH)[-1].note == "[b]x[/]"
        assert "“[b]x[/]”" in bar.text()
