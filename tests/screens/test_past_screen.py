"""A finished workout put right by keys: its sets, its facts, its way to and fro; and one begun once more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from screenshots import sample
from tests.screens.support import FOOTER, LARGE, SIZES, SMALL, app_of, lines, parts, text, until, window
from tests.screens.test_history_screen import at, looking_back, marked, past, press
from tests.support import amend, done, kg
from workout_tui.logbook.performing import NewSet, Place
from workout_tui.model.session import Session, Status
from workout_tui.ui.screens.conflict import ConflictScreen
from workout_tui.ui.screens.history import HistoryScreen
from workout_tui.ui.screens.log import LogScreen
from workout_tui.ui.screens.past import PastScreen
from workout_tui.ui.screens.session import SessionScreen
from workout_tui.ui.screens.write import WriteScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    Golden = Callable[[str, str], None]

_NAMES = {" ": "space", "-": "minus", ":": "colon", ".": "full_stop", "*": "asterisk", "/": "slash"}


async def type_in(pilot: Pilot[int], clock: sample.TurnedClock, words: str) -> None:
    await press(pilot, clock, *(_NAMES.get(char, char) for char in words))


async def rub_out(pilot: Pilot[int], clock: sample.TurnedClock, count: int) -> None:
    await press(pilot, clock, *["backspace"] * count)


def stored(pilot: Pilot[int], place: int = 0) -> Session:
    """A session as it stands in the file; the newest unless told otherwise."""
    logbook = app_of(pilot).logbook
    return logbook.session(logbook.past_page()[place].uid)


async def editing(pilot: Pilot[int], clock: sample.TurnedClock) -> PastScreen:
    """Last Monday's Push B in front, to be put right."""
    await looking_back(pilot, clock)
    await press(pilot, clock, "down", "e")
    assert isinstance(pilot.app.screen, PastScreen)
    return pilot.app.screen


# Its sets


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock), size) as pilot:
        await editing(pilot, clock)
        golden(f"past-{at(size)}", text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=at)
async def test_nothing_is_wider_than_the_window(tmp_path: Path, size: tuple[int, int]) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock), size) as pilot:
        amend(app_of(pilot).logbook, stored(pilot, 1).uid, title="Push B and arms, and arms, and a walk home")
        await editing(pilot, clock)
        shown = lines(pilot)
        assert "Editing  Push B and arms" in text(pilot)
        assert all(len(line) <= size[0] for line in shown)
        footer = next(line for line in reversed(shown) if line.strip())
        assert len(footer) <= FOOTER
        assert footer.endswith("? keys")
        assert "REST" not in text(pilot)


