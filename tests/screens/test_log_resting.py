"""The rest between sets, sessions without a template, two lifters, other keyboards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from tests.screens import support
from tests.screens.at_the_bar import at_the_bar, tonight
from tests.support import done
from workout_tui.model.load import Unit
from workout_tui.ui.log.rest import Rest
from workout_tui.ui.screens.log import LogScreen
from workout_tui.ui.screens.pick import PickScreen

if TYPE_CHECKING:
    from pathlib import Path

    from tests.screens.at_the_bar import Bar

BENCH = 1


def resting(bar: Bar) -> Rest | None:
    return bar.bench.timer.rest


async def test_a_logged_set_starts_the_rest_of_its_exercise(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path, rest=False)) as bar:
        assert resting(bar) is None
        await bar.press("enter")
        assert resting(bar) == Rest(180, 180)
        assert bar.stored.rest_ends_at == bar.clock.at + 180_000


async def test_a_rest_goes_on_in_another_window(tmp_path: Path) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(made, uid) as bar:
        bar.clock.pass_ms(2000)
    async with at_the_bar(made, uid) as bar:
        assert resting(bar) == Rest(100, 180)


async def test_the_bell_rings_once_at_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        rung = []
        monkeypatch.setattr(bar.pilot.app, "bell", lambda: rung.append(bar.clock.at))
        bar.wait(101)
        assert rung == []
        bar.wait(1)
        bar.wait(1)
        bar.wait(60)
        assert len(rung) == 1
        assert "REST OVER" in bar.text()


async def test_a_rest_that_ended_long_ago_does_not_ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, uid = tonight(tmp_path)
    made.clock.pass_ms(3_600_000)  # type: ignore[attr-defined]
    async with at_the_bar(made, uid) as bar:
        rung: list[bool] = []
        monkeypatch.setattr(bar.pilot.app, "bell", lambda: rung.append(True))
        bar.wait(1)
        assert rung == []


async def test_space_stops_and_starts_and_brackets_move_the_rest(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("space")
        assert bar.stored.rest_ends_at is None
        await bar.press("space")
        assert resting(bar) == Rest(180, 180)
        await bar.press("right_square_bracket")
        assert resting(bar) == Rest(195, 195)
        await bar.press("less_than_sign")
        assert resting(bar) == Rest(180, 180)
        assert bar.stored.rest_s == 180


async def test_a_space_in_a_line_is_a_space(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.type("100 5 8\n")
        assert bar.sets(BENCH)[-1] == done(100, 5, rpe10=80)


async def test_an_empty_workout_grows_exercise_by_exercise(tmp_path: Path) -> None:
    made = support.evening(tmp_path)
    session = made.logbook.start(None, session_uid=made.uids.new())
    made.close()
    async with at_the_bar(support.parts(tmp_path, made.clock), session.uid) as bar:
        await bar.press("enter")
        assert isinstance(bar.pilot.app.screen, PickScreen)
        await bar.type("1")
        first = bar.stored.exercises[0]
        assert len(first.open_rows) > 1, "as many sets as last time"
        for _ in first.open_rows:
            bar.clock.pass_ms(60_000)
            await bar.press("enter")
        assert resting(bar) is not None, "more exercises are to come"
        bar.clock.pass_ms(60_000)
        await bar.press("enter")
        assert isinstance(bar.pilot.app.screen, PickScreen), "the next exercise is offered"
        await bar.press("escape")
        await bar.type("=\n")
        assert len(bar.stored.exercises[0].performed) == len(first.open_rows) + 1, "one more is a line away"


async def test_two_lifters_have_a_session_and_a_rest_each(tmp_path: Path) -> None:
    made = support.evening(tmp_path)
    from workout_tui.logbook.lifters import add_lifter

    mine = made.logbook.start(made.templates["Push A"].uid, session_uid=made.uids.new())
    made.logbook.rest(mine.uid, made.clock.now() + 90_000, 180)
    other = made.logbook.of(add_lifter(made.store, "Bo", Unit.KG, clock=made.clock, uids=made.uids).uid)
    theirs = other.start(None, session_uid=made.uids.new())
    made.close()
    async with at_the_bar(support.parts(tmp_path, made.clock), mine.uid) as bar:
        assert "Alex" in bar.text()
        await bar.press("P")
        assert isinstance(bar.pilot.app.screen, LogScreen)
        assert bar.bench.session.uid == theirs.uid
        assert resting(bar) is None
        assert "Bo" in bar.text()
        await bar.press("P")
        assert bar.bench.session.uid == mine.uid
        assert resting(bar) is not None


async def test_alone_there_is_nobody_to_switch_to(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        await bar.press("P")
        assert "one lifter only" in bar.hint


async def test_the_number_pad_types_where_the_terminal_names_its_keys(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        for key, character in (("1", "1"), ("0", "0"), ("5", "5"), ("multiply", None), ("4", "4"), ("divide", None)):
            await key_event(bar, key, character)
        await key_event(bar, "9", "9")
        assert bar.line == "105*4/9"
        await bar.press("enter")
        await key_event(bar, "decimal", None)
        assert bar.bench.idea == 1


async def test_on_azerty_the_unshifted_row_types_digits_but_not_in_a_note(tmp_path: Path) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(support.with_config(made, unshifted_digits="&é\"'(-è_çà"), uid) as bar:
        for character in "&à(x'":
            await key_event(bar, character, character)
        assert bar.line == "105x4"
        for character in " #é":
            await key_event(bar, character, character)
        assert bar.line == "105x4 #é"


async def test_pasted_text_is_typed(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        bar.screen._entry.post_message(events.Paste("100x5\n95x5\x1b[2J"))
        await bar.pilot.pause()
        assert bar.line == "100x5"


async def test_a_window_that_only_looks_writes_nothing(tmp_path: Path) -> None:
    async with at_the_bar(*tonight(tmp_path)) as bar:
        support.app_of(bar.pilot).file.read_only = True
        await bar.press("enter", "s", "a")
        assert bar.stored.done == 8
        assert "only looks" in bar.hint


async def test_a_session_finished_elsewhere_is_left(tmp_path: Path) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(made, uid) as bar:
        app = support.app_of(bar.pilot)
        app.logbook.finish(uid)
        app.screen.look()  # type: ignore[attr-defined]
        await bar.pilot.pause()
        assert not isinstance(app.screen, LogScreen)


async def test_a_line_that_was_begun_stays_when_its_session_ends_elsewhere(tmp_path: Path) -> None:
    made, uid = tonight(tmp_path)
    async with at_the_bar(made, uid) as bar:
        app = support.app_of(bar.pilot)
        await bar.type("105*5")
        app.logbook.finish(uid)
        bar.screen.look()
        await bar.pilot.pause()
        assert bar.line == "105*5"
        assert "ended elsewhere" in bar.hint
        await bar.press("enter")
        assert bar.line == "105*5"
        assert bar.hint.startswith("✗ not saved:")
        await bar.press("escape", "escape")
        assert not isinstance(app.screen, LogScreen)


async def key_event(bar: Bar, key: str, character: str | None) -> None:
    """A key as the terminal would send it, with the character it carries or without."""
    bar.clock.pass_ms(400)
    event = events.Key(key, character)
    event.set_sender(bar.pilot.app)
    bar.pilot.app.post_message(event)
    await bar.pilot.pause()
