"""Settings of a lifter: one act each, taken back one by one, apart from sessions and from other lifters."""

from __future__ import annotations

import pytest

from tests.support import Gym
from workout_tui.errors import CannotUndo, InvalidEntry
from workout_tui.logbook.logbook import Logbook
from workout_tui.logbook.preferences import NAMES


def values(book: Logbook) -> dict[str, str]:
    return {one.name: one.value for one in book.settings()}


def test_all_settings_are_told_with_what_they_can_be(gym: Gym) -> None:
    found = gym.logbook.settings()
    assert tuple(one.name for one in found) == NAMES
    assert all(one.label and one.about and one.allowed and one.value for one in found)
    assert values(gym.logbook)["plates_kg"] == "25×2 20×1 15×1 10×2 5×2 2.5×1 1.25×1"


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("rest", "3:00", "3:00"),
        ("unit", "lb", "lb"),
        ("bars_lb", "45 33", "45 33"),
        ("plates_kg", "20x3 1", "20×3 1×1"),
    ],
)
def test_a_change_is_kept_and_taken_back(gym: Gym, name: str, typed: str, shown: str) -> None:
    before = values(gym.logbook)
    assert gym.logbook.read_setting(name, typed) == shown
    assert values(gym.logbook) == before
    assert gym.logbook.change_setting(name, typed) == shown
    assert values(gym.logbook) == {**before, name: shown}
    gym.logbook.undo_setting()
    assert values(gym.logbook) == before
    gym.logbook.redo_setting()
    assert values(gym.logbook) == {**before, name: shown}


def test_changes_are_taken_back_one_by_one_until_there_is_none(gym: Gym) -> None:
    gym.logbook.change_setting("rest", "1:00")
    gym.logbook.change_setting("rest", "1:00")  # nothing changed: no act
    gym.logbook.change_setting("bell", "off")
    gym.logbook.undo_setting()
    assert (values(gym.logbook)["bell"], values(gym.logbook)["rest"]) == ("on", "1:00")
    gym.logbook.undo_setting()
    assert values(gym.logbook)["rest"] == "2:00"
    with pytest.raises(CannotUndo):
        gym.logbook.undo_setting()


def test_what_cannot_be_is_refused_and_nothing_changes(gym: Gym) -> None:
    before = values(gym.logbook)
    for name, typed in (("rest", "soon"), ("plates_kg", "x"), ("resst", "3:00"), ("zzz", "1")):
        with pytest.raises(InvalidEntry):
            gym.logbook.change_setting(name, typed)
        with pytest.raises(InvalidEntry):
            gym.logbook.read_setting(name, typed)
    assert values(gym.logbook) == before
    with pytest.raises(InvalidEntry, match="Did you mean “rest”"):
        gym.logbook.change_setting("resst", "3:00")


def test_a_name_that_another_lifter_has_is_refused(gym: Gym) -> None:
    other = gym.other_lifter()
    with pytest.raises(InvalidEntry, match="already"):
        gym.logbook.change_setting("name", other.lifter.name.upper())


def test_an_undo_in_a_session_leaves_the_settings_and_the_other_way_round(gym: Gym) -> None:
    session = gym.log(gym.start(gym.push()))
    gym.logbook.change_setting("rest", "1:00")
    gym.logbook.undo(session.uid)
    assert values(gym.logbook)["rest"] == "1:00"
    gym.logbook.undo_setting()
    assert gym.logbook.session(session.uid).done == 0
    assert values(gym.logbook)["rest"] == "2:00"


def test_each_lifter_has_their_own(gym: Gym) -> None:
    other = gym.other_lifter()
    before = values(other)
    gym.logbook.change_setting("plates_kg", "20x9")
    gym.logbook.change_setting("week_goal", "5")
    assert values(other) == before
    with pytest.raises(CannotUndo):
        other.undo_setting()