async def test_a_set_is_changed_and_taken_back(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await editing(pilot, clock)
        before = stored(pilot, 1)
        await type_in(pilot, clock, "65x4")
        await press(pilot, clock, "enter")
        after = stored(pilot, 1)
        first = after.exercises[0].performed[0]
        assert (first.values.load, first.values.reps) == (kg(65), 4)
        assert (after.status, after.day, first.at) == (
            Status.COMPLETED,
            before.day,
            before.exercises[0].performed[0].at,
        )
        assert "SET 2 OF 4" in text(pilot)  # on to the next row, not to an open one
        await press(pilot, clock, "u")
        assert stored(pilot, 1).exercises == before.exercises
        await press(pilot, clock, "u")
        assert "since it was finished" in text(pilot)  # what was logged that evening is not a key away
        assert stored(pilot, 1).exercises == before.exercises


async def test_enter_walks_through_it_and_writes_nothing(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await editing(pilot, clock)
        before = stored(pilot, 1)
        await press(pilot, clock, *["enter"] * 5)
        assert "SET 1 OF 3" in text(pilot)  # four rows and the place below them, then the next exercise
        assert stored(pilot, 1) == before


async def test_a_forgotten_set_an_exercise_and_a_removal(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await editing(pilot, clock)
        await press(pilot, clock, "down", "down", "down", "down")
        await type_in(pilot, clock, "60x8")
        await press(pilot, clock, "enter")
        assert len(stored(pilot, 1).exercises[0].performed) == 5
        assert app_of(pilot).logbook.active() is None
        await press(pilot, clock, "up", "backspace", "backspace")
        assert len(stored(pilot, 1).exercises[0].performed) == 4
        await press(pilot, clock, "A")
        await type_in(pilot, clock, "plank")
        await press(pilot, clock, "enter")
        await type_in(pilot, clock, "1:30")
        await press(pilot, clock, "enter")
        assert stored(pilot, 1).exercises[1].performed[0].values.seconds == 90


async def test_escape_leads_back_to_the_same_place(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await editing(pilot, clock)
        await type_in(pilot, clock, "65")
        await press(pilot, clock, "escape", "escape")
        assert isinstance(pilot.app.screen, HistoryScreen)
        assert "Mon 23 Sep" in marked(pilot)


async def test_no_rest_begins_and_no_bell_rings(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await editing(pilot, clock)
        await press(pilot, clock, "down", "down", "down", "down")
        await type_in(pilot, clock, "60x8")
        await press(pilot, clock, "enter", "space")
        assert stored(pilot, 1).rest_ends_at is None


# Changed elsewhere meanwhile


async def clashing(pilot: Pilot[int], clock: sample.TurnedClock, tmp_path: Path) -> None:
    """The first set typed as 65 × 4, which another program has just made 70 × 3."""
    await editing(pilot, clock)
    await type_in(pilot, clock, "65x4/8")
    other = sample.reopen(tmp_path / "workout.db")
    uid = other.logbook.session(other.logbook.past_page()[1].uid).exercises[0].performed[0].uid
    other.logbook.edit_set(uid, done(70, 3))
    other.close()
    app_of(pilot).tick()  # the screen shows it, and the line that was begun stays
    await press(pilot, clock, "enter")
    assert isinstance(pilot.app.screen, ConflictScreen)


async def test_both_sides_are_shown(tmp_path: Path, golden: Golden) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await clashing(pilot, clock, tmp_path)
        golden("past-clash-80x24", text(pilot))
        assert all(one in text(pilot) for one in ("WAS", "62.5×5", "HERE", "65×4", "THERE", "70×3"))


@pytest.mark.parametrize(("key", "load"), [("l", 65), ("t", 70), ("escape", 70)])
async def test_which_one_is_kept(tmp_path: Path, key: str, load: float) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await clashing(pilot, clock, tmp_path)
        await press(pilot, clock, key)
        await pilot.pause(0.2)  # an answer counts once its key is quiet
        assert isinstance(pilot.app.screen, PastScreen)
        assert stored(pilot, 1).exercises[0].performed[0].values.load == kg(load)
        assert ("65x4" in text(pilot)) is (key == "escape")  # undecided, the line stays


# Its facts


async def test_name_day_times_and_bodyweight_in_one_act(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        before = stored(pilot, 1)
        await press(pilot, clock, "down", "t")
        assert isinstance(pilot.app.screen, WriteScreen)
        await type_in(pilot, clock, " hotel")
        await press(pilot, clock, "down", "ctrl+u")
        await type_in(pilot, clock, "20 sep 18:00 50 min")
        await press(pilot, clock, "down", "ctrl+u")
        await type_in(pilot, clock, "81.5")
        await press(pilot, clock, "enter")
        after = app_of(pilot).logbook.session(before.uid)
        assert (after.title, after.day, after.bodyweight) == ("Push B hotel", date(2024, 9, 20), kg(81.5))
        assert after.ended_at == after.started_at + 50 * 60_000
        assert "Fri 20 Sep" in marked(pilot)  # the list follows it to its new day
        await press(pilot, clock, "u")
        again = app_of(pilot).logbook.session(before.uid)
        assert (again.title, again.started_at, again.bodyweight) == (before.title, before.started_at, before.bodyweight)


async def test_a_time_that_cannot_be_read_stays_and_is_told(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        before = stored(pilot)
        await press(pilot, clock, "t", "down", "ctrl+u")
        await type_in(pilot, clock, "31 feb 18:00 50 min")
        await press(pilot, clock, "enter")
        assert isinstance(pilot.app.screen, WriteScreen)
        assert "“31 feb” is no day" in text(pilot)
        assert "31 feb 18:00 50 min" in text(pilot)
        await press(pilot, clock, "escape")
        assert stored(pilot) == before


async def test_facts_left_alone_write_nothing(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        before = stored(pilot)
        await press(pilot, clock, "t", "enter")
        assert stored(pilot) == before


async def test_a_note(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        await press(pilot, clock, "down", "n")
        await type_in(pilot, clock, "hot day")
        await press(pilot, clock, "enter")
        assert stored(pilot, 1).note == "hot day"


# To and fro


async def test_discarded_and_taken_back(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        uid = stored(pilot).uid
        await press(pilot, clock, "D", "escape")
        assert app_of(pilot).logbook.session(uid).status is Status.COMPLETED
        await press(pilot, clock, "D", "D")
        await pilot.pause(0.2)
        assert app_of(pilot).logbook.session(uid).status is Status.DISCARDED
        assert "Mon 23 Sep" in marked(pilot)
        await press(pilot, clock, "v", "o")
        assert app_of(pilot).logbook.session(uid).status is Status.COMPLETED


async def test_u_right_after_takes_that_back_and_nothing_of_the_workout_now_in_front(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        logbook, uid, next_one = app_of(pilot).logbook, stored(pilot).uid, stored(pilot, 1).uid
        logbook.note_session(next_one, "hot day")
        await press(pilot, clock, "D", "D")
        await until(pilot, lambda: "u takes it back" in text(pilot))
        await press(pilot, clock, "u")
        assert logbook.session(uid).status is Status.COMPLETED
        assert logbook.session(next_one).note == "hot day"
        assert stored(pilot).uid == app_of(pilot).screen.chosen == uid  # type: ignore[attr-defined]
        await press(pilot, clock, "D", "D")
        await until(pilot, lambda: "u takes it back" in text(pilot))
        await press(pilot, clock, "down", "up", "u")  # whoever moves on means what is in front
        assert logbook.session(uid).status is Status.DISCARDED
        assert logbook.session(next_one).note == ""


async def test_opened_again_it_runs_on_as_the_same(tmp_path: Path) -> None:
    """D4: finished by mistake, it is taken up again, and no second one begins."""
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        uid = stored(pilot).uid
        await press(pilot, clock, "o", "o")
        await pilot.pause(0.2)
        assert isinstance(pilot.app.screen, LogScreen)
        running = app_of(pilot).logbook.active()
        assert running is not None
        assert running.uid == uid


async def test_the_same_again_asks_for_what_was_done(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        await press(pilot, clock, "down", "r")
        assert isinstance(pilot.app.screen, LogScreen)
        running = app_of(pilot).logbook.active()
        assert running is not None
        then = stored(pilot, 1)
        assert [len(block.planned) for block in running.exercises] == [len(one.performed) for one in then.exercises]
        await press(pilot, clock, "escape", "h", "r")
        assert "is still open" in text(pilot)
        await press(pilot, clock, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))
        assert app_of(pilot).logbook.active() == running
        await press(pilot, clock, "escape", "h", "down", "o", "o")
        await until(pilot, lambda: "discard it, then open this one" in text(pilot))
        await press(pilot, clock, "f")
        await until(pilot, lambda: isinstance(pilot.app.screen, LogScreen))
        assert app_of(pilot).logbook.session(running.uid).status is Status.DISCARDED
        assert (opened := app_of(pilot).logbook.active())
        assert opened.uid == then.uid


async def test_a_template_of_it(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        await press(pilot, clock, "down", "m")
        await type_in(pilot, clock, " light")
        await press(pilot, clock, "enter")
        assert "Push B light" in {one.name for one in app_of(pilot).logbook.templates()}


async def test_a_workout_of_a_past_day_is_added_and_filled_in(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        await press(pilot, clock, "a", "ctrl+u")
        await type_in(pilot, clock, "legs")
        await press(pilot, clock, "down", "ctrl+u")
        await type_in(pilot, clock, "fri 18:00 - 19:05")
        await press(pilot, clock, "enter")
        assert isinstance(pilot.app.screen, PastScreen)
        await press(pilot, clock, "enter")  # as shown: what was lifted the time before
        await press(pilot, clock, "escape")
        assert "Fri 20 Sep" in marked(pilot)
        assert "65 min" in marked(pilot)
        added = next(one for one in app_of(pilot).logbook.past_page() if one.day == date(2024, 9, 20))
        assert (added.title, added.sets, added.status) == ("Legs", 1, Status.COMPLETED)


async def test_one_left_without_a_set_is_put_aside(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await looking_back(pilot, clock)
        count = app_of(pilot).logbook.totals().sessions
        await press(pilot, clock, "a", "enter")
        assert isinstance(pilot.app.screen, PastScreen)
        await press(pilot, clock, "escape")
        totals = app_of(pilot).logbook.totals()
        assert (totals.sessions, totals.discarded) == (count, 1)
        assert "put aside, for it has no set · u takes it back" in text(pilot)
        await press(pilot, clock, "u")
        assert app_of(pilot).logbook.totals().sessions == count + 1


# In full


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=at)
async def test_picture_of_a_session(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock), size) as pilot:
        await looking_back(pilot, clock)
        await press(pilot, clock, "enter")
        assert isinstance(pilot.app.screen, SessionScreen)
        golden(f"session-{at(size)}", text(pilot))


async def test_what_happened_to_it(tmp_path: Path, golden: Golden) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await editing(pilot, clock)
        await type_in(pilot, clock, "65x4")
        await press(pilot, clock, "enter", "u", "escape", "enter", "tab")
        golden("session-trail-80x24", text(pilot))
        assert "undone: changed Overhead Press 62.5 kg × 5 @8 → 65 kg × 4 @8" in " ".join(text(pilot).split())
        await press(pilot, clock, "pagedown", "pagedown", "pagedown")
        assert "began, 4 exercises" in text(pilot)
        end = text(pilot)
        await press(pilot, clock, "down")
        assert text(pilot) == end
        await press(pilot, clock, "escape")
        assert isinstance(pilot.app.screen, HistoryScreen)


async def test_several_sets_in_one_line_are_passed_by_and_the_next_line_changes_none_of_them(tmp_path: Path) -> None:
    clock = past(tmp_path)
    async with window(parts(tmp_path, clock)) as pilot:
        await editing(pilot, clock)
        done = len(stored(pilot, 1).exercises[0].performed)
        await press(pilot, clock, *["down"] * done)
        await type_in(pilot, clock, "60x5x3")
        await press(pilot, clock, "enter", "enter")  # three where none was planned: asked once
        await type_in(pilot, clock, "60x6")
        await press(pilot, clock, "enter")
        added = [one.values for one in stored(pilot, 1).exercises[0].performed[done:]]
        assert [(one.load, one.reps) for one in added] == [(kg(60), 5)] * 3 + [(kg(60), 6)]


async def test_enter_writes_nothing_where_there_was_no_plan(tmp_path: Path) -> None:
    """Imported workouts, and those without a template, have no planned sets: walking through them adds none."""
    clock = past(tmp_path)
    made = sample.reopen(tmp_path / "workout.db")
    when = clock.at - 40 * 3_600_000
    free = made.logbook.add_past(None, session_uid="free", started_at=when, ended_at=when + 3_600_000)
    for name in ("Bench Press", "Deadlift"):
        exercise = next(one for one in made.logbook.exercises() if one.name == name)
        free = made.logbook.add_exercise(free.uid, exercise.uid)
        place = Place(free.exercises[-1].uid, exercise.uid)
        free = made.logbook.log_past_sets("free", place, [NewSet(made.uids.new(), done(100, 5))])
    made.close()
    async with window(parts(tmp_path, clock)) as pilot:
        app_of(pilot).open_past("free")
        await pilot.pause()
        before = app_of(pilot).logbook.session("free")
        assert [len(block.planned) for block in before.exercises] == [0, 0]  # nothing is planned in hindsight
        await press(pilot, clock, *["enter"] * 6)
        assert app_of(pilot).logbook.session("free") == before
